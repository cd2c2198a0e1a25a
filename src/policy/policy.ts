/**
 * What the owner wants: `.github/openness.yml`. One zod schema gives types, validation and the published JSON Schema.
 */
import { z } from "zod";
import { ARTIFACT_IDS } from "../evidence/artifacts/artifact.ts";
import { FRAMEWORKS } from "../frameworks/frameworks.ts";
import type { SaidValue } from "../messages/said.ts";

const glob = z.string().min(1).max(200);

const mofClass = z
  .union([z.literal(1), z.literal(2), z.literal(3), z.literal("I"), z.literal("II"), z.literal("III")])
  .transform((value) =>
    typeof value === "number" ? value : { I: 1 as const, II: 2 as const, III: 3 as const }[value],
  );

const license = z.string().min(1).max(100).optional().describe("The license as declared; documents have to state it");

/** Where an artifact is: a path, a glob or an address, or one of these with the license that it is said to be under. */
const place = z.union([
  z.string().max(500),
  z.strictObject({ path: z.string().min(1).max(500), license }),
  z.strictObject({
    url: z
      .string()
      .max(500)
      .regex(/^https?:\/\//i),
    license,
  }),
]);

const places = z.partialRecord(z.enum(ARTIFACT_IDS), z.union([place, z.array(place).max(20)]));

/** One of several models. Its artifacts are declared by paths of the repository, as those of all are. */
const model = z.strictObject({
  name: z.string().min(1).max(80).describe("What the model is called; no two are called the same"),
  path: z.string().min(1).max(300).describe("Its folder; . for the root"),
  target: mofClass.optional().describe("The class that it aims at, where it is another than that of all"),
  artifacts: places.optional().describe("Where its artifacts are, where that is not found"),
});

/** What may make the check fail. `restricted-license` and `unlicensed` look at every artifact, `restricted-weights` at the weights. */
export const FAILURES = [
  "below-target",
  "regression",
  "license-more-restrictive",
  "restricted-weights",
  "restricted-license",
  "unlicensed",
  "openwashing",
  "undetermined",
] as const;

/** Sets of reasons by one word. What is said under `fail` goes before them. */
export const PROFILES = {
  advisory: [],
  standard: ["regression", "license-more-restrictive", "openwashing"],
  strict: FAILURES,
} as const satisfies Readonly<Record<string, readonly (typeof FAILURES)[number][]>>;

const [firstFramework = "", ...otherFrameworks] = FRAMEWORKS.map(({ id }) => id);

/** Names that reasons had before, which still work. */
export const RENAMED_FAILURES: Readonly<Record<string, (typeof FAILURES)[number]>> = {
  "target-missed": "below-target",
  "class-dropped": "regression",
};

/** The settings that an owner's shared policy may forbid others to set: all but those that say where a policy comes from. */
export const LOCKABLE = [
  "target",
  "profile",
  "fail",
  "frameworks",
  "comment",
  "drafts",
  "model",
  "models",
  "artifacts",
  "ignore",
  "waivers",
  "language",
  "remote",
] as const;

const isDate = (text: string): boolean => {
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
};

/** Stops a failure and raises nothing. */
const waiver = z
  .strictObject({
    artifact: z.enum(ARTIFACT_IDS).optional().describe("The artifact whose failures are waived"),
    rule: z
      .string()
      .min(1)
      .max(80)
      .optional()
      .describe("A reason under fail, or the rule of a finding, that is waived"),
    path: z.string().min(1).max(300).optional().describe("Only what is about this path, or paths of this glob"),
    reason: z.string().trim().min(1).max(500).describe("Why; it is shown wherever the waiver is"),
    expires: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .refine(isDate, "a date as YYYY-MM-DD")
      .optional()
      .describe("The last day (UTC) on which it holds, as YYYY-MM-DD"),
  })
  .refine(
    ({ artifact, rule }) => (artifact === undefined) !== (rule === undefined),
    "either artifact or rule, and not both",
  );

export const policySchema = z
  .strictObject({
    target: mofClass
      .optional()
      .describe("The MOF class that the release aims at: 3 (Open Model), 2 (Open Tooling), 1 (Open Science)"),
    profile: z
      .enum(["advisory", "standard", "strict"])
      .optional()
      .describe("What makes the check fail, by one word; fail goes before it"),
    fail: z.array(z.enum(FAILURES)).max(20).default([]).describe("What makes the check fail; nothing by default"),
    frameworks: z
      .array(z.enum([firstFramework, ...otherFrameworks]))
      .max(20)
      .default([])
      .describe("Frameworks that are required: one that is not met, or could not be judged, fails the check"),
    comment: z
      .enum(["changes", "always", "never"])
      .default("changes")
      .describe("When the pull-request comment is written"),
    drafts: z.boolean().default(false).describe("Comment on draft pull requests too"),
    model: z.boolean().optional().describe("Say that the repository is (true) or is not (false) a model repository"),
    models: z
      .array(model)
      .max(20)
      .refine(
        (models) => new Set(models.map(({ name }) => name)).size === models.length,
        "every model needs another name",
      )
      .default([])
      .describe("The models of a repository that holds several, each judged alone"),
    artifacts: places
      .default({})
      .describe("Where artifacts are: paths, globs or addresses, declared by the owner, with the license where wanted"),
    ignore: z.array(glob).max(100).default([]).describe("Paths that are not part of the release"),
    waivers: z
      .array(waiver)
      .max(50)
      .default([])
      .describe("Failures that the owner accepts, each with its reason; a waiver never raises the class"),
    language: z
      .enum(["en", "ja", "zh", "zh-CN", "zh-Hans"])
      .transform((tag): "en" | "ja" | "zh" => (tag === "zh-CN" || tag === "zh-Hans" ? "zh" : tag))
      .optional()
      .describe("The language of check run and comment: English (default), Japanese or Simplified Chinese"),
    remote: z
      .boolean()
      .optional()
      .describe(
        "Whether the hosts of linked artifacts are asked about them: by default for public repositories, not for private ones",
      ),
    extends: z
      .string()
      .max(300)
      .optional()
      .describe("Another repository's policy to start from: owner/repository, with :path and @ref where wanted"),
    lock: z
      .array(z.enum(LOCKABLE))
      .max(20)
      .default([])
      .describe("Settings that policies which start from this one cannot change"),
  })
  .meta({ id: "openness-policy-1", title: "Openness policy (.github/openness.yml)" });

export type Policy = z.infer<typeof policySchema>;
export type DeclaredPlace = z.infer<typeof place>;
export type FailOn = Policy["fail"][number];
export type Waiver = Policy["waivers"][number];

/** Whether anything can make the check fail. */
export const isEnforced = ({ fail, frameworks }: Pick<Policy, "fail" | "frameworks">): boolean =>
  fail.length > 0 || frameworks.length > 0;

/** The policy of an owner who wrote none. */
export const DEFAULT_POLICY: Policy = policySchema.parse({});

/** A policy with where it came from and what was wrong with it; what was wrong never stops the audit. */
export interface LoadedPolicy {
  readonly policy: Policy;
  /** `owner/repo/path` or path; null for the defaults. */
  readonly source: string | null;
  /** Every file that the policy is made of, the most general first. */
  readonly sources?: readonly PolicySource[] | undefined;
  /** Settings that are locked for those who start from it. */
  readonly locked?: readonly string[] | undefined;
  /** The day (UTC, YYYY-MM-DD) on which waivers are held against their expiry; without it, those that expire do not hold. */
  readonly today?: string | undefined;
  readonly problems: readonly PolicyProblem[];
  /** What the repository's own file goes over: the owner's policy, with the one that is started from. */
  readonly inherited?: LoadedPolicy | undefined;
  /** The repository's own file; only where the policy was read apart from the audited tree. */
  readonly own?: OwnPolicy | undefined;
  /** The policy that `extends` names, kept for when it cannot be read. */
  readonly parent?: ParentPolicy | undefined;
}

/** The repository's own file as the policy in force has it. */
export interface OwnPolicy {
  /** As problems and sources name it. */
  readonly path: string;
  readonly isThere: boolean;
  /** What it goes over where it starts from no other: the owner's policy. */
  readonly inherited?: LoadedPolicy | undefined;
}

/** A policy that is started from, as it was read. */
export interface ParentPolicy {
  /** As `extends` names it. */
  readonly named: string;
  readonly path: string;
  readonly text: string;
  readonly commit?: string | undefined;
}

/** A file at the commit at which it was read. */
export interface PolicySource {
  /** `owner/repo/path`, or a path of the audited repository. */
  readonly path: string;
  /** The commit, where it is known. */
  readonly commit?: string | undefined;
}

export interface PolicyProblem {
  readonly path: string;
  readonly line: number;
  /** 1-based; left out where only the line is known. */
  readonly column?: number | undefined;
  /** `notice` for what still works; a warning otherwise. */
  readonly level?: "notice" | undefined;
  /** What was found, what was expected, in English. */
  readonly message: string;
  /** The sentence's code and what it is about; left out where only English says it. */
  readonly code?: string | undefined;
  readonly values?: readonly SaidValue[] | undefined;
}
