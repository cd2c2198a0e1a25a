/** The figures of result files whose tool writes down what was measured: model, task, metric, and examples in the prompt. */
import type { Facts } from "../../evidence/facts.ts";
import type { ResultFile } from "../../evidence/files/files.ts";
import { isObject, type JsonObject, parseJson } from "../../evidence/files/json.ts";
import { LineIndex } from "../../evidence/source/lines.ts";
import { textAt } from "../looking.ts";
import { metricOf, modelOf, type Score, taskOf } from "./score.ts";

/** Folders of runs that are not those of the release as it stands. */
const ASIDE =
  /(?:^|\/)(?:old|legacy|archive[ds]?|deprecated|baselines?|ablations?|debug|tmp|examples?|samples?)(?:\/|$)/i;
const MOST_SCORES = 5_000;
/** What makes other weights of the same name: quantised, with an adapter, as a difference to others. */
const ALTERED = /^(?:load_in_[48]bit|peft|delta|autogptq|gptqmodel|gguf_file|lora|adapter|quantization)$/;

export interface ResultScores {
  readonly scores: readonly Score[];
  /** Result files that might hold more figures and were not read. */
  readonly unread: number;
}

/** Every figure of the result files that is surely told; partial runs and altered weights are left out. */
export function resultScores(facts: Facts): ResultScores {
  const scores: Score[] = [];
  let unread = 0;
  for (const file of facts.results) {
    if (file.area !== "own") continue;
    const text = textAt(facts, file.path);
    if (text === undefined) unread += 1;
    else if (!ASIDE.test(file.path) && scores.length < MOST_SCORES) scores.push(...scoresOf(file, text));
  }
  return { scores, unread };
}

function scoresOf(file: ResultFile, text: string): readonly Score[] {
  if (!file.path.toLowerCase().endsWith(".json")) return [];
  const value = parseJson(text);
  if (!isObject(value) || !isObject(value.results)) return [];
  const found =
    file.tool === "lm-evaluation-harness" ? harness(value) : file.tool === "lighteval" ? lighteval(value) : [];
  if (found.length === 0) return [];
  const lines = new LineIndex(text);
  return found.map(({ written, ...score }) => {
    const at = text.indexOf(JSON.stringify(written), Math.max(0, text.indexOf('"results"')));
    const line = at < 0 ? 1 : lines.at(at);
    return { ...score, place: { path: file.path, lines: [line, line] } };
  });
}

type Found = Omit<Score, "place"> & { readonly written: string };

/** lm-evaluation-harness, before and since 0.4 (its result schema and evaluation tracker). */
function harness(value: JsonObject): readonly Found[] {
  const config = isObject(value.config) ? value.config : {};
  const model = harnessModel(value, config);
  if (model === undefined || (config.limit !== undefined && config.limit !== null)) return [];
  const shots = isObject(value["n-shot"]) ? value["n-shot"] : {};
  const samples = isObject(value["n-samples"]) ? value["n-samples"] : {};
  return Object.entries(objectOf(value.results)).flatMap(([task, metrics]) => {
    const count = samples[task];
    if (!isObject(metrics) || (isObject(count) && count.effective !== count.original)) return [];
    return figures(task, metrics, model, numberOf(shots[task]) ?? numberOf(config.num_fewshot));
  });
}

function harnessModel(value: JsonObject, config: JsonObject): string | undefined {
  const args: unknown = config.model_args;
  const given: Record<string, unknown> = isObject(args) ? { ...args } : {};
  if (typeof args === "string")
    for (const part of args.slice(0, 2_000).split(",")) {
      const at = part.indexOf("=");
      if (at > 0) given[part.slice(0, at).trim()] = part.slice(at + 1).trim();
    }
  const isAltered = Object.entries(given).some(([key, set]) => ALTERED.test(key) && set !== false && set !== "False");
  const { revision } = given;
  if (isAltered || (revision !== undefined && revision !== null && revision !== "main" && revision !== ""))
    return undefined;
  // A bare name there is that of the harness's own class ("hf", "gpt2"); a hub's id is a model.
  const inConfig = typeof config.model === "string" && config.model.includes("/") ? config.model : undefined;
  const named = given.pretrained ?? given.model ?? value.model_name ?? inConfig;
  return typeof named === "string" ? modelOf(named) : undefined;
}

/** lighteval (its documentation, Saving and reading results): the task's key ends with the examples in the prompt. */
function lighteval(value: JsonObject): readonly Found[] {
  const general = objectOf(value.config_general);
  const inner = objectOf(general.model_config);
  const named = general.model_name ?? inner.model_name;
  const limit = general.max_samples;
  const model = typeof named === "string" ? modelOf(named) : undefined;
  const isAltered = [general, inner].some(
    (one) =>
      (typeof one.revision === "string" && !/^(?:main|[0-9a-f]{40})?$/.test(one.revision)) ||
      one.quantization_config != null,
  );
  if (model === undefined || isAltered || (limit !== undefined && limit !== null)) return [];
  return Object.entries(objectOf(value.results)).flatMap(([task, metrics]) => {
    const shots = /\|(\d{1,3})(?:\|\d)?$/.exec(task)?.[1];
    return isObject(metrics) && shots !== undefined ? figures(task, metrics, model, Number(shots)) : [];
  });
}

function figures(task: string, metrics: JsonObject, model: string, shots: number | undefined): readonly Found[] {
  return Object.entries(metrics).flatMap(([key, value]) => {
    const metric = /stderr/.test(key) ? undefined : metricOf(key.split(",")[0] ?? "");
    if (metric === undefined || typeof value !== "number" || !Number.isFinite(value)) return [];
    return [{ model, task: taskOf(task), metric, shots, value, written: task }];
  });
}

const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {});
const numberOf = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isInteger(value) && value >= 0 ? value : undefined;
