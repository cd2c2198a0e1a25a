import type { HeaderPairs } from "./weight-metadata.ts";

/** Bytes of the scalar types, by their number; 8 is a string and 9 a list (ggml, "GGUF", section "File Structure"). */
const SCALAR_BYTES: Readonly<Record<number, number>> = {
  0: 1,
  1: 1,
  2: 2,
  3: 2,
  4: 4,
  5: 4,
  6: 4,
  7: 1,
  10: 8,
  11: 8,
  12: 8,
};
const STRING = 8;
const LIST = 9;
const MOST_BYTES_OF_A_STRING = 2_000;
const MOST_ITEMS_KEPT = 50;
const DEEPEST_LIST = 3;

/**
 * The texts and lists of texts among a GGUF file's `general.*` keys, in versions 2 and 3 and either byte order. A length
 * that the file claims is believed only as far as there are bytes for it: where they end, so does the reading, and what
 * was read by then is given.
 * @returns undefined when it is no GGUF file
 */
export function readGguf(head: Uint8Array): HeaderPairs | undefined {
  if (head.length < 24 || Buffer.from(head.subarray(0, 4)).toString("latin1") !== "GGUF") return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const isLittle = [2, 3].includes(view.getUint32(4, true));
  if (!isLittle && ![2, 3].includes(view.getUint32(4, false))) return undefined;
  const reader = new Reader(view, isLittle, 16);
  const pairs = new Map<string, string | readonly string[]>();
  try {
    const count = reader.length();
    for (let index = 0; index < count; index++) {
      const key = reader.text();
      const value = reader.value(reader.number(4), 0);
      if (key.startsWith("general.") && value !== undefined && !pairs.has(key)) pairs.set(key, value);
    }
  } catch (error) {
    if (!(error instanceof End)) throw error;
  }
  return pairs;
}

/** There are no more bytes, or none that can be understood. */
class End extends Error {}

class Reader {
  readonly #view: DataView;
  readonly #isLittle: boolean;
  #at: number;

  constructor(view: DataView, isLittle: boolean, at: number) {
    this.#view = view;
    this.#isLittle = isLittle;
    this.#at = at;
  }

  /** Steps over bytes and gives the place where they began. */
  #step(bytes: number): number {
    const from = this.#at;
    if (bytes > this.#view.byteLength - from) throw new End();
    this.#at = from + bytes;
    return from;
  }

  number(bytes: 4): number {
    return this.#view.getUint32(this.#step(bytes), this.#isLittle);
  }

  /** A count or length; beyond 2^53 it is inexact, which does no harm, since no file has as many bytes. */
  length(): number {
    return Number(this.#view.getBigUint64(this.#step(8), this.#isLittle));
  }

  text(): string {
    const bytes = this.length();
    const from = this.#step(bytes);
    const kept = Math.min(bytes, MOST_BYTES_OF_A_STRING);
    return Buffer.from(this.#view.buffer, this.#view.byteOffset + from, kept).toString("utf8");
  }

  /** A text or a list of texts; undefined for what is of another type, which is stepped over. */
  value(type: number, depth: number): string | readonly string[] | undefined {
    if (type === STRING) return this.text();
    if (type === LIST) return this.#list(depth);
    const bytes = SCALAR_BYTES[type];
    if (bytes === undefined) throw new End();
    this.#step(bytes);
    return undefined;
  }

  #list(depth: number): readonly string[] | undefined {
    if (depth >= DEEPEST_LIST) throw new End();
    const type = this.number(4);
    const count = this.length();
    const bytes = SCALAR_BYTES[type];
    if (bytes !== undefined) {
      this.#step(bytes * count);
      return undefined;
    }
    const texts: string[] = [];
    // Each item takes at least eight bytes, so that a false count ends with the bytes.
    for (let index = 0; index < count; index++) {
      const item = this.value(type, depth + 1);
      if (typeof item === "string" && texts.length < MOST_ITEMS_KEPT) texts.push(item);
    }
    return type === STRING ? texts : undefined;
  }
}
