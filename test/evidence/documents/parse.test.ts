import { describe, expect, test } from "vitest";
import type { Document } from "../../../src/evidence/documents/document.ts";
import { parseDocument } from "../../../src/evidence/documents/parse.ts";
import { topicsAround, wholeText } from "../../../src/evidence/documents/sections.ts";

const markdown = (...lines: string[]): Document => parseDocument("README.md", "0".repeat(40), lines.join("\n"));
const titles = (document: Document): string[] => document.sections.map((section) => section.title);

describe("sections", () => {
  test("form an outline with their lines, sub-sections included", () => {
    const { sections } = markdown(
      "# Model",
      "Intro.",
      "## Training",
      "Text.",
      "### Data",
      "Words.",
      "## License",
      "MIT",
    );
    expect(sections.map(({ title, parent, lines }) => [title, parent, lines])).toEqual([
      ["Model", undefined, [1, 8]],
      ["Training", 0, [3, 6]],
      ["Data", 1, [5, 6]],
      ["License", 0, [7, 8]],
    ]);
  });

  test("come from HTML, setext and space-less ATX headings alike", () => {
    const document = markdown(
      '<h1 align="center">',
      "  Logo <b>Model</b>",
      "</h1>",
      "",
      "Training",
      "---",
      "",
      "#介绍",
      "文字",
      "##License",
      "MIT",
    );
    expect(document.sections.map(({ title, level }) => [title, level])).toEqual([
      ["Logo Model", 1],
      ["Training", 2],
      ["介绍", 1],
      ["License", 2],
    ]);
  });

  test("are not made by comments in code or by hashtags", () => {
    const document = markdown(
      "# Model",
      "",
      "```python",
      "# 学习データ",
      "##License",
      "```",
      "",
      "#LLM #opensource",
      "",
      "    # indented",
    );
    expect(titles(document)).toEqual(["Model"]);
    expect(document.codeBlocks.map((block) => [block.language, block.lines])).toEqual([
      ["python", [3, 6]],
      ["", [10, 10]],
    ]);
  });

  test("are made by a bold line, and by a bold label with a known topic for its own paragraph only", () => {
    const document = markdown(
      "## 性能",
      "**局限性：** 尽管我们注重安全性，模型仍可能产生意外的输出。",
      "",
      "其他文字。",
      "",
      "**Training data**",
      "",
      "We used the Pile.",
    );
    expect(document.sections.map(({ title, topics, lines }) => [title, topics, lines])).toEqual([
      ["性能", ["evaluation"], [1, 8]],
      ["局限性", ["limitations"], [2, 2]],
      ["Training data", ["training-data"], [6, 8]],
    ]);
    expect(document.passages.find((passage) => passage.text === "其他文字。")?.section).toBe(0);
  });

  test("are not made by an emphasised sentence, a bold link or a bold label without a topic", () => {
    expect(
      titles(
        markdown(
          "**This model is deprecated.**",
          "",
          "**[Paper](https://arxiv.org/abs/2304.01373)**",
          "",
          "**Warm wishes:** to all",
        ),
      ),
    ).toEqual([]);
  });

  test("with nothing but a template's placeholders, hints and comments are empty", () => {
    const document = markdown(
      "## Model Description",
      "<!-- Provide a longer summary of what this model is, at length and in detail. -->",
      "- **Developed by:** [More Information Needed]",
      "- **Funded by [optional]:** [More Information Needed]",
      "## Environmental Impact",
      "Carbon emissions can be estimated using the [Machine Learning Impact calculator](https://mlco2.github.io/impact#compute) presented in [Lacoste et al. (2019)](https://arxiv.org/abs/1910.09700).",
      "- **Hardware Type:** [More Information Needed]",
      "## Limitations",
      "TODO",
      "## Training Data",
      "The model was trained on 300 B tokens of the deduplicated Pile.",
      "## 开源许可证",
      "本仓库的代码和权重依照 Apache-2.0 协议开源。",
      "## Citation",
      "```bibtex",
      "@misc{model2024, title={A model}}",
      "```",
    );
    expect(document.sections.map(({ title, filled }) => [title, filled])).toEqual([
      ["Model Description", false],
      ["Environmental Impact", false],
      ["Limitations", false],
      ["Training Data", true],
      ["开源许可证", true],
      ["Citation", true],
    ]);
    expect(document.sections[0]?.text).toBe("");
  });

  test("called performance are about speed where only units of speed stand in them", () => {
    const speed = markdown("## Performance", "| Model | tokens/s |", "|-|-|", "| A | 19.4 |");
    const quality = markdown("## Performance", "| Model | MMLU |", "|-|-|", "| A | 19.4 |", "", "Runs at 20 tokens/s.");
    expect(speed.sections[0]?.topics).toEqual(["speed"]);
    expect(quality.sections[0]?.topics).toEqual(["evaluation"]);
  });

  test("tell the topic around a place and the text below a heading", () => {
    const document = markdown("## Evaluation", "Scores below.", "### MMLU", "Five shots.");
    expect(topicsAround(document, 1)).toEqual(["evaluation"]);
    expect(wholeText(document, document.sections[0]!)).toBe("Scores below.\nMMLU\nFive shots.");
  });
});

