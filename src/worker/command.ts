/** The `/openness` command in a comment. */

/** Longer comments are not searched to their end. */
const MAX_COMMENT_CHARACTERS = 65_536;

/** True when a line of the comment is the command alone, outside fenced code and quotations. */
export function asksForAudit(body: string): boolean {
  let fence: string | undefined;
  for (const line of body.slice(0, MAX_COMMENT_CHARACTERS).split(/\r?\n/)) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      // CommonMark 4.5: a fence is closed by its own character, at least as many of them, and nothing after.
      if (mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
    } else if (mark !== undefined) fence = mark;
    // Four spaces or a tab make code; `>` makes a quotation, and replying by mail makes many.
    else if (/^ {0,3}\/openness[ \t]{0,20}$/i.test(line)) return true;
  }
  return false;
}

/**
 * Who may ask: the author of the pull request, and the owner, members and collaborators of the repository. One commit that
 * was merged at some time makes a CONTRIBUTOR of anybody, and gives no say in what the App does there.
 */
export function mayAsk(association: string, isAuthor: boolean): boolean {
  return isAuthor || ["OWNER", "MEMBER", "COLLABORATOR"].includes(association);
}

/** A pull request's audits on demand: one at a time, then some patience, and no more than this within the hour. */
const SECONDS_BETWEEN = 30;
const MOST_AN_HOUR = 10;
const HOUR = 3_600;

/** Whether a command is carried out now, or in how many seconds the same command would be. */
export type CommandTurn = { readonly isAllowed: true } | { readonly isAllowed: false; readonly retryAfter: number };

/**
 * Whether a pull request may be audited on demand again: 30 seconds after the last time, and at most ten times an hour.
 * GitHub lets an App create 80 things a minute and 500 an hour for one installation, shared with all its other work (docs,
 * "Rate limits for the REST API", secondary limits); a person who repeats the command must not use that up for others.
 * @param history when commands on this pull request were carried out, in any order; those that were refused do not count,
 *   so that asking too often never makes the wait longer
 */
export function mayRunAgain(history: readonly Date[], now: Date): CommandTurn {
  const ages = history
    .map((time) => (now.getTime() - time.getTime()) / 1000)
    // A clock that was set back makes times that are still to come: they count as just now.
    .map((age) => Math.max(0, age))
    .filter((age) => age < HOUR)
    .toSorted((a, b) => a - b);
  const sinceLast = ages[0] ?? Number.POSITIVE_INFINITY;
  const sinceTenth = ages[MOST_AN_HOUR - 1] ?? Number.POSITIVE_INFINITY;
  const retryAfter = Math.ceil(Math.max(SECONDS_BETWEEN - sinceLast, HOUR - sinceTenth));
  return retryAfter > 0 ? { isAllowed: false, retryAfter } : { isAllowed: true };
}

/** Why a command was turned down that came too soon. @param retryAfter seconds */
export function tooSoon(retryAfter: number): string {
  const minutes = Math.ceil(retryAfter / 60);
  const wait = retryAfter < 90 ? `${retryAfter} seconds` : `${minutes} minutes`;
  return `\`/openness\` was not run again: it may run every ${SECONDS_BETWEEN} seconds and ${MOST_AN_HOUR} times an hour on one pull request. Ask again in ${wait}; a push is audited without asking.`;
}
