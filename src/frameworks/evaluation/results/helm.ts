/** Figures of HELM (its documentation, the folders of runs): `run_spec.json` says of what `stats.json` are the statistics. */
import { squash } from "../../../evidence/artifacts/shared/names.ts";
import { metricOf, modelOf, splitOf, taskOf } from "../score.ts";
import { countOf, type Found, found, objectOf, objectsOf, textOf } from "./reading.ts";

/**
 * Every known mean over a run's undisturbed instances. A run on at most so many instances, which is HELM's usual way,
 * tells no number of examples here: what it gives is compared only where the rest of a table shows that it is meant.
 * @param runSpec parsed `run_spec.json` of the same folder
 */
export function helmScores(stats: unknown, runSpec: unknown): readonly Found[] {
  const spec = objectOf(runSpec);
  const adapter = objectOf(spec.adapter_spec);
  const model = modelOf(textOf(adapter.model) ?? "");
  const name = textOf(spec.name) ?? "";
  const scenario = /^([\w.-]{1,60})/.exec(name)?.[1];
  if (model === undefined || scenario === undefined) return [];
  const subset = subsetOf(objectOf(objectOf(spec.scenario_spec).args));
  const isPart = adapter.max_eval_instances !== undefined && adapter.max_eval_instances !== null;
  const shots = isPart || countOf(adapter.num_train_trials) !== 1 ? undefined : countOf(adapter.max_train_instances);
  return objectsOf(stats).flatMap((stat) => {
    const { name: metricName, split, sub_split: part, perturbation } = objectOf(stat.name);
    const metric = metricOf(textOf(metricName) ?? "");
    const isPlain = (part === undefined || part === null) && (perturbation === undefined || perturbation === null);
    const value = stat.mean;
    if (metric === undefined || !isPlain || typeof value !== "number" || typeof split !== "string") return [];
    return found(value, {
      model,
      task: taskOf(scenario),
      subset,
      metric,
      shots,
      split: splitOf(split),
      written: [textOf(metricName) ?? ""],
    });
  });
}

/** The part of the scenario that the run is of: each value is one more narrowing. */
function subsetOf(args: Readonly<Record<string, unknown>>): string | undefined {
  const values = Object.values(args).filter((value): value is string => typeof value === "string");
  return values.length === 0 ? undefined : squash(values.join(" ").slice(0, 200));
}
