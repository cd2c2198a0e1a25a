/** SPDX as linked data: nothing of it is lost by its context, and SPDX's own shapes find nothing wrong. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatNamed } from "../../../src/report/formats/formats.ts";
import type { Report } from "../../../src/report/schema.ts";
import { auditOf } from "../../auditing.ts";
import { everythingOpen, exampleReport } from "../example.ts";
import { ATTACKS, HOSTILE_URLS, hostileReport } from "../hostile.ts";
import { anyReport } from "./arbitrary.ts";
import { RELEASE } from "./release.ts";
import { spdxShapeMistakes, triplesOf } from "./shapes.ts";

const CREATED = new Date("2026-11-24T09:30:12Z");
const spdx = (report: Report, released?: Date): string =>
  formatNamed("spdx")!.render(report, { created: CREATED, released });

describe("SPDX's shapes", () => {
  it.each<[string, Report]>([
    ["the example", exampleReport()],
    ["a complete release", exampleReport({ components: everythingOpen() })],
    ["an audited model", auditOf(RELEASE)],
    ["an empty repository", auditOf({})],
  ])("find nothing wrong with %s, released or not", async (_, report) => {
    expect(await spdxShapeMistakes(spdx(report))).toEqual([]);
    expect(await spdxShapeMistakes(spdx(report, CREATED))).toEqual([]);
  });

  it("find nothing wrong with what hostile repositories make of it", async () => {
    for (const [index, attack] of ATTACKS.entries())
      expect(
        await spdxShapeMistakes(spdx(hostileReport(attack, HOSTILE_URLS[index % HOSTILE_URLS.length]!))),
        attack.slice(0, 60),
      ).toEqual([]);
  });

  it("find nothing wrong, whatever the words and states are", () =>
    fc.assert(
      fc.asyncProperty(anyReport, async (report) => {
        expect(await spdxShapeMistakes(spdx(report, CREATED))).toEqual([]);
      }),
      { numRuns: 25 },
    ));

  it.each<[string, string, string, RegExp]>([
    ["a relationship without its end", '"relationshipType": "contains",', '"comment": "x",', /relationshipType/],
    [
      "a purpose that there is not",
      '"software_primaryPurpose": "model"',
      '"software_primaryPurpose": "spoon"',
      /primaryPurpose/,
    ],
    ["a version that is none", '"specVersion": "3.0.1"', '"specVersion": "three"', /specVersion/],
    ["a model that is supplied by a license", '"suppliedBy": "urn:uuid:', '"suppliedBy": "urn:nobody:', /suppliedBy/],
  ])("would tell %s", async (_, right, wrong, where) => {
    const text = spdx(exampleReport());
    expect(text).toContain(right);
    expect((await spdxShapeMistakes(text.replaceAll(right, wrong))).join("\n")).toMatch(where);
  });
});

describe("SPDX's context", () => {
  it("knows every name that is written: nothing is dropped on the way to triples", async () => {
    const text = spdx(exampleReport({ components: everythingOpen() }), CREATED);
    const triples = await triplesOf(text);
    const names = new Set(triples.map(({ predicate }) => predicate.value.split("/terms/")[1]));
    for (const name of ["AI/standardCompliance", "Dataset/datasetType", "Core/suppliedBy", "Software/packageVersion"])
      expect([...names]).toContain(name);
    await expect(triplesOf(text.replaceAll('"ai_standardCompliance"', '"ai_standard"'))).rejects.toThrow();
  });
});
