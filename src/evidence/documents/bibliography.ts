import type { BibEntry } from "./document.ts";

const MAX_ENTRIES = 300;
const MAX_ENTRY = 20_000;
const MAX_FIELDS = 60;
const TYPES =
  "article|inproceedings|incollection|inbook|book|booklet|conference|dataset|electronic|manual|mastersthesis|misc|online|phdthesis|preprint|proceedings|report|software|techreport|thesis|unpublished|patent";
const START = new RegExp(`@(${TYPES})\\s{0,10}\\{`, "gi");

/**
 * BibTeX entries in a text: in code blocks or bare. Each entry is read up to its closing brace or 20,000 characters;
 * what is not a well-formed entry is passed over.
 * @param firstLine the document's line on which the text starts
 */
export function bibliographyOf(text: string, firstLine: number): BibEntry[] {
  const entries: BibEntry[] = [];
  let line = firstLine;
  let counted = 0;
  let end = 0;
  let failures = 0;
  for (const match of text.matchAll(START)) {
    if (match.index < end) continue;
    if (entries.length === MAX_ENTRIES) break;
    const reader = new EntryReader(text, match.index + match[0].length);
    const read = reader.read();
    if (read === undefined) {
      failures += 1;
      if (failures === MAX_ENTRIES) break;
      continue;
    }
    line += breaks(text, counted, match.index);
    counted = match.index;
    end = reader.at;
    const lines = [line, line + breaks(text, match.index, end)] as const;
    entries.push({ type: (match[1] ?? "").toLowerCase(), ...read, lines });
  }
  return entries;
}

class EntryReader {
  at: number;
  readonly #text: string;
  readonly #limit: number;

  constructor(text: string, at: number) {
    this.#text = text;
    this.at = at;
    this.#limit = Math.min(text.length, at + MAX_ENTRY);
  }

  read(): Pick<BibEntry, "key" | "fields"> | undefined {
    const key = /^\s{0,20}([^\s,{}"]{0,200})\s{0,20},?/.exec(this.#text.slice(this.at, this.at + 300));
    if (key === null) return undefined;
    this.at += key[0].length;
    const fields: Record<string, string> = {};
    for (let count = 0; count < MAX_FIELDS && this.at < this.#limit; count += 1) {
      const name = /^[\s,]{0,200}([A-Za-z][\w-]{0,40})\s{0,40}=\s{0,40}/.exec(this.#text.slice(this.at, this.at + 400));
      if (name === null) break;
      this.at += name[0].length;
      const value = this.#value();
      if (value === undefined) return undefined;
      const field = (name[1] ?? "").toLowerCase();
      if (field !== "__proto__") fields[field] ??= clean(value);
    }
    const close = /^[\s,]{0,200}\}/.exec(this.#text.slice(this.at, this.at + 210));
    if (close === null) return Object.keys(fields).length > 0 ? { key: key[1] ?? "", fields } : undefined;
    this.at += close[0].length;
    return { key: key[1] ?? "", fields };
  }

  #value(): string | undefined {
    const sign = this.#text[this.at];
    if (sign === "{") return this.#delimited("}");
    if (sign === '"') return this.#delimited('"');
    const word = /^[^\s,{}"]{1,200}/.exec(this.#text.slice(this.at, this.at + 200))?.[0];
    if (word !== undefined) this.at += word.length;
    return word;
  }

  #delimited(close: string): string | undefined {
    const start = this.at + 1;
    let depth = 0;
    for (let at = start; at < this.#limit; at += 1) {
      const sign = this.#text[at];
      if (sign === close && depth === 0) {
        this.at = at + 1;
        return this.#text.slice(start, at);
      }
      if (sign === "{") depth += 1;
      else if (sign === "}") depth -= 1;
      if (depth < 0) return undefined;
    }
    return undefined;
  }
}

/** Without TeX's braces and line breaks. */
function clean(value: string): string {
  return value.replace(/[{}]/g, "").replace(/\s+/g, " ").trim();
}

function breaks(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
