/** The report for a terminal. Everything from the repository passes `visible`, so that no escape sequence reaches it. */
import { artifact } from "../evidence/artifacts/index.ts";
import { en } from "../messages/en.ts";
import { visible } from "./markdown/escape.ts";
import { linesLabel } from "./markdown/links.ts";
import { findingsByLevel } from "./markdown/sections.ts";
import { classRows, type Row, type RowState } from "./rows.ts";
import type { Report, ReportFinding } from "./schema.ts";
import { policyReasons, remedyOf, sentencesOf, titleOf } from "./verdict.ts";

export interface TextOptions {
  /** Colour besides the symbols and words, which say everything by themselves. */
  readonly colour: boolean;
}

type Colour = "green" | "red" | "yellow" | "dim" | "bold";
type Paint = (colour: Colour, words: string) => string;

const CODES: Readonly<Record<Colour, number>> = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 };
const painter =
  ({ colour }: TextOptions): Paint =>
  (name, words) =>
    colour && words !== "" ? `\u001b[${CODES[name]}m${words}\u001b[0m` : words;

const MARKS: Readonly<Record<RowState, readonly [symbol: string, colour: Colour]>> = {
  open: ["✓", "green"],
  covered: ["✓", "green"],
  restricted: ["✗", "red"],
  unlicensed: ["!", "yellow"],
  unknown: ["!", "yellow"],
  absent: ["✗", "red"],
  optional: ["–", "dim"],
  undetermined: ["?", "yellow"],
};

const FINDING_MARKS: Readonly<Record<ReportFinding["level"], readonly [string, Colour]>> = {
  failure: ["✗", "red"],
  warning: ["!", "yellow"],
  notice: ["i", "dim"],
};

/** Draws the report as lines of text, with a line break at the end. */
export function textFace(report: Report, options: TextOptions): string {
  const paint = painter(options);
  const body = report.isModelRepository ? modelLines(report, paint) : notModelLines(report);
  const lines = [subjectLine(report, paint), "", ...body, ...policyLines(report, paint)];
  return `${lines.join("\n").trimEnd()}\n`;
}

function subjectLine({ subject }: Report, paint: Paint): string {
  const name =
    subject.repository === undefined ? subject.source : `${subject.repository.owner}/${subject.repository.name}`;
  const version = subject.commit?.slice(0, 12) ?? `tree ${subject.tree.slice(0, 12)}`;
  return `${paint("bold", visible(name))} ${paint("dim", visible(version))}`;
}

function modelLines(report: Report, paint: Paint): readonly string[] {
  return [
    paint("bold", titleOf(report)),
    ...sentencesOf(report),
    ...blindLines(report, paint),
    ...classRows(report).flatMap((group) => [
      "",
      `${paint("bold", group.title)}  ${paint("dim", en.face.progress(group))}`,
      ...group.rows.map((row) => rowLine(row, paint)),
    ]),
    ...findingLines(report, paint),
    ...remedyLines(report, paint),
  ];
}

const notModelLines = (report: Report): readonly string[] => [
  en.face.notAModel,
  `${en.face.notAModelBecause} ${visible(report.isModelRepositoryBecause, 400)}`,
];

function blindLines({ subject }: Report, paint: Paint): readonly string[] {
  if (subject.complete && subject.blindSpots.length === 0) return [];
  const spots = subject.blindSpots.slice(0, 20).map((spot) => `  ${visible(spot)}`);
  return ["", paint("yellow", `? ${en.face.incomplete}`), ...spots];
}

const NAME_WIDTH = 32;
const STATE_WIDTH = 30;
const LICENSE_WIDTH = 26;

function rowLine({ kind, state, word, component }: Row, paint: Paint): string {
  const [symbol, colour] = MARKS[state];
  const { license, evidence } = component;
  const id = license === null || state === "absent" ? "" : (license.id ?? en.face.notNamed);
  const [first, ...others] = evidence;
  const where = first === undefined ? "" : visible(`${first.path ?? first.url ?? ""}${linesLabel(first.lines)}`, 70);
  const more = others.length > 0 ? ` ${en.face.more(others.length)}` : "";
  const cells = [
    paint(colour, `${symbol} ${word.padEnd(STATE_WIDTH)}`),
    kind.name.padEnd(NAME_WIDTH),
    visible(id, LICENSE_WIDTH).padEnd(LICENSE_WIDTH),
    paint("dim", `${where}${more}`),
  ];
  return `  ${cells.join(" ")}`.trimEnd();
}

function findingLines(report: Report, paint: Paint): readonly string[] {
  const findings = findingsByLevel(report);
  if (findings.length === 0) return [];
  const lines = findings.slice(0, 100).map((finding) => {
    const [symbol, colour] = FINDING_MARKS[finding.level];
    const where = finding.path === undefined ? "" : ` ${visible(finding.path)}${linesLabel(finding.lines)}`;
    return `  ${paint(colour, symbol)} ${visible(finding.message, 600)}${paint("dim", where)}`;
  });
  const rest = findings.length > 100 ? [`  ${en.face.findingsCut(findings.length - 100)}`] : [];
  return ["", paint("bold", en.face.problems), ...lines, ...rest];
}

function remedyLines(report: Report, paint: Paint): readonly string[] {
  const { nextClass, missingForNext } = report.mof;
  if (nextClass === null || missingForNext.length === 0) return [];
  const lines = missingForNext.flatMap(({ id, why }) => {
    const rule = artifact(id);
    const [symbol, colour] = MARKS[why];
    const { remedy, effort } = remedyOf(report, id, why);
    const takes = effort === undefined ? "" : `, ${en.effort[effort]}`;
    return [`  ${paint(colour, symbol)} ${rule.name} (${en.state[why]}${takes})`, `    ${visible(remedy, 600)}`];
  });
  return ["", paint("bold", en.face.remediesFor(nextClass)), ...lines];
}

function policyLines(report: Report, paint: Paint): readonly string[] {
  const { title, reasons } = policyReasons(report);
  if (title === undefined) return [];
  return ["", paint("bold", title), ...reasons.map((reason) => `  ${visible(reason, 600)}`)];
}
