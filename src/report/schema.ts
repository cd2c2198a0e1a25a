/**
 * The report: the whole outcome for one snapshot, as JSON. One zod schema gives the types, the validation and the
 * published JSON Schema. A change that a reader could trip over raises `SCHEMA_VERSION` (semantic versioning).
 */
import { z } from "zod";
import { ARTIFACT_IDS } from "../evidence/artifacts/artifact.ts";
import { DESCRIBED_TOPICS } from "../evidence/model-description.ts";
import { remoteFact } from "../evidence/remote/fact.ts";
import { REMOTE_KINDS } from "../evidence/remote/request.ts";
import { LANGUAGES } from "../messages/languages.ts";
import type { SaidValue } from "../messages/said.ts";

export const SCHEMA_VERSION = "1.2.0";

const lines = z.tuple([z.int().min(1), z.int().min(1)]).describe("First and last line, 1-based, inclusive");

const value: z.ZodType<SaidValue> = z
  .lazy(() => z.union([z.string(), z.number(), z.array(value), said]))
  .meta({ id: "openness-value-1" });
const values = z.array(value).readonly();
const code = z.string().describe("The sentence, by group and name; the same in every language");

/** A sentence without its words: English ones stand beside it. */
const said = z.object({ code, values }).readonly().meta({
  id: "openness-said-1",
  description: "A sentence by its code, with what it is about in the sentence's order",
});
const sentences = z.array(said).readonly().optional();

const swhid = z.string().regex(/^swh:1:(?:cnt|dir|rev):[0-9a-f]{40}$/);

const evidence = z
  .object({
    path: z.string().optional().describe("Path in the repository"),
    url: z.string().optional().describe("Address of an artifact that the documents link"),
    lines: lines.optional(),
    sha: z.string().optional().describe("Git object id of the file at the commit"),
    swhid: swhid.optional().describe("Software Heritage identifier of the file's content (ISO/IEC 18670)"),
    writtenAt: z.object({ path: z.string(), lines }).optional().describe("Where the URL is written"),
    rule: z.string().describe("The rule that found it"),
    remote: remoteFact.optional().describe("What the host of a linked artifact said of it"),
  })
  .refine((e) => e.path !== undefined || e.url !== undefined, "evidence names a path or a url");

const restriction = z.object({
  category: z.string().describe("noncommercial, user-threshold, use-policy, territory, …"),
  freedoms: z.array(z.enum(["use", "study", "modify", "share"])),
  quote: z.string(),
  lines: lines.optional(),
});

const license = z.object({
  id: z
    .string()
    .nullable()
    .describe("SPDX identifier or LicenseRef-…; null where a license is stated that cannot be named"),
  open: z.boolean().nullable(),
  restrictions: z.array(restriction),
  source: z.object({ path: z.string(), lines: lines.optional() }).describe("What states the license"),
  scope: z.string().describe("The scope rule that applied it: component, type, folder, distribution, …"),
  typeAppropriate: z.boolean().nullable().describe("MOF: the license should fit the type of the artifact"),
});

export const component = z
  .object({
    presence: z.enum(["in-repo", "linked", "absent", "undetermined"]),
    evidence: z.array(evidence),
    because: z.string().describe("Why it is there, or not, in one sentence"),
    becauseSaid: said.optional(),
    note: z.string().optional(),
    noteSaid: said.optional(),
    license: license.nullable(),
    openness: z.enum(["open", "restricted", "unlicensed", "unknown"]),
    verdict: z.enum(["pass", "fail", "warn", "not-applicable", "undetermined"]),
  })
  .meta({ id: "openness-artifact-1" });

const progress = z.object({ 1: z.number(), 2: z.number(), 3: z.number() });

const mofProfile = z.object({
  class: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]).describe("0: unclassified"),
  label: z.string(),
  progress: progress.describe("Per cent of each class"),
});

export const mof = mofProfile
  .extend({
    missingForNext: z
      .array(
        z.object({
          id: z.enum(ARTIFACT_IDS),
          why: z.enum(["absent", "unlicensed", "restricted", "unknown", "undetermined"]),
        }),
      )
      .describe("What keeps the release from the next class"),
    nextClass: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
    /** What the Model Openness Tool would compute from the same facts, and where its rules differ. */
    mot: mofProfile.extend({ differences: z.array(z.string()), differencesSaid: sentences }),
  })
  .meta({ id: "openness-mof-1" });

