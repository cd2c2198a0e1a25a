/**
 * The verdict as CycloneDX attestations (CycloneDX 1.7, declarations and definitions): the framework is the standard,
 * each artifact a requirement, and what was found a claim with its evidence, or a counter-claim.
 */
import { CLASS_LABELS, CLASSES_UPWARD, COMPONENTS, requiredUpTo } from "../../../frameworks/mof/catalogue.ts";
import { FRAMEWORK_NAME } from "../../../frameworks/mof/file.ts";
import { visible } from "../../markdown/escape.ts";
import type { Report } from "../../schema.ts";
import { type ArtifactRow, artifactRows } from "../artifact-rows.ts";
import { type FormatContext, timestampOf } from "../context.ts";
import { remoteWords } from "../remote-words.ts";
import { fileAddress, relativeUri, webAddress } from "../subject.ts";
import { componentRef, MODEL_REF } from "./components.ts";
import { frameworkAttestations } from "./frameworks.ts";

const requirementRef = (id: string): string => `requirement-${id}`;
const claimRef = (id: string): string => `claim-${id}`;
const evidenceRef = (id: string): string => `evidence-${id}`;
const ASSESSOR_REF = "assessor";
const MOST_PLACES = 200;

/** The framework: 17 requirements, and the levels that ask for them. */
export const mofStandard = (): object => ({
  "bom-ref": "mof",
  name: FRAMEWORK_NAME,
  version: "1.0",
  owner: "LF AI & Data Foundation",
  requirements: COMPONENTS.map(({ id, name, required }) => ({
    "bom-ref": requirementRef(id),
    identifier: id,
    text: `${name}, released under an open license${required ? "" : " (optional)"}`,
  })),
  levels: CLASSES_UPWARD.map((level) => ({
    "bom-ref": `class-${level}`,
    identifier: CLASS_LABELS[level],
    requirements: requiredUpTo(level).map(({ id }) => requirementRef(id)),
  })),
});

/** What the audit claims, requirement by requirement. What could not be looked at is in neither list. */
export function declarationsOf(report: Report, context: FormatContext): object {
  const rows = artifactRows(report);
  const claimed = rows.filter(({ state }) => state !== "undetermined");
  return {
    assessors: [{ "bom-ref": ASSESSOR_REF, thirdParty: false, organization: { name: "openness" } }],
    attestations: [
      {
        summary: `${report.mof.label}, by the ${FRAMEWORK_NAME}`,
        assessor: ASSESSOR_REF,
        map: rows.map(attested),
      },
      ...frameworkAttestations(report, ASSESSOR_REF),
    ],
    claims: claimed.map((row) => ({
      "bom-ref": claimRef(row.id),
      target: row.isPresent ? componentRef(row.id) : MODEL_REF,
      predicate: `${row.kind.name}: ${row.word}`,
      reasoning: row.sentence,
      ...(row.component.evidence.length === 0 ? {} : { evidence: [evidenceRef(row.id)] }),
    })),
    evidence: claimed
      .filter(({ component }) => component.evidence.length > 0)
      .map((row) => ({
        "bom-ref": evidenceRef(row.id),
        propertyName: `mof:${row.id}`,
        data: placesOf(report, context, row),
        created: timestampOf(context.created),
      })),
  };
}

function attested({ id, state, excused, sentence }: ArtifactRow): object {
  const requirement = requirementRef(id);
  if (state === "undetermined") return { requirement, confidence: { score: 0, rationale: sentence } };
  const counts = state === "open" || excused === "covered";
  return {
    requirement,
    [counts ? "claims" : "counterClaims"]: [claimRef(id)],
    conformance: { score: counts ? 1 : 0, rationale: sentence },
  };
}

const placesOf = (report: Report, context: FormatContext, { component }: ArtifactRow): readonly object[] =>
  component.evidence.slice(0, MOST_PLACES).map((piece) => {
    const { path, url, lines, rule } = piece;
    const looked = remoteWords(piece);
    const at = path === undefined ? webAddress(url) : (fileAddress(report, context, path, lines) ?? relativeUri(path));
    const name = `${visible(path ?? url ?? "", 300)}${lines === undefined ? "" : `:${lines[0]}-${lines[1]}`}`;
    return {
      name: `${name} (${visible(rule, 80)}${looked === undefined ? "" : `; ${looked}`})`,
      ...(at === undefined ? {} : { contents: { url: at } }),
    };
  });
