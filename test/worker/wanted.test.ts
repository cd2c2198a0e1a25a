/** When a comment is written, mode by mode. */
import { describe, expect, it } from "vitest";
import { DEFAULT_POLICY } from "../../src/policy/policy.ts";
import { type CommentCase, isCommentWanted } from "../../src/worker/wanted.ts";
import { everythingOpen, exampleReport, open } from "../report/example.ts";

const REPORT = exampleReport();
const PULL: CommentCase = {
  isAsked: false,
  isDraft: false,
  isByBot: false,
  hasComment: false,
  isFirst: false,
  base: exampleReport(),
};
/** Another file stands in the place of the card; the verdict stays. */
const TOUCHED = exampleReport({ components: { "model-card": open("docs/MODEL_CARD.md") } });
const BETTER = exampleReport({ components: { "data-card": open("DATA_CARD.md") } });

const wanted = (pull: Partial<CommentCase>, policy: Partial<typeof DEFAULT_POLICY> = {}, report = REPORT) =>
  isCommentWanted(report, { ...DEFAULT_POLICY, ...policy }, { ...PULL, ...pull });

describe("by changes, which is the default, the comment is written", () => {
  it("where the verdict differs from the base", () => {
    expect(wanted({}, {}, BETTER)).toBe("yes");
    expect(wanted({})).toBe("no");
  });

  it("where an artifact is touched though the verdict stays", () => {
    expect(wanted({}, {}, TOUCHED)).toBe("yes");
  });

  it("where another policy is proposed than the base has", () => {
    const proposed = {
      conclusion: "failure" as const,
      met: false,
      class: 0 as const,
      reasons: [],
      isGone: false,
      isPart: false,
    };
    const report = { ...REPORT, policy: { ...REPORT.policy, file: "b", proposed } };
    expect(wanted({}, {}, report)).toBe("yes");
    const before = { ...REPORT, policy: { ...REPORT.policy, file: "b" } };
    expect(wanted({ base: before }, {}, report)).toBe("no");
  });

  it("where artifacts are missing and the repository was never told", () => {
    expect(wanted({ isFirst: true })).toBe("yes");
    const whole = exampleReport({ components: everythingOpen() });
    expect(wanted({ isFirst: true, base: whole }, {}, whole)).toBe("no");
  });

  it("where there is nothing to compare with", () => {
    expect(wanted({ base: undefined })).toBe("yes");
  });
});

describe("by another mode", () => {
  it("always means always, save on drafts and for bots", () => {
    expect(wanted({}, { comment: "always" })).toBe("yes");
    expect(wanted({ isDraft: true }, { comment: "always" })).toBe("later");
    expect(wanted({ isByBot: true }, { comment: "always" })).toBe("no");
  });

  it("never means never, until somebody asks", () => {
    expect(wanted({ base: undefined, hasComment: true }, { comment: "never" }, BETTER)).toBe("no");
    expect(wanted({ isAsked: true }, { comment: "never" })).toBe("yes");
  });
});

describe("whatever the mode", () => {
  it("drafts wait until they are ready, unless the owner wants theirs or somebody asks", () => {
    expect(wanted({ isDraft: true }, {}, BETTER)).toBe("later");
    expect(wanted({ isDraft: true }, { drafts: true }, BETTER)).toBe("yes");
    expect(wanted({ isDraft: true, isAsked: true })).toBe("yes");
  });

  it("bots get one only where they touch an artifact, which cannot be known without the base", () => {
    expect(wanted({ isByBot: true, isFirst: true })).toBe("no");
    expect(wanted({ isByBot: true, base: undefined })).toBe("no");
    expect(wanted({ isByBot: true }, {}, TOUCHED)).toBe("yes");
  });

  it("a comment that stands is kept true", () => {
    expect(wanted({ hasComment: true, isByBot: true })).toBe("yes");
  });

  it("a repository without a model gets none", () => {
    const none = exampleReport({ report: { isModelRepository: false } });
    expect(wanted({ base: undefined, isFirst: true }, { comment: "always" }, none)).toBe("no");
  });
});
