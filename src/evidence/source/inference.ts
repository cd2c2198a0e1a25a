import type { Marks } from "./marks.ts";
import type { PathHints } from "./path-hints.ts";
import type { PythonCall, PythonFacts } from "./python-facts.ts";

const FRAMEWORKS =
  /^(?:torch|tensorflow|tf_keras|keras|jax|flax|numpy|transformers|diffusers|vllm|sglang|mlx|mlx_lm|llama_cpp|ctransformers|onnxruntime|openvino|paddle|mindspore|tinygrad|fairseq|mindnlp|exllamav2|auto_gptq|lmdeploy|tensorrt_llm|modelscope|sentence_transformers|optimum|peft|rwkv|t5|seqio|ggml|auto_awq|candle|triton)$/;

/** Runs of a model by the method's name. */
const RUN =
  /^(?:generate|stream_generate|stream_chat|chat_stream|chat|transcribe|translate|generate_text|generate_stream|generate_async|chat_completion|text_completion|sample|synthesize|infer|inference|predict_on_batch|batch_decode_logits|create_completion|create_chat_completion|interactive_chat|encode_image|encode_text|get_image_features|get_text_features|embed|p_sample_loop|sample_log|decode_first_stage)$/;
const TELLING =
  /^(?:generate|stream_generate|stream_chat|chat_stream|transcribe|chat_completion|text_completion|generate_text|chat)$/;
const MODEL_LIKE =
  /(?:^|[._])(?:\w{0,40}model\w{0,20}|llm|engine|pipe|pipeline|generator|net|network|sampler|llama|bot|agent|transformer|client|decoder|gpt|session|chatbot|predictor|policy|module|translator|whisper|hub_interface|wrapper|task)$/i;
const FUNCTION =
  /^_{0,2}(?:generate|sample|transcribe|translate|decode|predict|infer|inference|synthesi[sz]e|chat|complet(?:e|ion)|text_completion|chat_completion|beam_search|greedy|sampling|stream|respond|reply|run_inference|txt2img|img2img|text_to_image|evaluate_prompt)(?:_\w{0,60})?$/;
/** What is generated there is no output of the model. */
const NOT_OUTPUT =
  /(?:^|_)(?:data|dataset|instructions?|mask|masks|schedule|config|report|table|id|ids|key|keys|path|paths|name|names|noise|batch|batches|positions?|seed|seeds)(?:_|$)/;
const STEP_OF_MODEL = /^(?:forward|generate|decode|sample|model|net|network|predict|__call__|run)$/;

/** Marks running a model for its outputs. */
export function markInference(facts: PythonFacts, hints: PathHints, marks: Marks): void {
  if (
    ![...facts.packages].some((name) => FRAMEWORKS.test(name)) &&
    !marks.has("defines-network") &&
    !facts.imports.size
  )
    return;
  const framework = [...facts.packages].some((name) => FRAMEWORKS.test(name));
  const found =
    runCall(facts, framework) ??
    sessionCall(facts) ??
    (framework
      ? (runFunction(facts) ?? samplingLoop(facts) ?? renderingLoop(facts) ?? forwardPass(facts, hints))
      : undefined);
  if (found === undefined) {
    const client = facts.calls.find((call) =>
      /(?:completions|responses|messages)\.(?:create|stream)$|\.complete$/.test(call.callee),
    );
    if (client) marks.weak("infers", client.line, `asks a served model: ${client.callee}()`);
    else if (hints.named.infers && framework) marks.weak("infers", 1, "named like an inference script");
    return;
  }
  // A conversion runs the model to check itself. Sampling now and then is part of training; generating text into a corpus is part of making data.
  const aside = marks.has("trains") || marks.has("fine-tunes");
  if ((aside && !hints.named.infers) || hints.about) marks.weak("infers", found.line, found.what);
  else marks.strong("infers", found.line, found.what);
}

interface Found {
  readonly line: number;
  readonly what: string;
}

function runCall(facts: PythonFacts, framework: boolean): Found | undefined {
  const made = new Set(facts.assigned.keys());
  const call = facts.calls.find((candidate) => {
    if (/^(?:transformers|diffusers|modelscope)\.(?:[\w.]{0,60})?pipeline$/.test(candidate.callee)) return true;
    // Embedding models encode; tokenizers do too, and are not called a model.
    if (/(?:^|\.)(?:\w{0,30}_)?model\.encode$|(?:^|[._])estimator\.predict$/.test(candidate.callee)) return framework;
    const dot = candidate.callee.lastIndexOf(".");
    if (dot < 0 || !RUN.test(candidate.name)) return false;
    const receiver = candidate.callee.slice(0, dot);
    if (/(?:random|rng|df|np|dist|Categorical|buffer|dataset|data|self)$/i.test(receiver)) return false;
    if (/^(?:vllm|mlx_lm|llama_cpp|sglang|lmdeploy)/.test(candidate.callee)) return true;
    // Own packages wrap a framework: a telling method on a model-like receiver is enough without the import.
    if (!framework) return TELLING.test(candidate.name) && MODEL_LIKE.test(receiver);
    return MODEL_LIKE.test(receiver) || (made.has(receiver) && candidate.name === "generate");
  });
  if (call) return { line: call.line, what: `${call.callee}()` };
  const thread = facts.calls.find((candidate) =>
    candidate.handed.some((name) => {
      const dot = name.lastIndexOf(".");
      return TELLING.test(name.slice(dot + 1)) && MODEL_LIKE.test(name.slice(0, dot));
    }),
  );
  if (thread) return { line: thread.line, what: `${thread.callee}(${thread.handed.join(", ")})` };
  const from = facts.calls.find((candidate) =>
    /^(?:mlx_lm|vllm|llama_cpp|whisper|rwkv)\.[\w.]{0,60}(?:generate|transcribe|stream_generate|LLM|Llama(?:\.from_pretrained)?)$/.test(
      candidate.callee,
    ),
  );
  return from && { line: from.line, what: `${from.callee}()` };
}

