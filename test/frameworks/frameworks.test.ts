import { describe, expect, test } from "vitest";
import type { Framework, FrameworkRule, Material, Verdict } from "../../src/frameworks/framework.ts";
import { FRAMEWORKS, judge } from "../../src/frameworks/frameworks.ts";
import { FRAMEWORK_WORDS } from "../../src/messages/frameworks.ts";
import { messagesIn } from "../../src/messages/languages.ts";
import { say } from "../../src/messages/said.ts";

const rule = (id: string, verdict: Verdict, finding?: FrameworkRule["finding"], places = 1): FrameworkRule => ({
  id,
  title: id,
  asks: "",
  why: "",
  decides: "",
  remedy: "",
  effort: "minutes",
  references: [],
  ...(finding === undefined ? {} : { finding }),
  check: () => ({
    verdict,
    said: say("openwashing.noCalls"),
    evidence: Array.from({ length: places }, (_, index) => ({ path: "README.md", lines: [index + 1, index + 1] })),
  }),
});
const framework = (...rules: FrameworkRule[]): Framework => ({ id: "example", title: "Example", version: "1", rules });
// These rules look at nothing.
const MATERIAL = {} as Material;
const verdictOf = (...verdicts: Verdict[]): Verdict | undefined =>
  judge(MATERIAL, [framework(...verdicts.map((one, index) => rule(`rule-${index}`, one)))]).reports.example?.verdict;

describe("a framework's verdict", () => {
  test("is the worst of its rules, and what could not be looked at is no pass", () => {
    expect(verdictOf("pass", "fail", "undetermined")).toBe("fail");
    expect(verdictOf("pass", "undetermined", "warn")).toBe("undetermined");
    expect(verdictOf("pass", "warn")).toBe("warn");
    expect(verdictOf("not-applicable", "pass")).toBe("pass");
    expect(verdictOf("not-applicable")).toBe("not-applicable");
  });

  test("findings are of rules that are missed and that speak up, five lines at most", () => {
    const { findings } = judge(MATERIAL, [
      framework(
        rule("missed", "fail", "warning", 7),
        rule("silent", "fail"),
        rule("met", "pass", "warning"),
        rule("unseen", "undetermined", "warning"),
      ),
    ]);
    expect(findings.map(({ rule: id, lines }) => `${id} ${lines[0]}`)).toEqual(
      [1, 2, 3, 4, 5].map((n) => `missed ${n}`),
    );
  });
});

describe("declarations", () => {
  const rules = FRAMEWORKS.flatMap(({ rules: declared }) => declared);

  test("every rule has an id of its own and a source", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { references } of rules) expect(references.length).toBeGreaterThan(0);
  });

  test.each(["ja", "zh"] as const)("every framework and rule has its words in %s", (language) => {
    for (const { id, rules: declared } of FRAMEWORKS) {
      const words = FRAMEWORK_WORDS[language][id];
      expect(Object.keys(words?.rules ?? {})).toEqual(declared.map((one) => one.id));
      for (const texts of Object.values(words?.rules ?? {}))
        for (const text of Object.values(texts)) expect(text).toMatch(/\p{Script=Han}|\p{Script=Katakana}/u);
    }
  });

  test("every rule that makes findings has a name in each language", () => {
    for (const language of ["en", "ja", "zh"] as const)
      for (const { id, finding } of rules)
        if (finding !== undefined) expect(Object.keys(messagesIn(language).rule)).toContain(id);
  });
});
