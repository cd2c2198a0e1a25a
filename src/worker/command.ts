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

/** Who may ask: people of the project, people who contributed to it, and the author of the pull request. */
export function mayAsk(association: string, isAuthor: boolean): boolean {
  return isAuthor || ["OWNER", "MEMBER", "COLLABORATOR", "CONTRIBUTOR"].includes(association);
}
