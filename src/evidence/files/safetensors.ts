import { isObject, parseJson } from "./json.ts";
import type { HeaderPairs } from "./weight-metadata.ts";

/** The format's own limit to a header, in bytes (safetensors README, "Format"). */
const LONGEST_HEADER = 100_000_000;
const LENGTH_BYTES = 8;
const OPENING = /^\{\s{0,8}"__metadata__"\s{0,8}:\s{0,8}\{/;
const MOST_CHARACTERS_OF_A_VALUE = 2_000;

/**
 * The texts of a safetensors file's `__metadata__`. Of a header that was not read to its end the pairs up to there are
 * given, if the metadata comes first in it, as the format's own writer has it.
 * @param size of the whole file in bytes
 * @returns undefined when it is no safetensors file
 */
export function readSafetensors(head: Uint8Array, size: number): HeaderPairs | undefined {
  if (head.length < LENGTH_BYTES + 2 || head[LENGTH_BYTES] !== 0x7b) return undefined;
  const view = new DataView(head.buffer, head.byteOffset, head.byteLength);
  const length = Number(view.getBigUint64(0, true));
  if (length > LONGEST_HEADER || LENGTH_BYTES + length > size) return undefined;
  const end = LENGTH_BYTES + length;
  const text = Buffer.from(head.subarray(LENGTH_BYTES, end)).toString("utf8");
  if (end > head.length) return firstPairs(text);
  const header = parseJson(text);
  if (!isObject(header)) return undefined;
  const metadata = isObject(header.__metadata__) ? header.__metadata__ : {};
  return new Map(
    Object.entries(metadata).flatMap(([key, value]) =>
      typeof value === "string" ? [[key, value.slice(0, MOST_CHARACTERS_OF_A_VALUE)] as const] : [],
    ),
  );
}

/** The pairs of an object of texts that may be cut anywhere. */
function firstPairs(text: string): HeaderPairs {
  const pairs = new Map<string, string>();
  let at = OPENING.exec(text)?.[0].length;
  while (at !== undefined) {
    const key = stringAt(text, at);
    const colon = key === undefined ? undefined : signAt(text, key.end, ":");
    const value = colon === undefined ? undefined : stringAt(text, colon);
    if (key === undefined || value === undefined) break;
    pairs.set(key.value, value.value.slice(0, MOST_CHARACTERS_OF_A_VALUE));
    at = signAt(text, value.end, ",");
  }
  return pairs;
}

/** A whole string of JSON, with the place behind it. */
function stringAt(text: string, from: number): { value: string; end: number } | undefined {
  const start = signAt(text, from, '"');
  if (start === undefined) return undefined;
  let end = start;
  while (end < text.length && text[end] !== '"') end += text[end] === "\\" ? 2 : 1;
  if (end >= text.length) return undefined;
  const value = parseJson(text.slice(start - 1, end + 1));
  return typeof value === "string" ? { value, end: end + 1 } : undefined;
}

/** The place behind a sign that may have white space before it. */
function signAt(text: string, from: number, sign: string): number | undefined {
  let at = from;
  while (at < text.length && /\s/.test(text[at]!)) at++;
  return text[at] === sign ? at + 1 : undefined;
}
