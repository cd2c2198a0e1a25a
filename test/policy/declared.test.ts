/** Where an owner says that artifacts are, and under which license: what of it counts. */
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { type FileOf, snapshotOf } from "../snapshot-of.ts";

const PATH = ".github/openness.yml";
const FILES: Readonly<Record<string, FileOf>> = { "README.md": "# Lumo\n", "data/train.csv": "a,b\n1,2\n" };
const audited = (artifacts: string, files = FILES) =>
  audit(snapshotOf(files), loadPolicy(`model: true\nartifacts:\n  datasets: ${artifacts}\n`, PATH));
const rules = ({ findings }: ReturnType<typeof audit>) =>
  findings.filter(({ rule }) => rule.startsWith("declared-")).map(({ rule, level }) => [rule, level]);

describe("a place", () => {
  it.each(["data/**", "{path: data/**}", "[{path: data/train.csv, license: CC-BY-4.0}]"])(
    "in the tree: %s",
    (place) => {
      expect(audited(place).components.datasets).toMatchObject({
        presence: "in-repo",
        evidence: [{ path: "data/train.csv" }],
      });
    },
  );

  it.each(["https://example.org/a", "{url: 'https://example.org/a'}"])("on a host: %s", (place) => {
    expect(audited(place).components.datasets).toMatchObject({ presence: "linked" });
  });

  it("that is not there is told, also where it looks like an address and is said to be a path", () => {
    expect(rules(audited("{path: nowhere/}"))).toEqual([["declared-not-found", "warning"]]);
    expect(rules(audited("{path: 'https://example.org/a'}"))).toEqual([["declared-not-found", "warning"]]);
  });

  it.each([
    "{url: 'javascript:alert(1)'}",
    "{license: MIT}",
    "{path: a, license: ''}",
    "{path: a, url: 'https://a.b'}",
  ])("of no form that is known is left out and told: %s", (place) => {
    const { policy, problems } = loadPolicy(`artifacts: {datasets: ${place}}`, PATH);
    expect(policy.artifacts).toEqual({});
    expect(problems).toMatchObject([{ line: 1 }]);
  });
});

describe("a declared license", () => {
  it("that nothing states is shown and does not count", () => {
    const report = audited("{path: data/**, license: CC-BY-4.0}");
    expect(report.components.datasets).toMatchObject({ license: null, openness: "unlicensed" });
    expect(rules(report)).toEqual([["declared-license", "notice"]]);
    expect(report.findings.map(({ message }) => message)).toContainEqual(
      expect.stringContaining("datasets is under CC-BY-4.0. That counts only once a document"),
    );
  });

  it("gives way to what is stated, and the difference is told", () => {
    const card = "---\nlicense: cc-by-nc-4.0\n---\n# Data\n\nThe data of Lumo.\n";
    const report = audited("{path: data/**, license: CC-BY-4.0}", {
      ...FILES,
      "data/README.md": card,
      "README.md": card,
    });
    expect(report.components.datasets.license?.id).toBe("CC-BY-NC-4.0");
    expect(report.components.datasets.openness).toBe("restricted");
    expect(rules(report)).toEqual([["declared-license", "warning"]]);
  });

  it("that is stated as well is not worth a word, under whatever name", () => {
    const card = "---\nlicense: cc-by-4.0\n---\n# Data\n\nThe data of Lumo.\n";
    const report = audited("{path: data/**, license: CC BY 4.0}", {
      ...FILES,
      "data/README.md": card,
      "README.md": card,
    });
    expect(report.components.datasets.license?.id).toBe("CC-BY-4.0");
    expect(rules(report)).toEqual([]);
  });
});
