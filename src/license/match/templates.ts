import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";

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
  /** Templates that hold a hashed run of four words: `starts[slot] .. starts[slot + 1]` of `holders`. */
  readonly slotOf: (hash: number) => number;
  readonly starts: Uint32Array;
  readonly holders: Uint16Array;
  /** Distinct runs of four words in each template. */
  readonly distinct: Uint32Array;
}

/** Number that stands for a word no license uses. */
export const UNKNOWN_WORD = 0xffff;

/** Length of the runs of words that texts are compared by: long enough to be rare, short enough to survive edits. */
export const RUN = 4;

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

/** Hash of four words; 0 is kept for "no run". */
export function hashRun(a: number, b: number, c: number, d: number): number {
  let hash = Math.imul(a + 1, 0x9e3779b1) ^ Math.imul(b + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) ^ Math.imul(c + 1, 0xc2b2ae35);
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) ^ Math.imul(d + 1, 0x27d4eb2f);
  hash ^= hash >>> 16;
  return hash >>> 0 || 1;
}

/** Hashes of every run of four words; a run with an unknown word gets 0, since no template can hold it. */
export function hashRuns(words: Uint16Array): Uint32Array {
  const runs = new Uint32Array(Math.max(0, words.length - RUN + 1));
  for (let i = 0; i < runs.length; i++) {
    const a = words[i]!;
    const b = words[i + 1]!;
    const c = words[i + 2]!;
    const d = words[i + 3]!;
    if (a === UNKNOWN_WORD || b === UNKNOWN_WORD || c === UNKNOWN_WORD || d === UNKNOWN_WORD) continue;
    runs[i] = hashRun(a, b, c, d);
  }
  return runs;
}

function load(): Templates {
  const bytes = brotliDecompressSync(readFileSync(join(import.meta.dirname, "../data/spdx-texts.bin")));
  const headerLength = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString("utf8", 4, 4 + headerLength)) as Header;
  const vocabulary = header.vocabulary.split("\n");
  const numberOf = new Map(vocabulary.map((word, number) => [word, number]));
  const body = bytes.subarray(4 + headerLength);
  const numbers = new Uint16Array(body.buffer.slice(body.byteOffset, body.byteOffset + body.length));
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
        start ??= introductionLength(words, vocabulary);
        return start;
      },
      get required() {
        required ??= requiredLength(words, vocabulary);
        return required;
      },
    };
  });
  return { all, numberOf, vocabulary, ...indexRuns(all, numbers.length) };
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

function introductionLength(words: Uint16Array, vocabulary: readonly string[]): number {
  const head = [...words.subarray(0, 700)].map((word) => vocabulary[word]).join(" ");
  if (!head.includes("is not a law firm")) return 0;
  for (const phrase of BEGINNINGS) {
    const found = head.indexOf(phrase);
    if (found >= 0) return head.slice(0, found).split(" ").length - 1;
  }
  return 0;
}

function requiredLength(words: Uint16Array, vocabulary: readonly string[]): number {
  const half = words.length >> 1;
  const tail = [...words.subarray(half)].map((word) => vocabulary[word]).join(" ");
  let cut = tail.length;
  for (const phrase of TAILS) {
    const found = tail.indexOf(phrase);
    if (found >= 0 && found < cut) cut = found;
  }
  return cut === tail.length ? words.length : half + tail.slice(0, cut).split(" ").length - 1;
}

function indexRuns(
  all: readonly Template[],
  total: number,
): Pick<Templates, "slotOf" | "starts" | "holders" | "distinct"> {
  let size = 1;
  while (size < total) size *= 2;
  const mask = size - 1;
  const keys = new Uint32Array(size);
  const counts = new Uint32Array(size + 1);
  const last = new Uint16Array(size).fill(UNKNOWN_WORD);
  const distinct = new Uint32Array(all.length);
  const find = (hash: number): number => {
    let slot = hash & mask;
    while (keys[slot] !== 0 && keys[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  };
  const slots: Uint32Array[] = [];
  for (const { number, words } of all) {
    const runs = hashRuns(words);
    for (let i = 0; i < runs.length; i++) {
      const hash = runs[i]!;
      const slot = find(hash);
      keys[slot] = hash;
      runs[i] = slot;
      if (last[slot] !== number) {
        last[slot] = number;
        counts[slot]!++;
        distinct[number]!++;
      }
    }
    slots.push(runs);
  }
  const starts = new Uint32Array(size + 1);
  for (let slot = 0; slot < size; slot++) starts[slot + 1] = starts[slot]! + counts[slot]!;
  const holders = new Uint16Array(starts[size]!);
  const fill = starts.slice();
  last.fill(UNKNOWN_WORD);
  for (const [number, runs] of slots.entries()) {
    for (const slot of runs) {
      if (last[slot] === number) continue;
      last[slot] = number;
      holders[fill[slot]!++] = number;
    }
  }
  return { slotOf: (hash) => (hash === 0 ? -1 : foundSlot(keys, mask, hash)), starts, holders, distinct };
}

function foundSlot(keys: Uint32Array, mask: number, hash: number): number {
  let slot = hash & mask;
  while (keys[slot] !== 0) {
    if (keys[slot] === hash) return slot;
    slot = (slot + 1) & mask;
  }
  return -1;
}
