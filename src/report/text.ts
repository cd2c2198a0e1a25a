/** The report for a terminal. Everything from the repository passes `visible`, so that no escape sequence reaches it. */
import type { Messages } from "../messages/en.ts";
import { spoken, spokenAs } from "../messages/said.ts";
import { padded } from "./columns.ts";
import { messagesOf, spokenAll } from "./language.ts";
import { visible } from "./markdown/escape.ts";
import { linesLabel } from "./markdown/links.ts";
import { proposedSentences, sourceWords, waiversOf } from "./markdown/policy.ts";
import { findingsByLevel } from "./markdown/sections.ts";
import { type RemoteRow, remoteRows } from "./remote-rows.ts";
import { classRows, type Row, type RowState } from "./rows.ts";
import type { Report, ReportFinding } from "./schema.ts";
import { swhidsOf } from "./swhids.ts";
import { policyReasons, remedyOf, sentencesOf, titleOf } from "./verdict.ts";

export interface TextOptions {
  /** Colour besides the symbols and words, which say everything by themselves. */
  readonly colour: boolean;
  /** The language; without it, the one that the owner asked for. */
  readonly messages?: Messages;
}

type Colour = "green" | "red" | "yellow" | "dim" | "bold";
type Paint = (colour: Colour, words: string) => string;

interface Pen {
  readonly paint: Paint;
  readonly messages: Messages;
}

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

const REMOTE_MARKS: Readonly<Record<RemoteRow["state"], readonly [string, Colour]>> = {
  verified: ["✓", "green"],
  gated: ["✗", "red"],
  missing: ["✗", "red"],
  incomplete: ["✗", "red"],
  unverified: ["!", "yellow"],
  unknown: ["?", "yellow"],
};

/** Draws the report as lines of text, with a line break at the end. */
export function textFace(report: Report, options: TextOptions): string {
  const pen: Pen = { paint: painter(options), messages: options.messages ?? messagesOf(report) };
  const body = report.isModelRepository ? modelLines(report, pen) : notModelLines(report, pen);
  const lines = [subjectLine(report, pen), "", ...body, ...policyLines(report, pen), ...swhidLines(report, pen)];
  return `${lines.join("\n").trimEnd()}\n`;
}

function subjectLine({ subject }: Report, { paint }: Pen): string {
  const name =
    subject.repository === undefined ? subject.source : `${subject.repository.owner}/${subject.repository.name}`;
  const version = subject.commit?.slice(0, 12) ?? `tree ${subject.tree.slice(0, 12)}`;
  return `${paint("bold", visible(name))} ${paint("dim", visible(version))}`;
}

function swhidLines(report: Report, { paint, messages }: Pen): readonly string[] {
  const ids = swhidsOf(report).map((id) => visible(id));
  return ids.length === 0 ? [] : ["", paint("dim", messages.face.swhids(ids))];
}

function modelLines(report: Report, pen: Pen): readonly string[] {
  const { paint, messages } = pen;
  return [
    paint("bold", titleOf(report, messages)),
    ...modelRows(report, pen),
    ...sentencesOf(report, messages),
    ...blindLines(report, pen),
    ...classRows(report, messages).flatMap((group) => [
      "",
      `${paint("bold", group.title)}  ${paint("dim", messages.face.progress(group))}`,
      ...group.rows.map((row) => rowLine(row, pen)),
    ]),
    ...remoteLines(report, pen),
    ...findingLines(report, pen),
    ...remedyLines(report, pen),
  ];
}

/** A line for each of several models. */
function modelRows({ models = [] }: Report, { paint, messages }: Pen): readonly string[] {
  if (models.length < 2) return [];
  const rows = models.map(({ name, path, mof, policy }) =>
    [
      `  ${padded(visible(name, NAME_WIDTH), NAME_WIDTH)}`,
      padded(messages.className(mof.class), LICENSE_WIDTH),
      padded(messages.models.conclusion[policy.conclusion], 10),
      paint("dim", visible(path, 70)),
    ]
      .join(" ")
      .trimEnd(),
  );
  return [...rows, "", messages.models.least];
}

function notModelLines(report: Report, { messages }: Pen): readonly string[] {
  const why = spokenAs(messages, report.isModelRepositoryBecause, report.isModelRepositoryBecauseSaid);
  return [messages.face.notAModel, messages.face.notAModelBecause(visible(why, 400))];
}

