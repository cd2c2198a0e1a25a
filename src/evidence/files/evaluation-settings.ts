import { isHubId } from "../source/references.ts";
import { firstLines } from "./content.ts";
import { partsOf, wordsOf } from "./path.ts";

/** A data set that settings name, and where. */
export interface NamedData {
  readonly id: string;
  readonly line: number;
}

/** `key: value` of YAML, alone or as the first of a list's item, and `"key": "value"` of JSON. */
const SETTING =
  /^(\s{0,60}(?:-\s{1,4})?)["']?([A-Za-z][\w.-]{0,60})["']?\s{0,4}:\s{0,4}(?:["']?([\w./-]{3,200})["']?\s{0,10}(?:,|#.{0,400})?)?\s{0,10}[{[]?\s{0,10}$/;
/** Keys whose value is a data set wherever they stand. */
const NAMES_DATA = /^(?:dataset|(?:hf_)?datasets?_(?:path|name|id|repo|repo_id|uri|hub_id)|hf_datasets?)$/;
/** Keys of a hub's repository, which may be a model's as well. */
const NAMES_REPOSITORY = /^(?:hf_repo|hf_path|hf_id|hf_repo_id|hf_hub_id|repo_id|repo|hub_id|path)$/;
const SAYS_DATA = /\b(?:data ?sets?|data|benchmarks?|tasks?|suites?|corpora)\b/i;

const EVALUATES = /^(?:evals?|evaluations?|evaluate|benchmarks?|backtests?|harness|leaderboard)$/;
const MOST_LINES = 2_000;
const MOST_DATA = 60;

/** True for files that lie with an evaluation: a folder or their own name says so. */
export function liesWithEvaluation(path: string): boolean {
  const { folders, stem } = partsOf(path);
  return [...folders, stem].some((name) => wordsOf(name).some((word) => EVALUATES.test(word)));
}

/**
 * The hub's data sets that an evaluation's settings name, by id (`organisation/name`), each once. A key of a repository
 * counts only where the list that holds it, or at the top level the comment that heads the file, speaks of data: an
 * evaluation's settings name models in the same way.
 */
export function evaluationDataIn(text: string): NamedData[] {
  const lines = firstLines(text, MOST_LINES);
  const headedByData = SAYS_DATA.test(
    lines
      .slice(0, 20)
      .filter((line) => /^\s{0,10}#/.test(line))
      .join(" "),
  );
  const found = new Map<string, NamedData>();
  const open: { indent: number; key: string }[] = [];
  for (const [index, line] of lines.entries()) {
    const [, lead = "", key = "", value] = SETTING.exec(line.slice(0, 700)) ?? [];
    if (key === "") continue;
    while ((open.at(-1)?.indent ?? -1) >= lead.length) open.pop();
    if (value === undefined) {
      open.push({ indent: lead.length, key });
      continue;
    }
    if (!isHubId(value) || found.has(value) || found.size >= MOST_DATA) continue;
    const holder = open.at(-1)?.key.replaceAll("_", " ");
    const inData = holder === undefined ? headedByData : SAYS_DATA.test(holder);
    if (NAMES_DATA.test(key) || (NAMES_REPOSITORY.test(key) && inData))
      found.set(value, { id: value, line: index + 1 });
  }
  return [...found.values()];
}
