import type { Entry, ModelPlace } from "../../snapshot/snapshot.ts";
import { fromHome } from "../home.ts";
import { type Contents, textOf } from "./content.ts";
import { folderOf } from "./path.ts";

const LICENSE = /(?:^|\/)(?:licen[cs]e|copying)(?:\.(?:txt|md|rst))?$/i;
const PACKAGE = /^(?:setup\.(?:py|cfg)|pyproject\.toml|cargo\.toml|package\.json|cmakelists\.txt)$/i;
const COPYRIGHT = /^[^\p{L}]{0,20}copyright\b(.{1,300})$/iu;
/** Letters of a license's text that are looked through for its holder. */
const MOST = 20_000;
const MAX_LINE = 400;
/** Licenses below the root that are looked at, so that a tree full of them costs no more. */
const MOST_LICENSES = 200;
/** Words of copyright lines that tell no holder from another. */
const COMMON = new Set(
  (
    "copyright the and its of for inc llc ltd corp corporation company gmbh all rights reserved affiliates authors author contributors " +
    "contributor university institute research team group lab labs laboratory project developers present code by from developed at " +
    "this license covers software"
  ).split(" "),
);

/**
 * Folders of other people's packages that a release carries without calling the folder so: each has its own packaging and
 * its own license, whose copyright holder is another than the repository's. Where either names no holder, none is
 * another's. License files of vendored code cover that code alone, and it is no work of the release.
 */
export function foreignFolders(entries: readonly Entry[], contents: Contents, model?: ModelPlace): string[] {
  const licenses = entries.filter(({ path, kind }) => kind === "file" && LICENSE.test(path));
  const own = new Set(
    licenses.filter(({ path }) => !fromHome(path, model).includes("/")).flatMap(({ path }) => holders(contents, path)),
  );
  if (own.size === 0) return [];
  const packaged = new Set(
    entries.flatMap(({ path }) => {
      const folder = folderOf(path);
      return folder !== "" && PACKAGE.test(path.slice(folder.length + 1)) ? [folder] : [];
    }),
  );
  return licenses.slice(0, MOST_LICENSES).flatMap(({ path }) => {
    const folder = folderOf(path);
    if (!packaged.has(folder)) return [];
    const named = holders(contents, path);
    return named.length > 0 && !named.some((word) => own.has(word)) ? [folder] : [];
  });
}

/** The telling words of a license's copyright lines, in lower case; templates (`[name of copyright owner]`) have none. */
function holders(contents: Contents, path: string): string[] {
  const text = textOf(contents, path)?.slice(0, MOST) ?? "";
  return text.split("\n").flatMap((line) => {
    const said = line.length <= MAX_LINE ? COPYRIGHT.exec(line.trim())?.[1] : undefined;
    if (said === undefined || !/\b(?:19|20)\d\d\b/.test(said) || /[[{<]/.test(said)) return [];
    return said
      .toLowerCase()
      .split(/[^\p{L}]+/u)
      .filter((word) => word.length >= 3 && !COMMON.has(word));
  });
}
