/** The report as a Markdown page, for `openness audit --format markdown`. */
import { en } from "../messages/en.ts";
import { notAModel } from "./checkrun.ts";
import type { Place } from "./markdown/links.ts";
import {
  artifactTable,
  blindSpots,
  evidenceList,
  type Lines,
  licenseFileList,
  motLines,
  policySection,
  problems,
  remedies,
  section,
} from "./markdown/sections.ts";
import type { Report } from "./schema.ts";
import { headlineOf, sentencesOf } from "./verdict.ts";

/** Draws the page; links point to the commit where the report knows repository and commit. Without a line break at the end. */
export function markdownFace(report: Report, serverUrl?: string): string {
  const place = placeOf(report, serverUrl);
  const { nextClass } = report.mof;
  const body: Lines = report.isModelRepository
    ? [
        `# ${headlineOf(report)}`,
        "",
        ...sentencesOf(report),
        ...section("", blindSpots(report)).slice(1),
        "",
        ...artifactTable(report, place),
        ...section(`## ${en.face.problems}`, problems(report, place, 100)),
        ...section(`## ${nextClass === null ? "" : en.face.remediesFor(nextClass)}`, remedies(report)),
        ...section(`## ${en.face.evidence}`, evidenceList(report, place, 50)),
        ...section(`## ${en.face.licenseFiles}`, licenseFileList(report, place)),
        ...section(`## ${en.face.motTitle}`, motLines(report)),
      ]
    : [`# ${en.verdict.notAModelTitle}`, "", ...notAModel(report)];
  return [...body, ...policySection(report)].join("\n").trimEnd();
}

function placeOf({ subject }: Report, serverUrl: string | undefined): Place | undefined {
  const { repository, commit } = subject;
  if (repository === undefined || commit === null) return undefined;
  return { owner: repository.owner, repo: repository.name, head: commit, serverUrl };
}
