/** 用户所读语句的简体中文版。汉字与英文、数字之间留一个半角空格，全角标点旁边不留空格。 */
import type { Messages } from "./en.ts";
import { declared } from "./zh/artifacts.ts";
import { buttons } from "./zh/buttons.ts";
import { card } from "./zh/card.ts";
import { commands } from "./zh/commands.ts";
import { difference } from "./zh/difference.ts";
import { euAiAct } from "./zh/eu-ai-act.ts";
import { evaluation } from "./zh/evaluation.ts";
import { evidence } from "./zh/evidence.ts";
import { faces } from "./zh/faces.ts";
import { findings } from "./zh/findings.ts";
import { frameworkFaces } from "./zh/framework-faces.ts";
import { freedoms } from "./zh/freedoms.ts";
import { models } from "./zh/models.ts";
import { names } from "./zh/names.ts";
import { openmdw } from "./zh/openmdw.ts";
import { openwashing } from "./zh/openwashing.ts";
import { osaid } from "./zh/osaid.ts";
import { page } from "./zh/page.ts";
import { policy } from "./zh/policy.ts";
import { remote } from "./zh/remote.ts";
import { softwareHeritage } from "./zh/software-heritage.ts";
import { templates } from "./zh/templates.ts";
import { trueWords } from "./zh/true.ts";
import { waivers } from "./zh/waivers.ts";
import { whatIf } from "./zh/what-if.ts";

export const zh: Messages = {
  ...names,
  ...evidence,
  ...findings,
  ...page,
  ...policy,
  ...waivers,
  ...whatIf,
  ...models,
  ...openwashing,
  ...openmdw,
  ...card,
  ...evaluation,
  ...osaid,
  ...trueWords,
  ...freedoms,
  ...frameworkFaces,
  ...softwareHeritage,
  ...euAiAct,
  ...faces,
  ...difference,
  ...remote,
  ...templates,
  ...buttons,
  ...commands,
  declared,
};
