/** Whether the versions of what the code needs are fixed: by a lock file, or one by one. */
import type { Facts } from "../../evidence/facts.ts";
import { areaOf } from "../../evidence/files/area.ts";
import { firstLines } from "../../evidence/files/content.ts";
import type { RuleEvidence } from "../framework.ts";
import { textAt } from "../looking.ts";

const LOCK =
  /(?:^|\/)(?:uv\.lock|poetry\.lock|pdm\.lock|pixi\.lock|pipfile\.lock|conda-lock\.ya?ml|renv\.lock|manifest\.toml|cargo\.lock)$/i;
const REQUIREMENTS = /(?:^|\/)[\w.-]{0,60}requirements?[\w.-]{0,60}\.txt$/i;
const ENVIRONMENT = /(?:^|\/)(?:environment|conda|env)[\w.-]{0,40}\.ya?ml$/i;
/** What developers of the repository need is not what runs the model. */
const ASIDE = /(?:dev|test|lint|docs?|doc)[\w.-]{0,20}\.(?:txt|ya?ml)$/i;
const RUNS_ON = /\b(?:torch|tensorflow|jax|flax|transformers|paddlepaddle|mindspore|mxnet|lm[_-]eval|vllm)\b/i;
const MOST_LINES = 1_000;

/** A requirement that only one version meets: `==1.2`, a commit, an archive's address, a hash (pip documentation, requirement specifiers). */
const PINNED =
  /===?\s{0,4}v?\d[\w.+!-]{0,40}(?![\w.*])|@\s{0,4}\S{1,200}@[0-9a-f]{7,40}\b|\.whl\b|--hash=|^git\+\S{1,200}@(?:[0-9a-f]{7,40}|v?\d[\w.]{0,20})\b/;
const REQUIREMENT = /^[A-Za-z][\w.-]{0,80}|^git\+/;
/** `- numpy=1.26.4` of conda, `- numpy==1.26.4` of pip inside it. */
const CONDA_ITEM =
  /^\s{0,10}-\s{1,4}(?:[\w-]{1,40}::)?([A-Za-z][\w.-]{0,80})(\s{0,4}={1,3}\s{0,4}\d[\w.*=-]{0,60})?\s{0,10}(?:#.{0,200})?$/;

export interface Environment {
  /** Lock files. */
  readonly locked: readonly RuleEvidence[];
  /** Files that fix every version that they name. */
  readonly pinned: readonly RuleEvidence[];
  /** A lock file, or a pinned file, names the library that models run on: then it is the environment of runs. */
  readonly ofRuns: boolean;
  /** The first line of each file that leaves a version open. */
  readonly open: readonly RuleEvidence[];
}

/** The lock files, and the requirements that are or are not pinned, of the repository's own code. */
export function environmentOf(facts: Facts): Environment {
  const locked: RuleEvidence[] = [];
  const pinned: RuleEvidence[] = [];
  const open: RuleEvidence[] = [];
  let ofRuns = false;
  for (const { path, kind, size } of facts.entries) {
    if (kind !== "file" || areaOf(path) === "test" || areaOf(path) === "documentation") continue;
    if (LOCK.test(path)) {
      if (size === 0) continue;
      locked.push({ path, lines: [1, 1] });
      ofRuns ||= RUNS_ON.test(textAt(facts, path) ?? "torch");
      continue;
    }
    if (ASIDE.test(path)) continue;
    const text = textAt(facts, path);
    if (text === undefined) continue;
    const read = REQUIREMENTS.test(path) ? requirements(text) : ENVIRONMENT.test(path) ? condaItems(text) : undefined;
    if (read === undefined || read.count === 0) continue;
    if (read.open === undefined) {
      pinned.push({ path, lines: [1, 1] });
      ofRuns ||= RUNS_ON.test(text);
    } else open.push({ path, lines: [read.open, read.open] });
  }
  return { locked, pinned, ofRuns, open };
}

interface Read {
  readonly count: number;
  /** Line of the first that is not pinned. */
  readonly open: number | undefined;
}

function requirements(text: string): Read {
  const lines = firstLines(text, MOST_LINES).map((line) => line.replace(/\s{1,10}#.{0,1000}$/, "").trim());
  const at = lines.flatMap((line, index) => (REQUIREMENT.test(line) ? [index] : []));
  const open = at.find((index) => !PINNED.test(lines[index] ?? ""));
  return { count: at.length, open: open === undefined ? undefined : open + 1 };
}

function condaItems(text: string): Read {
  const lines = firstLines(text, MOST_LINES);
  const start = lines.findIndex((line) => /^dependencies:/.test(line));
  if (start < 0) return { count: 0, open: undefined };
  const items = lines.slice(start + 1).flatMap((line, index) => {
    const [, name, version] = CONDA_ITEM.exec(line) ?? [];
    return name === undefined || name === "pip" ? [] : [{ line: start + index + 2, isPinned: version !== undefined }];
  });
  return { count: items.length, open: items.find(({ isPinned }) => !isPinned)?.line };
}
