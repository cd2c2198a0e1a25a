/** What is said of the requirements of the Open Source AI Definition. */
import { list } from "./names.ts";

export const osaid = {
  osaid: {
    absent: (artifact: string) =>
      `Missing: ${artifact}. All of the repository was seen, and neither is it there nor do the documents link it.`,
    unseen: (artifact: string) => `Whether there is this could not be looked at: ${artifact}.`,
    unlicensed: (artifact: string) => `No license was found for it: ${artifact}.`,
    unknownTerms: (artifact: string, license: string) =>
      `Whether its license is open could not be told: ${artifact} (${license}).`,
    restricted: (artifact: string, license: string) => `Its license is not open: ${artifact} (${license}).`,
    approved: (artifact: string, license: string) =>
      `Released under a license that the OSI has approved: ${artifact} (${license}).`,
    openTerms: (artifact: string, license: string) => `Released under open terms: ${artifact} (${license}).`,
    notApproved: (artifact: string, license: string) =>
      `Its license is open, but not on the list of licenses that the OSI has approved as this version knows it: ${artifact} (${license}).`,
    processedWithout:
      "Documents say that the training data were processed or filtered, and no code that did it was found.",
    processingUnknown:
      "No code that processed the data was found; the definition asks for it where data were processed.",
    preparedElsewhere:
      "No code that processed the data was found; whoever published the data sets may have done so, with code that is elsewhere.",
    kindsListed: (kinds: readonly string[]) =>
      `The training data that are spoken of: ${list(kinds)}. Addresses and a data card were found; whether all data are listed, a person has to read.`,
    architectureElsewhere: (library: string) =>
      `No code of the network was found here; the documents load the model with ${library}, which may hold it.`,
    onlyTuning:
      "Only code for fine-tuning was found; the definition asks for the code that trained the released model.",
    noLibraries: "No supporting libraries or tools were found; the definition asks for them where they were used.",
    notDescribed: "Neither a description of the training data, nor the data, nor a report or paper was found.",
    descriptionUnread:
      "No description of the training data was found here; a report, a paper or the data themselves may hold one, and were not read for it.",
    cardOnly: "Something documents the training data; whether the description is complete, a person has to read.",
    partlyDescribed: (found: readonly string[], lacking: readonly string[]) =>
      `The training data are described (${list(found)})${lacking.length === 0 ? "" : `; nothing was found about ${list(lacking)}`}. Whether the description is complete, a person has to read.`,
    described: (found: readonly string[]) =>
      `The training data are described (${list(found)}), and they are released under an open license.`,
    noSources: "Neither a list of the training data nor an address where they can be had was found.",
    sourcesUnread:
      "Where the training data can be had was not found here; a report or paper may say so, and was not read for it.",
    kinds: (kinds: readonly string[]) =>
      `The training data that are spoken of: ${list(kinds)}. A data card and their addresses were found.`,
    kindsUnlisted: (kinds: readonly string[]) =>
      `The training data that are spoken of: ${list(kinds)}. No data card was found that lists all of them.`,
    closedKinds: (kinds: readonly string[]) =>
      `The training data that are spoken of: ${list(kinds)}. Whether what is said of those that not everybody can have is enough, a person has to judge.`,
  },
  /** The four kinds of training data. */
  dataKind: {
    open: "open data",
    public: "public data",
    obtainable: "data from third parties",
    unshareable: "data that are not shared",
  },
  /** What a description of data tells. */
  dataAspect: {
    provenance: "where they come from",
    scope: "how much there is",
    selection: "how they were chosen",
    processing: "how they were processed",
  },
};
