/** The report as a Markdown page, for `openness audit --format markdown`. */
import type { Messages } from "../messages/en.ts";
import { messagesOf } from "./language.ts";
import { evidenceList } from "./markdown/evidence.ts";
import { frameworkSections } from "./markdown/frameworks.ts";
import type { Place } from "./markdown/links.ts";
import { policySection, policySources } from "./markdown/policy.ts";
import { remoteList } from "./markdown/remote.ts";
import {
  blindSpots,
  type Frame,
  type Lines,
  licenseFileList,
  motLines,
  notAModel,
  problems,
  remedies,
  section,
} from "./markdown/sections.ts";
import { swhidLines } from "./markdown/swhids.ts";
import { artifactTable } from "./markdown/table.ts";
import type { Report } from "./schema.ts";
import { headlineOf, sentencesOf } from "./verdict.ts";

/** Draws the page; links point to the commit where the report knows repository and commit. Without a line break at the end. */
export function markdownFace(report: Report, serverUrl?: string, messages: Messages = messagesOf(report)): string {
  const frame: Frame = { messages, place: placeOf(report, serverUrl) };
  const { face } = messages;
  const { nextClass } = report.mof;
  const body: Lines = report.isModelRepository
    ? [
        `# ${headlineOf(report, messages)}`,
        "",
        ...sentencesOf(report, messages),
        ...section("", blindSpots(report, frame)).slice(1),
        "",
        ...artifactTable(report, frame),
        ...section(`## ${face.problems}`, problems(report, frame, 100)),
        ...section(`## ${nextClass === null ? "" : face.remediesFor(nextClass)}`, remedies(report, frame)),
        ...section(`## ${face.evidence}`, evidenceList(report, frame, 50)),
        ...section(`## ${messages.remote.heading}`, remoteList(report, frame)),
        ...section(`## ${face.licenseFiles}`, licenseFileList(report, frame)),
        ...section(`## ${face.motTitle}`, motLines(report, frame)),
        ...section(`## ${messages.frameworkFace.title}`, frameworkSections(report, frame)),
      ]
    : [`# ${messages.verdict.notAModelTitle}`, "", ...notAModel(report, frame)];
  return [
    ...body,
    ...policySection(report, frame),
    ...section("", policySources(report, frame)).slice(1),
    ...swhidLines(report, messages),
  ]
    .join("\n")
    .trimEnd();
}

function placeOf({ subject }: Report, serverUrl: string | undefined): Place | undefined {
  const { repository, commit } = subject;
  if (repository === undefined || commit === null) return undefined;
  return { owner: repository.owner, repo: repository.name, head: commit, serverUrl };
}
