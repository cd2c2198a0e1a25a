import type { ArtifactFinding, ArtifactId, ArtifactType, Evidence } from "../../evidence/artifacts/artifact.ts";
import { artifact } from "../../evidence/artifacts/index.ts";
import { squash } from "../../evidence/artifacts/shared/names.ts";
import { isWithin } from "../../evidence/home.ts";
import { isOpen, isTypeAppropriate } from "../catalogue.ts";
import type { Restriction } from "../license.ts";
import type { LicenseEvidence } from "./collect.ts";
import { type LicenseStatement, type Scope, stricter } from "./statement.ts";

/** The license of one artifact, with what states it and the rule that applied it. */
export interface ResolvedLicense {
  readonly id: string | null;
  readonly open: boolean | null;
  readonly restrictions: readonly Restriction[];
  readonly source: { readonly path: string; readonly lines: readonly [number, number] };
  readonly scope: "component" | "type" | "folder" | "distribution" | "named";
  readonly typeAppropriate: boolean | null;
}

const PARAMETERS: readonly ArtifactId[] = ["model-parameters-final", "model-parameters-intermediate"];
const DATA: readonly ArtifactId[] = ["datasets", "evaluation-data"];

/** Which statements speak about an artifact itself. Metadata is data by type, but lies among the code. */
function scopeOf(id: ArtifactId): Scope | undefined {
  if (PARAMETERS.includes(id)) return "parameters";
  if (DATA.includes(id)) return "data";
  const type: ArtifactType = artifact(id).type;
  return type === "code" ? "code" : type === "document" ? "documents" : undefined;
}

/**
 * The license that the repository's own statements put on an artifact: a statement about the component wins, then one
 * about its type, then a license file of its folder, then the repository's (Model Openness Tool, license resolution).
 * The repository's license does not reach what is hosted elsewhere unless it says so. Of several statements at one level the strictest counts.
 */
export function resolveLicense(
  id: ArtifactId,
  finding: ArtifactFinding,
  evidence: LicenseEvidence,
): ResolvedLicense | null {
  if (finding.presence === "absent" || finding.presence === "undetermined") return null;
  const found =
    finding.presence === "linked"
      ? forLinked(id, finding.evidence, evidence)
      : forInRepo(id, finding.evidence, evidence);
  if (found === undefined) return null;
  const { statement, scope } = found;
  const restrictions = [...statement.restrictions, ...(PARAMETERS.includes(id) ? policyRestrictions(evidence) : [])];
  return {
    id: statement.id,
    open: restrictions.length > statement.restrictions.length ? false : statement.open,
    restrictions,
    source: { path: statement.path, lines: statement.lines },
    scope,
    typeAppropriate: statement.id === null ? null : isTypeAppropriate(statement.id, artifact(id).type, "mof"),
  };
}

type Found = { statement: LicenseStatement; scope: ResolvedLicense["scope"] };

