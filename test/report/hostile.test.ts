import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { LANGUAGES, type Language, messagesIn } from "../../src/messages/languages.ts";
import { checkRunFace } from "../../src/report/checkrun.ts";
import { COMMENT_MARKER, commentFace, notModelFace } from "../../src/report/comment.ts";
import { MAX_CHECK_TEXT, MAX_COMMENT } from "../../src/report/limit.ts";
import { markdownFace } from "../../src/report/markdown.ts";
import type { Report } from "../../src/report/schema.ts";
import { textFace } from "../../src/report/text.ts";
import { COMMIT, exampleReport } from "./example.ts";
import { ATTACKS, HOSTILE_URLS, hostileReport } from "./hostile.ts";

const CONTEXT = { owner: "heron-lab", repo: "heron", head: COMMIT, pullRequest: 3 };
const markdown = new MarkdownIt({ html: true, linkify: true });

/** Control, bidirectional and invisible characters. */
const UNSEEN = /[\p{Cc}\p{Cf}]/u;

/** All Markdown that a report becomes, by face. */
function faces(report: Report, attack: string): Readonly<Record<string, string>> {
  const base = exampleReport();
  const { summary, text } = checkRunFace(report, { ...CONTEXT, base });
  const notModel = { ...report, isModelRepository: false };
  return {
    summary,
    text,
    comment: commentFace(report, { ...CONTEXT, headRef: attack, base }),
    page: markdownFace(report),
    "comment without a model": notModelFace(notModel),
    "summary without a model": checkRunFace(notModel, CONTEXT).summary,
  };
}

/** The elements of a page with what a reader sees outside code. */
function read(page: string): { elements: Set<string>; links: readonly string[]; words: string } {
  const html = markdown.render(page);
  const outsideCode = html.replace(/<(code|pre)\b[^>]*>[\s\S]*?<\/\1>/g, "");
  return {
    elements: new Set([...html.matchAll(/<\/?([a-z0-9]+|!--)/gi)].map(([, name]) => name!.toLowerCase())),
    links: [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address]) => address!),
    words: outsideCode.replace(/<[^>]*>/g, ""),
  };
}

/** The page without the one line, in italics, by which it says how many lines were left out. */
function withoutCutNotice(page: string, language: Language | undefined): string {
  const { linesCut } = messagesIn(language).face;
  const isNotice = (line: string) => line === linesCut(Number(/\d+/.exec(line)?.[0]));
  return page
    .split("\n")
    .filter((line) => !isNotice(line))
    .join("\n");
}

const OWN_ELEMENTS = /^(?:h[1-4]|p|strong|ul|li|table|thead|tbody|tr|th|td|code|pre|a|details|summary|sub|!--)$/;
const OWN_LINKS =
  /^https:\/\/(?:github\.com\/heron-lab\/heron\/(?:blob\/[0-9a-f]{40}\/|pull\/3\/checks$)|evil\.example\/|huggingface\.co\/)/;

const IN_LANGUAGES = [undefined, ...LANGUAGES].flatMap((language) =>
  ATTACKS.map((attack, index) => [attack, language, HOSTILE_URLS[index % HOSTILE_URLS.length]!] as const),
);

describe.each(IN_LANGUAGES)("a repository that writes %j everywhere, told in %s", (attack, language, url) => {
  const report = hostileReport(attack, url, language);
  const all = faces(report, attack);

  test.each(Object.keys(all))("in the %s, is words and links to itself only", (name) => {
    const page = all[name]!;
    const { elements, links, words } = read(withoutCutNotice(page, language));
    expect([...elements].filter((element) => !OWN_ELEMENTS.test(element))).toEqual([]);
    expect(links.filter((address) => !OWN_LINKS.test(address))).toEqual([]);
    expect(words).not.toMatch(/@\w|#\d|GH-\d|www\.\w|:tada:/i);
    expect(page.replaceAll("\n", "")).not.toMatch(UNSEEN);
    expect(page.isWellFormed()).toBe(true);
    expect(page.split("<details>").length).toBe(page.split("</details>").length);
    expect(page.length).toBeLessThanOrEqual(MAX_CHECK_TEXT);
  });

  test("cannot pretend to be the comment's marker", () => {
    const { comment } = all;
    expect(comment!.split("\n")[0]).toBe(COMMENT_MARKER);
    expect(comment!.split(COMMENT_MARKER)).toHaveLength(2);
    expect(comment!.length).toBeLessThanOrEqual(MAX_COMMENT);
  });

  test("cannot add a column to a table", () => {
    const rows = all.comment!.split("\n").filter((line) => line.startsWith("| "));
    expect(rows.length).toBeGreaterThan(17);
    for (const row of rows) expect(row.split("|")).toHaveLength(6);
  });

  test("cannot reach the terminal", () => {
    for (const colour of [true, false]) {
      const own = colour ? ["0", "1", "2", "31", "32", "33"].map((number) => `\u001b[${number}m`) : [];
      const rest = ["\n", ...own].reduce((page, sign) => page.replaceAll(sign, ""), textFace(report, { colour }));
      expect(rest).not.toMatch(UNSEEN);
    }
  });

  test("has annotations that GitHub takes", () => {
    for (const { title, message } of checkRunFace(report, CONTEXT).annotations) {
      expect(title.length).toBeLessThanOrEqual(255);
      expect(Buffer.byteLength(message)).toBeLessThanOrEqual(64 * 1024);
      expect(message).not.toBe("");
    }
  });
});
