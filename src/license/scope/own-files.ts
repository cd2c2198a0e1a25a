import type { Lines } from "../../evidence/artifacts/artifact.ts";
import type { WeightFile } from "../../evidence/files/files.ts";
import type { Snapshot } from "../../snapshot/snapshot.ts";
import { normalizeLicenseName, parseLicenseExpression } from "../names.ts";
import { folderOf } from "./places.ts";
import { matchesPattern, type ReuseAnnotation, readDep5, readReuseToml } from "./reuse.ts";
import { knownBy, type LicenseStatement, stricter } from "./statement.ts";
import { weightHeaderStatements } from "./weight-headers.ts";

/** What single files say of themselves, or is said of them by name. */
export interface OwnFiles {
  /** The license of one file, undefined when nothing speaks of that file alone. */
  readonly of: (path: string) => LicenseStatement | undefined;
}

const HEADER =
  /^[\s#/*;%"'<!.{}()-]{0,12}SPDX-License-Identifier:[ \t]{0,10}([\w.+() -]{2,200}?)[ \t]{0,4}(?:\*\/|-->|\*\)|#\})?[ \t]{0,4}$/i;
const HEADER_LINES = 40;
/** Documents show tags as examples. */
const NOT_TAGGED = /\.(md|mdx|markdown|rst|txt|html?|ipynb)$/i;
const MOST_REUSE_FILES = 10;

/**
 * Licenses of single files: the SPDX tag in a source file's first lines (SPDX 2.3, annex E), a file of the same name
 * that ends in `.license`, the statements of `REUSE.toml` and `.reuse/dep5` (REUSE specification 3.3), and the headers
 * of weight files, which never make laxer what the others say. Only what was read can speak.
 */
export function ownFiles(snapshot: Snapshot, weights: readonly WeightFile[] = []): OwnFiles {
  const annotations = readAnnotations(snapshot);
  const headers = weightHeaderStatements(weights);
  const known = new Map<string, LicenseStatement | undefined>();
  return {
    of: (path) => {
      if (!known.has(path)) {
        const said = [statementOf(path, snapshot, annotations), headers.get(path)].filter((one) => one !== undefined);
        known.set(path, said.length === 0 ? undefined : said.reduce(stricter));
      }
      return known.get(path);
    },
  };
}

interface Placed {
  readonly annotation: ReuseAnnotation;
  readonly path: string;
  readonly folder: string;
}

function readAnnotations(snapshot: Snapshot): Placed[] {
  const files = snapshot.entries.filter(({ path }) => /(^|\/)REUSE\.toml$|^\.reuse\/dep5$/.test(path));
  return files.slice(0, MOST_REUSE_FILES).flatMap(({ path }) => {
    const content = snapshot.contents.get(path);
    if (content?.kind !== "text") return [];
    const isDep5 = path.endsWith("dep5");
    return (isDep5 ? readDep5 : readReuseToml)(content.text).map((annotation) => ({
      annotation,
      path,
      folder: isDep5 ? "" : folderOf(path),
    }));
  });
}

function statementOf(path: string, snapshot: Snapshot, annotations: readonly Placed[]): LicenseStatement | undefined {
  const own = sidecar(path, snapshot) ?? header(path, snapshot);
  const placed = annotations.findLast(({ annotation, folder }) => {
    if (folder !== "" && !path.startsWith(`${folder}/`)) return false;
    const inside = folder === "" ? path : path.slice(folder.length + 1);
    return annotation.paths.some((pattern) => matchesPattern(inside, pattern, annotation.starCrosses));
  });
  if (placed === undefined) return own;
  const { annotation } = placed;
  const said = toStatement(annotation.license, path, placed.path, annotation.line);
  if (own === undefined || annotation.precedence === "override") return said ?? own;
  return annotation.precedence === "aggregate" && said !== undefined ? stricter(own, said) : own;
}

function sidecar(path: string, snapshot: Snapshot): LicenseStatement | undefined {
  return tagIn(`${path}.license`, path, snapshot);
}

function header(path: string, snapshot: Snapshot): LicenseStatement | undefined {
  return NOT_TAGGED.test(path) ? undefined : tagIn(path, path, snapshot);
}

function tagIn(source: string, about: string, snapshot: Snapshot): LicenseStatement | undefined {
  const content = snapshot.contents.get(source);
  if (content?.kind !== "text") return undefined;
  const found = content.text
    .slice(0, 8000)
    .split("\n", HEADER_LINES)
    .flatMap((line, n): LicenseStatement[] => {
      const raw = HEADER.exec(line.slice(0, 300).trimEnd())?.[1];
      const statement = raw === undefined ? undefined : toStatement(raw, about, source, n + 1);
      return statement === undefined ? [] : [statement];
    });
  return found.length === 0 ? undefined : found.reduce(stricter);
}

/** Of licenses to choose from the most open counts, of licenses that all apply the strictest. */
function toStatement(raw: string, about: string, path: string, line: number): LicenseStatement | undefined {
  const parsed = parseLicenseExpression(raw.trim());
  const ids = parsed?.ids ?? [normalizeLicenseName(raw)?.id].filter((id) => id !== undefined);
  const lines: Lines = [line, line];
  const words = `SPDX-License-Identifier: ${raw.trim()}`.slice(0, 400);
  const all = ids.map(
    (id): LicenseStatement => ({
      ...knownBy(id, words, lines),
      scopes: ["all"],
      path,
      lines,
      how: "own-file",
      reachesRemote: false,
      folder: about,
      words,
    }),
  );
  if (all.length === 0) return undefined;
  return all.reduce((a, b) => (parsed?.choice === true ? (stricter(a, b) === a ? b : a) : stricter(a, b)));
}
