/** The parts of which the Markdown faces are made. Each returns lines; an empty part returns none. */
import { artifact } from "../../evidence/artifacts/index.ts";
import { en } from "../../messages/en.ts";
import type { Changes } from "../changes.ts";
import { type ClassRows, classRows, type Row, SYMBOLS } from "../rows.ts";
import type { Report, ReportFinding } from "../schema.ts";
import { limitWords, policyReasons, remedyOf, restrictionWords } from "../verdict.ts";
import { code, text } from "./escape.ts";
import { evidenceLink, fileLink, type Place } from "./links.ts";

export type Lines = readonly string[];

const row = (cells: Lines): string => `| ${cells.join(" | ")} |`;

/** The artifacts by class, with state, license and place. */
export function artifactTable(
  report: Report,
  place: Place | undefined,
  groups: readonly ClassRows[] = classRows(report),
): Lines {
  const head = [row(en.face.columns), row(en.face.columns.map(() => ":--"))];
  const body = groups.flatMap((group) => [
    row([`**${group.title}**`, `**${en.face.progress(group)}**`, "", ""]),
    ...group.rows.map((item) => artifactRow(item, place)),
  ]);
  return [...head, ...body];
}

/** The table as far as the class that comes next; the classes beyond it behind a fold. */
export function foldedTable(report: Report, place: Place | undefined): Lines {
  const groups = classRows(report);
  const near = groups.filter(({ mofClass }) => mofClass >= (report.mof.nextClass ?? 1));
  const far = groups.filter((group) => !near.includes(group));
  const summary = far.map((group) => `${group.title}: ${en.face.progress(group)}`).join(" · ");
  const beyond = far.length === 0 ? [] : details(summary, artifactTable(report, place, far));
  return [...artifactTable(report, place, near), ...beyond];
}

function artifactRow(item: Row, place: Place | undefined): string {
  return row([item.kind.name, `${SYMBOLS[item.state]} ${item.word}`, licenseCell(item), whereCell(item, place)]);
}

export function licenseCell({ component, state }: Row): string {
  const { license } = component;
  if (license === null || state === "absent" || state === "optional") return en.face.noLicense;
  const id = license.id === null ? en.face.notNamed : code(license.id, 60);
  const categories = limitWords(license);
  return categories.length > 0 && state === "restricted"
    ? `${id} · ${categories.map((word) => text(word, 40)).join(", ")}`
    : id;
}

function whereCell({ component }: Row, place: Place | undefined): string {
  const [first, ...others] = component.evidence;
  if (first === undefined) return "";
  return [evidenceLink(place, first, 44), others.length > 0 ? en.face.more(others.length) : ""]
    .filter(Boolean)
    .join(" ");
}

/** What could not be seen. */
export function blindSpots(report: Report): Lines {
  const { complete, blindSpots: spots } = report.subject;
  if (complete && spots.length === 0) return [];
  return [`❔ ${en.face.incomplete}`, "", ...spots.slice(0, 10).map((spot) => `- ${text(spot)}`)];
}

const BY_LEVEL: readonly ReportFinding["level"][] = ["failure", "warning", "notice"];
const LEVEL_SYMBOLS: Readonly<Record<ReportFinding["level"], string>> = { failure: "❌", warning: "⚠️", notice: "ℹ️" };

/** Findings, gravest first. */
export const findingsByLevel = (report: Report): readonly ReportFinding[] =>
  BY_LEVEL.flatMap((level) => report.findings.filter((finding) => finding.level === level));

export function problems(report: Report, place: Place | undefined, max: number): Lines {
  const findings = findingsByLevel(report);
  const shown = findings.slice(0, max).map((finding) => {
    const where = finding.path === undefined ? "" : ` (${fileLink(place, finding.path, finding.lines, 50)})`;
    return `- ${LEVEL_SYMBOLS[finding.level]} ${text(finding.message, 600)}${where}`;
  });
  return findings.length > max ? [...shown, `- ${en.face.findingsCut(findings.length - max)}`] : shown;
}

/** For each artifact that the next class lacks: why it matters, what to do, and how long it takes. */
export function remedies(report: Report): Lines {
  return report.mof.missingForNext.map(({ id, why }) => {
    const rule = artifact(id);
    const { remedy, effort } = remedyOf(report, id, why);
    const takes = effort === undefined ? "" : ` · ${en.effort[effort]}`;
    return `- ${SYMBOLS[why]} **${rule.name}** · ${en.state[why]}${takes}. ${text(rule.why, 400)} → ${text(remedy, 600)}`;
  });
}

