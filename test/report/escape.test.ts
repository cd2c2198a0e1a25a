import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, test } from "vitest";
import { code, link, safeUrl, text, visible } from "../../src/report/markdown/escape.ts";
import { addressLink, fileLink, fileUrl, pullRequestUrl } from "../../src/report/markdown/links.ts";
import { ATTACKS, HOSTILE_URLS } from "./hostile.ts";

const markdown = new MarkdownIt({ html: true, linkify: true });
// GitHub links no bare host names.
markdown.linkify.set({ fuzzyLink: false });
const PLACE = { owner: "heron-lab", repo: "heron", head: "8d1f0a4c2b3e5f60718293a4b5c6d7e8f9012345" };

/** The kinds of inline tokens that Markdown makes of a text, and the words that a reader sees. */
function rendered(written: string): { kinds: readonly string[]; words: string } {
  const tokens = markdown.parseInline(written, {})[0]?.children ?? [];
  return {
    kinds: [...new Set(tokens.map(({ type }) => type))].filter((type) => type !== "text_special"),
    words: tokens
      .map(({ content }) => content)
      .join("")
      .replaceAll("\u200b", ""),
  };
}

describe("text", () => {
  test.each(ATTACKS)("%j is read as it is written, and is nothing but words", (attack) => {
    const { kinds, words } = rendered(text(attack));
    expect(kinds).toEqual(["text"]);
    expect(words).toBe(visible(attack));
  });

  test("any string is nothing but words", () => {
    const signs = fc.string({ unit: fc.constantFrom(..."ab1 _*`[]()<>!#@&|~$\\:/.\n-+=\"'wWhtps;") });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), signs), (attack) => {
        const { kinds, words } = rendered(text(attack));
        expect(kinds.filter((kind) => kind !== "text")).toEqual([]);
        expect(words).toBe(visible(attack));
      }),
      { numRuns: 2000 },
    );
  });

  test("mentions and references are broken up for GitHub, which looks for them after rendering", () => {
    expect(markdown.renderInline(text("@octocat o/r#12 GH-7"))).toBe("@\u200boctocat o/r#\u200b12 GH-\u200b7");
  });

  test("ordinary names stay readable in the source", () => {
    expect(text("src/model_card.md, CC-BY-4.0 (see 1.2)")).toBe("src/model_card.md, CC-BY-4.0 (see 1.2)");
  });
});

describe("visible", () => {
  test("shows what cannot be seen by its number, and keeps the joiners of scripts and emoji", () => {
    expect(visible("a\u202eb\u0000c\u{e0041}")).toBe("a⟨U+202E⟩b⟨U+0000⟩c⟨U+E0041⟩");
    expect(visible("👩‍🔬 می‌خواهم")).toBe("👩‍🔬 می‌خواهم");
  });

  test("is one line, cut between characters", () => {
    expect(visible("a\r\n\tb\u2028c")).toBe("a b c");
    expect(visible("😀".repeat(400), 10)).toBe(`${"😀".repeat(9)}…`);
    expect(visible("\ud800x")).toBe("\ufffdx");
  });
});

describe("code", () => {
  test.each(ATTACKS)("%j stays inside its letters, in a table cell too", (attack) => {
    const html = markdown.render(`| a | b |\n| --- | --- |\n| ${code(attack)} | end |\n`);
    expect(html.match(/<td>/g)).toHaveLength(2);
    expect(html.match(/<code>/g)).toHaveLength(1);
    expect(html).toContain("<td>end</td>");
    expect(html).not.toMatch(/<(?:script|img|a|details|!--)/);
  });
});

describe("addresses", () => {
  test.each(HOSTILE_URLS)("%j becomes a harmless link or none", (url) => {
    const html = markdown.render(`| ${addressLink(url)} | b |\n| --- | --- |\n`);
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, address]) => address);
    for (const address of addresses) expect(address).toMatch(/^https:\/\/evil\.example\/[\w%./#-]*$/);
    expect(html.match(/<th>/g)).toHaveLength(2);
    expect(html).not.toMatch(/<(?:script|h1|em)/);
  });

  test("only http and https, without credentials, are linked", () => {
    expect(safeUrl("javascript:alert(1)")).toBeUndefined();
    expect(safeUrl("ftp://example.org")).toBeUndefined();
    expect(safeUrl("https://a:b@example.org")).toBeUndefined();
    expect(safeUrl("https://example.org/a(b)|c")).toBe("https://example.org/a%28b%29%7Cc");
  });

  test.each(["issues/1", "pull/2", "discussions/3", "commit/abc"])(
    "%s is not linked: GitHub would note it there",
    (page) => {
      expect(link("there", `https://github.com/o/r/${page}`)).toBe("`there`");
    },
  );

  test("a file is linked at its commit and lines, each part of its path encoded", () => {
    expect(fileUrl(PLACE, "src/a b#?%é).py", [3, 5])).toBe(
      `https://github.com/heron-lab/heron/blob/${PLACE.head}/src/a%20b%23%3F%25%C3%A9%29.py#L3-L5`,
    );
    expect(fileUrl(PLACE, "README.md", [7, 7])).toBe(
      `https://github.com/heron-lab/heron/blob/${PLACE.head}/README.md?plain=1#L7`,
    );
  });

  test("a path that a browser would resolve to somewhere else is not linked", () => {
    expect(fileUrl(PLACE, "a/../../../../evil")).toBeUndefined();
    expect(fileLink(PLACE, "./a")).toBe("`./a`");
    expect(fileLink(undefined, "a.py", [1, 2])).toBe("`a.py:1-2`");
  });

  test("another GitHub is linked there, and an address that is none falls back", () => {
    expect(fileUrl({ ...PLACE, serverUrl: "https://git.example.org/" }, "a")).toMatch(
      /^https:\/\/git\.example\.org\/heron-lab/,
    );
    expect(pullRequestUrl({ ...PLACE, serverUrl: "javascript:1" }, 3, "checks")).toBe(
      "https://github.com/heron-lab/heron/pull/3/checks",
    );
  });
});
