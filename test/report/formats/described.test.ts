/** What card, hosts and frameworks say of a model, in the places that bills of materials have for it. */
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { RemoteFact } from "../../../src/evidence/remote/fact.ts";
import { formatNamed } from "../../../src/report/formats/formats.ts";
import type { ComponentReport, Report } from "../../../src/report/schema.ts";
import { auditOf } from "../../auditing.ts";
import { exampleReport, open } from "../example.ts";
import { RELEASE } from "./release.ts";
import { isCycloneDx, isMof, mistakes } from "./validators.ts";

type Json = Record<string, unknown>;
const CREATED = new Date("2026-11-24T09:30:12Z");
const json = (name: string, report: Report, released?: Date): Json =>
  JSON.parse(formatNamed(name)!.render(report, { created: CREATED, released })) as Json;

const DESCRIPTION: NonNullable<Report["modelDescription"]> = {
  task: "text-generation",
  library: "transformers",
  languages: ["en", "no"],
  baseModels: ["heron-lab/heron-1b", "a model in a drawer"],
  architectureFamily: "llama",
  architecture: "LlamaForCausalLM",
  metrics: [
    { metric: "accuracy", value: "61.2", dataset: "MMLU" },
    { metric: "f1", value: "0.5" },
  ],
  emissions: { grams: 5_200_000, activity: "training", hardware: "512 x A100" },
  statements: [
    { topic: "model-description", text: "Heron is a model.", path: "README.md", lines: [3, 4] },
    { topic: "intended-use", text: "For birds.", path: "README.md", lines: [5, 6] },
    { topic: "out-of-scope-use", text: "Storks.", path: "README.md", lines: [7, 8] },
    { topic: "limitations", text: "Often wrong.", path: "README.md", lines: [9, 10] },
    { topic: "ethics", text: "May disturb nests.", path: "README.md", lines: [11, 12] },
    { topic: "training-data", text: "Letters about birds.", path: "README.md", lines: [13, 14] },
  ],
};
const described = exampleReport({ report: { modelDescription: DESCRIPTION } });

const HOST: RemoteFact = {
  kind: "hf-dataset",
  id: "heron-lab/birds",
  host: "huggingface.co",
  url: "https://huggingface.co/datasets/heron-lab/birds",
  state: "verified",
  reason: "proven",
  checkedAt: "2026-11-24T09:00:00Z",
  revision: "abc123",
};
const linkedData = (...remotes: readonly (RemoteFact | undefined)[]): ComponentReport => ({
  ...open("x", "CDLA-Permissive-2.0"),
  presence: "linked",
  evidence: remotes.map((remote, index) => ({
    url: `${HOST.url}-${index}`,
    rule: "dataset-linked",
    ...(remote === undefined ? {} : { remote }),
  })),
});

describe("the model card in CycloneDX", () => {
  const { component } = json("cyclonedx", described).metadata as { component: Json };
  const card = component.modelCard as Record<string, Json>;

  it("holds task, architecture, results, uses, limits, risks and emissions that the card states", () => {
    expect(component).toMatchObject({
      description: "Heron is a model.",
      pedigree: { ancestors: [{ name: "heron-lab/heron-1b", purl: "pkg:huggingface/heron-lab/heron-1b" }, {}] },
    });
    expect(card.modelParameters).toEqual({
      task: "text-generation",
      architectureFamily: "llama",
      modelArchitecture: "LlamaForCausalLM",
    });
    expect(card.quantitativeAnalysis).toEqual({
      performanceMetrics: [
        { type: "accuracy", value: "61.2", slice: "MMLU" },
        { type: "f1", value: "0.5" },
      ],
    });
    expect(card.considerations).toEqual({
      useCases: ["For birds."],
      technicalLimitations: ["Often wrong.", "Out of scope: Storks."],
      ethicalConsiderations: [{ name: "May disturb nests." }],
      environmentalConsiderations: {
        properties: [
          { name: "openness:co2eq-tonnes", value: "5.2" },
          { name: "openness:activity", value: "training" },
          { name: "openness:hardware", value: "512 x A100" },
        ],
      },
    });
    expect(card.properties).toContainEqual({ name: "openness:stated-in", value: "limitations: README.md:9-10" });
  });

  it("claims none of it where the card says nothing", () => {
    const { component: plain } = json("cyclonedx", exampleReport()).metadata as { component: Json };
    expect(plain).not.toHaveProperty("description");
    expect(plain).not.toHaveProperty("pedigree");
    expect(Object.keys(plain.modelCard as Json)).toEqual(["bom-ref", "properties"]);
  });

  it("names the data of training and evaluation, and what their host said", () => {
    const bom = json(
      "cyclonedx",
      exampleReport({ components: { datasets: linkedData(HOST), "evaluation-data": open("e") } }),
    );
    const { component: model } = bom.metadata as { component: Json };
    expect((model.modelCard as Record<string, Json>).modelParameters).toEqual({
      datasets: [{ ref: "artifact-evaluation-data" }, { ref: "artifact-datasets" }],
    });
    expect(JSON.stringify(bom.components)).toContain("huggingface.co: verified on 2026-11-24, revision abc123");
  });
});

