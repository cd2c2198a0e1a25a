import fc from "fast-check";
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

describe("other formats", () => {
  test("reStructuredText: underlined headings, named and embedded links, literal blocks", () => {
    const document = parseDocument(
      "docs/index.rst",
      "x",
      [
        "=====",
        "Model",
        "=====",
        "",
        "See `the paper <https://arxiv.org/abs/2304.01373>`_ and data_.",
        "",
        "Training",
        "--------",
        "",
        ".. code-block:: bash",
        "",
        "   python train.py",
        "",
        "- an item",
        "",
        ".. image:: fig.png",
        "   :target: https://example.org/",
        "",
        ".. _data: https://huggingface.co/datasets/a/b",
        ".. a comment",
      ].join("\n"),
    );
    expect(document.sections.map(({ title, level }) => [title, level])).toEqual([
      ["Model", 1],
      ["Training", 2],
    ]);
    expect(document.links.map((link) => link.target)).toEqual([
      { kind: "arxiv", id: "2304.01373" },
      { kind: "hf-dataset", id: "a/b" },
      { kind: "file", path: "docs/fig.png" },
      { kind: "web", url: "https://example.org/" },
    ]);
    expect(document.codeBlocks.map(({ language, text }) => [language, text])).toEqual([["bash", "python train.py\n"]]);
    expect(document.passages.map((passage) => passage.text)).toEqual([
      "Model",
      "See the paper and data.",
      "Training",
      "an item",
    ]);
  });

  test("HTML: headings, links and text, without scripts", () => {
    const document = parseDocument(
      "index.html",
      "x",
      "<html><script>var a='<h1>no</h1>'</script>\n<h1>Model</h1>\n<p>Text <a href='w.pt'>weights</a></p></html>",
    );
    expect(document.passages.map(({ text, lines }) => [text, lines])).toEqual([
      ["Model", [2, 2]],
      ["Text weights", [3, 3]],
    ]);
    expect(document.links[0]?.target).toEqual({ kind: "file", path: "w.pt" });
  });

  test("plain text: paragraphs, underlined headings and bare URLs", () => {
    const document = parseDocument("NOTICE", "x", "Licence\n=======\n\nSee https://example.org/a.\nEnd.\n");
    expect(document.format).toBe("text");
    expect(document.sections[0]?.topics).toEqual(["license"]);
    expect(document.passages.map(({ text, lines }) => [text, lines])).toEqual([
      ["Licence", [1, 1]],
      ["See https://example.org/a. End.", [4, 5]],
    ]);
  });
});

describe("hostile documents", () => {
  const long = (piece: string): string => piece.repeat(Math.ceil(1_000_000 / piece.length));
  const cases: [string, string, string][] = [
    ["one line of a million letters", "a.md", long("a")],
    ["open brackets", "a.md", long("[")],
    ["open emphasis", "a.md", long("**a ")],
    ["tags that never close", "a.md", `<div>${long('<a x="')}`],
    ["comments that never close", "a.md", long("<!--")],
    ["headings", "a.md", long("# a\n")],
    ["bold lines", "a.md", long("**a**\nb\n\n")],
    ["quotes", "a.md", long("> ")],
    ["tables in tables", "a.md", long("<table><tr><td>1")],
    ["spans", "a.html", `<table>${long("<tr><td colspan=50 rowspan=1000>x")}`],
    ["URLs", "a.txt", long("http://")],
    ["BibTeX without end", "a.md", long("@misc{a,b={")],
    ["YAML flow sequences", "a.md", `---\n${"[".repeat(60_000)}\n---\n`],
    ["reStructuredText references", "a.rst", long("`a <")],
    ["NULs and carriage returns", "a.md", long("\0\r")],
    ["lone surrogates", "a.md", long("\ud800 ")],
  ];
  test.each(cases)("%s: read without throwing in bounded time", (_, path, text) => {
    const start = performance.now();
    expect(parseDocument(path, "x", text).path).toBe(path);
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  test("anything at all is read, with lines inside the document and sections inside their parents", () => {
    const pieces =
      "# |## |\n|\n\n|**|~~|`|```\n|[a](b)|![|](|<a href='x'>|</a>|<table>|<tr><td>|</table>|<h2>|</h2>|<!--|-->|- |1. |> || a || b |\n||-|-|\n|---\n|===\n|::\n|.. x:: y\n|`a <b>`_|https://a.b|中文。|データ|text |&amp;|@misc{a,|license: mit\n|\t|\r\n".split(
        /(?<!\|)\|(?!\|)/,
      );
    const document = fc.array(fc.constantFrom(...pieces), { maxLength: 60 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(document, fc.constantFrom("a.md", "a.rst", "a.txt", "a.html"), (text, path) => {
        const read = parseDocument(path, "x", text);
        const last = Math.max(1, read.lineCount);
        for (const { lines } of [
          ...read.passages,
          ...read.tables,
          ...read.codeBlocks,
          ...read.sections,
          ...read.bibliography,
        ]) {
          expect(lines[0]).toBeGreaterThanOrEqual(1);
          expect(lines[1]).toBeGreaterThanOrEqual(lines[0]);
          expect(lines[1]).toBeLessThanOrEqual(last);
        }
        for (const { lines, parent } of read.sections) {
          const outer = parent === undefined ? undefined : read.sections[parent];
          if (outer !== undefined)
            expect([outer.lines[0] <= lines[0], outer.lines[1] >= lines[1]]).toEqual([true, true]);
        }
        for (const link of read.links)
          expect([link.line >= 1 && link.line <= last, link.context.length <= 400]).toEqual([true, true]);
      }),
      { numRuns: 400 },
    );
  });

  test("a document of which a part was not read says so", () => {
    expect(parseDocument("a.md", "x", "a\n".repeat(30_000)).truncated).toBe(true);
    expect(parseDocument("a.md", "x", "a".repeat(30_000)).truncated).toBe(true);
    expect(parseDocument("a.md", "x", "a\n".repeat(3_000)).truncated).toBeUndefined();
  });

  test("an empty document has nothing in it", () => {
    const document = parseDocument("README.md", "x", "");
    expect([document.sections, document.links, document.passages, document.lineCount]).toEqual([[], [], [], 0]);
  });
});
