/** What is said of the owner's policy: what is wrong in it, and why it is met or not. */
import { type ClassNumber, className, type Level, list } from "./names.ts";

export const policy = {
  /** What a setting should have been; stands after "found …". */
  expectation: {
    boolean: "expected true or false",
    text: "expected a text",
    list: "expected a list",
    mapping: "expected a mapping",
    other: (what: string) => `expected ${what}`,
    atMost: (count: number) => `expected at most ${count}`,
    notEmpty: "expected a text that is not empty",
    value: (value: string) => `expected ${value}`,
    oneOf: (values: readonly string[]) => `expected one of ${values.join(", ")}`,
    near: (meant: string, values: readonly string[]) => `expected one of ${values.join(", ")} (${meant}?)`,
    textOrTexts: "expected a place, or a list of at most 20: a text, or path or url with a license",
    unknownArtifact: "expected the id of an artifact of the framework",
    /** What the library that validates says, in English. */
    asIs: (words: string) => words,
    nothing: "nothing",
  },

  /** Which policy is in force, and what another one would come to. */
  inForce: {
    heading: "Policy",
    /** Names of files, each with its commit. */
    sources: (files: readonly string[]) => `In force: ${files.join("; ")}.`,
    source: (file: string, commit: string) => `${file} at ${commit}`,
    proposed:
      "The policy file of this commit is another than the one in force, which is that of the default branch. With it the check would be:",
    gone: "This commit has no policy file, while one is in force on the default branch. Without it the check would be:",
    would: (conclusion: string, reasons: readonly string[]) => [`${conclusion}.`, ...reasons].join(" "),
    isPart: "It starts from another policy, which was not read, so that what it brings is not counted.",
    success: "success",
    neutral: "neutral",
    failure: "failure",
  },

  policy: {
    expected: (key: string, found: string, expectation: string) =>
      `${key}: found ${found}, ${expectation}. It was left out.`,
    unreadable: (why: string) => `The policy could not be read (${why}), so the defaults were used.`,
    notText: "it is not text",
    unknownKey: (key: string, known: readonly string[]) =>
      `${key} is not a setting and was left out; the settings are ${list(known)}.`,
    unknownKeyNear: (key: string, meant: string, known: readonly string[]) =>
      `${key} is not a setting and was left out; ${meant} is near. The settings are ${list(known)}.`,
    renamed: (before: string, now: string) =>
      `fail: ${before} is called ${now} now; it still works under the old name.`,
    locked: (key: string, source: string) =>
      `${key} is locked by ${source}, so that it cannot be set here; what is set there holds.`,
    lockedWith: (key: string, source: string) =>
      `${key} would get round what ${source} locks under fail, so that it cannot be set like this here; what is set there holds.`,
    failUnread: "fail: nothing in it can be read, so that everything is demanded until it is mended.",
    notAMapping: "The policy must be a mapping of settings; the defaults were used.",
    extendsForm: (found: string) =>
      `extends: expected owner/repository, with :path and @ref where wanted; found ${found}`,
    extendsUnread: (repository: string) =>
      `extends: no policy could be read in ${repository}, so what it demands is not known. Until it can be read, everything fails that can, and the target is Class I, unless this file says otherwise under fail and target.`,
    extendsKept: (repository: string, commit: string) =>
      `extends: no policy could be read in ${repository}; the copy that was read before${commit === "" ? "" : ` (commit ${commit})`} holds.`,
    declaredNotFound: (artifact: string, place: string) =>
      `The policy says that ${artifact} is at "${place}", but the tree has no such path.`,
    notAModel: "This is not a model repository, so the policy asks nothing of it.",
    notAModelUncertain:
      "Part of the repository could not be seen, so whether it is a model repository could not be decided.",
    /** An artifact and why it does not count, in a list of them. */
    missing: (artifact: string, state: string) => `${artifact} ${state}`,
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
    weights: (names: readonly string[]) => `The license of the weights restricts, or is not known: ${list(names)}.`,
    licenses: (names: readonly string[]) => `The license takes something away that the base gave: ${list(names)}.`,
    licensesUndetermined:
      "Whether a license became more restrictive could not be determined: the base could not be evaluated.",
    openwashing: (sentences: readonly string[]) => `Called more open than it is: ${sentences.join(" ")}`,
    /** A requirement by its id, with why it is not met. */
    requirement: (id: string, why: string) => `${id}: ${why}`,
    frameworkUnmet: (framework: string, unmet: readonly string[]) =>
      `The framework ${framework} is required and not met. ${unmet.join(" ")}`,
    frameworkUnjudged: (framework: string, open: readonly string[]) =>
      ["The framework", framework, "is required; whether it is met could not be determined.", ...open].join(" "),
    unnamedLicense: "a license that cannot be named",
    declaredLicense: (artifact: string, license: string) =>
      `The policy says that ${artifact} is under ${license}. That counts only once a document of the release states it, and none does.`,
    declaredLicenseDiffers: (artifact: string, license: string, stated: string) =>
      `The policy says that ${artifact} is under ${license}, but what is stated there is ${stated}; only what is stated counts.`,
    undetermined: (names: readonly string[]) => `Could not be checked: ${list(names)}.`,
    blind: "Part of the repository could not be seen.",
  },
};
