/** What stands in the formats: that they say what the report says, and no more. */
import { describe, expect, it } from "vitest";
import { parseMofFile } from "../../../src/frameworks/mof/file.ts";
import { en } from "../../../src/messages/en.ts";
import { formatNamed } from "../../../src/report/formats/formats.ts";
import { compareMof, mofComparisonText } from "../../../src/report/formats/mof-compare.ts";
import { uuidOf } from "../../../src/report/formats/subject.ts";
import type { ComponentReport, Report } from "../../../src/report/schema.ts";
import { COMMIT, everythingOpen, exampleReport, open } from "../example.ts";
import { parseXml, type XmlElement } from "./xml-reader.ts";

const CREATED = new Date("2026-11-24T09:30:12Z");
const BLOB = `https://github.com/heron-lab/heron/blob/${COMMIT}`;
const UNSEEN: ComponentReport = {
  presence: "undetermined",
  because: "The tree was cut.",
  evidence: [],
  license: null,
  openness: "unlicensed",
  verdict: "undetermined",
};

type Json = Record<string, unknown>;
const written = (name: string, report: Report, released?: Date): string =>
  formatNamed(name)!.render(report, { created: CREATED, released });
const json = (name: string, report: Report, released?: Date): Json =>
  JSON.parse(written(name, report, released)) as Json;

describe("the Model Openness Tool file", () => {
  const text = written("mof", exampleReport());

  it("lists what is there by the exact names, with license and places, and the commit as version", () => {
    const { file, problems } = parseMofFile(text, "mof.yml");
    expect(problems).toEqual([]);
    expect(file).toMatchObject({ release: "heron", producer: "heron-lab", shape: "current" });
    expect(text).toContain(`version: "${COMMIT}"`);
    const byId = new Map(file!.components.map((one) => [one.id, one]));
    expect(byId.has("data-card")).toBe(false);
    expect(byId.get("model-parameters-final")).toMatchObject({
      name: "Model parameters (Final)",
      license: "LicenseRef-Heron-Community",
      licensePath: "MODEL_LICENSE",
      componentPath: "https://huggingface.co/heron-lab/heron-7b",
    });
    expect(text).toContain('huggingface: "https://huggingface.co/heron-lab/heron-7b"');
  });

  it("gives the license of the whole once, and no date that nobody said", () => {
    const { file } = parseMofFile(text, "mof.yml");
    expect(file!.license.distribution).toEqual({ name: "Apache-2.0", path: "LICENSE" });
    expect(file!.components.find(({ id }) => id === "training-code")!.license).toBeUndefined();
    expect(text.match(/date: /g)).toHaveLength(1);
  });

  it("quotes an address that must not be followed nowhere", () => {
    const component = { ...open("x"), evidence: [{ url: "javascript:alert(1)", rule: "r" }] };
    expect(written("mof", exampleReport({ components: { datasets: component } }))).not.toContain("javascript:");
  });
});

describe("a record that is compared with the evidence", () => {
  const record = (components: string, license = "{}"): ReturnType<typeof compareMof> => {
    const text = `framework: {name: Model Openness Framework, version: "1.0", date: "2024-12-15"}
release: {name: heron, producer: heron-lab, version: "1", license: ${license}, components: [${components}]}`;
    return compareMof(exampleReport({ components: { datasets: UNSEEN } }), parseMofFile(text, "r.yml").file!);
  };

  it("differs component by component, and what could not be looked at contradicts nothing", () => {
    const { differences } = record(
      "{name: Model architecture, license: Apache 2.0}, {name: Model parameters (Final), license: MIT}, {name: Data card, license: CC-BY-4.0}, {name: Datasets, license: unlicensed}",
    );
    expect(differences.filter(({ kind }) => kind !== "found-not-recorded")).toEqual([
      { id: "model-parameters-final", kind: "license", recorded: "MIT", found: "LicenseRef-Heron-Community" },
      { id: "data-card", kind: "recorded-not-found", recorded: "CC-BY-4.0" },
      { id: "datasets", kind: "undetermined", recorded: "no license" },
    ]);
    expect(differences.filter(({ kind }) => kind === "found-not-recorded").map(({ id }) => id)).toContain(
      "training-code",
    );
  });

  it("is told in lines, and agrees with itself", () => {
    const report = exampleReport();
    const own = compareMof(report, parseMofFile(written("mof", report), "mof.yml").file!);
    expect(own.differences).toEqual([]);
    expect(mofComparisonText(own)).toContain("17 of 17 components agree.");
    expect(mofComparisonText(record("{name: Data card, license: CC-BY-4.0}"))).toMatch(
      /^ {2}Data card +recorded \(CC-BY-4\.0\), not found$/m,
    );
  });
});

