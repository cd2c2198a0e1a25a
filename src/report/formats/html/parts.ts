/** Pieces of the page. Everything that comes from a repository passes `xml`, and every address `safeUrl`. */
import { en } from "../../../messages/en.ts";
import { restrictionWord, scopeWord } from "../../language.ts";
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
export function stateOf({ state, excused, word }: ArtifactRow): Html {
  const [colour, sign] = MARKS[excused ?? state];
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
  const rows = artifactRows(sheet.report);
  return ([3, 2, 1] as const)
    .map((mofClass) => {
      const own = rows.filter(({ kind }) => kind.mofClass === mofClass).map((row) => tableRow(sheet, row));
      return `<table><caption>${xml(en.classTitle(mofClass))}</caption>
<thead><tr><th scope="col">Artifact</th><th scope="col">State</th><th scope="col">License</th><th scope="col">Where</th></tr></thead>
<tbody>${own.join("\n")}</tbody></table>`;
    })
    .join("\n");
}

function tableRow(sheet: Sheet, row: ArtifactRow): Html {
  const { kind, component } = row;
  const [first, ...more] = component.evidence;
  const where = first === undefined ? "" : placeOf(sheet, first);
  const rest = more.length === 0 ? "" : ` <span class="dim">and ${more.length} more</span>`;
  const license = component.license === null ? "" : licenseName(component.license);
  return `<tr><th scope="row">${xml(kind.name)}</th><td>${stateOf(row)}</td><td>${license}</td><td>${where}${rest}</td></tr>`;
}

const licenseName = ({ id }: NonNullable<ComponentReport["license"]>): Html =>
  id === null ? xml(en.face.notNamed) : `<code>${xml(id, 100)}</code>`;

const MOST_PLACES = 100;

/** Reasons, places, license and clauses of every artifact. */
export function evidenceSections(sheet: Sheet): Html {
  return artifactRows(sheet.report)
    .map((row) => {
      const { kind, component } = row;
      const { because, note, evidence, license } = component;
      const reasons = [because, ...(note === undefined || note === because ? [] : [note])].map((one) => xml(one, 600));
      const places = evidence.slice(0, MOST_PLACES).map((piece) => `<li>${pieceOf(sheet, piece)}</li>`);
      const rest = evidence.length > MOST_PLACES ? `<li>and ${evidence.length - MOST_PLACES} more</li>` : "";
      return `<section><h3>${xml(kind.name)}</h3>
<p>${stateOf(row)} <span class="dim">${reasons.join(" ")}</span></p>
${places.length === 0 ? "" : `<ul>${places.join("\n")}${rest}</ul>`}
${license === null ? "" : licenseOf(sheet, license)}</section>`;
    })
    .join("\n");
}

function pieceOf(sheet: Sheet, piece: ReportEvidence): Html {
  const { writtenAt, rule } = piece;
  const written = writtenAt === undefined ? "" : `, written in ${fileLink(sheet, writtenAt.path, writtenAt.lines)}`;
  const looked = remoteWords(piece);
  const answer = looked === undefined ? "" : ` <span class="dim">${xml(looked, 400)}</span>`;
  return `${placeOf(sheet, piece)}${written}${answer} <span class="dim">(${xml(rule, 80)})</span>`;
}

function licenseOf(sheet: Sheet, license: NonNullable<ComponentReport["license"]>): Html {
  const { scope, source, restrictions, open, typeAppropriate } = license;
  const mismatch = open === true && typeAppropriate === false ? "; open, but not of the kind its type asks for" : "";
  const by = xml(scopeWord(en, scope), 60);
  return `<p>License ${licenseName(license)}, by ${by}, stated in ${fileLink(sheet, source.path, source.lines)}${mismatch}.</p>
${restrictions.slice(0, 20).map(clauseOf).join("\n")}`;
}

const clauseOf = ({ category, quote }: { readonly category: string; readonly quote: string }): Html =>
  `<p class="bad">${xml(restrictionWord(en, category), 80)}</p>${quote === "" ? "" : `<blockquote>${xml(quote, 600)}</blockquote>`}`;

/** What to do for the next class. */
export function remedyList({ report }: Sheet): Html {
  const items = report.mof.missingForNext.map(({ id, why }) => {
    const { remedy } = remedyOf(report, id, why, en);
    return `<li><strong>${xml(en.component[id])}</strong> (${xml(en.state[why])}): ${xml(remedy, 800)}</li>`;
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
  const items = findings.slice(0, MOST_FINDINGS).map(({ level, message, path, lines, elsewhere }) => {
    const colour = { failure: "bad", warning: "warn", notice: "dim" }[level];
    // A file of another commit or repository is named, and not looked for at this commit.
    const where =
      path === undefined ? "" : ` ${elsewhere === true ? linkTo(path, undefined) : fileLink(sheet, path, lines)}`;
    return `<li><span class="${colour}">${level}</span> ${xml(message, 800)}${where}</li>`;
  });
  const rest = findings.length > MOST_FINDINGS ? `<li>and ${findings.length - MOST_FINDINGS} more</li>` : "";
  return `<ul>${items.join("\n")}${rest}</ul>`;
}

/** The license files and what they cover. */
export function licenseFileList(sheet: Sheet): Html {
  const items = sheet.report.licenseFiles.slice(0, 200).map((file) => {
    const { path, expression, open, scope, restrictions } = file;
    const word = open === true ? "open" : open === false ? "not open" : "cannot be told";
    const name = expression === null ? en.face.notNamed : expression;
    return `<li>${fileLink(sheet, path)}: <code>${xml(name, 200)}</code>, ${word}; covers ${xml(scope, 200)}
${restrictions.slice(0, 20).map(clauseOf).join("\n")}</li>`;
  });
  return `<ul>${items.join("\n")}</ul>`;
}
