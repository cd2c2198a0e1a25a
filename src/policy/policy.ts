/**
 * What the owner wants: `.github/openness.yml`. One zod schema gives types, validation and the published JSON Schema.
 */
import { z } from "zod";
import { ARTIFACT_IDS } from "../evidence/artifacts/artifact.ts";
import type { SaidValue } from "../messages/said.ts";

const glob = z.string().min(1).max(200);

const mofClass = z
  .union([z.literal(1), z.literal(2), z.literal(3), z.literal("I"), z.literal("II"), z.literal("III")])
  .transform((value) =>
    typeof value === "number" ? value : { I: 1 as const, II: 2 as const, III: 3 as const }[value],
  );

const places = z.partialRecord(
  z.enum(ARTIFACT_IDS),
  z.union([z.string().max(500), z.array(z.string().max(500)).max(20)]),
);

/** One of several models. Its artifacts are declared by paths of the repository, as those of all are. */
const model = z.strictObject({
  name: z.string().min(1).max(80).describe("What the model is called; no two are called the same"),
  path: z.string().min(1).max(300).describe("Its folder; . for the root"),
  target: mofClass.optional().describe("The class that it aims at, where it is another than that of all"),
  artifacts: places.optional().describe("Where its artifacts are, where that is not found"),
});

export const policySchema = z
  .strictObject({
    target: mofClass
      .optional()
      .describe("The MOF class that the release aims at: 3 (Open Model), 2 (Open Tooling), 1 (Open Science)"),
    fail: z
      .array(z.enum(["target-missed", "class-dropped", "restricted-license", "unlicensed", "undetermined"]))
      .max(5)
      .default([])
      .describe("What makes the check fail; nothing by default"),
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
    artifacts: places.default({}).describe("Where artifacts are: paths, globs or addresses, declared by the owner"),
    ignore: z.array(glob).max(100).default([]).describe("Paths that are not part of the release"),
    language: z
      .enum(["en", "ja", "zh", "zh-CN", "zh-Hans"])
      .transform((tag): "en" | "ja" | "zh" => (tag === "zh-CN" || tag === "zh-Hans" ? "zh" : tag))
      .optional()
      .describe("The language of check run and comment: English (default), Japanese or Simplified Chinese"),
    extends: z.string().max(200).optional().describe("Another repository's policy to start from"),
  })
  .meta({ id: "openness-policy-1", title: "Openness policy (.github/openness.yml)" });

export type Policy = z.infer<typeof policySchema>;
export type FailOn = Policy["fail"][number];

/** The policy of an owner who wrote none. */
export const DEFAULT_POLICY: Policy = policySchema.parse({});

/** A policy with where it came from and what was wrong with it; what was wrong never stops the audit. */
export interface LoadedPolicy {
  readonly policy: Policy;
  /** `owner/repo/path` or path; null for the defaults. */
  readonly source: string | null;
  readonly problems: readonly PolicyProblem[];
}

export interface PolicyProblem {
  readonly path: string;
  readonly line: number;
  /** What was found, what was expected, in English. */
  readonly message: string;
  /** The sentence's code and what it is about; left out where only English says it. */
  readonly code?: string | undefined;
  readonly values?: readonly SaidValue[] | undefined;
}
