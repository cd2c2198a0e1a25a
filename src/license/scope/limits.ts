import type { Lines } from "../../evidence/artifacts/artifact.ts";
import type { Section } from "../../evidence/documents/document.ts";
import { FREEDOMS } from "../clauses/rule.ts";
import type { Restriction, RestrictionCategory } from "../license.ts";
import type { LicenseStatement, Scope } from "./statement.ts";
import { subjectsIn } from "./subjects.ts";

const USE = "(?:uses?|usage|purposes?|research|stud(?:y|ies)|applications?|activit(?:y|ies))";
const STUDY = "(?:academic|scientific|educational|research|non-?commercial|teaching)";
const DENIED = "(?:prohibited|forbidden|disallowed|not (?:currently |yet )?(?:permitted|allowed|licensed))";

type Limit = readonly [RestrictionCategory, RegExp];

/** How pages say what a work may be used for, most telling first. */
const LIMITS: readonly Limit[] = [
  [
    "noncommercial",
    new RegExp(
      `\\bcommercial ${USE}\\b[\\w ,-]{0,30}?\\b(?:is|are) (?:(?!not\\b)\\w{1,12} ){0,2}?${DENIED}\\b|\\b(?:not|never|prohibited|forbidden)\\b (?:(?:be|currently|strictly|to|used?|allowed|permitted|licensed|available|released|any) ){0,4}(?:for|from) (?:any )?commercial ${USE}\\b|\\bnot (?:allow|permit) (?:\\w{1,14} ){1,7}for (?:any )?commercial ${USE}\\b|\\bfor (?:\\w{1,14},? ){0,4}non-?commercial (?:\\w{1,14} ){0,3}${USE} only\\b|\\bnon-?commercial ${USE} only\\b|\\b(?:only|solely|exclusively|strictly|restricted|limited)\\b (?:[\\w-]{1,14} ){0,4}(?:for|to) (?:[\\w-]{1,14},? ){0,4}non-?commercial\\b`,
      "i",
    ),
  ],
  [
    "noncommercial",
    /(?:禁止|严禁|嚴禁|不得|不可|不允许)[^。；，,]{0,12}(?:商业|商業|商用|营利)|(?:仅|僅|只)(?:供|限|可|能|用于|用於)[^。；，,]{0,12}非(?:商业|商業|商用|营利)|商用(?:利用|目的)?[^。、]{0,12}(?:禁止|不可|できません|認めません)|(?:非営利|非商用)(?:目的|用途|利用)?(?:での利用|の利用)?(?:に|での?)?(?:のみ|限[りるっ])/u,
  ],
  [
    "research-only",
    new RegExp(
      `\\bfor (?:[\\w-]{1,14},? ){0,3}${STUDY}(?:[ ,/-]{1,2}[\\w-]{1,14}){0,3} only\\b|\\bfor ${STUDY} only\\b|\\b(?:only|solely|exclusively|strictly)\\b (?:[\\w-]{1,14} ){0,4}for (?:[\\w-]{1,14},? ){0,2}${STUDY}(?: [\\w-]{1,14}){0,3} ${USE}\\b|\\b(?:only|solely|exclusively|strictly)\\b (?:[\\w-]{1,14} ){0,4}for (?:\\w{1,14} ){0,1}research\\b|\\b(?:restricted|limited) to (?:[\\w-]{1,14},? ){0,3}${STUDY}(?: [\\w-]{1,14}){0,2} ${USE}\\b`,
      "i",
    ),
  ],
  [
    "research-only",
    /(?:仅|僅|只)(?:供|限|可|能|用于|用於)[^。；，,]{0,12}(?:学术|學術|研究|科研)|(?:研究|学術)(?:目的|用途|利用)?(?:での利用|の利用)?(?:に|での?)?(?:のみ|限[りるっ])/u,
  ],
];

/** What a page hopes or asks for is not what it permits (a model card's intended use describes; a license grants). */
const ONLY_INTENDED =
  /\b(?:intended|designed|meant|developed|suitable|recommend\w{0,3}|asks?|request(?:s|ed)?|encourage[sd]?|hope|please|support of an academic)\b/i;
