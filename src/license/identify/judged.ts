import type { Lines } from "../../evidence/artifacts/artifact.ts";
import { restrictionAt } from "../clauses/find.ts";
import type { Restriction } from "../license.ts";
import { type EditJudgement, judgeEdit } from "../match/edits.ts";
import type { FoundText } from "../match/texts.ts";
import type { Words } from "../text/tokens.ts";

/** A license text with what its changes amount to. */
export interface JudgedText {
  readonly id: string;
  readonly found: FoundText;
  readonly edits: readonly (EditJudgement & { readonly restriction?: Restriction })[];
  readonly lines: Lines;
  /**
   * True for a copy with few changes, where a change that narrows is meant to. A text that differs from the license in
   * many places is another license, and what a single word of it does there is for a person to say.
   */
  readonly verbatim: boolean;
}

const NEARLY_VERBATIM = 0.94;
const MOST_DELIBERATE = 4;

/** Judges every change that a copy makes to a license's own words. */
export function judgeText(words: Words, found: FoundText): JudgedText {
  const { alignment } = found;
  const edits = alignment.edits
    // What an unfinished copy lacks at its end was not taken out of it.
    .filter((edit) => found.complete || edit.text[0] < alignment.to)
    .map((edit) => {
      const judged = judgeEdit(words, alignment, edit);
      return judged.category === undefined
        ? judged
        : { ...judged, restriction: restrictionAt(words, judged.from, judged.to, judged.category) };
    });
  const certain =
    edits.filter(({ effect }) => effect !== "harmless").length <= MOST_DELIBERATE && found.coverage >= NEARLY_VERBATIM;
  const before = words.words[alignment.from - 1];
  const titledModified = before === "modified" || before === "custom" || before === "adapted";
  const first = words.lineOf[alignment.from] ?? 1;
  return {
    id: alignment.template.id,
    found,
    verbatim: certain,
    edits: titledModified ? [...edits, { from: alignment.from, to: alignment.from + 1, effect: "changes" }] : edits,
    lines: [first, words.lineOf[alignment.to - 1] ?? first],
  };
}
