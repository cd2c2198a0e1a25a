/** What is said of a model by Article 53 of the EU AI Act: evidence, never legal advice. */
import { list } from "./names.ts";

export const euAiAct = {
  euAiAct: {
    notGeneralPurpose:
      "Nothing here was read as saying that the model generates language, images or video; Article 53 is looked at for such models only.",
    pagesUnseen: "No page that tells what the model is for could be read, and not everything could be seen.",
    below:
      "The stated training compute is below 10^23 floating-point operations, which the Commission takes as a sign that a model is not general-purpose.",
    computeNotStated: "No training compute in floating-point operations is stated.",
    hoursOnly: "Hours of accelerators are stated, which are no floating-point operations.",
    computeAbove: (amount: string) =>
      `The stated training compute (${amount} FLOP) is above 10^25: systemic risk is presumed (Article 51(2)).`,
    computeBelow: (amount: string) => `The stated training compute (${amount} FLOP) is not above 10^25.`,
    computeSmall: (amount: string) =>
      `The stated training compute (${amount} FLOP) is below 10^23, the Commission's sign of a general-purpose model.`,
    exemptionSystemic:
      "The stated training compute is above 10^25 FLOP; the exemption of Article 53(2) does not reach models with systemic risk.",
    weightsUnseen: "Whether the weights are public could not be told.",
    weightsElsewhere: "No weights were found here or linked, so whether the exemption fits could not be told.",
    licenseRestricts: (license: string) =>
      `The exemption of Article 53(2) asks for a free and open-source license; that of the weights (${license}) restricts.`,
    licenseUnknown: "Whether the weights' license is a free and open-source one could not be told.",
    monetised:
      "The license is open, and a commercial license or a paid version is offered: the exemption does not reach models that are provided against a price (recital 103).",
    exemptionShown:
      "Weights under an open license, architecture and usage are public. That nothing is asked for in return cannot be seen in a repository.",
    exemptionLacks: (what: readonly string[]) =>
      `The weights are under an open license; not found here, and asked for by Article 53(2): ${list(what)}.`,
    itemsExempt: (annex: string, count: number, of: number) =>
      `The exemption of Article 53(2) seems to fit. Something of ${count} of ${of} items of Annex ${annex} was found all the same.`,
    itemsAll: (annex: string, count: number) => `Something of all ${count} items of Annex ${annex} was found.`,
    itemsLacking: (annex: string, count: number, of: number, lacking: readonly string[]) =>
      `Something of ${count} of ${of} items of Annex ${annex} was found; not found here, where it need not be: ${list(lacking)}.`,
    tasks: "intended tasks",
    acceptableUse: "acceptable use",
    release: "date of release",
    architecture: "architecture",
    parameters: "number of parameters",
    modality: "modality of inputs and outputs",
    license: "license",
    integration: "how to run and integrate it",
    software: "required software",
    inputSize: "greatest input size",
    training: "training process",
    data: "data and where it comes from",
    evaluation: "results of evaluation",
    compute: "compute",
    energy: "energy",
    policyFound: "A copyright policy was found.",
    policyUnseen: "Not everything could be seen, so whether there is a copyright policy could not be told.",
    measuresOnly: "Measures to heed reservations of rights are told; a copyright policy was not found here.",
    noPolicy:
      "No copyright policy was found here; providers of general-purpose models must have one, and need not publish it.",
    noSummary: "No public summary of the training content was found here; it may be public elsewhere.",
    summaryUnseen:
      "Not everything could be seen, so whether there is a summary of the training content could not be told.",
    summaryUnread: "A summary of the training content is there or linked; it was not read.",
    summaryWhole: "A summary of the training content has something under every section of the Commission's template.",
    summaryLacks: (sections: readonly string[]) =>
      `A summary of the training content was found, without these sections of the Commission's template: ${list(sections)}.`,
    section: (number: string, name: string) => `${number} ${name}`,
    section11: "provider",
    section12: "model",
    section13: "modalities and size",
    section21: "publicly available data sets",
    section22: "private data of third parties",
    section23: "crawled data",
    section24: "user data",
    section25: "synthetic data",
    section26: "other sources",
    section31: "reservations of rights",
    section32: "illegal content",
  },
};
