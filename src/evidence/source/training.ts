import type { Marks } from "./marks.ts";
import type { PathHints } from "./path-hints.ts";
import type { PythonCall, PythonFacts } from "./python-facts.ts";

interface Sign {
  readonly line: number;
  readonly what: string;
}

const OPTIMIZER =
  /(?:^|[._])(?:\w{0,30}optim\w{0,20}|opt|opt_\w{1,10}|scaler|grad_scaler|engine|model_engine|accelerator|optimizer)s?$/i;
const TUNER = /(?:^|\.)(?:SFT|DPO|KTO|ORPO|PPO|GRPO|RLOO|CPO|Reward|OnlineDPO|Nash\w{1,10}|BCO|GKD|PRM)Trainer$/;
const TRAINER = /(?:Trainer|TrainerBase|TrainingLoop)$/;
const MADE_TRAINER = /(?:^|\.)[A-Z]?\w{0,60}(?:Trainer|TrainingLoop)(?:\.from_\w{1,40})?$/;
const NOT_NETWORK_TRAINER =
  /(?:tokenizers?\.|Bpe|WordPiece|Unigram|WordLevel|SentencePiece)\w{0,20}Trainer|fasttext|sklearn/i;

/**
 * Marks training and fine-tuning by what the code calls, and says which of the two by what it starts from.
 * @returns whether the code trains anything, a classifier for data included
 */
export function markTraining(facts: PythonFacts, hints: PathHints, marks: Marks): boolean {
  const sign = trainingSign(facts, hints);
  const tuning = tuningSign(facts, hints, marks.has("defines-network"));
  if (sign === undefined) {
    if (
      hints.named.trains &&
      !hints.about &&
      facts.functions.some((found) => /^(?:main|train|pretrain|run)/.test(found.name))
    )
      marks.weak(hints.tunes ? "fine-tunes" : "trains", 1, "named like a training script");
    return false;
  }
  if (isDataClassifier(facts, hints)) {
    marks.strong("prepares-data", sign.line, `trains a classifier for data: ${sign.what}`);
    marks.weak("fine-tunes", sign.line, sign.what);
    return true;
  }
  // A step taken to be timed is no training of the model.
  if (hints.named.speed) marks.weak("trains", sign.line, sign.what);
  else if (tuning === undefined) marks.strong("trains", sign.line, sign.what);
  else {
    marks.strong("fine-tunes", sign.line, `${sign.what}; ${tuning}`);
    marks.weak("trains", sign.line, sign.what);
  }
  return true;
}

function trainingSign(facts: PythonFacts, hints: PathHints): Sign | undefined {
  return (
    tunerSign(facts) ??
    gradientSign(facts) ??
    (hints.named.trains ? loopSign(facts) : undefined) ??
    trainerSign(facts) ??
    functionalSign(facts) ??
    kerasSign(facts) ??
    lightningSign(facts) ??
    frameworkSign(facts, hints)
  );
}

function tunerSign(facts: PythonFacts): Sign | undefined {
  const call = facts.calls.find((candidate) => TUNER.test(candidate.callee));
  return call && { line: call.line, what: `${call.name}(…)` };
}

/** A backward pass and an optimizer's step in one file. */
function gradientSign(facts: PythonFacts): Sign | undefined {
  const backward = facts.calls.find(
    (call) =>
      call.name === "backward" &&
      call.callee.includes(".") &&
      !/^(?:super|ctx|torch\.autograd|torch\.ops)/.test(call.callee) &&
      !/(?:^|\.)[A-Z]\w{0,40}\.backward$/.test(call.callee),
  );
  if (backward === undefined) return undefined;
  const step = facts.calls.find(
    (call) =>
      (call.name === "step" || call.name === "minimize") &&
      OPTIMIZER.test(call.callee.slice(0, call.callee.lastIndexOf("."))),
  );
  if (step) return { line: backward.line, what: `${backward.callee}() and ${step.callee}()` };
  const engine = facts.calls.find((call) =>
    /(?:deepspeed\.initialize|fabric\.setup|accelerator\.prepare|Accelerator)$/.test(call.callee),
  );
  return engine && { line: backward.line, what: `${backward.callee}() with ${engine.callee}` };
}

/** A training loop whose loss is propagated in another file: the optimizer is cleared and stepped here. */
function loopSign(facts: PythonFacts): Sign | undefined {
  const isOnOptimizer = (call: PythonCall): boolean =>
    OPTIMIZER.test(call.callee.slice(0, call.callee.lastIndexOf(".")));
  const cleared = facts.calls.find((call) => call.name === "zero_grad" && isOnOptimizer(call));
  const step = facts.calls.find((call) => call.name === "step" && isOnOptimizer(call));
  return cleared && step && { line: step.line, what: `${cleared.callee}() and ${step.callee}()` };
}

/** A trainer is made and told to train. */
function trainerSign(facts: PythonFacts): Sign | undefined {
  const made = facts.calls.find((call) => MADE_TRAINER.test(call.callee) && !NOT_NETWORK_TRAINER.test(call.callee));
  if (made === undefined) {
    const own = facts.calls.find((call) => /^(?:self\.)?_?trainer\.(?:train|fit|train_step)$/.test(call.callee));
    return own && facts.assigned.has("trainer") ? { line: own.line, what: `${own.callee}()` } : undefined;
  }
  const told = facts.calls.find(
    (call) =>
      /^(?:train|fit|learn|training_loop|pretrain|run|train_step)$/.test(call.name) &&
      /trainer|learner|\?/i.test(call.callee),
  );
  return told && { line: told.line, what: `${made.name}(…) and ${told.callee}()` };
}

