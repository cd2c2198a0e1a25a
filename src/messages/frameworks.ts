/** What frameworks and their rules declare, in other languages than English; English stands beside the rules. */
import { openwashing as openwashingInJapanese } from "./ja/frameworks/openwashing.ts";
import type { Language } from "./languages.ts";
import { openwashing as openwashingInChinese } from "./zh/frameworks/openwashing.ts";

export interface RuleWords {
  readonly title: string;
  readonly asks: string;
  readonly why: string;
  readonly decides: string;
  readonly remedy: string;
}

export interface FrameworkWords {
  readonly title: string;
  /** By the rule's id. */
  readonly rules: Readonly<Record<string, RuleWords>>;
}

/** By language and the framework's id. */
export const FRAMEWORK_WORDS: Readonly<Record<Exclude<Language, "en">, Readonly<Record<string, FrameworkWords>>>> = {
  ja: { openwashing: openwashingInJapanese },
  zh: { openwashing: openwashingInChinese },
};
