/** What the documents say, held against what is so. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { audit } from "../../src/audit.ts";
import { ARTIFACT_IDS } from "../../src/evidence/artifacts/artifact.ts";
import { MAX_READ_BYTES, MAX_READS, selectReads } from "../../src/evidence/files/select.ts";
import { SUBSCRIPTIONS } from "../../src/intake.ts";
import { type ComponentType, isOpen, isTypeAppropriate } from "../../src/license/catalogue.ts";
import { normalizeLicenseName } from "../../src/license/names.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { policySchema } from "../../src/policy/policy.ts";
import { allRows } from "../../src/report/rows.ts";
import { component, reportSchema } from "../../src/report/schema.ts";
import { titleOf } from "../../src/report/verdict.ts";
import { takeSnapshot } from "../../src/snapshot/snapshot.ts";
import { openSource } from "../../src/snapshot/source.ts";
import { bundledMaterial } from "../demo/material.ts";
import { manifest } from "../e2e/stage.ts";

const ANY = expect.anything();
const ROOT = join(import.meta.dirname, "../..");
const read = (path: string): string => readFileSync(join(ROOT, path), "utf8");
const PAGES = [
  "README.md",
  "CONTRIBUTING.md",
  "CHANGELOG.md",
  ...readdirSync(join(ROOT, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];

/** The rows of the table whose head starts with these cells, in the order of the page. */
function table(page: string, ...head: readonly string[]): string[][] {
  const lines = read(page).split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${head.join(" | ")}`));
  if (start < 0) throw new Error(`${page} has no table ${head.join(", ")}`);
  const end = lines.findIndex((line, index) => index > start && !line.startsWith("|"));
  return lines.slice(start + 2, end).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const coded = (text: string): string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, code]) => code!);
const fenced = (page: string, language: string): string[] =>
  [...read(page).matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)]
    .filter(([, info]) => info === language)
    .map(([, , text]) => text!);

describe("the README", () => {
  it("names each permission with its level and exactly the events that it brings", () => {
    const told = table("README.md", "permission", "events it brings").map(([permission, events]) => {
      const [name, level] = permission!.split(": ");
      return [name!.replaceAll(" ", "_"), level, coded(events!).toSorted()];
    });
    const events = (name: string): string[] => {
      const needs = name === "metadata" ? undefined : name;
      const all = SUBSCRIPTIONS.filter((one) => one.needs === needs).map(({ event }) => event.split(".")[0]!);
      return [...new Set(all)].toSorted();
    };
    const { default_permissions: asked } = manifest();
    expect(told.toSorted()).toEqual(
      Object.entries(asked)
        .map(([name, level]) => [name, level, events(name)])
        .toSorted(),
    );
  });

  it("shows the verdict and the rows of the demo as they are", async () => {
    const { git, head, owner, name } = await bundledMaterial();
    onTestFinished(() => git.remove());
    const { port } = await openSource(git.directory, { rev: head, github: undefined });
    const report = audit(await takeSnapshot(port, selectReads), loadPolicy(null, `${owner}/${name}`));
    const [shown] = fenced("README.md", "");
    expect(shown).toContain(titleOf(report));
    const rows = allRows(report).filter((row) => shown!.includes(`\n  ${row.kind.name} `));
    expect(rows.length).toBeGreaterThan(5);
    for (const { component, kind, word } of rows) {
      const line = shown!.split("\n").find((one) => one.startsWith(`  ${kind.name} `))!;
      expect(line, kind.name).toContain(` ${word} `);
      const id = component.license?.id;
      if (id) expect(line).toContain(` ${id} `);
      const [first] = component.evidence;
      if (first?.path !== undefined)
        expect(line).toContain(first.lines ? `${first.path}:${first.lines[0]}` : first.path);
    }
  });

  it("says how much is read of a commit", () => {
    expect(read("README.md")).toContain(`at most ${MAX_READS} of the files (${MAX_READ_BYTES / 1024 / 1024} MB)`);
  });
});

describe("the documents", () => {
  it("explain every key of the policy, every demand, and every default", () => {
    const rows = table("docs/configuration.md", "key", "value", "default");
    expect(rows.map(([key]) => coded(key!)[0])).toEqual(Object.keys(policySchema.shape));
    const demands = table("docs/configuration.md", "in `fail`").map(([name]) => coded(name!)[0]);
    expect(demands.toSorted()).toEqual(policySchema.shape.fail.unwrap().element.options.toSorted());
    const defaults = policySchema.parse({});
    const told = new Map(rows.map(([key, , value]) => [coded(key!)[0]!, coded(value!)[0]]));
    for (const key of ["comment", "drafts"] as const) expect(told.get(key)).toBe(String(defaults[key]));
  });

  it.each(["README.md", "docs/configuration.md"])("%s shows policies without a mistake", (page) => {
    const examples = fenced(page, "yaml");
    expect(examples.length).toBeGreaterThan(0);
    for (const example of examples) expect(loadPolicy(example, ".github/openness.yml").problems).toEqual([]);
  });

  it("explain every key of the report and of its artifacts", () => {
    const keys = (...head: string[]): (string | undefined)[] =>
      table("docs/report.md", ...head).map(([key]) => coded(key!)[0]);
    expect(keys("key", "what it holds").toSorted()).toEqual(Object.keys(reportSchema.shape).toSorted());
    expect(keys("key", "values").toSorted()).toEqual(Object.keys(component.shape).toSorted());
    const page = read("docs/artifacts.md");
    for (const id of ARTIFACT_IDS) expect(page, id).toContain(`\`${id}\``);
  });

  it("tell truly where the Model Openness Tool judges a license otherwise", () => {
    const judged = (id: string, type: ComponentType) =>
      (["mot", "mof"] as const).flatMap((profile) => [isOpen(id, profile), isTypeAppropriate(id, type, profile)]);
    const rows = new Map(
      table("docs/licenses.md", "license", "Model Openness Tool").map(([name, ...rest]) => [name, rest]),
    );
    // Row, type, identifiers; then open and type-appropriate, by the tool and here.
    const outcomes: readonly [string, ComponentType, readonly string[], readonly unknown[]][] = [
      ["BSD, MPL, GPL", "code", ["BSD-2-Clause", "BSD-3-Clause", "MPL-2.0", "GPL-3.0-only"], [true, false, true, true]],
      ["CC-BY-4.0, CC-BY-SA", "data", ["CC-BY-4.0", "CC-BY-SA-4.0", "CC0-1.0"], [true, false, true, true]],
      ["CC-BY-4.0, CC-BY-SA", "data", ["ODC-By-1.0", "ODbL-1.0"], [true, false, true, true]],
      ["PDDL-1.0", "data", ["PDDL-1.0"], [false, ANY, true, true]],
      ["OpenMDW-1.1", "code", ["OpenMDW-1.1"], [false, false, true, true]],
      ["C-UDA-1.0", "data", ["C-UDA-1.0"], [false, true, null, false]],
      ["O-UDA-1.0", "data", ["O-UDA-1.0", "etalab-2.0"], [false, ANY, true, true]],
      ["MulanPSL-1.0", "code", ["MulanPSL-1.0"], [false, true, true, ANY]],
      ["MulanPSL-1.0", "document", ["CC-PDDC"], [false, true, true, ANY]],
      ["CC-BY-4.0 on code", "code", ["CC-BY-4.0"], [true, false, true, false]],
      ["Apache-2.0 or MIT", "data", ["Apache-2.0", "MIT"], [true, false, true, false]],
    ];
    for (const [row, type, ids, outcome] of outcomes) {
      expect(
        [...rows.keys()].some((name) => name?.startsWith(row)),
        row,
      ).toBe(true);
      for (const id of ids) expect(judged(id, type), id).toEqual(outcome);
    }
    for (const name of ["Apache 2.0", "BSD-3"]) {
      expect(isOpen(name, "mot"), name).toBe(false);
      expect(isOpen(normalizeLicenseName(name)?.id ?? "", "mof"), name).toBe(true);
    }
    // What is not about one identifier is tested where it is decided.
    const known = [...outcomes.map(([row]) => row), "names such as", "arXiv", "several licenses"];
    for (const name of rows.keys())
      expect(
        known.some((row) => name?.startsWith(row)),
        name,
      ).toBe(true);
  });

  it("name scripts, files and settings that exist", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const settings = read(".env.example");
    for (const page of PAGES) {
      const text = read(page);
      for (const [, script] of text.matchAll(/npm run (?:-s )?([a-z]+)/g))
        expect(scripts, page).toHaveProperty(script!);
      for (const [, target] of text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g))
        expect(() => statSync(join(ROOT, dirname(page), target!)), `${page}: ${target}`).not.toThrow();
      if (page === "CHANGELOG.md") continue;
      for (const [, name] of text.matchAll(/`([A-Z]+(?:_[A-Z]+)+)(?:=[^`]*)?`/g))
        expect(settings, `${page}: ${name}`).toContain(`${name}=`);
    }
  });
});
