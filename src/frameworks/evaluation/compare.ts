/** Whether the figures that documents state are those of the result files: only where both surely speak of the same run. */
import type { Facts } from "../../evidence/facts.ts";
import { type Stated, statedScores } from "./read-documents.ts";
import { resultScores } from "./read-results.ts";
import type { Score } from "./score.ts";

export interface Comparison {
  readonly stated: Stated;
  /** What the result files say of the same model and task, by the metric that is meant. */
  readonly found: readonly Score[];
  readonly agrees: boolean;
}

export interface Compared {
  readonly comparisons: readonly Comparison[];
  /** Result files that were not read, and so might hold the figure that was stated. */
  readonly unread: number;
}

/** Figures of one model in one table that must agree before the table is taken for one of the result files. */
const ANCHOR = 3;
/** So many that agree for each one that does not. */
const AGREEING = 4;

/**
 * Compares every stated figure with the result files of the same model and task. Where the document tells metric and
 * examples in the prompt, they must be the same. Where it does not, the rest of its table has to: other figures of
 * that model agree with the files, and the column's metric shows in figures of other models that agree.
 */
export function compareNumbers(facts: Facts): Compared {
  const { scores, unread } = resultScores(facts);
  if (scores.length === 0) return { comparisons: [], unread };
  const byTask = Map.groupBy(scores, taskKey);
  const stated = statedScores(facts, {
    models: new Set(scores.map(({ model }) => model)),
    tasks: new Set(scores.map(({ task }) => task)),
  });
  const compared = stated.flatMap((one) => compare(one, byTask.get(taskKey(one)) ?? []));
  const sure = compared.filter(({ isSure }) => isSure);
  return { comparisons: [...sure, ...anchored(compared)], unread };
}

interface Candidate extends Comparison {
  /** Metric and examples are told on both sides. */
  readonly isSure: boolean;
}

const taskKey = ({ model, task }: Pick<Score, "model" | "task">): string => `${model} ${task}`;

function compare(stated: Stated, scores: readonly Score[]): readonly Candidate[] {
  const { metric, shots } = stated;
  const sameShots = shots === undefined ? scores : scores.filter((score) => score.shots === shots);
  // "Accuracy" may mean either of two where a file has both.
  const isTwofold = metric === "acc" && sameShots.some((score) => score.metric === "accnorm");
  const found =
    metric === undefined
      ? sameShots
      : sameShots.filter((score) => score.metric === metric || (isTwofold && score.metric === "accnorm"));
  if (found.length === 0) return [];
  const isSure = metric !== undefined && shots !== undefined;
  return [{ stated, found, agrees: found.some((score) => isSame(stated, score.value)), isSure }];
}

/** Of figures whose metric or examples are not told, those whose table speaks of the result files all the same. */
function anchored(compared: readonly Candidate[]): readonly Comparison[] {
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

/** A figure that is rounded, or cut, to the digits that were written; as a fraction or in percent, in either place. */
export function isSame({ value, decimals }: Pick<Stated, "value" | "decimals">, found: number): boolean {
  const unit = 10 ** -decimals;
  return [1, 100, 0.01].some((scale) => Math.abs(value - found * scale) < unit * (1 + 1e-9));
}
