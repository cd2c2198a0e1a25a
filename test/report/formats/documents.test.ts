/** What docs/report.md and docs/formats.md say, held against the schemas. */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { verdictSchema } from "../../../src/report/formats/in-toto.ts";
import { reportSchema, SCHEMA_VERSION } from "../../../src/report/schema.ts";

const page = (name: string): string => readFileSync(new URL(`../../../docs/${name}`, import.meta.url), "utf8");

/** The names of all properties at any depth. */
function keysOf(schema: unknown, found = new Set<string>()): ReadonlySet<string> {
  if (typeof schema !== "object" || schema === null) return found;
  if ("properties" in schema) for (const key of Object.keys(schema.properties as object)) found.add(key);
  for (const part of Object.values(schema)) keysOf(part, found);
  return found;
}

/** The words in code letters of a page, without its examples. */
const codedWords = (text: string): ReadonlySet<string> =>
  new Set(
    [...text.replace(/^```[\s\S]*?^```$/gm, "").matchAll(/`([^`\n]{1,200})`/g)].flatMap(([, words]) =>
      words!.split(/[^A-Za-z0-9_]+/),
    ),
  );

describe("docs/report.md", () => {
  it("names every key that a report can hold, however deep", () => {
    const keys = [...keysOf(z.toJSONSchema(reportSchema, { io: "output" }))];
    expect(keys.length).toBeGreaterThan(80);
    const told = codedWords(page("report.md"));
    expect(keys.filter((key) => !told.has(key))).toEqual([]);
  });
});

describe("the published schemas", () => {
  it("are of the version that reports are written in", () => {
    const { properties } = JSON.parse(page("report.schema.json")) as {
      properties: { schemaVersion: { const: string } };
    };
    expect(properties.schemaVersion.const).toBe(SCHEMA_VERSION);
  });
});

describe("docs/formats.md", () => {
  it("names every key of the in-toto predicate", () => {
    const told = codedWords(page("formats.md"));
    expect(Object.keys(verdictSchema.shape).filter((key) => !told.has(key))).toEqual([]);
  });
});
