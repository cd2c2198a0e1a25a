/**
 * The frameworks beside the Model Openness Framework as standards with their requirements, and their verdicts as
 * attestations. Only what passed counts in full, and what could not be told is no conformance and no lack of it.
 */
import { en } from "../../../messages/en.ts";
import { type FrameworkRow, frameworkRows, type RequirementRow } from "../../framework-rows.ts";
import { visible } from "../../markdown/escape.ts";
import type { Report } from "../../schema.ts";

const MOST_FRAMEWORKS = 50;
const MOST_REQUIREMENTS = 200;

/** By position: what a report calls its frameworks may be anything. */
const frameworkRef = (index: number): string => `framework-${index + 1}`;
const requirementRef = (index: number, requirement: number): string => `framework-${index + 1}-${requirement + 1}`;

interface Judged {
  readonly row: FrameworkRow;
  /** Without those that do not apply: CycloneDX has no word for them. */
  readonly requirements: readonly RequirementRow[];
}

const judged = (report: Report): readonly Judged[] =>
  frameworkRows(report, en)
    .slice(0, MOST_FRAMEWORKS)
    .map((row) => ({
      row,
      requirements: row.requirements.filter(({ verdict }) => verdict !== "not-applicable").slice(0, MOST_REQUIREMENTS),
    }))
    .filter(({ requirements }) => requirements.length > 0);

/** `definitions.standards`, beside the framework of the class. */
export const frameworkStandards = (report: Report): readonly object[] =>
  judged(report).map(({ row, requirements }, index) => ({
    "bom-ref": frameworkRef(index),
    name: visible(row.title, 200) || "A framework without a name",
    requirements: requirements.map(({ id, title }, at) => ({
      "bom-ref": requirementRef(index, at),
      identifier: visible(id, 100) || "requirement",
      text: visible(title, 300),
    })),
  }));

/** `declarations.attestations`, one for each of them. */
export const frameworkAttestations = (report: Report, assessor: string): readonly object[] =>
  judged(report).map(({ row, requirements }, index) => ({
    summary: `${visible(row.title, 200)}: ${row.word}`,
    assessor,
    map: requirements.map((one, at) => ({ requirement: requirementRef(index, at), ...outcomeOf(one) })),
  }));

const SCORES = { pass: 1, warn: 0.5, fail: 0 } as const;

function outcomeOf({ verdict, word, because }: RequirementRow): object {
  const rationale = `${word}. ${visible(because, 600)}`;
  return verdict === "pass" || verdict === "warn" || verdict === "fail"
    ? { conformance: { score: SCORES[verdict], rationale } }
    : { confidence: { score: 0, rationale } };
}
