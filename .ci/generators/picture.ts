/** docs/comment.svg: the comment of the demo's pull request, drawn from its report as the README's picture. */
import { audit } from "../../src/audit.ts";
import { selectReads } from "../../src/evidence/files/select.ts";
import { en } from "../../src/messages/en.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { differenceBetween } from "../../src/report/difference/difference.ts";
import { differenceLines } from "../../src/report/difference/lines.ts";
import { classRows, type Row, type RowState } from "../../src/report/rows.ts";
import type { Report } from "../../src/report/schema.ts";
import { sentencesOf } from "../../src/report/verdict.ts";
import { takeSnapshot } from "../../src/snapshot/snapshot.ts";
import { openSource } from "../../src/snapshot/source.ts";
import { bundledMaterial } from "../../test/demo/material.ts";

const WIDTH = 860;
const ROW = 30;
/** Left edges of the table's columns. */
const COLUMNS = [28, 236, 440, 658];

/** Drawn instead of the symbols, which not every machine has a font for. */
const MARKS: Readonly<Record<RowState, readonly [colour: string, path: string]>> = {
  open: ["#1a7f37", "M-3.5 0l2.5 2.5 5-5"],
  covered: ["#1a7f37", "M-3.5 0l2.5 2.5 5-5"],
  restricted: ["#cf222e", "M-4 0h8"],
  unlicensed: ["#9a6700", "M0-4v4.5M0 3.2v.8"],
  unknown: ["#9a6700", "M0-4v4.5M0 3.2v.8"],
  absent: ["#cf222e", "M-3-3l6 6M3-3l-6 6"],
  optional: ["#6e7781", "M-3 0h6"],
  undetermined: ["#6e7781", "M0-4v4.5M0 3.2v.8"],
};

export async function generate(): Promise<ReadonlyMap<string, string>> {
  const { git, head, dataCard } = await bundledMaterial();
  try {
    const changed = await git.commit({ [dataCard.path]: dataCard.text }, { branch: "data-card", from: head });
    const base = await reportAt(git.directory, head);
    return new Map([["docs/comment.svg", draw(await reportAt(git.directory, changed), base)]]);
  } finally {
    await git.remove();
  }
}

async function reportAt(directory: string, rev: string): Promise<Report> {
  const { port } = await openSource(directory, { rev, github: undefined });
  return audit(await takeSnapshot(port, selectReads), loadPolicy(null, ".github/openness.yml"));
}

function draw(report: Report, base: Report): string {
  const [first, ...others] = classRows(report);
  if (first === undefined) throw new Error("the demo's report has no artifacts");
  const parts: string[] = [];
  let y = 26;
  parts.push(`<path class="bar" d="M1 12a11 11 0 0 1 11-11h${WIDTH - 24}a11 11 0 0 1 11 11v28H1z"/>`);
  parts.push(words(28, y, "openness[bot]", "strong"), words(128, y, "commented", "muted"));
  y += 42;
  for (const [index, sentence] of sentencesOf(report).entries()) {
    for (const line of wrapped(plain(sentence), 110)) {
      parts.push(words(28, y, line, index === 0 ? "strong" : ""));
      y += 22;
    }
  }
  y += 8;
  parts.push(words(28, y, "Compared with the base", "strong"));
  for (const line of differenceLines(differenceBetween(base, report), { messages: en, place: undefined })) {
    y += 24;
    parts.push(words(28, y, `• ${plain(line)}`));
  }
  y += 18;
  const top = y;
  parts.push(rule(y), ...cells(y, ["Artifact", "Status", "License", "Where"], "strong"));
  y += ROW;
  parts.push(rule(y), ...cells(y, [first.title, `${first.open} of ${first.of} open`], "strong"));
  for (const row of first.rows) {
    y += ROW;
    parts.push(rule(y), ...rowCells(row, y));
  }
  y += ROW;
  parts.push(rule(y));
  for (const x of [28, ...COLUMNS.slice(1).map((column) => column - 10), WIDTH - 28])
    parts.push(`<path class="line" d="M${x - (x === 28 ? 10 : 0) + (x === WIDTH - 28 ? 10 : 0)} ${top}V${y}"/>`);
  y += 28;
  parts.push(words(28, y, `▸ ${others.map(({ title, open, of }) => `${title}: ${open} of ${of} open`).join(" · ")}`));
  y += 24;
  const label = `The comment on a pull request: ${sentencesOf(report).map(plain).join(" ")}`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${y}" viewBox="0 0 ${WIDTH} ${y}" role="img" aria-label="${escaped(label)}">
<style>text{font:14px -apple-system,"Segoe UI","Liberation Sans",Helvetica,Arial,sans-serif;fill:#1f2328}.strong{font-weight:600}.muted{fill:#59636e}.code{font:12px ui-monospace,"Liberation Mono",Menlo,monospace}.link{fill:#0969da}.line{stroke:#d1d9e0;fill:none}.bar{fill:#f6f8fa;stroke:#d1d9e0}.frame{fill:#fff;stroke:#d1d9e0}.mark{fill:none;stroke:#fff;stroke-width:1.8;stroke-linecap:round}</style>
<rect class="frame" x=".5" y=".5" width="${WIDTH - 1}" height="${y - 1}" rx="11"/>
${parts.join("\n")}
</svg>
`;
}

function rowCells(row: Row, y: number): string[] {
  const { component, kind, state, word } = row;
  const [colour, path] = MARKS[state];
  const [evidence] = component.evidence;
  const more = component.evidence.length - 1;
  const where = evidence?.path ?? "";
  const line = evidence?.lines === undefined ? "" : `:${[...new Set(evidence.lines)].join("-")}`;
  const license = component.license?.id ?? "–";
  return [
    words(COLUMNS[0]!, y + 20, kind.name),
    `<g transform="translate(${COLUMNS[1]! + 8} ${y + 15})"><circle r="7.5" fill="${colour}"/><path class="mark" d="${path}"/></g>`,
    words(COLUMNS[1]! + 22, y + 20, word),
    words(COLUMNS[2]!, y + 20, license, component.license === null ? "muted" : "code"),
    where === "" ? "" : words(COLUMNS[3]!, y + 20, `${where}${line}${more > 0 ? ` +${more}` : ""}`, "link"),
  ].filter((part) => part !== "");
}

const cells = (y: number, texts: readonly string[], style: string): string[] =>
  texts.map((text, index) => words(COLUMNS[index]!, y + 20, text, style));
const rule = (y: number): string => `<path class="line" d="M18 ${y}H${WIDTH - 18}"/>`;
const words = (x: number, y: number, text: string, style = ""): string =>
  `<text x="${x}" y="${y}"${style === "" ? "" : ` class="${style}"`}>${escaped(text)}</text>`;
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
/** Markdown's marks and the symbols taken off. */
const plain = (text: string): string => text.replace(/^[-*] |[*`]|\p{Extended_Pictographic}\uFE0F? ?/gu, "").trim();

function wrapped(text: string, width: number): string[] {
  const lines = [""];
  for (const word of text.split(" ")) {
    const line = lines.at(-1)!;
    if (line !== "" && line.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = line === "" ? word : `${line} ${word}`;
  }
  return lines;
}
