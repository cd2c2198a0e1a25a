/** All evidence, artifact by artifact, with the license and what states it. */
import type { ArtifactId } from "../../evidence/artifacts/artifact.ts";
import type { Messages } from "../../messages/en.ts";
import { spokenAs } from "../../messages/said.ts";
import { remoteWord, restrictionWord, scopeWord } from "../language.ts";
import { classRows, type Row, SYMBOLS } from "../rows.ts";
import type { ComponentReport, Report } from "../schema.ts";
import { code, text } from "./escape.ts";
import { evidenceLink, fileLink, type ReportEvidence } from "./links.ts";
import type { Frame, Lines } from "./sections.ts";

/** The evidence of every artifact that has some, or that has something to be said of. */
export function evidenceList(report: Report, frame: Frame, max: number): Lines {
  const rows = classRows(report, frame.messages)
    .flatMap(({ rows }) => rows)
    .filter(({ component }) => component.evidence.length > 0 || component.note !== undefined);
  const shown = rows.filter(({ component }) => component.evidence.length > 0);
  const bare = Map.groupBy(
    rows.filter((row) => !shown.includes(row)),
    (row) => `${row.state} ${reasonsOf(row.component, frame.messages)}`,
  );
  return [
    ...shown.flatMap((row) => evidenceOf(row, frame, max)),
    ...[...bare.values()].flatMap((alike) => evidenceOf(alike[0]!, frame, max, alike)),
  ];
}

/** The same for one artifact, whether or not there is any. */
export const evidenceOfArtifact = (report: Report, id: ArtifactId, frame: Frame, max: number): Lines =>
  classRows(report, frame.messages).flatMap(({ rows }) =>
    rows.filter((row) => row.id === id).flatMap((row) => evidenceOf(row, frame, max)),
  );

/** @param alike the artifacts of which the same is said, in one line */
function evidenceOf(row: Row, frame: Frame, max: number, alike: readonly Row[] = [row]): Lines {
  const { state, word, component } = row;
  const { evidence, license } = component;
  const { face } = frame.messages;
  const pieces = evidence.slice(0, max).map((piece) => `  - ${pieceLine(piece, frame)}`);
  const rest = evidence.length > max ? [`  - ${face.more(evidence.length - max)}`] : [];
  const licenseLines = license === null ? [] : licenseOf(license, frame);
  const names = frame.messages.enumerate(alike.map(({ name }) => `**${name}**`));
  const outcome = face.outcome(names, word, reasonsOf(component, frame.messages));
  return [`- ${SYMBOLS[state]} ${outcome}`, ...pieces, ...rest, ...licenseLines];
}

function pieceLine(piece: ReportEvidence, { messages, place }: Frame): string {
  const { writtenAt, rule, remote } = piece;
  const written =
    writtenAt === undefined ? "" : messages.face.writtenIn(fileLink(place, writtenAt.path, writtenAt.lines));
  const looked = remote === undefined ? "" : ` · ${remoteWord(remote, messages)}`;
  return `${evidenceLink(place, piece)}${written}${looked} · ${messages.face.evidenceRule(code(rule, 60))}`;
}

function reasonsOf({ because, becauseSaid, note, noteSaid }: ComponentReport, messages: Messages): string {
  const sentences = [text(spokenAs(messages, because, becauseSaid))];
  if (note !== undefined && note !== because) sentences.push(text(spokenAs(messages, note, noteSaid)));
  return messages.join(sentences);
}

function licenseOf(license: NonNullable<ComponentReport["license"]>, { messages, place }: Frame): Lines {
  const { id, scope, source, open, typeAppropriate, restrictions } = license;
  const { face } = messages;
  const name = id === null ? face.notNamed : code(id, 60);
  const mismatch = open === true && typeAppropriate === false ? face.typeMismatch : "";
  const from = fileLink(place, source.path, source.lines);
  const clauses = restrictions.slice(0, 3).map(({ category, quote }) => {
    const word = text(restrictionWord(messages, category), 60);
    return `    - ${quote === "" ? word : face.clause(word, text(quote, 200))}`;
  });
  return [`  - ${face.licenseFrom(name, text(scopeWord(messages, scope), 60), from)}${mismatch}`, ...clauses];
}
