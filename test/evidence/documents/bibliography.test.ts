import { expect, test } from "vitest";
import { bibliographyOf } from "../../../src/evidence/documents/bibliography.ts";

test("BibTeX entries are read with their fields, nested braces, quotes and lines", () => {
  const text =
    'Cite:\n```\n@article{Key2024,\n  title={The {MOF}: a\n   framework},\n  author = "White, Matt",\n  year=2024\n}\n\n@misc{b, eprint={2304.01373}, archivePrefix={arXiv},}\n```\n';
  expect(bibliographyOf(text, 1)).toEqual([
    {
      type: "article",
      key: "Key2024",
      fields: { title: "The MOF: a framework", author: "White, Matt", year: "2024" },
      lines: [3, 8],
    },
    { type: "misc", key: "b", fields: { eprint: "2304.01373", archiveprefix: "arXiv" }, lines: [10, 10] },
  ]);
});

test("decorators, addresses and broken entries are passed over", () => {
  expect(bibliographyOf("@dataclass\nclass A: {}\nme@article.org {x}\n@misc{never closed, title={a", 1)).toEqual([]);
});

test("an entry after a broken one is still found", () => {
  expect(bibliographyOf("@misc{a, title={open\n@misc{b, title={T}}", 5).map(({ key, lines }) => [key, lines])).toEqual([
    ["b", [6, 6]],
  ]);
});
