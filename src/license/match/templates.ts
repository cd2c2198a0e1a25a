import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import { indexRuns, type RunIndex } from "./run-index.ts";
import { UNKNOWN_WORD } from "./runs.ts";

/** The known text of a license as numbers into the vocabulary. */
export interface Template {
  /** Position in the list of templates. */
  readonly number: number;
  /** The identifier reported for the text. */
  readonly id: string;
  /** Every identifier that has this very text (GPL-3.0-only and GPL-3.0-or-later have one). */
  readonly ids: readonly string[];
  readonly words: Uint16Array;
  /** Words of introduction that copies leave out, before the license begins. */
  readonly start: number;
  /** Words before the part that explains how to apply the license or who published it: what a copy must have. */
  readonly required: number;
}

export interface Templates {
  readonly all: readonly Template[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly vocabulary: readonly string[];
  readonly index: RunIndex;
}

interface Header {
  readonly vocabulary: string;
  readonly licenses: readonly { readonly ids: readonly string[]; readonly length: number }[];
}

let loaded: Templates | undefined;

/** The known license texts, read once from the packed data beside this room. */
export function templates(): Templates {
  loaded ??= load();
  return loaded;
}

function load(): Templates {
  const bytes = brotliDecompressSync(readFileSync(join(import.meta.dirname, "../data/spdx-texts.bin")));
  const headerLength = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString("utf8", 4, 4 + headerLength)) as Header;
  const vocabulary = header.vocabulary.split("\n");
  const numberOf = new Map(vocabulary.map((word, number) => [word, number]));
  const body = bytes.subarray(4 + headerLength);
  const numbers = new Uint16Array(body.buffer.slice(body.byteOffset, body.byteOffset + body.length));
  const spelled = (phrase: string): number[] => phrase.split(" ").map((word) => numberOf.get(word) ?? UNKNOWN_WORD);
  const beginnings = BEGINNINGS.map(spelled);
  const tails = TAILS.map(spelled);
  const publisher = spelled(PUBLISHER);
  let at = 0;
  const all = header.licenses.map(({ ids, length }, number): Template => {
    const words = numbers.subarray(at, at + length);
    at += length;
    // Only the few templates that a text is compared with are asked, so that reading the rest costs no start-up time.
    let start: number | undefined;
    let required: number | undefined;
    return {
      number,
      id: ids[0] ?? "",
      ids,
      words,
      get start() {
        start ??= introductionLength(words, publisher, beginnings);
        return start;
      },
      get required() {
        required ??= requiredLength(words, tails);
        return required;
      },
    };
  });
  return { all, numberOf, vocabulary, index: indexRuns(all.map(({ words }) => words)) };
}

/** Words that begin the part of a license that copies leave out: the instructions, or the publisher's own notice. */
const TAILS = [
  "end of terms and conditions",
  "how to apply these terms to your new",
  "creative commons is not a party to its public",
  "creative commons notice creative commons is not",
  "creative commons is not a party to this license",
  "appendix how to apply",
  "exhibit a source code form license notice",
  "addendum how to use this license",
  "how to apply the mulan",
];

/** Where Creative Commons licenses begin after the publisher's own introduction, which their web pages do not have. */
const BEGINNINGS = ["by exercising the licensed rights", "license the work as defined below", "statement of purpose"];

/** The publisher's introduction says this of itself. */
const PUBLISHER = "is not a law firm";
/** Words at the beginning in which the introduction ends. */
const INTRODUCTION = 700;

function introductionLength(words: Uint16Array, publisher: readonly number[], beginnings: readonly number[][]): number {
  const head = words.subarray(0, INTRODUCTION);
  if (placeOf(publisher, head, 0) < 0) return 0;
  for (const phrase of beginnings) {
    const found = placeOf(phrase, head, 0);
    if (found >= 0) return found;
  }
  return 0;
}

function requiredLength(words: Uint16Array, tails: readonly number[][]): number {
  const found = tails.map((phrase) => placeOf(phrase, words, words.length >> 1)).filter((at) => at >= 0);
  return Math.min(words.length, ...found);
}

/** Where a phrase first begins in words, from a place on; -1 when it does not. */
function placeOf(phrase: readonly number[], words: Uint16Array, from: number): number {
  const first = phrase[0];
  if (first === undefined) return -1;
  for (let at = words.indexOf(first, from); at >= 0; at = words.indexOf(first, at + 1)) {
    if (phrase.every((word, k) => words[at + k] === word)) return at;
  }
  return -1;
}
