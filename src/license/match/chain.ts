import type { Effort } from "./effort.ts";
import { RUN } from "./runs.ts";
import { type Template, templates } from "./templates.ts";

/** The same words, one after another, in the text and in the template. */
export interface Block {
  readonly text: number;
  readonly template: number;
  /** Words in the block. */
  readonly length: number;
}

/** Blocks chained at most; more come only from repetitive text, where the longest say enough. */
const MOST_BLOCKS = 400;
/** Places of one run in a template that are followed; commoner runs are left to the filling of gaps. */
const MOST_PLACES = 6;
/** Cells of one longest-common-subsequence table: bounds the cost of aligning two long differing stretches. */
const MOST_CELLS = 250_000;

/** Blocks that begin in one text at most. */
const MOST_BEGUN = 20_000;

/** Places of runs in the template at hand: `first[run]` and then `next[place]`, each one more than the place. */
let first: Uint16Array | undefined;
let next: Uint16Array | undefined;

/** Maximal blocks that the unexplained words of a text share with a template. */
export function findBlocks(runs: Int32Array, template: Template, explained: Uint8Array, effort: Effort): Block[] {
  const { index, all } = templates();
  first ??= new Uint16Array(index.starts.length);
  next ??= new Uint16Array(all.reduce((most, { words }) => Math.max(most, words.length), 0));
  const own = index.runs[template.number]!;
  for (let j = own.length - 1; j >= 0; j--) {
    next[j] = first[own[j]!]!;
    first[own[j]!] = j + 1;
  }
  const size = template.words.length;
  // One open block per diagonal (text position less template position); a run that continues it makes it longer.
  const openEnd = new Int32Array(runs.length + size + 1).fill(-1);
  const openBlock = new Int32Array(runs.length + size + 1);
  const found: { text: number; template: number; length: number }[] = [];
  for (let i = 0; i < runs.length; i++) {
    const run = runs[i]!;
    if (run < 0 || first[run] === 0) continue;
    if (explained[i] === 1 || explained[i + 1] === 1 || explained[i + 2] === 1 || explained[i + 3] === 1) continue;
    let many = 0;
    for (let place: number = first[run]!; place !== 0 && many <= MOST_PLACES; place = next[place - 1]!) many++;
    for (let place: number = first[run]!; place !== 0; place = next[place - 1]!) {
      effort.places++;
      const j = place - 1;
      const diagonal = i - j + size;
      if (openEnd[diagonal] === i - 1 && i > 0) {
        found[openBlock[diagonal]!]!.length++;
        openEnd[diagonal] = i;
      } else if (many <= MOST_PLACES && found.length < MOST_BEGUN) {
        openBlock[diagonal] = found.length;
        openEnd[diagonal] = i;
        found.push({ text: i, template: j, length: RUN });
      }
    }
  }
  for (const run of own) first[run] = 0;
  if (found.length <= MOST_BLOCKS) return found;
  return found
    .sort((a, b) => b.length - a.length || a.text - b.text)
    .slice(0, MOST_BLOCKS)
    .sort((a, b) => a.text - b.text || a.template - b.template);
}

/**
 * The best chain of blocks that go forward in both the text and the template. Going far for the next block costs a
 * little, so that of two copies of a license in one file a chain stays in one.
 */
export function chainBlocks(blocks: readonly Block[], effort: Effort): Block[] {
  effort.blockPairs += (blocks.length * (blocks.length - 1)) / 2;
  const best = new Float64Array(blocks.length);
  const before = new Int32Array(blocks.length).fill(-1);
  let top = -1;
  for (let b = 0; b < blocks.length; b++) {
    const block = blocks[b]!;
    best[b] = block.length;
    for (let a = 0; a < b; a++) {
      const earlier = blocks[a]!;
      const overlap = Math.max(
        0,
        earlier.text + earlier.length - block.text,
        earlier.template + earlier.length - block.template,
      );
      if (overlap >= block.length || earlier.text >= block.text || earlier.template >= block.template) continue;
      const gap =
        Math.max(0, block.text - earlier.text - earlier.length) +
        Math.max(0, block.template - earlier.template - earlier.length);
      const value = best[a]! + block.length - overlap - Math.min(12, gap * 0.05);
      if (value > best[b]!) {
        best[b] = value;
        before[b] = a;
      }
    }
    if (top < 0 || best[b]! > best[top]!) top = b;
  }
  const chain: Block[] = [];
  for (let b = top; b >= 0; b = before[b]!) chain.push(blocks[b]!);
  return chain.reverse();
}

/** Pairs of equal words in order, between two stretches; none when the stretches are too long to compare. */
export function longestCommon(
  a: Uint16Array,
  fromA: number,
  toA: number,
  b: Uint16Array,
  fromB: number,
  toB: number,
  effort: Effort,
): [number, number][] {
  const rows = toA - fromA;
  const columns = toB - fromB;
  if (rows <= 0 || columns <= 0 || (rows + 1) * (columns + 1) > MOST_CELLS) return [];
  effort.cells += (rows + 1) * (columns + 1);
  const width = columns + 1;
  const table = new Uint16Array((rows + 1) * width);
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      table[i * width + j] =
        a[fromA + i] === b[fromB + j]
          ? table[(i + 1) * width + j + 1]! + 1
          : Math.max(table[(i + 1) * width + j]!, table[i * width + j + 1]!);
    }
  }
  const pairs: [number, number][] = [];
  let i = 0;
  let j = 0;
  while (i < rows && j < columns) {
    if (a[fromA + i] === b[fromB + j] && table[i * width + j] === table[(i + 1) * width + j + 1]! + 1) {
      pairs.push([fromA + i, fromB + j]);
      i++;
      j++;
    } else if (table[(i + 1) * width + j]! >= table[i * width + j + 1]!) i++;
    else j++;
  }
  return pairs;
}