describe("the AI package in SPDX", () => {
  const graph = (report: Report): Json[] => json("spdx", report)["@graph"] as Json[];
  const of = (report: Report, type: string): Json[] => graph(report).filter((one) => one.type === type);

  it("holds what the card states of use, training, limits and results", () => {
    const [model] = of(described, "ai_AIPackage");
    expect(model).toMatchObject({
      description: "Heron is a model.",
      ai_domain: ["text-generation"],
      ai_typeOfModel: ["llama", "LlamaForCausalLM"],
      ai_informationAboutApplication: "For birds. Out of scope: Storks.",
      ai_informationAboutTraining: "Letters about birds.",
      ai_limitation: "Often wrong. May disturb nests.",
      ai_metric: [
        { type: "DictionaryEntry", key: "MMLU: accuracy", value: "61.2" },
        { type: "DictionaryEntry", key: "f1", value: "0.5" },
      ],
    });
    const bases = of(described, "software_Package").map(({ name }) => name);
    expect(bases).toEqual(["heron-lab/heron-1b", "a model in a drawer"]);
    expect(of(exampleReport(), "ai_AIPackage")[0]).not.toHaveProperty("ai_limitation");
  });

  it.each<[string, ComponentReport, string | undefined]>([
    ["a host proved that anybody can have them", linkedData(HOST), "directDownload"],
    ["they lie in the repository", open("data/birds.csv"), undefined],
    ["a click opens the gate", linkedData({ ...HOST, state: "gated", reason: "gate-automatic" }), "clickthrough"],
    ["a person opens the gate", linkedData({ ...HOST, state: "gated", reason: "gate-manual" }), "registration"],
    ["nobody was asked", linkedData(undefined), undefined],
    ["one of two places was not asked", linkedData(HOST, undefined), undefined],
    ["the host could not be asked", linkedData({ ...HOST, state: "unknown", reason: "no-answer" }), undefined],
  ])("says how data can be had only where it is known: %s", (_, datasets, availability) => {
    const [data] = of(exampleReport({ components: { datasets } }), "dataset_DatasetPackage");
    expect(data!.dataset_datasetAvailability).toBe(availability);
  });
});

describe("the type of a model in a Model Openness Tool file", () => {
  it.each([
    ["text-generation", "language"],
    ["text-to-image", "image"],
    ["image-text-to-text", "multimodal"],
    ["reinforcement-learning", ""],
    ["constructor", ""],
  ])("of the task %s is %j", (task, type) => {
    const text = formatNamed("mof")!.render(exampleReport({ report: { modelDescription: { task } } }), {
      created: CREATED,
    });
    const file: unknown = parse(text);
    expect(file).toMatchObject({ release: { type } });
    expect(mistakes(isMof, file)).toEqual([]);
  });
});

describe("frameworks beside the class", () => {
  const audited = auditOf(RELEASE);
  const { declarations, definitions } = json("cyclonedx", audited) as {
    declarations: { attestations: { summary: string; map: Json[] }[] };
    definitions: { standards: { name: string; requirements: Json[] }[] };
  };

  it("are standards with their requirements and attestations in CycloneDX, each by its own reference", () => {
    expect(Object.keys(audited.frameworks).length).toBeGreaterThan(3);
    expect(definitions.standards.map(({ name }) => name)).toContain("Open Source AI Definition 1.0");
    expect(declarations.attestations).toHaveLength(definitions.standards.length);
    const known = definitions.standards.flatMap(({ requirements }) => requirements.map((one) => one["bom-ref"]));
    const used = declarations.attestations.flatMap(({ map }) => map.map(({ requirement }) => requirement));
    expect(new Set(known).size).toBe(known.length);
    expect(used.toSorted()).toEqual(known.toSorted());
  });

  it("give what could not be told neither conformance nor lack of it", () => {
    const verdicts = Object.values(audited.frameworks).flatMap(({ requirements }) =>
      requirements.map((one) => one.verdict),
    );
    const open = verdicts.filter((verdict) => verdict === "undetermined").length;
    expect(open).toBeGreaterThan(0);
    const maps = declarations.attestations.slice(1).flatMap(({ map }) => map);
    expect(maps.filter((one) => "confidence" in one && !("conformance" in one))).toHaveLength(open);
  });

  it("are in the in-toto statement by verdict and version", () => {
    const { predicate } = json("in-toto", audited) as { predicate: { frameworks: Record<string, unknown> } };
    const { version, verdict } = audited.frameworks.osaid!;
    expect(predicate.frameworks.osaid).toEqual({ version, verdict });
  });
});

