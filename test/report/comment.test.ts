import { expect, test } from "vitest";
import { COMMENT_MARKER, commentFace, notModelFace } from "../../src/report/comment.ts";
import { COMMIT, everythingOpen, exampleReport, open } from "./example.ts";

const CONTEXT = { owner: "heron-lab", repo: "heron", head: COMMIT, pullRequest: 3 };

test("the first line is the marker, and the marker never changes", () => {
  expect(commentFace(exampleReport(), CONTEXT).split("\n")[0]).toBe("<!-- openness:comment v1 -->");
  expect(COMMENT_MARKER).toBe("<!-- openness:comment v1 -->");
});

test("the verdict comes first, then the next class; what is farther away is folded", () => {
  const comment = commentFace(exampleReport(), CONTEXT);
  expect(comment.split("\n").slice(1, 4)).toEqual([
    "### 🔎 No class yet · 4 of 6 for Class III · weights restricted",
    "",
    "**No class of the Model Openness Framework is reached yet.** 4 of 6 artifacts for Class III are open; still needed: weights (restricted) and data card (missing).",
  ]);
  expect(comment.indexOf("| Data card | ❌ missing |")).toBeLessThan(comment.indexOf("<details>"));
  expect(comment).toContain(
    "<summary>Class II · Open Tooling: 2 of 4 open · Class I · Open Science: 0 of 4 open</summary>",
  );
});

test("a finished release folds nothing of its table and asks for nothing", () => {
  const comment = commentFace(exampleReport({ components: everythingOpen(), report: { findings: [] } }), CONTEXT);
  expect(comment).toContain("### ✅ Class I · 14 of 14 artifacts open");
  expect(comment).not.toMatch(/To reach|Problems/);
  expect(comment.indexOf("| Datasets | ✅ open |")).toBeLessThan(comment.indexOf("<details>"));
});

test("says what changed against the base, or that nothing did", () => {
  const base = exampleReport({ components: { "model-card": open("MODEL_CARD.md", "MIT") } });
  expect(commentFace(exampleReport(), { ...CONTEXT, base })).toContain(
    "- • The license of Model card changes, from `MIT` to `Apache-2.0`",
  );
  expect(commentFace(exampleReport(), { ...CONTEXT, base: exampleReport() })).toContain(
    "Compared with the base, class, artifacts and licenses are unchanged.",
  );
  expect(commentFace(exampleReport(), CONTEXT)).not.toContain("Compared");
});

test("ends with what was audited, how to run it again and how to turn it off", () => {
  const footer = commentFace(exampleReport(), { ...CONTEXT, headRef: "fix-card", serverUrl: "https://git.example.org" })
    .split("\n")
    .at(-1);
  expect(footer).toContain("Audited `8d1f0a4` (`fix-card`).");
  expect(footer).toContain(
    "comment /openness, or [re-run the check](https://git.example.org/heron-lab/heron/pull/3/checks)",
  );
  expect(footer).toContain("set comment to never in `.github/openness.yml`");
});

test("a repository without a model gets an answer that says why, and what to do if that is wrong", () => {
  const report = exampleReport({
    report: { isModelRepository: false, isModelRepositoryBecause: "no weights, no network" },
  });
  const comment = notModelFace(report);
  expect(comment).toContain("Why: no weights, no network");
  expect(comment).toContain("model: true");
  expect(comment).not.toContain("| Artifact |");
  expect(commentFace(report, CONTEXT)).toBe(comment);
});
