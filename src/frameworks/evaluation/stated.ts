/** A figure as a document states it. */
import type { Score } from "./score.ts";

/** A stated figure keeps how exactly it was written, and in which table. */
export interface Stated extends Omit<Score, "metric"> {
  /** Undefined where it is not told. */
  readonly metric: string | undefined;
  /** Which table, or front matter, holds it. */
  readonly table: string;
  /** The row of the table by what heads it: figures of one model and task in several rows differ in something. */
  readonly label: string;
  /** True where heading, caption or label tell of another way of measuring. */
  readonly isOtherWay: boolean;
  /** Digits after the point. */
  readonly decimals: number;
  readonly written: string;
}

export interface Known {
  readonly models: ReadonlySet<string>;
  readonly tasks: ReadonlySet<string>;
}

const FIGURE = /^[\s*_~]{0,6}(\d{1,4}(?:[.,](\d{1,17}))?)\s?%?[\s*_]{0,6}(?:(?:±|\+\/-|\(±).{0,20})?$/;

type Around = Omit<Stated, "value" | "decimals" | "written" | "subset" | "split" | "version" | "filter"> &
  Partial<Pick<Stated, "subset" | "split" | "version" | "filter">>;

/** The figure of a cell with what is known around it; none where the cell holds no figure alone. */
export function stated(cell: string, around: Around): readonly Stated[] {
  const [, written, decimals = ""] = FIGURE.exec(cell.slice(0, 80)) ?? [];
  if (written === undefined) return [];
  const { subset, split, version, filter, ...rest } = around;
  const value = Number(written.replace(",", "."));
  return [{ ...rest, subset, split, version, filter, value, decimals: decimals.length, written: written.slice(0, 12) }];
}
