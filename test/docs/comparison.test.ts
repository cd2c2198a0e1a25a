/** The comparison says nothing without showing it: a test for Openness, a place that anybody can read for the other programs. */
import { describe, expect, it } from "vitest";
import { addressOf, cell as cellSchema, NOTHING, type Program, readComparison, UNKNOWN } from "../../.ci/comparison.ts";
import { generate } from "../../.ci/generators/comparison.ts";
import { cited, pageOf, titlesIn } from "./cited.ts";

const PAGE = "docs/comparison.md";
const page = pageOf(PAGE);
const { programs, tables } = readComparison();
const rows = tables.flatMap((table) => table.rows);

const program = (id: string): Program => programs.find((one) => one.id === id)!;

describe("the comparison", () => {
  it("is the page that its data make", async () => {
    expect((await generate()).get(PAGE)).toBe(page);
  });

  it("has a cell for each program on each line, and none for another", () => {
    expect(programs).toHaveLength(11);
    expect(rows.length).toBeGreaterThan(30);
    for (const { point, others } of rows) expect(Object.keys(others), point).toEqual(programs.map(({ id }) => id));
  });

  it("says each point once", () => {
    expect(new Set(rows.map(({ point }) => point)).size).toBe(rows.length);
  });

  it("looked at nearly all of it", () => {
    const cells = rows.flatMap(({ others }) => Object.values(others));
    expect(cells.filter((cell) => cell === UNKNOWN).length).toBeLessThanOrEqual(cells.length / 50);
  });

  it("links every word about another program to where it was read", () => {
    const lines = page.split("\n").filter((text) => text.split(" | ").length === 14 && /^\| [^|-]/.test(text));
    expect(lines).toHaveLength(rows.length);
    for (const line of lines) {
      const [, , , ...cells] = line.replace(/^\| | \|$/g, "").split(" | ");
      for (const cell of cells) {
        if (cell === NOTHING || cell === UNKNOWN) continue;
        expect(cell, line).toMatch(/^\[[^\]]{1,90}\]\[[a-z0-9-]{1,40}\](?: \[[²³]\]\[[a-z0-9-]{1,40}\]){0,2}$/);
        for (const [, name] of cell.matchAll(/\]\[([a-z0-9-]{1,40})\]/g))
          expect(page).toContain(`\n[${name}]: https://`);
      }
    }
  });

  it.each(programs.map(({ id, name }) => [name, id]))("reads %s at full commits of its own repositories", (_, id) => {
    const own = program(id).repositories.map(({ name }) => name);
    const addresses = rows.flatMap(({ others }) => {
      const cell = others[id]!;
      return typeof cell === "string" ? [] : cell.read.map((source) => addressOf(program(id), source));
    });
    expect(addresses.length).toBeGreaterThan(3);
    for (const address of addresses) {
      const { host, pathname } = new URL(address);
      if (host !== "github.com") {
        expect(program(id).documentation).toContain(host);
        continue;
      }
      const [, owner, repository, kind, at] = pathname.split("/");
      expect(own).toContain(`${owner}/${repository}`);
      expect(at, address).toMatch(kind === "issues" ? /^\d{1,7}$/ : /^[0-9a-f]{40}$/);
    }
  });

  it.each(cited(page))("%s has the test %j", (file, title) => {
    expect(titlesIn(file)).toContain(title);
  });

  it("names a test on every line", () => {
    expect(cited(page).map(([, title]) => title)).toEqual(rows.map(({ test }) => test.title));
  });
});

describe("a source", () => {
  const zizmor = program("zizmor");

  it("is a file at the commit of its program, or at the one it names", () => {
    const [{ name, commit }] = zizmor.repositories as [{ name: string; commit: string }];
    expect(addressOf(zizmor, "docs/usage.md#L1-L2")).toBe(
      `https://github.com/${name}/blob/${commit}/docs/usage.md#L1-L2`,
    );
    expect(addressOf(zizmor, `${name}@${"a".repeat(40)}:docs/usage.md`)).toBe(
      `https://github.com/${name}/blob/${"a".repeat(40)}/docs/usage.md`,
    );
  });

  it("is a public thread of its program", () => {
    expect(addressOf(zizmor, "#12")).toBe("https://github.com/zizmorcore/zizmor/issues/12");
  });

  it.each([
    ["another program's file", "dcoapp/app:index.js"],
    ["a branch, which moves", "zizmorcore/zizmor@main:docs/usage.md"],
    ["a page of somebody else", "https://example.com/zizmor"],
    ["a way out of the repository", "../other/docs/usage.md#L1 "],
    ["nothing", ""],
  ])("is not %s", (_, source) => {
    expect(() => addressOf(zizmor, source)).toThrow("zizmor: ");
  });
});

describe("a cell", () => {
  it("says where it was read", () => {
    expect(cellSchema.safeParse({ says: "none", read: "index.js#L1" }).success).toBe(true);
    expect(cellSchema.safeParse({ says: "none" }).success).toBe(false);
    expect(cellSchema.safeParse({ says: "none", read: [] }).success).toBe(false);
    expect(cellSchema.safeParse("none").success).toBe(false);
  });

  it("is not empty, and breaks no table", () => {
    for (const says of ["", "one | two", "[here](https://example.com)", "one\ntwo"])
      expect(cellSchema.safeParse({ says, read: "index.js#L1" }).success, says).toBe(false);
  });
});
