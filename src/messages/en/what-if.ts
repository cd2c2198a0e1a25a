/** What another license would do to a release. */
import { type ClassNumber, className, list } from "./names.ts";

export const whatIf = {
  whatIf: {
    title: (license: string, before: string, after: string) =>
      before === after ? `Under ${license}: ${after}, as before.` : `Under ${license}: ${after} instead of ${before}.`,
    license: {
      true: (license: string, _limits: readonly string[]) => `${license} is an open license.`,
      false: (license: string, limits: readonly string[]) =>
        `${license} is not open${limits.length === 0 ? "" : ` (${list(limits)})`}.`,
      null: (license: string, _limits: readonly string[]) =>
        `Whether ${license} is open is not known here, so nothing counts as open on its ground.`,
    },
    lacking: (next: ClassNumber, artifacts: readonly string[]) =>
      `For ${className(next)} there would still be lacking: ${list(artifacts)}.`,
    tool: (found: string) => `The Model Openness Tool, which knows other licenses as open, would then show: ${found}.`,
    ifSaid: "¹ Weights that are hosted elsewhere: the README has to say beside the link that the license covers them.",
    theirs: "² Hosted elsewhere: data, code and papers keep the terms that they have there.",
    owner:
      "Only whoever holds the rights can change a license; what others contributed needs their consent. Not legal advice.",
  },
};
