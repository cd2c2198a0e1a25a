/** Pieces of the page. Everything that comes from a repository passes `xml`, and every address `safeUrl`. */
import type { Messages } from "../../../messages/en.ts";
import { spoken, spokenAs } from "../../../messages/said.ts";
import { coversWords, restrictionWord, scopeWord } from "../../language.ts";
import { linesLabel, type ReportEvidence } from "../../markdown/links.ts";
import { isAboutWaiver } from "../../markdown/policy.ts";
import type { ComponentReport, Report } from "../../schema.ts";
import { remedyOf } from "../../verdict.ts";
import { type ArtifactRow, artifactRows } from "../artifact-rows.ts";
import type { FormatContext } from "../context.ts";
import { remoteWords } from "../remote-words.ts";
import { fileAddress, webAddress } from "../subject.ts";
import { xml } from "../xml.ts";

export type Html = string;

export interface Sheet {
  readonly report: Report;
  readonly context: FormatContext;
  readonly messages: Messages;
}

const MARKS = {
  open: ["good", "✓"],
  covered: ["good", "✓"],
  restricted: ["bad", "✗"],
  absent: ["bad", "✗"],
  unlicensed: ["warn", "!"],
  unknown: ["warn", "!"],
  undetermined: ["warn", "?"],
  optional: ["dim", "–"],
} as const;

/** A state: sign, word and colour, each of which says it alone. */
export function stateOf({ messages }: Sheet, { state, excused }: ArtifactRow): Html {
  const [colour, sign] = MARKS[excused ?? state];
  const word = messages.state[excused ?? state];
  return `<span class="state ${colour}">${sign} ${xml(word)}</span>`;
}

/** An address as a link that tells the other page nothing, or as words where it should not be followed. */
export function linkTo(words: string, url: string | undefined): Html {
  const shown = `<code>${xml(words, 200)}</code>`;
  return url === undefined ? shown : `<a href="${xml(url, 6000)}" rel="noopener noreferrer nofollow">${shown}</a>`;
}

export function fileLink({ report, context }: Sheet, path: string, lines?: readonly [number, number]): Html {
  return linkTo(`${path}${linesLabel(lines)}`, fileAddress(report, context, path, lines));
}

function placeOf(sheet: Sheet, { path, url, lines }: ReportEvidence): Html {
  return path === undefined ? linkTo(url ?? "", webAddress(url)) : fileLink(sheet, path, lines);
}

/** One table for each class: artifact, state, license, place. */
export function artifactTables(sheet: Sheet): Html {
  const { classTitle, face } = sheet.messages;
  // Blanks that keep a column wide in Markdown are of no use here.
  const columns = face.columns.map((column) => column.replaceAll("\u00a0", ""));
  const head = columns.map((column) => `<th scope="col">${xml(column)}</th>`).join("");
  const rows = artifactRows(sheet.report);
  return ([3, 2, 1] as const)
    .map((mofClass) => {
      const own = rows.filter(({ kind }) => kind.mofClass === mofClass).map((row) => tableRow(sheet, row));
      return `<table><caption>${xml(classTitle(mofClass))}</caption>
<thead><tr>${head}</tr></thead>
<tbody>${own.join("\n")}</tbody></table>`;
    })
    .join("\n");
}

function tableRow(sheet: Sheet, row: ArtifactRow): Html {
  const { id, component } = row;
  const { component: names, page } = sheet.messages;
  const [first, ...more] = component.evidence;
  const where = first === undefined ? "" : placeOf(sheet, first);
  const rest = more.length === 0 ? "" : ` <span class="dim">${xml(page.more(more.length))}</span>`;
  const license = component.license === null ? "" : licenseName(sheet, component.license);
  return `<tr><th scope="row">${xml(names[id])}</th><td>${stateOf(sheet, row)}</td><td>${license}</td><td>${where}${rest}</td></tr>`;
}

const licenseName = ({ messages }: Sheet, { id }: NonNullable<ComponentReport["license"]>): Html =>
  id === null ? xml(messages.face.notNamed) : `<code>${xml(id, 100)}</code>`;

const MOST_PLACES = 100;

