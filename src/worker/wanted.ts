/** When the comment is written and when it is better not. */
import type { Policy } from "../policy/policy.ts";
import { differenceBetween, isSame } from "../report/difference/difference.ts";
import { allRows } from "../report/rows.ts";
import type { Report } from "../report/schema.ts";
import { touchesArtifact } from "../report/touched.ts";

export interface CommentCase {
  readonly isAsked: boolean;
  readonly isDraft: boolean;
  readonly isByBot: boolean;
  /** A comment of ours stands already. */
  readonly hasComment: boolean;
  /** None of ours was ever written in the repository. */
  readonly isFirst: boolean;
  readonly base: Report | undefined;
}

/** `later`: not while it is a draft, but perhaps once it is ready. */
export type Wanted = "yes" | "no" | "later";

/**
 * Whether a pull request gets a comment. A comment that stands is kept true even where a new one would not be written. By
 * `changes`, which is the default, there has to be something to say: the verdict differs from the base, an artifact is
 * touched, another policy is proposed, or artifacts are missing and nobody in this repository was told so before. Where the base is not known, nothing
 * can be compared, and the comment is written.
 */
export function isCommentWanted(report: Report, policy: Policy, pull: CommentCase): Wanted {
  const { base } = pull;
  if (pull.isAsked) return "yes";
  if (policy.comment === "never") return "no";
  if (pull.hasComment) return "yes";
  if (!report.isModelRepository) return "no";
  // A program reads no comment: what counts is whether it changed something that a person has to look at.
  if (pull.isByBot && !(base !== undefined && touches(base, report))) return "no";
  if (pull.isDraft && !policy.drafts) return "later";
  if (policy.comment === "always" || base === undefined) return "yes";
  if (touches(base, report)) return "yes";
  return pull.isFirst && allRows(report).some(({ counts, kind }) => kind.required && !counts) ? "yes" : "no";
}

const touches = (base: Report, report: Report): boolean =>
  !isSame(differenceBetween(base, report)) || touchesArtifact(base, report) || proposesPolicy(base, report);

/** A change to the policy is something that a person has to look at, whatever else stays as it was. */
const proposesPolicy = (base: Report, { policy }: Report): boolean =>
  policy.proposed !== undefined && policy.file !== base.policy.file;