export const finding = z
  .object({
    rule: z.string(),
    level: z.enum(["notice", "warning", "failure"]),
    message: z.string().describe("What was found, in English"),
    code: code.optional(),
    values: values.optional(),
    path: z.string().optional(),
    lines: lines.optional(),
    column: z.number().int().optional().describe("1-based, on the first of the lines"),
    elsewhere: z
      .literal(true)
      .optional()
      .describe("The path is of no file in the audited tree, but of another commit or repository"),
  })
  .meta({ id: "openness-finding-1" });

export const licenseFile = z
  .object({
    path: z.string(),
    ids: z.array(z.string()),
    expression: z.string().nullable(),
    open: z.boolean().nullable(),
    restrictions: z.array(restriction),
    scope: z.string().describe("What the file covers: all, code, parameters, data, documents, or a folder"),
  })
  .meta({ id: "openness-license-file-1" });

/** Another framework than the MOF, and what each of its rules came to. */
const framework = z
  .object({
    id: z.string(),
    title: z.string(),
    version: z.string().describe("Version or date of the text that the rules follow"),
    verdict: z.enum(["pass", "fail", "warn", "not-applicable", "undetermined"]).describe("The worst of its rules"),
    requirements: z.array(
      z.object({
        id: z.string(),
        verdict: z.enum(["pass", "fail", "warn", "not-applicable", "undetermined"]),
        because: z.string().describe("Why, in English"),
        becauseSaid: said,
        evidence: z.array(z.object({ path: z.string(), lines })),
        artifacts: z
          .array(
            z.object({
              id: z.enum(ARTIFACT_IDS),
              verdict: z.enum(["pass", "fail", "warn", "not-applicable", "undetermined"]),
            }),
          )
          .optional()
          .describe("Where the rule judges artifacts one by one: each of them"),
      }),
    ),
  })
  .meta({ id: "openness-framework-1" });

const modelDescription = z
  .object({
    task: z.string().optional().describe("`pipeline_tag` of the card"),
    library: z.string().optional().describe("`library_name` of the card"),
    languages: z.array(z.string()).readonly().optional().describe("`language` of the card"),
    baseModels: z.array(z.string()).readonly().optional().describe("`base_model` of the card"),
    architectureFamily: z.string().optional().describe("`model_type` of the configuration"),
    architecture: z.string().optional().describe("The first of the configuration's `architectures`"),
    metrics: z
      .array(z.object({ metric: z.string(), value: z.string(), dataset: z.string().optional() }).readonly())
      .readonly()
      .optional()
      .describe("Results of the card's `model-index`"),
    emissions: z
      .object({
        grams: z.number().min(0).describe("Grams of CO2 equivalent"),
        activity: z.enum(["training", "fine-tuning"]).optional(),
        hardware: z.string().optional(),
        place: z.string().optional(),
      })
      .readonly()
      .optional()
      .describe("`co2_eq_emissions` of the card"),
    statements: z
      .array(
        z
          .object({ topic: z.enum(DESCRIBED_TOPICS), text: z.string(), path: z.string(), lines: lines.readonly() })
          .readonly(),
      )
      .readonly()
      .optional()
      .describe("The beginning of the card's sections, by what they are about"),
  })
  .readonly()
  .meta({ id: "openness-model-description-1" });

