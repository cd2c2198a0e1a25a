/** What is said of a model of code by the statement of Software Heritage. */
import { list } from "./names.ts";

export const softwareHeritage = {
  softwareHeritage: {
    notOfCode: "Nothing introduces this as a model of code, which the statement is about.",
    pagesUnseen: "No page that tells what the model is could be read, and not everything could be seen.",
    weightsUnseen: "Whether the weights are there could not be told.",
    weightsElsewhere:
      "No weights were found here or linked one by one, so what license they are under could not be told.",
    restricted: (license: string) => `The weights' license (${license}) is not an open one.`,
    licenseUnknown: "Whether the weights' license is open could not be told.",
    documentation: "documentation",
    tools: "inference code",
    lacking: (what: readonly string[]) => `The weights are under an open license; not found: ${list(what)}.`,
    open: "The weights are under an open license, with documentation and inference code.",
    identified: "Software Heritage identifiers are given for training data.",
    identifiedBySet: "A training data set is named whose rows carry Software Heritage identifiers.",
    dataUnseen: "Not everything could be seen, so whether the training data is identified could not be told.",
    setsUnread:
      "Data sets are named; whether they identify their files by SWHIDs was not looked at. Nothing in this repository does.",
    archiveUnidentified:
      "The documents say that training data come from Software Heritage, and nothing here identifies them.",
    unidentified:
      "Neither Software Heritage identifiers of the training data nor a data set by its address were found here.",
    optOut: "Authors are told how to have their code left out of the training data.",
    optOutUnseen: "Not everything could be seen, so whether authors are told how to opt out could not be told.",
    noOptOut: "Nothing was found here that tells authors how to have their code left out of the training data.",
  },
};
