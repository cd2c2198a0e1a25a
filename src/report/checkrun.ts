/** The report as a check run: the verdict in the title, what to do in the summary, the evidence in the text. */
import type { Messages } from "../messages/en.ts";
import type { Said } from "../messages/said.ts";
import { type Annotation, annotationsOf } from "./annotations.ts";
import { actionsOf, type CheckAction } from "./buttons.ts";
import { differenceAnnotations } from "./difference/annotations.ts";
import { differenceBetween, isSame } from "./difference/difference.ts";
import { differenceLines } from "./difference/lines.ts";
import { messagesOf } from "./language.ts";
import { limitLines, MAX_CHECK_TEXT } from "./limit.ts";
import { evidenceList } from "./markdown/evidence.ts";
import { frameworkFold } from "./markdown/frameworks.ts";
import { checksUrl, type Place } from "./markdown/links.ts";
import { modelDetails, modelsTable } from "./markdown/models.ts";
import { policySection, policySources } from "./markdown/policy.ts";
import {
  blindSpots,
  type Frame,
  type Lines,
  licenseFileList,
  motLines,
  notAModel,
  noticeLines,
  problems,
  remedies,
  section,
} from "./markdown/sections.ts";
import { swhidLines } from "./markdown/swhids.ts";
import { artifactTable } from "./markdown/table.ts";
import type { Report } from "./schema.ts";
import { titleOf, verdictLine } from "./verdict.ts";

/** Never changes once shipped: branch protection names it. */
export const CHECK_NAME = "Openness";

export interface CheckRunContext extends Place {
  /** The report of the commit that this one is compared with. */
  readonly base?: Report;
  /** The language; without it, the one that the owner asked for. */
  readonly messages?: Messages;
  /** What could not be written beside it, and why. */
  readonly notice?: Said | undefined;
}

export interface CheckRunFace {
  readonly title: string;
  readonly summary: string;
  readonly text: string;
  readonly annotations: readonly Annotation[];
  readonly actions: readonly CheckAction[];
  /** Where more is to be seen; without it, GitHub leads to the App's own page. */
  readonly detailsUrl?: string;
  readonly conclusion: "success" | "neutral" | "failure";
}

/** Draws a check run within GitHub's limits. Links point to the audited commit. */
export function checkRunFace(report: Report, context: CheckRunContext): CheckRunFace {
  const frame: Frame = { messages: context.messages ?? messagesOf(report), place: context };
  const { linesCut } = frame.messages.face;
  const { base } = context;
  const lost = base === undefined ? [] : differenceAnnotations(differenceBetween(base, report), frame.messages);
  const { shown, left } = annotationsOf({ ...report, findings: [...lost, ...report.findings] }, frame.messages);
  const summary = [...noticeLines(context.notice, frame.messages), ...summaryOf(report, context.base, frame, left)];
  return {
    title: titleOf(report, frame.messages),
    summary: limitLines(summary.join("\n"), MAX_CHECK_TEXT, linesCut),
    text: limitLines(textOf(report, frame).join("\n").trim(), MAX_CHECK_TEXT, linesCut),
    annotations: shown,
    actions: actionsOf(report.isModelRepository ? ["rerun", "explain"] : ["rerun"], frame.messages),
    detailsUrl: checksUrl(context),
    conclusion: report.policy.conclusion,
  };
}

function summaryOf(report: Report, base: Report | undefined, frame: Frame, notAnnotated: number): Lines {
  const { messages } = frame;
  const { face } = messages;
  const cut = notAnnotated > 0 ? ["", face.annotationsCut(notAnnotated)] : [];
  const found = section(`### ${face.problems}`, problems(report, frame, 20));
  if (!report.isModelRepository)
    return [...notAModel(report, frame), ...policySection(report, frame, base), ...found, ...cut];
  const { nextClass } = report.mof;
  return [
    ...modelsSection(report, frame),
    verdictLine(report, messages),
    ...policySection(report, frame, base),
    ...section("", blindSpots(report, frame)).slice(1),
    ...changed(report, base, frame),
    "",
    ...artifactTable(report, frame),
    ...found,
    ...cut,
    ...section(`### ${nextClass === null ? "" : face.remediesFor(nextClass)}`, remedies(report, frame)),
    ...modelDetails(report, frame),
  ];
}

/** The models, where there are several, before the verdict on the least open of them. */
function modelsSection(report: Report, frame: Frame): Lines {
  const lines = section(`### ${frame.messages.models.heading}`, modelsTable(report, frame)).slice(1);
  return lines.length === 0 ? [] : [...lines, ""];
}

function changed(report: Report, base: Report | undefined, frame: Frame): Lines {
  if (base === undefined) return [];
  const difference = differenceBetween(base, report);
  return isSame(difference) ? [] : section(`### ${frame.messages.face.changes}`, differenceLines(difference, frame));
}

function textOf(report: Report, frame: Frame): Lines {
  const { face } = frame.messages;
  const policy = section(`### ${frame.messages.inForce.heading}`, policySources(report, frame));
  if (!report.isModelRepository) return policy;
  return [
    ...section(`### ${face.evidence}`, evidenceList(report, frame, 10)),
    ...section(`### ${face.licenseFiles}`, licenseFileList(report, frame)),
    ...section(`### ${face.motTitle}`, motLines(report, frame)),
    ...frameworkFold(report, frame),
    ...policy,
    ...swhidLines(report, frame.messages),
  ];
}
