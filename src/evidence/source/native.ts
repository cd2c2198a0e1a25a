import { firstLines } from "../files/content.ts";
import type { Marks } from "./marks.ts";
import { isDownloadUrl, isHubId, type References } from "./references.ts";

interface Seen {
  readonly line: number;
  readonly text: string;
}

/** C, C++ and CUDA by single lines: a network is attention and a normalisation in one file that is no lone kernel. */
export function markC(text: string, marks: Marks): void {
  const lines = firstLines(text, 12_000).map((line) =>
    /^\s{0,80}(?:\/\/|\*|\/\*)/.test(line) ? "" : (line.split("//")[0] ?? ""),
  );
  const first = (pattern: RegExp): Seen | undefined => {
    const index = lines.findIndex((line) => pattern.test(line));
    return index < 0 ? undefined : { line: index + 1, text: (lines[index] ?? "").trim() };
  };
  const attention = first(
    /\b(?:\w{0,40}attention\w{0,40}|ggml_soft_max\w{0,20}|ggml_flash_attn\w{0,20}|softmax)\s?\(/i,
  );
  const norm = first(/\b(?:\w{0,30}rms_?norm\w{0,30}|\w{0,30}layer_?norm\w{0,30}|ggml_norm|ggml_rms_norm)\s?\(/i);
  const product = first(/\b(?:matmul|\w{0,20}matmul\w{0,20}|ggml_mul_mat|cblas_sgemm|sgemm)\s?\(/i);
  const forward = first(/\b(?:\w{0,40}forward|\w{0,30}build_graph|llama_eval|gpt\w{0,20}_eval|transformer)\s?\(/i);
  if (attention && norm && product && forward) marks.strong("defines-network", forward.line, forward.text);
  else if (forward && (attention || norm || product)) marks.weak("defines-network", forward.line, forward.text);
  const backward = first(/\b\w{0,40}(?:backward|zero_grad)\s?\(/i);
  const update = first(/\b\w{0,40}(?:_update|adamw?|sgd|optimizer_step)\w{0,20}\s?\(/i);
  if (backward && update && forward && product) marks.strong("trains", update.line, update.text);
  const sampled = first(
    /\b(?:sample|sample_argmax|sample_mult|generate|llama_decode|llama_sampl\w{1,40}|whisper_full)\s?\(/i,
  );
  if (sampled && (forward || /llama_|whisper_/.test(sampled.text)) && first(/\bmain\s?\(/))
    marks.strong("infers", sampled.line, sampled.text);
}

/** JavaScript and TypeScript by single lines: running a model in a browser or Node. */
export function markJavaScript(text: string, marks: Marks, references: References): void {
  const lines = firstLines(text, 8_000);
  const imports = lines.findIndex((line) =>
    /(?:from|require\()\s{0,4}["'](?:@huggingface\/transformers|@xenova\/transformers|onnxruntime-(?:web|node)|@mlc-ai\/web-llm|@tensorflow\/tfjs[\w-]{0,20})["']/.test(
      line,
    ),
  );
  if (imports < 0) return;
  const run = lines.findIndex((line) =>
    /\b(?:pipeline|session\.run|\.generate|model\.predict|\.execute|chat\.completions\.create)\s?\(/.test(line),
  );
  if (run >= 0) marks.strong("infers", run + 1, (lines[run] ?? "").trim());
  for (const [index, line] of lines.entries())
    for (const match of line.matchAll(/["'`]([^"'`\s]{4,300})["'`]/g)) {
      const literal = match[1] ?? "";
      if (isDownloadUrl(literal)) references.add({ kind: "url", id: literal, via: "string", line: index + 1 });
      else if (isHubId(literal) && /pipeline|from_pretrained|model/i.test(line) && !literal.startsWith("@"))
        references.add({ kind: "hf-model", id: literal, via: "string", line: index + 1 });
    }
}
