import type { Facts } from "../../evidence/facts.ts";
import { areaOf } from "../../evidence/files/area.ts";
import { normalizeLicenseName } from "../names.ts";
import { folderOf } from "./places.ts";
import { knownBy, type LicenseStatement } from "./statement.ts";

const PACKAGE_FILE = /(^|\/)(pyproject\.toml|setup\.py|setup\.cfg|package\.json|cargo\.toml)$/i;
const FIELD = /^\s{0,12}"?license(-expression)?"?\s{0,4}[=:]/;
const QUOTED = /["']([^"']{2,80})["']\s{0,4}[,}\])]{0,4}\s{0,4}$/;
const BARE = /[=:]\s{0,4}([A-Za-z0-9][\w .+-]{1,60})$/;
const POINTS_TO_FILE = /\.(txt|md|rst)$|^licen[cs]e$|^copying$|^see /i;
/** The Python package index's classifiers (PyPI, list of trove classifiers): `License :: OSI Approved :: …`. */
const CLASSIFIER = /License :: (?:OSI Approved :: )?([^"'\r\n]{2,100}?)\s{0,4}["',\])]{0,4}\s{0,4}$/;
const MOST_LINES = 400;
const MOST_PACKAGES = 20;
/** Folders below which a package is no longer the release's own. */
const MOST_DEEP = 3;

/**
 * The license in package metadata covers the code of its folder: the license field, else the classifiers. Weaker than
 * anything that is said of the code in words or by a license file, since it is filled in by habit.
 */
export function packageStatements(facts: Facts): LicenseStatement[] {
  const paths = facts.entries
    .filter(({ path, kind }) => kind === "file" && PACKAGE_FILE.test(path) && path.split("/").length <= MOST_DEEP + 1)
    .map(({ path }) => path)
    .filter((path) => areaOf(path) === "own")
    .sort((a, b) => a.split("/").length - b.split("/").length);
  return paths.slice(0, MOST_PACKAGES).flatMap((path): LicenseStatement[] => {
    const content = facts.snapshot.contents.get(path);
    if (content?.kind !== "text") return [];
    const lines = content.text
      .split("\n")
      .slice(0, MOST_LINES)
      .map((line) => line.slice(0, 200).trimEnd());
    const stated = fieldIn(lines) ?? classifierIn(lines);
    if (stated === undefined) return [];
    const words = lines[stated.line - 1]?.trim() ?? "";
    return [
      {
        ...knownBy(stated.id, words, [stated.line, stated.line]),
        scopes: ["code"],
        path,
        lines: [stated.line, stated.line],
        how: "package-metadata",
        reachesRemote: false,
        folder: folderOf(path),
        words,
      },
    ];
  });
}

function fieldIn(lines: readonly string[]): { id: string; line: number } | undefined {
  const index = lines.findIndex((line) => FIELD.test(line));
  const line = lines[index];
  if (line === undefined) return undefined;
  const value = QUOTED.exec(line)?.[1] ?? BARE.exec(line)?.[1];
  if (value === undefined || POINTS_TO_FILE.test(value)) return undefined;
  const id = normalizeLicenseName(value)?.id;
  return id === undefined ? undefined : { id, line: index + 1 };
}

/** The first classifier that names a license; a package under several lists them all, and the strictest counts. */
function classifierIn(lines: readonly string[]): { id: string; line: number } | undefined {
  const found = lines.flatMap((line, index) => {
    const name = CLASSIFIER.exec(line)?.[1];
    if (name === undefined) return [];
    const id = CLASSIFIED.find(([pattern]) => pattern.test(name))?.[1] ?? normalizeLicenseName(name)?.id;
    return id === undefined ? [] : [{ id, line: index + 1 }];
  });
  return found.find(({ id, line }) => knownBy(id, "", [line, line]).open === false) ?? found[0];
}

/** Classifiers that are not the name of a license. */
const CLASSIFIED: readonly (readonly [RegExp, string])[] = [
  [
    /^free for non-?commercial use|^free for (?:home|educational) use|^free to use but restricted/i,
    "LicenseRef-noncommercial",
  ],
  [/^apache software license/i, "LicenseRef-Apache-family"],
  [/^bsd license/i, "LicenseRef-BSD-family"],
];
