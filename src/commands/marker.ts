/**
 * The first line of every answer, by which it is found again: no command is answered twice, whatever is delivered or tried
 * again. Never changes its meaning once shipped.
 */

/** Two hyphens would end an HTML comment, and ids are written in letters of which the hyphen is one. */
const plain = (id: string): string =>
  id
    .replaceAll("-", ".")
    .replaceAll(/[^\w=+/.]/g, "")
    .slice(0, 120);

/** @param position which of the comment's commands it answers, from 0 */
export const answerMarker = (commentId: string, position: number): string =>
  `<!-- openness:answer v1 ${plain(commentId)}${position === 0 ? "" : ` ${position}`} -->`;

/** The first line of a refusal: to whom, and when, so that nobody makes the App repeat it. */
export const refusalMarker = (commentId: string, person: number, at: Date): string =>
  `<!-- openness:refusal v1 ${plain(commentId)} ${person} ${at.getTime()} -->`;

export interface Refusal {
  readonly commentId: string;
  readonly person: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What a comment of ours says about itself, where it is a refusal. */
export function refusalIn(body: string): Refusal | undefined {
  const [, commentId, person, at] =
    /^<!-- openness:refusal v1 ([\w=+/.]{1,120}) (\d{1,15}) (\d{1,15}) -->/.exec(body) ?? [];
  return commentId === undefined ? undefined : { commentId, person: Number(person), at: Number(at) };
}

/** True when a comment is the answer to that command. */
export const isAnswerTo = (body: string, commentId: string, position: number): boolean =>
  body.startsWith(answerMarker(commentId, position));

/** The refusal is to that comment. */
export const isRefusalOf = (refusal: Refusal, commentId: string): boolean => refusal.commentId === plain(commentId);
