/** Whether the figures that documents state are those of the result files: only where both surely speak of the same run. */
import type { Facts } from "../../evidence/facts.ts";
import { type Stated, statedScores } from "./read-documents.ts";
import { resultScores } from "./read-results.ts";
import type { Score } from "./score.ts";

export interface Comparison {
  readonly stated: Stated;
  /** What the result files say of the same model, task, metric and examples in the prompt. */
  readonly found: readonly Score[];
  readonly agrees: boolean;
}

export interface Compared {
  readonly comparisons: readonly Comparison[];
  /** Result files that were not read, and so might hold the figure that was stated. */
  readonly unread: number;
}

/** Compares every stated figure with the result files of the same model, task, metric and number of examples. */
export function compareNumbers(facts: Facts): Compared {
  const { scores, unread } = resultScores(facts);
  if (scores.length === 0) return { comparisons: [], unread };
  const byKey = Map.groupBy(scores, keyOf);
  const tasks = Map.groupBy(scores, ({ model, task }) => `${model} ${task}`);
  const stated = statedScores(
    facts,
    new Set(scores.map(({ model }) => model)),
    new Set(scores.map(({ task }) => task)),
  );
  const comparisons = stated.flatMap((one): Comparison[] => {
    const found = one.shots === undefined ? undefined : byKey.get(keyOf(one));
    if (found === undefined) return [];
    // "Accuracy" may mean either of two where a file has both.
    const metrics = new Set(tasks.get(`${one.model} ${one.task}`)?.map(({ metric }) => metric));
    if (one.metric === "acc" && metrics.has("accnorm")) {
      const both = [...found, ...(byKey.get(keyOf({ ...one, metric: "accnorm" })) ?? [])];
      return [{ stated: one, found: both, agrees: both.some((score) => isSame(one, score.value)) }];
    }
    return [{ stated: one, found, agrees: found.some((score) => isSame(one, score.value)) }];
  });
  return { comparisons, unread };
}

const keyOf = ({ model, task, metric, shots }: Score): string => [model, task, metric, shots].join(" ");

/** A figure that is rounded, or cut, to the digits that were written; as a fraction or in percent, in either place. */
export function isSame({ value, decimals }: Pick<Stated, "value" | "decimals">, found: number): boolean {
  const unit = 10 ** -decimals;
  return [1, 100, 0.01].some((scale) => Math.abs(value - found * scale) < unit * (1 + 1e-9));
}
