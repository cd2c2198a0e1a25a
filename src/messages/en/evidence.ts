/** Why an artifact, a model or a part of the tree was seen or not. */
import { leftOut } from "./left-out.ts";
import { plural } from "./names.ts";
import { taken } from "./taken.ts";

export const evidence = {
  /** Why an artifact has no evidence. */
  because: {
    absent: "Neither the tree nor the documents show it.",
    undetermined: "Not everything could be seen.",
  },

  taken,
  leftOut,

  /** What a reader should know beside an outcome. */
  note: {
    blind: (spot: string) => `Not found, but not everything could be seen: ${spot}`,
    licenseUnseen: (spot: string) => `No license was found for it, but not everything could be seen: ${spot}`,
    unreadSources: (files: number) =>
      `Not found in what was read, but ${plural(files, "source file was", "source files were")} not read.`,
    unreadArchives: (files: number) =>
      `Not found in what was read, but ${plural(files, "archive", "archives")} of an evaluation could not be read.`,
    onlyFineTuning: "Only fine-tuning code was found; the framework asks for the code that trained the released model.",
    onlySnippet: "Only a snippet in the documents was found, no script.",
  },

  /** What could not be seen. */
  blind: {
    listCut: "the host cut the list of files",
    unreadable: (path: string, why: string) => `${path} could not be read: ${why}`,
    tooLarge: (path: string) => `${path} is too large to be read`,
    cut: (path: string) => `${path} was read only in part`,
  },

  /** Why a file could not be read. */
  unavailable: {
    notReturned: "GitHub did not return the file",
    tooMany: "too many files had to be read one by one",
    notListed: "not in the folder's list",
    changed: "the file changed while it was being read",
    forbidden: "no permission to read the file",
    failed: (code: string) => `it failed with ${code}`,
    notCopied: (object: string) => `object ${object} is not in this copy of the repository`,
  },

  /** Why a repository counts as one that releases a model, or not. */
  model: {
    owner: "The owner's policy says so.",
    data: "It releases data: the only weights it links belong to the tools that made the data.",
    weights: (companions: readonly string[]) =>
      `It has or links the weights of a model of its own, with ${companions.join(", ")}.`,
    card: (companions: readonly string[]) => `It holds a model card, with ${companions.join(", ")}.`,
    notDescribed:
      "Weights are named, but nothing describes a model of its own: no card, no results, no report, no network code.",
    noWeights: "Neither the tree nor the documents show weights of a model of its own.",
  },

  /** What stands beside the weights of a model. */
  companion: {
    "model-card": "a description of it",
    "evaluation-results": "results of its evaluation",
    "technical-report": "a report on it",
    "model-architecture": "the code of its network",
    "training-code": "training code",
    "inference-code": "inference code",
  },
};