/** JAX: a gradient of the loss and an update. */
function functionalSign(facts: PythonFacts): Sign | undefined {
  const gradient =
    facts.calls.find((call) =>
      /(?:^|\.)(?:value_and_grad|filter_value_and_grad|filter_grad)$|^jax\.grad$/.test(call.callee),
    ) ?? facts.calls.find((call) => /GradientTape$/.test(call.callee));
  if (gradient === undefined) return undefined;
  const update = facts.calls.find(
    (call) =>
      /^(?:apply_gradients|apply_updates|update|apply_gradient)$/.test(call.name) &&
      /optax|optim|opt\b|tx\.|state|trainer|\?/i.test(call.callee),
  );
  return update && { line: gradient.line, what: `${gradient.callee} and ${update.callee}()` };
}

function kerasSign(facts: PythonFacts): Sign | undefined {
  if (!["keras", "tensorflow", "tf_keras", "fastai", "mindspore", "paddle"].some((name) => facts.packages.has(name)))
    return undefined;
  const estimator = facts.calls.find((call) =>
    /(?:^|[._])estimator\.(?:train|train_and_evaluate)$|(?:^|\.)train_and_evaluate$/.test(call.callee),
  );
  if (estimator) return { line: estimator.line, what: `${estimator.callee}()` };
  const fit = facts.calls.find(
    (call) =>
      /^(?:fit|fit_generator|train_on_batch|fit_one_cycle)$/.test(call.name) ||
      (call.name === "train" && call.keywords.includes("callbacks")),
  );
  return fit && { line: fit.line, what: `${fit.callee}()` };
}

const TRAINING_STEP = ["train_step", "training_step", "train_one_epoch", "train_epoch", "train_batch"];

/** A training step and its optimizers, for a trainer elsewhere; or the trainer itself. */
function lightningSign(facts: PythonFacts): Sign | undefined {
  for (const found of facts.classes) {
    if (found.methods.has("training_step") && found.methods.has("configure_optimizers"))
      return { line: found.line, what: `class ${found.name} with training_step and configure_optimizers` };
    const steps = facts.calls.some(
      (call) =>
        call.className === found.name &&
        call.name === "step" &&
        OPTIMIZER.test(call.callee.slice(0, call.callee.lastIndexOf("."))),
    );
    if (TRAINER.test(found.name) && steps && TRAINING_STEP.some((method) => found.methods.has(method)))
      return { line: found.line, what: `class ${found.name} with a training step` };
    if (
      found.bases.some((base) => TRAINER.test(base)) &&
      ["compute_loss", "training_step", "train_step", "train"].some((method) => found.methods.has(method))
    )
      return { line: found.line, what: `class ${found.name}(${found.bases[0]}) with a training step` };
  }
  return undefined;
}

/** The main function of another module, in a file that is named after training: `open_lm.main.main(arguments)`. */
const MAIN = /^[a-z_]\w{1,40}(?:\.\w{1,40}){0,3}\.(?:main|train|training|pretrain)\.(?:main|train|run)$/;

/** Entry points of training frameworks that are called by name. */
function frameworkSign(facts: PythonFacts, hints: PathHints): Sign | undefined {
  const call = facts.calls.find(
    (candidate) =>
      (candidate.name === "pretrain" && /megatron|training/.test(candidate.callee)) ||
      (hints.named.trains && facts.packages.has("torch") && MAIN.test(candidate.callee)) ||
      /^(?:megatron\.|nemo\.|torchtitan\.|composer\.|litgpt\.|axolotl\.|llamafactory\.|swift\.|t5x\.|fairseq_cli\.)[\w.]{0,80}(?:\.train|pretrain|finetune|run_exp|sft_main|cli_main)$/.test(
        candidate.callee,
      ),
  );
  return call && { line: call.line, what: `${call.callee}()` };
}

/** What makes a training a fine-tuning; undefined when the network starts from its own definition. */
function tuningSign(facts: PythonFacts, hints: PathHints, defines: boolean): string | undefined {
  const peft = facts.calls.find((call) =>
    /(?:^|\.)(?:get_peft_model|LoraConfig|prepare_model_for_kbit_training|PeftModel)$/.test(call.callee),
  );
  if (peft) return `${peft.name}`;
  const tuner = facts.calls.find((call) => TUNER.test(call.callee));
  if (tuner) return tuner.name;
  if (hints.tunes) return "named fine-tuning";
  const loads = facts.calls.find(
    (call) => call.name === "from_pretrained" && !/token|processor|config|feature/i.test(call.callee),
  );
  // Its own network: built from a configuration, or a class out of a module that is called after the model.
  const builds = facts.calls.some(
    (call) =>
      call.name === "from_config" ||
      /^[A-Z]\w{1,60}(?:Model|Transformer|ForCausalLM|ForPreTraining|GPT|LM)$/.test(call.name) ||
      /(?:^|\.)(?:\w{0,40}models?|\w{0,40}modeling\w{0,40}|networks?|nets?|arch\w{0,20})\.[A-Z]\w{1,60}$/.test(
        call.callee,
      ),
  );
  return loads && !builds && !defines ? `starts from ${loads.callee}` : undefined;
}

/** Classifiers and scorers trained to filter data are data preparation: a sequence classifier in a data-like place. */
function isDataClassifier(facts: PythonFacts, hints: PathHints): boolean {
  const classifier = facts.calls.some((call: PythonCall) =>
    /ForSequenceClassification|train_supervised|LogisticRegression/.test(call.callee),
  );
  return classifier && (hints.data || hints.classifies);
}
