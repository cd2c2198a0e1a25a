/** 利用者が読む文の日本語版。和文と英数字の間には半角スペースを置き、全角の約物の隣には置かない。 */
import type { Messages } from "./en.ts";
import { declared } from "./ja/artifacts.ts";
import { buttons } from "./ja/buttons.ts";
import { card } from "./ja/card.ts";
import { commands } from "./ja/commands.ts";
import { difference } from "./ja/difference.ts";
import { euAiAct } from "./ja/eu-ai-act.ts";
import { evaluation } from "./ja/evaluation.ts";
import { evidence } from "./ja/evidence.ts";
import { faces } from "./ja/faces.ts";
import { findings } from "./ja/findings.ts";
import { frameworkFaces } from "./ja/framework-faces.ts";
import { freedoms } from "./ja/freedoms.ts";
import { models } from "./ja/models.ts";
import { names } from "./ja/names.ts";
import { openmdw } from "./ja/openmdw.ts";
import { openwashing } from "./ja/openwashing.ts";
import { osaid } from "./ja/osaid.ts";
import { page } from "./ja/page.ts";
import { policy } from "./ja/policy.ts";
import { remote } from "./ja/remote.ts";
import { softwareHeritage } from "./ja/software-heritage.ts";
import { templates } from "./ja/templates.ts";
import { trueWords } from "./ja/true.ts";
import { waivers } from "./ja/waivers.ts";
import { whatIf } from "./ja/what-if.ts";

export const ja: Messages = {
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
