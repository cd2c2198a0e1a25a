/**
 * The sentences that people read, in English. Other languages are records of the same type (`Messages`). Sentences are
 * plain text: each face escapes what comes from a repository before it puts it in, or the whole sentence.
 */
import { buttons } from "./en/buttons.ts";
import { card } from "./en/card.ts";
import { commands } from "./en/commands.ts";
import { difference } from "./en/difference.ts";
import { euAiAct } from "./en/eu-ai-act.ts";
import { evaluation } from "./en/evaluation.ts";
import { evidence } from "./en/evidence.ts";
import { faces } from "./en/faces.ts";
import { findings } from "./en/findings.ts";
import { frameworkFaces } from "./en/framework-faces.ts";
import { freedoms } from "./en/freedoms.ts";
import { models } from "./en/models.ts";
import { type ArtifactName, names } from "./en/names.ts";
import { openmdw } from "./en/openmdw.ts";
import { openwashing } from "./en/openwashing.ts";
import { osaid } from "./en/osaid.ts";
import { page } from "./en/page.ts";
import { policy } from "./en/policy.ts";
import { remote } from "./en/remote.ts";
import { softwareHeritage } from "./en/software-heritage.ts";
import { templates } from "./en/templates.ts";
import { trueWords } from "./en/true.ts";
import { waivers } from "./en/waivers.ts";
import { whatIf } from "./en/what-if.ts";

/** What the declaration of an artifact says in words. */
export interface DeclaredWords {
  readonly asks: string;
  readonly why: string;
  readonly decides: string;
  readonly remedy: string;
}

export type Declared = Readonly<Record<ArtifactName, DeclaredWords>>;

export const en = {
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
  /** English declarations stand beside the rules, where people look for them; other languages bring their own. */
  declared: undefined as Declared | undefined,
};

export type Messages = typeof en;
export { list, plural } from "./en/names.ts";
