import type { Words } from "./text/tokens.ts";
import { AI_TITLES } from "./titles/ai.ts";

/** A license known by its title and by phrases of its terms. */
export interface TitledText {
  readonly id: string;
  /** First word of the title. */
  readonly from: number;
}

/** The word that a title pattern begins with, where it always does: looking for it is cheaper than for the pattern. */
const FIRST_WORDS: ReadonlyMap<RegExp, string> = new Map(
  AI_TITLES.flatMap(({ title }) => {
    const first = /^\\b([a-z]{3,20}) (?![?*{])/.exec(title.source)?.[1];
    const hasAlternatives = title.source.replace(/\((?:[^()]|\([^()]{0,200}\)){0,300}\)/g, "").includes("|");
    return first === undefined || hasAlternatives ? [] : [[title, first] as const];
  }),
);

/**
 * AI licenses whose title and telling phrases are in a text. Their full texts are not kept: a title says which
 * license and version it is, the phrases say that the terms are there and not only a mention of them.
 */
export function findTitledTexts(text: Words, plain: PlainText): TitledText[] {
  const found: TitledText[] = [];
  for (const { id, title, phrases, policy } of AI_TITLES) {
    const first = FIRST_WORDS.get(title);
    if (first !== undefined && !plain.text.includes(first)) continue;
    const match = title.exec(plain.text);
    if (!match || !phrases.every((phrase) => phrase.test(plain.text))) continue;
    const name = typeof id === "string" ? id : id(match);
    const from = plain.wordAt(match.index);
    if (
      policy === true ? from > LEAD : termsIn(plain.text.slice(match.index)) < (from <= LEAD ? FEW_TERMS : LEAST_TERMS)
    )
      continue;
    if (!found.some((other) => other.id === name)) found.push({ id: name, from });
  }
  return dropGeneral(found, text);
}

/** Words before a title that begins its text. */
const LEAD = 6;
/** Characters after a title in which its terms must begin. */
const BODY = 12_000;
const TERMS = [
  /\bgrant(?:s|ed)?\b/,
  /\blicensor\b|\bhereby\b|\bherein\b/,
  /\bagree(?:s|ment)?\b/,
  /\bterminat\w{1,6}\b/,
  /\bwarrant(?:y|ies)\b/,
  /\bliab(?:le|ility)\b/,
  /\b(?:redistribut|distribut|sublicens)\w{1,6}\b/,
  /\bshall\b|\bmust\b|\bmay not\b/,
];
const LEAST_TERMS = 5;
/** A title that begins the text needs fewer. */
const FEW_TERMS = 3;

/** How many kinds of terms follow: license texts grant, bind, disclaim and end; documents that mention one do not. */
export function termsIn(plain: string): number {
  const body = plain.slice(0, BODY);
  return TERMS.filter((term) => term.test(body)).length;
}

/** A member of a family makes the family's own name superfluous. */
function dropGeneral(found: TitledText[], text: Words): TitledText[] {
  const specific = found.filter(({ id }) => id !== "LicenseRef-OpenRAIL-family");
  const kept = specific.length > 0 ? specific : found;
  return kept.filter(({ from }) => from < text.words.length);
}

/** The words of a text in one string, with the way back to the words. */
export interface PlainText {
  readonly text: string;
  readonly wordAt: (offset: number) => number;
}

/** Words of a text that titles and phrases are looked for in. */
const MOST_WORDS = 20_000;

/** Lower-case words of a text with one space between them. */
export function plainText(text: Words): PlainText {
  const words = text.words.length > MOST_WORDS ? text.words.slice(0, MOST_WORDS) : text.words;
  const starts = new Uint32Array(words.length);
  let at = 0;
  for (let i = 0; i < words.length; i++) {
    starts[i] = at;
    at += words[i]!.length + 1;
  }
  return {
    text: words.join(" "),
    wordAt: (offset) => {
      let low = 0;
      let high = words.length;
      while (low < high) {
        const middle = (low + high) >> 1;
        if ((starts[middle] ?? 0) < offset) low = middle + 1;
        else high = middle;
      }
      return low;
    },
  };
}
