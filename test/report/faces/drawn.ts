/** Every situation's faces in a language, as they would be sent to GitHub: the check run, the comment, and answers to commands. */
import { answerFace } from "../../../src/commands/answer.ts";
import { answerMarker } from "../../../src/commands/marker.ts";
import type { Asked } from "../../../src/commands/parse.ts";
import { type Language, messagesIn } from "../../../src/messages/languages.ts";
import { type CheckRunFace, checkRunFace } from "../../../src/report/checkrun.ts";
import { commentFace } from "../../../src/report/comment.ts";
import { type Situation, situations } from "../situations.ts";

export const CONTEXT = {
  owner: "acme-ai",
  repo: "lumo",
  head: "0123456789abcdef0123456789abcdef01234567",
  pullRequest: 7,
  headRef: "data-card",
  headBranch: { owner: "acme-ai", repo: "lumo", branch: "data-card" },
};

export interface Drawn {
  readonly run: CheckRunFace;
  readonly comment: string;
}

export function drawn({ report, base }: Situation): Drawn {
  const context = base === undefined ? CONTEXT : { ...CONTEXT, base };
  return { run: checkRunFace(report, context), comment: commentFace(report, context) };
}

export const allDrawn = (language: Language): Readonly<Record<string, Drawn>> =>
  Object.fromEntries(Object.entries(situations(language)).map(([name, situation]) => [name, drawn(situation)]));

/** What a person asks, and in which situation. */
const ASKED: Readonly<Record<string, readonly [Asked, string]>> = {
  help: [{ name: "help" }, "class-three"],
  unknown: [{ name: "unknown", argument: "explan" }, "class-three"],
  "explain-artifact": [{ name: "explain", argument: "data-card" }, "no-class"],
  "explain-rule": [{ name: "explain", argument: "license-sources-differ" }, "license-contradiction"],
  "explain-framework": [{ name: "explain", argument: "freedoms" }, "restricted-weights"],
  "explain-framework-rule": [{ name: "explain", argument: "freedoms-use" }, "restricted-weights"],
  "explain-all": [{ name: "explain" }, "no-class"],
  mof: [{ name: "mof" }, "class-three"],
  diff: [{ name: "diff" }, "license-change"],
  export: [{ name: "export", argument: "spdx" }, "restricted-weights"],
};

/** Answers to commands, by what was asked. */
export function answersDrawn(language: Language): Readonly<Record<string, string>> {
  const all = situations(language);
  const messages = messagesIn(language);
  const { headBranch } = CONTEXT;
  const entries = Object.entries(ASKED).map(([name, [asked, situation]]) => {
    const { report, base } = all[situation]!;
    const context = { report, base, place: CONTEXT, messages, created: new Date("2026-11-24T09:00:00Z"), headBranch };
    return [name, answerFace(asked, context, answerMarker("IC_kwDOAA", 0))];
  });
  return Object.fromEntries(entries);
}
