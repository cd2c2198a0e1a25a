/**
 * What a search cost, in steps. Steps and not time say whether the cost grows with the length of a text and no faster:
 * they are the same on every machine.
 */
export interface Effort {
  /** Entries of the index that were counted. */
  postings: number;
  /** Templates that were aligned. */
  alignments: number;
  /** Places of a text and a template that were compared while blocks were looked for. */
  places: number;
  /** Pairs of blocks that were weighed against each other. */
  blockPairs: number;
  /** Cells of longest-common-subsequence tables. */
  cells: number;
}

/** Nothing done yet. */
export function noEffort(): Effort {
  return { postings: 0, alignments: 0, places: 0, blockPairs: 0, cells: 0 };
}

/** All steps together. */
export function steps({ postings, alignments, places, blockPairs, cells }: Effort): number {
  return postings + alignments + places + blockPairs + cells;
}
