/** What is said of how a release can be reproduced. */
import { list, plural } from "./names.ts";

export const trueWords = {
  /** Steps that a README leads through. */
  trueStep: {
    install: "installing",
    use: "using the model",
    train: "training",
    evaluate: "evaluating",
  },
  trueLetter: {
    transparent: "transparent",
    reproducible: "reproducible",
    understandable: "understandable",
    executable: "executable",
  },
  true: {
    letters: (
      shown: readonly string[],
      partly: readonly string[],
      missing: readonly string[],
      unseen: readonly string[],
    ) =>
      [
        ...(shown.length > 0 ? [`Shown: ${list(shown)}.`] : []),
        ...(partly.length > 0 ? [`In part: ${list(partly)}.`] : []),
        ...(missing.length > 0 ? [`Not shown: ${list(missing)}.`] : []),
        ...(unseen.length > 0 ? [`Could not be looked at: ${list(unseen)}.`] : []),
      ].join(" "),
    lacking: (names: readonly string[]) => `Not found: ${list(names)}.`,
    notSeen: (names: readonly string[]) => `Could not be looked at: ${list(names)}.`,
    allThere: (names: readonly string[]) => `Found: ${list(names)}.`,
    onlyFineTuning: "Only code for fine-tuning was found, not the code that trained the released model.",
    unread: "Not all files that could show it were read.",
    noCode: "There is no code in the tree, so this does not apply.",
    nothingRuns: "The tree holds no code that trains or evaluates, so this does not apply.",
    noTraining: "The training code is not in the tree, so this does not apply.",
    pinned: "The versions are fixed here.",
    unpinned: "Dependencies are declared, but some without an exact version.",
    notLocked: "Dependencies are declared, but neither a lock file nor a file with only exact versions was found.",
    noEnvironment: "No declaration of dependencies was found.",
    seeded: "A seed is fixed here.",
    unseeded: "No fixed seed was found in code, settings or documents.",
    configured: "These are settings of training runs.",
    configuredInText: "The documents state the hyperparameters.",
    notConfigured: "Neither files of training settings nor a section on hyperparameters was found.",
    commandsThere: (count: number) =>
      `${plural(count, "script")} that commands run ${count === 1 ? "is" : "are"} in the tree.`,
    commandsMissing: (names: readonly string[]) =>
      `The documents run ${list(names)}, and the tree has no file of that name.`,
    noCommands: "No command in the documents runs a script of the tree.",
    nothingToCheck: "Neither weights nor datasets were found, so this does not apply.",
    checkable: "Checksums, pinned revisions or the files themselves are here.",
    notCheckable: "Neither a checksum nor a pinned revision was found for weights or data.",
    contained: "A container is described or used here.",
    notContained: "No container file was found, and no command that uses an image.",
    resultsTold: "The results come with commands or settings.",
    resultsWithCode: "There are results and evaluation code, but no command that joins them was found.",
    resultsUntold: "There are results, but neither a command nor code that produced them was found.",
    stepsTold: (steps: readonly string[]) => `The documents show ${list(steps)}.`,
    stepsUntold: (steps: readonly string[]) => `The documents do not show ${list(steps)}.`,
  },
};
