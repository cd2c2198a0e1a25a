/** What the comment offers for what is missing. */
import { describe, expect, it } from "vitest";
import { LANGUAGES, messagesIn } from "../../../src/messages/languages.ts";
import { commentFace } from "../../../src/report/comment.ts";
import { MAX_COMMENT } from "../../../src/report/limit.ts";
import type { Report } from "../../../src/report/schema.ts";
import { auditOf } from "../../auditing.ts";
import type { FileOf } from "../../snapshot-of.ts";
import { everythingOpen, exampleReport } from "../example.ts";
import { RELEASE } from "../formats/release.ts";

const CONTEXT = {
  owner: "acme-ai",
  repo: "lumo",
  head: "0123456789abcdef0123456789abcdef01234567",
  pullRequest: 7,
  headBranch: { owner: "someone", repo: "lumo-fork", branch: "card" },
};
const comment = (report: Report): string => commentFace(report, CONTEXT);
const of = (files: Readonly<Record<string, FileOf>>, policy?: string): string =>
  comment(auditOf(files, policy === undefined ? {} : { policy }));

/** The addresses of the comment's links to a kind of page. */
const pages = (text: string, kind: "new" | "edit" | "upload" | "community"): URL[] =>
  Array.from(text.matchAll(/\]\((https:\/\/[^)\s]+)\)/g), ([, url]) => new URL(url ?? "")).filter(({ pathname }) =>
    pathname.startsWith(`/someone/lumo-fork/${kind}/`),
  );
const proposed = (text: string): (string | null)[] => pages(text, "new").map((url) => url.searchParams.get("filename"));

describe("what is missing", () => {
  it("is listed by class, the next one first and in the open, each with why it matters and a page to add it on", () => {
    const text = of(RELEASE);
    const next = text.indexOf("#### To reach Class III");
    const second = text.indexOf("<summary>Then, for Class II:");
    const first = text.indexOf("<summary>Then, for Class I:");
    expect([next > 0, second > next, first > second]).toEqual([true, true, true]);
    const line = text.split("\n").find((one) => one.startsWith("- ❌ **Data card**")) ?? "";
    expect(line).toContain("Who does not know the data cannot judge bias, rights or contamination.");
    expect(line).toContain(
      "**[Add DATA_CARD.md](https://github.com/someone/lumo-fork/new/card?filename=DATA_CARD.md&value=",
    );
  });

  it("comes with templates that say what the audit found already", () => {
    const url = pages(of(RELEASE), "new").find((one) => one.searchParams.get("filename") === "DATA_CARD.md");
    const value = url?.searchParams.get("value") ?? "";
    expect(value.split("\n")[0]).toBe("# Data card for lumo");
    expect(value).toContain("https://huggingface.co/datasets/acme-ai/lumo-corpus");
  });

  it("is uploaded where it is code", () => {
    expect(pages(of(RELEASE), "upload").length).toBeGreaterThan(0);
  });

  it("is changed where a file stands in the place already, whatever the case of its letters", () => {
    const text = of({ ...RELEASE, "data_card.md": "# Data card\n\nComing soon.\n" });
    expect(pages(text, "edit").map(({ pathname }) => pathname)).toEqual(["/someone/lumo-fork/edit/card/data_card.md"]);
    expect(proposed(text)).not.toContain("DATA_CARD.md");
  });

  it("is a license where there is none: GitHub's page for code, a notice for other works", () => {
    const bare = { ...RELEASE, LICENSE: { bytes: 10 } };
    const { LICENSE: _, ...rest } = bare;
    const files = { ...rest, "README.md": "# Lumo-7B\n\nLumo-7B is a language model.\n" };
    const text = of(files);
    expect(pages(text, "community").map((url) => url.searchParams.get("template"))).toContain("apache-2.0");
    expect(proposed(text)).toContain("LICENSE-MODEL.md");
    // A second LICENSE cannot be written: the notice for code has a name of its own.
    const beside = of({ ...files, LICENSE: "All rights reserved by nobody in particular, ask us.\n" });
    expect(pages(beside, "community")).toEqual([]);
  });

  it("has the MOF file and the citation file offered beside it, unless they are there", () => {
    expect(proposed(of(RELEASE))).toEqual(expect.arrayContaining(["mof.yml", "CITATION.cff"]));
    const there = of({ ...RELEASE, "mof.yml": "x: 1\n", "CITATION.cff": "cff-version: 1.2.0\n" });
    expect(proposed(there)).not.toContain("mof.yml");
    expect(proposed(there)).not.toContain("CITATION.cff");
  });

  it("is told in words alone where the branch's repository is gone", () => {
    const { headBranch: _, ...gone } = CONTEXT;
    const text = commentFace(auditOf(RELEASE), gone);
    expect(text).toContain("- ❌ **Data card**");
    expect(text).not.toMatch(/\/new\/|\/upload\//);
  });

  it("goes into the folder of the model that the report speaks for", () => {
    const inFolder = (folder: string) =>
      Object.fromEntries(Object.entries(RELEASE).map(([path, file]) => [`${folder}/${path}`, file]));
    const text = of(
      { ...inFolder("small"), ...inFolder("large"), "large/DATA_CARD.md": "# Data card\n\nSoon.\n" },
      "models:\n  - {name: Small, path: small}\n  - {name: Large, path: large}\n",
    );
    expect(proposed(text)).toContain("small/DATA_CARD.md");
  });

  it("is nothing where everything is there", () => {
    const text = comment(exampleReport({ components: everythingOpen(), report: { findings: [] } }));
    expect(text).not.toContain("To reach");
    expect(text).not.toContain("Then, for");
  });

  it.each(LANGUAGES)(
    "fits with all its addresses into one comment, each short enough for GitHub, in %s",
    (language) => {
      const name = "漢".repeat(60);
      const report = auditOf({ "README.md": "# Lumo\n\n[weights](https://huggingface.co/acme-ai/lumo)\n" }, { name });
      const long = { ...CONTEXT.headBranch, branch: `${"b".repeat(200)}/${"c".repeat(40)}` };
      const text = commentFace(
        { ...report, isModelRepository: true },
        { ...CONTEXT, headBranch: long, messages: messagesIn(language) },
      );
      expect(text.length).toBeLessThan(MAX_COMMENT);
      const urls = pages(text, "new");
      expect(urls.length).toBeGreaterThan(8);
      for (const { href } of urls) expect(href.length).toBeLessThanOrEqual(6_000);
      expect(text.split("\n").at(-1)).toContain("/pull/7/checks");
    },
  );
});
