/**
 * Whatever bytes a repository puts into paths, headings, license texts, policy values and the names of its models, no face
 * shows a mention, a reference, a link to a place that nobody meant, HTML, or a table of another shape.
 */

import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { answerFace } from "../../src/commands/answer.ts";
import { MAX_ARGUMENT } from "../../src/commands/parse.ts";
import { LANGUAGES } from "../../src/messages/languages.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { checkRunFace } from "../../src/report/checkrun.ts";
import { commentFace, notModelFace } from "../../src/report/comment.ts";
import { messagesOf } from "../../src/report/language.ts";
import { MAX_CHECK_TEXT, MAX_COMMENT, MAX_TITLE } from "../../src/report/limit.ts";
import { markdownFace } from "../../src/report/markdown.ts";
import type { Report } from "../../src/report/schema.ts";
import { type FileOf, snapshotOf } from "../snapshot-of.ts";
import { ATTACKS, HOSTILE_URLS, hostileReport } from "./hostile.ts";
import { modelOf } from "./model-of.ts";

const PLACE = { owner: "heron-lab", repo: "heron", head: "8d1f0a4c2b3e5f60718293a4b5c6d7e8f9012345" };
const MARKER = "<!-- openness:answer -->";
const markdown = new MarkdownIt({ html: true, linkify: true });

/** Pieces of which attacks are made: signs of Markdown, HTML, GitHub's own shorthand, and what cannot be seen. */
const PIECES = [
  ..."|`<>[]()!*_~#@&;:/\\$-+=\"'{}^",
  ..."\n\r\t \u0000\u001b\u200b\u200d\u202e\u2028\ufeff\ud83d\ude00",
  ...["@octocat", "#1", "GH-1", "a/b#1", "www.evil.example", "https://evil.example/x", "mailto:", "javascript:", "```"],
  ...["<b>", "</td>", "</details>", "<details>", "<!--", "-->", "<script>", "<img src=x>", "&#64;", "&lt;", "|---|"],
  ...["[x](", "![", "]: ", "  \n", "\n\n", "\n# ", "\n- ", "\n> ", "\n---\n", ":tada:", "word", "漢字", "é", "0"],
];
const attack = fc.oneof(
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 }).map((pieces) => pieces.join("")),
  fc.string({ unit: "binary", minLength: 1, maxLength: 60 }),
  fc.uint8Array({ minLength: 1, maxLength: 60 }).map((bytes) => Buffer.from(bytes).toString("utf8")),
  fc.constantFrom(...ATTACKS),
);
const address = fc.oneof(
  attack,
  attack.map((path) => `https://evil.example/${path}`),
  fc.constantFrom(...HOSTILE_URLS),
);
const language = fc.constantFrom(undefined, ...LANGUAGES);

const OWN_ELEMENTS = /^(?:h[1-4]|p|strong|ul|li|table|thead|tbody|tr|th|td|code|pre|a|details|summary|sub|br|!--)$/;
const OWN_LINKS =
  /^https:\/\/(?:github\.com\/(?:heron-lab\/heron|acme-ai\/lumo)\/(?:blob\/[0-9a-f]{40}\/|(?:new|edit|upload)\/head(?:\/|\?|$)|community\/license\/new\?|pull\/3\/checks$)|evil\.example\/|huggingface\.co\/)/;
/** Characters that cannot be seen or that turn the direction of writing. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

interface Shape {
  readonly elements: readonly string[];
  readonly links: readonly string[];
  /** What a reader sees outside code. */
  readonly words: string;
  /** Cells of each row, less those of its table's head. */
  readonly cells: readonly number[];
}

function shapeOf(page: string): Shape {
  // The program's own note on what was cut is the one line in slanted letters.
  const html = markdown.render(page.replace(/^\*[^*\n]{0,40}\d[^*\n]{1,60}\*$/m, ""));
  const count = (row: string): number => [...row.matchAll(/<t[hd]\b/g)].length;
  return {
    elements: [...new Set([...html.matchAll(/<\/?([a-z0-9]+|!--)/gi)].map(([, name]) => name!.toLowerCase()))],
    links: [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, link]) => link!),
    words: html.replace(/<(code|pre)\b[^>]*>[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, ""),
    cells: html
      .split("<table>")
      .slice(1)
      .flatMap((table) => {
        const rows = table.split("</table>")[0]!.split("<tr>").slice(1);
        return rows.map((row) => count(row) - count(rows[0]!));
      }),
  };
}

