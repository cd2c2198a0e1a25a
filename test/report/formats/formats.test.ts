/** Every format on every report: valid by its publisher's schema, the same each time, and never an exception. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { evaluateCommand } from "../../../src/frameworks/mof/evaluate-command.ts";
import { parseMofFile } from "../../../src/frameworks/mof/file.ts";
import { NEWER } from "../../../src/report/formats/cyclonedx/licenses.ts";
import { FORMATS, formatNamed } from "../../../src/report/formats/formats.ts";
import { verdictSchema } from "../../../src/report/formats/in-toto.ts";
import { type Report, reportSchema } from "../../../src/report/schema.ts";
import { knownOf } from "../../../src/report/templates/known.ts";
import { mofFile } from "../../../src/report/templates/mof-file.ts";
import { auditOf } from "../../auditing.ts";
import { everythingOpen, exampleReport } from "../example.ts";
import { ATTACKS, HOSTILE_URLS, hostileReport } from "../hostile.ts";
import { anyReport } from "./arbitrary.ts";
import { RELEASE } from "./release.ts";
import { isCycloneDx, isMof, isSarif, isSpdx, isVerdict, mistakes } from "./validators.ts";
import { parseXml } from "./xml-reader.ts";

const CONTEXT = { created: new Date("2026-11-24T09:30:12.345Z"), released: new Date("2026-11-20T00:00:00Z") };
const render = (name: string, report: Report): string => formatNamed(name)!.render(report, CONTEXT);

const REPORTS: readonly (readonly [string, Report])[] = [
  ["the example", exampleReport()],
  ["a complete release", exampleReport({ components: everythingOpen() })],
  ["an audited model", auditOf(RELEASE)],
  ["an empty repository", auditOf({})],
  ["a policy that is not met", auditOf(RELEASE, { policy: "target: I\nfail: [below-target]\n" })],
  ["a tree that was cut", auditOf(RELEASE, { complete: false })],
  ...ATTACKS.map(
    (attack, index) => [`attack ${index}`, hostileReport(attack, HOSTILE_URLS[index % HOSTILE_URLS.length]!)] as const,
  ),
];

const HTML_ELEMENTS = new Set(
  "html head meta title style body header main section h1 h2 h3 p dl dt dd ul li strong span a code table caption thead tbody tr th td blockquote".split(
    " ",
  ),
);
const HTML_ATTRIBUTES = new Set("lang charset http-equiv content name class aria-label scope href rel".split(" "));

/** What a format must be, by its own reader. */
const CHECKS: Readonly<Record<string, (text: string, report: Report) => void>> = {
  text: (text) => expect(text).toContain("\n"),
  json: (text, report) => expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(report))),
  markdown: (text) => expect(new MarkdownIt({ html: true }).render(text)).not.toMatch(/<script/i),
  html: (text) => {
    const tags = [...text.matchAll(/<\/?([a-z0-9]+)((?:"[^"]*"|[^>"])*)>/gi)];
    const names = new Set(tags.map(([, name]) => name!.toLowerCase()));
    expect([...names].filter((name) => !HTML_ELEMENTS.has(name))).toEqual([]);
    const attributes = tags.flatMap(([, , own]) => [...own!.matchAll(/([\w-]+)="([^"]*)"/g)]);
    expect([...new Set(attributes.map(([, name]) => name!))].filter((name) => !HTML_ATTRIBUTES.has(name))).toEqual([]);
    const links = attributes.filter(([, name]) => name === "href").map(([, , address]) => address!);
    expect(links.filter((address) => !/^https?:\/\//.test(address))).toEqual([]);
  },
  mof: (text, report) => {
    expect(mistakes(isMof, parse(text))).toEqual([]);
    expect(parseMofFile(text, "mof.yml").problems).toEqual([]);
    const [evaluated] = evaluateCommand([{ file: "mof.yml", text }]);
    const { class: reached, label, progress } = report.mof.mot;
    expect(evaluated).toEqual({ file: "mof.yml", class: reached, label, progress });
  },
  cyclonedx: (text) => expect(mistakes(isCycloneDx, JSON.parse(text))).toEqual([]),
  spdx: (text) => expect(mistakes(isSpdx, JSON.parse(text))).toEqual([]),
  sarif: (text) => expect(mistakes(isSarif, JSON.parse(text))).toEqual([]),
  "in-toto": (text) => {
    const { predicate } = JSON.parse(text) as { predicate: unknown };
    expect(verdictSchema.parse(predicate)).toEqual(predicate);
    expect(mistakes(isVerdict, predicate)).toEqual([]);
  },
  junit: (text) => expect(parseXml(text).name).toBe("testsuites"),
  badge: (text) => {
    const badge = JSON.parse(text) as Record<string, unknown>;
    expect(badge).toEqual({
      schemaVersion: 1,
      label: expect.stringMatching(/./),
      message: expect.stringMatching(/./),
      color: expect.stringMatching(/^[0-9a-f]{6}$/),
    });
  },
  svg: (text) => {
    const svg = parseXml(text);
    expect(svg.attributes).toMatchObject({ role: "img", "aria-label": expect.stringMatching(/: ./) });
  },
};

const FORMAT_NAMES = FORMATS.map(({ name }) => name);

describe("the formats", () => {
  it("have each a check here", () => {
    expect(Object.keys(CHECKS).toSorted()).toEqual(FORMAT_NAMES.toSorted());
  });

  it.each(FORMAT_NAMES)("%s is valid for reports of all kinds, and ends with one line break", (name) => {
    for (const [, report] of REPORTS) {
      const text = render(name, report);
      CHECKS[name]!(text, report);
      expect(text).toMatch(/[^\n]\n$/);
      expect(text.isWellFormed()).toBe(true);
    }
  });

  it("are drawn of reports at random that are reports", () => {
    fc.assert(
      fc.property(anyReport, (report) => {
        expect(reportSchema.safeParse(JSON.parse(JSON.stringify(report))).error).toBeUndefined();
      }),
      { numRuns: 50 },
    );
  });

  it.each(FORMAT_NAMES)("%s is valid and the same twice, whatever the words and states are", (name) => {
    fc.assert(
      fc.property(anyReport, (report) => {
        const text = render(name, report);
        CHECKS[name]!(text, report);
        expect(render(name, structuredClone(report))).toBe(text);
      }),
      { numRuns: name === "spdx" || name === "cyclonedx" ? 60 : 150 },
    );
  });

  it("the file that the App offers to commit claims no class above that which was computed", () => {
    const order = [0, 3, 2, 1];
    fc.assert(
      fc.property(anyReport, (report) => {
        const text = mofFile.write(knownOf(report), report);
        expect(mistakes(isMof, parse(text))).toEqual([]);
        const [evaluated] = evaluateCommand([{ file: "mof.yml", text }]) as unknown as [{ class: number }];
        expect(order.indexOf(evaluated.class)).toBeLessThanOrEqual(order.indexOf(report.mof.mot.class));
      }),
      { numRuns: 60 },
    );
    const whole = exampleReport({ components: everythingOpen() });
    const text = mofFile.write(knownOf(whole), whole);
    expect(evaluateCommand([{ file: "mof.yml", text }])).toMatchObject([{ class: 1 }]);
  });

  it("differ where the report does, and say the time that they were given", () => {
    const [one, other] = [exampleReport(), exampleReport({ components: everythingOpen() })];
    for (const name of FORMAT_NAMES) expect(render(name, one), name).not.toBe(render(name, other));
    for (const name of ["cyclonedx", "spdx", "sarif", "in-toto", "html"])
      expect(render(name, one), name).toContain("2026-11-24T09:30:12Z");
    expect(render("mof", one)).toContain('date: "2026-11-20"');
  });
});

describe("the official schemas", () => {
  it.each([
    ["cyclonedx", isCycloneDx, '"bomFormat": "CycloneDX"', '"bomFormat": "Cyclone"'],
    ["spdx", isSpdx, '"specVersion": "3.0.1"', '"specVersion": "three"'],
    ["sarif", isSarif, '"version": "2.1.0"', '"version": "2.0"'],
  ])("would refuse a wrong %s", (name, validate, right, wrong) => {
    const text = render(name, exampleReport());
    expect(text).toContain(right);
    expect(mistakes(validate, JSON.parse(text.replace(right, wrong)))).not.toEqual([]);
  });

  it("know every license identifier that is written as one", () => {
    const listed = JSON.parse(
      readFileSync(new URL("../../../src/license/data/spdx-ids.generated.json", import.meta.url), "utf8"),
    ) as { ids: readonly (readonly [string])[] };
    const { enum: known } = JSON.parse(
      readFileSync(new URL("../../../fixtures/schemas/spdx.schema.json", import.meta.url), "utf8"),
    ) as { enum: readonly string[] };
    const all = new Set(known);
    expect(listed.ids.map(([id]) => id).filter((id) => !all.has(id))).toEqual([...NEWER]);
  });
});
