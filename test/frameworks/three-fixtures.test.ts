/** Every rule of every framework on a release that meets it, one that misses it, and one that misleads. */
import { describe, expect, it, test } from "vitest";
import type { Verdict } from "../../src/frameworks/framework.ts";
import { FRAMEWORKS } from "../../src/frameworks/frameworks.ts";
import { auditOf } from "../auditing.ts";
import type { Fixture } from "./three-changes.ts";
import { FIXTURES } from "./three-fixtures.ts";
import type { Files } from "./three-trees.ts";

const audited = new Map<Files, ReturnType<typeof auditOf>>();
function verdictOn(files: Files, framework: string, rule: string): Verdict | undefined {
  const report =
    audited.get(files) ?? auditOf(files, { name: "heron-7b", owner: "heron-lab", policy: "model: true\n" });
  audited.set(files, report);
  return report.frameworks[framework]?.requirements.find(({ id }) => id === rule)?.verdict;
}

describe.each(FRAMEWORKS)("$id", ({ id: framework, rules }) => {
  test.each(rules)("$id tells a release that passes, one that does not, and one that misleads", ({ id }) => {
    const fixtures = FIXTURES[id];
    expect(fixtures, `${id} needs three fixtures`).toBeDefined();
    const { passing, failing, misleading } = fixtures!;
    const on = ([files]: Fixture): Verdict | undefined => verdictOn(files, framework, id);
    expect({ passing: on(passing), failing: on(failing), misleading: on(misleading) }).toEqual({
      passing: passing[1],
      failing: failing[1],
      misleading: misleading[1],
    });
  });
});

describe("the fixtures", () => {
  const all = Object.values(FIXTURES);

  it("pass where they should, and nothing that fails or misleads into passing does", () => {
    expect(all.map(({ passing }) => passing[1])).toEqual(all.map(() => "pass"));
    expect(all.filter(({ failing }) => failing[1] === "pass")).toEqual([]);
  });

  it("are different releases", () => {
    for (const { passing, failing, misleading } of all) {
      expect(new Set([passing, failing, misleading].map(([files]) => JSON.stringify(files))).size).toBe(3);
    }
  });
});
