import { describe, expect, test } from "vitest";
import type { Document } from "../../../src/evidence/documents/document.ts";
import { parseDocument } from "../../../src/evidence/documents/parse.ts";

const markdown = (...lines: string[]): Document => parseDocument("README.md", "0".repeat(40), lines.join("\n"));

describe("links", () => {
  test("carry their words, line, section and the sentence around them", () => {
    const document = markdown(
      "# Model",
      "First sentence. The weights of the final model are on [the Hub](https://huggingface.co/org/model) for all.",
      "They are large.",
      "",
      "- data: <https://huggingface.co/datasets/org/data>",
    );
    expect(document.links).toEqual([
      {
        url: "https://huggingface.co/org/model",
        text: "the Hub",
        line: 2,
        section: 0,
        image: false,
        context: "The weights of the final model are on the Hub for all.",
        target: { kind: "hf-model", id: "org/model" },
      },
      {
        url: "https://huggingface.co/datasets/org/data",
        text: "https://huggingface.co/datasets/org/data",
        line: 5,
        section: 0,
        image: false,
        context: "data: https://huggingface.co/datasets/org/data",
        target: { kind: "hf-dataset", id: "org/data" },
      },
    ]);
  });

  test("are found in HTML, reference, empty, badge and bare form", () => {
    const document = markdown(
      '<p align="center"><a href="LICENSE"><img alt="license" src="https://img.shields.io/badge/License-MIT-green"></a></p>',
      "",
      "[paper][p] and [](docs/DATA.md) and [![arXiv](https://img.shields.io/badge/arXiv-2304.01373-red)](https://arxiv.org/abs/2304.01373)",
      "",
      "权重见https://modelscope.cn/models/ns/name，代码见 arXiv:2304.01373。",
      "",
      "[p]: https://openreview.net/forum?id=x",
    );
    expect(document.links.map(({ target, text, image }) => [target.kind, text, image])).toEqual([
      ["badge", "license", true],
      ["file", "license", false],
      ["paper", "paper", false],
      ["file", "", false],
      ["badge", "arXiv", true],
      ["arxiv", "arXiv", false],
      ["modelscope-model", "https://modelscope.cn/models/ns/name", false],
      ["arxiv", "arXiv:2304.01373", false],
    ]);
  });

  test("in a table row have the row for context, in a row of badges their own words", () => {
    const table = markdown("| Model | Weights |", "|-|-|", "| 7B | [HF](https://huggingface.co/a/b) |");
    expect(table.links[0]?.context).toBe("7B | HF");
    const badge = (name: string): string =>
      `[![${name}](https://img.shields.io/badge/${name}-x-red)](https://example.org/${name})`;
    const badges = markdown(`${badge("code")} ${badge("model")} and a paper`);
    expect(badges.links.map((link) => link.context)).toEqual(["code", "code", "model", "model"]);
  });

  test("are not found in comments or fenced code", () => {
    expect(
      markdown("<!-- https://huggingface.co/a/b -->", "", "```", "https://huggingface.co/a/b", "```").links,
    ).toEqual([]);
  });
});
