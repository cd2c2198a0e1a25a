/** The difference in Markdown, what takes something away first. */
import type { Messages } from "../../messages/en.ts";
import { restrictionWord } from "../language.ts";
import { code, text } from "../markdown/escape.ts";
import { fileLink } from "../markdown/links.ts";
import type { Frame, Lines } from "../markdown/sections.ts";
import { type ArtifactChange, type ClassChange, type Difference, isUncompared } from "./difference.ts";
import { isHarsher, type LicenseChange, type StatedLicense } from "./license-change.ts";

const SYMBOLS = { better: "📈", worse: "📉", other: "•" } as const;
const MOST_LICENSES = 12;

/** What changed, line by line; licenses that take something away and the class come before artifacts. */
export function differenceLines(difference: Difference, frame: Frame): Lines {
  const { messages } = frame;
  const { class: mofClass, artifacts, licenses } = difference;
  const harsher = licenses.filter(isHarsher);
  const others = licenses.filter((change) => !isHarsher(change));
  const shown = [...harsher, ...others].slice(0, MOST_LICENSES);
  return [
    ...(mofClass === undefined ? [] : [classLine(mofClass, messages)]),
    ...shown.filter(isHarsher).flatMap((change) => licenseLines(change, frame)),
    ...artifacts.filter((change) => !isUncompared(change)).map((change) => artifactLine(change, messages)),
    ...uncomparedLines(artifacts, messages),
    ...shown.filter((change) => !isHarsher(change)).flatMap((change) => licenseLines(change, frame)),
    ...(licenses.length > shown.length ? [`- ${messages.difference.more(licenses.length - shown.length)}`] : []),
  ];
}

function classLine({ from, to, direction }: ClassChange, { className, difference }: Messages): string {
  const change = `**${className(from)} → ${className(to)}**`;
  return `- ${direction === "other" ? `❔ ${difference.classUncompared(change)}` : `${SYMBOLS[direction]} ${change}`}`;
}

const artifactLine = ({ id, from, to, direction }: ArtifactChange, { component, face, state }: Messages): string =>
  `- ${SYMBOLS[direction]} ${face.changed(component[id], state[from], state[to])}`;

/** What could not be looked at on one side, in a line for each side: nothing is said to have come or gone. */
function uncomparedLines(artifacts: readonly ArtifactChange[], messages: Messages): Lines {
  const { component, difference, enumerate } = messages;
  const namesWhere = (side: "from" | "to"): readonly string[] =>
    artifacts.filter((change) => change[side] === "undetermined").map(({ id }) => component[id]);
  const [before, now] = [namesWhere("from"), namesWhere("to")];
  return [
    ...(now.length === 0 ? [] : [`- ❔ ${difference.unseenNow(enumerate(now))}`]),
    ...(before.length === 0 ? [] : [`- ❔ ${difference.unseenBefore(enumerate(before))}`]),
  ];
}

/** The change with both licenses where they are stated, and under it the clauses that came. */
function licenseLines(change: LicenseChange, frame: Frame): Lines {
  const { difference, enumerate, component } = frame.messages;
  const { of, kind, before, after, categories, clauses } = change;
  const what = "file" in of ? fileLink(frame.place, of.file) : enumerate(of.artifacts.map((id) => component[id]));
  const limits = categories.slice(0, 6).map((category) => text(restrictionWord(frame.messages, category), 60));
  const symbol = isHarsher(change) ? "⚠️" : SYMBOLS.other;
  const sentence = difference.license[kind]({
    what,
    before: sideOf(before, undefined, frame),
    after: sideOf(after, frame, frame),
    limits,
  });
  const quotes = clauses.slice(0, 3).map(({ quote, lines }) => {
    const place = after.path === undefined ? "" : frame.messages.face.at(fileLink(frame.place, after.path, lines, 50));
    return `  - ${difference.clause(text(quote, 240))}${place}`;
  });
  return [`- ${symbol} ${isHarsher(change) ? `**${sentence}**` : sentence}`, ...quotes];
}

/** A license by its name; that of the audited commit with a link to what states it. */
function sideOf(
  { license, path, lines, covers }: StatedLicense,
  linked: Frame | undefined,
  { messages }: Frame,
): string {
  if (covers !== undefined) return text(covers, 60);
  if (path === undefined) return messages.difference.none;
  const name = license === null ? messages.face.notNamed : code(license, 60);
  return linked === undefined ? name : `${name}${messages.face.at(fileLink(linked.place, path, lines, 50))}`;
}
