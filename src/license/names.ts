import parse from "spdx-expression-parse";
import { HUB_NAMES, HUB_NOTHING } from "./names/hub.ts";
import { CC_NAME, CC_NEEDS, NAME_PATTERNS } from "./names/patterns.ts";
import { fullNamesIn, idOfFullName, spdxId } from "./names/spdx.ts";
import { licenseOfUrl } from "./names/urls.ts";

/** A license named in running text. */
export interface NamedLicense {
  /** SPDX identifier or LicenseRef-…; `LicenseRef-<family>-family` when the version is not said. */
  readonly id: string;
  /** Where the name begins in the sentence, in UTF-16 units. */
  readonly index: number;
  readonly length: number;
  /** True when the sentence says that this license does not apply. */
  readonly negated: boolean;
}

/** Characters of a sentence that are searched for names. */
export const MAX_SENTENCE = 4000;

const ADDRESS =
  /(?:https?:\/\/|www\.|\b(?:creativecommons|opensource|apache|gnu|mozilla|opendatacommons|spdx|cdla|unlicense|choosealicense)\.(?:org|dev|com)\/)[^\s<>"'()[\]`|]{1,300}/gi;
const ID_LIKE = /[A-Za-z0-9][A-Za-z0-9.+-]{1,50}/g;
const MODIFIED_BEFORE =
  /(?:\bmodified|\badapted|\bcustom|\bvariant of(?: the)?|\bmodified version of(?: the)?|修改版?的?|改変版?)[\s-]{0,3}(?:the )?$/i;
const STYLE_AFTER = /^[\s-]{0,2}(?:style|like|ish|derived|inspired)\b/i;
const NOT_BEFORE =
  /\b(?:not|never|no longer|isn't|aren't|wasn't|neither|nor|rather than|instead of|incompatible with)\b[^.;:!?]{0,60}$|\b(?:replac|supersed)(?:es?|ed|ing) (?:the|its|our|an?) (?:original|former|previous|earlier|old)\b[^.;:!?]{0,60}$|(?:并非|不是|不采用|不使用|而非)[^。；]{0,20}$/i;
const NOT_AFTER =
  /^[^.;。]{0,20}(?:ではありません|ではない|ではなく|は適用されません|不适用)|^[\s\w]{0,20} does not apply/i;
/** "Not only under MIT but …" affirms what follows. */
const NOT_ONLY = /\bnot (?:only|just|merely)\b[^.;]{0,60}$/i;

/** One-for-one: offsets in the result are offsets in the sentence. */
function plain(sentence: string): string {
  return sentence.slice(0, MAX_SENTENCE).replace(/[\u2010-\u2015\u2212\uff01-\uff5e\u3000\u00a0\u2018\u2019]/g, (c) => {
    if (c === "\u3000" || c === "\u00a0") return " ";
    if (c === "\u2018" || c === "\u2019") return "'";
    const code = c.charCodeAt(0);
    return code >= 0xff01 ? String.fromCharCode(code - 0xfee0) : "-";
  });
}

/**
 * Every license that a sentence names, in order, the longest name first where names overlap. English, Chinese and
 * Japanese prose, identifiers and license addresses are understood; at most the first 4,000 characters are read.
 */
export function findLicenseNames(sentence: string): NamedLicense[] {
  const text = plain(sentence);
  const found: { id: string; index: number; length: number; rank: number }[] = [];
  const add = (id: string | undefined, index: number, length: number, rank: number): void => {
    if (id !== undefined && length > 0) found.push({ id, index, length, rank });
  };
  // The long s is the one letter that patterns take for another of the alphabet and lower-casing does not.
  const lower = text.toLowerCase().replaceAll("ſ", "s");
  const has = (word: string): boolean => lower.includes(word);
  if (has("/") || has("www.")) {
    for (const match of text.matchAll(ADDRESS)) add(licenseOfUrl(match[0]), match.index, match[0].length, 3);
  }
  for (const { needs, pattern, id } of NAME_PATTERNS) {
    if (!needs.some(has)) continue;
    for (const match of text.matchAll(pattern)) add(id(match), match.index, match[0].trimEnd().length, 2);
  }
  if (CC_NEEDS.some(has)) {
    for (const match of text.matchAll(CC_NAME))
      add(creativeCommons(match[1] ?? "", match[2]), match.index, match[0].trimEnd().length, 2);
  }
  if (/\d/.test(text)) {
    for (const match of text.matchAll(ID_LIKE)) {
      const word = match[0].replace(/[.+-]{1,5}$/, (tail) => (tail === "+" ? "+" : ""));
      if (!/\d/.test(word) || !/[A-Za-z]/.test(word) || !/[-.]/.test(word)) continue;
      add(spdxId(word), match.index, word.length, 2);
    }
  }
  for (const { id, index, length } of fullNamesIn(text)) add(id, index, length, 1);
  found.sort((a, b) => b.length - a.length || b.rank - a.rank || a.index - b.index);
  const kept: { id: string; index: number; length: number }[] = [];
  for (const name of found) {
    if (kept.some((k) => name.index < k.index + k.length && k.index < name.index + name.length)) continue;
    kept.push(name);
  }
  return kept
    .sort((a, b) => a.index - b.index)
    .map((name) => ({
      id: qualified(
        withVersion(name.id, text.slice(name.index + name.length, name.index + name.length + 220)),
        text.slice(Math.max(0, name.index - 40), name.index),
        text.slice(name.index + name.length, name.index + name.length + 20),
      ),
      index: name.index,
      length: name.length,
      negated: isNegated(
        text.slice(Math.max(0, name.index - 120), name.index),
        text.slice(name.index + name.length, name.index + name.length + 60),
      ),
    }));
}

/** "… GNU General Public License as published by …; either version 3 of the License, or any later version" */
function withVersion(id: string, after: string): string {
  const family = /^LicenseRef-(A?GPL|LGPL|GFDL)-family$/.exec(id)?.[1];
  if (family === undefined) return id;
  const version = /\bversion (\d(?:\.\d)?)(?: of the licen[cs]e)?\b/i.exec(after)?.[1];
  if (version === undefined) return id;
  const later = /any later version/i.test(after) ? "or-later" : "only";
  return spdxId(`${family}-${version.includes(".") ? version : `${version}.0`}-${later}`) ?? id;
}

function qualified(id: string, before: string, after: string): string {
  if (id.startsWith("LicenseRef-") || id === "BSD-3-Clause") return id;
  return MODIFIED_BEFORE.test(before) || STYLE_AFTER.test(after) ? `LicenseRef-modified-${id}` : id;
}

function isNegated(before: string, after: string): boolean {
  return (NOT_BEFORE.test(before) && !NOT_ONLY.test(before)) || NOT_AFTER.test(after);
}

/**
 * A Creative Commons license from its elements. Attribution is part of every version but 1.0's rare exceptions, so a
 * name with only a limit ("CC NC 4.0") is read with it. Without a version the family is reported, never a version.
 */
function creativeCommons(elements: string, version: string | undefined): string | undefined {
  const e = elements.toLowerCase();
  const nc =
    /\bnc\b|non[\s-]?commercial|no[\s-]?comercial|não[\s-]?comercial|nicht[\s-]kommerziell|pas d.utilisation|非営利|非商业/.test(
      e,
    );
  const nd = /\bnd\b|no[\s-]?deriv|keine bearb|改変禁止|禁止演绎/.test(e);
  const sa = /\bsa\b|share[\s-]?alike|weitergabe|compartirigual|継承|相同方式/.test(e);
  const kind = `CC-BY${nc ? "-NC" : ""}${nd ? "-ND" : ""}${sa && !nd ? "-SA" : ""}`;
  if (version === undefined) return `LicenseRef-${kind}-family`;
  return spdxId(`${kind}-${version.length === 1 ? `${version}.0` : version}`) ?? `LicenseRef-${kind}-family`;
}

const FILLER =
  /\b(?:the|a|an|under|licen[cs]ed?|licen[cs]es|agreement|terms|of|use|is|released|distributed|available|this|project|model|code|software|work|dataset|and|conditions|international|universal|unported|generic|public|see|file|copy|version|v|spdx|id|identifier|open|source|community)\b|许可证?|协议|ライセンス/gi;

/**
 * The license that a name means: identifiers in any case, the hub's names, the spellings people use, addresses and
 * SPDX expressions of one license. `exact` is true when the text is the identifier itself, letter for letter.
 * Never guesses: a name with a word that is not understood, or that is denied, gives undefined; a changed license
 * gives `LicenseRef-modified-…`; a family without its version gives `LicenseRef-…-family`.
 */
export function normalizeLicenseName(raw: string): { id: string; exact: boolean } | undefined {
  const text = plain(raw.slice(0, 300))
    .trim()
    .replace(/^["'`]{1,3}|["'`.]{1,3}$/g, "")
    .trim();
  if (text === "") return undefined;
  const lower = text.toLowerCase().replace(/[\s_]{1,5}/g, "-");
  if (HUB_NOTHING.has(lower)) return undefined;
  const whole = spdxId(text) ?? spdxId(lower);
  if (whole !== undefined) return { id: whole, exact: whole === raw };
  if (/^LicenseRef-[A-Za-z0-9.+-]{1,80}$/.test(text))
    return { id: text === "LicenseRef-OpenMDW-1.0" ? "OpenMDW-1.0" : text, exact: true };
  const hub = HUB_NAMES.get(lower) ?? HUB_NAMES.get(lower.replace(/-licen[cs]e(?:-agreement)?$/, ""));
  if (hub !== undefined) return { id: hub, exact: hub === raw };
  if (/^modified[\s-]{1,3}/i.test(text) && !/^modified[\s-]{1,3}bsd/i.test(text)) {
    const base = normalizeLicenseName(text.replace(/^modified[\s-]{1,3}/i, ""));
    return base && !base.id.startsWith("LicenseRef-")
      ? { id: `LicenseRef-modified-${base.id}`, exact: false }
      : undefined;
  }
  const full = idOfFullName(text);
  if (full !== undefined) return { id: full, exact: false };
  return fromProse(text);
}

/** A name inside a short phrase: accepted when nothing but filler is left beside it. */
function fromProse(text: string): { id: string; exact: boolean } | undefined {
  const names = findLicenseNames(text);
  const ids = new Set(names.map((name) => name.id));
  const [only] = ids;
  if (ids.size === 1 && only !== undefined) {
    if (names.some((name) => name.negated)) return undefined;
    let rest = text;
    for (const name of [...names].reverse())
      rest = `${rest.slice(0, name.index)} ${rest.slice(name.index + name.length)}`;
    const left = rest
      .replace(FILLER, " ")
      .replace(/[^\p{L}\p{N}]{1,300}/gu, " ")
      .trim();
    if (left === "" || only.startsWith("LicenseRef-modified-")) return { id: only, exact: false };
    return undefined;
  }
  if (ids.size > 1) return undefined;
  const bare = text
    .replace(FILLER, " ")
    .replace(/[^\p{L}\p{N}+.-]{1,300}/gu, " ")
    .trim();
  if (bare === "" || bare === text) return undefined;
  const id = spdxId(bare) ?? HUB_NAMES.get(bare.toLowerCase());
  return id === undefined ? undefined : { id, exact: false };
}

/** What an SPDX expression says. */
export interface ParsedExpression {
  readonly ids: readonly string[];
  /** The expression in canonical spelling. */
  readonly expression: string;
  /** True when every license applies, false when one may be chosen (an OR at the top). */
  readonly choice: boolean;
}

/**
 * Reads an SPDX expression (SPDX 2.3, annex D), identifiers in any case and LicenseRef included; undefined when it is
 * none. Exceptions (WITH) only add permissions and are kept in the expression, not in the identifiers.
 */
export function parseLicenseExpression(raw: string): ParsedExpression | undefined {
  const spaced = raw
    .slice(0, 500)
    .replace(/([()])/g, " $1 ")
    .trim();
  const parts = spaced.split(/\s{1,20}/).map((part) => {
    if (/^(?:and|or|with)$/i.test(part)) return part.toUpperCase();
    if (/^[()]$/.test(part)) return part;
    const plus = part.endsWith("+") ? spdxId(part) : undefined;
    return plus ?? spdxId(part) ?? (/^OpenMDW-1\.1$/i.test(part) ? "LicenseRef-OpenMDW-1.1" : part);
  });
  try {
    const tree = parse(parts.join(" ")) as ExpressionNode;
    const ids = [...new Set(leaves(tree))];
    return {
      ids,
      expression: parts.join(" ").replaceAll("( ", "(").replaceAll(" )", ")"),
      choice: "conjunction" in tree && tree.conjunction === "or",
    };
  } catch {
    return undefined;
  }
}

type ExpressionNode =
  | { readonly license: string; readonly plus?: boolean }
  | { readonly licenseRef?: string; readonly license?: string }
  | { readonly conjunction: "and" | "or"; readonly left: ExpressionNode; readonly right: ExpressionNode };

function leaves(node: ExpressionNode): string[] {
  if ("conjunction" in node) return [...leaves(node.left), ...leaves(node.right)];
  return node.license === undefined ? [] : [node.license];
}
