/** Each line of the comparison names a test, and that test is there; every line has a cell for each program. */
import { describe, expect, it } from "vitest";
import { cited, pageOf, titlesIn } from "./cited.ts";

const page = pageOf("docs/comparison.md");
const rows = page.split("\n").filter((line) => line.startsWith("|") && !/^\| (?:\||---)/.test(line));

describe("the comparison", () => {
  it("has a test for each line, and a cell for each program", () => {
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows) {
      expect(cited(row).length, row).toBeGreaterThan(0);
      expect(row.split(" | "), row).toHaveLength(14);
    }
  });

  it.each(cited(page))("%s has the test %j", (file, title) => {
    expect(titlesIn(file)).toContain(title);
  });
});
