/** Whether the figures that documents state are those of the result files: only where both surely speak of the same run. */
import type { Facts } from "../../evidence/facts.ts";
import type { ResultFile } from "../../evidence/files/files.ts";
import { anchored } from "./anchored.ts";
import { type Comparison, isSame } from "./comparison.ts";
import { statedScores } from "./read-documents.ts";
import { mayHold, resultScores } from "./read-results.ts";
import type { Score } from "./score.ts";
import type { Stated } from "./stated.ts";

/**
 * Why a figure of a known model and task was not compared: the document or the file does not tell, or tells another
 * metric, number of examples, split, part or version of the task; the document tells of another way of measuring;
 * several runs give several figures; another row of the same table is the one that the files hold.
 */
export const REASONS = ["metric", "shots", "split", "subset", "version", "way", "runs", "row"] as const;
export type Reason = (typeof REASONS)[number];

export interface Compared {
  readonly comparisons: readonly Comparison[];
  /** How many figures of the same models and tasks were not compared, by the first reason. */
  readonly left: ReadonlyMap<Reason, number>;
  /** Result files that were not read, and so might hold the figure that was stated. */
  readonly unread: readonly ResultFile[];
}

/**
 * Compares every stated figure with the result files of the same model and task. Where the document tells metric and
 * examples in the prompt, they must be the same. Where it does not, the rest of its table has to: other figures of
 * that model agree with the files, and the column's metric shows in figures of other models that agree.
 */
export function compareNumbers(facts: Facts): Compared {
  const { scores, unread } = resultScores(facts);
  const left = new Map<Reason, number>();
  if (scores.length === 0) return { comparisons: [], left, unread };
  const leave = (reason: Reason): void => void left.set(reason, (left.get(reason) ?? 0) + 1);
  const byTask = Map.groupBy(scores, taskKey);
  const stated = statedScores(facts, {
    models: new Set(scores.map(({ model }) => model)),
    tasks: new Set(scores.map(({ task }) => task)),
  });
  const candidates: Comparison[] = [];
  for (const one of stated) {
    const ofTask = byTask.get(taskKey(one));
    const judged = ofTask === undefined ? undefined : compare(one, ofTask);
    if (typeof judged === "string") leave(judged);
    else if (judged !== undefined) candidates.push(judged);
  }
  const kept = candidates.filter((candidate) => {
    const isOtherRow = !candidate.agrees && hasTwin(candidate, candidates);
    if (isOtherRow) leave("row");
    return !isOtherRow;
  });
  const shown = new Set(anchored(kept).map(({ stated: one }) => one));
  for (const { stated: one, isSure } of kept)
    if (!isSure && !shown.has(one)) leave(one.metric === undefined ? "metric" : "shots");
  return { comparisons: [...kept.filter(({ isSure }) => isSure), ...anchored(kept)], left, unread };
}

/** True where a result file that was not read may hold what was stated. */
export const isDoubtful = ({ stated }: Comparison, unread: readonly ResultFile[]): boolean =>
  unread.some((file) => mayHold(file, stated));

const taskKey = ({ model, task }: Pick<Score, "model" | "task">): string => `${model} ${task}`;

/** The figures of result files that a stated one may be of, narrowed by all that it tells; else the first reason. */
function compare(stated: Stated, ofTask: readonly Score[]): Comparison | Reason {
  if (stated.isOtherWay) return "way";
  const { metric } = stated;
  // "Accuracy" may mean either of two where a file has both.
  const isTwofold = metric === "acc" && ofTask.some((score) => score.metric === "accnorm");
  const narrowing: readonly (readonly [Reason, (score: Score) => boolean])[] = [
    ["subset", (score) => score.subset === stated.subset],
    ["version", (score) => !isOther(score.version, stated.version)],
    ["split", (score) => stated.split === undefined || score.split === stated.split],
    ["metric", (score) => !isOther(score.filter, stated.filter)],
    ["metric", (score) => metric === undefined || score.metric === metric || (isTwofold && score.metric === "accnorm")],
    ["shots", (score) => stated.shots === undefined || score.shots === undefined || hasSameShots(stated, score)],
  ];
  let found = ofTask;
  for (const [reason, fits] of narrowing) {
    found = found.filter(fits);
    if (found.length === 0) return reason;
  }
  const agrees = found.some((score) => isSame(stated, score.value));
  if (!agrees && areSeveralRuns(found)) return "runs";
  const isOneSplit = new Set(found.map(({ split }) => split)).size === 1;
  const isSure = metric !== undefined && isOneSplit && found.every((score) => isSameRun(stated, score));
  return { stated, found, agrees, isSure };
}

/** Told on both sides, and not the same. */
const isOther = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && one !== other;

const hasSameShots = ({ shots }: Stated, score: Score): boolean =>
  score.shots === "none" ? shots === undefined || shots === 0 || shots === "none" : score.shots === shots;

/** The examples in the prompt are told to be the same, or the version of the prompts is, which tells them too. */
const isSameRun = (stated: Stated, score: Score): boolean =>
  score.shots === undefined
    ? stated.shots === undefined && score.version !== undefined && score.version === stated.version
    : hasSameShots(stated, score);

/** Files that give different figures for the same: the document may speak of one that is not here. */
function areSeveralRuns(scores: readonly Score[]): boolean {
  const byFile = Map.groupBy(scores, ({ place }) => place.path);
  const told = [...byFile.values()].map((ofFile) =>
    [...new Set(ofFile.map(({ value }) => value))].toSorted((a, b) => a - b).join(),
  );
  return new Set(told).size > 1;
}

/** Another figure of the same model and task in the same table that the files do hold: this row differs in something. */
const hasTwin = ({ stated, found }: Comparison, all: readonly Comparison[]): boolean =>
  all.some(
    (other) =>
      other.agrees &&
      other.stated !== stated &&
      other.stated.table === stated.table &&
      taskKey(other.stated) === taskKey(stated) &&
      other.found.some((score) => found.includes(score) && isSame(other.stated, score.value)),
  );
