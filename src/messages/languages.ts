/** The languages that the program speaks. */
import { en, type Messages } from "./en.ts";
import { ja } from "./ja.ts";
import { zh } from "./zh.ts";

export const LANGUAGES = ["en", "ja", "zh"] as const;
export type Language = (typeof LANGUAGES)[number];

const MESSAGES: Readonly<Record<Language, Messages>> = { en, ja, zh };

/** The language that a tag asks for (BCP 47, in any case): its first part decides; undefined where it is not spoken. */
export function languageOf(tag: string): Language | undefined {
  const [language] = tag.slice(0, 100).toLowerCase().split(/[-_]/);
  return LANGUAGES.find((known) => known === language);
}

/** The sentences of a language; English where none is asked for. */
export const messagesIn = (language: Language | undefined): Messages => MESSAGES[language ?? "en"];
