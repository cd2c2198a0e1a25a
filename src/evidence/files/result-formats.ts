import { namesBenchmark, namesMetric } from "./benchmarks.ts";
import { isObject, type JsonObject } from "./json.ts";
import { partsOf } from "./path.ts";

/** What a recogniser tells about a file: the tool that wrote it, and the model it is about where the file says. */
export interface Recognised {
  readonly tool: string;
  readonly model: string | undefined;
}

type Recogniser = (value: JsonObject, path: string) => Recognised | undefined;

/** Ways of one tool each, the most particular first; the keys are those that the tools' own writers emit. */
const RECOGNISERS: readonly Recogniser[] = [
  everyEvalEver,
  inspectLog,
  lighteval,
  harness,
  harnessFork,
  moonshot,
  mteb,
  helmStats,
  evalplus,
  sweBench,
  bigcode,
  passAtK,
  trainerResults,
  openCompass,
  bareResults,
];

/** The tool whose results a parsed JSON value is, by its keys; undefined when it is none. */
export function recogniseResults(value: unknown, path: string): Recognised | undefined {
  if (Array.isArray(value)) return helmList(value) ?? recordList(value, path);
  if (!isObject(value)) return undefined;
  for (const recogniser of RECOGNISERS) {
    const result = recogniser(value, path);
    if (result) return result;
  }
  return undefined;
}

/** lm-evaluation-harness: `results` of objects, with `versions`; from 0.4 on also `configs` and metric keys with a comma. */
function harness(value: JsonObject): Recognised | undefined {
  if (!isObject(value.results)) return undefined;
  const tasks = Object.values(value.results).filter(isObject);
  if (tasks.length === 0) return undefined;
  const model = harnessModel(value);
  const known = isObject(value.versions) || (isObject(value.config) && "model_args" in value.config);
  if (
    isObject(value.configs) ||
    tasks.some((task) => Object.keys(task).some((key) => /^[^,]{1,60},\w{1,60}$/.test(key)))
  )
    return tasks.some(hasNumbers) ? { tool: "lm-evaluation-harness", model } : undefined;
  return known && tasks.some(hasNumbers) ? { tool: "lm-evaluation-harness", model } : undefined;
}

function harnessModel(value: JsonObject): string | undefined {
  const named = text(value.model_name);
  if (named) return named;
  const args: unknown = isObject(value.config) ? value.config.model_args : undefined;
  if (isObject(args)) return text(args.pretrained) ?? text(args.model);
  if (typeof args === "string") return /(?:^|,)(?:pretrained|model)=([^,\s]{1,200})/.exec(args)?.[1];
  return isObject(value.config) ? text(value.config.model) : undefined;
}

/** BigScience's fork of the harness, and results merged by date. */
function harnessFork(value: JsonObject): Recognised | undefined {
  if (isObject(value.table_results)) return { tool: "lm-evaluation-harness-fork", model: modelArgument(value) };
  if (
    Array.isArray(value.results) &&
    value.results.some((row) => isObject(row) && "task_name" in row && hasNumbers(row))
  )
    return { tool: "lm-evaluation-harness-fork", model: modelArgument(value) };
  if (isObject(value.results) && isObject(value.versions)) {
    const dated = Object.entries(value.results).find(([key]) => /^\d{4}-\d\d-\d\d/.test(key));
    if (dated) return { tool: "lm-evaluation-harness-fork", model: undefined };
  }
  return undefined;
}

function modelArgument(value: JsonObject): string | undefined {
  return typeof value.model_args === "string"
    ? /(?:pretrained|model)=([^,\s]{1,200})/.exec(value.model_args)?.[1]
    : undefined;
}

function lighteval(value: JsonObject): Recognised | undefined {
  if (!isObject(value.config_general) || !isObject(value.results)) return undefined;
  const general = value.config_general;
  const inner = isObject(general.model_config) ? text(general.model_config.model_name) : undefined;
  return { tool: "lighteval", model: text(general.model_name) ?? inner };
}

/** An Inspect log counts when the run ended in success. */
function inspectLog(value: JsonObject): Recognised | undefined {
  if (!isObject(value.eval) || !("status" in value) || !("version" in value)) return undefined;
  const run = value.eval;
  return value.status === "success" && "task" in run && "model" in run
    ? { tool: "inspect", model: text(run.model) }
    : undefined;
}

function everyEvalEver(value: JsonObject): Recognised | undefined {
  if (!("evaluation_id" in value) || !Array.isArray(value.evaluation_results)) return undefined;
  const model = isObject(value.model_info) ? (text(value.model_info.id) ?? text(value.model_info.name)) : undefined;
  return { tool: "every-eval-ever", model };
}

function moonshot(value: JsonObject): Recognised | undefined {
  if (!isObject(value.metadata) || !isObject(value.results) || !("endpoints" in value.metadata)) return undefined;
  return Array.isArray(value.results.cookbooks) || Array.isArray(value.results.recipes)
    ? { tool: "moonshot", model: undefined }
    : undefined;
}

function mteb(value: JsonObject): Recognised | undefined {
  if (!("mteb_version" in value) || !("dataset_revision" in value)) return undefined;
  return isObject(value.scores) || isObject(value.test) ? { tool: "mteb", model: undefined } : undefined;
}

