/** The frameworks in Markdown: a list of one line each for the check run, and tables with reasons for the page. */
import { type FrameworkRow, frameworkRows, VERDICT_SYMBOLS } from "../framework-rows.ts";
import type { Report } from "../schema.ts";
import { code, text } from "./escape.ts";
import { freedomTable } from "./freedom-table.ts";
import { fileLink } from "./links.ts";
import { details, type Frame, type Lines } from "./sections.ts";

const MOST_LACKING = 3;
const MOST_PLACES = 3;

/**
 * One line for each framework that applies, behind a fold: its id, its verdict, and what is lacking. The class of the MOF
 * heads it; those that do not apply share a line.
 */
export function frameworkFold(report: Report, frame: Frame): Lines {
  const rows = frameworkRows(report, frame.messages);
  if (rows.length === 0) return [];
  const { frameworkFace, label, enumerate } = frame.messages;
  const lines = rows
    .filter(({ verdict }) => verdict !== "not-applicable")
    .map((row) => `- ${VERDICT_SYMBOLS[row.verdict]} ${code(row.id, 60)} ${text(shortOf(row, frame), 400)}`);
  const others = rows.filter(({ verdict }) => verdict === "not-applicable").map(({ id }) => code(id, 60));
  const rest =
    others.length === 0
      ? []
      : [`- ${VERDICT_SYMBOLS["not-applicable"]} ${label(frameworkFace.verdict["not-applicable"], enumerate(others))}`];
  return details(frameworkFace.title, [mofLine(report, frame), ...lines, ...rest]);
}

/** All frameworks with the reasons of each requirement and where they are written. */
export function frameworkSections(report: Report, frame: Frame): Lines {
  const rows = frameworkRows(report, frame.messages);
  if (rows.length === 0) return [];
  return [
    mofLine(report, frame),
    ...rows.map((row) => `- ${VERDICT_SYMBOLS[row.verdict]} **${text(row.title, 120)}**: ${row.word}`),
    ...rows
      .filter(({ verdict }) => verdict !== "not-applicable")
      .flatMap((row) => {
        const table = row.id === "freedoms" ? freedomTable(report, frame) : [];
        return [...requirementLines(row, frame), ...(table.length === 0 ? [] : ["", ...table])];
      }),
  ];
}

/** The binary verdicts stand beside the class. */
const mofLine = ({ mof }: Report, { messages }: Frame): string =>
  `- **Model Openness Framework**: ${messages.className(mof.class)}`;

function shortOf({ title, word, lacking }: FrameworkRow, { messages }: Frame): string {
  const { frameworkFace } = messages;
  const named = lacking.slice(0, MOST_LACKING).map((one) => one.title);
  const rest = lacking.length - named.length;
  const items = rest > 0 ? [...named, frameworkFace.more(rest)] : named;
  const line = messages.label(title, word);
  return items.length === 0 ? line : frameworkFace.lacking(line, items);
}

function requirementLines({ title, requirements }: FrameworkRow, { messages, place }: Frame): Lines {
  const lines = requirements.map((one) => {
    const places = one.evidence.slice(0, MOST_PLACES).map(({ path, lines: range }) => fileLink(place, path, range, 60));
    const where = places.length === 0 ? "" : messages.face.at(messages.enumerate(places));
    return `- ${VERDICT_SYMBOLS[one.verdict]} **${text(one.title, 160)}** · ${one.word}. ${text(one.because, 1200)}${where}`;
  });
  return ["", `### ${text(title, 120)}`, "", ...lines];
}
