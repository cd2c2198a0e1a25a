/** One sticky comment per pull request: which of the comments is ours, and what has to happen to it. */
import { COMMENT_MARKER } from "../report/comment.ts";
import type { PullRequestComment, PullRequestFacts } from "./read.ts";

export type CommentPlan =
  | { readonly kind: "create" }
  | { readonly kind: "update"; readonly id: string; readonly duplicates: readonly string[] }
  | { readonly kind: "unchanged"; readonly id: string; readonly duplicates: readonly string[] }
  /** A person hid or deleted it: it is not written again. */
  | { readonly kind: "unwanted" };

/** Ours is what this App wrote with the hidden marker; a marker alone could be anyone's quotation, or in a file of an answer. */
export function ourComments(comments: readonly PullRequestComment[]): readonly PullRequestComment[] {
  return comments.filter(({ viewerDidAuthor, body }) => viewerDidAuthor && body.trimStart().startsWith(COMMENT_MARKER));
}

/**
 * Plans what to do. The oldest of our comments that can be seen is the one that stays; others are left from a race and go.
 * One that a person hid stays hidden, and as it is: to a person who asks later, a new one answers.
 * @param written id of the comment that was written before, where that is remembered
 * @param isAsked a person asked for it just now, which outweighs an earlier deletion
 */
export function planComment(
  pull: PullRequestFacts,
  body: string,
  written: string | undefined,
  isAsked: boolean,
): CommentPlan {
  const all = ourComments(pull.comments);
  const [ours, ...extra] = all.filter(({ isMinimized }) => !isMinimized);
  if (ours === undefined) {
    const isHidden = all.length > 0;
    const isDeleted = written !== undefined && pull.allComments;
    return (isHidden || isDeleted) && !isAsked ? { kind: "unwanted" } : { kind: "create" };
  }
  const duplicates = extra.map(({ id }) => id);
  return { kind: sameBody(ours.body, body) ? "unchanged" : "update", id: ours.id, duplicates };
}

/** GitHub keeps a body as it was sent, save for line ends and surrounding space. */
function sameBody(one: string, other: string): boolean {
  const plain = (body: string) => body.replaceAll("\r\n", "\n").trim();
  return plain(one) === plain(other);
}
