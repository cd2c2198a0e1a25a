import { describe, expect, test } from "vitest";
import { messagesIn } from "../../src/messages/languages.ts";
import { say } from "../../src/messages/said.ts";
import { checkRunFace } from "../../src/report/checkrun.ts";
import { commentFace } from "../../src/report/comment.ts";
import { formatNamed } from "../../src/report/formats/formats.ts";
import { frameworkExplanation } from "../../src/report/framework-explanation.ts";
import { markdownFace } from "../../src/report/markdown.ts";
import type { Report } from "../../src/report/schema.ts";
import { auditOf } from "../auditing.ts";

const REPORT = auditOf(
  {
    "README.md":
      "# Aurora-7B\n\n## Intended use\n\nAurora-7B answers questions in English and in French, for study and for work.\n\nThe weights are released under CC-BY-NC-4.0.\n",
    "model.safetensors":
      "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 4000000000\n",
  },
  { name: "aurora-7b", policy: "model: true\n" },
);
const CONTEXT = { owner: "aurora-lab", repo: "aurora-7b", head: "8d1f0a4c2b3e5f60718293a4b5c6d7e8f9012345" };

describe("the frameworks", () => {
  test("have one folded line each in the check run: id, verdict, and what is lacking, beside the class", () => {
    const { text } = checkRunFace(REPORT, CONTEXT);
    expect(text).toMatch(
      /<summary>Other frameworks \(advisory\)<\/summary>\n\n- \*\*Model Openness Framework\*\*: No class yet\n/,
    );
    expect(text).toMatch(/^- ❌ `osaid` Open Source AI Definition 1\.0: not met · .{10,300}$/m);
    expect(text.match(/^- \S{1,2} `osaid`/gmu)).toHaveLength(1);
  });

  test("that do not apply share the last line", () => {
    const { text } = checkRunFace(REPORT, CONTEXT);
    expect(text).toMatch(/^- ➖ does not apply: .{0,200}`openwashing`/m);
    expect(text.match(/➖/g)).toHaveLength(1);
  });

  test("are not in the comment", () => {
    expect(commentFace(REPORT, CONTEXT as never)).not.toContain("Open Source AI Definition");
  });

  test("have their reasons and places on the Markdown page and in HTML", () => {
    expect(markdownFace(REPORT)).toMatch(
      /\*\*Parameters under open terms\*\* · not met\. Its license is not open: weights \(CC-BY-NC-4\.0\)\. \(\[README\.md:7\]/,
    );
    const html = formatNamed("html")?.render(REPORT, {
      created: new Date(0),
      released: undefined,
      serverUrl: undefined,
      colour: false,
    });
    expect(html).toContain("<caption>Open Source AI Definition 1.0</caption>");
    expect(html).toContain("Its license is not open: weights (CC-BY-NC-4.0).");
  });

  test("show the four freedoms artifact by artifact", () => {
    const page = markdownFace(REPORT);
    expect(page).toContain("| Artifact | License | Use | Study | Change | Sharing |");
    expect(page).toContain(
      "| Model parameters (Final) | `CC-BY-NC-4.0` | ❌ not met | ✅ met | ⚠️ met with remarks | ❌ not met |",
    );
  });

  test("are explained on a terminal with what is asked, why it came out so, and what to do", () => {
    const text = frameworkExplanation(REPORT, "osaid") ?? "";
    expect(text).toMatch(/^Open Source AI Definition 1\.0: not met\nModel Openness Framework: No class yet\n/);
    expect(text).toMatch(/✗ Parameters under open terms: not met {2}osaid-parameters\n {4}Are the weights/);
    expect(text).toContain("→ Release the weights");
    expect(frameworkExplanation(REPORT, "constructor")).toBeUndefined();
  });

  test.each(["ja", "zh"] as const)("speak %s", (language) => {
    const page = markdownFace(REPORT, undefined, messagesIn(language));
    expect(page).toContain(messagesIn(language).frameworkFace.title);
    expect(page).not.toContain("Parameters under open terms");
  });

  test("words of a repository and frameworks of other versions harm no face", () => {
    const hostile = "</details><script>alert(1)</script> @octocat `x` | [a](javascript:x)";
    const requirement = {
      id: hostile,
      verdict: "fail" as const,
      because: hostile,
      becauseSaid: say("claims.unnamed"),
      evidence: [{ path: hostile, lines: [1, 1] as [number, number] }],
    };
    const report: Report = {
      ...REPORT,
      frameworks: {
        other: { id: hostile, title: hostile, version: "1", verdict: "fail", requirements: [requirement] },
      },
    };
    for (const page of [markdownFace(report), checkRunFace(report, CONTEXT).text]) {
      expect(page).not.toContain("<script>");
      expect(page).not.toMatch(/@octocat/);
    }
    expect(frameworkExplanation(report, hostile)).toContain("not met");
  });
});
