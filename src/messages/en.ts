/**
 * The sentences that people read, in English. Other languages are records of the same type (`Messages`). Sentences are
 * plain text: each face escapes them, so that words from a repository cannot become markup.
 */

type ClassNumber = 1 | 2 | 3;
type Level = 0 | ClassNumber;

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

/** "a", "a and b", "a, b and c". */
const list = (items: readonly string[]): string =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

const className = (level: Level): string => ["No class yet", "Class I", "Class II", "Class III"][level] ?? "";

const classTitle = (mofClass: ClassNumber): string =>
  ({ 1: "Class I · Open Science", 2: "Class II · Open Tooling", 3: "Class III · Open Model" })[mofClass];

interface Count {
  readonly open: number;
  readonly of: number;
}

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

type ArtifactName = keyof typeof artifact;

/** One word for each reason, for titles. */
const titleWord = {
  restricted: "restricted",
  unlicensed: "unlicensed",
  unknown: "license unclear",
  absent: "missing",
  undetermined: "unchecked",
};

export const en = {
  /** Why an artifact has no evidence. */
  because: {
    absent: "Neither the tree nor the documents show it.",
    undetermined: "Not everything could be seen.",
  },

  list,
  className,
  classTitle,

  /** How the outcome of one artifact is called, next to its symbol. */
  state: {
    open: "open",
    covered: "covered by the research paper",
    restricted: "restricted",
    unlicensed: "no license",
    unknown: "license unclear",
    absent: "missing",
    optional: "not provided (optional)",
    undetermined: "could not be checked",
  },

  artifact,

  mofFile: {
    notAMapping: "A MOF file is a mapping with the keys framework and release; this is something else.",
    otherFramework: (found: string | undefined) =>
      `framework.name must be "Model Openness Framework"; found ${found === undefined ? "nothing" : `"${found}"`}.`,
    noRelease: "The key release is missing or is not a mapping.",
    missingKey: (key: string) => `${key} is required and empty here.`,
    componentsNotAList: "release.components must be a list.",
    tooManyComponents: (count: number, max: number) =>
      `release.components has ${count} entries; the framework knows 17, and only the first ${max} were read.`,
    componentWithoutName: "This component has no name, so it was left out.",
    unknownComponent: (name: string) => `"${name}" is not a component of the framework, so it was left out.`,
    misspelt: (found: string, exact: string) =>
      `The Model Openness Tool finds components by their exact name: write "${exact}" instead of "${found}".`,
    listedTwice: (name: string) => `"${name}" is listed twice; the last entry counts.`,
  },

  claims: {
    unnamed: "a license without a name",
    notFound: (name: string, release: string) =>
      `The MOF file lists "${name}" as released with ${release}, but neither the repository nor its documents show where it is.`,
    notRecognised: (name: string, path: string) =>
      `The MOF file says that "${name}" is at ${path}; the audit did not recognise it there.`,
    misspeltLicense: (written: string, exact: string) =>
      `The Model Openness Tool knows licenses by their exact SPDX identifier and takes "${written}" for one that is not open: write ${exact}.`,
    license: (name: string, claimed: string, found: string) =>
      `The MOF file puts "${name}" under ${claimed}; what was found is ${found}.`,
    notLicensed: (name: string, claimed: string) =>
      `The MOF file puts "${name}" under ${claimed}, but nothing in the repository says so for it.`,
    restricted: (name: string, claimed: string, found: string) =>
      `The MOF file puts "${name}" under ${claimed}, which is open; what was found (${found}) restricts it.`,
    classTooHigh: (claimed: ClassNumber, found: Level, why: readonly string[]) =>
      `The MOF file amounts to ${className(claimed)}; the evidence supports ${found === 0 ? "no class" : className(found)}${
        why.length === 0 ? "" : ` (${list(why)})`
      }.`,
    badgeTooHigh: (claimed: ClassNumber, found: Level) =>
      `The badge says that ${className(claimed)} is reached; the evidence supports ${
        found === 0 ? "no class" : className(found)
      }.`,
  },

  license: {
    subject: { parameters: "the weights", code: "the code", data: "the data" },
    stated: (id: string, path: string) => `${id} (${path})`,
    contradiction: (subject: string, one: string, other: string) =>
      `Two statements disagree about ${subject}: ${one} and ${other}. The stricter one counts.`,
    notRead: "This license file could not be read as text, so what it permits is unknown. Add it as plain text.",
    onlyPdf:
      "This license is there only as a PDF, which is not read, so what it permits is unknown. Add the same text as a plain text file.",
    linkBroken: (path: string) => `The link leads to ${path}, which is not in the repository.`,
    toReview: "No known license explains these lines, and they may set terms. A person should read them.",
    elsewhere: (repository: string) =>
      `This says under which license ${repository} is, which is another repository. Point it to this repository's own license.`,
    onlyAddress:
      "This license file holds only an address. What stands there can change or vanish: put the license's text into the file.",
    onlyName: "This license file holds only a name. Put the license's text into the file.",
    textMissing: (id: string) =>
      `${id} is named here, but its text is in no file of the repository. Add it as a LICENSE file.`,
    sourcesDiffer: (stated: readonly string[]) =>
      `Different licenses are named for the same release: ${list(stated)}. Say which one holds for what.`,
    source: {
      frontMatter: (id: string, path: string) => `${id} in the front matter of ${path}`,
      file: (id: string, path: string) => `${id} in ${path}`,
      prose: (id: string, path: string) => `${id} in the text of ${path}`,
    },
    policy: (limits: readonly string[]) => `This policy restricts what the model may be used for: ${list(limits)}.`,
    family: (name: string) =>
      `${name} is a family of licenses. Name the one that is meant, by its SPDX identifier with the version.`,
    other:
      'The license is given as "other". Give its name (license_name) and where its text is (license_link), or nobody can tell what it permits.',
  },

  mot: {
    opensHere: (name: string, license: string) =>
      `${name}: the Model Openness Tool does not count ${license} as open; here it is open.`,
    pddl: (name: string) =>
      `${name}: the Model Openness Tool rejects PDDL-1.0, because its list misspells the identifier; here it is open.`,
    opensThere: (name: string, license: string) =>
      `${name}: by its identifier, the Model Openness Tool counts ${license} as open; here it is not, because of what the terms say.`,
    unclearHere: (name: string, license: string) =>
      `${name}: by its identifier, the Model Openness Tool counts ${license} as open; here it could not be determined whether it is.`,
    cannotSay: (name: string) =>
      `${name}: what could not be checked counts as not released in the Model Openness Tool; here it stays open as a question.`,
    unfittingThere: (name: string, license: string, type: string) =>
      `${name}: the Model Openness Tool warns that ${license} does not suit ${type}; here it does.`,
    fittingThere: (name: string, license: string, type: string) =>
      `${name}: the Model Openness Tool finds ${license} suitable for ${type}; here another license would suit better.`,
    type: { code: "code", data: "data", document: "documents" },
  },

  policy: {
    expected: (key: string, found: string, expectation: string) =>
      `${key}: found ${found}, ${expectation}. It was left out.`,
    type: (name: string) =>
      ({
        boolean: "expected true or false",
        string: "expected a text",
        array: "expected a list",
        record: "expected a mapping",
      })[name] ?? `expected ${name}`,
    atMost: (count: number) => `expected at most ${count}`,
    notEmpty: "expected a text that is not empty",
    unreadable: (why: string) => `The policy could not be read (${why}), so the defaults were used.`,
    unknownKey: (key: string, known: readonly string[]) =>
      `${key} is not a setting and was left out; the settings are ${list(known)}.`,
    oneOf: (values: readonly string[]) => `expected ${values.length > 1 ? "one of " : ""}${values.join(", ")}`,
    textOrTexts: "expected a text or a list of at most 20 texts",
    unknownArtifact: "expected the id of an artifact of the framework",
    notAMapping: "The policy must be a mapping of settings; the defaults were used.",
    notAModel: "This is not a model repository, so the policy asks nothing of it.",
    notAModelUncertain:
      "Part of the repository could not be seen, so whether it is a model repository could not be decided.",
    targetMet: (target: ClassNumber) => `${className(target)} is reached.`,
    targetMissed: (target: ClassNumber, missing: readonly string[]) =>
      `The target is ${className(target)}; it is not reached: ${list(missing)}.`,
    targetUndetermined: (target: ClassNumber, undetermined: readonly string[]) =>
      `The target is ${className(target)}; whether it is reached could not be determined: ${list(undetermined)}.`,
    classDropped: (from: Level, to: Level) =>
      `The class dropped from ${className(from)} to ${to === 0 ? "no class" : className(to)}.`,
    baseUndetermined: "Whether the class dropped could not be determined: the base could not be evaluated.",
    restricted: (names: readonly string[]) => `Under a license that restricts: ${list(names)}.`,
    unlicensed: (names: readonly string[]) => `Released without a license: ${list(names)}.`,
    unknown: (names: readonly string[]) => `The license could not be determined: ${list(names)}.`,
    undetermined: (names: readonly string[]) => `Could not be checked: ${list(names)}.`,
    blind: "Part of the repository could not be seen.",
    advisory: "Nothing is enforced: the policy lists nothing under fail.",
  },

  verdict: {
    notAModelTitle: "Not a model repository",
    policyNotMet: "policy not met",
    artifactsOpen: ({ open, of }: Count) => `${open} of ${of} artifacts open`,
    towards: ({ open, of }: Count, mofClass: ClassNumber) => `${open} of ${of} for ${className(mofClass)}`,
    shortOf: (count: number, mofClass: ClassNumber) => `${count} short of ${className(mofClass)}`,
    reason: ({ id, why }: { readonly id: ArtifactName; readonly why: keyof typeof titleWord }) =>
      `${artifact[id]} ${titleWord[why]}`,
    none: "No class of the Model Openness Framework is reached yet.",
    reached: (mofClass: ClassNumber, { of }: Count) =>
      `All ${of} artifacts that ${className(mofClass)} asks for are released under open licenses.`,
    next: (mofClass: ClassNumber, { open, of }: Count, missing: readonly string[]) =>
      `${open} of ${of} artifacts for ${className(mofClass)} ${open === 1 ? "is" : "are"} open; still needed: ${list(missing)}.`,
  },

  /** Names of the rules that findings come from; a rule that is not listed is shown by its id. */
  rule: {
    "declared-not-found": "Declared artifact not found",
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
    "mof-claim-class": "MOF file above the evidence",
    "mof-claim-license": "MOF file names another license",
    "mof-claim-license-name": "License name in the MOF file",
    "mof-claim-not-found": "Listed in the MOF file, not found",
    "mof-claim-restricted": "Open in the MOF file, restricted as found",
    "mof-claim-unlicensed": "Licensed in the MOF file alone",
    "mof-file": "MOF file",
    "policy-invalid": "Policy",
  } satisfies Readonly<Record<string, string>> as Readonly<Record<string, string>>,

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
    revocable: "can be revoked",
    branding: "imposed naming",
    "extra-terms": "added terms",
  } satisfies Readonly<Record<string, string>> as Readonly<Record<string, string>>,

  /** How long a remedy takes. */
  effort: { minutes: "takes minutes", hours: "takes hours", days: "takes days" },

  /** What to do about an artifact that is there and does not count. */
  remedy: {
    restricted: (license: string, categories: readonly string[]) =>
      `Release it under an open license: ${license} restricts${categories.length > 0 ? ` (${list(categories)})` : ""}.`,
    unlicensed: (isLinked: boolean, suggestion: string) =>
      `Say under which license it is, in the README${isLinked ? " beside the link" : " or a LICENSE file beside it"}; for instance ${suggestion}.`,
    unknown: "Name its license by an SPDX identifier, where the artifact is or where the README links it.",
    undetermined: "It may be there, but could not be checked: make its address public, or run the audit again.",
    suggestion: {
      code: "Apache-2.0 or MIT",
      data: "CDLA-Permissive-2.0 or CC-BY-4.0",
      document: "CC-BY-4.0, which arXiv offers too",
      weights: "OpenMDW-1.0 or Apache-2.0",
    },
  },

  face: {
    columns: ["Artifact", "Status", "License", "Where"],
    notNamed: "not named",
    noLicense: "–",
    typeMismatch: "open, but meant for another kind of work",
    more: (count: number) => `+${count} more`,
    progress: ({ open, of }: Count) => `${open} of ${of} open`,
    policyFailed: "The check fails by this repository's policy.",
    policyAim: "Target.",
    policyUsed: (source: string) => `Policy: ${source}`,
    incomplete: "Part of the repository could not be seen, so nothing is called missing on that ground:",
    problems: "Problems",
    remedies: "To reach the next class",
    remediesFor: (mofClass: ClassNumber) => `To reach ${className(mofClass)}`,
    changes: "Compared with the base",
    changed: (name: string, from: string, to: string) => `${name}: ${from} → ${to}`,
    noChanges: "Compared with the base, class, artifacts and licenses are unchanged.",
    evidence: "Evidence",
    evidenceNone: "Nothing was found.",
    evidenceRule: (rule: string) => `by ${rule}`,
    writtenAt: "written in",
    licenseFrom: (scope: string) => `license by ${scope}`,
    motTitle: "Model Openness Tool",
    mot: (label: string, progress: readonly [three: number, two: number, one: number]) =>
      `From the same evidence the Model Openness Tool would compute: ${label} (Class III ${progress[0]} %, Class II ${progress[1]} %, Class I ${progress[2]} %).`,
    licenseFiles: "License files",
    licenseOpen: { true: "open", false: "restricted", null: "to be read by a person" },
    annotationsCut: (count: number) => `${plural(count, "more finding")} not shown as annotations.`,
    findingsCut: (count: number) => `… and ${plural(count, "more finding")}.`,
    linesCut: (count: number) => `*${plural(count, "line")} left out: GitHub shows no more here.*`,
    audited: "Audited",
    rerun: "Run again: comment /openness, or",
    rerunOnCheck: "re-run the check",
    turnOff: "Turn this comment off: set comment to never in",
    notLegal: "An aid for reading a repository, not legal advice.",
    notAModel: "This does not look like a repository that releases a model, so it was not audited.",
    notAModelBecause: "Why:",
    notAModelRemedy: "If it does release one, say so in the policy file and ask again:",
  },
};

export type Messages = typeof en;
export { list, plural };
