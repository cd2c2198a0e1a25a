import { describe, expect, test } from "vitest";
import { en } from "../../src/messages/en.ts";
import { annotationsOf } from "../../src/report/annotations.ts";
import type { ReportFinding } from "../../src/report/schema.ts";
import { exampleReport } from "./example.ts";

const finding = (own: Partial<ReportFinding>): ReportFinding => ({
  rule: "mof-file",
  level: "notice",
  message: "Here.",
  path: "README.md",
  ...own,
});
const annotate = (...findings: ReportFinding[]) => annotationsOf(exampleReport({ report: { findings } }), en);

test("the gravest come first, each with its place, its title and the command that tells more", () => {
  const { shown } = annotate(
    finding({ path: "LICENSE" }),
    finding({ rule: "license-contradiction", level: "failure", lines: [4, 6] }),
  );
  expect(shown).toEqual([
    {
      path: "README.md",
      start_line: 4,
      end_line: 6,
      annotation_level: "failure",
      title: "Licenses contradict each other",
      message: "Here.",
      raw_details: "/openness explain license-contradiction",
    },
    {
      path: "LICENSE",
      start_line: 1,
      end_line: 1,
      annotation_level: "notice",
      title: "MOF file",
      message: "Here.",
      raw_details: "/openness explain mof-file",
    },
  ]);
});

test("what one rule finds on one line is one annotation that says all of it once", () => {
  const lines: [number, number] = [3, 3];
  const { shown, left } = annotate(
    finding({ lines, message: "One." }),
    finding({ lines, message: "Two." }),
    finding({ lines, message: "One." }),
    finding({ lines: [4, 4], message: "Three." }),
    finding({ lines, rule: "license-other", message: "Four." }),
  );
  expect(shown.map(({ message }) => message)).toEqual(["One.\nTwo.", "Three.", "Four."]);
  expect(left).toBe(0);
});

test("at most fifty are shown and the rest counted, the mildest of them", () => {
  const many = Array.from({ length: 80 }, (_, index) =>
    finding({ lines: [index + 1, index + 1], level: index < 20 ? "notice" : index < 79 ? "warning" : "failure" }),
  );
  const { shown, left } = annotate(...many);
  expect(shown).toHaveLength(50);
  expect(left).toBe(30);
  expect(shown[0]?.annotation_level).toBe("failure");
  expect(shown.some(({ annotation_level }) => annotation_level === "notice")).toBe(false);
});

describe("GitHub takes what is annotated", () => {
  test.each<[string, [number, number], readonly [number, number]]>([
    ["no line before the first", [0, 0], [1, 1]],
    ["no end before the beginning", [7, 3], [7, 7]],
    ["no line that is no number", [Number.NaN, Number.NaN], [1, 1]],
    ["no part of a line", [2.5, 3.5], [2, 3]],
  ])("%s", (_, lines, [first, last]) => {
    const [annotation] = annotate(finding({ lines })).shown;
    expect([annotation?.start_line, annotation?.end_line]).toEqual([first, last]);
  });

  test.each(["../x", "a//b", "", "./x", "/x"])("no path %j, which no tree can have", (path) => {
    expect(annotate(finding({ path }))).toEqual({ shown: [], left: 0 });
  });

  test("no path of another commit or repository", () => {
    expect(annotate(finding({ elsewhere: true })).shown).toEqual([]);
  });

  test("a title of 255 characters and a message of 64 KB, cut between characters", () => {
    const long = Array.from({ length: 40 }, (_, index) => finding({ message: `${index}${"😀".repeat(5000)}` }));
    const [annotation] = annotate(...long).shown;
    expect(Buffer.byteLength(annotation?.message ?? "")).toBeLessThanOrEqual(64 * 1024);
    expect(annotation?.message.isWellFormed()).toBe(true);
    expect(annotation?.message).toMatch(/^0😀/u);
    const [named] = annotate(finding({ rule: "😀".repeat(400) })).shown;
    expect(named?.title.length).toBeLessThanOrEqual(255);
    expect(named?.title.isWellFormed()).toBe(true);
    expect(named?.raw_details).toBeUndefined();
  });

  test("never an empty title or message", () => {
    const [annotation] = annotate(finding({ rule: " ", message: " " })).shown;
    expect(annotation?.title).not.toBe("");
    expect(annotation?.message).not.toBe("");
  });
});
