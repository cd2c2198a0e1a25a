/** Texts of any origin as columns take them, and back. */
import { createHash } from "node:crypto";

/** Begins an escaped code unit; itself escaped where it stands in a text. Unicode gives it to no character. */
const ESCAPE = "\uFFFE";
/** What UTF-8 cannot say: half of a pair that stands alone. */
const UNSTORABLE = /[\uFFFE\p{Surrogate}]/gu;
const ESCAPED = /\uFFFE([0-9a-f]{4})/g;
/** Bytes of one text: an index entry has room for 2,704, and some have four texts (PostgreSQL's `BTMaxItemSize`). */
const LONGEST_KEY = 600;
const KEPT_OF_LONG = 40;

/**
 * A text that a column can hold whatever it is made of; {@link fromColumn} gives it back as it was. Source: PostgreSQL
 * documentation, "Character Types", for the code zero that no text may hold.
 */
export function toColumn(text: string): string {
  return text.replaceAll(UNSTORABLE, escaped).replaceAll("\0", escaped);
}

export function fromColumn(text: string): string {
  return text.replaceAll(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

/** A text to find a row by: as it is where it is short, else its beginning with a digest of the whole. */
export function toKey(text: string): string {
  const whole = toColumn(text.slice(0, LONGEST_KEY + 1));
  if (Buffer.byteLength(whole) <= LONGEST_KEY) return whole;
  // JSON writes a surrogate that stands alone as an escape, which UTF-8 would make like any other.
  const digest = createHash("sha256").update(JSON.stringify(text)).digest("hex");
  return `${toColumn(text.slice(0, KEPT_OF_LONG))}${ESCAPE}#${digest}`;
}

function escaped(unit: string): string {
  return ESCAPE + unit.charCodeAt(0).toString(16).padStart(4, "0");
}

/** The day in UTC, as `2026-11-24`. */
export function dayOf(date: Date): string {
  return date.toISOString().slice(0, 10);
}
