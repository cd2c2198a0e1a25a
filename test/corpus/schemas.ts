/** The shapes of the corpus's files: labels made by people, golden summaries made by the audit, and first-look figures. */
import { z } from "zod";
import { ARTIFACT_IDS } from "../../src/evidence/artifacts/artifact.ts";

const fullSha = z.string().regex(/^[0-9a-f]{40}$/, "a commit is named by its full id of 40 digits");
const repository = z.string().regex(/^[\w.-]{1,39}\/[\w.-]{1,100}$/);
const presence = z.enum(["in-repo", "linked", "absent"]);
const confidence = z.enum(["high", "low"]);

const labelled = z.strictObject({
  presence,
  evidence: z.array(z.string().min(1)),
  /** SPDX id, the name of an AI license, or `none` where the repository states nothing that covers it. */
  licence: z.string().min(1).nullable(),
  licence_any: z.array(z.string().min(1)).optional(),
  licence_source: z.string().max(600).nullable(),
  /** `low`: two careful auditors could disagree, so that the component is not scored. */
  confidence,
  /** `low`: the presence is sure, the license is not, so that the license is not scored. */
  licence_confidence: confidence.optional(),
  why: z.string().max(600).optional(),
});

/** What a careful person found in a repository at a commit. */
export const labelSchema = z
  .strictObject({
    repo: repository,
    commit: fullSha,
    is_model_repo: z.boolean(),
    doc_languages: z.array(z.string()).optional(),
    licence_files: z
      .array(
        z.strictObject({
          path: z.string(),
          id: z.string(),
          open: z.boolean(),
          scope: z.string(),
          restrictions: z.array(z.string()),
        }),
      )
      .optional(),
    claims_open_source: z.boolean().optional(),
    notes: z.string().max(3_000).optional(),
    components: z.partialRecord(z.enum(ARTIFACT_IDS), labelled),
  })
  .refine(
    ({ is_model_repo, components }) => !is_model_repo || ARTIFACT_IDS.every((id) => components[id] !== undefined),
    "the label of a model repository speaks of all 17 artifacts",
  );

const golden = z.strictObject({
  presence: z.enum(["in-repo", "linked", "absent", "undetermined"]),
  license: z.string().nullable(),
  openness: z.enum(["open", "restricted", "unlicensed", "unknown"]),
  /** The rule that decided, and the path or address that it found first; null where nothing was found. */
  rule: z.string().nullable(),
  evidence: z.string().nullable(),
});

/** What the audit said of a repository at a commit: facts only, no content. */
export const goldenSchema = z.strictObject({
  repository,
  commit: fullSha,
  isModelRepository: z.boolean(),
  class: z.int().min(0).max(3),
  components: z.strictObject(Object.fromEntries(ARTIFACT_IDS.map((id) => [id, golden])) as Record<Id, typeof golden>),
});

/** Figures of labels that no rule had been made with: what the audit gave when it met these repositories first. */
export const firstLookSchema = z.array(
  z.strictObject({
    batch: z.string().min(1),
    date: z.iso.date(),
    repositories: z.int().positive(),
    presenceF1: z.number().min(0).max(1),
    license: z.number().min(0).max(1),
    falseOpen: z.int().min(0),
  }),
);

type Id = (typeof ARTIFACT_IDS)[number];
export type Label = z.infer<typeof labelSchema>;
export type Golden = z.infer<typeof goldenSchema>;
export type FirstLook = z.infer<typeof firstLookSchema>;
