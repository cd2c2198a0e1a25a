import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseDocument } from "../../../src/evidence/documents/parse.ts";

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
