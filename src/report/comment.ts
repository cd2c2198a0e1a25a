/** The report as the one comment on a pull request. */
import { en } from "../messages/en.ts";
import { changesBetween, hasChanges } from "./changes.ts";
import { notAModel } from "./checkrun.ts";
import { limitLines, MAX_COMMENT } from "./limit.ts";
import { code } from "./markdown/escape.ts";
import { type Place, pullRequestUrl } from "./markdown/links.ts";
import {
  blindSpots,
  changeLines,
  details,
  evidenceList,
  foldedTable,
  type Lines,
  motLines,
  policySection,
  problems,
  remedies,
  section,
} from "./markdown/sections.ts";
import type { Report } from "./schema.ts";
import { headlineOf, verdictLine } from "./verdict.ts";

/** First line of every comment, by which it is found again. Never changes its meaning once shipped. */
export const COMMENT_MARKER = "<!-- openness:comment v1 -->";

export const POLICY_PATH = ".github/openness.yml";

export interface CommentContext extends Place {
  readonly pullRequest: number;
  /** The branch of the pull request, as its author calls it. */
  readonly headRef?: string;
  readonly base?: Report;
}

/** Draws the comment within GitHub's limit. */
export function commentFace(report: Report, context: CommentContext): string {
  if (!report.isModelRepository) return notModelFace(report);
  const { nextClass } = report.mof;
  const lines: Lines = [
    COMMENT_MARKER,
    `### ${headlineOf(report)}`,
    "",
    verdictLine(report),
    ...policySection(report),
    ...changed(report, context),
    ...section("", blindSpots(report)).slice(1),
    "",
    ...foldedTable(report, context),
    ...section(`#### ${en.face.problems}`, problems(report, context, 8)),
    ...section(`#### ${nextClass === null ? "" : en.face.remediesFor(nextClass)}`, remedies(report)),
    ...details(en.face.evidence, evidenceList(report, context, 5)),
    ...details(en.face.motTitle, motLines(report)),
    "",
    footer(context),
  ];
  return limitLines(lines.join("\n"), MAX_COMMENT, (cut) => `${en.face.linesCut(cut)}\n\n${footer(context)}`);
}

/** The answer to a person who asked on a repository that releases no model. */
export function notModelFace(report: Report): string {
  return [
    COMMENT_MARKER,
    `### ${en.verdict.notAModelTitle}`,
    "",
    ...notAModel(report),
    ...policySection(report),
    "",
    en.face.notAModelRemedy,
    "",
    "```yaml",
    `# ${POLICY_PATH}`,
    "model: true",
    "```",
  ].join("\n");
}

function changed(report: Report, { base }: CommentContext): Lines {
  if (base === undefined) return [];
  const changes = changesBetween(base, report);
  return hasChanges(changes) ? section(`#### ${en.face.changes}`, changeLines(changes)) : ["", en.face.noChanges];
}

function footer(context: CommentContext): string {
  const commit = code(context.head.slice(0, 7));
  const branch = context.headRef === undefined ? "" : ` (${code(context.headRef, 60)})`;
  const checks = pullRequestUrl(context, context.pullRequest, "checks");
  const rerun = `${en.face.rerun} [${en.face.rerunOnCheck}](${checks}).`;
  return `<sub>${en.face.audited} ${commit}${branch}. ${rerun} ${en.face.turnOff} \`${POLICY_PATH}\`. ${en.face.notLegal}</sub>`;
}
