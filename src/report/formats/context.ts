/** What a format needs beside the report. Pure code has no clock: the caller says when it is. */
export interface FormatContext {
  /** When the output is made. */
  readonly created: Date;
  /** When the audited release was made, where the caller knows; formats leave it out otherwise. */
  readonly released?: Date | undefined;
  /** Address of the GitHub that the repository is on; github.com without it. */
  readonly serverUrl?: string | undefined;
  /** Where the audited folder lies in its repository, for the places in SARIF; it is the repository's root without it. */
  readonly within?: string | undefined;
  /** Colours for a terminal, where the format is one for people. */
  readonly colour?: boolean | undefined;
}

/** Years that every reader of dates can tell. */
const LAST = Date.UTC(9999, 11, 31, 23, 59, 59);

/** A moment as `2026-11-24T09:00:00Z`, to the second in UTC, as SPDX 3.0.1 (Core, DateTime) asks for. */
export function timestampOf(date: Date): string {
  const time = date.getTime();
  const bounded = Number.isFinite(time) ? Math.min(Math.max(time, 0), LAST) : 0;
  return `${new Date(bounded).toISOString().slice(0, 19)}Z`;
}

/** The day of a moment in UTC: `2026-11-24`. */
export const dayOf = (date: Date): string => timestampOf(date).slice(0, 10);
