import { describe, expect, test } from "vitest";
import { parseFrontMatter } from "../../../src/evidence/documents/frontmatter.ts";

describe("front matter", () => {
  test("is a mapping of plain values, with Norwegian kept a word and dates kept text", () => {
    const { frontMatter, linesTaken } = parseFrontMatter(
      "---\nlicense: apache-2.0\nlanguage: [no, en]\ndate: 2024-01-02\nn: .inf\n---\n# T\n",
    );
    expect(frontMatter).toEqual({
      data: { license: "apache-2.0", language: ["no", "en"], date: "2024-01-02", n: "Infinity" },
      lines: [1, 6],
      problem: undefined,
    });
    expect(linesTaken).toBe(6);
  });

  test("may follow a byte order mark and blank lines, end lines with CRLF, and be empty", () => {
    expect(parseFrontMatter("\ufeff\r\n---\r\na: 1\r\n--- \r\nx").frontMatter).toEqual({
      data: { a: 1 },
      lines: [2, 4],
      problem: undefined,
    });
    expect(parseFrontMatter("---\n---\n").frontMatter).toEqual({ data: {}, lines: [1, 2], problem: undefined });
  });

  test.each(["# Title\n---\na: 1\n---\n", "---\nnever: closed\n", "", "----\na: 1\n----\n"])(
    "is not there in %j",
    (text) => expect(parseFrontMatter(text)).toEqual({ frontMatter: undefined, linesTaken: 0 }),
  );

  test.each([
    ["---\nlicense: mit\n\tbad: tab\n---\n", /line 3/],
    ["---\na: 1\na: 2\n---\n", /not valid YAML, line 3/],
    ["---\n- a\n- b\n---\n", /a list, not a mapping/],
    ["---\na: [1\n---\n", /not valid YAML/],
    [`---\na: ${"x".repeat(70_000)}\n---\n`, /larger than 64 kB/],
    [`---\n${"a: 1\n".repeat(4_000)}---\n`, /more than 3000 lines/],
    [`---\na: ${"[".repeat(4_000)}\n---\n`, /more than 3000 opening brackets/],
    [`---\na: &a [x]\nb: [${"*a,".repeat(200)}]\n---\n`, /alias/i],
  ])("tells what is wrong with %j", (text, problem) => {
    const { frontMatter } = parseFrontMatter(text);
    expect(frontMatter?.problem).toMatch(problem);
    expect(frontMatter?.data).toEqual({});
  });

  test("leaves prose between two rules to the text", () => {
    const { frontMatter, linesTaken } = parseFrontMatter("---\nJust words\n---\n");
    expect(frontMatter?.problem).toMatch(/plain text/);
    expect(linesTaken).toBe(0);
  });

  test("keeps the rest of a card whose results are too large", () => {
    const results = Array.from({ length: 4_000 }, (_, n) => `  - value: ${n}.123456`).join("\n");
    const { frontMatter } = parseFrontMatter(`---\nlicense: mit\nmodel-index:\n${results}\nlanguage: en\n---\n`);
    expect(frontMatter).toMatchObject({ data: { license: "mit", language: "en" }, problem: undefined });
  });

  test("never touches a prototype", () => {
    const { frontMatter } = parseFrontMatter("---\n__proto__: {polluted: 1}\nconstructor: x\n---\n");
    expect(Object.keys(frontMatter?.data ?? {})).toEqual(["constructor"]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
