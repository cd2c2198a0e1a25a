/** Number that stands for a word no license uses. */
export const UNKNOWN_WORD = 0xffff;

/** Length of the runs of words that texts are compared by: long enough to be rare, short enough to survive edits. */
export const RUN = 4;

/** Hash of four words; 0 is kept for "no run". */
function hashRun(a: number, b: number, c: number, d: number): number {
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