function expectHarmless(page: string, max: number): void {
  const { elements, links, words, cells } = shapeOf(page);
  expect(elements.filter((element) => !OWN_ELEMENTS.test(element))).toEqual([]);
  expect(links.filter((link) => !OWN_LINKS.test(link))).toEqual([]);
  expect(words).not.toMatch(/@\w|#\d|(?<!\w)(?:GH-\d|www\.\w)|:tada:/i);
  expect(cells.filter((difference) => difference !== 0)).toEqual([]);
  expect(page.replaceAll("\n", "")).not.toMatch(UNSEEN);
  expect(page.isWellFormed()).toBe(true);
  expect(page.match(/^<details>$/gm)?.length).toBe(page.match(/^<\/details>$/gm)?.length);
  expect(page.length).toBeLessThanOrEqual(max);
}

function expectHarmlessFaces(report: Report, base: Report | undefined, written: string): void {
  const compared = base === undefined ? {} : { base };
  const run = checkRunFace(report, { ...PLACE, ...compared });
  const headBranch = { owner: PLACE.owner, repo: PLACE.repo, branch: "head" };
  const comment = commentFace(report, { ...PLACE, ...compared, pullRequest: 3, headRef: written, headBranch });
  expectHarmless(run.summary, MAX_CHECK_TEXT);
  expectHarmless(run.text, MAX_CHECK_TEXT);
  expectHarmless(comment, MAX_COMMENT);
  expectHarmless(notModelFace({ ...report, isModelRepository: false }), MAX_COMMENT);
  expectHarmless(markdownFace(report), Number.POSITIVE_INFINITY);
  for (const asked of [
    { name: "help" },
    { name: "diff" },
    { name: "explain" },
    { name: "explain", argument: "model-parameters-final" },
    { name: "explain", argument: written.slice(0, MAX_ARGUMENT) },
    { name: "export", argument: written.slice(0, MAX_ARGUMENT) },
    { name: "unknown", argument: written.slice(0, MAX_ARGUMENT) },
  ] as const) {
    const answered = { report, base, place: PLACE, messages: messagesOf(report), created: new Date(0), headBranch };
    expectHarmless(answerFace(asked, answered, MARKER), MAX_COMMENT);
  }
  expect(run.title.length).toBeLessThanOrEqual(MAX_TITLE);
  expect(run.title).not.toMatch(/[@#<>`|\n]/);
  for (const { title, message, start_line, end_line, path } of run.annotations) {
    expect(title.length).toBeLessThanOrEqual(255);
    expect(`${title}${message.replaceAll("\n", "")}`).not.toMatch(UNSEEN);
    expect(message.length > 0 && message.isWellFormed() && path.isWellFormed()).toBe(true);
    expect(start_line >= 1 && end_line >= start_line).toBe(true);
  }
}

/** A report whose every word is an attack, with several models called by one. */
function severalModels(report: Report, name: string): Report {
  const own = modelOf(report, name);
  return {
    ...report,
    models: [own, { ...own, mof: { ...own.mof, class: 3 }, name: "other", path: `${name}/x` }],
  };
}

test("any words in a report are words in its faces", () => {
  fc.assert(
    fc.property(attack, address, attack, language, (words, url, name, spoken) => {
      const report = severalModels(hostileReport(words, url, spoken), name);
      expectHarmlessFaces(report, hostileReport(name, url, spoken), words);
    }),
    { numRuns: 40 },
  );
});

test("any bytes in a repository are words in the faces of its audit", () => {
  const yaml = (words: string): string => JSON.stringify(words.toWellFormed());
  fc.assert(
    fc.property(attack, attack, attack, address, language, (name, heading, terms, url, spoken) => {
      const folder = name.replaceAll("\u0000", "").replaceAll("/", "_") || "_";
      const files: Readonly<Record<string, FileOf>> = {
        "README.md": `# ${heading}\n\n[weights](${url}) [data](https://huggingface.co/datasets/a/${heading})\n\n## License\n\nThe weights are under ${terms}.\n\n| Model | MMLU |\n| --- | --- |\n| ${heading} | 61.2 |\n`,
        LICENSE: `${heading} License\n\nYou may use the model for non-commercial purposes only. ${terms}\n`,
        [`${folder}/LICENSE`]: terms,
        [`${folder}/modeling.py`]:
          "import torch.nn as nn\nclass M(nn.Module):\n    def forward(self, x):\n        return x\n",
        [`${folder}/model.safetensors`]: { lfs: 2_000_000_000 },
        "mof.yml": `framework: {name: ${yaml(heading)}}\nrelease:\n  name: ${yaml(name)}\n  components:\n    - {name: ${yaml(terms)}}\n    - {name: Model card, location: ${yaml(url)}}\n`,
      };
      const policy = [
        ...(spoken === undefined ? [] : [`language: ${spoken}`]),
        `target: ${yaml(terms)}`,
        `${yaml(heading)}: 1`,
        `model: true`,
        `fail: [${yaml(name)}]`,
        `ignore: [${yaml(terms)}]`,
        `artifacts: {datasets: ${yaml(name)}, ${yaml(heading)}: ${yaml(url)}}`,
        `models: [{name: ${yaml(name)}, path: ${yaml(folder)}}, {name: b, path: ${yaml(heading)}}]`,
      ].join("\n");
      const report = audit(snapshotOf(files), loadPolicy(policy, ".github/openness.yml"));
      expectHarmlessFaces(report, undefined, name);
    }),
    { numRuns: 40 },
  );
});