describe("passages", () => {
  test("are plain text with their lines: links as words, HTML and entities resolved", () => {
    const { passages } = markdown(
      "# A &amp; B",
      "Line *one* with [a link](x.md)",
      "and <b>bold</b> text&nbsp;here.",
      "",
      "- item `code`",
      "",
      "依照",
      "协议",
    );
    expect(passages.map(({ text, lines }) => [text, lines])).toEqual([
      ["A & B", [1, 1]],
      ["Line one with a link and bold text here.", [2, 3]],
      ["item code", [5, 5]],
      ["依照协议", [7, 8]],
    ]);
  });

  test("keep the file's line numbers below front matter, a byte order mark and CRLF", () => {
    const document = parseDocument("README.md", "x", "\ufeff---\r\nlicense: mit\r\n---\r\n\r\n# Title\r\nText.\r\n");
    expect(document.frontMatter).toEqual({ data: { license: "mit" }, lines: [1, 3], problem: undefined });
    expect(document.passages.map(({ text, lines }) => [text, lines])).toEqual([
      ["Title", [5, 5]],
      ["Text.", [6, 6]],
    ]);
    expect(document.lineCount).toBe(6);
  });

  test("leave out what its author struck out", () => {
    const document = markdown(
      "Released under ~~[MIT](LICENSE)~~ a license to be decided.",
      "",
      "<del>Free</del> for research.",
      "",
      "Next.",
    );
    expect(document.passages.map((passage) => passage.text)).toEqual([
      "Released under a license to be decided.",
      "for research.",
      "Next.",
    ]);
    expect(document.links).toEqual([]);
  });

  test("come out of a folded details block as well", () => {
    const document = markdown(
      "<details>",
      "<summary>License</summary>",
      "",
      "Weights under **OpenRAIL**.",
      "",
      "</details>",
    );
    expect(document.passages.map((passage) => passage.text)).toEqual(["License", "Weights under OpenRAIL."]);
  });
});

describe("tables", () => {
  test("are cells, from Markdown and from HTML with spans and blank lines", () => {
    const document = markdown(
      "| a | b |",
      "|---|---|",
      "| 1 | **2** |",
      "",
      "<table>",
      "<thead><tr><th rowspan=2>Model</th><th colspan=2>Benchmark</th></tr>",
      "<tr><th>MMLU</th><th>GSM8K</th></tr></thead>",
      "",
      "  <tr><td>A</td><td>61.2</td><td>40.0</td></tr>",
      "</table>",
    );
    expect(document.tables.map(({ headers, rows, lines }) => ({ headers, rows, lines }))).toEqual([
      { headers: ["a", "b"], rows: [["1", "2"]], lines: [1, 3] },
      { headers: ["Model", "Benchmark MMLU", "Benchmark GSM8K"], rows: [["A", "61.2", "40.0"]], lines: [5, 10] },
    ]);
  });

  test("end where a heading begins, even when never closed", () => {
    const document = markdown("<table><tr><td>1</td><td>2", "", "# License", "", "MIT");
    expect(document.tables).toHaveLength(1);
    expect(titles(document)).toEqual(["License"]);
  });
});
