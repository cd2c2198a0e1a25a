/** Figures of an Inspect log (Inspect documentation, Log Files), from JSON or from the header of an archive. */
import { isObject, type JsonObject } from "../../../evidence/files/json.ts";
import { modelOf, taskOf } from "../score.ts";
import {
  altersWeights,
  countOf,
  type Found,
  figures,
  isReleased,
  objectOf,
  objectsOf,
  textOf,
  versionOf,
} from "./reading.ts";

/** Every known figure of a run that ended in success on all of its samples. */
export function inspectScores(value: JsonObject): readonly Found[] {
  const run = objectOf(value.eval);
  const results = objectOf(value.results);
  const named = textOf(run.model);
  const task = textOf(run.task);
  const model = named === undefined ? undefined : modelOf(named);
  if (value.status !== "success" || model === undefined || task === undefined) return [];
  const { limit, sample_id: chosen } = objectOf(run.config);
  const isPart =
    (limit !== undefined && limit !== null) ||
    (chosen !== undefined && chosen !== null) ||
    results.completed_samples !== results.total_samples;
  const given = objectOf(run.model_args);
  if (isPart || altersWeights(given) || !isReleased(given.revision)) return [];
  const args = { ...objectOf(run.task_args_passed), ...objectOf(run.task_args) };
  return objectsOf(results.scores).flatMap((score) => {
    const metrics = Object.fromEntries(
      Object.entries(objectOf(score.metrics)).flatMap(([name, metric]) =>
        isObject(metric) ? [[name, metric.value]] : [],
      ),
    );
    return figures(metrics, {
      model,
      task: taskOf(task.split("/").at(-1) ?? ""),
      shots: shotsIn(args),
      version: versionOf(run.task_version),
      written: ["results", "metrics"],
    });
  });
}

/** The arguments by which tasks take the number of examples; `false` is none of them. */
function shotsIn(args: JsonObject): number | undefined {
  for (const key of ["fewshot", "num_fewshot", "n_shots", "shots"]) {
    const given = args[key];
    if (given === false) return 0;
    const count = countOf(given);
    if (count !== undefined) return count;
  }
  return undefined;
}