/** Reasons, places, license and clauses of every artifact. */
export function evidenceSections(sheet: Sheet): Html {
  const { messages } = sheet;
  return artifactRows(sheet.report)
    .map((row) => {
      const { id, component } = row;
      const { because, becauseSaid, note, noteSaid, evidence, license } = component;
      const reasons = [
        spokenAs(messages, because, becauseSaid),
        ...(note === undefined || note === because ? [] : [spokenAs(messages, note, noteSaid)]),
      ].map((one) => xml(one, 600));
      const places = evidence.slice(0, MOST_PLACES).map((piece) => `<li>${pieceOf(sheet, piece)}</li>`);
      const rest =
        evidence.length > MOST_PLACES ? `<li>${xml(messages.page.more(evidence.length - MOST_PLACES))}</li>` : "";
      return `<section><h3>${xml(messages.component[id])}</h3>
<p>${stateOf(sheet, row)} <span class="dim">${reasons.join(" ")}</span></p>
${places.length === 0 ? "" : `<ul>${places.join("\n")}${rest}</ul>`}
${license === null ? "" : licenseOf(sheet, license)}</section>`;
    })
    .join("\n");
}

function pieceOf(sheet: Sheet, piece: ReportEvidence): Html {
  const { writtenAt, rule } = piece;
  const written =
    writtenAt === undefined ? "" : sheet.messages.face.writtenIn(fileLink(sheet, writtenAt.path, writtenAt.lines));
  const looked = remoteWords(piece, sheet.messages);
  const answer = looked === undefined ? "" : ` <span class="dim">${xml(looked, 400)}</span>`;
  return `${placeOf(sheet, piece)}${written}${answer} <span class="dim">(${xml(rule, 80)})</span>`;
}

function licenseOf(sheet: Sheet, license: NonNullable<ComponentReport["license"]>): Html {
  const { scope, source, restrictions, open, typeAppropriate } = license;
  const { messages } = sheet;
  const mismatch = open === true && typeAppropriate === false ? xml(messages.face.typeMismatch) : "";
  const by = xml(scopeWord(messages, scope), 60);
  const place = fileLink(sheet, source.path, source.lines);
  return `<p>${messages.page.license(licenseName(sheet, license), by, place)}${mismatch}</p>
${clausesOf(sheet, restrictions)}`;
}

interface Clause {
  readonly category: string;
  readonly quote: string;
}

const clausesOf = ({ messages }: Sheet, clauses: readonly Clause[]): Html =>
  clauses
    .slice(0, 20)
    .map(({ category, quote }) => {
      const words = quote === "" ? "" : `<blockquote>${xml(quote, 600)}</blockquote>`;
      return `<p class="bad">${xml(restrictionWord(messages, category), 80)}</p>${words}`;
    })
    .join("\n");

/** What to do for the next class. */
export function remedyList({ report, messages }: Sheet): Html {
  const items = report.mof.missingForNext.map(({ id, why }) => {
    const { remedy } = remedyOf(report, id, why, messages);
    const name = `<strong>${xml(messages.component[id])}</strong>`;
    return `<li>${messages.page.remedy(name, xml(messages.state[why]), xml(remedy, 800))}</li>`;
  });
  return `<ul>${items.join("\n")}</ul>`;
}

const MOST_FINDINGS = 500;

/** Findings but for those about waivers, which stand with the policy. */
export const findingsOf = ({ report }: Sheet): Report["findings"] =>
  report.findings.filter((finding) => !isAboutWaiver(finding));

/** What else was found. */
export function findingList(sheet: Sheet): Html {
  const findings = findingsOf(sheet);
  const { page, pageLevel } = sheet.messages;
  const items = findings.slice(0, MOST_FINDINGS).map((finding) => {
    const { level, path, lines, elsewhere } = finding;
    const colour = { failure: "bad", warning: "warn", notice: "dim" }[level];
    // A file of another commit or repository is named, and not looked for at this commit.
    const where =
      path === undefined ? "" : ` ${elsewhere === true ? linkTo(path, undefined) : fileLink(sheet, path, lines)}`;
    return `<li><span class="${colour}">${pageLevel[level]}</span> ${xml(spoken(sheet.messages, finding), 800)}${where}</li>`;
  });
  const rest = findings.length > MOST_FINDINGS ? `<li>${xml(page.more(findings.length - MOST_FINDINGS))}</li>` : "";
  return `<ul>${items.join("\n")}${rest}</ul>`;
}

/** The license files and what they cover. */
export function licenseFileList(sheet: Sheet): Html {
  const { messages } = sheet;
  const { face } = messages;
  const items = sheet.report.licenseFiles.slice(0, 200).map((file) => {
    const { path, expression, open, scope, restrictions } = file;
    const name = `<code>${xml(expression === null ? face.notNamed : expression, 200)}</code>`;
    const covers = xml(coversWords(messages, scope), 200);
    return `<li>${face.licenseFile(fileLink(sheet, path), name, face.licenseOpen[`${open}`], covers)}
${clausesOf(sheet, restrictions)}</li>`;
  });
  return `<ul>${items.join("\n")}</ul>`;
}
