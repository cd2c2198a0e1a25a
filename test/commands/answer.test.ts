/** Answers as people see them; after a change that is meant, write them anew with `vitest run test/commands -u`. */
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerFace } from "../../src/commands/answer.ts";
import { RULE_NAMES } from "../../src/commands/explain-rule.ts";
import { fenced } from "../../src/commands/fence.ts";
import { answerMarker, isAnswerTo, refusalIn, refusalMarker } from "../../src/commands/marker.ts";
import { nearest } from "../../src/commands/nearest.ts";
import type { Asked } from "../../src/commands/parse.ts";
import { COMMANDS } from "../../src/commands/registry.ts";
import { FRAMEWORKS } from "../../src/frameworks/frameworks.ts";
import { LANGUAGES, messagesIn } from "../../src/messages/languages.ts";
import { FORMATS } from "../../src/report/formats/formats.ts";
import { jsonFace } from "../../src/report/json.ts";
import { MAX_COMMENT } from "../../src/report/limit.ts";
import { CONTEXT } from "../report/faces/drawn.ts";
import { type Situation, situations } from "../report/situations.ts";

const MARKER = answerMarker("IC_kwDOAA", 0);
const HEAD_BRANCH = { owner: "acme-ai", repo: "lumo", branch: "data-card" };
const en = situations("en");

function answer(asked: Asked, situation: Situation = en["class-three"]!, language: (typeof LANGUAGES)[number] = "en") {
  const { report, base } = situation;
  const created = new Date("2026-11-24T09:00:00Z");
  const messages = messagesIn(language);
  return answerFace(asked, { report, base, place: CONTEXT, messages, created, headBranch: HEAD_BRANCH }, MARKER);
}

describe.each(LANGUAGES)("in %s", (language) => {
  const all = situations(language);
  const asked: Readonly<Record<string, [Asked, string]>> = {
    help: [{ name: "help" }, "class-three"],
    unknown: [{ name: "unknown", argument: "explan" }, "class-three"],
    "explain-artifact": [{ name: "explain", argument: "data-card" }, "class-three"],
    "explain-rule": [{ name: "explain", argument: "license-sources-differ" }, "license-contradiction"],
    "explain-framework": [{ name: "explain", argument: "openwashing" }, "restricted-weights"],
    "explain-framework-rule": [{ name: "explain", argument: "openwashing-restricted" }, "restricted-weights"],
    "explain-evidence-rule": [{ name: "explain", argument: "network-in-source" }, "class-three"],
    "explain-nothing": [{ name: "explain", argument: "moddel-card" }, "class-three"],
    "explain-all": [{ name: "explain" }, "no-class"],
    mof: [{ name: "mof" }, "class-three"],
    diff: [{ name: "diff" }, "regression"],
    "diff-without-base": [{ name: "diff" }, "class-three"],
    export: [{ name: "export", argument: "badge" }, "class-three"],
    "export-nothing": [{ name: "export", argument: "spxd" }, "class-three"],
    "not-a-model": [{ name: "mof" }, "not-a-model"],
  };

  it.each(Object.keys(asked))("%s looks as it did", async (name) => {
    const [command, situation] = asked[name]!;
    const body = answer(command, all[situation]!, language);
    expect(body.startsWith(MARKER)).toBe(true);
    await expect(`${body}\n`).toMatchFileSnapshot(join(import.meta.dirname, "golden", `${name}.${language}.md`));
  });
});

describe("help", () => {
  it("tells of every command of the registry and every format", () => {
    const body = answer({ name: "help" });
    for (const { word } of COMMANDS) expect(body).toContain(`\`/openness${word === undefined ? "" : ` ${word}`}`);
    for (const { name } of FORMATS) expect(body).toContain(`\`${name}\``);
  });

  it("begins with the nearest command where one was mistyped", () => {
    expect(answer({ name: "unknown", argument: "hlep" })).toContain("Nearest: `/openness help`");
  });
});

