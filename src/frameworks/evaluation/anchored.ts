/** Of figures whose metric or examples are not told, those whose table speaks of the result files all the same. */
import { type Comparison, isSame } from "./comparison.ts";
import type { Stated } from "./stated.ts";

/** Figures of one model in one table that must agree before the table is taken for one of the result files. */
const ANCHOR = 3;
/** So many that agree for each one that does not. */
const AGREEING = 4;

/**
 * Comparisons that the rest of the table vouches for: much of the model's row agrees, and for one that differs its
 * metric is told, or shows in figures of other models in the same column that agree.
 */
export function anchored(compared: readonly Comparison[]): readonly Comparison[] {
  const metricsOf = new Map<string, Set<string>>();
  const modelsOf = new Map<string, Set<string>>();
  for (const { stated, found, agrees } of compared) {
    if (!agrees) continue;
    const column = columnKey(stated);
    const metrics = metricsOf.get(column) ?? new Set();
    for (const score of found) if (isSame(stated, score.value)) metrics.add(score.metric);
    metricsOf.set(column, metrics);
    modelsOf.set(column, (modelsOf.get(column) ?? new Set()).add(stated.model));
  }
  const rows = Map.groupBy(compared, ({ stated }) => `${stated.table} ${stated.model}`);
  return [...rows.values()].flatMap((row) => {
    const agreeing = row.filter(({ agrees }) => agrees).length;
    if (agreeing < ANCHOR || agreeing < AGREEING * (row.length - agreeing)) return [];
    return row.flatMap((one): Comparison[] => {
      if (one.isSure) return [];
      if (one.agrees) return [one];
      const { metric, model } = one.stated;
      const column = columnKey(one.stated);
      const isTold = metric !== undefined || [...(modelsOf.get(column) ?? [])].some((other) => other !== model);
      const found = one.found.filter((score) => metric !== undefined || metricsOf.get(column)?.has(score.metric));
      return isTold && found.length > 0 ? [{ ...one, found }] : [];
    });
  });
}

const columnKey = ({ table, task }: Stated): string => `${table} ${task}`;
