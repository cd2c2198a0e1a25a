import { expect, test } from "vitest";
import { markdownFace } from "../../src/report/markdown.ts";
import { textFace } from "../../src/report/text.ts";
import { COMMIT, exampleReport } from "./example.ts";

test("without colour the terminal shows symbols and words alone", () => {
  const lines = textFace(exampleReport(), { colour: false }).split("\n");
  expect(lines.slice(0, 3)).toEqual([
    `heron-lab/heron ${COMMIT.slice(0, 12)}`,
    "",
    "No class yet · 4 of 6 for Class III · weights restricted",
  ]);
  expect(lines.find((line) => line.includes("Model parameters (Final)"))).toMatch(
    /^ {2}✗ restricted +Model parameters \(Final\) +LicenseRef-Heron-Community +https:\/\/huggingface\.co\/heron-lab\/heron-7b$/,
  );
  expect(lines.filter((line) => /\s$/.test(line))).toEqual([]);
});

test("colour adds nothing but colour", () => {
  const coloured = textFace(exampleReport(), { colour: true });
  const plain = ["0", "1", "2", "31", "32", "33"].reduce(
    (text, number) => text.replaceAll(`\u001b[${number}m`, ""),
    coloured,
  );
  expect(coloured).not.toBe(plain);
  expect(plain.replace(/ +$/gm, "")).toBe(textFace(exampleReport(), { colour: false }));
});

test("a failed policy, a finding and a remedy are told", () => {
  const text = textFace(exampleReport({ policy: { fail: ["restricted-license"] } }), { colour: false });
  expect(text).toContain("❌ The check fails by this repository's policy.\n  Under a license that restricts: weights.");
  expect(text).toContain("the license of its weights restricts use. README.md:3");
  expect(text).toContain("✗ Data card (missing, takes hours)\n    Add DATA_CARD.md");
});

test("a folder is named by its tree, and a repository without a model says why", () => {
  const { subject } = exampleReport();
  const folder = exampleReport({
    report: {
      isModelRepository: false,
      subject: { ...subject, source: "folder", repository: undefined, commit: null },
    },
  });
  const text = textFace(folder, { colour: false });
  expect(text).toMatch(/^folder tree 5d6e7f8091a2\n/);
  expect(text).toContain("was not audited");
  expect(markdownFace(folder)).toMatch(/^# Not a model repository/);
});

test("the Markdown page links files only where it knows the commit", () => {
  const { subject } = exampleReport();
  expect(markdownFace(exampleReport())).toContain(
    `(https://github.com/heron-lab/heron/blob/${COMMIT}/train.py#L1-L40)`,
  );
  expect(markdownFace(exampleReport({ report: { subject: { ...subject, commit: null } } }))).toContain(
    "| `train.py:1-40` |",
  );
});