describe("several models", () => {
  const weights = { lfs: 13_476_835_328 };
  const report = auditOf(
    {
      LICENSE: "Apache License\nVersion 2.0, January 2004\n",
      "one/README.md": "---\npipeline_tag: text-generation\n---\n# One\n",
      "one/config.json": '{"architectures": ["OneForCausalLM"], "model_type": "one"}',
      "one/model.safetensors": weights,
      "two/config.json": '{"architectures": ["TwoForCausalLM"], "model_type": "two"}',
      "two/model.safetensors": weights,
    },
    { policy: "target: III\nfail: [below-target]\nmodels:\n  - {name: one, path: one}\n  - {name: two, path: two}\n" },
  );

  it("are each a component with class and card in CycloneDX, and an AI package in SPDX", () => {
    const bom = json("cyclonedx", report);
    expect(mistakes(isCycloneDx, bom)).toEqual([]);
    const models = (bom.components as Json[]).filter((one) => one.type === "machine-learning-model");
    expect(models.map(({ name }) => name)).toEqual(["one", "two"]);
    expect(models.map(({ modelCard }) => (modelCard as { modelParameters: Json }).modelParameters)).toMatchObject([
      { modelArchitecture: "OneForCausalLM" },
      { modelArchitecture: "TwoForCausalLM" },
    ]);
    const [whole] = bom.dependencies as { dependsOn: string[] }[];
    expect(whole!.dependsOn).toEqual(expect.arrayContaining(["model-1", "model-2"]));
    const packages = (json("spdx", report)["@graph"] as Json[]).filter((one) => one.type === "ai_AIPackage");
    expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(["one", "two"]));
    expect(packages.find(({ name }) => name === "two")).not.toHaveProperty("ai_domain");
  });

  it("have each their results in SARIF, which stay apart", () => {
    const [run] = json("sarif", report).runs as { results: Json[] }[];
    const cards = run!.results.filter(({ ruleId }) => ruleId === "mof/data-card");
    expect(cards.map(({ message }) => (message as { text: string }).text.slice(0, 4))).toEqual(["one:", "two:"]);
    expect(new Set(cards.map((one) => JSON.stringify(one.partialFingerprints))).size).toBe(2);
  });

  it("have each a suite in JUnit, and fail where the policy is not met", () => {
    const text = formatNamed("junit")!.render(report, { created: CREATED });
    expect(
      [...text.matchAll(/<testsuite name="([^"]+)" tests="(\d+)"/g)].map(([, name, count]) => [name, count]),
    ).toEqual([
      [expect.stringMatching(/: one$/), "18"],
      [expect.stringMatching(/: two$/), "18"],
    ]);
    expect(text).toContain('<testsuites name="openness" tests="36"');
    expect(report.policy.met).toBe(false);
    expect(Number(/ failures="(\d+)"/.exec(text)![1])).toBeGreaterThan(2);
  });

  it("are each in the in-toto statement, with class and whether the policy is met", () => {
    const { predicate } = json("in-toto", report) as { predicate: { models: Json[] } };
    expect(predicate.models).toMatchObject([
      { name: "one", path: "one", mof: { class: 0 }, met: false },
      { name: "two", path: "two", mof: { class: 0 }, met: false },
    ]);
    expect(json("in-toto", exampleReport()).predicate).not.toHaveProperty("models");
  });
});

describe("a statement to be signed", () => {
  it("says by which policy, at which commit, and how many failures the owner accepts", () => {
    const report = exampleReport();
    const policy = {
      ...report.policy,
      sources: [{ path: "heron-lab/.github/openness.yml", commit: "c0ffee" }],
      waivers: [
        { artifact: "datasets" as const, reason: "r", state: "applied" as const },
        { artifact: "data-card" as const, reason: "r", state: "expired" as const },
      ],
    };
    const { predicate } = json("in-toto", { ...report, policy }) as { predicate: Json };
    expect(predicate.policy).toMatchObject({
      sources: [{ path: "heron-lab/.github/openness.yml", commit: "c0ffee" }],
      waivers: 1,
    });
  });
});