describe("explain", () => {
  it.each(["data-card", "Data card", "DATA_CARD", "mof/data-card", "`data-card`"])("knows %s", (argument) => {
    expect(answer({ name: "explain", argument })).toContain("### Data card (`data-card`)");
  });

  it("knows every framework and rule, and what helps where one has a finding", () => {
    const declared = new Set(FRAMEWORKS.flatMap(({ rules }) => rules.map(({ id }) => id)));
    for (const argument of RULE_NAMES) {
      const body = answer({ name: "explain", argument });
      expect(body, argument).toContain(`\`${argument}\``);
      expect(body, argument).not.toContain("There is no artifact or rule");
    }
    for (const language of LANGUAGES) {
      const { rule, commands } = messagesIn(language);
      const helped = [...declared, ...Object.keys(commands.ruleHelp)];
      expect(Object.keys(rule).filter((name) => !helped.includes(name))).toEqual([]);
    }
  });

  it("tells how a rule of a framework came out, by artifact and place", () => {
    const [framework] = FRAMEWORKS;
    const [rule] = framework!.rules;
    const because = { because: "It came out so.", becauseSaid: { code: "no.such", values: [] } };
    const requirement = {
      id: rule!.id,
      verdict: "fail" as const,
      ...because,
      evidence: Array.from({ length: 12 }, (_, n): { path: string; lines: [number, number] } => ({
        path: `a${n}.md`,
        lines: [n + 1, n + 2],
      })),
      artifacts: [
        { id: "model-card" as const, verdict: "fail" as const },
        { id: "datasets" as const, verdict: "pass" as const },
      ],
    };
    const { id, title, version } = framework!;
    const { report } = en["class-three"]!;
    const frameworks = { [id]: { id, title, version, verdict: "fail" as const, requirements: [requirement] } };
    const body = answer(
      { name: "explain", argument: rule!.id },
      { ...en["class-three"]!, report: { ...report, frameworks } },
    );
    expect(body).toContain("- ❌ It came out so.\n  - ❌ Model card\n  - [a0.md:1-2](https://github.com/acme-ai/lumo/");
    expect(body).toContain("+2 more");
    expect(body).not.toMatch(/Datasets\n/);
  });

  it.each(["constructor", "__proto__", "toString", "results"])("knows nothing of %s", (argument) => {
    expect(answer({ name: "explain", argument })).toContain("There is no artifact or rule called");
  });

  it("tells what is declared, and nothing of the commit, where it could not be seen", () => {
    const { report } = en["class-three"]!;
    const context = { report, base: undefined, place: CONTEXT, messages: messagesIn("en"), created: new Date(0) };
    const unread = { ...context, unread: "the list was cut" };
    const body = answerFace({ name: "explain", argument: "model-card" }, unread, MARKER);
    expect(body).toContain("Model card (`model-card`)");
    expect(body).not.toContain("#### Here");
    for (const name of ["explain", "mof", "diff", "export"] as const)
      expect(answerFace({ name }, unread, MARKER)).toContain("Reason: the list was cut");
  });
});