/** What the owner's policy demands and does not get, or what it aims at. */
export function policySection(report: Report): Lines {
  const { title, reasons } = policyReasons(report);
  return title === undefined ? [] : ["", `**${title}** ${reasons.map((reason) => text(reason, 600)).join(" ")}`];
}

/** What changed against the base. */
export function changeLines(changes: Changes): Lines {
  const symbols = { better: "📈", worse: "📉", other: "•" };
  const { class: mofClass, artifacts, licenses } = changes;
  const lines = artifacts.map(
    ({ id, from, to, direction }) =>
      `- ${symbols[direction]} ${en.face.changed(artifact(id).name, en.state[from], en.state[to])}`,
  );
  const licenseLines = licenses.map(
    ({ id, from, to }) => `- ${symbols.other} ${en.face.changed(artifact(id).name, code(from, 60), code(to, 60))}`,
  );
  const classLine =
    mofClass === undefined
      ? []
      : [`- ${symbols[mofClass.direction]} **${en.className(mofClass.from)} → ${en.className(mofClass.to)}**`];
  return [...classLine, ...lines, ...licenseLines];
}

/** All evidence, artifact by artifact, with the license and what states it. */
export function evidenceList(report: Report, place: Place | undefined, max: number): Lines {
  return classRows(report).flatMap(({ rows }) =>
    rows
      .filter(({ component }) => component.evidence.length > 0 || component.note !== undefined)
      .flatMap((item) => evidenceOf(item, place, max)),
  );
}

function evidenceOf({ kind, state, word, component }: Row, place: Place | undefined, max: number): Lines {
  const { evidence, license, note, because } = component;
  const pieces = evidence.slice(0, max).map((piece) => {
    const written =
      piece.writtenAt === undefined
        ? ""
        : `, ${en.face.writtenAt} ${fileLink(place, piece.writtenAt.path, piece.writtenAt.lines)}`;
    return `  - ${evidenceLink(place, piece)}${written} · ${en.face.evidenceRule(code(piece.rule, 60))}`;
  });
  const rest = evidence.length > max ? [`  - ${en.face.more(evidence.length - max)}`] : [];
  const licenseLine =
    license === null
      ? []
      : [
          `  - ${license.id === null ? en.face.notNamed : code(license.id, 60)}, ${en.face.licenseFrom(text(license.scope, 60))}: ${fileLink(place, license.source.path, license.source.lines)}${license.open === true && license.typeAppropriate === false ? ` (${en.face.typeMismatch})` : ""}`,
          ...license.restrictions.slice(0, 3).map(quoteLine),
        ];
  return [
    `- ${SYMBOLS[state]} **${kind.name}**: ${word}. ${text(because)}${note === undefined || note === because ? "" : ` ${text(note)}`}`,
    ...pieces,
    ...rest,
    ...licenseLine,
  ];
}

function quoteLine({ category, quote }: { readonly category: string; readonly quote: string }): string {
  const [word = ""] = restrictionWords([{ category }]);
  return `    - ${text(word, 60)}${quote === "" ? "" : `: “${text(quote, 200)}”`}`;
}

/** License files with what they are and cover. */
export function licenseFileList(report: Report, place: Place | undefined): Lines {
  return report.licenseFiles.slice(0, 30).map(({ path, ids, open, scope }) => {
    const names =
      ids.length > 0
        ? ids
            .slice(0, 6)
            .map((id) => code(id, 60))
            .join(", ")
        : en.face.notNamed;
    return `- ${fileLink(place, path)}: ${names}, ${en.face.licenseOpen[`${open}`]} · ${text(scope, 60)}`;
  });
}

/** What the Model Openness Tool would say, and why it differs. */
export function motLines(report: Report): Lines {
  const { label, progress, differences } = report.mof.mot;
  const rounded = [progress[3], progress[2], progress[1]].map(Math.round) as [number, number, number];
  const lines = differences.slice(0, 17).map((difference) => `- ${text(difference, 400)}`);
  return lines.length === 0 ? [en.face.mot(label, rounded)] : [en.face.mot(label, rounded), "", ...lines];
}

/** A heading with its lines, or nothing. */
export const section = (heading: string, lines: Lines): Lines =>
  lines.length === 0 ? [] : ["", heading, "", ...lines];

/** Lines behind a fold. */
export const details = (summary: string, lines: Lines): Lines =>
  lines.length === 0 ? [] : ["", "<details>", `<summary>${text(summary)}</summary>`, "", ...lines, "", "</details>"];
