import { describe, expect, it } from "vitest";
import { MAX_PAGE_URL, pageFor } from "../../../src/report/templates/pages.ts";
import type { Template } from "../../../src/report/templates/template.ts";

const HEAD = { owner: "someone", repo: "tiny", branch: "feature" };
const template = (comment: Template["comment"]): Template => ({ path: "A.md", comment, write: () => "" });
const newFile = (text: string, path = "A.md", comment: Template["comment"] = "html") =>
  ({ kind: "new", path, text, template: template(comment) }) as const;

describe("a page of GitHub", () => {
  it("holds path and text of a new file, on the branch that the pull request comes from", () => {
    const url = new URL(pageFor(HEAD, newFile("# A & B\n\n50 % + more?\n", "docs/A card.md")) ?? "");
    expect(url.origin + url.pathname).toBe("https://github.com/someone/tiny/new/feature");
    expect(url.searchParams.get("filename")).toBe("docs/A card.md");
    expect(url.searchParams.get("value")).toBe("# A & B\n\n50 % + more?\n");
  });

  it("is on the host that the App serves", () => {
    const head = { ...HEAD, serverUrl: "https://git.example.org:8443" };
    expect(pageFor(head, { kind: "upload" })).toBe("https://git.example.org:8443/someone/tiny/upload/feature");
  });

  it("keeps the folders of a branch, and encodes whatever else its name holds", () => {
    const page = (branch: string) => pageFor({ ...HEAD, branch }, { kind: "upload" });
    expect(page("team/card")).toBe("https://github.com/someone/tiny/upload/team/card");
    expect(page("a#b?c%d&e(f)[g]")).toBe("https://github.com/someone/tiny/upload/a%23b%3Fc%25d%26e%28f%29%5Bg%5D");
    expect(page("カード")).toBe(`https://github.com/someone/tiny/upload/${encodeURIComponent("カード")}`);
    expect(page("../../evil")).toBeUndefined();
    expect(page("a//b")).toBeUndefined();
  });

  it("asks for the license of code by its name, on the branch", () => {
    expect(pageFor({ ...HEAD, branch: "a/b" }, { kind: "license" })).toBe(
      "https://github.com/someone/tiny/community/license/new?branch=a%2Fb&template=apache-2.0",
    );
  });

  it("changes a file that is there", () => {
    expect(pageFor(HEAD, { kind: "edit", path: "docs/Model Card.md" })).toBe(
      "https://github.com/someone/tiny/edit/feature/docs/Model%20Card.md",
    );
  });

  it.each([
    ["html", "<!--"],
    ["hash", "# The template"],
  ] as const)("cuts a long text on a line and says so in its own comments: %s", (comment, closing) => {
    const lines = Array.from({ length: 500 }, (_, index) => `line ${index} äöü 漢字`);
    const url = pageFor(HEAD, newFile(lines.join("\n"), "A.md", comment)) ?? "";
    expect(url.length).toBeLessThanOrEqual(MAX_PAGE_URL);
    expect(url.length).toBeGreaterThan(MAX_PAGE_URL - 300);
    const value = new URL(url).searchParams.get("value")?.trimEnd().split("\n") ?? [];
    expect(value.at(-1)?.startsWith(closing)).toBe(true);
    expect(value.slice(0, -1)).toEqual(lines.slice(0, value.length - 1));
  });

  it("leaves the text out where nothing of it fits, and is none where not even the path does", () => {
    expect(pageFor(HEAD, newFile("x".repeat(10_000)))).toBe(
      "https://github.com/someone/tiny/new/feature?filename=A.md",
    );
    expect(pageFor(HEAD, newFile("x", "p".repeat(7_000)))).toBeUndefined();
  });

  it("holds nothing that Markdown could read as more than an address, whatever the names are", () => {
    const hostile = "x)](http://evil) <img> `a` **b** _c_ ~d~ |e| \"f' \n@octocat \ud800";
    const head = { owner: hostile, repo: hostile, branch: hostile.replaceAll("//", "/") };
    for (const offer of [newFile(hostile, hostile), { kind: "license" }, { kind: "upload" }] as const)
      expect(pageFor(head, offer)).toMatch(/^https:\/\/github\.com\/[A-Za-z0-9%/?&=._-]+$/);
  });
});