describe("CycloneDX", () => {
  const bom = json("cyclonedx", exampleReport());
  const { component } = bom.metadata as { component: Json };

  it("is about the model, with its package URL, license, places and class", () => {
    expect(component).toMatchObject({
      type: "machine-learning-model",
      name: "heron",
      version: COMMIT,
      purl: `pkg:github/heron-lab/heron@${COMMIT}`,
      licenses: [
        { license: { name: "LicenseRef-Heron-Community", acknowledgement: "concluded", url: `${BLOB}/MODEL_LICENSE` } },
      ],
      evidence: { occurrences: [{ location: "https://huggingface.co/heron-lab/heron-7b", line: 12 }] },
      modelCard: { properties: [{ name: "mof:class", value: "0" }, {}, {}] },
    });
    expect(component.properties).toContainEqual({ name: "mof:restriction", value: "noncommercial" });
  });

  it("says an SPDX identifier as such, a choice as an expression, and an unknown name as a name", () => {
    const licensed = (id: string): unknown => {
      const { components } = json("cyclonedx", exampleReport({ components: { datasets: open("data/a.csv", id) } }));
      return (components as Json[]).find((one) => one["bom-ref"] === "artifact-datasets")!.licenses;
    };
    expect(licensed("CC-BY-4.0")).toMatchObject([{ license: { id: "CC-BY-4.0" } }]);
    expect(licensed("MIT OR Apache-2.0")).toEqual([{ expression: "MIT OR Apache-2.0", acknowledgement: "concluded" }]);
    expect(licensed("LicenseRef-OpenMDW-1.1")).toMatchObject([{ license: { name: "LicenseRef-OpenMDW-1.1" } }]);
    expect(licensed("MIT OR <b>")).toMatchObject([{ license: { name: "MIT OR <b>" } }]);
  });

  it("attests each requirement, claims only what was seen, and refers to nothing that is not there", () => {
    const report = exampleReport({ components: { datasets: UNSEEN } });
    const { declarations } = json("cyclonedx", report) as {
      declarations: { attestations: { map: Json[] }[]; claims: Json[] };
    };
    const [{ map }] = declarations.attestations as [{ map: Json[] }];
    expect(map).toHaveLength(17);
    const of = (id: string): Json => map.find(({ requirement }) => requirement === `requirement-${id}`)!;
    expect(of("training-code")).toMatchObject({ claims: ["claim-training-code"], conformance: { score: 1 } });
    expect(of("data-card")).toMatchObject({ counterClaims: ["claim-data-card"], conformance: { score: 0 } });
    expect(of("datasets")).not.toHaveProperty("conformance");
    expect(of("datasets")).not.toHaveProperty("claims");
    const text = written("cyclonedx", report);
    const refs = [...text.matchAll(/"bom-ref": "([^"]+)"/g)].map(([, ref]) => ref!);
    expect(new Set(refs).size).toBe(refs.length);
    const used = [...text.matchAll(/"(?:target|assessor|requirement|ref)": "([^"]+)"/g)].map(([, ref]) => ref!);
    expect(used.filter((ref) => !refs.includes(ref))).toEqual([]);
  });

  it("has the serial number of its commit: the same again, another for another", () => {
    const other = exampleReport();
    const moved = { ...other, subject: { ...other.subject, commit: "0".repeat(40) } };
    expect(json("cyclonedx", exampleReport()).serialNumber).toBe(bom.serialNumber);
    expect(json("cyclonedx", moved).serialNumber).not.toBe(bom.serialNumber);
    // As Python's uuid.uuid5 gives it in the namespace of addresses.
    expect(uuidOf("http://www.example.com/")).toBe("fcde3c85-2270-590f-9e7c-ee003d65e0e2");
  });
});

