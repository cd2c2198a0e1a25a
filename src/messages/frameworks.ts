/** What frameworks and their rules declare, in other languages than English; English stands beside the rules. */
import { freedoms as freedomsInJapanese } from "./ja/frameworks/freedoms.ts";
import { openwashing as openwashingInJapanese } from "./ja/frameworks/openwashing.ts";
import { trueFramework as trueFrameworkInJapanese } from "./ja/frameworks/true.ts";
import { evaluation as evaluationInJapanese } from "./ja/frameworks/evaluation.ts";
import { evaluation as evaluationInChinese } from "./zh/frameworks/evaluation.ts";
import type { Language } from "./languages.ts";
import { freedoms as freedomsInChinese } from "./zh/frameworks/freedoms.ts";
import { openwashing as openwashingInChinese } from "./zh/frameworks/openwashing.ts";
import { trueFramework as trueFrameworkInChinese } from "./zh/frameworks/true.ts";

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
  ja: { freedoms: freedomsInJapanese, openwashing: openwashingInJapanese, evaluation: evaluationInJapanese, true: trueFrameworkInJapanese },
  zh: { freedoms: freedomsInChinese, openwashing: openwashingInChinese, evaluation: evaluationInChinese, true: trueFrameworkInChinese },
};
