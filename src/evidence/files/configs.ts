import type { Entry } from "../../snapshot/snapshot.ts";
import { type Analyse, analyseAnew } from "../facts-cache.ts";
import { areaOf } from "./area.ts";
import { type Contents, firstLines, textOf } from "./content.ts";
import { isDependencyName, linesOfDependencies } from "./dependencies.ts";
import { evaluationDataIn, liesWithEvaluation } from "./evaluation-settings.ts";
import type { ConfigFile } from "./files.ts";
import { isObject, parseJson } from "./json.ts";
import { partsOf } from "./path.ts";
import { recogniseResults } from "./result-formats.ts";

/** Settings of a training run, each a family of keys; two families in one file make it a training configuration. */
const TRAINING_KEYS: readonly RegExp[] = [
  /^(?:learning_?rate|lr|max_lr|min_lr|peak_lr|base_lr|lr_init|lr_final|start_lr|learning_rate_\w{1,30})$/,
  /^(?:(?:global_|train_|micro_|per_device_train_|device_train_|global_train_|per_gpu_train_|real_|mini_)?(?:micro_?)?batch_?size(?:_per_\w{1,20})?|micro_bsz|train_micro_batch_size_per_gpu|batch_size_per_gpu|tokens_per_batch|batch_accumulation_per_replica|micro_batch_size)$/,
  /^(?:optimizer|optim|optimizer_name|optimizer_type|optimizer_factory|adam_?beta_?[12]|beta_?[12]|betas|adam_eps(?:ilon)?)$/,
  /^(?:(?:lr_)?warm_?up(?:_\w{1,30})?|num_warmup_steps|t_warmup|warmup_ratio|lr_warmup_(?:steps|fraction|samples|iters))$/,
  /^(?:weight_?decay|decoupled_weight_decay)$/,
  /^(?:max_steps|train_steps|total_steps|train_iters|max_iters|num_train_epochs|num_epochs|epochs|max_epochs|epoch_count|max_duration|total_train_steps|training_steps|train_samples|max_train_steps|train_tokens)$/,
  /^(?:lr_)?(?:scheduler|lr_scheduler|lr_scheduler_type|lr_schedule|lr_decay_\w{1,30}|schedule|decay_lr|lr_decay_iters)$/,
  /^(?:gradient_accumulation(?:_steps)?|grad_accum(?:_steps)?|accumulate_grad_batches|accumulate_grad|gradient_accumulation_steps)$/,
  /^(?:grad(?:ient)?_clip(?:ping)?(?:_val|_norm)?|max_grad_norm|clip_grad(?:_norm)?|max_norm)$/,
  /^(?:seq(?:uence)?_len(?:gth)?|max_sequence_length|max_seq_len(?:gth)?|block_size|ctx_len|model_max_length)$/,
  /^(?:zero_optimization|fsdp(?:_config)?|pipe_parallel_size|tensor_model_parallel_size|model_parallel_size|deepspeed|grad_cp|activation_checkpointing|gradient_checkpointing)$/,
  /^(?:train_data(?:_paths?)?|data_mixer|training_mixture|dataset_weights|data_path|train_file|datasets?_mixture|mixture_name)$/,
];