describe("SPDX", () => {
  const graph = (report: Report, released?: Date): Json[] => json("spdx", report, released)["@graph"] as Json[];
  const typed = (elements: Json[], type: string): Json[] => elements.filter((one) => one.type === type);

  it("holds the model, its data and how they belong together, each under the license that was found", () => {
    const elements = graph(exampleReport({ components: everythingOpen() }));
    const [model] = typed(elements, "ai_AIPackage");
    expect(model).toMatchObject({ name: "heron", software_packageVersion: COMMIT, software_primaryPurpose: "model" });
    expect(model!.ai_standardCompliance).toEqual([expect.stringContaining("Class I ")]);
    expect(typed(elements, "dataset_DatasetPackage")).toHaveLength(2);
    const relations = typed(elements, "Relationship").map((one) => one.relationshipType);
    for (const type of ["trainedOn", "testedOn", "hasConcludedLicense", "hasDeclaredLicense", "hasDocumentation"])
      expect(relations).toContain(type);
  });

  it("claims the AI profile only with a date of release, and refers to nothing that is not there", () => {
    const profile = (released?: Date): unknown =>
      typed(graph(exampleReport(), released), "SpdxDocument")[0]!.profileConformance;
    expect(profile()).not.toContain("ai");
    expect(profile(new Date("2026-11-20"))).toContain("ai");
    const elements = graph(exampleReport());
    const ids = new Set(elements.map((one) => one.spdxId ?? one["@id"]));
    const used = elements.flatMap((one) => [
      one.from,
      one.subject,
      one.suppliedBy,
      ...((one.to ?? one.element ?? []) as unknown[]),
    ]);
    expect(used.filter((id) => id !== undefined && !ids.has(id))).toEqual([]);
  });
});

interface Sarif {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly {
        readonly ruleId: string;
        readonly ruleIndex: number;
        readonly level: string;
        readonly message: { readonly text: string };
        readonly locations: readonly [{ readonly physicalLocation: Json }];
        readonly partialFingerprints: Json;
      }[];
      readonly versionControlProvenance?: unknown;
    },
  ];
}

describe("SARIF", () => {
  const run = (report: Report) => (json("sarif", report) as unknown as Sarif).runs[0];

  it("has one result for each artifact that does not count and each finding, and none for what is fine", () => {
    const { results, tool } = run(exampleReport());
    const ids = results.map(({ ruleId }) => ruleId);
    expect(ids).toContain("mof/data-card");
    expect(ids).toContain("mof/model-parameters-final");
    expect(ids).toContain("finding/open-claim");
    expect(ids).not.toContain("mof/training-code");
    expect(ids).not.toContain("mof/model-metadata");
    for (const { ruleId, ruleIndex } of results) expect(tool.driver.rules[ruleIndex]!.id).toBe(ruleId);
    expect(run(exampleReport({ components: everythingOpen() })).results.map(({ ruleId }) => ruleId)).toEqual([
      "finding/open-claim",
    ]);
  });

  it("helps with every kind of finding that there is: by a framework's declaration, or by what to do", () => {
    const findings = Object.keys(en.rule).map((rule) => ({ rule, level: "warning" as const, message: "m" }));
    expect(findings.length).toBeGreaterThan(20);
    const { rules } = run(exampleReport({ report: { findings } })).tool.driver as unknown as {
      rules: { id: string; help: { text: string; markdown: string } }[];
    };
    const kinds = rules.filter(({ id }) => id.startsWith("finding/"));
    expect(kinds).toHaveLength(findings.length);
    expect(kinds.filter(({ help }) => !help.text.includes("\nWhat to do: ")).map(({ id }) => id)).toEqual([]);
    expect(kinds.filter(({ help }) => !help.markdown.includes("**What to do.** ")).map(({ id }) => id)).toEqual([]);
  });

  it("tells a restricted license where it is stated, a missing artifact at the README", () => {
    const of = (id: string) =>
      run(exampleReport()).results.find(({ ruleId }) => ruleId === id)!.locations[0].physicalLocation;
    expect(of("mof/model-parameters-final")).toMatchObject({
      artifactLocation: { uri: "MODEL_LICENSE" },
      region: { startLine: 1, endLine: 40 },
    });
    expect(of("mof/data-card")).toMatchObject({ artifactLocation: { uri: "README.md" }, region: { startLine: 1 } });
  });

  it("keeps an alert the same while lines move, and tells two alike apart", () => {
    const finding = { rule: "license-link-broken", level: "warning" as const, message: "Broken.", path: "a b#[1].md" };
    const prints = (line: number) =>
      run(
        exampleReport({
          report: {
            findings: [
              { ...finding, lines: [line, line] },
              { ...finding, lines: [line + 1, line + 1] },
            ],
          },
        }),
      ).results.filter(({ ruleId }) => ruleId.startsWith("finding/"));
    expect(prints(3).map((one) => one.partialFingerprints)).toEqual(prints(9).map((one) => one.partialFingerprints));
    expect(new Set(prints(3).map((one) => JSON.stringify(one.partialFingerprints))).size).toBe(2);
    expect(prints(3)[0]!.locations[0].physicalLocation).toMatchObject({
      artifactLocation: { uri: "a%20b%23%5B1%5D.md" },
    });
  });

  it("says which commit it is about, and lets no words of a repository become a link or leave the tree", () => {
    expect(run(exampleReport()).versionControlProvenance).toEqual([
      { repositoryUri: "https://github.com/heron-lab/heron", revisionId: COMMIT, mappedTo: { uriBaseId: "%SRCROOT%" } },
    ]);
    const [result] = run(
      exampleReport({
        report: { findings: [{ rule: "r", level: "notice", message: "[x](https://evil.example) {0}", path: "../x" }] },
      }),
    ).results.slice(-1);
    expect(result!.message.text).toBe("\\[x\\](https://evil.example) {{0}}");
    expect(result!.locations[0].physicalLocation).toMatchObject({ artifactLocation: { uri: "README.md" } });
  });
});

