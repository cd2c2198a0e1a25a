/**
 * The verdict as an unsigned in-toto Statement v1 (in-toto/attestation, `spec/v1/statement.md`), to be signed by those
 * who hold a key. The subject is the commit, so that the statement is about nothing else.
 */
import { z } from "zod";
import { ARTIFACT_IDS } from "../../evidence/artifacts/artifact.ts";
import { jsonFace } from "../json.ts";
import { visible } from "../markdown/escape.ts";
import type { Report } from "../schema.ts";
import { artifactRows } from "./artifact-rows.ts";
import { type FormatContext, timestampOf } from "./context.ts";
import { jsonText } from "./json-text.ts";
import { fullName, gitId, repositoryUrl, sha256 } from "./subject.ts";

/** What the predicate means: this format, first version. A change that a reader could trip over brings another. */
export const PREDICATE_TYPE = "urn:openness:verdict:v1";

const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);

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
    mof: z.object({
      class: level.describe("Class by the framework read strictly; 0: unclassified"),
      toolClass: level.describe("Class as the Model Openness Tool computes it"),
    }),
    policy: z.object({
      met: z.boolean(),
      target: z.union([z.literal(1), z.literal(2), z.literal(3)]).nullable(),
      conclusion: z.enum(["success", "neutral", "failure"]),
    }),
    artifacts: z.record(
      z.enum(ARTIFACT_IDS),
      z.object({
        presence: z.enum(["in-repo", "linked", "absent", "undetermined"]),
        openness: z.enum(["open", "restricted", "unlicensed", "unknown"]),
        verdict: z.enum(["pass", "fail", "warn", "not-applicable", "undetermined"]),
        license: z.string().nullable(),
      }),
    ),
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
  const { tool, mof, policy, subject } = report;
  return {
    verifier: { id: `openness ${visible(tool.version, 40)}`, rules: visible(tool.rules, 40) },
    timeCreated: timestampOf(context.created),
    isModelRepository: report.isModelRepository,
    complete: subject.complete,
    mof: { class: mof.class, toolClass: mof.mot.class },
    policy: { met: policy.met, target: policy.target, conclusion: policy.conclusion },
    artifacts: Object.fromEntries(
      artifactRows(report).map(({ id, component: { presence, openness, verdict, license } }) => [
        id,
        { presence, openness, verdict, license: license?.id == null ? null : visible(license.id, 200) },
      ]),
    ) as Verdict["artifacts"],
    report: { sha256: reportDigest(report) },
  };
}
