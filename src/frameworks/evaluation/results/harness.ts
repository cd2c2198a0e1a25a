/** Figures of lm-evaluation-harness, before and since 0.4 (its result schema and evaluation tracker). */
import { isObject, type JsonObject } from "../../../evidence/files/json.ts";
import { modelOf, splitOf, taskOf } from "../score.ts";
import {
  altersWeights,
  argumentsOf,
  countOf,
  type Found,
  figures,
  isReleased,
  objectOf,
  versionOf,
} from "./reading.ts";

/** Every known figure of a whole run on the released weights. */
export function harnessScores(value: JsonObject): readonly Found[] {
  const config = objectOf(value.config);
  const model = harnessModel(value, config);
  if (model === undefined || (config.limit !== undefined && config.limit !== null)) return [];
  const samples = objectOf(value["n-samples"]);
  const versions = objectOf(value.versions);
  return Object.entries(objectOf(value.results)).flatMap(([task, metrics]) => {
    const count = samples[task];
    if (!isObject(metrics) || (isObject(count) && count.effective !== count.original)) return [];
    return figures(metrics, {
      model,
      task: taskOf(task),
      shots: shotsOf(value, task) ?? countOf(config.num_fewshot),
      split: evaluationSplit(value, task),
      version: versionOf(versions[task]),
      written: ["results", task],
    });
  });
}

/** Examples in a task's prompt; of a group those of its tasks, where they are the same. */
function shotsOf(value: JsonObject, task: string): number | undefined {
  const shots = objectOf(value["n-shot"]);
  const own = countOf(shots[task]);
  if (own !== undefined) return own;
  const members = membersOf(value, task);
  const told = new Set(members.map((member) => countOf(shots[member])));
  return told.size === 1 ? [...told][0] : undefined;
}

function evaluationSplit(value: JsonObject, task: string): string | undefined {
  const configs = objectOf(value.configs);
  const told = new Set(
    membersOf(value, task).map((member) => {
      const { test_split: test, validation_split: validation } = objectOf(configs[member]);
      const named = typeof test === "string" ? test : validation;
      return typeof named === "string" ? splitOf(named) : undefined;
    }),
  );
  return told.size === 1 ? [...told][0] : undefined;
}

/** The tasks that a group stands for, through groups in it; a task stands for itself. */
function membersOf(value: JsonObject, task: string): readonly string[] {
  const groups = objectOf(value.group_subtasks);
  const members: string[] = [];
  const seen = new Set<string>();
  const open = [task];
  while (open.length > 0 && seen.size < 500) {
    const name = open.pop() ?? "";
    if (seen.has(name)) continue;
    seen.add(name);
    const inside: unknown = Object.hasOwn(groups, name) ? groups[name] : undefined;
    const names = Array.isArray(inside) ? inside.filter((one): one is string => typeof one === "string") : [];
    if (names.length === 0) members.push(name);
    else open.push(...names);
  }
  return members;
}

/** The arguments of the model, in either form in which they are written. */
export const modelArguments = (config: JsonObject): JsonObject =>
  typeof config.model_args === "string" ? argumentsOf(config.model_args) : objectOf(config.model_args);

function harnessModel(value: JsonObject, config: JsonObject): string | undefined {
  const given = modelArguments(config);
  if (altersWeights(given) || !isReleased(given.revision)) return undefined;
  // A bare name there is that of the harness's own class ("hf", "gpt2"); a hub's id is a model.
  const inConfig = typeof config.model === "string" && config.model.includes("/") ? config.model : undefined;
  const named = given.pretrained ?? given.model ?? value.model_name ?? inConfig;
  return typeof named === "string" ? modelOf(named) : undefined;
}