/** A run that only evaluates says so in its settings. */
const EVALUATES_ONLY =
  /^\s{0,20}["']?(?:eval_only|only_eval|evaluate_only|evaluation_only|test_only)["']?\s{0,10}[:=]\s{0,10}(?:true|1)\b/i;

/** Families that say optimisation itself: one of them must be there, so that a model's or a server's settings do not count. */
const OPTIMISING = new Set([0, 2, 3, 4, 6, 7, 8]);

const TOKENIZER_FILE =
  /^(?:tokenizer(?:_config)?\.json|special_tokens_map\.json|added_tokens\.json|vocab\.(?:json|txt|bpe)|merges\.txt|spiece\.model|sentencepiece\.bpe\.model|tokenizer[\w.-]{0,40}\.(?:model|json|bin|vocab)|[\w.-]{1,60}\.tiktoken|[\w.-]{0,60}(?:_vocab_|vocab|sp_|spm|sentencepiece|bpe|_tokenizer)[\w.-]{0,60}\.(?:model|txt|vocab|json))$/;
const LOG_FILE =
  /^(?:trainer_state\.json|training_args\.(?:bin|json|txt)|train_results\.json|events\.out\.tfevents[\w.-]{0,120}|wandb-summary\.json|wandb-metadata\.json|optimizer[\w.-]{0,30}\.(?:pt|bin|pth)|scheduler\.(?:pt|bin)|rng_state[\w.-]{0,20}\.pth|training[-_]?log[\w.-]{0,60}|train[-_]?log[\w.-]{0,60}|[\w.-]{0,60}(?:loss|training)[-_](?:curves?|logs?)[\w.-]{0,60}\.(?:csv|json|jsonl|txt|log))$/;
const MODEL_FILE =
  /^(?:config[\w.-]{0,60}|generation_config|params|hparams|model_index|preprocessor_config|processor_config|adapter_config|model_config[\w.-]{0,60})\.json$/;

/** Configuration files that say something of the release, by content; each entry gives at most one. */
export function findConfigs(
  entries: readonly Entry[],
  contents: Contents,
  analyse: Analyse = analyseAnew,
): ConfigFile[] {
  const found: ConfigFile[] = [];
  for (const entry of entries) {
    if (entry.kind !== "file") continue;
    const { lower, extension } = partsOf(entry.path);
    if (!isConfigLike(lower, extension)) continue;
    const area = areaOf(entry.path);
    if (area === "vendored") continue;
    const text = textOf(contents, entry.path);
    const seen =
      kindByName(entry, lower) ??
      (text === undefined
        ? undefined
        : analyse("config", { ...entry, text }, (file) => kindByText(file.path, file.text)));
    if (seen) found.push({ path: entry.path, sha: entry.sha, ...seen, area });
  }
  return found;
}

type Seen = Pick<ConfigFile, "kind" | "line" | "evaluationData">;

function isConfigLike(lower: string, extension: string): boolean {
  return (
    /^(?:ya?ml|json|toml|gin|cfg|ini|conf|py|sh|slurm|sbatch|bash|hcl)$/.test(extension) ||
    isDependencyName(lower) ||
    TOKENIZER_FILE.test(lower) ||
    LOG_FILE.test(lower)
  );
}

function kindByName(entry: Entry, lower: string): Seen | undefined {
  if (TOKENIZER_FILE.test(lower) && (entry.size ?? 1) > 0) return { kind: "tokenizer", line: 1 };
  return LOG_FILE.test(lower) ? { kind: "log", line: 1 } : undefined;
}

function kindByText(path: string, text: string): Seen | undefined {
  const { lower, extension } = partsOf(path);
  if (isDependencyName(lower)) {
    const line = linesOfDependencies(lower, text);
    return line === undefined ? undefined : { kind: "dependencies", line };
  }
  if (extension === "json") return jsonKind(path, lower, text);
  if (extension === "yaml" || extension === "yml") {
    const task = evaluationLine(text);
    if (task !== undefined) return { kind: "evaluation", line: task, evaluationData: evaluationDataIn(text) };
  }
  const evaluation = firstLines(text, 400).findIndex((line) => EVALUATES_ONLY.test(line)) + 1;
  if (evaluation > 0 && !SHELL.has(extension) && (extension !== "py" || isPlainAssignments(text)))
    return { kind: "evaluation", line: evaluation };
  const training = trainingLine(text, extension);
  if (training !== undefined) return { kind: "training", line: training };
  return extension === "yaml" || extension === "yml" ? loadedForEvaluation(path, text) : undefined;
}

/** Settings that lie with the evaluation and name the data sets that it loads. */
function loadedForEvaluation(path: string, text: string): Seen | undefined {
  const evaluationData = liesWithEvaluation(path) ? evaluationDataIn(text) : [];
  const [first] = evaluationData;
  return first === undefined ? undefined : { kind: "evaluation", line: first.line, evaluationData };
}

function jsonKind(path: string, lower: string, text: string): Seen | undefined {
  const value = text.length > 1_000_000 ? undefined : parseJson(text);
  if (!isObject(value) || recogniseResults(value, path) !== undefined) return undefined;
  if (Array.isArray(value.log_history) && "global_step" in value) return { kind: "log", line: 1 };
  const architecture = [
    "architectures",
    "model_type",
    "auto_map",
    "_class_name",
    "hidden_size",
    "n_layers",
    "n_layer",
    "num_hidden_layers",
    "d_model",
    "dim",
  ].some((key) => key in value);
  const training = trainingLine(text, "json");
  if (training !== undefined) return { kind: "training", line: training };
  if (
    architecture &&
    (MODEL_FILE.test(lower) ||
      "architectures" in value ||
      "model_type" in value ||
      "hidden_size" in value ||
      ("dim" in value && "n_heads" in value))
  )
    return { kind: "model", line: 1 };
  return loadedForEvaluation(path, text);
}

/**
 * The line of the first optimisation setting, when at least two families of training settings are set in the text.
 * Keys are read line by line (`key: value`, `key = value`, `"key": value`, `--key value`), so that YAML with custom
 * tags, templates and Gin bindings need no parser.
 */
export function trainingLine(text: string, extension: string): number | undefined {
  const families = new Set<number>();
  let first: number | undefined;
  // A Python file counts when it is a configuration: nothing but assignments; code that trains is a source, not a setting.
  if (extension === "py" && !isPlainAssignments(text)) return undefined;
  const lines = firstLines(text, 3_000);
  for (const [index, line] of lines.entries()) {
    for (const key of keysIn(line, extension)) {
      const family = TRAINING_KEYS.findIndex((pattern) => pattern.test(key));
      if (family < 0) continue;
      families.add(family);
      if (first === undefined && OPTIMISING.has(family)) first = index + 1;
    }
  }
  return first !== undefined && families.size >= 2 ? first : undefined;
}

const SHELL = new Set(["sh", "slurm", "sbatch", "bash"]);

function keysIn(line: string, extension: string): string[] {
  const keys: string[] = [];
  const text = line.slice(0, 1_000);
  if (/^\s{0,100}(?:#|\/\/)/.test(text)) return keys;
  if (SHELL.has(extension)) {
    for (const match of text.matchAll(/(?:^|\s)--?([A-Za-z][\w.-]{1,60})(?=[\s=]|$)/g)) keys.push(match[1]!);
    for (const match of text.matchAll(/^\s{0,20}(?:export\s{1,4})?([A-Za-z_]{2,40})=/g)) keys.push(match[1]!);
  } else
    for (const match of text.matchAll(/(?:^|[\s{,(])["']?([A-Za-z][\w./-]{0,80})["']?\s{0,40}[:=](?!=)/g))
      keys.push(match[1]!);
  return keys.map((key) => (key.split(/[./]/).pop() ?? key).replace(/-/g, "_").toLowerCase());
}

function isPlainAssignments(text: string): boolean {
  const lines = firstLines(text, 400).filter((line) => /^\S/.test(line) && !/^(?:#|["')\]}]|import |from )/.test(line));
  return (
    lines.length > 0 && lines.every((line) => /^[A-Za-z_][\w.]{0,80}(?:\s?:\s?[\w[\], |]{1,60})?\s{0,20}=/.test(line))
  );
}

/** An lm-evaluation-harness task, or a run's configuration of a harness; the keys are those of the harness's own loader. */
function evaluationLine(text: string): number | undefined {
  const lines = firstLines(text, 400);
  const line = (pattern: RegExp) => lines.findIndex((candidate) => pattern.test(candidate)) + 1;
  const task = line(/^(?:task|group|tag):/);
  const source = line(/^(?:dataset_path|include|dataset_name|custom_dataset):/);
  const how = line(
    /^(?:doc_to_text|doc_to_target|output_type|metric_list|process_results|generation_kwargs|aggregate_metric_list):/,
  );
  if (source > 0 && how > 0) return task || how;
  if (task > 0 && (how > 0 || source > 0)) return task;
  const run = line(/^model_args:/);
  return run > 0 && line(/^tasks:/) > 0 ? run : undefined;
}