describe("mof", () => {
  it("is the file in a fence, with a link to the page that adds it", () => {
    const body = answer({ name: "mof" });
    expect(body).toMatch(/```yaml\nframework:/);
    expect(body).toMatch(/\(https:\/\/github\.com\/acme-ai\/lumo\/new\/data-card\?filename=mof\.yml/);
  });
});

describe("mof of terms that were added to an open license", () => {
  it("claims no open name for them, and names the host that the repository is on", () => {
    const { report } = en["class-three"]!;
    const card = report.components["model-card"];
    const license = { ...card.license!, id: "Apache-2.0", open: false };
    const components = { ...report.components, "model-card": { ...card, openness: "restricted" as const, license } };
    const place = { ...CONTEXT, serverUrl: "https://git.example.org" };
    const context = { base: undefined, place, messages: messagesIn("en"), created: new Date(0) };
    const body = answerFace({ name: "mof" }, { ...context, report: { ...report, components } }, MARKER);
    expect(body).toMatch(/name: "Model card"\n {6}license: "LicenseRef-unknown"/);
    expect(body).toContain('repository: "https://git.example.org/acme-ai/lumo"');
  });
});

describe("export", () => {
  it.each(FORMATS.map(({ name }) => name))("answers with %s, or tells the command line that writes it", (argument) => {
    const body = answer({ name: "export", argument }, en["long-lists"]!);
    expect(body.length).toBeLessThanOrEqual(MAX_COMMENT);
    expect(body).toMatch(/The report as `[\w-]+`(?::\n\n`{3,}\w|[^\n]*\n\n```sh\nopenness audit acme-ai\/lumo@0123)/);
  });
});

describe("export of JSON that would not fit a comment", () => {
  const situation = en["class-three"]!;
  const finding = { rule: "r", level: "notice", message: "m".repeat(40), lines: [1, 1] as [number, number] } as const;
  const withFindings = (count: number): Situation => ({
    ...situation,
    report: { ...situation.report, findings: Array.from({ length: count }, () => ({ ...finding })) },
  });
  const drawn = (count: number): string => jsonFace(withFindings(count).report);

  it("is written without spaces where that makes it fit, and stays the same JSON", () => {
    const count = Array.from({ length: 60 }, (_, n) => n * 10).find((n) => drawn(n).length > 61_000)!;
    const body = answer({ name: "export", argument: "json" }, withFindings(count));
    const [, inside] = /```json\n([^\n]+)\n```/.exec(body)!;
    expect(JSON.parse(inside!)).toEqual(JSON.parse(drawn(count)));
    expect(body.length).toBeLessThanOrEqual(MAX_COMMENT);
  });

  it("gives way to the command line where it does not", () => {
    expect(answer({ name: "export", argument: "json" }, withFindings(2000))).toContain("```sh\nopenness audit");
  });

  it("keeps its lines where there is room", () => {
    expect(answer({ name: "export", argument: "badge" })).toContain('```json\n{\n  "schemaVersion": 1,');
  });
});

describe("what a person or a repository wrote", () => {
  it("never makes a mention, a link or HTML of an argument", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("explain", "export", "unknown") satisfies fc.Arbitrary<Asked["name"]>,
        fc.constantFrom("@octocat", "<b>", "[x](https://e.org)", "`<!--", "|#1|", "https://e.org", "\u202e"),
        fc.string({ unit: "binary", maxLength: 40 }),
        (name, nasty, more) => {
          const body = answer({ name, argument: `zz${nasty}${more}`.replaceAll(/[\r\n]/g, " ") });
          const outside = body.replace(MARKER, "").replaceAll(/`[^`\n]*`/g, "");
          expect(outside).not.toMatch(/@octocat|<b>|\]\(https:\/\/e|<!--|https:\/\/e\.org|\u202e/);
        },
      ),
    );
  });

  it("cannot end the fence that holds a file", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("`", "```", "````", "\n", "x", "~~~", " "), { maxLength: 60 }), (parts) => {
        const [fence = "", ...rest] = fenced(parts.join(""), "");
        const inside = rest.slice(0, -1).join("\n");
        expect(fence.length).toBeGreaterThanOrEqual(3);
        expect(inside).not.toContain(fence);
        expect(rest.at(-1)).toBe(fence);
      }),
    );
  });
});

describe("a marker", () => {
  it("names one command of one comment", () => {
    const body = `${answerMarker("IC_a", 1)}\n…`;
    expect(isAnswerTo(body, "IC_a", 1)).toBe(true);
    expect(isAnswerTo(body, "IC_a", 0)).toBe(false);
    expect(isAnswerTo(body, "IC_b", 1)).toBe(false);
    expect(isAnswerTo(`> ${body}`, "IC_a", 1)).toBe(false);
  });

  it("cannot be ended by an id", () => {
    expect(answerMarker("x --> @all", 0)).toBe("<!-- openness:answer v1 x..all -->");
  });

  it("of a refusal tells to whom and when", () => {
    const at = new Date("2026-11-24T09:00:00Z");
    expect(refusalIn(refusalMarker("IC_a", 7, at))).toEqual({ commentId: "IC_a", person: 7, at: at.getTime() });
    expect(refusalIn(answerMarker("IC_a", 0))).toBeUndefined();
  });
});

describe("the nearest names", () => {
  const names = ["data-card", "datasets", "model-card", "training-code"];

  it.each([
    ["datacard", ["data-card"]],
    ["dataset", ["datasets"]],
    ["traning-code", ["training-code"]],
    ["zzzzzzzz", []],
  ])("to %s are %j", (written, found) => {
    expect(nearest(written, names).slice(0, 1)).toEqual(found);
  });
});
