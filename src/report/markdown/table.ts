/** The table of artifacts. */
import { type ClassRows, classRows, type Row, SYMBOLS } from "../rows.ts";
import type { Report } from "../schema.ts";
import { limitWords } from "../verdict.ts";
import { code, text } from "./escape.ts";
import { evidenceLink } from "./links.ts";
import { details, type Frame, type Lines } from "./sections.ts";

const rowOf = (cells: Lines): string => `| ${cells.join(" | ")} |`;

/** The artifacts by class, with state, license and place. */
export function artifactTable(
  report: Report,
  frame: Frame,
  groups: readonly ClassRows[] = classRows(report, frame.messages),
): Lines {
  const { face } = frame.messages;
  const head = [rowOf(face.columns), rowOf(face.columns.map(() => ":--"))];
  const body = groups.flatMap((group) => [
    rowOf([`**${group.title}**`, `**${face.progress(group)}**`, "", ""]),
    ...group.rows.map((row) => artifactRow(row, frame)),
  ]);
  return [...head, ...body];
}

/** The table as far as the class that comes next; the classes beyond it behind a fold. */
export function foldedTable(report: Report, frame: Frame): Lines {
  const { messages } = frame;
  const groups = classRows(report, messages);
  const near = groups.filter(({ mofClass }) => mofClass >= (report.mof.nextClass ?? 1));
  const far = groups.filter((group) => !near.includes(group));
  const summary = far.map((group) => messages.label(group.title, messages.face.progress(group))).join(" · ");
  const beyond = far.length === 0 ? [] : details(summary, artifactTable(report, frame, far));
  return [...artifactTable(report, frame, near), ...beyond];
}

function artifactRow(row: Row, frame: Frame): string {
  const { kind, state, word } = row;
  const { besideEnglish } = frame.messages;
  // A table names each artifact once, and first: here the framework's own name helps who looks it up.
  const name = besideEnglish.includes(row.id) ? `${row.name} (${kind.name})` : row.name;
  return rowOf([name, `${SYMBOLS[state]} ${word}`, licenseCell(row, frame), whereCell(row, frame)]);
}

function licenseCell({ component, state }: Row, { messages }: Frame): string {
  const { license } = component;
  if (license === null || state === "absent" || state === "optional") return messages.face.noLicense;
  const id = license.id === null ? messages.face.notNamed : code(license.id, 60);
  const limits = state === "restricted" ? limitWords(license, messages) : [];
  return limits.length > 0 ? `${id} · ${messages.enumerate(limits.map((word) => text(word, 40)))}` : id;
}

function whereCell({ component }: Row, { messages, place }: Frame): string {
  const [first, ...others] = component.evidence;
  if (first === undefined) return "";
  return [evidenceLink(place, first, 44), others.length > 0 ? messages.face.more(others.length) : ""]
    .filter(Boolean)
    .join(" ");
}
