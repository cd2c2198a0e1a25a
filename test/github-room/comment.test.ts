import { describe, expect, it } from "vitest";
import { planComment } from "../../src/github/comment.ts";
import type { PullRequestComment, PullRequestFacts } from "../../src/github/read.ts";
import { COMMENT_MARKER } from "../../src/report/comment.ts";

const ours = (id: string, body = "old", more: Partial<PullRequestComment> = {}): PullRequestComment => ({
  id,
  body: `${COMMENT_MARKER}\n${body}`,
  viewerDidAuthor: true,
  isMinimized: false,
  ...more,
});
const pull = (comments: PullRequestComment[], allComments = true): PullRequestFacts => ({
  id: "PR_1",
  number: 1,
  isOpen: true,
  isDraft: false,
  isByBot: false,
  head: "h",
  base: "b",
  comments,
  allComments,
  before: undefined,
});
const BODY = `${COMMENT_MARKER}\nnew`;

describe("the one comment", () => {
  it("is made where there is none of ours", () => {
    expect(planComment(pull([]), BODY, undefined, false)).toEqual({ kind: "create" });
    const quoted = ours("1", "x", { viewerDidAuthor: false });
    const other: PullRequestComment = { ...ours("2"), body: "Another comment of this App" };
    expect(planComment(pull([quoted, other]), BODY, undefined, false)).toEqual({ kind: "create" });
  });

  it("is updated in the oldest place, and the others go", () => {
    expect(planComment(pull([ours("1"), ours("2"), ours("3")]), BODY, undefined, false)).toEqual({
      kind: "update",
      id: "1",
      duplicates: ["2", "3"],
    });
  });

  it("is left alone when it says the same, whatever became of its line ends", () => {
    const same = { ...ours("1"), body: `${BODY.replace("\n", "\r\n")}\n` };
    expect(planComment(pull([same]), BODY, undefined, false)).toEqual({ kind: "unchanged", id: "1", duplicates: [] });
  });

  it("stays away once a person hid or deleted it, unless a person asks", () => {
    const hidden = ours("1", "x", { isMinimized: true });
    expect(planComment(pull([hidden]), BODY, undefined, false)).toEqual({ kind: "unwanted" });
    expect(planComment(pull([hidden]), BODY, "1", true)).toEqual({ kind: "create" });
    // The answer is the one that is kept true from then on; what was hidden is not touched.
    expect(planComment(pull([hidden, ours("2")]), BODY, "2", false)).toEqual({
      kind: "update",
      id: "2",
      duplicates: [],
    });
    expect(planComment(pull([]), BODY, "IC_1", false)).toEqual({ kind: "unwanted" });
    expect(planComment(pull([]), BODY, "IC_1", true)).toEqual({ kind: "create" });
  });

  it("is not taken for deleted while not all comments were seen", () => {
    expect(planComment(pull([], false), BODY, "IC_1", false)).toEqual({ kind: "create" });
  });
});
