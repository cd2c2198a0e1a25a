/** The report as the one comment on a pull request. */
import type { Messages } from "../messages/en.ts";
import type { Said } from "../messages/said.ts";
import { POLICY_PATH } from "../policy/proposed.ts";
import { differenceBetween, isSame } from "./difference/difference.ts";
import { differenceLines } from "./difference/lines.ts";
import { messagesOf } from "./language.ts";
import { limitLines, MAX_COMMENT } from "./limit.ts";
import { code } from "./markdown/escape.ts";
import { evidenceList } from "./markdown/evidence.ts";
import { type Place, pullRequestUrl } from "./markdown/links.ts";
import { modelDetails, modelsTable } from "./markdown/models.ts";
import { policySection, policySources } from "./markdown/policy.ts";
import {
  blindSpots,
  details,
  type Frame,
  type Lines,
  motLines,
  notAModel,
  noticeLines,
  problems,
  section,
} from "./markdown/sections.ts";
import { foldedTable } from "./markdown/table.ts";
import type { Report } from "./schema.ts";
import { missingSections } from "./templates/missing.ts";
import type { HeadBranch } from "./templates/pages.ts";
import { headlineOf, verdictLine } from "./verdict.ts";

/** First line of every comment, by which it is found again. Never changes its meaning once shipped. */
export const COMMENT_MARKER = "<!-- openness:comment v1 -->";

export { POLICY_PATH };

export interface CommentContext extends Place {
  readonly pullRequest: number;
  /** The branch of the pull request, as its author calls it. */
  readonly headRef?: string;
  /** Where files are added to it; undefined where its repository is gone. */
  readonly headBranch?: HeadBranch | undefined;
  readonly base?: Report;
  /** The language; without it, the one that the owner asked for. */
  readonly messages?: Messages;
  /** What could not be written beside it, and why. */
  readonly notice?: Said | undefined;
}

/** Draws the comment within GitHub's limit. */
export function commentFace(report: Report, context: CommentContext): string {
  const messages = context.messages ?? messagesOf(report);
  if (!report.isModelRepository) return notModelFace(report, messages);
  const frame: Frame = { messages, place: context };
  const { face } = messages;
  const lines: Lines = [
    COMMENT_MARKER,
    `### ${headlineOf(report, messages)}`,
    "",
    ...noticeLines(context.notice, messages),
    ...withSpace(modelsTable(report, frame)),
    verdictLine(report, messages),
    ...policySection(report, frame, context.base),
    ...changed(report, context.base, frame),
    ...section("", blindSpots(report, frame)).slice(1),
    "",
    ...foldedTable(report, frame),
    ...section(`#### ${face.problems}`, problems(report, frame, 8)),
    ...missingSections(report, frame, context.headBranch),
    ...modelDetails(report, frame),
    ...details(face.evidence, evidenceList(report, frame, 5)),
    ...details(face.motTitle, motLines(report, frame)),
    ...details(messages.inForce.heading, policySources(report, frame)),
    "",
    footer(context, messages),
  ];
  const ending = (cut: number): string => `${face.linesCut(cut)}\n\n${footer(context, messages)}`;
  return limitLines(lines.join("\n"), MAX_COMMENT, ending);
}

/** The answer to a person who asked on a repository that releases no model. */
export function notModelFace(report: Report, messages: Messages = messagesOf(report)): string {
  const frame: Frame = { messages, place: undefined };
  return [
    COMMENT_MARKER,
    `### ${messages.verdict.notAModelTitle}`,
    "",
    ...notAModel(report, frame),
    ...policySection(report, frame),
    "",
    messages.face.notAModelRemedy,
    "",
    "```yaml",
    `# ${POLICY_PATH}`,
    "model: true",
    "```",
  ].join("\n");
}

function changed(report: Report, base: Report | undefined, frame: Frame): Lines {
  if (base === undefined) return [];
  const difference = differenceBetween(base, report);
  const { face } = frame.messages;
  return isSame(difference)
    ? ["", face.noChanges]
    : section(`#### ${face.changes}`, differenceLines(difference, frame));
}

const withSpace = (lines: Lines): Lines => (lines.length === 0 ? [] : [...lines, ""]);

function footer(context: CommentContext, { face }: Messages): string {
  const words = face.footer({
    commit: code(context.head.slice(0, 7)),
    branch: context.headRef === undefined ? undefined : code(context.headRef, 60),
    checks: pullRequestUrl(context, context.pullRequest, "checks"),
    policyPath: `\`${POLICY_PATH}\``,
  });
  return `<sub>${words}</sub>`;
}