function helmStats(value: JsonObject): Recognised | undefined {
  if (!isObject(value.scenario_spec) || !isObject(value.adapter_spec)) return undefined;
  return { tool: "helm", model: text(value.adapter_spec.model) };
}

function helmList(rows: readonly unknown[]): Recognised | undefined {
  const first = rows[0];
  return isObject(first) && isObject(first.name) && "split" in first.name && "mean" in first
    ? { tool: "helm", model: undefined }
    : undefined;
}

function evalplus(value: JsonObject): Recognised | undefined {
  return isObject(value.eval) && typeof value.hash === "string" && typeof value.date === "string"
    ? { tool: "evalplus", model: undefined }
    : undefined;
}

function sweBench(value: JsonObject): Recognised | undefined {
  return Array.isArray(value.resolved_ids) && ("total_instances" in value || "submitted_ids" in value)
    ? { tool: "swe-bench", model: undefined }
    : undefined;
}

/** bigcode-evaluation-harness: tasks with `pass@k` or other metrics, beside the run's `config`. */
function bigcode(value: JsonObject): Recognised | undefined {
  if (!isObject(value.config) || !("model" in value.config)) return undefined;
  const scored = Object.entries(value).some(([key, task]) => key !== "config" && isObject(task) && hasMetric(task));
  return scored ? { tool: "bigcode", model: text(value.config.model) } : undefined;
}

function passAtK(value: JsonObject): Recognised | undefined {
  const keys = Object.keys(value);
  return keys.length > 0 &&
    keys.length <= 20 &&
    keys.some((key) => /^pass@\d{1,4}$/.test(key) && typeof value[key] === "number")
    ? { tool: "pass-at-k", model: undefined }
    : undefined;
}

/** `eval_results.json` of the Transformers example scripts: flat numbers, one of them a metric of quality. */
function trainerResults(value: JsonObject): Recognised | undefined {
  const keys = Object.keys(value);
  if (keys.length > 60 || !keys.some((key) => /^(?:eval|test|predict)_/.test(key))) return undefined;
  return keys.some((key) => typeof value[key] === "number" && namesMetric(key))
    ? { tool: "trainer", model: undefined }
    : undefined;
}

/** OpenCompass writes one small object a dataset: `{accuracy}` or `{score}`, with `details` beside it. */
function openCompass(value: JsonObject, path: string): Recognised | undefined {
  if (!("details" in value) || !partsOf(path).folders.includes("results")) return undefined;
  return Object.keys(value).some((key) => namesMetric(key) && typeof value[key] === "number")
    ? { tool: "opencompass", model: undefined }
    : undefined;
}

/**
 * Results of no known tool: benchmarks by name with numbers beside or below them, or a few metrics alone in a file whose
 * path speaks of results.
 */
function bareResults(value: JsonObject, path: string): Recognised | undefined {
  const body = isObject(value.results) ? value.results : value;
  const keys = Object.keys(body).slice(0, 400);
  const scored = keys.filter((key) => namesBenchmark(key) && isScore(body[key]));
  if (scored.length >= 2) return { tool: "scores", model: text(value.model) ?? text(value.model_name) };
  if (!speaksOfResults(path)) return undefined;
  if (scored.length === 1) return { tool: "scores", model: text(value.model) ?? text(value.model_name) };
  const metrics = keys.filter((key) => namesMetric(key) && isScore(body[key]));
  if (metrics.length > 0) return { tool: "metrics", model: text(value.model) ?? text(value.model_name) };
  const nested = keys.filter((key) => isObject(body[key]) && hasMetric(body[key]));
  return nested.length > 0 ? { tool: "metrics", model: text(value.model) ?? text(value.model_name) } : undefined;
}

/** A short list of objects that each have a metric, in a file whose path speaks of results. */
function recordList(rows: readonly unknown[], path: string): Recognised | undefined {
  const some = rows.slice(0, 20).filter(isObject);
  if (some.length === 0 || rows.length > 2_000 || !speaksOfResults(path)) return undefined;
  const labelled = (row: JsonObject) =>
    ["model", "task", "dataset", "benchmark", "step", "checkpoint"].some((key) => key in row);
  return some.every((row) => hasMetric(row)) && some.every(labelled)
    ? { tool: "metrics", model: text(some[0]?.model) }
    : undefined;
}

/** True when folder or name says results, scores or evaluation. */
export function speaksOfResults(path: string): boolean {
  return /(?:^|[/_.-])(?:results?|scores?|evals?|evaluations?|eval_res|metrics?|leaderboards?|benchmarks?)(?=$|[/_.-])/i.test(
    path,
  );
}

function isScore(value: unknown): boolean {
  if (typeof value === "number") return true;
  return isObject(value) && hasNumbers(value);
}

function hasMetric(value: unknown): boolean {
  return (
    isObject(value) &&
    Object.keys(value)
      .slice(0, 100)
      .some((key) => namesMetric(key) && typeof value[key] === "number")
  );
}

function hasNumbers(value: JsonObject): boolean {
  return Object.values(value)
    .slice(0, 200)
    .some(
      (item) =>
        typeof item === "number" ||
        item === null ||
        (isObject(item) && Object.values(item).some((inner) => typeof inner === "number")),
    );
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value.slice(0, 200) : undefined;
}
