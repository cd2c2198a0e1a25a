import type { LicenseMatch } from "../license.ts";
import { HUB_NOTHING } from "../names/hub.ts";
import { normalizeLicenseName, parseLicenseExpression } from "../names.ts";

/** Licenses that a file declares in a form made for machines. */
export interface Tags {
  readonly licenses: readonly LicenseMatch[];
  /** Expressions as declared, in canonical spelling, in order. */
  readonly expressions: readonly { readonly expression: string; readonly choice: boolean }[];
  /** 1-based last line of the front matter, 0 when there is none. */
  readonly frontMatterEnd: number;
}

const SPDX_TAG = /SPDX-License-Identifier:[ \t]{0,10}([^\r\n]{1,300})/gi;
const MOST_TAGS = 100;
const FRONT_MATTER_LINES = 400;
const FIELD = /^(license|license_name|licence)[ \t]{0,5}:[ \t]{0,5}(.{0,300})$/i;
const ITEM = /^[ \t]{0,8}-[ \t]{1,8}(.{1,200})$/;

/** Reads SPDX tags (SPDX 2.3, annex E) and the license fields of a model card's front matter. */
export function readTags(lines: readonly string[], text: string): Tags {
  const licenses: LicenseMatch[] = [];
  const expressions: { expression: string; choice: boolean }[] = [];
  const add = (raw: string, line: number): void => {
    const parsed = parseLicenseExpression(raw);
    const named = parsed === undefined ? normalizeLicenseName(raw) : undefined;
    const ids = parsed?.ids ?? (named ? [named.id] : []);
    for (const id of ids) licenses.push({ id, coverage: 1, lines: [line, line], how: "tag" });
    if (ids.length > 0)
      expressions.push({ expression: parsed?.expression ?? ids[0] ?? "", choice: parsed?.choice ?? false });
  };
  let line = 1;
  let at = 0;
  let count = 0;
  for (const match of text.matchAll(SPDX_TAG)) {
    if (++count > MOST_TAGS) break;
    for (; at < match.index; at++) if (text.charCodeAt(at) === 10) line++;
    add((match[1] ?? "").replace(/\*\/|-->|["'`,]|#\}|\*\)/g, " ").trim(), line);
  }
  const frontMatterEnd = readFrontMatter(lines, add);
  return { licenses, expressions, frontMatterEnd };
}

function readFrontMatter(lines: readonly string[], add: (raw: string, line: number) => void): number {
  if (!/^\ufeff?---\s{0,10}$/.test(lines[0] ?? "")) return 0;
  let end = 0;
  for (let n = 1; n < Math.min(lines.length, FRONT_MATTER_LINES); n++) {
    if (/^(?:---|\.\.\.)\s{0,10}$/.test(lines[n] ?? "")) {
      end = n + 1;
      break;
    }
  }
  if (end === 0) return 0;
  const values: { field: string; value: string; line: number }[] = [];
  for (let n = 1; n < end - 1; n++) {
    const match = FIELD.exec((lines[n] ?? "").slice(0, 400));
    if (!match) continue;
    const field = (match[1] ?? "").toLowerCase();
    const value = (match[2] ?? "").replace(/\s#.{0,300}$/, "").trim();
    if (value === "") {
      for (let k = n + 1; k < end - 1; k++) {
        const item = ITEM.exec((lines[k] ?? "").slice(0, 300));
        if (!item) break;
        values.push({ field, value: unquote(item[1] ?? ""), line: k + 1 });
      }
    } else if (value.startsWith("[")) {
      for (const part of value.replace(/^\[|\]$/g, "").split(","))
        values.push({ field, value: unquote(part), line: n + 1 });
    } else values.push({ field, value: unquote(value), line: n + 1 });
  }
  const other = values.some(({ field, value }) => field !== "license_name" && HUB_NOTHING.has(value.toLowerCase()));
  for (const { field, value, line } of values) {
    if (value === "" || HUB_NOTHING.has(value.toLowerCase())) continue;
    if (field !== "license_name") add(value, line);
    else if (other) add(normalizeLicenseName(value)?.id ?? referenceFor(value), line);
  }
  return end;
}

function unquote(value: string): string {
  return value.trim().replace(/^["']|["']$/g, "");
}

/** A name nobody knows is still a name: it is reported as written, and is never open. */
function referenceFor(name: string): string {
  return `LicenseRef-${
    name
      .replace(/[^A-Za-z0-9.-]{1,60}/g, "-")
      .replace(/^-{1,5}|-{1,5}$/g, "")
      .slice(0, 60) || "custom"
  }`;
}
