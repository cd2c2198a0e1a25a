/** What is said of the four freedoms: use, study, change, share. */
import { list, plural } from "./names.ts";

export const freedoms = {
  freedom: { use: "Use", study: "Study", modify: "Change", share: "Sharing" },
  freedoms: {
    nothing: "No artifact was found whose terms could be judged.",
    given: (freedom: string, count: number) => `${freedom}: nothing limits it, for ${plural(count, "artifact")}.`,
    all: (freedom: string, sentences: readonly string[]) => `${freedom}: ${sentences.join("; ")}.`,
    limited: (artifacts: readonly string[], license: string, limits: readonly string[]) =>
      `limited for ${list(artifacts)} by ${license}, ${list(limits)}`,
    partly: (artifacts: readonly string[], license: string, limits: readonly string[]) =>
      `allowed for ${list(artifacts)} under ${license}, though not for every purpose, ${list(limits)}`,
    limit: (what: string, whom: string) => `${what} (${whom})`,
    withheld: (artifacts: readonly string[]) => `not given for ${list(artifacts)}, since no license was found`,
    unknown: (artifacts: readonly string[]) => `could not be told for ${list(artifacts)}`,
    termsIn: (path: string) => `the terms in ${path}`,
    rest: (count: number) => `not limited for the ${count === 1 ? "other one" : `other ${count} artifacts`}`,
    more: (count: number) => `${count} more`,
    held: (artifacts: readonly string[]) =>
      `The license of ${list(artifacts)} lets its owner restrict use from afar, as where a condition was broken.`,
    revocable: (artifacts: readonly string[]) =>
      `The license of ${list(artifacts)} says that it can be revoked, so what is allowed today may be forbidden tomorrow.`,
    changing: "A clause says that the terms, or a policy that they bind to, may be changed later.",
    lasting: (count: number) =>
      `All of the ${plural(count, "artifact")} found are under open licenses; no clause was found by which they could be taken back at will.`,
    lastingUnknown: (artifacts: readonly string[]) =>
      `Whether the terms of ${list(artifacts)} stay as they are could not be told.`,
  },
  /** Whom a limit is for. */
  whom: {
    noncommercial: "for everyone who earns money with it",
    "research-only": "for every use but research",
    "no-production": "for use in production",
    "user-threshold": "for services with more users than it allows",
    "revenue-threshold": "for companies above a certain revenue",
    "use-restrictions": "for the uses that it lists",
    "use-policy": "for the uses that its policy forbids",
    "field-of-use": "for certain fields of use",
    territory: "for people and companies in certain countries",
    "no-training-others": "for developers of other models",
    "no-sale": "for everyone who would sell it",
    "no-redistribution": "for everyone who would pass it on",
    "no-derivatives": "for everyone who would publish a changed version",
    "no-reverse-engineering": "for everyone who would take it apart",
    "registration-required": "for everyone who has not registered",
    "permission-required": "for everyone who has not been given permission",
    revocable: "for everyone, whenever the owner says so",
    branding: "for everyone who passes it on",
    "extra-terms": "for those whom the added terms name",
  },
};
