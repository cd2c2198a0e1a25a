import { isThisRepository } from "../../evidence/artifacts/shared/linked-code.ts";
import { releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import type { Document } from "../../evidence/documents/document.ts";
import { parseDocument } from "../../evidence/documents/parse.ts";
import type { Facts } from "../../evidence/facts.ts";
import type { FactsCache } from "../../evidence/facts-cache.ts";
import { isWithin } from "../../evidence/home.ts";
import { citationStatements } from "./citation.ts";
import { descriptionStatements } from "./descriptions.ts";
import { findLicenseFiles, type LicenseFile } from "./files.ts";
import type { IsHere } from "./mentions.ts";
import { decidingLicense } from "./mentions.ts";
import { frontMatterStatements } from "./metadata.ts";
import { type OwnFiles, ownFiles } from "./own-files.ts";
import { packageStatements } from "./packages.ts";
import { sentenceStatements } from "./sentences.ts";
import type { LicenseStatement } from "./statement.ts";

/** Everything in a repository that puts something under a license. */
export interface LicenseEvidence {
  readonly files: readonly LicenseFile[];
  readonly statements: readonly LicenseStatement[];
  /** What is said of single files. */
  readonly ownFiles: OwnFiles;
  /** The folder of the model that is meant; empty where that is the whole repository. */
  readonly home: string;
}

/**
 * Reads license files, sentences of the documents, front matter, descriptions, package metadata, the tags of single
 * files and the headers of weights.
 * @param cache license files that were identified before; the outcome is the same without
 */
export function collectLicenses(facts: Facts, cache?: FactsCache): LicenseEvidence {
  const files = findLicenseFiles(facts.snapshot, cache);
  const home = facts.snapshot.model?.path ?? "";
  const documents = releaseDocuments(facts).filter((document) => !files.some((file) => file.path === document.path));
  // A repository that was moved or forked keeps its name, and its documents their addresses.
  const isHere: IsHere = (target) =>
    isThisRepository(target, facts) || target.repo.toLowerCase() === facts.snapshot.repository?.name.toLowerCase();
  return {
    files,
    statements: [
      ...files.filter((file) => file.kind === "license").map(fileStatement),
      ...lists(files, facts).flatMap((document) => withoutConflict(sentenceStatements(document, [], isHere))),
      ...documents.flatMap((document) => sentenceStatements(document, filesAbout(document, files, home), isHere)),
      ...documents.flatMap(frontMatterStatements),
      ...descriptionStatements(facts),
      ...packageStatements(facts),
      ...citationStatements(facts),
    ],
    ownFiles: ownFiles(facts.snapshot, facts.weights),
    home,
  };
}

/** License files that hold no text and only say which license is for what, read as the documents that they are. */
function lists(files: readonly LicenseFile[], { snapshot }: Facts): readonly Document[] {
  return files.flatMap((file) => {
    const content = isList(file) ? snapshot.contents.get(file.path) : undefined;
    return content?.kind === "text" ? [parseDocument(file.path, file.sha, content.text)] : [];
  });
}

/** Where a list gives one kind of work both an open license and another, its sentences were not understood: neither counts. */
const withoutConflict = (statements: readonly LicenseStatement[]): readonly LicenseStatement[] =>
  statements.filter(
    ({ open, scopes }) =>
      !statements.some(
        (other) => (other.open === true) !== (open === true) && other.scopes.some((one) => scopes.includes(one)),
      ),
  );

const isList = ({ kind, identification }: LicenseFile): boolean => {
  const licenses = identification?.licenses ?? [];
  return kind === "license" && licenses.length > 1 && licenses.every(({ how }) => how !== "text");
};

/** "The license", in a document of a model's folder, is the one of that folder, where it has any. */
function filesAbout({ path }: Document, files: readonly LicenseFile[], home: string): readonly LicenseFile[] {
  if (home === "" || !isWithin(path, home) || !files.some(({ folder }) => folder === home)) return files;
  return files.map((file) => ({ ...file, folder: file.folder === home ? "" : file.folder || "/" }));
}

function fileStatement(file: LicenseFile): LicenseStatement {
  const identification = file.identification;
  const licenses = identification?.licenses ?? [];
  const last = licenses.at(-1)?.lines[1] ?? 1;
  return {
    id: decidingLicense(file),
    open: identification?.open ?? null,
    restrictions: identification?.restrictions ?? [],
    scopes: file.scopes,
    path: file.path,
    lines: [1, last],
    how: "file",
    reachesRemote: file.reachesRemote,
    reachesData: file.reachesData,
    folder: file.folder,
    ...(isList(file) ? { names: licenses.map(({ id }) => id) } : {}),
    words: "",
  };
}
