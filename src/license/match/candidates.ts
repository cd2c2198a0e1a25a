import type { Effort } from "./effort.ts";
import { RUN } from "./runs.ts";
import { type Template, templates } from "./templates.ts";

/** A template that may be in the text, and how much of it certainly is. */
export interface Candidate {
  readonly template: Template;
  /** Distinct runs of the template that the unexplained part of the text does not have. */
  readonly lost: number;
}

/** Templates worth aligning: alignment is what decides, this only keeps its cost bounded. */
const MOST = 14;
/** In a text longer than any license the likeliest must do: each alignment costs by the length of the text. */
const LONG = 20_000;
const MOST_OF_LONG = 5;
/** Share of a template's runs of four words that the text must hold; below it no edited copy was seen to align. */
const LEAST_CONTAINED = 0.28;

/**
 * License texts that may be in the part of a text that is not explained yet. Containment in the text is measured, not
 * likeness, so that a license is found beside another one or under added paragraphs. What was counted is kept from one
 * search to the next, so that each run is counted once, however many licenses the text holds.
 */
export class Candidates {
  private readonly runs: Int32Array;
  private readonly effort: Effort;
  private readonly counted: Uint8Array;
  /** How often each run is in what is not explained. */
  private readonly times: Uint16Array;
  private readonly shared: Uint32Array;
  private readonly weight: Float64Array;

  constructor(runs: Int32Array, effort: Effort) {
    this.runs = runs;
    this.effort = effort;
    this.counted = new Uint8Array(runs.length);
    const total = templates().all.length;
    this.times = new Uint16Array(templates().index.starts.length);
    this.shared = new Uint32Array(total);
    this.weight = new Float64Array(total);
    this.recount(0, runs.length, new Uint8Array(0));
  }

  /** Takes note of what is explained now between two words. */
  recount(from: number, to: number, explained: Uint8Array): void {
    for (let i = from; i < Math.min(to, this.runs.length); i++) {
      const run = this.runs[i]!;
      const counts = explained[i] === 1 ? 0 : 1;
      if (run < 0 || this.counted[i] === counts) continue;
      this.counted[i] = counts;
      const before = this.times[run]!;
      this.times[run] = counts === 1 ? before + 1 : before - 1;
      if (counts === 1 ? before === 0 : before === 1) this.post(run, counts === 1 ? 1 : -1);
    }
  }

  /** The candidates, likeliest first. */
  ranked(): Candidate[] {
    const { all, index } = templates();
    const found: { candidate: Candidate; score: number }[] = [];
    for (const template of all) {
      const distinct = index.distinct[template.number]!;
      const shared = this.shared[template.number]!;
      const contained = shared / Math.max(1, distinct);
      if (contained < LEAST_CONTAINED) continue;
      found.push({
        candidate: { template, lost: distinct - shared },
        score: this.weight[template.number]! * contained,
      });
    }
    found.sort((a, b) => b.score - a.score || a.candidate.template.number - b.candidate.template.number);
    return found.slice(0, this.runs.length > LONG ? MOST_OF_LONG : MOST).map(({ candidate }) => candidate);
  }

  private post(run: number, sign: 1 | -1): void {
    const { starts, holders, rarity } = templates().index;
    const { shared, weight } = this;
    const from = starts[run]!;
    const to = starts[run + 1]!;
    const tells = sign * rarity[run]!;
    this.effort.postings += to - from;
    for (let p = from; p < to; p++) {
      const number = holders[p]!;
      shared[number]! += sign;
      weight[number]! += tells;
    }
  }
}

/**
 * The most words of a template that a text without some of its runs can match, less what it adds: one word that is not
 * there, or one that is put in, breaks at most as many runs as a run is long.
 */
export function bestPossible({ template, lost }: Candidate): number {
  return template.words.length - Math.ceil(lost / RUN);
}
