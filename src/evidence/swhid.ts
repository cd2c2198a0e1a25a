/**
 * Software Heritage identifiers (SWHID specification 1.2, which is ISO/IEC 18670:2025): clause 4 for how they are
 * written, clause 5 for what they are computed of, clause 6 for qualifiers.
 */

export type SwhType = "cnt" | "dir" | "rev" | "rel" | "snp";

/** The qualifiers, in the order in which clause 6.5 recommends to write them. */
const QUALIFIERS = ["origin", "visit", "anchor", "path", "lines", "bytes"] as const;
export type SwhQualifier = (typeof QUALIFIERS)[number];

/** Why a qualifier does not count: it is none, is written wrongly, stands twice, or needs or excludes another. */
export type SwhFault =
  | "unknown"
  | "malformed"
  | "repeated"
  | "needs-origin"
  | "needs-path"
  | "not-content"
  | "overruled";

export interface Swhid {
  readonly type: SwhType;
  /** 40 hexadecimal digits, lower case. */
  readonly hash: string;
  /** Without qualifiers: what two identifiers of the same artifact share (clause 6.4). */
  readonly core: string;
  /** Those that are valid, as they are written. */
  readonly qualifiers: ReadonlyMap<SwhQualifier, string>;
  /** Those that clause 6.1 has readers ignore. */
  readonly ignored: readonly { readonly qualifier: string; readonly fault: SwhFault }[];
}

const CORE = /^swh:1:(cnt|dir|rev|rel|snp):([0-9a-f]{40})$/;
const ANCHOR = /^swh:1:(?:dir|rev|rel|snp):[0-9a-f]{40}$/;
const VISIT = /^swh:1:snp:[0-9a-f]{40}$/;
const RANGE = /^(\d{1,15})(?:-(\d{1,15}))?$/;
/** RFC 3987: an IRI with its scheme, and an absolute path; what would end either is percent-encoded. */
const IRI = /^[a-z][a-z0-9+.-]{0,30}:[^\s<>"{}|\\^`;]{1,1900}$/i;
const PATH = /^\/(?:[^\s<>"{}|\\^`;?#/[\]][^\s<>"{}|\\^`;?#[\]]{0,1900})?$/;
const LOOSE_PERCENT = /%(?![0-9a-f]{2})/i;
const MOST_CHARACTERS = 2_000;

/**
 * Reads an identifier in full, qualifiers too; undefined when it has no valid core. A qualifier that is not valid, or not
 * with the others, is ignored and told (clause 6.1). `path` is taken for contents too: clause 6.3.4 forbids it in words,
 * and all its examples do it.
 */
export function readSwhid(text: string): Swhid | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const [core = "", ...rest] = text.split(";");
  const [, type, hash] = CORE.exec(core) ?? [];
  if (type === undefined || hash === undefined) return undefined;
  const qualifiers = new Map<SwhQualifier, string>();
  const ignored: { qualifier: string; fault: SwhFault }[] = [];
  for (const qualifier of rest) {
    const equals = qualifier.indexOf("=");
    const key = QUALIFIERS.find((name) => name === qualifier.slice(0, equals));
    const value = qualifier.slice(equals + 1);
    if (key === undefined) ignored.push({ qualifier, fault: "unknown" });
    else if (!isWellFormed(key, value)) ignored.push({ qualifier, fault: "malformed" });
    else if (qualifiers.has(key)) ignored.push({ qualifier, fault: "repeated" });
    else qualifiers.set(key, value);
  }
  for (const [key, value] of [...qualifiers]) {
    const fault = faultOf(key, type, qualifiers);
    if (fault === undefined) continue;
    qualifiers.delete(key);
    ignored.push({ qualifier: `${key}=${value}`, fault });
  }
  return { type: type as SwhType, hash, core, qualifiers, ignored };
}

function isWellFormed(key: SwhQualifier, value: string): boolean {
  switch (key) {
    case "origin":
      return IRI.test(value) && !LOOSE_PERCENT.test(value);
    case "visit":
      return VISIT.test(value);
    case "anchor":
      return ANCHOR.test(value);
    case "path":
      return PATH.test(value) && !LOOSE_PERCENT.test(value);
    case "lines":
    case "bytes": {
      const [, first, last] = RANGE.exec(value) ?? [];
      if (first === undefined) return false;
      // Lines count from 1, bytes from 0; both ends are included (clauses 6.2.2 and 6.2.3).
      return Number(first) >= (key === "lines" ? 1 : 0) && (last === undefined || Number(last) >= Number(first));
    }
  }
}

function faultOf(key: SwhQualifier, type: string, all: ReadonlyMap<SwhQualifier, string>): SwhFault | undefined {
  if (key === "visit" && !all.has("origin")) return "needs-origin";
  if (key === "anchor" && !all.has("path")) return "needs-path";
  if ((key === "lines" || key === "bytes") && type !== "cnt") return "not-content";
  return key === "lines" && all.has("bytes") ? "overruled" : undefined;
}

/** The identifier with its valid qualifiers in the recommended order (clause 6.5). */
export const writeSwhid = ({ core, qualifiers }: Pick<Swhid, "core" | "qualifiers">): string =>
  [
    core,
    ...QUALIFIERS.flatMap((key) => {
      const value = qualifiers.get(key);
      return value === undefined ? [] : [`${key}=${value}`];
    }),
  ].join(";");

const IN_TEXT = /\bswh:1:(?:cnt|dir|rev|rel|snp):[0-9a-f]{40}(?![0-9a-f])/g;

/** The core identifiers that a text names, each once, in reading order. */
export function swhidsIn(text: string, most: number): string[] {
  const found = new Set<string>();
  for (const [core] of text.matchAll(IN_TEXT)) {
    found.add(core);
    if (found.size >= most) break;
  }
  return [...found];
}

const GIT_SHA1 = /^[0-9a-f]{40}$/;
/** What stands for the id of something that could not be read. */
const NO_ID = /^0{40}$/;

/**
 * The identifier of a git object: contents, directories and revisions have those that git computes (clause 5.8).
 * Undefined for repositories whose ids are SHA-256, which the identifiers have no form for.
 */
export const swhidOf = (type: "cnt" | "dir" | "rev", objectId: string): string | undefined =>
  GIT_SHA1.test(objectId) && !NO_ID.test(objectId) ? `swh:1:${type}:${objectId}` : undefined;
