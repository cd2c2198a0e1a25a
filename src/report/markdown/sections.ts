/** The parts of which the Markdown faces are made. Each returns lines; an empty part returns none. */
import type { Messages } from "../../messages/en.ts";
import { inEnglish, type Said, speak, spoken, spokenAs } from "../../messages/said.ts";
import { coversWords, declaredWords, spokenAll } from "../language.ts";
import { SYMBOLS } from "../rows.ts";
import type { Report, ReportFinding } from "../schema.ts";
import { remedyOf } from "../verdict.ts";
import { code, text } from "./escape.ts";
import { fileLink, type Place } from "./links.ts";
import { isAboutWaiver } from "./policy.ts";
import { sameOfMany } from "./same-of-many.ts";

export type Lines = readonly string[];

/** In which language a face is drawn, and where its links lead. */
export interface Frame {
  readonly messages: Messages;
  readonly place: Place | undefined;
}

/** What could not be written beside this face. */
export const noticeLines = (notice: Said | undefined, messages: Messages): Lines =>
  notice === undefined ? [] : [`> ⚠️ ${text(speak(messages, notice) ?? inEnglish(notice))}`, ""];

/** What could not be seen. */
export function blindSpots({ subject }: Report, { messages }: Frame): Lines {
  const { complete, blindSpots: spots, blindSpotsSaid } = subject;
  if (complete && spots.length === 0) return [];
  const shown = spokenAll(messages, spots.slice(0, 10), blindSpotsSaid);
  return [`❔ ${messages.face.incomplete}`, "", ...shown.map((spot) => `- ${text(spot)}`)];
}

const BY_LEVEL: readonly ReportFinding["level"][] = ["failure", "warning", "notice"];
const LEVEL_SYMBOLS: Readonly<Record<ReportFinding["level"], string>> = { failure: "❌", warning: "⚠️", notice: "ℹ️" };

/** Findings, gravest first, but for those about waivers, which stand with the policy. */
export const findingsByLevel = (report: Report): readonly ReportFinding[] =>
  BY_LEVEL.flatMap((level) => report.findings.filter((finding) => finding.level === level && !isAboutWaiver(finding)));

export function problems(report: Report, { messages, place }: Frame, max: number): Lines {
  const findings = findingsByLevel(report);
  const shown = findings.slice(0, max).map((finding) => {
    const { path, lines, level, elsewhere } = finding;
    // What is in no file of this commit cannot be linked there.
    const linked = elsewhere === true ? undefined : place;
    const where = path === undefined ? "" : messages.face.at(fileLink(linked, path, lines, 50));
    return `- ${LEVEL_SYMBOLS[level]} ${text(spoken(messages, finding), 600)}${where}`;
  });
  return findings.length > max ? [...shown, `- ${messages.face.findingsCut(findings.length - max)}`] : shown;
}

/** For each artifact that the next class lacks: why it matters, what to do, and how long it takes. */
export function remedies(report: Report, { messages }: Frame): Lines {
  const { missingForNext } = report.mof;
  const unchecked = missingForNext.filter(({ why }) => why === "undetermined");
  const isAlone = unchecked.length === 1;
  const told = missingForNext.filter(({ why }) => isAlone || why !== "undetermined");
  const lines = told.map(({ id, why }) => {
    const { remedy, effort } = remedyOf(report, id, why, messages);
    const line = messages.face.remedy({
      name: `**${messages.component[id]}**`,
      state: messages.state[why],
      takes: messages.effort[effort],
      why: text(declaredWords(id, messages).why, 400),
      remedy: text(remedy, 600),
    });
    return `- ${SYMBOLS[why]} ${line}`;
  });
  return isAlone || unchecked.length === 0 ? lines : [...lines, uncheckedLine(report, unchecked, messages)];
}

/** What could not be looked at has one reason and one remedy, which is said once. */
function uncheckedLine(report: Report, unchecked: Report["mof"]["missingForNext"], messages: Messages): string {
  const why = "undetermined";
  const names = messages.enumerate(unchecked.map(({ id }) => `**${messages.component[id]}**`));
  const { remedy, effort } = remedyOf(report, unchecked[0]!.id, why, messages);
  const line = messages.face.remedyUnchecked(names, messages.state[why], messages.effort[effort], text(remedy, 600));
  return `- ${SYMBOLS[why]} ${line}`;
}

/** Why a repository was not audited. */
export const notAModel = (report: Report, { messages }: Frame): Lines => [
  `**${messages.face.notAModel}**`,
  "",
  messages.face.notAModelBecause(
    text(spokenAs(messages, report.isModelRepositoryBecause, report.isModelRepositoryBecauseSaid), 400),
  ),
];

/** License files with what they are and cover. */
export function licenseFileList(report: Report, { messages, place }: Frame): Lines {
  const { face } = messages;
  return report.licenseFiles.slice(0, 30).map(({ path, ids, open, scope }) => {
    const names = ids.slice(0, 6).map((id) => code(id, 60));
    const licenses = names.length > 0 ? names.join(", ") : face.notNamed;
    const covers = text(coversWords(messages, scope), 60);
    return `- ${face.licenseFile(fileLink(place, path), licenses, face.licenseOpen[`${open}`], covers)}`;
  });
}

/** What the Model Openness Tool would say, and why it differs. */
export function motLines({ mof }: Report, { messages }: Frame): Lines {
  const { label, progress, differences, differencesSaid } = mof.mot;
  const rounded = [progress[3], progress[2], progress[1]].map(Math.round) as [number, number, number];
  const lines = sameOfMany(messages, differences.slice(0, 17), differencesSaid).map((line) => `- ${text(line, 600)}`);
  const outcome = messages.face.mot(label, rounded);
  return lines.length === 0 ? [outcome] : [outcome, "", ...lines];
}

/** A heading with its lines, or nothing. */
export const section = (heading: string, lines: Lines): Lines =>
  lines.length === 0 ? [] : ["", heading, "", ...lines];

/** Lines behind a fold. */
export const details = (summary: string, lines: Lines): Lines =>
  lines.length === 0 ? [] : ["", "<details>", `<summary>${text(summary)}</summary>`, "", ...lines, "", "</details>"];
