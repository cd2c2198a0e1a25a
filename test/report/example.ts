/** A whole report for the faces' tests: a model whose weights are restricted and whose data card is missing. */
import { ARTIFACT_IDS, type ArtifactId } from "../../src/evidence/artifacts/artifact.ts";
import { componentKind } from "../../src/frameworks/mof/catalogue.ts";
import { evaluateMof, mofVerdicts } from "../../src/frameworks/mof/evaluate.ts";
import { conclude } from "../../src/policy/conclude.ts";
import { DEFAULT_POLICY, type Policy } from "../../src/policy/policy.ts";
import { type ComponentReport, type Report, SCHEMA_VERSION } from "../../src/report/schema.ts";

export const COMMIT = "8d1f0a4c2b3e5f60718293a4b5c6d7e8f9012345";
const README_SHA = "1b2c3d4e5f60718293a4b5c6d7e8f90123456789";

export const ABSENT: ComponentReport = {
  presence: "absent",
  because: "The code defines a network.",
  evidence: [],
  license: null,
  openness: "unlicensed",
  verdict: "fail",
};

/** An artifact in the repository under an open license. */
export function open(path: string, id = "Apache-2.0", typeAppropriate = true): ComponentReport {
  return {
    presence: "in-repo",
    because: "The code defines a network.",
    evidence: [{ path, lines: [1, 40], sha: README_SHA, rule: "source-network" }],
    license: { id, open: true, restrictions: [], source: { path: "LICENSE" }, scope: "root", typeAppropriate },
    openness: "open",
    verdict: "pass",
  };
}

export const RESTRICTED_WEIGHTS: ComponentReport = {
  presence: "linked",
  because: "The code defines a network.",
  evidence: [
    {
      url: "https://huggingface.co/heron-lab/heron-7b",
      writtenAt: { path: "README.md", lines: [12, 12] },
      rule: "hub-model-linked",
    },
  ],
  license: {
    id: "LicenseRef-Heron-Community",
    open: false,
    restrictions: [
      {
        category: "noncommercial",
        freedoms: ["use"],
        quote: "You may use the Model for non-commercial purposes only.",
        lines: [8, 9],
      },
    ],
    source: { path: "MODEL_LICENSE", lines: [1, 40] },
    scope: "type",
    typeAppropriate: null,
  },
  openness: "restricted",
  verdict: "fail",
};

const COMPONENTS: Readonly<Partial<Record<ArtifactId, ComponentReport>>> = {
  "model-architecture": open("heron/modeling.py"),
  "model-parameters-final": RESTRICTED_WEIGHTS,
  "technical-report": open("docs/report.pdf", "CC-BY-4.0"),
  "evaluation-results": open("README.md"),
  "model-card": open("MODEL_CARD.md"),
  "training-code": open("train.py"),
  "inference-code": open("generate.py"),
  "supporting-libraries-and-tools": open("requirements.txt"),
};

export interface ExampleOptions {
  readonly components?: Readonly<Partial<Record<ArtifactId, ComponentReport>>>;
  readonly policy?: Partial<Policy>;
  readonly report?: Partial<Report>;
}

/** The report, with some artifacts, the policy or parts of the report replaced. */
export function exampleReport({ components: own = {}, policy: set = {}, report = {} }: ExampleOptions = {}): Report {
  const components = Object.fromEntries(
    ARTIFACT_IDS.map((id) => [id, own[id] ?? COMPONENTS[id] ?? ABSENT]),
  ) as Report["components"];
  const verdicts = mofVerdicts(components);
  for (const id of ARTIFACT_IDS) components[id] = { ...components[id], verdict: verdicts[id] };
  const mof = evaluateMof(components);
  const policy = { ...DEFAULT_POLICY, ...set };
  const isModelRepository = report.isModelRepository ?? true;
  const complete = report.subject?.complete ?? true;
  return {
    schemaVersion: SCHEMA_VERSION,
    tool: { name: "openness", version: "0.1.0", rules: "1" },
    subject: {
      source: "github",
      repository: { owner: "heron-lab", name: "heron" },
      commit: COMMIT,
      tree: "5d6e7f8091a2b3c4d5e6f708192a3b4c5d6e7f80",
      complete: true,
      blindSpots: [],
    },
    isModelRepository,
    isModelRepositoryBecause: "the README links the weights heron-lab/heron-7b",
    components,
    licenseFiles: [
      { path: "LICENSE", ids: ["Apache-2.0"], expression: "Apache-2.0", open: true, restrictions: [], scope: "all" },
      {
        path: "MODEL_LICENSE",
        ids: ["LicenseRef-Heron-Community"],
        expression: "LicenseRef-Heron-Community",
        open: false,
        restrictions: [],
        scope: "parameters",
      },
    ],
    mof: {
      ...mof,
      missingForNext: [...mof.missingForNext],
      mot: { ...mof.mot, differences: [...mof.mot.differences] },
    },
    frameworks: {},
    findings: [
      {
        rule: "open-claim",
        level: "warning",
        message: "The README calls the model open source; the license of its weights restricts use.",
        path: "README.md",
        lines: [3, 3],
      },
    ],
    policy: {
      source: null,
      target: policy.target ?? null,
      ...concludedBy(policy, { isModelRepository, components, class: mof.class, complete }),
    },
    ...report,
  };
}

function concludedBy(
  policy: Policy,
  outcome: Parameters<typeof conclude>[1],
): Pick<Report["policy"], "conclusion" | "met" | "reasons" | "reasonsSaid" | "language"> {
  const { conclusion, met, reasons, reasonsSaid } = conclude(policy, outcome);
  const language = policy.language === undefined ? {} : { language: policy.language };
  return { conclusion, met, reasons: [...reasons], reasonsSaid, ...language };
}

/** Every artifact in the repository and open: Class I. */
export const everythingOpen = (): Readonly<Record<ArtifactId, ComponentReport>> =>
  Object.fromEntries(ARTIFACT_IDS.map((id) => [id, open(`${id}.md`, openLicenseFor(id))])) as Record<
    ArtifactId,
    ComponentReport
  >;

const openLicenseFor = (id: ArtifactId): string =>
  ({ code: "Apache-2.0", data: "CDLA-Permissive-2.0", document: "CC-BY-4.0" })[componentKind(id).type];
