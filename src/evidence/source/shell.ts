import { namesBenchmark } from "../files/benchmarks.ts";
import type { Marks } from "./marks.ts";
import { type PathHints, pathHints } from "./path-hints.ts";
import { isDownloadUrl, isHubId, type References } from "./references.ts";

interface Command {
  readonly line: number;
  readonly text: string;
}

const LAUNCHER =
  /\b(?:torchrun|(?<!-)deepspeed(?=\s)|accelerate\s{1,4}launch|torch\.distributed\.(?:launch|run)|srun|mpirun|horovodrun|composer|llamafactory-cli|fairseq-train|axolotl|swift\s{1,4}(?:sft|pt|rlhf)|nemo\s{1,4}llm|tune\s{1,4}run|xtuner\s{1,4}train|paddle\.distributed\.launch|msrun)\b/;
const PROGRAM = /(?:^|[\s;|&/"'])([\w./${}-]{1,200}\.(?:py|sh|slurm|sbatch))(?=[\s"';]|$)/g;
const MODULE = /\bpython[\d.]{0,5}\s{1,4}(?:-[uO]\s{1,4}){0,2}-m\s{1,4}([\w.]{1,120})/g;
const HARNESS =
  /\b(?:lm_eval|lm-eval|lighteval|inspect\s{1,4}eval|helm-run|opencompass|evalplus\.\w{1,20}|mteb\s{1,4}run|lm_eval_harness|lm-evaluation-harness|oe-eval|olmes|evalscope|alpaca_eval|lmms_eval|vlmeval|sacrebleu|--eval_tasks|t5_eval)\b/;
/** Settings of a training, as options (`--lr 1e-4`) or as overrides (`optimizer.lr=1e-4`). */
const TRAINING_ARGUMENTS =
  /(?:^|\s)(?:--?)?(?:[\w]{1,40}\.){0,3}(?:learning[_-]rate|lr|lr_init|max[_-]lr|train[_-]iters|train[_-]samples|train_files?|train_data|max_train_steps|num_train_epochs|n_epochs|epochs?|epoch_count|per_device_train_batch_size|micro[_-]batch[_-]size|micro_bsz|global[_-]batch[_-]size|warmup_steps|lr[_-]warmup[_-]\w{1,10}|lr_scheduler_type|lr[_-]decay[_-]style|weight[_-]decay|gradient_accumulation_steps|do_train|max_epochs?|train_batch_size|deepspeed_config|optimizer|adam[_-]beta[12]|clip[_-]grad)(?=[\s=]|$)/g;
const TUNING =
  /\s--?(?:lora_\w{1,20}|use_lora|model_name_or_path|use_peft|peft_\w{1,20}|finetuning_type|finetune|quantization_bit|pre_seq_len)\b|fine[_-]?tun|\bsft\b|\bdpo\b|\blora\b|pretrained_models?\/|operative_config\.gin/i;
const PREPARES =
  /\b(?:fairseq-preprocess|spm_encode|preprocess_data\.py|dolma\s{1,4}(?:tokens|dedupe|tag|mix)|subword-nmt|make_data\.py|prepare_\w{0,30}(?:data|dataset|corpus|memmap|tok)\w{0,30}\.py|tokenize_\w{1,40}\.py)\b|-m\s{1,4}datatrove\b/;
const INFERS =
  /\b(?:vllm\s{1,4}serve|llama-(?:cli|server)|ollama\s{1,4}run|fairseq-(?:interactive|generate)|mlx_lm\.(?:generate|chat|server)|text-generation-launcher|trtllm-serve|sglang\.launch_server|vllm\.entrypoints[\w.]{1,60})/;

/** Marks what a shell script launches, and adds what it downloads. */
export function markShell(text: string, path: string, marks: Marks, references: References): void {
  const own = pathHints(path);
  let launched: Command | undefined;
  let settings = 0;
  for (const command of commandsOf(text)) {
    // Long commands are built up in variables (`export RUN="torchrun …"`), which are read like commands.
    if (LAUNCHER.test(command.text) && !NOT_RUN.test(command.text)) launched ??= command;
    settings += countSettings(command.text);
    markCommand(command, own, marks);
    addDownloads(command, references);
  }
  if (
    launched &&
    settings >= 2 &&
    !marks.has("trains") &&
    !marks.has("fine-tunes") &&
    !own.evaluates &&
    !marks.has("evaluates")
  )
    marks.strong(own.tunes || TUNING.test(text) ? "fine-tunes" : "trains", launched.line, shown(launched.text));
}

const NOT_RUN = /^\s{0,40}(?:usage|echo|printf|cd|mkdir|rm|cp|mv|conda|source|module|pip|#)\b/i;

function countSettings(text: string): number {
  return [...text.matchAll(TRAINING_ARGUMENTS)].length;
}

function shown(text: string): string {
  return text
    .trim()
    .replace(/\s{1,100}/g, " ")
    .slice(0, 100);
}

function markCommand({ line, text }: Command, own: PathHints, marks: Marks): void {
  if (NOT_RUN.test(text)) return;
  const what = shown(text);
  const assigned = /^(?:export\s)?[A-Za-z_]\w{0,60}=/.test(what);
  if (assigned && !LAUNCHER.test(text) && !HARNESS.test(text)) return;
  if (HARNESS.test(text)) marks.strong("evaluates", line, what);
  else if (INFERS.test(text)) marks.strong("infers", line, what);
  else if (/\bspm_train\b|SentencePieceTrainer/.test(text)) marks.strong("tokenizes", line, what);
  else if (PREPARES.test(text)) marks.strong("prepares-data", line, what);
  else if (/\bt5_mesh_transformer\b|\bt5\.models\.mesh_transformer_main\b/.test(text))
    markMesh(text, line, what, marks);
  else markProgram({ line, text }, own, marks);
}

/** A program that is launched: what it is called, and whether its arguments are those of a training. */
function markProgram({ line, text }: Command, own: PathHints, marks: Marks): void {
  const what = shown(text);
  const programs = [
    ...[...text.matchAll(PROGRAM)].map((match) => match[1] ?? ""),
    ...[...text.matchAll(MODULE)].map((match) => (match[1] ?? "").replaceAll(".", "/")),
  ];
  const launches =
    LAUNCHER.test(text) ||
    /\bpython[\d.]{0,5}\b|\b(?:bash|sh|sbatch|source)\s/.test(text) ||
    /^\.?\/?[\w./-]{1,100}\.(?:py|sh)\b/.test(what);
  if (!launches) return;
  const named = programs.map((program) => pathHints(program.split("/").slice(-2).join("/")));
  if (named.some((hint) => hint.about)) return;
  const settings = countSettings(text);
  if (named.some((hint) => /speed|latency|throughput|efficien/i.test(what) && hint.speed)) {
    marks.strong("measures-speed", line, what);
  } else if (named.some((hint) => hint.evaluates) && settings === 0) {
    const measured = /\s--?(?:tasks?|benchmark|dataset|data|split|metrics?|num_fewshot|ntrain)\b/.test(text);
    if (measured || own.evaluates || namesBenchmark(text.slice(0, 300))) marks.strong("evaluates", line, what);
    else marks.weak("evaluates", line, what);
  } else if (settings > 0 || named.some((hint) => hint.named.trains)) {
    if (named.some((hint) => hint.data && !hint.named.trains) || (own.data && !own.trains && !own.tunes)) {
      marks.weak("prepares-data", line, what);
      return;
    }
    const tunes = TUNING.test(text) || named.some((hint) => hint.tunes) || own.tunes;
    // Megatron's `--finetune` only resets the step: what is called pretraining is that.
    const role = tunes && !/pretrain_?\w{0,30}\.py/.test(text) ? "fine-tunes" : "trains";
    if (settings > 0 || LAUNCHER.test(text)) marks.strong(role, line, what);
    else marks.weak(role, line, what);
  } else if (named.some((hint) => hint.data)) marks.weak("prepares-data", line, what);
  else if (named.some((hint) => hint.infers)) marks.weak("infers", line, what);
  else if (LAUNCHER.test(text) && programs.length > 0 && (own.trains || own.tunes))
    marks.weak(own.tunes ? "fine-tunes" : "trains", line, what);
}

/** The T5 launcher: its gin files say whether it trains on, evaluates or decodes. */
function markMesh(text: string, line: number, what: string, marks: Marks): void {
  if (/run_train|finetune|operative_config|TRAIN|MIXTURE_NAME|train_steps/.test(text))
    marks.strong(/finetune|operative_config|pretrained/.test(text) ? "fine-tunes" : "trains", line, what);
  if (/gin_file=.{0,40}eval|checkpoint_all|mode.{0,10}eval|eval_checkpoint/.test(text))
    marks.strong("evaluates", line, what);
  if (/gin_file=.{0,40}infer|sample_decode|beam_search/.test(text)) marks.strong("infers", line, what);
}

const FETCHER = /\b(?:wget|curl|aria2c|gsutil|gcloud\s{1,4}storage|aws\s{1,4}s3|azcopy|gdown)\b/;

function addDownloads({ line, text }: Command, references: References): void {
  const hub = /\b(?:huggingface-cli|hf)\s{1,4}download\s([^;|&\n]{1,300})/.exec(text);
  if (hub) {
    const id = (hub[1] ?? "")
      .split(/\s{1,20}/)
      .map((word) => word.replace(/^["']|["']$/g, ""))
      .find((word) => isHubId(word));
    if (id)
      references.add({
        kind: /--repo-type[= ]{1,4}dataset/.test(text) ? "hf-dataset" : "hf-model",
        id,
        via: "hf download",
        line,
      });
  }
  const fetcher = FETCHER.exec(text)?.[0] ?? (/\bgit\s{1,4}clone\b/.test(text) ? "git clone" : undefined);
  if (fetcher === undefined) return;
  for (const match of text.matchAll(/(?:https?|gs|s3):\/\/[^\s"'\\)]{4,400}/g)) {
    if (fetcher === "git clone" && !/huggingface\.co|modelscope/.test(match[0])) continue;
    if (isDownloadUrl(match[0])) references.add({ kind: "url", id: match[0], via: fetcher, line });
  }
}

/** Commands of a script: comments dropped, continued lines joined, at most 2,000 of them. */
function commandsOf(text: string): Command[] {
  const commands: Command[] = [];
  let pending = "";
  let start = 1;
  const lines = text.split("\n").slice(0, 5_000);
  for (const [index, raw] of lines.entries()) {
    const line = raw.slice(0, 2_000);
    if (/^\s{0,200}#/.test(line) && pending === "") continue;
    if (pending === "") start = index + 1;
    const continued = line.endsWith("\\");
    pending += `${continued ? line.slice(0, -1) : line} `;
    if (continued && pending.length < 6_000) continue;
    if (pending.trim() !== "") commands.push({ line: start, text: pending.slice(0, 6_000) });
    pending = "";
    if (commands.length >= 2_000) break;
  }
  if (pending.trim() !== "") commands.push({ line: start, text: pending.slice(0, 6_000) });
  return commands;
}
