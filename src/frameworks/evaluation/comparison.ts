/** A stated figure beside what the result files say, and when two figures are the same. */
import type { Score } from "./score.ts";
import type { Stated } from "./stated.ts";

export interface Comparison {
  readonly stated: Stated;
  /** What the result files say of the same model and task, by the metric that is meant. */
  readonly found: readonly Score[];
  readonly agrees: boolean;
  /** Metric and examples are told on both sides. */
  readonly isSure: boolean;
}

/** A figure that is rounded, or cut, to the digits that were written; as a fraction or in percent, in either place. */
export function isSame({ value, decimals }: Pick<Stated, "value" | "decimals">, found: number): boolean {
  const unit = 10 ** -Math.min(decimals, 12);
  return [1, 100, 0.01].some((scale) => Math.abs(value - found * scale) < unit * (1 + 1e-9) + 1e-12);
}
