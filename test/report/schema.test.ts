import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { jsonFace } from "../../src/report/json.ts";
import { reportSchema } from "../../src/report/schema.ts";
import { everythingOpen, exampleReport } from "./example.ts";
import { hostileReport } from "./hostile.ts";

const schema = (name: string): object =>
  JSON.parse(readFileSync(new URL(`../../docs/${name}.schema.json`, import.meta.url), "utf8")) as object;
const ajv = new Ajv2020({ strict: false });
const isReport = ajv.compile(schema("report"));
const isPolicy = ajv.compile(schema("policy"));

describe("the report's published schema", () => {
  test.each([
    ["the example", exampleReport()],
    ["a complete release", exampleReport({ components: everythingOpen() })],
    ["a hostile repository", hostileReport("\u202e`|<!--", "javascript:alert(1)")],
  ])("%s fits it, and the zod schema", (_, report) => {
    const written: unknown = JSON.parse(jsonFace(report));
    expect(isReport(written), ajv.errorsText(isReport.errors)).toBe(true);
    expect(reportSchema.parse(written)).toEqual(written);
  });

  test.each([
    ["a class that there is not", (report: Report) => ({ ...report, mof: { ...report.mof, class: 4 } })],
    [
      "a component left out",
      ({ components: { datasets: _, ...components }, ...report }: Report) => ({ ...report, components }),
    ],
    ["another version", (report: Report) => ({ ...report, schemaVersion: "2.0.0" })],
  ])("%s does not", (_, spoil) => {
    const written: unknown = JSON.parse(JSON.stringify(spoil(exampleReport())));
    expect(isReport(written)).toBe(false);
    expect(reportSchema.safeParse(written).success).toBe(false);
  });
});

describe("the policy's published schema", () => {
  test.each([{}, { target: "III", fail: ["below-target"] }, { target: 2, artifacts: { datasets: ["data/**"] } }])(
    "takes what an owner types: %j",
    (policy) => {
      expect(isPolicy(policy), ajv.errorsText(isPolicy.errors)).toBe(true);
    },
  );

  test.each([{ target: 4 }, { fail: ["everything"] }, { targets: 3 }, { artifacts: { weights: "a" } }])(
    "refuses %j",
    (policy) => {
      expect(isPolicy(policy)).toBe(false);
    },
  );
});

type Report = ReturnType<typeof exampleReport>;
