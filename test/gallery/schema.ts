/** The shape of a kept file of the gallery: what the audit said of one repository at one commit, and where it is written. */
import { z } from "zod";
import { ARTIFACT_IDS, type ArtifactId } from "../../src/evidence/artifacts/artifact.ts";

const lines = z.tuple([z.int().min(1), z.int().min(1)]);
const path = z.string().min(1);
const verdict = z.enum(["pass", "fail", "warn", "not-applicable", "undetermined"]);

/** A file of the repository; or an address, with the file that names it. */
const place = z.union([
  z.strictObject({ path, lines: lines.optional() }),
  z.strictObject({ url: z.string().min(1), writtenAt: z.strictObject({ path, lines }).optional() }),
]);
const places = z.strictObject({ shown: z.array(place).max(3), more: z.int().min(0) });

const artifact = z.strictObject({
  state: z.enum(["open", "covered", "restricted", "unlicensed", "unknown", "absent", "optional", "undetermined"]),
  presence: z.enum(["in-repo", "linked", "absent", "undetermined"]),
  /** What the report adds to the state, as that only code for fine-tuning was found. */
  note: z.string().optional(),
  license: z
    .strictObject({ id: z.string().nullable(), path, lines: lines.optional(), limits: z.array(z.string()) })
    .nullable(),
  places,
});

export const keptSchema = z.strictObject({
  repository: z.string().regex(/^[\w.-]{1,39}\/[\w.-]{1,100}$/),
  commit: z.string().regex(/^[0-9a-f]{40}$/, "a commit is named by its full id of 40 digits"),
  /** Of the commit. */
  date: z.iso.date(),
  /** On which day what is kept here was last found to be another than before. */
  read: z.iso.date(),
  isModelRepository: z.boolean(),
  because: z.string().min(1),
  class: z.int().min(0).max(3),
  title: z.string().min(1),
  artifacts: z.strictObject(
    Object.fromEntries(ARTIFACT_IDS.map((id) => [id, artifact])) as Record<ArtifactId, typeof artifact>,
  ),
  frameworks: z.array(
    z.strictObject({
      id: z.string(),
      verdict,
      requirements: z.array(z.strictObject({ id: z.string(), verdict, because: z.string(), places })),
    }),
  ),
  findings: z.array(
    z.strictObject({
      rule: z.string(),
      level: z.enum(["notice", "warning", "failure"]),
      message: z.string(),
      place: z.strictObject({ path, lines: lines.optional() }).nullable(),
    }),
  ),
});

/** What is wrong in the kept files, as long as it is. */
export const reviewSchema = z.array(
  z.strictObject({
    repository: z.string(),
    /** The artifact or the requirement that is judged wrongly; `model` for whether it is a model repository. */
    about: z.string().min(1),
    /** A part of what is kept of it that is wrong: an address, a path, a state, some words. */
    says: z.string().min(1),
    /** What is right; plain text, written by us. */
    right: z.string().min(1),
    /** Where that is written. */
    at: z.strictObject({ path, lines }).optional(),
  }),
);

export type Mistake = z.infer<typeof reviewSchema>[number];
export type Kept = z.infer<typeof keptSchema>;
export type KeptPlace = z.infer<typeof place>;
export type KeptPlaces = z.infer<typeof places>;
