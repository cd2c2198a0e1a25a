/** What shows a general-purpose model where no sentence calls it one: its size, with code that writes text token by token. */
import { frontPages } from "../../evidence/artifacts/shared/links.ts";
import { carriesName } from "../../evidence/artifacts/shared/names.ts";
import type { Facts } from "../../evidence/facts.ts";
import { areaOf } from "../../evidence/files/area.ts";
import { textAt } from "../looking.ts";

/** "314B", "8x22B", "7 billion", "3140 亿" is not told from money or tokens by the number alone. */
const BILLIONS = /(?<![\w.,$€£¥])(?:\d{1,3}\s?[x×]\s?)?(\d{1,4}(?:\.\d{1,3})?)\s?-?(?:B(?![\w/])|billion\b|十?亿|億)/g;
const OF_PARAMETERS = /\bparam(?:eter)?s?\b|参数|參數|パラメータ/i;
/** What else is counted in billions, right after the number. */
const OTHERS =
  /^[\s*_)-]{0,4}(?:\w{1,20}\s){0,2}(?:tokens?|words?|images?|masks?|pairs?|samples?|sentences?|documents?|examples?|videos?|users?|dollars?|points?|pages?|characters?|base pairs|nucleotides?)\b/i;
const LONGEST = 2_000;

/**
 * True where the front pages say that this model has a billion parameters or more: of the models that were trained by
 * self-supervision at scale, these show significant generality (Regulation (EU) 2024/1689, recital 98).
 */
export function hasBillions(facts: Facts): boolean {
  return frontPages(facts).some(({ passages, tables }) => {
    const texts = [
      ...passages.map(({ text }) => text),
      ...tables.flatMap(({ headers, rows }) => rows.slice(0, 60).map((row) => [...headers, ...row].join(" | "))),
    ];
    return texts.some((text) =>
      text
        .slice(0, LONGEST * 4)
        .split(/[\n。]/)
        .some((line) => saysBillions(line, facts)),
    );
  });
}

function saysBillions(line: string, facts: Facts): boolean {
  const text = line.slice(0, LONGEST);
  const amounts = [...text.matchAll(BILLIONS)].filter(
    ({ 0: whole, 1: number, index }) =>
      Number(number) >= 1 && !OTHERS.test(text.slice(index + whole.length, index + whole.length + 60)),
  );
  if (amounts.length === 0) return false;
  return OF_PARAMETERS.test(text) || carriesName(text, facts.modelNames);
}

/** A class of a language model, or the settings by which the next token is picked. */
const WRITES =
  /\bclass \w{0,40}(?:LanguageModel|CausalLM|LMHeadModel)\b|\bdef (?:generate|complete|chat|sample_from_model|text_completion|chat_completion)\b|\b(?:top_p|nucleus_p|max_new_tokens|max_gen_len)\s{0,2}[=:]/;
const TOKENS = /tokeni[sz]er|\bvocab(?:_size)?\b/i;

/** True where the repository's own code that runs the model picks text tokens one after the other. */
export const writesText = (facts: Facts): boolean =>
  facts.sources.some(({ path, roles }) => {
    const area = areaOf(path);
    if (area === "test" || area === "vendored") return false;
    if (!roles.some(({ role, strength }) => strength === "strong" && (role === "infers" || role === "defines-network")))
      return false;
    const text = textAt(facts, path)?.slice(0, 100_000) ?? "";
    return WRITES.test(text) && TOKENS.test(text);
  });
