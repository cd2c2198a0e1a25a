import { readFileSync } from "node:fs";
import { join } from "node:path";

interface Listed {
  readonly ids: readonly (readonly [id: string, name: string, osi: 0 | 1])[];
  readonly deprecated: readonly string[];
}

const listed = JSON.parse(readFileSync(join(import.meta.dirname, "../data/spdx-ids.generated.json"), "utf8")) as Listed;

/** Deprecated identifiers of the GNU licenses, to what SPDX replaced them with (license list 3.0, 2018). */
function current(id: string): string {
  const later = `${id.slice(0, -1)}-or-later`;
  if (id.endsWith("+") && canonical.has(later.toLowerCase())) return later;
  if (!deprecated.has(id)) return id;
  const only = `${id}-only`;
  return canonical.has(only.toLowerCase()) ? only : id;
}

const deprecated: ReadonlySet<string> = new Set(listed.deprecated);
const canonical: ReadonlyMap<string, string> = new Map(listed.ids.map(([id]) => [id.toLowerCase(), id]));
const byName: ReadonlyMap<string, string> = new Map(
  [...listed.ids]
    .sort(([a], [b]) => Number(deprecated.has(b)) - Number(deprecated.has(a)))
    .filter(([, name]) => name !== "")
    .map(([id, name]) => [nameKey(name), current(id)]),
);
/** Identifiers that the SPDX list marks as approved by the OSI. */
export const OSI_APPROVED: ReadonlySet<string> = new Set(
  listed.ids.filter(([, , osi]) => osi === 1).flatMap(([id]) => [id, current(id)]),
);

/** The SPDX identifier written in any case, deprecated GNU identifiers brought up to date; undefined if there is none. */
export function spdxId(text: string): string | undefined {
  const id = canonical.get(text.toLowerCase());
  return id === undefined ? undefined : current(id);
}

/** The identifier of a license by its full SPDX name, whatever its punctuation and case. */
export function idOfFullName(name: string): string | undefined {
  return byName.get(nameKey(name));
}

/** A name as words: what is left when case, punctuation and filler are taken away. */
export function nameKey(name: string): string {
  return name
    .toLowerCase()
    .replace(/licen[cs]e\b/g, "license")
    .replace(/\bv(?:ersion|er)?\.?\s{0,3}(?=\d)/g, "")
    .replace(/[^a-z0-9.+]{1,40}/g, " ")
    .replace(/\b(?:the|version)\b/g, " ")
    .replace(/ {2,}/g, " ")
    .trim();
}

/** Words of a full name that is long enough to be looked for in running text, and of the longest name. */
const TELLING_WORDS = 3;
const LONGEST_NAME = 12;
const firstWords: ReadonlySet<string> = new Set(
  [...byName.keys()].filter((key) => key.split(" ").length >= TELLING_WORDS).map((key) => key.split(" ")[0] ?? ""),
);

/** Keys of words that were seen; most texts use the same few thousand. */
const keys = new Map<string, string>();
const MOST_KEYS = 8000;

function wordKey(word: string): string {
  let key = keys.get(word);
  if (key === undefined) {
    key = nameKey(word);
    if (keys.size >= MOST_KEYS) keys.clear();
    keys.set(word, key);
  }
  return key;
}

/**
 * Full SPDX names in running text, by runs of words: where each begins, its length and its identifier. Words must be
 * capitalised as names are at their beginning, so that plain speech is not taken for a name.
 */
export function fullNamesIn(text: string): { id: string; index: number; length: number }[] {
  const words: { key: string; index: number; end: number }[] = [];
  const begins: number[] = [];
  for (const match of text.matchAll(/[A-Za-z0-9][A-Za-z0-9.+]{0,30}/g)) {
    const word = match[0].endsWith(".") ? match[0].slice(0, -1) : match[0];
    const key = wordKey(word);
    if (key === "" || key === "v") continue;
    if (/^[A-Z0-9]/.test(word) && firstWords.has(key)) begins.push(words.length);
    words.push({ key, index: match.index, end: match.index + word.length });
  }
  const found: { id: string; index: number; length: number }[] = [];
  for (const i of begins) {
    const first = words[i];
    if (first === undefined) continue;
    let key = first.key;
    for (let n = i + 1; n < Math.min(words.length, i + LONGEST_NAME); n++) {
      const last = words[n];
      if (last === undefined) break;
      key += ` ${last.key}`;
      const id = n - i + 1 >= TELLING_WORDS ? byName.get(key) : undefined;
      if (id !== undefined) found.push({ id, index: first.index, length: last.end - first.index });
    }
  }
  return found;
}
