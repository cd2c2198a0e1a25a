/** Figures of lighteval (its documentation, Saving and reading results): the task's key ends with the examples in the prompt. */
import { isObject, type JsonObject } from "../../../evidence/files/json.ts";
import { modelOf, splitOf, taskOf } from "../score.ts";
import { altersWeights, type Found, figures, isReleased, objectOf, textOf, versionOf } from "./reading.ts";

/** Every known figure of a whole run on the released weights; `all`, the mean over tasks, is none. */
export function lightevalScores(value: JsonObject): readonly Found[] {
  const general = objectOf(value.config_general);
  const inner = objectOf(general.model_config);
  const named = textOf(general.model_name) ?? textOf(inner.model_name);
  const model = named === undefined ? undefined : modelOf(named);
  const { max_samples: limit } = general;
  const isOther = [general, inner].some((one) => !isReleased(one.revision) || altersWeights(one));
  if (model === undefined || isOther || (limit !== undefined && limit !== null)) return [];
  const versions = objectOf(value.versions);
  return Object.entries(objectOf(value.results)).flatMap(([task, metrics]) => {
    const shots = /\|(\d{1,3})(?:\|\d)?$/.exec(task)?.[1];
    if (!isObject(metrics) || shots === undefined) return [];
    return figures(metrics, {
      model,
      task: taskOf(task),
      shots: Number(shots),
      split: evaluationSplit(value, task),
      version: versionOf(versions[task]),
      written: ["results", task],
    });
  });
}

function evaluationSplit(value: JsonObject, task: string): string | undefined {
  // Settings stand under the key without the examples.
  const configs = objectOf(value.config_tasks);
  const config = objectOf(configs[task] ?? configs[task.replace(/\|\d{1,3}(?:\|\d)?$/, "")]);
  const { evaluation_splits: splits } = config;
  const [only, more] = Array.isArray(splits) ? splits : [];
  return typeof only === "string" && more === undefined ? splitOf(only) : undefined;
}
