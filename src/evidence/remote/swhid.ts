/** Software Heritage identifiers (SWHID specification 1.2, ISO/IEC 18670:2025, "Syntax"). */

export type SwhType = "cnt" | "dir" | "rev" | "rel" | "snp";

export interface Swhid {
  readonly type: SwhType;
  /** 40 hexadecimal digits, lower case. */
  readonly hash: string;
  /** Without qualifiers. */
  readonly core: string;
  readonly qualifiers: ReadonlyMap<string, string>;
}

const CORE = /^swh:1:(cnt|dir|rev|rel|snp):([0-9a-f]{40})$/;
const ANCHORS = /^swh:1:(dir|rev|rel|snp):[0-9a-f]{40}$/;
const VISITS = /^swh:1:snp:[0-9a-f]{40}$/;
const RANGE = /^(\d{1,15})(?:-(\d{1,15}))?$/;
const MOST_CHARACTERS = 2_000;

/**
 * Reads an identifier in full, qualifiers too; undefined when it is none. Qualifiers that the specification does not
 * know, that stand twice, or that stand without the one they depend on make it none.
 */
export function readSwhid(text: string): Swhid | undefined {
  if (text.length > MOST_CHARACTERS) return undefined;
  const [core = "", ...rest] = text.split(";");
  const [, type, hash] = CORE.exec(core) ?? [];
  if (type === undefined || hash === undefined) return undefined;
  const qualifiers = new Map<string, string>();
  for (const part of rest) {
    const equals = part.indexOf("=");
    const key = part.slice(0, equals);
    const value = part.slice(equals + 1);
    if (equals < 1 || value === "" || qualifiers.has(key) || !fits(key, value, type)) return undefined;
    qualifiers.set(key, value);
  }
  if (qualifiers.has("visit") && !qualifiers.has("origin")) return undefined;
  if (qualifiers.has("anchor") && !qualifiers.has("path")) return undefined;
  if (qualifiers.has("lines") && qualifiers.has("bytes")) return undefined;
  return { type: type as SwhType, hash, core, qualifiers };
}

function fits(key: string, value: string, type: string): boolean {
  switch (key) {
    case "origin":
      return /^[a-z][a-z0-9+.-]{0,30}:\S{1,1000}$/i.test(value);
    case "visit":
      return VISITS.test(value);
    case "anchor":
      return ANCHORS.test(value);
    case "path":
      return value.startsWith("/");
    case "lines":
    case "bytes": {
      const [, first, last] = RANGE.exec(value) ?? [];
      if (type !== "cnt" || first === undefined) return false;
      return Number(first) >= (key === "lines" ? 1 : 0) && (last === undefined || Number(last) >= Number(first));
    }
    default:
      return false;
  }
}

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
