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

export const en = {
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

  /** Short names of the artifacts, for titles and lists. */
  artifact: {
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
  },

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

  mot: {
    opensHere: (name: string, license: string) =>
      `${name}: the Model Openness Tool does not count ${license} as open; here it is open.`,
    pddl: (name: string) =>
      `${name}: the Model Openness Tool rejects PDDL-1.0, because its list misspells the identifier; here it is open.`,
    opensThere: (name: string, license: string) =>
      `${name}: by its identifier, the Model Openness Tool counts ${license} as open; here it is not, because of what the terms say.`,
    cannotSay: (name: string) =>
      `${name}: what could not be checked counts as not released in the Model Openness Tool; here it stays open as a question.`,
    unfittingThere: (name: string, license: string, type: string) =>
      `${name}: the Model Openness Tool warns that ${license} does not suit ${type}; here it does.`,
    fittingThere: (name: string, license: string, type: string) =>
      `${name}: the Model Openness Tool finds ${license} suitable for ${type}; here another license would suit better.`,
    type: { code: "code", data: "data", document: "documents" },
  },

  policy: {
    expected: (key: string, message: string) => `${key === "" ? "The policy" : key}: ${message}. It was left out.`,
    unknownKey: (key: string, known: readonly string[]) =>
      `${key} is not a setting and was left out; the settings are ${list(known)}.`,
    oneOf: (values: readonly string[]) => `expected ${values.length > 1 ? "one of " : ""}${values.join(", ")}`,
    textOrTexts: "expected a text or a list of at most 20 texts",
    unknownArtifact: "this is not an artifact of the framework",
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
};

export type Messages = typeof en;
export { list, plural };