describe("the in-toto statement", () => {
  it("is about the commit, about the tree where nothing was committed, and about the report where neither is known", () => {
    const subject = (commit: string | null, tree: string): unknown => {
      const report = exampleReport();
      const [one] = json("in-toto", { ...report, subject: { ...report.subject, commit, tree } }).subject as Json[];
      return one!.digest;
    };
    expect(subject(COMMIT, "0".repeat(40))).toEqual({ gitCommit: COMMIT });
    expect(subject(null, "0".repeat(40))).toEqual({ gitTree: "0".repeat(40) });
    expect(subject("x", "y")).toEqual({ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it("holds the verdict on every artifact", () => {
    const { predicate, predicateType } = json("in-toto", exampleReport());
    expect(predicateType).toBe("urn:openness:verdict:v1");
    expect(predicate).toMatchObject({
      mof: { class: 0, toolClass: 0 },
      artifacts: { "model-parameters-final": { presence: "linked", openness: "restricted", verdict: "fail" } },
    });
  });
});

describe("the badge", () => {
  const message = (report: Report): unknown => json("badge", report).message;

  it("says the class, and does not say no where nobody could look", () => {
    const whole = everythingOpen();
    expect(message(exampleReport({ components: whole }))).toBe("Class I · Open Science");
    expect(message(exampleReport())).toBe("no class yet");
    expect(message(exampleReport({ components: { ...whole, "model-parameters-final": UNSEEN } }))).toBe(
      "could not be checked",
    );
    expect(message(exampleReport({ report: { isModelRepository: false } }))).toBe("not a model repository");
  });
});

describe("JUnit", () => {
  const cases = (report: Report): readonly XmlElement[] => parseXml(written("junit", report)).children[0]!.children;
  const outcome = (report: Report, name: string): string | undefined =>
    cases(report).find(({ attributes }) => attributes.name === name)!.children[0]?.name;

  it("skips what is missing, and fails what the policy demands", () => {
    const free = exampleReport();
    const strict = exampleReport({ policy: { target: 3, fail: ["below-target"] } });
    expect(cases(free)).toHaveLength(18);
    expect([outcome(free, "Training code"), outcome(free, "Data card"), outcome(free, "Policy")]).toEqual([
      undefined,
      "skipped",
      undefined,
    ]);
    expect([outcome(strict, "Data card"), outcome(strict, "Policy")]).toEqual(["failure", "failure"]);
    expect(outcome(strict, "Evaluation code")).toBe("skipped");
    const { attributes } = parseXml(written("junit", strict));
    expect(attributes).toMatchObject({ tests: "18", failures: "3", errors: "0" });
  });
});
