/** What findings say: about licenses, MOF files and the Model Openness Tool. */
import { type ClassNumber, className, type Level, list } from "./names.ts";

export const findings = {
  yaml: {
    tooLong: (length: number, max: number) => `The file has ${length} characters; at most ${max} are read.`,
    invalid: (why: string) => `Not valid YAML: ${why}`,
    tooDeep: "The YAML cannot be resolved: it is nested too deeply, or holds an alias of itself",
    unresolved: (why: string) => `The YAML cannot be resolved: ${why}`,
  },

  mofFile: {
    notAMapping: "A MOF file is a mapping with the keys framework and release; this is something else.",
    noFramework: 'framework.name must be "Model Openness Framework"; found nothing.',
    otherFramework: (found: string) => `framework.name must be "Model Openness Framework"; found "${found}".`,
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

  /** What a contradiction between licenses is about. */
  subject: { parameters: "the weights", code: "the code", data: "the data" },

  /** Where a license is named, for lists of them. */
  source: {
    stated: (id: string, path: string) => `${id} (${path})`,
    frontMatter: (id: string, path: string) => `${id} in the front matter of ${path}`,
    file: (id: string, path: string) => `${id} in ${path}`,
    prose: (id: string, path: string) => `${id} in the text of ${path}`,
  },

  license: {
    limitOfOne: (name: string) =>
      `This limit is said of ${name} alone. All released weights are judged as one, so it counts for them; a license named for each checkpoint would tell them apart.`,
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
    baseModel: (base: string, license: string, claimed: string) =>
      `The base model ${base} is under ${license}, which binds what is made of it; ${claimed}, as stated here, cannot take its limits away.`,
    policy: (limits: readonly string[]) => `This policy restricts what the model may be used for: ${list(limits)}.`,
    family: (name: string) =>
      `${name} is a family of licenses. Name the one that is meant, by its SPDX identifier with the version.`,
    other:
      'The license is given as "other". Give its name (license_name) and where its text is (license_link), or nobody can tell what it permits.',
  },

  /** Kinds of work, as the Model Openness Tool tells them apart. */
  kind: { code: "code", data: "data", document: "documents" },

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
    unfittingThere: (name: string, license: string, kind: string) =>
      `${name}: the Model Openness Tool warns that ${license} does not suit ${kind}; here it does.`,
    fittingThere: (name: string, license: string, kind: string) =>
      `${name}: the Model Openness Tool finds ${license} suitable for ${kind}; here another license would suit better.`,
  },
};
