import { describe, expect, test } from "vitest";
import { LANGUAGES, messagesIn } from "../../../src/messages/languages.ts";
import { differenceBetween } from "../../../src/report/difference/difference.ts";
import { isHarsher, licenseChangeOf } from "../../../src/report/difference/license-change.ts";
import { differenceLines } from "../../../src/report/difference/lines.ts";
import type { ComponentReport } from "../../../src/report/schema.ts";
import { auditOf } from "../../auditing.ts";
import { MODEL } from "../../e2e/stage.ts";
import { ABSENT, exampleReport, open, RESTRICTED_WEIGHTS } from "../example.ts";

const under = (id: string): ComponentReport => open("train.py", id);
const restricted = (id: string, categories: readonly string[]): ComponentReport => ({
  ...under(id),
  openness: "restricted",
  license: {
    ...under(id).license!,
    open: false,
    restrictions: categories.map((category) => ({
      category,
      freedoms: ["use"],
      quote: `about ${category}`,
      lines: [3, 4],
    })),
  },
});
const unlicensed: ComponentReport = { ...under("MIT"), license: null, openness: "unlicensed" };
const unnamed: ComponentReport = {
  ...under("MIT"),
  openness: "unknown",
  license: { ...under("MIT").license!, id: null, open: null },
};
const kindOf = (before: ComponentReport, after: ComponentReport) => licenseChangeOf(before, after)?.kind;

describe("a license becomes harsher", () => {
  test("where limits come, and the clauses that bring them are told", () => {
    const change = licenseChangeOf(
      under("Apache-2.0"),
      restricted("LicenseRef-Heron", ["noncommercial", "use-policy"]),
    );
    expect(change).toMatchObject({
      kind: "more-restrictive",
      categories: ["noncommercial", "use-policy"],
      clauses: [{ quote: "about noncommercial", lines: [3, 4] }, { quote: "about use-policy" }],
    });
  });

  test("where a limit comes to others that were there, though neither license is open", () => {
    const before = restricted("LicenseRef-Heron", ["user-threshold"]);
    expect(
      licenseChangeOf(before, restricted("LicenseRef-Heron", ["user-threshold", "no-training-others"])),
    ).toMatchObject({
      kind: "more-restrictive",
      categories: ["no-training-others"],
    });
  });

  test("where a policy of use comes and nothing else", () => {
    expect(kindOf(under("MIT"), restricted("LicenseRef-Heron", ["use-policy"]))).toBe("policy-added");
  });

  test("where no license is left, or none to patents", () => {
    expect(kindOf(under("MIT"), unlicensed)).toBe("grant-removed");
    expect(kindOf(under("Apache-2.0"), under("MIT"))).toBe("grant-removed");
  });

  test("where copyleft reaches farther", () => {
    expect(kindOf(under("MIT"), under("GPL-3.0-only"))).toBe("more-conditions");
    expect(kindOf(under("GPL-3.0-only"), under("AGPL-3.0-only"))).toBe("more-conditions");
    expect(kindOf(under("CC-BY-4.0"), under("CC-BY-SA-4.0"))).toBe("more-conditions");
  });

  test("where it cannot be named any more", () => {
    expect(kindOf(under("MIT"), unnamed)).toBe("unclear");
  });

  test("where a license file covers less", () => {
    const before = exampleReport();
    const file = { path: "LICENSE", ids: ["MIT"], expression: "MIT", open: true, restrictions: [], scope: "all" };
    const narrowed = { ...before, licenseFiles: [{ ...file, scope: "code" }] };
    const [change] = differenceBetween({ ...before, licenseFiles: [file] }, narrowed).licenses;
    expect(change).toMatchObject({ kind: "scope-narrowed", of: { file: "LICENSE" } });
    expect(differenceBetween(narrowed, { ...before, licenseFiles: [file] }).licenses).toEqual([]);
  });
});

describe("a license does not become harsher", () => {
  test.each([
    [
      "a stated license where there was none",
      unlicensed,
      restricted("LicenseRef-Heron", ["noncommercial"]),
      "less-restrictive",
    ],
    ["limits that go", RESTRICTED_WEIGHTS, restricted("LicenseRef-Heron-Community", []), "less-restrictive"],
    ["an open one in a restricted one's place", RESTRICTED_WEIGHTS, under("MIT"), "less-restrictive"],
    ["copyleft that goes", under("GPL-3.0-only"), under("Apache-2.0"), "less-restrictive"],
    ["a patent grant that comes", under("MIT"), under("Apache-2.0"), "other"],
    ["terms that are not known", under("MIT"), under("Artistic-2.0"), "other"],
  ])("by %s", (_, before, after, kind) => {
    const change = licenseChangeOf(before, after)!;
    expect(change.kind).toBe(kind);
    expect(isHarsher(change)).toBe(false);
  });

  test("and nothing is said where it is the same, or where the artifact came, went or was not seen", () => {
    expect(licenseChangeOf(under("MIT"), under("MIT"))).toBeUndefined();
    expect(licenseChangeOf(ABSENT, restricted("LicenseRef-Heron", ["noncommercial"]))).toBeUndefined();
    expect(licenseChangeOf(under("MIT"), ABSENT)).toBeUndefined();
    expect(licenseChangeOf(under("MIT"), { ...unlicensed, presence: "undetermined" })).toBeUndefined();
  });
});

describe("a release whose license file is replaced", () => {
  const text = "Use of the model for commercial purposes is prohibited. You may use it for research only.\n";
  const before = auditOf(Object.fromEntries(Object.entries(MODEL).map(([path, file]) => [path, String(file)])));
  const files = Object.fromEntries(Object.entries(MODEL).map(([path, file]) => [path, String(file)]));
  const after = auditOf({ ...files, LICENSE: `${files.LICENSE ?? ""}\n${text}` });

  test.each(LANGUAGES)("is called out first, with its clause and place, in %s", (language) => {
    const place = { owner: "lab", repo: "heron", head: "a".repeat(40), serverUrl: undefined };
    const lines = differenceLines(differenceBetween(before, after), { messages: messagesIn(language), place });
    const first = lines.findIndex((line) => line.startsWith("- ⚠️ **"));
    expect(first).toBeGreaterThanOrEqual(0);
    expect(lines[first]).toContain(`/blob/${"a".repeat(40)}/LICENSE`);
    expect(lines[first + 1]).toMatch(/^ {2}- [“「].*(?:commercial|research).*LICENSE/);
    expect(lines.slice(0, first).every((line) => line.includes("**"))).toBe(true);
  });

  test("is told once for all artifacts, wherever the license before was stated", () => {
    const [change, ...more] = differenceBetween(before, after).licenses;
    expect(change?.of).toEqual({
      artifacts: ["model-architecture", "model-parameters-final", "evaluation-results", "model-card"],
    });
    expect(more).toEqual([]);
  });
});