const whole = z.object({
  schemaVersion: z.literal(SCHEMA_VERSION),
  tool: z.object({
    name: z.literal("openness"),
    version: z.string(),
    rules: z.string().describe("Version of the rule set"),
  }),
  subject: z.object({
    source: z.enum(["github", "git", "folder"]),
    repository: z.object({ owner: z.string(), name: z.string() }).optional(),
    commit: z.string().nullable(),
    tree: z.string(),
    swhids: z
      .object({ revision: swhid.optional(), directory: swhid.optional() })
      .optional()
      .describe(
        "Software Heritage identifiers (ISO/IEC 18670) of the commit and of its tree; none where ids are SHA-256. That they can be computed does not say that the archive holds them.",
      ),
    complete: z.boolean().describe("False when some of the tree could not be seen"),
    blindSpots: z.array(z.string()).describe("What could not be seen, and why"),
    blindSpotsSaid: sentences,
    occupied: z
      .array(z.string())
      .optional()
      .describe("Files that are there under names that the comment would propose for new ones"),
  }),
  isModelRepository: z.boolean(),
  isModelRepositoryBecause: z.string(),
  isModelRepositoryBecauseSaid: said.optional(),
  components: z.record(z.enum(ARTIFACT_IDS), component),
  licenseFiles: z.array(licenseFile),
  modelDescription: modelDescription
    .optional()
    .describe("What card and configuration say of the model; nobody checked it, and no verdict rests on it"),
  mof,
  frameworks: z.record(z.string(), framework).describe("Other frameworks, by id"),
  findings: z.array(finding),
  policy: z.object({
    source: z.string().nullable().describe("Which file set the policy; null for the defaults"),
    target: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
    met: z.boolean().describe("False only where the owner's policy demands more than was found"),
    conclusion: z.enum(["success", "neutral", "failure"]),
    reasons: z.array(z.string()),
    reasonsSaid: sentences,
    sources: z
      .array(z.object({ path: z.string(), commit: z.string().optional() }))
      .optional()
      .describe("The files that the policy is made of, the most general first, at their commits"),
    waivers: z
      .array(
        z.object({
          artifact: z.enum(ARTIFACT_IDS).optional(),
          rule: z.string().optional(),
          path: z.string().optional(),
          reason: z.string(),
          expires: z.string().optional(),
          state: z.enum(["applied", "expired", "unused"]),
        }),
      )
      .optional()
      .describe("Failures that the owner accepts, and what became of each; the class is what it is without them"),
    language: z.enum(LANGUAGES).optional().describe("The language that the owner asked for"),
    file: z.string().optional().describe("Git object id of the policy file in the audited tree"),
    proposed: z
      .object({
        conclusion: z.enum(["success", "neutral", "failure"]),
        met: z.boolean(),
        class: z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]),
        reasons: z.array(z.string()),
        reasonsSaid: sentences,
        isGone: z.boolean().describe("The commit holds no policy file, the default branch does"),
        isPart: z.boolean().describe("It starts from another policy than the one in force, which was not read"),
        day: z.string().optional().describe("The day for which its waivers were judged, YYYY-MM-DD in UTC"),
      })
      .optional()
      .describe(
        "What the check would be with the policy that the audited commit holds, where it differs from the one in force",
      ),
  }),
});

/** One of several models: what the report says of it alone. */
const model = whole
  .pick({
    isModelRepository: true,
    isModelRepositoryBecause: true,
    isModelRepositoryBecauseSaid: true,
    components: true,
    licenseFiles: true,
    modelDescription: true,
    mof: true,
    frameworks: true,
    findings: true,
    policy: true,
  })
  .extend({ name: z.string(), path: z.string().describe("Its folder; empty for the root") });

const remoteLook = z.object({
  wanted: z
    .array(z.object({ kind: z.enum(REMOTE_KINDS), id: z.string(), revision: z.string().optional() }))
    .describe("What there is to ask; nothing was asked where facts is empty"),
  facts: z.array(remoteFact),
});

export const reportSchema = whole
  .extend({
    models: z
      .array(model)
      .optional()
      .describe(
        "Where the owner declares several models: each of them. The rest of the report speaks for the least open one, and its findings and conclusion are those of all.",
      ),
    remote: remoteLook
      .optional()
      .describe("What there was to ask of the hosts of linked artifacts, and what they said"),
  })
  .meta({ id: "openness-report-1", title: "Openness report" });

export type Report = z.infer<typeof reportSchema>;
export type ModelReport = z.infer<typeof model>;
export type ComponentReport = z.infer<typeof component>;
export type RestrictionReport = z.infer<typeof restriction>;
export type ReportFinding = z.infer<typeof finding>;
export type MofReport = z.infer<typeof mof>;
