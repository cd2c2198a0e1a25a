/** Where a release uses OpenMDW: which artifacts are under it, and which files carry its text. */
import { ARTIFACT_IDS, type ArtifactId } from "../../evidence/artifacts/artifact.ts";
import type { JudgedLicenseFile, Material } from "../framework.ts";
import { isThere, textAt } from "../looking.ts";

const OPENMDW = /^(?:LicenseRef-)?(?:modified-)?OpenMDW-(?:1\.\d|family)$/;
const VERSION = /^(?:LicenseRef-)?OpenMDW-(1\.[01])$/;

export const isOpenMdw = (id: string | null | undefined): boolean => id != null && OPENMDW.test(id);

/** The version that an identifier names; undefined where it names none, or is of a text that was changed. */
export const versionOf = (id: string): string | undefined => VERSION.exec(id)?.[1];

export interface OpenMdwUse {
  /** Identifiers by which the release names it, each once. */
  readonly ids: readonly string[];
  readonly under: readonly ArtifactId[];
  /** What is there under other terms, or under none that were found. */
  readonly beside: readonly ArtifactId[];
  /** Files that name it or hold its text. */
  readonly files: readonly JudgedLicenseFile[];
}

/** How a release uses the license; undefined where it does not. */
export function useOf({ components, licenseFiles }: Material): OpenMdwUse | undefined {
  const files = licenseFiles.filter(({ ids }) => ids.some(isOpenMdw));
  const there = ARTIFACT_IDS.filter((id) => isThere(components[id]));
  const under = there.filter((id) => isOpenMdw(components[id].license?.id));
  const ids = [
    ...files.flatMap((file) => file.ids.filter(isOpenMdw)),
    ...under.flatMap((id) => components[id].license?.id ?? []),
  ];
  if (ids.length === 0) return undefined;
  return { ids: [...new Set(ids)], under, beside: there.filter((id) => !under.includes(id)), files };
}

/** The agreement's own words: its title, its grant, and its disclaimer. A tag or a sentence that names it has none of them. */
const PARTS: readonly RegExp[] = [
  /OpenMDW License Agreement,? version 1\.[01]/i,
  /deal in the Model Materials without restriction/i,
  /retain in your distribution/i,
  /as is/i,
];

/** The first file that carries the agreement's text whole enough to be read as it. */
export const textFile = ({ facts }: Material, { files }: OpenMdwUse): string | undefined =>
  files.find(({ path }) => {
    const text = textAt(facts, path)
      ?.slice(0, 200_000)
      .replace(/\s{1,200}/g, " ");
    return text !== undefined && PARTS.every((part) => part.test(text));
  })?.path;
