import type { Facts } from "../../facts.ts";

/** Letters and digits only, lower case: "Llama 3.1-8B" and "llama3_1_8b" become alike. */
export function squash(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

/** A name of at least this many characters is told apart even inside a longer word. */
const TELLING_LENGTH = 5;

/**
 * Does a text carry one of the names? A short name ("yi", "bert") must stand as a word of its own, a long one may be part
 * of another ("openllama" in "openllama-7b-v2").
 */
export function carriesName(text: string, names: readonly string[]): boolean {
  const squashed = squash(text);
  const words = text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+|(?<=\p{L})(?=\p{N})/u);
  return names.some((name) =>
    name.length >= TELLING_LENGTH ? squashed.includes(name) : words.includes(name) || wordsJoined(words).includes(name),
  );
}

/** A letter-digit name that the word boundary cuts in two: "mt" and "5" are "mt5". */
function wordsJoined(words: readonly string[]): string[] {
  return words.slice(1).map((word, index) => `${words[index]}${word}`);
}

/** Does a text name the model that this repository is about? */
export function namesModel(text: string, facts: Facts): boolean {
  return carriesName(text, facts.modelNames);
}

/** A hub id (`organisation/name`) is the release's own when its name carries the model's, or its organisation is the release's. */
export function isOwnHubId(id: string, facts: Facts): boolean {
  const [organisation = "", name = ""] = id.includes("/") ? id.split("/") : ["", id];
  return (
    namesModel(name, facts) || (organisation !== "" && facts.ownOrganisations.includes(organisation.toLowerCase()))
  );
}
