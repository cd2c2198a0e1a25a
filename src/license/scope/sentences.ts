import type { Lines } from "../../evidence/artifacts/artifact.ts";
import type { Document, Section } from "../../evidence/documents/document.ts";
import { type Announced, announcedBy } from "./announced.ts";
import { licensesModel, namesOfModels } from "./defined.ts";
import type { LicenseFile } from "./files.ts";
import { limitIn } from "./limits.ts";
import { type IsHere, type Mention, mentionsIn, ofFile } from "./mentions.ts";
import { reachIn } from "./reach.ts";
import { knownBy, type LicenseStatement, type Scope } from "./statement.ts";
import { subjectsIn } from "./subjects.ts";

/** Words that make a sentence a statement of license outside license sections. */
const PUTS_UNDER =
  /\b(licen[cs]ed|released?|distribut(ed|es?)|available|open[- ]?sourced?|provided|used|published|covered|governed|subject|shared)\b[^.]{0,80}\b(under|by|to|with|as)\b|\bunder (the|an?|its|our)\b[^.]{0,80}\blicen[cs]e\b|\b(is|are)\b.{0,50}[ -]licen[cs]ed\b|\b(agree|accept)(s|ed)?\b.{0,80}\bterms\b|^licen[cs]e\s?[:：]|依照|遵循|采用|基于|许可|协议|ライセンスの(下|もと)|ライセンスです|に従/i;
const OTHERS = /\b(third[- ]party|borrow(s|ed)?|adapted from|derived from|thanks?|originally|llama\.cpp)\b|致谢/i;
/** A feature list's "Permissive Apache 2.0 license: build freely …". */
const LEAD_IN = /^\W{0,6}[^:：]{0,60}\blicen[cs]e\W{0,6}[:：]/i;
const PRESENTS_WEIGHTS =
  /\bopen[- ]?weights?\b|\b(weights|checkpoints)\b|\brelea(se|sing|sed)\b[^.]{0,60}\bmodels?\b|权重|重み/i;

/** A sentence that licenses the model by name speaks of what is in its repository too. */
const MODEL_AND_ALL: readonly Scope[] = ["parameters", "all"];
const PRONOUN = /^\W{0,6}(they|these|both|all of (them|these))\b|^(它们|这些|これら)/i;

/** How far behind a license's name its subject may stand: "Apache-2.0 for the code". */
const REACH = 30;

/** Statements of license in running text: each named or linked license with what the sentence says it covers. */
export function sentenceStatements(
  document: Document,
  files: readonly LicenseFile[],
  isHere?: IsHere,
): LicenseStatement[] {
  const presentsWeights = document.passages.slice(0, 12).some(({ text }) => PRESENTS_WEIGHTS.test(text));
  const models = namesOfModels(document);
  const only = onlyLicense(files);
  let spoken: { readonly statement: LicenseStatement; readonly section: number | undefined } | undefined;
  return document.passages.flatMap((passage) => {
    const heading = passage.section === undefined ? undefined : document.sections[passage.section];
    if (heading?.topics.some((topic) => topic === "acknowledgements" || topic === "related-work") === true) return [];
    const inLicenseSection = heading?.topics.includes("license") ?? false;
    const puts = (text: string): boolean => inLicenseSection || PUTS_UNDER.test(text) || LEAD_IN.test(text);
    const list = announcedBy(passage, document);
    let carried: readonly Scope[] | undefined;
    let spokenOf: readonly Scope[] = [];
    return sentencesOf(passage.text).flatMap((sentence) => {
      const before = spokenOf;
      spokenOf = [...new Set(subjectsIn(sentence).flatMap(({ scopes }) => scopes))];
      if (OTHERS.test(sentence) || /[?？]\s*$/.test(sentence)) return [];
      const mentions = (): Mention[] => mentionsIn(sentence, passage, document, files, isHere);
      const limit = limitIn(sentence, heading, () => placesOf(mentions()), before, passage.lines);
      const limits =
        limit === undefined
          ? []
          : [{ ...limit, path: document.path, lines: passage.lines, folder: folderOf(document.path) }];
      // "The license applies to the pre-trained models as well." speaks of the license that was named before it.
      const named = spoken?.section === passage.section ? spoken?.statement : undefined;
      const meantLicense = named ?? (inLicenseSection ? only : undefined);
      const reach = meantLicense === undefined ? undefined : reachIn(sentence);
      if (meantLicense !== undefined && reach !== undefined && mentions().every(isUnnamed))
        return [
          ...extended(meantLicense, reach.covers, sentence, passage.lines).map((one) => ({
            ...one,
            path: document.path,
            folder: folderOf(document.path),
          })),
          ...limits,
        ];
      if (!puts(passage.text) || !puts(sentence)) return limits;
      // "We release the base and chat models. They are under the MIT license."
      const meant = PRONOUN.test(sentence) && before.length > 0 ? before.filter((scope) => scope !== "all") : [];
      const otherwise = scopesBehind(sentence, heading, presentsWeights) ?? carried ?? ["all"];
      const scopes = meant.length > 0 ? meant : licensesModel(sentence, models) ? MODEL_AND_ALL : otherwise;
      const found = statementsIn(sentence, mentions(), scopes)
        .flatMap((one) => ofList(one, list))
        .map((statement) => ({
          ...statement,
          restrictions:
            statement.restrictions.length > 0
              ? statement.restrictions
              : knownBy(statement.id, statement.words, passage.lines).restrictions,
          path: document.path,
          lines: passage.lines,
          folder: folderOf(document.path),
        }));
      carried = found.at(-1)?.scopes ?? carried;
      const last = found.at(-1);
      if (last !== undefined) spoken = { statement: last, section: passage.section };
      // What is limited and has no name is said better by the limit.
      return limits.length > 0 ? [...found.filter(({ id }) => id !== null), ...limits] : found;
    });
  });
}

