/** The figures of result files whose tool writes down what was measured: model, task, metric, split and examples in the prompt. */
import type { Facts } from "../../evidence/facts.ts";
import type { ResultFile } from "../../evidence/files/files.ts";
import { readInspectHeader } from "../../evidence/files/inspect-archive.ts";
import { isObject, parseJson } from "../../evidence/files/json.ts";
import { folderOf } from "../../evidence/files/path.ts";
import { LineIndex } from "../../evidence/source/lines.ts";
import { textAt } from "../looking.ts";
import { harnessScores } from "./results/harness.ts";
import { helmScores } from "./results/helm.ts";
import { inspectScores } from "./results/inspect.ts";
import { lightevalScores } from "./results/lighteval.ts";
import { moonshotScores } from "./results/moonshot.ts";
import { mtebScores } from "./results/mteb.ts";
import { openCompassFile, openCompassSummary } from "./results/opencompass.ts";
import type { Found } from "./results/reading.ts";
import { type Score, taskOf } from "./score.ts";

/** Folders of runs that are not those of the release as it stands. */
const ASIDE =
  /(?:^|\/)(?:old|legacy|archive[ds]?|deprecated|baselines?|ablations?|debug|tmp|examples?|samples?)(?:\/|$)/i;
const MOST_SCORES = 20_000;

export interface ResultScores {
  readonly scores: readonly Score[];
  /** Result files that might hold more figures and were not read. */
  readonly unread: readonly ResultFile[];
}

/** Every figure of the result files that is surely told; partial runs and altered weights are left out. */
export function resultScores(facts: Facts): ResultScores {
  const scores: Score[] = [];
  const unread: ResultFile[] = [];
  for (const file of facts.results) {
    if (file.area !== "own") continue;
    const read = readResult(facts, file);
    if (read === undefined) unread.push(file);
    else if (!ASIDE.test(file.path) && scores.length < MOST_SCORES) scores.push(...placed(file, read, facts));
  }
  return { scores, unread };
}

/** What was read of a result file: parsed JSON where it is such, and its text where it has one. */
export interface ReadResult {
  readonly text: string;
  readonly value: unknown;
}

/** A result file as it was read; undefined where it was not. An archive is read by its header. */
export function readResult(facts: Facts, { path }: Pick<ResultFile, "path">): ReadResult | undefined {
  const content = facts.snapshot.contents.get(path);
  if (content?.kind === "binary" && content.head !== undefined) {
    const value = readInspectHeader(content.head);
    return value === undefined ? undefined : { text: "", value };
  }
  const text = textAt(facts, path);
  if (text === undefined) return undefined;
  return { text, value: /\.json$/i.test(path) ? parseJson(text) : undefined };
}

function placed(file: ResultFile, read: ReadResult, facts: Facts): readonly Score[] {
  const found = foundIn(file, read, facts);
  if (found.length === 0) return [];
  const lines = new LineIndex(read.text);
  return found.map(({ written, ...score }) => {
    const line = lines.at(offsetOf(read.text, written));
    return { ...score, place: { path: file.path, lines: [line, line] } };
  });
}

/** Where the words stand one after another, as far as they do. */
function offsetOf(text: string, words: readonly string[]): number {
  let at = 0;
  for (const word of words) {
    const next = text.indexOf(word, at);
    if (next < 0) break;
    at = next;
  }
  return at;
}

function foundIn(file: ResultFile, { text, value }: ReadResult, facts: Facts): readonly Found[] {
  const beside = (name: string): unknown =>
    parseJson(textAt(facts, [folderOf(file.path), name].filter((part) => part !== "").join("/")) ?? "");
  if (file.tool === "opencompass" && !isObject(value)) return openCompassSummary(text);
  if (file.tool === "helm")
    return /(?:^|\/)stats\.json$/.test(file.path) ? helmScores(value, beside("run_spec.json")) : [];
  if (!isObject(value)) return [];
  switch (file.tool) {
    case "lm-evaluation-harness":
      return harnessScores(value);
    case "lighteval":
      return lightevalScores(value);
    case "inspect":
      return inspectScores(value);
    case "mteb":
      return mtebScores(value, file.path, beside("model_meta.json"));
    case "moonshot":
      return moonshotScores(value);
    case "opencompass":
      return openCompassFile(value, file.path);
    default:
      return [];
  }
}

/** Tools that write a file a task, named for it. */
const FILE_A_TASK: ReadonlySet<string> = new Set(["mteb", "helm"]);

/** True where a file that was not read may hold a figure of the task. */
export function mayHold({ path, tool }: ResultFile, { task }: Pick<Score, "task">): boolean {
  if (!FILE_A_TASK.has(tool)) return true;
  const name = tool === "helm" ? (folderOf(path).split("/").at(-1) ?? "").split(":")[0] : path.split("/").at(-1);
  return taskOf((name ?? "").replace(/\.json$/i, "")) === task;
}