const LICENSED = /\b(?:is|are|and) licen[cs]ed\b/i;
/** A demonstration on the web has terms of its own, and so have the works of others. */
const ELSEWHERE =
  /\b(?:demos?|services?|preview|playground|websites?|web ?app|original|official|underlying|upstream|third[- ]party|borrow(?:s|ed)?|competitors?)\b|原版|官方/i;
const PERMITS =
  /\b(?:not only|not (?:limited|restricted) to|no longer|(?:also|and|or) (?:for )?commercial (?:use|purposes?) (?:is|are) (?:also )?(?:permitted|allowed|free)|free for (?:both )?\w{0,12} ?(?:and|or) commercial)\b|不(?:仅|限于)|亦允许|可商用/i;
const NOT_TERMS = ["intended-use", "out-of-scope-use", "limitations", "ethics", "related-work", "acknowledgements"];

/** Where a sentence has no more than these words of its own, it is read. */
const LONGEST = 1_000;

/** What a sentence says of a license before: where the last name ends, and whether one follows. */
export interface NamesAround {
  readonly ends: readonly number[];
  readonly starts: readonly number[];
}

/**
 * A limit that a sentence puts on a work without the name of a license: "All weights and data are for research use
 * only." Nobody may use them otherwise, whatever license the repository has for its code, since a grant covers what
 * its grantor says that it covers (OSAID 1.0: use for any purpose; Model Openness Tool, license resolution: the
 * component's own comes first).
 * @param before what the sentence before spoke of, for "they"
 */
export function limitIn(
  sentence: string,
  heading: Section | undefined,
  namesAround: () => NamesAround,
  before: readonly Scope[],
  lines: Lines,
):
  | Pick<LicenseStatement, "id" | "open" | "restrictions" | "scopes" | "reachesRemote" | "how" | "words" | "general">
  | undefined {
  if (sentence.length > LONGEST || heading?.topics.some((topic) => NOT_TERMS.includes(topic)) === true)
    return undefined;
  const plain = sentence.replace(/\s/g, " ");
  const found = LIMITS.flatMap(([category, pattern]) => {
    const match = pattern.exec(plain);
    return match === null ? [] : [{ category, index: match.index, end: match.index + match[0].length }];
  });
  const first = found[0];
  if (first === undefined || ELSEWHERE.test(plain) || PERMITS.test(plain)) return undefined;
  if (ONLY_INTENDED.test(plain) && !LICENSED.test(plain)) return undefined;
  const names = namesAround();
  // A license that is named behind says it itself; one before it needs another subject for the limit to be more.
  if (names.starts.some((start) => start >= first.end)) return undefined;
  const from = Math.max(0, ...names.ends.filter((end) => end <= first.index));
  const scopes = scopesOf(plain, from, found, before);
  if (scopes.length === 0) return undefined;
  const general = scopes.includes("all") && scopes.length === 1;
  return {
    id: `LicenseRef-${first.category}`,
    open: false,
    restrictions: found
      .filter(({ category }, at) => found.findIndex((one) => one.category === category) === at)
      .map(
        ({ category }): Restriction => ({
          category,
          freedoms: FREEDOMS[category],
          quote: sentence.trim().slice(0, 200),
          lines,
        }),
      ),
    scopes: general ? ["parameters", "data"] : scopes.filter((scope) => scope !== "all"),
    reachesRemote: true,
    how: "sentence",
    words: sentence.slice(0, 400),
    ...(general ? { general: true } : {}),
  };
}

const THEY = /^\W{0,6}(?:they|these|both|all of (?:them|these)|it)\b|^(?:它们|这些|これら)/i;

function scopesOf(
  plain: string,
  from: number,
  found: readonly { index: number; end: number }[],
  before: readonly Scope[],
): Scope[] {
  const last = Math.max(...found.map(({ index }) => index));
  const subjects = subjectsIn(plain).filter(({ index }) => index >= from && index < last);
  const named = [...new Set(subjects.flatMap(({ scopes }) => scopes))].filter((scope) => scope !== "documents");
  if (named.length > 0 || from > 0) return named;
  return THEY.test(plain) ? before.filter((scope) => scope !== "all" && scope !== "documents") : [];
}
