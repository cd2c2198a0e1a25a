/** A figure of an evaluation, as a result file or a document gives it, with what says what it is a figure of. */
import { squash } from "../../evidence/artifacts/shared/names.ts";
import type { RuleEvidence } from "../framework.ts";

/** Examples in the prompt; `none` where the harness prompts nothing (embeddings); undefined where it is not told. */
export type Shots = number | "none" | undefined;

export interface Score {
  /** The model by `modelName`, without its organisation. */
  readonly model: string;
  /** Letters and digits of the task's usual name. */
  readonly task: string;
  /** Letters and digits of the language or subject, where the task has several; undefined for all of it. */
  readonly subset: string | undefined;
  readonly metric: string;
  readonly shots: Shots;
  /** `test`, `validation`, `train`; undefined where it is not told. */
  readonly split: string | undefined;
  /** The task's version or its data's revision, as it is written; undefined where it is not told. */
  readonly version: string | undefined;
  /** How the answer is taken from what the model wrote, where the harness tells (`strict-match`). */
  readonly filter: string | undefined;
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
  quasiexactmatch: "quasiexactmatch",
  prefixexactmatch: "prefixexactmatch",
  quasiprefixexactmatch: "quasiprefixexactmatch",
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
  mainscore: "mainscore",
  vmeasure: "vmeasure",
  cossimspearman: "cossimspearman",
  cossimpearson: "cossimpearson",
  cosinespearman: "cossimspearman",
  cosinepearson: "cossimpearson",
  avggradevalue: "grade",
  averagegradevalue: "grade",
  naiveaverage: "average",
  weightedaverage: "average",
};

/** Metrics at a cut: of retrieval, and of code that is written several times. */
const AT = /^(ndcg|map|mrr|recall|precision|pass|hitrate)(?:@|at)(\d{1,4})$/;

/** The task that a name names, without the suite around it (`lighteval|arc:challenge|25`, `gsm8k|5`, `MTEB Banking77`). */
export function taskOf(name: string): string {
  const short = name.slice(0, 160);
  const inner =
    /^[\w-]{1,60}\|([^|]{1,100})\|\d{1,3}(?:\|\d)?$/.exec(short)?.[1] ??
    /^([^|]{1,100})\|\d{1,3}$/.exec(short)?.[1] ??
    short.replace(/^\s{0,4}MTEB\s{1,4}(?=\S)/, "");
  // "HumanEval+" is another benchmark than HumanEval.
  const plain = squash(inner.slice(0, 120).replaceAll("+", "plus"));
  return Object.hasOwn(SAME_TASK, plain) ? (SAME_TASK[plain] ?? plain) : plain;
}

/** The metric that a name names; undefined for one that is not known well enough to be told from others. */
export function metricOf(name: string): string | undefined {
  const plain = name
    .slice(0, 60)
    .toLowerCase()
    .replace(/[^a-z0-9@]/g, "");
  const [, kind, cut] = AT.exec(plain) ?? [];
  if (kind !== undefined) return `${kind}@${cut}`;
  return Object.hasOwn(SAME_METRIC, plain) ? SAME_METRIC[plain] : undefined;
}

/** The split that a word names; undefined for a word that names none. */
export function splitOf(name: string): "test" | "validation" | "train" | undefined {
  const plain = name.slice(0, 40).toLowerCase();
  if (/^(?:test|testset)$/.test(plain)) return "test";
  if (/^(?:val|valid|validation|dev|development|devset)$/.test(plain)) return "validation";
  return /^(?:train|training)$/.test(plain) ? "train" : undefined;
}

/**
 * Letters and digits of a model's name in lower case, with what stands between digits: a 1.3B is no 13B. A point there may
 * be written as a low line.
 */
export const modelName = (name: string): string =>
  name
    .slice(0, 300)
    .split(/(?<=\d)([^\p{L}\p{N}]{1,5})(?=\d)/u)
    .map((part, index) => (index % 2 === 0 ? squash(part) : /^[._]$/.test(part) ? "." : "-"))
    .join("");

/** The model that a hub id or a path names: its last part. Undefined where that tells nothing (`final`, `checkpoint-100`). */
export function modelOf(name: string): string | undefined {
  const last =
    name
      .slice(0, 300)
      .replace(/\/{1,4}$/, "")
      .split("/")
      .at(-1)
      ?.split("__")
      .at(-1) ?? "";
  if (/^(?:final|hf|model|models|main|latest|best|checkpoints?|output|weights|converted)?$/i.test(last))
    return undefined;
  if (/^(?:checkpoint|step|global_?step|iter|epoch|ckpt)[-_]?\d/i.test(last)) return undefined;
  const plain = modelName(last);
  return plain.length < 3 ? undefined : plain;
}
