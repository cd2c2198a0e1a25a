import type { Document, Link, Passage } from "../../evidence/documents/document.ts";
import { isOpen } from "../catalogue.ts";
import { findLicenseNames } from "../names.ts";
import type { LicenseFile } from "./files.ts";
import type { LicenseStatement, Scope } from "./statement.ts";
import { subjectsIn } from "./subjects.ts";

/** Words that make a sentence a statement of license outside license sections. */
const PUTS_UNDER =
  /\b(licen[cs]ed|released?|distribut(ed|es?)|available|open[- ]?sourced?|provided|published|covered|governed|subject|shared)\b[^.]{0,80}\b(under|by|to|with|as)\b|\bunder (the|an?|its|our)\b[^.]{0,80}\blicen[cs]e\b|^licen[cs]e\s?[:：]|依照|遵循|采用|基于|许可|协议|ライセンスの(下|もと)|ライセンスです|に従/i;
const OTHERS = /\b(third[- ]party|borrow(s|ed)?|adapted from|derived from|thanks?|originally|llama\.cpp)\b|致谢/i;
/** A license that the text calls by no known name. */
const UNNAMED =
  /\b((model|community|custom|research|non-?commercial) licen[cs]e( agreement)?|terms of use)\b|(社区)?许可协议|模型协议|利用規約/i;

interface Mention {
  readonly id: string | null;
  readonly open: boolean | null;
  readonly file: LicenseFile | undefined;
  readonly index: number;
}

/** Statements of license in running text: each named or linked license with what the sentence says it covers. */
export function sentenceStatements(document: Document, files: readonly LicenseFile[]): LicenseStatement[] {
  return document.passages.flatMap((passage) => {
    const heading = passage.section === undefined ? undefined : document.sections[passage.section];
    const inLicenseSection = heading?.topics.includes("license") ?? false;
    if (heading?.topics.some((topic) => topic === "acknowledgements" || topic === "related-work") === true) return [];
    if (!inLicenseSection && !PUTS_UNDER.test(passage.text)) return [];
    const links = document.links.filter((link) => link.line >= passage.lines[0] && link.line <= passage.lines[1]);
    let carried: readonly Scope[] | undefined;
    return sentencesOf(passage.text).flatMap((sentence) => {
      if (OTHERS.test(sentence) || (!inLicenseSection && !PUTS_UNDER.test(sentence))) return [];
      const found = statementsIn(
        sentence,
        passage,
        links,
        files,
        document,
        headingScopes(heading?.title ?? ""),
        carried,
      );
      carried = found.at(-1)?.scopes ?? carried;
      return found;
    });
  });
}

/** Sentences of a passage; "2.0", "e.g." and the like do not end one. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=[\p{Lu}\p{Lo}*"'([])|(?<=[。！？；;])/u).filter((part) => part.trim() !== "");
}

function headingScopes(title: string): readonly Scope[] | undefined {
  const scopes = subjectsIn(title).flatMap((subject) => subject.scopes);
  return scopes.length > 0 ? [...new Set(scopes)] : undefined;
}

function statementsIn(
  sentence: string,
  passage: Passage,
  links: readonly Link[],
  files: readonly LicenseFile[],
  document: Document,
  heading: readonly Scope[] | undefined,
  carried: readonly Scope[] | undefined,
): LicenseStatement[] {
  const mentions = mentionsIn(sentence, links, files);
  const subjects = subjectsIn(maskNames(sentence, mentions));
  return mentions.map((mention, order): LicenseStatement => {
    const from = order === 0 ? 0 : (mentions[order - 1]?.index ?? 0);
    const to = mentions[order + 1]?.index ?? sentence.length;
    const before = subjects.filter((subject) => subject.index >= from && subject.index < mention.index);
    const after = subjects.filter(
      (subject) => subject.index > mention.index && subject.index < to && order === mentions.length - 1,
    );
    const own =
      before.length > 0 ? before : order === 0 && after.length > 0 && subjects.length === after.length ? after : [];
    const named = [...new Set(own.flatMap((subject) => subject.scopes))];
    const scopes: readonly Scope[] =
      named.length > 0 ? narrowed(named) : (fileScopes(mention.file) ?? heading ?? carried ?? ["all"]);
    const identification = mention.file?.identification;
    return {
      id: mention.id,
      open: mention.open,
      restrictions: identification?.restrictions ?? [],
      scopes,
      path: document.path,
      lines: passage.lines,
      how: "sentence",
      reachesRemote: scopes.some((scope) => scope === "parameters" || scope === "data" || scope === "code"),
      folder: folderOf(document.path),
      words: sentence.slice(0, 400),
    };
  });
}

/** "This repository's code" is about code; "code and models in this repository" about both. */
function narrowed(scopes: readonly Scope[]): Scope[] {
  const specific = scopes.filter((scope) => scope !== "all");
  return specific.length > 0
    ? [...specific, ...(scopes.includes("all") && specific.includes("parameters") ? (["all"] as const) : [])]
    : [...scopes];
}

function fileScopes(file: LicenseFile | undefined): readonly Scope[] | undefined {
  return file === undefined || file.scopes.includes("all") ? undefined : file.scopes;
}

function mentionsIn(sentence: string, links: readonly Link[], files: readonly LicenseFile[]): Mention[] {
  const mentions: (Mention & { end: number })[] = [];
  for (const link of links) {
    const file = linkedFile(link, files);
    const index = link.text === "" ? -1 : sentence.indexOf(link.text);
    if (file === undefined || index < 0) continue;
    const identification = file.identification;
    mentions.push({
      id: idOf(identification?.licenses.map(({ id }) => id) ?? []),
      open: identification?.open ?? null,
      file,
      index,
      end: index + link.text.length,
    });
  }
  for (const name of findLicenseNames(sentence)) {
    if (
      name.negated ||
      mentions.some((known) => name.index < known.end + 12 && known.index - 12 < name.index + name.length)
    )
      continue;
    mentions.push({
      id: name.id,
      open: isOpen(name.id, "mof"),
      file: undefined,
      index: name.index,
      end: name.index + name.length,
    });
  }
  if (mentions.length === 0) {
    const unnamed = UNNAMED.exec(sentence);
    if (unnamed !== null)
      mentions.push({
        id: null,
        open: null,
        file: undefined,
        index: unnamed.index,
        end: unnamed.index + unnamed[0].length,
      });
  }
  return mentions.sort((a, b) => a.index - b.index);
}

function idOf(ids: readonly string[]): string | null {
  return ids.length === 0 ? null : (ids.find((id) => id.startsWith("LicenseRef-")) ?? ids[0]!);
}

/** A link to a license file of this repository, by relative path or by its address on the host. */
function linkedFile(link: Link, files: readonly LicenseFile[]): LicenseFile | undefined {
  const { target } = link;
  if (target.kind === "file") return files.find((file) => file.path === target.path) ?? undefined;
  if (target.kind === "github" && target.page === "file") return files.find((file) => file.path === target.path);
  return undefined;
}

/** License names hold words such as "Model" and "Code" that are not the sentence's subject. */
function maskNames(sentence: string, mentions: readonly (Mention & { end?: number })[]): string {
  let masked = sentence.replace(/\b(model|code|data|community) licen[cs]e( agreement)?/gi, (words) =>
    " ".repeat(words.length),
  );
  for (const { index, end } of mentions) {
    if (end !== undefined) masked = masked.slice(0, index) + " ".repeat(Math.max(0, end - index)) + masked.slice(end);
  }
  return masked;
}

function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}
