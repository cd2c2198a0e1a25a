/** How the verdicts of frameworks are shown. */
import { plural } from "./names.ts";

export const frameworkFaces = {
  frameworkFace: {
    title: "Other frameworks (advisory)",
    verdict: {
      pass: "met",
      fail: "not met",
      warn: "met with remarks",
      "not-applicable": "does not apply",
      undetermined: "could not be told",
    },
    /** The same of a law, of which a repository shows evidence alone. */
    evidence: {
      pass: "evidence found",
      fail: "evidence against it",
      warn: "evidence lacking",
      "not-applicable": "not looked at",
      undetermined: "could not be told",
    },
    /** A framework's line with the requirements that its verdict rests on. */
    lacking: (line: string, requirements: readonly string[]) => `${line} · ${requirements.join("; ")}`,
    more: (count: number) => `${plural(count, "other requirement")}`,
  },
};
