/** Where the clauses stand that limit an artifact, and clauses by which terms may change later. */
import type { Lines } from "../../evidence/artifacts/artifact.ts";
import type { Clause, JudgedComponent, Material, RuleEvidence } from "../framework.ts";

/** The lines of a license's clauses of some categories: in the file that holds them, else where the license is stated. */
export function clausePlaces(
  { license }: JudgedComponent,
  categories: readonly string[],
  { licenseFiles }: Material,
): readonly RuleEvidence[] {
  if (license === null) return [];
  const clauses = license.restrictions.filter(({ category }) => categories.includes(category));
  const read = clauses.flatMap((clause): RuleEvidence[] => {
    const file = licenseFiles.find(({ restrictions }) => restrictions.some((one) => isSame(one, clause)));
    return file === undefined || clause.lines === undefined ? [] : [{ path: file.path, lines: clause.lines }];
  });
  return read.length > 0 ? read : [{ path: license.source.path, lines: license.source.lines ?? [1, 1] }];
}

const isSame = (one: Clause, other: Clause): boolean =>
  one.category === other.category && one.quote === other.quote && one.lines?.[0] === other.lines?.[0];

/** Texts above this many characters are read to here. */
const MOST_TEXT = 200_000;
const CHANGES =
  /\b(?:may|can|will|reserves? the right to)\b[^.]{0,100}\b(?:updat|modif|chang|amend|revis)(?:e|ed|es|y|ing)\b[^.]{0,160}\b(?:from time to time|at any time|without (?:prior )?notice|in its sole discretion)|\b(?:from time to time|at any time|without (?:prior )?notice)\b[^.]{0,60}\b(?:updat|modif|chang|amend|revis)(?:e|ed|es|y|ing)\b[^.]{0,60}\b(?:polic(?:y|ies)|terms|agreement|licen[cs]e|guidelines)\b|\bas (?:it )?may be (?:updated|modified|changed|amended|revised)\b[^.]{0,40}\bfrom time to time|随时(?:更新|修改|变更)[^。]{0,30}(?:协议|政策|条款)/i;
/** A clause about something else than terms: texts that say how others may publish new versions, or how to change the work. */
const OF_TERMS = /polic(?:y|ies)|terms|agreement|licen[cs]e|guidelines|restrictions|协议|政策|条款/i;

/** Clauses of licenses that are not open by which their own terms, or a policy they bind to, may change. */
export function changingClauses({ facts, licenseFiles }: Material): readonly RuleEvidence[] {
  return licenseFiles
    .filter(({ open, ids }) => open === false && ids.every((id) => id.startsWith("LicenseRef-")))
    .flatMap(({ path }): RuleEvidence[] => {
      const content = facts.snapshot.contents.get(path);
      const lines = content?.kind === "text" ? changingLines(content.text.slice(0, MOST_TEXT)) : undefined;
      return lines === undefined ? [] : [{ path, lines }];
    });
}

/** The first clause of a text by which its terms may change. */
export function changingLines(text: string): Lines | undefined {
  const plain = text.replace(/[\r\n]/g, " ");
  const found = CHANGES.exec(plain);
  if (found === null || !OF_TERMS.test(plain.slice(Math.max(0, found.index - 80), found.index + found[0].length)))
    return undefined;
  const lineAt = (at: number): number => text.slice(0, at).split("\n").length;
  return [lineAt(found.index), lineAt(found.index + found[0].length)];
}