/** A session of an inference runtime that is run. */
function sessionCall(facts: PythonFacts): Found | undefined {
  const session = facts.calls.find((call) =>
    /(?:InferenceSession|Interpreter|compile_model|DiffusionPipeline\.from_pretrained|StableDiffusion\w{0,30}Pipeline\.from_pretrained)$/.test(
      call.callee,
    ),
  );
  return session && { line: session.line, what: `${session.callee}()` };
}

/** A function called for what it yields, in which a model is called and its logits are picked from. */
function runFunction(facts: PythonFacts): Found | undefined {
  for (const found of facts.functions) {
    if (
      !FUNCTION.test(found.name) ||
      NOT_OUTPUT.test(found.name) ||
      /tokeni[sz]|loader|dataset|codec|bpe|processor/i.test(found.className ?? "")
    )
      continue;
    // `@torch.no_grad()` on a function that decodes says the same as a call of the model inside it.
    const withoutGradient = found.decorators.some((name) => /(?:no_grad|inference_mode)$/.test(name));
    if (withoutGradient) return { line: found.line, what: `def ${found.name} without gradients` };
    const inside = facts.calls.filter((call) => call.function === found.name && call.className === found.className);
    if (inside.some((call) => isStep(call))) return { line: found.line, what: `def ${found.name} that runs the model` };
    if (
      /^_{0,2}sample/.test(found.name) &&
      inside.some(({ name, handed }) =>
        [name, ...handed].some((called) => /(?:^|\.)(?:categorical|multinomial)$/.test(called)),
      )
    )
      return { line: found.line, what: `def ${found.name} that picks tokens` };
  }
  return undefined;
}

const PICK = /^(?:sample_logits|multinomial|categorical|Categorical|argmax|softmax|topk|top_p|sample_top_p|sample)$/;

/** Code outside functions, or in a main function, that calls the model forward and picks from what comes out. */
function samplingLoop(facts: PythonFacts): Found | undefined {
  const forward = facts.calls.find(
    (call) =>
      (call.function === undefined || /^(?:main|run|demo|step|next|loop|rollout)/.test(call.function)) &&
      (/(?:^|[._])model\.(?:forward|logits|apply|__call__)$|^(?:model|net|network|gpt|unet)$/.test(call.callee) ||
        /(?:^|\.)(?:model|RNN|rnn)\.(?:forward|run)$/.test(call.callee)),
  );
  if (forward === undefined) return undefined;
  const pick = facts.calls.find((call) => PICK.test(call.name));
  return pick && { line: forward.line, what: `${forward.callee}() and ${pick.callee}()` };
}

/** A network called for its embeddings or scores, in code that is named for inference: those are its outputs. */
function forwardPass(facts: PythonFacts, hints: PathHints): Found | undefined {
  if (!hints.named.infers) return undefined;
  const call = facts.calls.find(
    ({ callee, function: inside }) =>
      inside === undefined &&
      /(?:^|[._])(?:model|net|network|forward_fn|forward|apply_fn|inference_fn)(?:\.apply)?$/i.test(callee) &&
      !/(?:^|\.)(?:load|get|build|create|make|init)\w{0,40}$/i.test(callee),
  );
  return call && { line: call.line, what: `${call.callee}()` };
}

const LOADS =
  /^(?:load_network\w{0,20}|load_model\w{0,20}|load_checkpoint|from_pretrained|load_pretrained|hub_load|restore)$/;
const KEEPS =
  /^(?:fromarray|imwrite|imsave|save_image|write_wav|to_pil_image|mimsave|append_data|audio_write|write_video)$/;

/** A loaded network is called and what comes out is kept as an image, a sound or a film. */
function renderingLoop(facts: PythonFacts): Found | undefined {
  const loaded = facts.calls.filter(({ name }) => LOADS.test(name)).map(({ line }) => line);
  const networks = new Set([...facts.assigned].filter(([, line]) => loaded.includes(line)).map(([name]) => name));
  const run = facts.calls.find(
    ({ callee }) => networks.has(callee.toLowerCase().split(".")[0]!) && !LOADS.test(callee),
  );
  const kept = facts.calls.find(({ name }) => KEEPS.test(name));
  return run && kept && { line: run.line, what: `${run.callee}() and ${kept.callee}()` };
}

function isStep(call: PythonCall): boolean {
  if (/tokeni[sz]er|processor|base64|json|codecs|bytes/i.test(call.callee)) return false;
  if (call.callee === "self" || /logits/i.test(call.name)) return !/^sample_logits/.test(call.name);
  return STEP_OF_MODEL.test(call.name) && /model|net|forward|self\.|sample|decoder|logits/i.test(call.callee);
}
