/** What a row, a column or a caption says of its figures: metric, examples in the prompt, split, another way of measuring. */
import { metricOf, modelName, splitOf } from "./score.ts";

export interface Label {
  readonly text: string;
  /** What is left when metric, shots and split are taken out. */
  readonly name: string;
  readonly metrics: readonly string[];
  readonly shots: readonly string[];
  readonly splits: readonly string[];
}

const SHOTS =
  /\b(\d{1,3})\s?[-‑ ]?\s?shots?\b|\b(zero)[- ]?shot\b|\bn[-_]?shots?\s?[=:]\s?(\d{1,3})\b|\bnum_fewshot\s?[=:]\s?(\d{1,3})\b/gi;
/** "dev set", "test split", "(val)": a bare "test" in a name is not enough. */
const SPLIT =
  /\b(test|val|valid|validation|dev|train)(?:[- ]?(?:set|split)\b|\s?\))|\(\s?(test|val|validation|dev)\b/gi;

/** The parts of a label; only its first 200 characters are read. */
export function labelOf(text: string): Label {
  const short = text.slice(0, 200);
  const shots = [...short.matchAll(SHOTS)].map((match) =>
    match[2] === undefined ? (match[1] ?? match[3] ?? match[4] ?? "") : "0",
  );
  const splits = [...short.matchAll(SPLIT)].flatMap((match) => splitOf(match[1] ?? match[2] ?? "") ?? []);
  const metrics: string[] = [];
  const name = short
    .replace(SHOTS, " ")
    .replace(SPLIT, " ")
    .split(/[\s(),;/[\]*|]{1,10}/)
    .filter((word) => {
      const metric = metricOf(word);
      if (metric !== undefined) metrics.push(metric);
      return metric === undefined;
    })
    .join(" ");
  return { text: short, name: name.trim(), metrics, shots, splits };
}

/**
 * Words by which a heading, a caption or a label tells that its figures were got in another way than a plain run of the
 * released weights: answers that are thought out or voted on, weights that were made smaller, figures of another's run.
 */
const OTHER_WAY =
  /\bco-?t\b|\bchain[- ]of[- ]thought|\bmaj(?:ority)?(?:@|\b)|\bself[- ]consisten|\bquanti[sz]|\b[48][- ]?bits?\b|\bint[48]\b|\bfp[48]\b|\bnf4\b|\bgptq\b|\bawq\b|\bgguf\b|\bsparse\b|\bpruned\b|\bintermediate\b|\bcheckpoints?\b|\b(?:global_?)?steps? ?\d|\b(?:reported|published|taken|copied) (?:by|in|from)\b|\bas reported\b|\bleaderboard\b|\b(?:old|previous|earlier) (?:version|release|results?|harness)\b|\bablation|\bcalibrated\b|\bre-?ranked\b|量化|思维链|論文値/i;

/** True where words tell of another way of measuring. */
export const tellsOtherWay = (text: string): boolean => OTHER_WAY.test(text.slice(0, 2_000));

/** True for the mark of a footnote, whose words may tell anything; stars on both sides are bold letters. */
export const hasFootnote = (text: string): boolean =>
  /[†‡§¶]|^[^*]{1,200}\*{1,3}$|\[\^|[¹²³]$/.test(text.slice(0, 200).trim());

/** Words that make another model of a name: how it was tuned, and how large it is. */
const VARIANT =
  /\b(?:chat|instruct(?:ion)?|instruction-tuned|it|sft|dpo|rlhf|ppo|base|pre-?trained|adapters?|lora|distill\w{0,6}|small|medium|large|\d{1,4}(?:\.\d{1,2})?\s?[bm])\b/gi;

/** True where a heading or caption names a variant that a model's own name does not: its figures are the variant's. */
export function namesVariant(caption: string, model: string): boolean {
  const words = caption.slice(0, 2_000).match(VARIANT) ?? [];
  return words.some((word) => !/^it$/.test(word) && !model.includes(modelName(word)));
}

/** The one value; undefined where there is none, or more than one. */
export function oneOf<T>(values: readonly T[]): T | undefined {
  const distinct = [...new Set(values)];
  return distinct.length === 1 ? distinct[0] : undefined;
}
