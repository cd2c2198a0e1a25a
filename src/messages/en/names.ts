/** What things are called in English: classes, artifacts, states, restrictions, rules. */

export type ClassNumber = 1 | 2 | 3;
/** 0 where no class is reached. */
export type Level = 0 | ClassNumber;

export interface Count {
  readonly open: number;
  readonly of: number;
}

export const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
export const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

export const className = (level: Level): string => ["No class yet", "Class I", "Class II", "Class III"][level] ?? "";

const classTitle = (mofClass: ClassNumber): string =>
  ({ 1: "Class I · Open Science", 2: "Class II · Open Tooling", 3: "Class III · Open Model" })[mofClass];

/** Short names of the artifacts, for titles and lists. */
const artifact = {
  "model-architecture": "architecture",
  "model-parameters-final": "weights",
  "technical-report": "technical report",
  "evaluation-results": "evaluation results",
  "model-card": "model card",
  "data-card": "data card",
  "sample-model-outputs": "sample outputs",
  "training-code": "training code",
  "inference-code": "inference code",
  "evaluation-code": "evaluation code",
  "evaluation-data": "evaluation data",
  "supporting-libraries-and-tools": "supporting libraries",
  "research-paper": "research paper",
  datasets: "datasets",
  "data-preprocessing-code": "preprocessing code",
  "model-parameters-intermediate": "intermediate checkpoints",
  "model-metadata": "model metadata",
};

export type ArtifactName = keyof typeof artifact;

/** Names that head a row or a paragraph: the framework's own, exactly. */
const component: Record<ArtifactName, string> = {
  "model-architecture": "Model architecture",
  "model-parameters-final": "Model parameters (Final)",
  "technical-report": "Technical report",
  "evaluation-results": "Evaluation results",
  "model-card": "Model card",
  "data-card": "Data card",
  "sample-model-outputs": "Sample model outputs",
  "training-code": "Training code",
  "inference-code": "Inference code",
  "evaluation-code": "Evaluation code",
  "evaluation-data": "Evaluation data",
  "supporting-libraries-and-tools": "Supporting libraries and tools",
  "research-paper": "Research paper",
  datasets: "Datasets",
  "data-preprocessing-code": "Data preprocessing code",
  "model-parameters-intermediate": "Model parameters (Intermediate)",
  "model-metadata": "Model metadata",
};

/** How the outcome of one artifact is called, next to its symbol. */
const state = {
  open: "open",
  covered: "covered by the research paper",
  restricted: "restricted",
  unlicensed: "no license",
  unknown: "license unclear",
  absent: "missing",
  optional: "not provided (optional)",
  undetermined: "could not be checked",
};

/** One word for each reason, for titles. */
const titleWord = {
  restricted: "restricted",
  unlicensed: "unlicensed",
  unknown: "license unclear",
  absent: "missing",
  undetermined: "unchecked",
};

export type TitleReason = keyof typeof titleWord;

export const names = {
  className,
  classTitle,

  /** Items one after the other, without a word before the last. */
  enumerate: (items: readonly string[]): string => items.join(", "),
  /** Whole sentences one after the other. */
  join: (sentences: readonly string[]): string => sentences.join(" "),
  /** A name and what it has. */
  label: (name: string, value: string): string => `${name}: ${value}`,

  artifact,
  component,
  /** Artifacts whose translated name is not established: the framework's name stands beside it in the table. */
  besideEnglish: [] as readonly ArtifactName[],
  state,
  titleWord,

  /** Names of the rules that findings come from; a rule that is not listed is shown by its id. */
  rule: {
    "remote-missing": "Link leads to nothing",
    "remote-gated": "Linked artifact is not open to everybody",
    "remote-incomplete": "Linked artifact is not whole",
    "remote-license-differs": "Host states a stricter license",
    "models-undeclared": "Several models not declared",
    "model-folder-missing": "Folder of a model not found",
    "declared-license": "Declared license",
    "declared-not-found": "Declared artifact not found",
    "license-base-model": "The base model binds what is made of it",
    "license-limit-of-one": "A limit on one of several checkpoints",
    "license-contradiction": "Licenses contradict each other",
    "license-elsewhere": "License of another repository",
    "license-file-empty": "License file without a license",
    "license-family": "License without its version",
    "license-link-broken": "Broken link to a license",
    "license-not-read": "License file could not be read",
    "license-other": 'License called "other"',
    "license-pdf": "License only as a PDF",
    "license-policy": "Use policy that restricts",
    "license-sources-differ": "License sources differ",
    "license-terms-to-review": "Terms that a person should read",
    "license-text-missing": "License named, text not included",
    "mof-badge-class": "Badge above the evidence",
    "license-change": "License takes something away",
    "evaluation-numbers": "Numbers differ from the result files",
    "true-commands": "Commands run files that are not there",
    "openwashing-restricted": "Called open source, but restricted",
    "openwashing-weights-only": "Called open source, but weights only",
    "mof-claim-class": "MOF file above the evidence",
    "mof-claim-license": "MOF file names another license",
    "mof-claim-license-name": "License name in the MOF file",
    "mof-claim-not-found": "Listed in the MOF file, not found",
    "mof-claim-restricted": "Open in the MOF file, restricted as found",
    "mof-claim-unlicensed": "Licensed in the MOF file alone",
    "mof-file": "MOF file",
    "policy-proposed-invalid": "Proposed policy",
    "policy-invalid": "Policy",
  },

  /** What a license takes away, in words; what is not listed is shown by its category. */
  restriction: {
    noncommercial: "non-commercial use only",
    "research-only": "research use only",
    "no-production": "no use in production",
    "user-threshold": "a limit on users",
    "revenue-threshold": "a limit on revenue",
    "use-restrictions": "forbidden uses",
    "use-policy": "a policy of acceptable use",
    "field-of-use": "a limit on the field of use",
    territory: "not in every country",
    "no-training-others": "no training of other models",
    "no-sale": "no sale",
    "no-redistribution": "no passing on",
    "no-derivatives": "no changed versions",
    "no-reverse-engineering": "no study of how it works",
    "registration-required": "registration required",
    "permission-required": "permission required",
    revocable: "may be withdrawn or restricted later",
    branding: "imposed naming",
    "extra-terms": "added terms",
  },

  /** Why a license applies to an artifact, after "license by". */
  scope: {
    component: "component",
    type: "type",
    folder: "folder",
    distribution: "distribution",
    named: "name",
    host: "host",
  },

  /** What a license file covers. */
  covers: { all: "all", code: "code", parameters: "parameters", data: "data", documents: "documents" },

  /** How long a remedy takes. */
  effort: {
    minutes: "takes minutes",
    hours: "takes hours",
    days: "takes days",
    decision: "takes the owner's decision",
  },
};
