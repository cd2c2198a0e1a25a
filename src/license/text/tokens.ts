import { cleanLine, continuesCopyright, linesOf } from "./lines.ts";

/** A text as words, each with the place it came from. Words are what licenses are compared by; punctuation is not. */
export interface Words {
  /** Lower-case words; `noncommercial` and the like are one word however they are written. */
  readonly words: readonly string[];
  /** 1-based line of each word. */
  readonly lineOf: Uint32Array;
  /** 1 where a sentence, list item or paragraph begins, else 0. */
  readonly startsSentence: Uint8Array;
  /** 1 where the word is written with a capital first letter in a line that also has lower-case letters, else 0. */
  readonly capitalised: Uint8Array;
  /** Lines without decoration, and where in its line each word begins and ends. */
  readonly lines: readonly string[];
  readonly beginOf: Uint32Array;
  readonly endOf: Uint32Array;
  /** Number of lines of the text. */
  readonly lineCount: number;
  /** True when the text was longer than what is compared. */
  readonly truncated: boolean;
}

/** Words of one text that are compared; a longer text is read this far. The longest SPDX text has about 8,000. */
export const MAX_WORDS = 60_000;

/** Spellings that the SPDX matching guidelines (annex B.9, equivalent words) or plain English treat as one. */
const EQUIVALENT = new Map<string, string>([
  ["licence", "license"],
  ["licences", "licenses"],
  ["licenced", "licensed"],
  ["licencing", "licensing"],
  ["sublicence", "sublicense"],
  ["sublicences", "sublicenses"],
  ["acknowledgement", "acknowledgment"],
  ["acknowledgements", "acknowledgments"],
  ["analogue", "analog"],
  ["authorisation", "authorization"],
  ["authorised", "authorized"],
  ["behaviour", "behavior"],
  ["centre", "center"],
  ["favour", "favor"],
  ["fulfil", "fulfill"],
  ["fulfilment", "fulfillment"],
  ["judgement", "judgment"],
  ["labour", "labor"],
  ["organisation", "organization"],
  ["organisations", "organizations"],
  ["organise", "organize"],
  ["practise", "practice"],
  ["recognise", "recognize"],
  ["utilisation", "utilization"],
  ["merchantibility", "merchantability"],
  ["whilst", "while"],
  ["https", "http"],
]);

/** Prefixes that are joined with the word that follows, so that `non-commercial` and `non commercial` are one word. */
const PREFIXES = new Set(["non", "sub"]);

const WORD =
  /[[\p{L}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]]{1,60}(?:\+\+)?|\d{1,15}(?:\.\d{1,6}){0,4}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]|\p{N}{1,15}/gv;
const ASCII_WORD = /[a-z]{1,60}(?:\+\+)?|\d{1,15}(?:\.\d{1,6}){0,4}/g;
const SENTENCE_BREAK = /[.!?;。！？；]["'”’)\]]{0,3}\s|[。！？；•|]/;
const SENTENCE_END = /[.!?;。！？；]["'”’)\]]{0,3}(?:\s|$)|[。！？；•|]/;
/** Words whose full stop ends no sentence. */
const ABBREVIATIONS = new Set([
  "v",
  "ver",
  "no",
  "nos",
  "inc",
  "ltd",
  "co",
  "corp",
  "sec",
  "art",
  "etc",
  "vs",
  "fig",
  "e",
  "g",
  "i",
]);
const NON_ASCII = /[^\0-\x7f]/;
const BARE_ADDRESS_WORD = new Set(["http", "www"]);

/** Splits a text into words with their lines. Never throws; the result depends on nothing but the text. */
export function splitWords(text: string): Words {
  const lines = linesOf(text);
  const words: string[] = [];
  const lineOf: number[] = [];
  const starts: number[] = [];
  const capitalised: number[] = [];
  const cleanLines: string[] = [];
  const beginOf: number[] = [];
  const endOf: number[] = [];
  let begin = true;
  let joined = false;
  let aboveIsCopyright = false;
  let truncated = false;
  for (let n = 0; n < lines.length && !truncated; n++) {
    const raw = lines[n] ?? "";
    const cleaned = cleanLine(raw);
    cleanLines.push(cleaned.text);
    const above: string | undefined = cleanLines[n - 1];
    const isCopyright: boolean =
      cleaned.isCopyright || (aboveIsCopyright && above !== undefined && continuesCopyright(cleaned.text, above));
    aboveIsCopyright = isCopyright;
    if (cleaned.text.trim() === "" || isCopyright) {
      begin = true;
      joined = false;
      continue;
    }
    if (cleaned.startsItem) begin = true;
    const original = cleaned.text;
    const lower = original.toLowerCase();
    // Lower-casing can change the length of exotic letters; capitals are then not reported for that line.
    const sameLength = lower.length === original.length;
    const hasLowerCase = /[a-z]/.test(original);
    let end = 0;
    const pattern = NON_ASCII.test(lower) ? WORD : ASCII_WORD;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(lower); match !== null; match = pattern.exec(lower)) {
      const at = match.index;
      // One space between two words is by far the commonest and ends nothing.
      const isSpace = at === end + 1 && lower.charCodeAt(end) === 32;
      const between = isSpace ? " " : lower.slice(end, at);
      if (
        !isSpace &&
        end > 0 &&
        SENTENCE_BREAK.test(between) &&
        !(between.startsWith(". ") && ABBREVIATIONS.has(words.at(-1) ?? ""))
      ) {
        begin = true;
      }
      end = at + match[0].length;
      let word = EQUIVALENT.get(match[0]) ?? match[0];
      if (BARE_ADDRESS_WORD.has(word)) continue;
      if (joined && words.length > 0) {
        const last = words.length - 1;
        word = (words[last] ?? "") + word;
        words[last] = EQUIVALENT.get(word) ?? word;
        if (lineOf[last] === n + 1) endOf[last] = end;
        joined = false;
        continue;
      }
      if (words.length >= MAX_WORDS) {
        truncated = true;
        break;
      }
      joined = PREFIXES.has(word) && between !== ".";
      words.push(word);
      lineOf.push(n + 1);
      beginOf.push(at);
      endOf.push(end);
      starts.push(begin ? 1 : 0);
      const letter = sameLength ? original[at] : undefined;
      capitalised.push(hasLowerCase && letter !== undefined && letter >= "A" && letter <= "Z" ? 1 : 0);
      begin = false;
    }
    if (SENTENCE_END.test(lower.slice(end))) begin = true;
  }
  return {
    words,
    lineOf: Uint32Array.from(lineOf),
    startsSentence: Uint8Array.from(starts),
    capitalised: Uint8Array.from(capitalised),
    lines: cleanLines,
    beginOf: Uint32Array.from(beginOf),
    endOf: Uint32Array.from(endOf),
    lineCount: lines.length,
    truncated,
  };
}

/** The text between two words as it was written, lines joined with spaces, at most `most` characters. */
export function written(words: Words, from: number, to: number, most: number): string {
  if (to <= from) return "";
  const firstLine = words.lineOf[from] ?? 1;
  const lastLine = words.lineOf[to - 1] ?? firstLine;
  let text = "";
  for (let line = firstLine; line <= lastLine && text.length < most; line++) {
    const whole = words.lines[line - 1] ?? "";
    const begin = line === firstLine ? (words.beginOf[from] ?? 0) : 0;
    const end = line === lastLine ? (words.endOf[to - 1] ?? whole.length) : whole.length;
    text += `${text === "" ? "" : " "}${whole.slice(begin, Math.min(end, begin + most)).trim()}`;
  }
  return text.length > most ? text.slice(0, most) : text;
}