function forLinked(
  id: ArtifactId,
  evidence: readonly Evidence[],
  { statements, home }: LicenseEvidence,
): Found | undefined {
  const scope = scopeOf(id);
  if (scope === "parameters" || scope === "data") {
    const written = new Set(evidence.flatMap((item) => ("url" in item ? [item.writtenAt.path] : [])));
    const direct = statements.filter((statement) => {
      const covers = statement.scopes.includes(scope) || (statement.how === "file" && statement.scopes.includes("all"));
      if (!statement.reachesRemote || !covers) return false;
      // What is said of "this project" is not said of data that are somebody else's, or may be.
      if (scope === "data" && statement.general === true) return false;
      if (scope === "data" && statement.how === "description") return describes(statement, evidence);
      if (scope === "data" && statement.how === "file" && !statement.scopes.includes("data"))
        return statement.reachesData === true && id === "datasets";
      // A sentence deep in the tree speaks of what stands beside it, not of the release.
      if (statement.folder === "" || statement.folder === home || written.has(statement.path)) return true;
      return statement.how === "sentence" ? isCardOf(scope, statement.path) : statement.how !== "front-matter";
    });
    const found = strictest(direct);
    return found === undefined ? undefined : { statement: found, scope: "component" };
  }
  if (scope === "code") {
    const names = evidence
      .flatMap((item) =>
        "url" in item ? [squash(/github\.com\/[^/]{1,60}\/([^/?#]{1,80})/.exec(item.url)?.[1] ?? "")] : [],
      )
      .filter((name) => name.length >= 3);
    const naming = statements.filter(
      (statement) =>
        statement.how === "sentence" &&
        statement.scopes.includes("code") &&
        names.some((name) => squash(statement.words).includes(name)),
    );
    const found = strictest(naming);
    return found === undefined ? undefined : { statement: found, scope: "named" };
  }
  return undefined;
}

/** A data set's description holds the name that is in the address of the data set. */
function describes({ words }: LicenseStatement, evidence: readonly Evidence[]): boolean {
  return evidence.some((item) => {
    const name = "url" in item ? squash(item.url.split(/[?#]/)[0]?.split("/").at(-1) ?? "") : "";
    return name.length >= 3 && squash(words).includes(name);
  });
}

/** A card speaks for what it is named after, wherever it lies. */
function isCardOf(scope: "parameters" | "data", path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1);
  return (scope === "data" ? /data(set)?|corpus/i : /model|card/i).test(name);
}

/**
 * What is said of the single files comes before what is said of their folder or of the repository. A file that says
 * nothing of itself has the license around it, and of all files that show an artifact the strictest counts.
 */
function forInRepo(
  id: ArtifactId,
  evidence: readonly Evidence[],
  { statements, ownFiles, home }: LicenseEvidence,
): Found | undefined {
  const paths = [...new Set(evidence.flatMap((item) => ("path" in item ? [item.path] : [])))];
  const around = aroundAll(id, paths.length === 0 ? [""] : paths, statements, home);
  const own = paths.flatMap((path) => ownFiles.of(path) ?? []);
  const found = strictest(own);
  if (found === undefined) return around;
  // A weight file's header was filled in by whoever converted it, and never lifts what the repository restricts.
  if (found.how === "weight-header" && around?.statement.open === false) return around;
  const component = { statement: found, scope: "component" } as const;
  if (found.open === false || own.length === paths.length) return component;
  // Most files under a license and the rest under none: the artifact is under that license. The other way it is not.
  if (around === undefined) return own.length * 2 > paths.length ? component : undefined;
  const [first, second] = ownFiles.of(paths[0] ?? "") === undefined ? [around, component] : [component, around];
  return stricter(first.statement, second.statement) === first.statement ? first : second;
}

const MOST_FILES = 60;

/** The license around the files that show an artifact: the strictest of theirs, none where most have none. */
function aroundAll(
  id: ArtifactId,
  paths: readonly string[],
  statements: readonly LicenseStatement[],
  home: string,
): Found | undefined {
  const some = paths.slice(0, MOST_FILES);
  const found = some.flatMap((path) => forFile(id, path, statements, home) ?? []);
  if (found.length * 2 < some.length) return undefined;
  return found.reduce<Found | undefined>(
    (a, b) => (a === undefined || stricter(a.statement, b.statement) !== a.statement ? b : a),
    undefined,
  );
}

/** A model's own folder is to its files what the root is to those of a repository: its license file covers the release. */
function forFile(
  id: ArtifactId,
  path: string,
  statements: readonly LicenseStatement[],
  home: string,
): Found | undefined {
  const scope = scopeOf(id);
  const ground = isWithin(path, home) ? home : "";
  const inFolder = statements.filter(
    (statement) =>
      statement.how === "file" &&
      statement.folder.length > ground.length &&
      isWithin(statement.folder, ground) &&
      path.startsWith(`${statement.folder}/`) &&
      statement.scopes.includes("all"),
  );
  const nearest = inFolder.sort((a, b) => b.folder.length - a.folder.length)[0];
  if (nearest !== undefined) return { statement: nearest, scope: "folder" };
  const rootStatements = statements.filter(
    (statement) => statement.folder === "" || path.startsWith(`${statement.folder}/`),
  );
  const typed =
    scope === undefined
      ? []
      : rootStatements.filter((statement) => statement.scopes.includes(scope) && !isWeak(statement));
  const root = nearestTo(
    ground,
    rootStatements.filter(({ how, scopes }) => how === "file" && scopes.includes("all")),
  );
  // A sentence that repeats what the file says adds nothing; one that is laxer than the file never lifts it.
  const typedFound = strictest(typed);
  const rootFound = strictest(root);
  if (typedFound !== undefined) {
    const lifted =
      typedFound.how !== "file" &&
      rootFound !== undefined &&
      rootFound.open === false &&
      typedFound.open !== false &&
      !isOneOfItsList(rootFound, typedFound, rootStatements) &&
      !isForSomethingElse(rootFound, typedFound, rootStatements, typed);
    return lifted ? { statement: rootFound, scope: "distribution" } : { statement: typedFound, scope: "type" };
  }
  if (rootFound !== undefined) return { statement: rootFound, scope: "distribution" };
  const said = strictest(
    rootStatements.filter((statement) => statement.scopes.includes("all") && statement.how !== "file"),
  );
  if (said !== undefined) return { statement: said, scope: "distribution" };
  const packaged =
    scope === "code"
      ? (strictest(rootStatements.filter(({ how }) => how === "package-metadata")) ??
        strictest(rootStatements.filter(({ how }) => how === "citation")))
      : undefined;
  return packaged === undefined ? undefined : { statement: packaged, scope: "type" };
}

/** The license files of a folder, else those of the nearest folder around it that has any. */
function nearestTo(ground: string, files: readonly LicenseStatement[]): readonly LicenseStatement[] {
  const around = files.filter(({ folder }) => folder === ground || isWithin(ground, folder));
  const nearest = Math.max(...around.map(({ folder }) => folder.length));
  return around.filter(({ folder }) => folder.length === nearest);
}

/**
 * The file only names several licenses, what is said is one of them, and each that is not open is said to be for something
 * else: "the code under Apache-2.0, the weights under CC-BY-NC".
 */
function isOneOfItsList(
  { names = [] }: LicenseStatement,
  found: LicenseStatement,
  statements: readonly LicenseStatement[],
): boolean {
  if (found.id === null || !names.includes(found.id)) return false;
  return names
    .filter((name) => isOpen(name, "mof") !== true)
    .every((name) => {
      const given = statements.filter(({ id, how }) => id === name && how === "sentence");
      const isForThis = given.some(({ scopes }) => scopes.some((one) => found.scopes.includes(one)));
      return !isForThis && given.some(({ scopes }) => !scopes.includes("all"));
    });
}

/**
 * Where the documents give each of several license files its part, the file called LICENSE is one of them, and covers
 * what they give to it: "the code under MIT_LICENSE, the models under LICENSE".
 */
function isForSomethingElse(
  root: LicenseStatement,
  found: LicenseStatement,
  statements: readonly LicenseStatement[],
  typed: readonly LicenseStatement[],
): boolean {
  const toAnother = typed.some(({ file, id }) => file !== undefined && file !== root.path && id === found.id);
  if (!toAnother) return false;
  const given = statements.filter(({ file }) => file === root.path);
  const isShared = ({ scopes }: LicenseStatement): boolean =>
    scopes.includes("all") || scopes.some((scope) => found.scopes.includes(scope));
  return given.length > 0 && !given.some(isShared);
}

/** Metadata filled in by habit speaks only where nothing else does. */
function isWeak({ how }: LicenseStatement): boolean {
  return how === "package-metadata" || how === "citation";
}

/** Of what is said, the strictest; "this project" in general counts for what nothing particular is said of. */
function strictest(statements: readonly LicenseStatement[]): LicenseStatement | undefined {
  const particular = statements.filter(({ general }) => general !== true);
  const counting = particular.length > 0 ? particular : statements;
  return counting.length === 0 ? undefined : counting.reduce(stricter);
}

/** Use policies beside the license bind the users of the weights (Llama 3.2: the territory clause stands only there). */
function policyRestrictions(evidence: LicenseEvidence): Restriction[] {
  return evidence.files.flatMap((file) =>
    file.kind === "policy" && file.identification?.open === false ? file.identification.restrictions : [],
  );
}
