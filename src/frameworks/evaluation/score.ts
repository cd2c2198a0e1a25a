/** A figure of an evaluation, as a result file or a document gives it, with what says what it is a figure of. */
import { squash } from "../../evidence/artifacts/shared/names.ts";
import type { RuleEvidence } from "../framework.ts";

export interface Score {
  /** Letters and digits of the model's name without its organisation, lower case. */
  readonly model: string;
  /** Letters and digits of the task's usual name. */
  readonly task: string;
  readonly metric: string;
  /** Examples in the prompt; undefined where it is not told. */
  readonly shots: number | undefined;
  readonly value: number;
  readonly place: RuleEvidence;
}

/** Other spellings of tasks. A name that may mean several tasks (`lambada`, `truthfulqa`) is not here: it stays itself. */
const SAME_TASK: Readonly<Record<string, string>> = {
  arcc: "arcchallenge",
  arcch: "arcchallenge",
  ai2arcchallenge: "arcchallenge",
  ai2reasoningchallenge: "arcchallenge",
  arce: "arceasy",
  ai2arceasy: "arceasy",
  obqa: "openbookqa",
  nq: "nqopen",
  naturalquestions: "nqopen",
  bigbenchhard: "bbh",
};

const SAME_METRIC: Readonly<Record<string, string>> = {
  acc: "acc",
  accuracy: "acc",
  accnorm: "accnorm",
  normalizedaccuracy: "accnorm",
  normacc: "accnorm",
  em: "exactmatch",
  exactmatch: "exactmatch",
  qem: "quasiexactmatch",
  f1: "f1",
  f1score: "f1",
  ppl: "perplexity",
  perplexity: "perplexity",
  wordperplexity: "wordperplexity",
  byteperplexity: "byteperplexity",
  bitsperbyte: "bitsperbyte",
  mc1: "mc1",
  mc2: "mc2",
  bleu: "bleu",
  "pass@1": "pass@1",
  "pass@10": "pass@10",
  "pass@100": "pass@100",
  mainscore: "mainscore",
};

/** The task that a name names, without the suite around it (`lighteval|arc:challenge|25`, `leaderboard_ifeval`). */
export function taskOf(name: string): string {
  const inner = /^[\w-]{1,60}\|([^|]{1,100})\|\d{1,3}(?:\|\d)?$/.exec(name)?.[1] ?? name;
  const plain = squash(inner.slice(0, 120));
  return SAME_TASK[plain] ?? plain;
}

/** The metric that a name names; undefined for one that is not known well enough to be told from others. */
export function metricOf(name: string): string | undefined {
  const plain = name
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^a-z0-9@]/g, "");
  return Object.hasOwn(SAME_METRIC, plain) ? SAME_METRIC[plain] : undefined;
}

/** The model that a hub id or a path names: its last part. Undefined where that tells nothing (`final`, `checkpoint-100`). */
export function modelOf(name: string): string | undefined {
  const last =
    name
      .replace(/\/{1,4}$/, "")
      .split("/")
      .at(-1)
      ?.split("__")
      .at(-1) ?? "";
  if (/^(?:final|hf|model|models|main|latest|best|checkpoints?|output|weights|converted)?$/i.test(last))
    return undefined;
  if (/^(?:checkpoint|step|global_?step|iter|epoch|ckpt)[-_]?\d/i.test(last)) return undefined;
  const plain = squash(last);
  return plain.length < 3 ? undefined : plain;
}
