/** The report as a check run: the verdict in the title, what to do in the summary, the evidence in the text. */
import { en } from "../messages/en.ts";
import { changesBetween, hasChanges } from "./changes.ts";
import { limitLines, limitText, MAX_ANNOTATIONS, MAX_CHECK_TEXT } from "./limit.ts";
import { text, visible } from "./markdown/escape.ts";
import type { Place } from "./markdown/links.ts";
import {
  artifactTable,
  blindSpots,
  changeLines,
  evidenceList,
  findingsByLevel,
  type Lines,
  licenseFileList,
  motLines,
  policySection,
  problems,
  remedies,
  section,
} from "./markdown/sections.ts";
import type { Report, ReportFinding } from "./schema.ts";
import { titleOf, verdictLine } from "./verdict.ts";

/** Never changes once shipped: branch protection names it. */
export const CHECK_NAME = "Openness";

export interface CheckRunContext extends Place {
  /** The report of the commit that this one is compared with. */
  readonly base?: Report;
}

const MAX_ANNOTATION_TITLE = 255;

/** The shape of the REST API's `output.annotations`. */
export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly annotation_level: "notice" | "warning" | "failure";
  readonly title: string;
  readonly message: string;
}

export interface CheckRunFace {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly annotations: readonly Annotation[];
  readonly conclusion: "success" | "neutral" | "failure";
}

/** Draws a check run within GitHub's limits. Links point to the audited commit. */
export function checkRunFace(report: Report, context: CheckRunContext): CheckRunFace {
  const annotated = findingsByLevel(report).flatMap(annotationOf);
  const annotations = annotated.slice(0, MAX_ANNOTATIONS);
  const summary = summaryOf(report, context, annotated.length - annotations.length);
  return {
    title: titleOf(report),
    summary: limitLines(summary.join("\n"), MAX_CHECK_TEXT, en.face.linesCut),
    text: limitLines(textOf(report, context).join("\n").trim(), MAX_CHECK_TEXT, en.face.linesCut),
    annotations,
    conclusion: report.policy.conclusion,
  };
}

function summaryOf(report: Report, context: CheckRunContext, notAnnotated: number): Lines {
  const cut = notAnnotated > 0 ? ["", en.face.annotationsCut(notAnnotated)] : [];
  const found = section(`### ${en.face.problems}`, problems(report, context, 20));
  if (!report.isModelRepository) return [...notAModel(report), ...policySection(report), ...found, ...cut];
  const { nextClass } = report.mof;
  return [
    verdictLine(report),
    ...policySection(report),
    ...section("", blindSpots(report)).slice(1),
    ...changed(report, context),
    "",
    ...artifactTable(report, context),
    ...found,
    ...cut,
    ...section(`### ${nextClass === null ? "" : en.face.remediesFor(nextClass)}`, remedies(report)),
  ];
}

function changed(report: Report, { base }: CheckRunContext): Lines {
  if (base === undefined) return [];
  const changes = changesBetween(base, report);
  return hasChanges(changes) ? section(`### ${en.face.changes}`, changeLines(changes)) : [];
}

/** Why a repository was not audited. */
export const notAModel = (report: Report): Lines => [
  `**${en.face.notAModel}**`,
  "",
  `${en.face.notAModelBecause} ${text(report.isModelRepositoryBecause, 400)}`,
];

function textOf(report: Report, context: CheckRunContext): Lines {
  if (!report.isModelRepository) return [];
  return [
    ...section(`### ${en.face.evidence}`, evidenceList(report, context, 10)),
    ...section(`### ${en.face.licenseFiles}`, licenseFileList(report, context)),
    ...section(`### ${en.face.motTitle}`, motLines(report)),
    ...(report.policy.source === null ? [] : ["", en.face.policyUsed(text(report.policy.source))]),
  ];
}

function annotationOf(finding: ReportFinding): readonly Annotation[] {
  if (finding.path === undefined) return [];
  const [first, last] = finding.lines ?? [1, 1];
  return [
    {
      path: finding.path.toWellFormed(),
      start_line: first,
      end_line: Math.max(first, last),
      annotation_level: finding.level,
      title: ruleTitle(finding.rule),
      message: visible(finding.message, 2000) || finding.rule,
    },
  ];
}

const ruleTitle = (rule: string): string =>
  Object.hasOwn(en.rule, rule) ? en.rule[rule]! : limitText(visible(rule, 200), MAX_ANNOTATION_TITLE);
