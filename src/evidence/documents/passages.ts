import type { Passage } from "./document.ts";
import type { Flow } from "./flow.ts";

/** Longest context of a link, in characters. */
export const MAX_CONTEXT = 400;
/** A sentence shorter than this says too little about a link: the one before it is added. */
const SHORT_SENTENCE = 40;

/**
 * The words around a link that tell what it is: the whole list item or table row where that is short, else the
 * sentence, at most 400 characters.
 * @param start where the link starts in the block's text
 * @param ends where the text's sentences end (`sentenceEnds`), ascending
 */
export function contextOf(text: string, start: number, end: number, whole: boolean, ends: readonly number[]): string {
  if (whole && text.length <= MAX_CONTEXT) return text.trim();
  const after = countUpTo(ends, start);
  let from = ends[after - 1] ?? 0;
  let to = ends[countUpTo(ends, end - 1)] ?? text.length;
  if (to - from < Math.max(SHORT_SENTENCE, end - start + 20)) from = ends[after - 2] ?? 0;
  if (to - from > MAX_CONTEXT) {
    from = Math.max(from, Math.min(start - MAX_CONTEXT / 2, to - MAX_CONTEXT));
    to = Math.min(to, from + MAX_CONTEXT);
  }
  return text.slice(from, to).trim();
}

/** Lines from the end of an announcement to the link that it announces: itself and an empty one. */
const NEXT = 2;

/**
 * "The code can be found here:" and then a paragraph that is nothing but the address: the words of the paragraph before
 * are the address's own. Empty where the paragraph says more, holds several links, or was not announced by a colon.
 */
export function announcement(before: Passage | undefined, { links, text, firstLine }: Flow): string {
  const [link, second] = links;
  if (before === undefined || link === undefined || second !== undefined || link.image) return "";
  const alone = text.length - (link.end - link.start) <= 2;
  const next = firstLine - before.lines[1] <= NEXT;
  return alone && next && /[:：]$/.test(before.text) ? before.text.slice(-MAX_CONTEXT / 2) : "";
}

/** Offsets after each sentence's closing sign, Latin or full-width. */
export function sentenceEnds(text: string): number[] {
  return Array.from(text.matchAll(/[。！？]|[.!?](?=\s[^a-z\d])/g), (match) => match.index + 1);
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