function blindLines({ subject }: Report, { paint, messages }: Pen): readonly string[] {
  if (subject.complete && subject.blindSpots.length === 0) return [];
  const spoken = spokenAll(messages, subject.blindSpots.slice(0, 20), subject.blindSpotsSaid);
  const spots = spoken.map((spot) => `  ${visible(spot)}`);
  return ["", paint("yellow", `? ${messages.face.incomplete}`), ...spots];
}

const NAME_WIDTH = 32;
const STATE_WIDTH = 30;
const LICENSE_WIDTH = 26;

function rowLine({ name, state, word, component }: Row, { paint, messages }: Pen): string {
  const [symbol, colour] = MARKS[state];
  const { license, evidence } = component;
  const id = license === null || state === "absent" ? "" : (license.id ?? messages.face.notNamed);
  const [first, ...others] = evidence;
  const where = first === undefined ? "" : visible(`${first.path ?? first.url ?? ""}${linesLabel(first.lines)}`, 70);
  const more = others.length > 0 ? ` ${messages.face.more(others.length)}` : "";
  const cells = [
    paint(colour, `${symbol} ${padded(word, STATE_WIDTH)}`),
    padded(name, NAME_WIDTH),
    padded(visible(id, LICENSE_WIDTH), LICENSE_WIDTH),
    paint("dim", `${where}${more}`),
  ];
  return `  ${cells.join(" ")}`.trimEnd();
}

/** What the hosts of linked artifacts said; nothing where nobody was asked. */
function remoteLines(report: Report, { paint, messages }: Pen): readonly string[] {
  const rows = remoteRows(report, messages);
  if (rows.length === 0) return [];
  const lines = rows.map(({ url, state, words }) => {
    const [symbol, colour] = REMOTE_MARKS[state];
    return `  ${paint(colour, symbol)} ${visible(url, 200)}  ${paint("dim", visible(words, 400))}`;
  });
  return ["", paint("bold", messages.remote.heading), ...lines];
}

function findingLines(report: Report, { paint, messages }: Pen): readonly string[] {
  const findings = findingsByLevel(report);
  if (findings.length === 0) return [];
  const lines = findings.slice(0, 100).map((finding) => {
    const [symbol, colour] = FINDING_MARKS[finding.level];
    const where = finding.path === undefined ? "" : ` ${visible(finding.path)}${linesLabel(finding.lines)}`;
    return `  ${paint(colour, symbol)} ${visible(spoken(messages, finding), 600)}${paint("dim", where)}`;
  });
  const rest = findings.length > 100 ? [`  ${messages.face.findingsCut(findings.length - 100)}`] : [];
  return ["", paint("bold", messages.face.problems), ...lines, ...rest];
}

function remedyLines(report: Report, { paint, messages }: Pen): readonly string[] {
  const { nextClass, missingForNext } = report.mof;
  if (nextClass === null || missingForNext.length === 0) return [];
  const lines = missingForNext.flatMap(({ id, why }) => {
    const [symbol, colour] = MARKS[why];
    const { remedy, effort } = remedyOf(report, id, why, messages);
    const state = [messages.state[why], messages.effort[effort]];
    const heading = messages.verdict.missing(messages.component[id], messages.enumerate(state));
    return [`  ${paint(colour, symbol)} ${heading}`, `    ${visible(remedy, 600)}`];
  });
  return ["", paint("bold", messages.face.remediesFor(nextClass)), ...lines];
}

function policyLines(report: Report, { paint, messages }: Pen): readonly string[] {
  const { title, reasons } = policyReasons(report, messages);
  const verdict = title === undefined ? [] : [paint("bold", title), ...reasons.map((one) => `  ${visible(one, 600)}`)];
  const waivers = waiversOf(report)
    .slice(0, 20)
    .map((waiver) => `${paint("dim", "i")} ${visible(spoken(messages, waiver), 600)}`);
  const proposed = proposedSentences(report, messages).map((sentence) => visible(sentence, 600));
  const files = sourceWords(report, messages, visible);
  const sources = files.length === 0 ? [] : [paint("dim", messages.inForce.sources(files))];
  return [verdict, waivers, proposed, sources].flatMap((lines) => (lines.length === 0 ? [] : ["", ...lines]));
}