/** A statement about "the following components" is about what the list names; where it says models itself, about them. */
function ofList<T extends Pick<LicenseStatement, "scopes" | "open" | "reachesRemote">>(
  statement: T,
  list: Announced | undefined,
): T[] {
  if (list === undefined || !statement.scopes.includes("all")) return [statement];
  const scopes = statement.open === false ? [...new Set([...list.whole, ...list.part])] : list.whole;
  return scopes.length === 0 ? [] : [{ ...statement, scopes, reachesRemote: !scopes.includes("all") }];
}

const isUnnamed = ({ id, file }: Mention): boolean => id === null && file === undefined;

type License = Pick<LicenseStatement, "id" | "open" | "restrictions" | "file">;

/** "The license" of a repository that has one license file. */
function onlyLicense(files: readonly LicenseFile[]): License | undefined {
  const [file, second] = files.filter(({ kind, folder }) => kind === "license" && folder === "");
  if (file?.identification === undefined || second !== undefined) return undefined;
  return { ...ofFile(file), restrictions: file.identification.restrictions, file: file.path };
}

function extended(
  { id, open, restrictions, file }: License,
  scopes: readonly Scope[],
  sentence: string,
  lines: Lines,
): Omit<LicenseStatement, "path" | "folder">[] {
  const named = scopes.filter((scope) => scope !== "all");
  if (named.length === 0) return [];
  const said = { scopes: named, lines, how: "sentence" as const, reachesRemote: true, words: sentence.slice(0, 400) };
  return [{ id, open, restrictions, ...said, ...(file === undefined ? {} : { file }) }];
}

function placesOf(mentions: readonly Mention[]): { starts: number[]; ends: number[] } {
  const named = mentions.filter(({ id }) => id !== null);
  return { starts: named.map(({ index }) => index), ends: named.map(({ end }) => end) };
}

/** What a sentence is about that names no subject: its heading's, or for a feature list's lead-in the model that the page presents. */
function scopesBehind(
  sentence: string,
  heading: Section | undefined,
  presentsWeights: boolean,
): readonly Scope[] | undefined {
  const scopes = [...new Set(subjectsIn(heading?.title ?? "").flatMap((subject) => subject.scopes))];
  if (scopes.length > 0) return scopes;
  return presentsWeights && LEAD_IN.test(sentence) && heading?.topics.includes("license") !== true
    ? ["parameters"]
    : undefined;
}

/** Sentences of a passage; "2.0", "e.g." and the like do not end one. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.!?])\s+(?=[\p{Lu}\p{Lo}*"'([])|(?<=[。！？；;])/u).filter((part) => part.trim() !== "");
}

function statementsIn(
  sentence: string,
  mentions: readonly Mention[],
  otherwise: readonly Scope[],
): Omit<LicenseStatement, "path" | "lines" | "folder">[] {
  const subjects = subjectsIn(maskNames(sentence, mentions));
  // "… under the MIT license as found in the LICENSE file": what follows without a subject speaks of the same thing.
  let previous: readonly Scope[] | undefined;
  return mentions.map((mention, order) => {
    const from = order === 0 ? 0 : (mentions[order - 1]?.index ?? 0);
    const before = subjects.filter(({ index }) => index >= from && index < mention.index);
    const isLast = order === mentions.length - 1;
    const after = subjects.filter(({ index }) => isLast && index > mention.index && index - mention.end <= REACH);
    const own = before.length > 0 ? before : order === 0 && subjects.length === after.length ? after : [];
    const named = [...new Set(own.flatMap((subject) => subject.scopes))];
    const scopes = named.length > 0 ? narrowed(named) : (fileScopes(mention.file) ?? previous ?? otherwise);
    previous = scopes;
    return {
      id: mention.id,
      open: mention.open,
      restrictions: mention.file?.identification?.restrictions ?? [],
      scopes,
      how: "sentence" as const,
      reachesRemote: scopes.some((scope) => scope !== "all" && scope !== "documents"),
      words: sentence.slice(0, 400),
      ...(mention.file === undefined ? {} : { file: mention.file.path }),
    };
  });
}

/** "This repository's code" is about the code, not about everything in the repository. */
function narrowed(scopes: readonly Scope[]): readonly Scope[] {
  const specific = scopes.filter((scope) => scope !== "all");
  return specific.length > 0 ? specific : scopes;
}

function fileScopes(file: LicenseFile | undefined): readonly Scope[] | undefined {
  return file === undefined || file.scopes.includes("all") ? undefined : file.scopes;
}

/** License names hold words such as "Model" and "Code" that are not the sentence's subject. */
function maskNames(sentence: string, mentions: readonly Mention[]): string {
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
