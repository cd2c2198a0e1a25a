/** What is said of model cards and data cards. */
import { list, plural } from "./names.ts";

export const card = {
  /** Parts of cards that rules ask for. */
  cardPart: {
    developer: "the developers",
    kind: "the type or architecture",
    purpose: "intended uses",
    outOfScope: "uses out of scope",
    limits: "limitations or risks",
    trainingData: "the training data",
    trainingProcedure: "the training procedure",
    results: "results",
    tested: "the data or benchmarks of the test",
    compute: "hardware or computing time",
    energy: "energy or emissions",
    citation: "a citation or paper",
    contact: "a contact",
    motivation: "the purpose of the data",
    amounts: "amounts",
    sources: "sources",
    collection: "how it was collected",
    processing: "how it was processed",
    personalData: "personal or sensitive data",
    bias: "bias or limits",
    license: "the license",
    maintenance: "maintenance, versions or a contact",
  },
  card: {
    absent: "There is no such card, so this does not apply.",
    elsewhere: "The card lies on another host or in a file that is not read, so nothing is said of it.",
    unknown: "Whether there is a card could not be told.",
    otherLanguage: "The card is written in a language whose words are not known here, so nothing is said of it.",
    cut: "The card was read only in part, for its size.",
    written: (parts: readonly string[]) => `Written: ${list(parts)}.`,
    missing: (parts: readonly string[]) => `Not found: ${list(parts)}.`,
    noLanguage: "Nothing tells that the model works with language, so this does not apply.",
    languages: (count: number, names: readonly string[]) =>
      `${plural(count, "language")} named: ${names.join(", ")}${count > names.length ? ", …" : ""}.`,
    languagesLess: (count: number, names: readonly string[], less: readonly string[]) =>
      `${plural(count, "language")} named: ${names.join(", ")}${count > names.length ? ", …" : ""}. With less data than classes 4 and 5 of Joshi et al.: ${less.join(", ")}.`,
    manyLanguages: "The model is said to cover several languages, but they are not named.",
    languagesUnnamed: "No language is named.",
    placeholders: (count: number) => `${plural(count, "line")} still ${count === 1 ? "holds" : "hold"} a placeholder.`,
    noPlaceholders: "Nothing is left of the template's placeholders.",
  },
};
