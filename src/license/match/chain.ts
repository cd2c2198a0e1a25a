import { hashRuns, RUN, type Template } from "./templates.ts";

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

const PLACES_KEPT = 96;
const places = new Map<number, Map<number, number[]>>();

/** Places of each run of four words in a template; the commonest templates stay ready. */
function placesOf(template: Template): Map<number, number[]> {
  const known = places.get(template.number);
  if (known) return known;
  const map = new Map<number, number[]>();
  const runs = hashRuns(template.words);
  for (let j = 0; j < runs.length; j++) {
    const list = map.get(runs[j]!);
    if (list) list.push(j);
    else map.set(runs[j]!, [j]);
  }
  if (places.size >= PLACES_KEPT) places.delete(places.keys().next().value ?? -1);
  places.set(template.number, map);
  return map;
}

/** Maximal blocks that the free words of a text share with a template. */
export function findBlocks(runs: Uint32Array, template: Template, free: (at: number) => boolean): Block[] {
  const at = placesOf(template);
  const size = template.words.length;
  // One open block per diagonal (text position less template position); a run that continues it makes it longer.
  const openEnd = new Int32Array(runs.length + size + 1).fill(-1);
  const openBlock = new Int32Array(runs.length + size + 1);
  const found: { text: number; template: number; length: number }[] = [];
  for (let i = 0; i < runs.length; i++) {
    const hash = runs[i]!;
    if (hash === 0) continue;
    const list = at.get(hash);
    if (!list || !free(i) || !free(i + 1) || !free(i + 2) || !free(i + 3)) continue;
    const many = list.length > MOST_PLACES;
    for (const j of list) {
      const diagonal = i - j + size;
      if (openEnd[diagonal] === i - 1 && i > 0) {
        found[openBlock[diagonal]!]!.length++;
        openEnd[diagonal] = i;
      } else if (!many && found.length < 20_000) {
        openBlock[diagonal] = found.length;
        openEnd[diagonal] = i;
        found.push({ text: i, template: j, length: RUN });
      }
    }
  }
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
export function chainBlocks(blocks: readonly Block[]): Block[] {
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
): [number, number][] {
  const rows = toA - fromA;
  const columns = toB - fromB;
  if (rows <= 0 || columns <= 0 || (rows + 1) * (columns + 1) > MOST_CELLS) return [];
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
