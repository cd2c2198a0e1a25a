/** Figures of MTEB (its documentation, results): one file a task, by split and language. */
import { squash } from "../../../evidence/artifacts/shared/names.ts";
import type { JsonObject } from "../../../evidence/files/json.ts";
import { isObject } from "../../../evidence/files/json.ts";
import { modelOf, splitOf, taskOf } from "../score.ts";
import { type Found, figures, objectOf, objectsOf, textOf, versionOf } from "./reading.ts";

/**
 * Every known figure of a task's file, before and since the `scores` of 1.11.
 * @param path tells the model by the folder where `model_meta.json` does not: `results/MODEL/REVISION/Task.json`
 * @param meta parsed `model_meta.json` of the same folder
 */
export function mtebScores(value: JsonObject, path: string, meta: unknown): readonly Found[] {
  const model = mtebModel(path, meta);
  const task = textOf(value.task_name) ?? textOf(value.mteb_dataset_name);
  if (model === undefined || task === undefined) return [];
  const version = versionOf(value.dataset_revision);
  const base = { model, task: taskOf(task), shots: "none", version } as const;
  if (isObject(value.scores))
    return Object.entries(value.scores).flatMap(([split, rows]) =>
      objectsOf(rows).flatMap((row) =>
        figures(row, {
          ...base,
          split: splitOf(split),
          subset: subsetOf(textOf(row.hf_subset)),
          written: [`"${split}"`, row.hf_subset === undefined ? "scores" : String(row.hf_subset).slice(0, 100)],
        }),
      ),
    );
  return ["test", "validation", "dev", "train"].flatMap((split) =>
    languagesOf(objectOf(value[split])).flatMap(([language, metrics]) =>
      figures(
        { ...flattened(metrics) },
        { ...base, split: splitOf(split), subset: subsetOf(language), written: [split] },
      ),
    ),
  );
}

/** Old files hold metrics at once, or below a language. */
function languagesOf(values: JsonObject): readonly (readonly [string | undefined, JsonObject])[] {
  const inside = Object.entries(values).filter(
    (entry): entry is [string, JsonObject] =>
      isObject(entry[1]) && /^[a-z]{2,3}(?:[-_][A-Za-z]{2,4}){0,3}$/.test(entry[0]),
  );
  return inside.length > 0 ? inside.slice(0, 300) : [[undefined, values]];
}

/** `{cos_sim: {spearman}}` as `cos_sim_spearman`, which is how cards name it. */
function flattened(metrics: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(metrics)
      .slice(0, 100)
      .flatMap(([key, value]) =>
        isObject(value)
          ? Object.entries(value)
              .slice(0, 20)
              .map(([inner, one]) => [`${key}_${inner}`, one])
          : [[key, value]],
      ),
  );
}

const subsetOf = (name: string | undefined): string | undefined =>
  name === undefined || /^(?:default|en)$/.test(name) ? undefined : squash(name);

function mtebModel(path: string, meta: unknown): string | undefined {
  const named = textOf(objectOf(meta).name);
  if (named !== undefined) return modelOf(named);
  const folders = path.split("/").slice(0, -1);
  const at = folders.lastIndexOf("results");
  // Below `results` stands the model, and its revision below that.
  return at >= 0 && at + 1 < folders.length ? modelOf(folders[at + 1] ?? "") : undefined;
}
