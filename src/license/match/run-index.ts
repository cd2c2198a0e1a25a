import { hashRuns } from "./runs.ts";

/** Which templates hold which runs of four words. Runs have numbers, given in the order in which they are first met. */
export interface RunIndex {
  /** Numbers of the runs of some words, -1 for a run that no template holds. */
  readonly runsOf: (words: Uint16Array) => Int32Array;
  /** Templates that hold a run: `starts[run] .. starts[run + 1]` of `holders`. */
  readonly starts: Uint32Array;
  readonly holders: Uint16Array;
  /** How much holding a run tells, in thousandths: the fewer hold it, the more. Whole numbers, so that sums are exact. */
  readonly rarity: Uint16Array;
  /** Runs of each template, in order. */
  readonly runs: readonly Uint32Array[];
  /** Distinct runs in each template. */
  readonly distinct: Uint32Array;
}

const NOBODY = 0xffff;

/** Builds the index over the words of all templates. */
export function indexRuns(templates: readonly Uint16Array[]): RunIndex {
  const total = templates.reduce((sum, words) => sum + words.length, 0);
  let size = 1;
  while (size < total) size *= 2;
  const table = new RunTable(size);
  const counts = new Uint32Array(total);
  const last = new Uint16Array(total).fill(NOBODY);
  const distinct = new Uint32Array(templates.length);
  const all = templates.map((words, template) => {
    const runs = hashRuns(words);
    for (let i = 0; i < runs.length; i++) {
      const run = table.numberFor(runs[i]!);
      runs[i] = run;
      if (last[run] === template) continue;
      last[run] = template;
      counts[run]!++;
      distinct[template]!++;
    }
    return runs;
  });
  const starts = new Uint32Array(table.count + 1);
  const rarity = new Uint16Array(table.count);
  for (let run = 0; run < table.count; run++) {
    starts[run + 1] = starts[run]! + counts[run]!;
    rarity[run] = Math.round(1000 * Math.log(1 + templates.length / counts[run]!));
  }
  const holders = new Uint16Array(starts[table.count]!);
  const fill = starts.slice();
  last.fill(NOBODY);
  for (const [template, runs] of all.entries()) {
    for (const run of runs) {
      if (last[run] === template) continue;
      last[run] = template;
      holders[fill[run]!++] = template;
    }
  }
  const runsOf = (words: Uint16Array): Int32Array => {
    const hashes = hashRuns(words);
    const numbers = new Int32Array(hashes.length);
    for (let i = 0; i < hashes.length; i++) numbers[i] = table.numberOf(hashes[i]!);
    return numbers;
  };
  return { runsOf, starts, holders, rarity, runs: all, distinct };
}

/** Numbers for hashes, in open addressing. */
class RunTable {
  count = 0;
  private readonly mask: number;
  private readonly keys: Uint32Array;
  private readonly numbers: Uint32Array;

  constructor(size: number) {
    this.mask = size - 1;
    this.keys = new Uint32Array(size);
    this.numbers = new Uint32Array(size);
  }

  numberFor(hash: number): number {
    let slot = hash & this.mask;
    while (this.keys[slot] !== 0) {
      if (this.keys[slot] === hash) return this.numbers[slot]!;
      slot = (slot + 1) & this.mask;
    }
    this.keys[slot] = hash;
    this.numbers[slot] = this.count;
    return this.count++;
  }

  numberOf(hash: number): number {
    if (hash === 0) return -1;
    let slot = hash & this.mask;
    while (this.keys[slot] !== 0) {
      if (this.keys[slot] === hash) return this.numbers[slot]!;
      slot = (slot + 1) & this.mask;
    }
    return -1;
  }
}
