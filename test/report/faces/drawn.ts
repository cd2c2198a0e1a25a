/** Every situation's faces in a language: the check run and the comment, as they would be sent to GitHub. */
import type { Language } from "../../../src/messages/languages.ts";
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
