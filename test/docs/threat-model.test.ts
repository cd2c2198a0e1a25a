/** Each claim of the threat model names a test, and that test is there. */
import { describe, expect, it } from "vitest";
import { cited, pageOf, titlesIn } from "./cited.ts";

const page = pageOf("docs/threat-model.md");
const rows = page.split("\n").filter((line) => /^\| (?!threat |---)/.test(line));
describe("the threat model", () => {
  it("has a test for each threat", () => {
    expect(rows.length).toBeGreaterThan(25);
    for (const row of rows) expect(cited(row).length, row).toBeGreaterThan(0);
  });

  it.each(cited(page))("%s has the test %j", (file, title) => {
    expect(titlesIn(file)).toContain(title);
  });
});
