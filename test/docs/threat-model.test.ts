/** Each claim of the threat model names a test, and that test is there. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");
const page = readFileSync(join(ROOT, "docs/threat-model.md"), "utf8");
const rows = page.split("\n").filter((line) => /^\| (?!threat |---)/.test(line));
const cited = (text: string): [string, string][] =>
  [...text.matchAll(/`(test\/[^`]+\.test\.ts)`: "([^"]+)"/g)].map(([, file, title]) => [file!, title!]);

/** Titles of the tests in a file, as they are written there. */
function titlesIn(file: string): string[] {
  const text = readFileSync(join(ROOT, file), "utf8");
  return [...text.matchAll(/^\s*(?:it|test)\b|\]\)\(|\)\(\s*$|\)\(/gm)].flatMap(({ index }) => {
    const quoted = /^[\s\S]{0,600}?"((?:[^"\\\n]|\\.)*)"/.exec(text.slice(index));
    return quoted === null ? [] : [quoted[1]!.replaceAll('\\"', '"')];
  });
}

describe("the threat model", () => {
  it("has a test for each threat", () => {
    expect(rows.length).toBeGreaterThan(25);
    for (const row of rows) expect(cited(row).length, row).toBeGreaterThan(0);
  });

  it.each(cited(page))("%s has the test %j", (file, title) => {
    expect(titlesIn(file)).toContain(title);
  });
});
