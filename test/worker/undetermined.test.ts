import { describe, expect, it } from "vitest";
import { NoAnswer } from "../../src/github/errors.ts";
import { LANGUAGES } from "../../src/messages/languages.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { CUT_LIST, reasonOf, undeterminedFace } from "../../src/worker/undetermined.ts";

const BAD_GATEWAY = reasonOf(new NoAnswer("bad gateway"));

const under = (policy: string) => loadPolicy(policy, ".github/openness.yml");

describe("a repository that could not be read", () => {
  it("passes no check that the owner's policy may fail, and says so", () => {
    const { conclusion, summary, title } = undeterminedFace(BAD_GATEWAY, under("fail: [undetermined]\n"));
    expect(conclusion).toBe("failure");
    expect(title).toBe("Undetermined · the repository could not be read");
    expect(summary).toContain("Reason: GitHub gave no usable answer (`bad gateway`)");
    expect(summary).toContain("The check fails, because the policy here may fail checks");
  });

  it("fails where nobody knows whether there is such a policy", () => {
    const { conclusion, summary } = undeterminedFace(BAD_GATEWAY, undefined);
    expect(conclusion).toBe("failure");
    expect(summary).toContain("it is not known whether a policy here may fail checks");
  });

  it("is neutral where the owner's policy fails nothing, and says so", () => {
    const { conclusion, summary } = undeterminedFace(BAD_GATEWAY, under("comment: always\n"));
    expect(conclusion).toBe("neutral");
    expect(summary).toContain("The check does not fail, because the policy here fails no checks.");
  });

  it("tells the id of GitHub's answer, where there was one", () => {
    expect(undeterminedFace(BAD_GATEWAY, undefined, "9C1E:2A:3B").summary).toContain(
      "GitHub's request id: `9C1E:2A:3B`",
    );
    expect(undeterminedFace(BAD_GATEWAY, undefined).summary).not.toContain("request id");
  });

  it.each(LANGUAGES)("can be asked for again, in %s", (language) => {
    const { actions, title } = undeterminedFace(CUT_LIST, under(`language: ${language}\n`));
    expect(actions.map(({ identifier }) => identifier)).toEqual(["rerun"]);
    expect(title.length).toBeLessThanOrEqual(60);
  });

  it("makes no markup of a reason that is not the program's own", () => {
    const reason = reasonOf(new Error("@octocat <b>x</b> [y](https://evil.example) `#1`"));
    const { summary } = undeterminedFace(reason, undefined);
    expect(summary).not.toMatch(/@octocat|<b>|\]\(/);
  });
});
