import { chainBlocks, findBlocks, longestCommon } from "./chain.ts";
import type { Effort } from "./effort.ts";
import type { Template } from "./templates.ts";

/** A place where the text and the template differ. */
export interface Edit {
  /** Words of the text that the template does not have: `from` (inclusive) to `to` (exclusive). */
  readonly text: readonly [from: number, to: number];
  /** Words of the template that the text does not have. */
  readonly template: readonly [from: number, to: number];
}

/** How a text follows a template. */
export interface Alignment {
  readonly template: Template;
  /** First and past-the-last word of the text that the template explains. */
  readonly from: number;
  readonly to: number;
  /** Template position for each text word from `from` on, -1 for a word the template does not have there. */
  readonly pairs: Int32Array;
  readonly matched: number;
  /** Required template words that were matched. */
  readonly matchedRequired: number;
  readonly edits: readonly Edit[];
  /** Matched words less missing and added ones: what decides between templates. */
  readonly score: number;
}

/**
 * An added run counts as at most this many words against a template: a whole paragraph put between the title and the
 * terms must not make a near relative of the license look closer than the license itself.
 */
const ADDED_RUN_CAP = 8;
/** Words before the first and after the last certain match that are searched for the license's edges. */
const EDGE = 60;

/** Aligns the unexplained words of a text with a template, or undefined when they have no run of words in common. */
export function align(
  words: Uint16Array,
  runs: Int32Array,
  template: Template,
  explained: Uint8Array,
  effort: Effort,
): Alignment | undefined {
  effort.alignments++;
  const goal = template.words;
  const all = findBlocks(runs, template, explained, effort);
  // A copy to the letter needs no search for the best way through it.
  const whole = all.find(({ length }) => length === goal.length);
  const blocks = whole ? [whole] : chainBlocks(all, effort);
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last) return undefined;
  const pairs = new Pairs();
  const headFrom = clearBack(first.text, explained, Math.min(EDGE + first.template, EDGE * 2));
  const head = longestCommon(
    words,
    headFrom,
    first.text,
    goal,
    Math.max(0, first.template - EDGE),
    first.template,
    effort,
  );
  for (const [i, j] of closeTo(head.reverse(), first.text, first.template).reverse()) pairs.add(i, j);
  let text = first.text;
  let at = first.template;
  for (const block of blocks) {
    const skip = Math.max(0, text - block.text, at - block.template);
    if (skip >= block.length) continue;
    const nextText = block.text + skip;
    const nextAt = block.template + skip;
    if (nextText > text && nextAt > at) {
      for (const [i, j] of longestCommon(words, text, nextText, goal, at, nextAt, effort))
        if (explained[i] === 0) pairs.add(i, j);
    }
    for (let k = skip; k < block.length; k++) pairs.add(block.text + k, block.template + k);
    text = block.text + block.length;
    at = block.template + block.length;
  }
  const tailTo = clearForward(text, words.length, explained, Math.min(EDGE * 2, goal.length - at + EDGE));
  const tail = longestCommon(words, text, tailTo, goal, at, Math.min(goal.length, at + EDGE * 2), effort);
  for (const [i, j] of closeTo(tail, text - 1, at - 1)) pairs.add(i, j);
  return summarise(pairs, template, explained);
}

/** Equal words in order, by their places in the text and in the template. */
class Pairs {
  readonly text: number[] = [];
  readonly template: number[] = [];

  add(text: number, template: number): void {
    this.text.push(text);
    this.template.push(template);
  }
}

/** Words that may lie between two matched ones at the edge of a license: a word further off is there by chance. */
const EDGE_GAP = 8;

/** The pairs that lie close to each other, going away from an anchor. */
function closeTo(pairs: readonly [number, number][], text: number, template: number): [number, number][] {
  const kept: [number, number][] = [];
  let [i, j] = [text, template];
  for (const pair of pairs) {
    if (Math.abs(pair[0] - i) > EDGE_GAP || Math.abs(pair[1] - j) > EDGE_GAP) break;
    kept.push(pair);
    [i, j] = pair;
  }
  return kept;
}

function clearBack(from: number, explained: Uint8Array, most: number): number {
  let at = from;
  while (at > 0 && from - at < most && explained[at - 1] === 0) at--;
  return at;
}

function clearForward(from: number, end: number, explained: Uint8Array, most: number): number {
  let at = from;
  while (at < end && at - from < most && explained[at] === 0) at++;
  return at;
}

function summarise(pairs: Pairs, template: Template, explained: Uint8Array): Alignment | undefined {
  const from = pairs.text[0];
  const matched = pairs.text.length;
  if (from === undefined) return undefined;
  const to = pairs.text[matched - 1]! + 1;
  const map = new Int32Array(to - from).fill(-1);
  const edits: Edit[] = [];
  let added = 0;
  let missing = 0;
  let matchedRequired = 0;
  let text = from;
  let at = 0;
  for (let n = 0; n <= matched; n++) {
    const i = n < matched ? pairs.text[n]! : to;
    const j = n < matched ? pairs.template[n]! : template.words.length;
    if (i < to) map[i - from] = j;
    if (i < to && j >= template.start && j < template.required) matchedRequired++;
    if (i > text || j > at) {
      edits.push({ text: [text, i], template: [at, j] });
      let own = 0;
      for (let k = text; k < i; k++) if (explained[k] === 0) own++;
      added += Math.min(ADDED_RUN_CAP, own);
      missing += Math.max(
        0,
        Math.min(j, template.required) - Math.max(template.start, Math.min(at, template.required)),
      );
    }
    text = i + 1;
    at = j + 1;
  }
  return { template, from, to, pairs: map, matched, matchedRequired, edits, score: matched - missing - added };
}
