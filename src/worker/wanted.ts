/** When the comment is written and when it is better not. */
import type { Policy } from "../policy/policy.ts";
import { changesBetween, hasChanges } from "../report/changes.ts";
import type { Report } from "../report/schema.ts";

export interface CommentCase {
  readonly isAsked: boolean;
  readonly isDraft: boolean;
  readonly isByBot: boolean;
  /** A comment of ours stands already. */
  readonly hasComment: boolean;
  readonly base: Report | undefined;
}

/** `later`: not while it is a draft, but perhaps once it is ready. */
export type Wanted = "yes" | "no" | "later";

/** Whether a pull request gets a comment. A comment that stands is kept true even where a new one would not be written. */
export function isCommentWanted(report: Report, policy: Policy, pull: CommentCase): Wanted {
  if (pull.isAsked) return "yes";
  if (policy.comment === "never") return "no";
  if (pull.hasComment) return "yes";
  if (!report.isModelRepository || pull.isByBot) return "no";
  if (pull.isDraft && !policy.drafts) return "later";
  if (policy.comment === "always" || pull.base === undefined) return "yes";
  return hasChanges(changesBetween(pull.base, report)) ? "yes" : "no";
}
