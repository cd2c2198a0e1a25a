/** The results of the SARIF file: one for each artifact that does not count, one for each finding. */

import { en } from "../../../messages/en.ts";
import { visible } from "../../markdown/escape.ts";
import type { LineRange } from "../../markdown/links.ts";
import { reportAbout } from "../../one-model.ts";
import type { ComponentReport, Report, ReportFinding } from "../../schema.ts";
import { remedyOf } from "../../verdict.ts";
import { type ArtifactRow, artifactRows } from "../artifact-rows.ts";
import { relativeUri, sha256 } from "../subject.ts";
import { artifactRuleId, findingRuleId, type SarifLevel, sarifLevel } from "./rules.ts";

export interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex?: number;
  readonly level: SarifLevel;
  readonly message: { readonly text: string };
  readonly locations: readonly SarifLocation[];
  readonly partialFingerprints: Readonly<Record<string, string>>;
  readonly properties?: Readonly<Record<string, string>>;
}

export interface SarifLocation {
  readonly physicalLocation: {
    readonly artifactLocation: { readonly uri: string; readonly uriBaseId: string };
    readonly region?: { readonly startLine: number; readonly endLine: number };
  };
}

/** GitHub shows 5,000 results of a run. */
const MOST_FINDINGS = 5000;
/** 17 artifacts each, and a run may hold 25,000 results. */
const MOST_MODELS = 1000;
/** Our own name beside the others, so that no other tool's fingerprint is taken for ours (SARIF, section 3.27.17). */
const FINGERPRINT = "openness/v1";

/** The results, artifacts first. */
export function sarifResults(report: Report): readonly SarifResult[] {
  const { models = [] } = report;
  const artifacts =
    models.length < 2
      ? artifactResults(report, undefined)
      : models.slice(0, MOST_MODELS).flatMap((model) => artifactResults(reportAbout(report, model), model.name));
  return [...artifacts, ...findingResults(report.findings.slice(0, MOST_FINDINGS), anchorOf(report))];
}

/** What does not count of a release, or of one of several models by its name. */
function artifactResults(report: Report, model: string | undefined): readonly SarifResult[] {
  const anchor = anchorOf(report);
  const rows = report.isModelRepository ? artifactRows(report) : [];
  return rows
    .filter(({ state, excused }) => state !== "open" && excused === undefined)
    .map((row) => artifactResult(report, row, anchor, model));
}

/** Every result needs a file: what is missing is told at the README, else at a license file, else where evidence is. */
function anchorOf({ components, licenseFiles }: Report): string {
  const paths = [
    ...Object.values(components).flatMap(({ evidence }) => evidence.map((one) => one.path ?? one.writtenAt?.path)),
    ...licenseFiles.map(({ path }) => path),
  ].filter((path) => path !== undefined && relativeUri(path) !== undefined) as string[];
  const readmes = paths.filter((path) => /^readme[^/]{0,40}$/i.test(path)).sort();
  return (
    readmes[0] ?? licenseFiles.map(({ path }) => path).find((path) => paths.includes(path)) ?? paths[0] ?? "README.md"
  );
}

function artifactResult(report: Report, row: ArtifactRow, anchor: string, model: string | undefined): SarifResult {
  const { id, state, sentence, component } = row;
  const remedy = state === "open" ? "" : remedyOf(report, id, state, en).remedy;
  const isNeeded = report.mof.missingForNext.some((missing) => missing.id === id);
  const ruleId = artifactRuleId(id);
  return {
    ruleId,
    level: isNeeded && state !== "undetermined" ? "warning" : "note",
    message: { text: messageText(`${model === undefined ? "" : `${visible(model, 80)}: `}${sentence} ${remedy}`) },
    locations: [locationOf(...placeOf(component, state, anchor), anchor)],
    // Neither state nor place: an alert stays the same one while the artifact is worked on.
    partialFingerprints: { [FINGERPRINT]: sha256(model === undefined ? ruleId : JSON.stringify([ruleId, model])) },
    properties: {
      state,
      presence: component.presence,
      openness: component.openness,
      ...(model === undefined ? {} : { model: visible(model, 80) }),
    },
  };
}

/** A license that restricts is told where it is stated, a missing one where the artifact is. */
function placeOf(
  { license, evidence }: ComponentReport,
  state: ArtifactRow["state"],
  anchor: string,
): [path: string, lines: LineRange | undefined] {
  if (state === "absent" || state === "undetermined") return [anchor, undefined];
  if (license !== null) return [license.source.path, license.source.lines];
  const [first] = evidence;
  return first?.path !== undefined
    ? [first.path, first.lines]
    : [first?.writtenAt?.path ?? anchor, first?.writtenAt?.lines];
}

/** The same finding twice in a file is told apart by its turn, not by its line, which moves with every edit. */
function findingResults(findings: readonly ReportFinding[], anchor: string): readonly SarifResult[] {
  const turns = new Map<string, number>();
  return findings.map((finding) => {
    const { rule, level, message } = finding;
    // What lies in another commit or repository cannot be shown in this tree: its path goes into the words.
    const isHere = finding.elsewhere !== true;
    const [path, lines] = isHere ? [finding.path, finding.lines] : [];
    const elsewhere = isHere || finding.path === undefined ? "" : ` (${visible(finding.path, 300)})`;
    const key = JSON.stringify([rule, finding.path ?? "", message]);
    const turn = turns.get(key) ?? 0;
    turns.set(key, turn + 1);
    return {
      ruleId: findingRuleId(rule),
      level: sarifLevel(level),
      message: { text: messageText(`${message}${elsewhere}`) },
      locations: [locationOf(path ?? anchor, path === undefined ? undefined : lines, anchor)],
      partialFingerprints: { [FINGERPRINT]: sha256(`${key}:${turn}`) },
    };
  });
}

function locationOf(path: string, lines: LineRange | undefined, anchor: string): SarifLocation {
  const uri = relativeUri(path);
  return {
    physicalLocation: {
      artifactLocation: { uri: uri ?? relativeUri(anchor) ?? "README.md", uriBaseId: "%SRCROOT%" },
      region:
        uri === undefined || lines === undefined ? FIRST_LINE : { startLine: lines[0], endLine: Math.max(...lines) },
    },
  };
}

/** GitHub shows no result without a line. */
const FIRST_LINE = { startLine: 1, endLine: 1 };

/** One line in which nothing is a link or a placeholder (SARIF 2.1.0, sections 3.11.5 and 3.11.6). */
const messageText = (words: string): string =>
  (visible(words, 1500) || "Nothing more is known.").replace(/[[\]\\]/g, "\\$&").replace(/[{}]/g, "$&$&");
