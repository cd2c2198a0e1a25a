import type { Scope } from "./statement.ts";
import { subjectsIn } from "./subjects.ts";

/** What a license, or a sentence about it, says that it covers and does not cover. */
export interface Reach {
  readonly covers: readonly Scope[];
  readonly leavesOut: readonly Scope[];
  /** Nothing but what is named is covered. */
  readonly only: boolean;
}

const VERB =
  "(?:also |equally |likewise |only |solely |hereby )?(?:appl(?:y|ies)(?: also| equally| only)?(?: to)?|covers?|extends?(?: also| only)? to|governs?)";
/** "This copyright and license covers …", "The license applies to … as well." */
const REACHES = new RegExp(
  `\\b(?:the|this|that|these|same|our|above|following) (?:(?:same|above|copyright|notice|terms|and|of|the|mit|bsd|apache|software|open[- ]source) ){0,4}(?:licen[cs]e|permission)s?(?: agreement| file| terms| above| text)? (?:\\([^)]{1,60}\\) )?(?:(?:does|do|shall|will) )?(not )?${VERB}\\b`,
  "i",
);
const REACHES_ELSEWHERE =
  /(?:该|本|此|上述|同一)(?:许可证?|协议|許可)(?:协议)?(不)?(?:同样|也|亦|仅)?(?:适用于|適用於|涵盖)|(?:この|同じ|本)ライセンスは/u;
const EXCEPT = /\b(?:but not|not|except|excluding|other than|rather than|nor)\b|不包括|除外|ではなく/i;
const ONLY = /\b(?:only|solely|exclusively)\b|仅|のみ/i;
/** A condition, another's work or a place of law is no statement of what is covered. */
const CONDITIONAL = /\b(?:if|unless|where|whether|when|third[- ]party|notice placed|any program|jurisdiction)\b/i;

/** How much of a text is read, and of one sentence. */
const MOST_TEXT = 20_000;
const LONGEST = 400;

/**
 * What one sentence says about how far a license goes, undefined when it says nothing of that. A work is licensed to
 * the extent that its holder says (SPDX 2.3, 7.15: what authors declare; Model Openness Tool, license resolution:
 * what is stated for a component comes before what is stated for the whole).
 */
export function reachIn(sentence: string): Reach | undefined {
  const plain = sentence.slice(0, LONGEST).replace(/\s/g, " ");
  const found = REACHES.exec(plain) ?? REACHES_ELSEWHERE.exec(plain);
  if (found === null || CONDITIONAL.test(plain)) return undefined;
  const rest = plain.slice(found.index + found[0].length);
  const turn = EXCEPT.exec(rest)?.index ?? rest.length;
  const scopesOf = (text: string): Scope[] => [...new Set(subjectsIn(text).flatMap(({ scopes }) => scopes))];
  const first = scopesOf(rest.slice(0, turn));
  const second = scopesOf(rest.slice(turn));
  const denied = found[1] !== undefined;
  const covers = denied ? second : first;
  const leavesOut = (denied ? first : second).filter((scope) => !covers.includes(scope));
  const only = !denied && (ONLY.test(found[0]) || ONLY.test(rest.slice(0, turn)));
  return covers.length + leavesOut.length === 0 ? undefined : { covers, leavesOut, only };
}

/** What the text of a license file says of its own reach, beside the license: the first sentence that says so. */
export function reachOf(text: string): Reach | undefined {
  for (const sentence of text
    .slice(0, MOST_TEXT)
    .replace(/[ \t]*\r?\n[ \t]*(?=\S)/g, " ")
    .split(/(?<=[.!?。])\s+|\n+/u)) {
    const reach = reachIn(sentence);
    if (reach !== undefined) return reach;
  }
  return undefined;
}
