/** What frameworks and their rules declare, in other languages than English; English stands beside the rules. */

import { cardQuality as cardQualityInJapanese } from "./ja/frameworks/card-quality.ts";
import { euAiAct as euAiActInJapanese } from "./ja/frameworks/eu-ai-act.ts";
import { evaluation as evaluationInJapanese } from "./ja/frameworks/evaluation.ts";
import { freedoms as freedomsInJapanese } from "./ja/frameworks/freedoms.ts";
import { openmdw as openmdwInJapanese } from "./ja/frameworks/openmdw.ts";
import { openwashing as openwashingInJapanese } from "./ja/frameworks/openwashing.ts";
import { osaid as osaidInJapanese } from "./ja/frameworks/osaid.ts";
import { softwareHeritage as softwareHeritageInJapanese } from "./ja/frameworks/software-heritage.ts";
import { trueFramework as trueFrameworkInJapanese } from "./ja/frameworks/true.ts";
import type { Language } from "./languages.ts";
import { cardQuality as cardQualityInChinese } from "./zh/frameworks/card-quality.ts";
import { euAiAct as euAiActInChinese } from "./zh/frameworks/eu-ai-act.ts";
import { evaluation as evaluationInChinese } from "./zh/frameworks/evaluation.ts";
import { freedoms as freedomsInChinese } from "./zh/frameworks/freedoms.ts";
import { openmdw as openmdwInChinese } from "./zh/frameworks/openmdw.ts";
import { openwashing as openwashingInChinese } from "./zh/frameworks/openwashing.ts";
import { osaid as osaidInChinese } from "./zh/frameworks/osaid.ts";
import { softwareHeritage as softwareHeritageInChinese } from "./zh/frameworks/software-heritage.ts";
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
  ja: {
    freedoms: freedomsInJapanese,
    openmdw: openmdwInJapanese,
    osaid: osaidInJapanese,
    openwashing: openwashingInJapanese,
    "card-quality": cardQualityInJapanese,
    evaluation: evaluationInJapanese,
    true: trueFrameworkInJapanese,
    "software-heritage": softwareHeritageInJapanese,
    "eu-ai-act": euAiActInJapanese,
  },
  zh: {
    freedoms: freedomsInChinese,
    openmdw: openmdwInChinese,
    osaid: osaidInChinese,
    openwashing: openwashingInChinese,
    "card-quality": cardQualityInChinese,
    evaluation: evaluationInChinese,
    true: trueFrameworkInChinese,
    "software-heritage": softwareHeritageInChinese,
    "eu-ai-act": euAiActInChinese,
  },
};
