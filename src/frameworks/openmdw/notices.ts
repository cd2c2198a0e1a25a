/** Whether a release carries notices of copyright or origin that others can keep. */
import type { Facts } from "../../evidence/facts.ts";
import type { RuleEvidence } from "../framework.ts";
import { textAt } from "../looking.ts";

/** Files that hold notices by their name, and those in which a line may be one. */
const NOTICE_FILE = /^(?:notice|copyright|authors|contributors)(?:\.[a-z]{2,4})?$/i;
const MAY_HOLD = /^(?:(?:un)?licen[cs]e|copying|readme|notice|copyright)[^/]{0,60}$/i;
const NOTICE =
  /\bcopyright (?:\(c\)|©|\d{4}|by )|(?:\(c\)|©) ?(?:copyright )?\d{4}|\bSPDX-FileCopyrightText:|\bAll rights reserved\b/i;
const MOST_LINES = 5000;
const LONGEST_LINE = 600;

/** The first notice in the root's files; undefined where there is none in what was read. */
export function noticeIn(facts: Facts): RuleEvidence | undefined {
  const root = facts.entries.filter(({ path, kind }) => kind === "file" && !path.includes("/"));
  // A file of blank lines carries nothing; one that was not read is taken at its name.
  const named = root.find(
    ({ path, size }) => NOTICE_FILE.test(path) && size !== 0 && /\S/.test(textAt(facts, path) ?? path),
  );
  if (named !== undefined) return { path: named.path, lines: [1, 1] };
  for (const { path } of root.filter((entry) => MAY_HOLD.test(entry.path))) {
    const lines = textAt(facts, path)?.split("\n", MOST_LINES) ?? [];
    const at = lines.findIndex((line) => NOTICE.test(line.slice(0, LONGEST_LINE)));
    if (at >= 0) return { path, lines: [at + 1, at + 1] };
  }
  return undefined;
}

/** Whether every file in which a notice is looked for was read. */
export const hasReadNotices = (facts: Facts): boolean =>
  facts.blindSpots.length === 0 &&
  facts.entries.every(
    ({ path, kind, size }) =>
      kind !== "file" || path.includes("/") || size === 0 || !MAY_HOLD.test(path) || facts.snapshot.contents.has(path),
  );
