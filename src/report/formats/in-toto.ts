/**
 * The verdict as an unsigned in-toto Statement v1 (in-toto/attestation, `spec/v1/statement.md`), to be signed by those
 * who hold a key. The subject is the commit, so that the statement is about nothing else.
 */
import { z } from "zod";
import { ARTIFACT_IDS } from "../../evidence/artifacts/artifact.ts";
import { jsonFace } from "../json.ts";
import { visible } from "../markdown/escape.ts";
import type { Report } from "../schema.ts";
import { type FormatContext, timestampOf } from "./context.ts";
import { jsonText } from "./json-text.ts";
import { fullName, gitId, repositoryUrl, sha256 } from "./subject.ts";

/** What the predicate means: this format, first version. A change that a reader could trip over brings another. */
export const PREDICATE_TYPE = "urn:openness:verdict:v1";

const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

const verdict = z.enum(["pass", "fail", "warn", "not-applicable", "undetermined"]);
const classes = z.object({
  class: level.describe("Class by the framework read strictly; 0: unclassified"),
  toolClass: level.describe("Class as the Model Openness Tool computes it"),
});
const artifacts = z.record(
  z.enum(ARTIFACT_IDS),
  z.object({
    presence: z.enum(["in-repo", "linked", "absent", "undetermined"]),
    openness: z.enum(["open", "restricted", "unlicensed", "unknown"]),
    verdict,
    license: z.string().nullable(),
  }),
);

/** The predicate. Its JSON Schema is `docs/verdict.schema.json`. */
export const verdictSchema = z
  .object({
    verifier: z.object({
      id: z.string().describe("Program and version that audited"),
      rules: z.string().describe("Version of the rule set"),
    }),
    timeCreated: z.iso.datetime().describe("When the statement was made"),
    isModelRepository: z.boolean(),
    complete: z.boolean().describe("False when some of the tree could not be seen"),
    mof: classes,
    policy: z.object({
      sources: z
        .array(z.object({ path: z.string(), commit: z.string().optional() }))
        .describe("The files that the policy is made of, at their commits; empty for the defaults"),
      waivers: z.int().min(0).describe("Failures that the owner accepts and that would count otherwise"),
      met: z.boolean(),
      target: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
      conclusion: z.enum(["success", "neutral", "failure"]),
    }),
    artifacts,
    frameworks: z
      .record(z.string(), z.object({ version: z.string(), verdict }))
      .describe("Verdicts by other frameworks, by their ids"),
    models: z
      .array(z.object({ name: z.string(), path: z.string(), mof: classes, met: z.boolean(), artifacts }))
      .optional()
      .describe("Where the repository holds several models: each of them; the rest speaks for the least open one"),
    report: z.object({ sha256: z.string().describe("Digest of the JSON report, as `--format json` prints it") }),
  })
  .meta({ id: "openness-verdict-1", title: "Predicate of an openness verdict" });

type Verdict = z.infer<typeof verdictSchema>;

/** The statement as JSON, without a line break at the end. */
export function inTotoFace(report: Report, context: FormatContext): string {
  return jsonText({
    _type: "https://in-toto.io/Statement/v1",
    subject: [subjectOf(report, context)],
    predicateType: PREDICATE_TYPE,
    predicate: verdictOf(report, context),
  });
}

/** Digests of git objects by the names of in-toto's digest set; the report itself where there is no such object. */
function subjectOf(report: Report, context: FormatContext): { name: string; digest: Readonly<Record<string, string>> } {
  const commit = gitId(report.subject.commit);
  const tree = gitId(report.subject.tree);
  const name = repositoryUrl(report, context) ?? fullName(report);
  if (commit !== undefined) return { name, digest: { gitCommit: commit } };
  if (tree !== undefined) return { name, digest: { gitTree: tree } };
  return { name: "openness-report.json", digest: { sha256: reportDigest(report) } };
}

const reportDigest = (report: Report): string => sha256(`${jsonFace(report)}\n`);

function verdictOf(report: Report, context: FormatContext): Verdict {
  const { tool, policy, subject } = report;
  return {
    verifier: { id: `openness ${visible(tool.version, 40)}`, rules: visible(tool.rules, 40) },
    timeCreated: timestampOf(context.created),
    isModelRepository: report.isModelRepository,
    complete: subject.complete,
    mof: classesOf(report),
    policy: {
      sources: (policy.sources ?? []).slice(0, 20).map(({ path, commit }) => ({
        path: visible(path, 300),
        ...(commit === undefined ? {} : { commit: visible(commit, 64) }),
      })),
      waivers: (policy.waivers ?? []).filter(({ state }) => state === "applied").length,
      met: policy.met,
      target: policy.target,
      conclusion: policy.conclusion,
    },
    artifacts: artifactsOf(report),
    frameworks: Object.fromEntries(
      Object.entries(report.frameworks)
        .slice(0, 50)
        .map(([id, one]) => [visible(id, 100), { version: visible(one.version, 40), verdict: one.verdict }]),
    ),
    ...modelsOf(report),
    report: { sha256: reportDigest(report) },
  };
}

const classesOf = ({ mof }: Pick<Report, "mof">): Verdict["mof"] => ({ class: mof.class, toolClass: mof.mot.class });

const artifactsOf = (report: Pick<Report, "components">): Verdict["artifacts"] =>
  Object.fromEntries(
    ARTIFACT_IDS.map((id) => {
      const { presence, openness, verdict: reached, license } = report.components[id];
      return [
        id,
        { presence, openness, verdict: reached, license: license?.id == null ? null : visible(license.id, 200) },
      ];
    }),
  ) as Verdict["artifacts"];

function modelsOf({ models = [] }: Report): Pick<Verdict, "models"> {
  if (models.length < 2) return {};
  return {
    models: models.map((model) => ({
      name: visible(model.name, 100),
      path: visible(model.path, 300),
      mof: classesOf(model),
      met: model.policy.met,
      artifacts: artifactsOf(model),
    })),
  };
}
