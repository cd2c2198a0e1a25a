/** The report as a check run: the verdict in the title, what to do in the summary, the evidence in the text. */
import type { Messages } from "../messages/en.ts";
import { spoken } from "../messages/said.ts";
import { changesBetween, hasChanges } from "./changes.ts";
import { messagesOf, wordIn } from "./language.ts";
import { limitLines, limitText, MAX_ANNOTATIONS, MAX_CHECK_TEXT } from "./limit.ts";
import { text, visible } from "./markdown/escape.ts";
import { evidenceList } from "./markdown/evidence.ts";
import type { Place } from "./markdown/links.ts";
import {
  blindSpots,
  changeLines,
  type Frame,
  findingsByLevel,
  type Lines,
  licenseFileList,
  motLines,
  notAModel,
  policySection,
  problems,
  remedies,
  section,
} from "./markdown/sections.ts";
import { artifactTable } from "./markdown/table.ts";
import type { Report, ReportFinding } from "./schema.ts";
import { titleOf, verdictLine } from "./verdict.ts";

/** Never changes once shipped: branch protection names it. */
export const CHECK_NAME = "Openness";

export interface CheckRunContext extends Place {
  /** The report of the commit that this one is compared with. */
  readonly base?: Report;
  /** The language; without it, the one that the owner asked for. */
  readonly messages?: Messages;
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
  const frame: Frame = { messages: context.messages ?? messagesOf(report), place: context };
  const { linesCut } = frame.messages.face;
  const annotated = findingsByLevel(report).flatMap((finding) => annotationOf(finding, frame.messages));
  const annotations = annotated.slice(0, MAX_ANNOTATIONS);
  const summary = summaryOf(report, context.base, frame, annotated.length - annotations.length);
  return {
    title: titleOf(report, frame.messages),
    summary: limitLines(summary.join("\n"), MAX_CHECK_TEXT, linesCut),
    text: limitLines(textOf(report, frame).join("\n").trim(), MAX_CHECK_TEXT, linesCut),
    annotations,
    conclusion: report.policy.conclusion,
  };
}

function summaryOf(report: Report, base: Report | undefined, frame: Frame, notAnnotated: number): Lines {
  const { messages } = frame;
  const { face } = messages;
  const cut = notAnnotated > 0 ? ["", face.annotationsCut(notAnnotated)] : [];
  const found = section(`### ${face.problems}`, problems(report, frame, 20));
  if (!report.isModelRepository)
    return [...notAModel(report, frame), ...policySection(report, frame), ...found, ...cut];
  const { nextClass } = report.mof;
  return [
    verdictLine(report, messages),
    ...policySection(report, frame),
    ...section("", blindSpots(report, frame)).slice(1),
    ...changed(report, base, messages),
    "",
    ...artifactTable(report, frame),
    ...found,
    ...cut,
    ...section(`### ${nextClass === null ? "" : face.remediesFor(nextClass)}`, remedies(report, frame)),
  ];
}

function changed(report: Report, base: Report | undefined, messages: Messages): Lines {
  if (base === undefined) return [];
  const changes = changesBetween(base, report);
  return hasChanges(changes) ? section(`### ${messages.face.changes}`, changeLines(changes, messages)) : [];
}

function textOf(report: Report, frame: Frame): Lines {
  const { face } = frame.messages;
  if (!report.isModelRepository) return [];
  return [
    ...section(`### ${face.evidence}`, evidenceList(report, frame, 10)),
    ...section(`### ${face.licenseFiles}`, licenseFileList(report, frame)),
    ...section(`### ${face.motTitle}`, motLines(report, frame)),
    ...(report.policy.source === null ? [] : ["", face.policyUsed(text(report.policy.source))]),
  ];
}

function annotationOf(finding: ReportFinding, messages: Messages): readonly Annotation[] {
  if (finding.path === undefined) return [];
  const [first, last] = finding.lines ?? [1, 1];
  return [
    {
      path: finding.path.toWellFormed(),
      start_line: first,
      end_line: Math.max(first, last),
      annotation_level: finding.level,
      title: ruleTitle(finding.rule, messages),
      message: visible(spoken(messages, finding), 2000) || finding.rule,
    },
  ];
}

const ruleTitle = (rule: string, messages: Messages): string =>
  wordIn(messages.rule, rule) ?? limitText(visible(rule, 200), MAX_ANNOTATION_TITLE);
