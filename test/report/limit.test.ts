import { describe, expect, test } from "vitest";
import { checkRunFace } from "../../src/report/checkrun.ts";
import { commentFace } from "../../src/report/comment.ts";
import {
  limitBytes,
  limitLines,
  limitText,
  MAX_ANNOTATIONS,
  MAX_CHECK_TEXT,
  MAX_COMMENT,
} from "../../src/report/limit.ts";
import type { ReportFinding } from "../../src/report/schema.ts";
import { COMMIT, exampleReport, open } from "./example.ts";

const CONTEXT = { owner: "heron-lab", repo: "heron", head: COMMIT, pullRequest: 3 };
const note = (lines: number): string => `${lines} left out`;

describe("cutting Markdown", () => {
  test("leaves what fits as it is", () => {
    expect(limitLines("a\nb", 3, note)).toBe("a\nb");
  });

  test("keeps whole lines, and says how many were left out", () => {
    const lines = Array.from({ length: 100 }, (_, index) => `line ${index} ${"x".repeat(20)}`);
    const cut = limitLines(lines.join("\n"), 500, note);
    expect(cut.length).toBeLessThanOrEqual(500);
    const [kept, left] = cut.split("\n\n");
    const count = kept!.split("\n").length;
    expect(kept!.split("\n")).toEqual(lines.slice(0, count));
    expect(left).toBe(`${100 - count} left out`);
    expect(count).toBeGreaterThan(10);
  });

  test("closes a fold that it cuts, and only such a one", () => {
    const lines = ["<details>", "", ...Array.from({ length: 50 }, () => "evidence"), "", "</details>"].join("\n");
    expect(limitLines(lines, 200, note)).toMatch(/evidence\n\n<\/details>\n\n\d+ left out$/);
    const after = `<details>\n\n</details>\n${"line\n".repeat(100)}`;
    expect(limitLines(after, 200, note).match(/<\/details>/g)).toHaveLength(1);
  });

  test("closes a fence that it cuts, inside a fold too", () => {
    const lines = [
      "<details>",
      "",
      "```yaml",
      ...Array.from({ length: 50 }, () => "key: value"),
      "```",
      "",
      "</details>",
    ];
    expect(limitLines(lines.join("\n"), 200, note)).toMatch(/key: value\n```\n\n<\/details>\n\n\d+ left out$/);
    const fences = `\`\`\`\`md\n\`\`\`\ninner\n\`\`\`\n\`\`\`\`\n${"line\n".repeat(100)}`;
    expect(limitLines(fences, 200, note)).not.toMatch(/```\n\n\d+ left out$/);
  });

  test("cuts bytes between characters", () => {
    for (const max of [9, 10, 11, 12]) {
      const cut = limitBytes("😀é漢".repeat(20), max);
      expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(max);
      expect(cut).toMatch(/^😀é?漢?…$/u);
    }
    expect(limitBytes("漢", 3)).toBe("漢");
  });

  test("never splits a character in two", () => {
    const cut = limitLines(`short\n${"😀".repeat(300)}`, 100, note);
    expect(cut).toBe("short\n\n1 left out");
    for (const max of [9, 10, 11]) expect(limitText("😀".repeat(20), max).isWellFormed()).toBe(true);
    expect(limitText("abcdef", 4)).toBe("abc…");
  });
});

describe("a report larger than GitHub shows", () => {
  const long = (count: number) => ({
    ...open("model.py"),
    evidence: Array.from({ length: count }, (_, index) => ({
      path: `${"deep/".repeat(80)}file-${index}.py`,
      lines: [1, 2] as [number, number],
      rule: "source-network",
    })),
  });
  const findings = (count: number): ReportFinding[] =>
    Array.from({ length: count }, (_, index) => ({
      rule: "open-claim",
      level: index === count - 1 ? "failure" : "notice",
      message: `Finding ${index} ${"words ".repeat(80)}`,
      path: "README.md",
      lines: [index + 1, index + 1],
    }));
  const report = exampleReport({
    components: {
      "model-architecture": long(50),
      "training-code": long(50),
      "inference-code": long(50),
      "model-card": long(50),
    },
    report: { findings: findings(300) },
  });
  report.licenseFiles = Array.from({ length: 30 }, (_, index) => ({
    path: `${"deep/".repeat(340)}${index}/LICENSE`,
    ids: ["MIT"],
    expression: "MIT",
    open: true,
    restrictions: [],
    scope: "folder",
  }));

  test("fills a check run within its limits and says what is not shown", () => {
    const { summary, text, annotations } = checkRunFace(report, CONTEXT);
    expect(summary.length).toBeLessThanOrEqual(MAX_CHECK_TEXT);
    expect(text.length).toBeLessThanOrEqual(MAX_CHECK_TEXT);
    expect(annotations).toHaveLength(MAX_ANNOTATIONS);
    expect(summary).toContain("250 more findings not shown as annotations.");
    expect(summary).toContain("… and 280 more findings.");
    expect(text).toMatch(/\*\d+ lines left out: GitHub shows no more here\.\*$/);
  });

  test("annotates the gravest finding first", () => {
    expect(checkRunFace(report, CONTEXT).annotations[0]).toMatchObject({
      annotation_level: "failure",
      start_line: 300,
    });
  });

  test("fills a comment within its limit, footer included", () => {
    const huge = exampleReport({ report: { findings: findings(300), isModelRepositoryBecause: "x" } });
    for (const id of Object.keys(huge.components) as (keyof typeof huge.components)[]) {
      huge.components[id] = {
        ...long(20),
        evidence: long(20).evidence.map((piece) => ({ ...piece, path: `${"é/".repeat(150)}a` })),
      };
    }
    const comment = commentFace(huge, CONTEXT);
    expect(comment.length).toBeLessThanOrEqual(MAX_COMMENT);
    expect(comment).toMatch(/lines left out: GitHub shows no more here\.\*\n\n<sub>Audited .*<\/sub>$/);
    expect(comment.split("<details>").length).toBe(comment.split("</details>").length);
  });
});
