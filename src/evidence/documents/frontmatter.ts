import { parseDocument } from "yaml";
import { isTreeShaped } from "../files/tree-shaped.ts";
import type { FrontMatter } from "./document.ts";

const MAX_CHARACTERS = 64 * 1024;
/** Lines and opening brackets that are read: the YAML parser takes some 0.1 ms for each. */
const MAX_LINES = 3_000;
const MAX_BRACKETS = 3_000;
const MAX_ALIASES = 20;
const MAX_DEPTH = 40;
/** Blank lines that may stand before the opening `---`. */
const MAX_LEAD = 10;

export interface FrontMatterRead {
  readonly frontMatter: FrontMatter | undefined;
  /** Lines that belong to the front matter and not to the text below; 0 where there is none. */
  readonly linesTaken: number;
}

/**
 * Reads the YAML between two `---` lines at the top of a Markdown file, where Hugging Face, ModelScope and other hubs
 * keep a card's metadata (huggingface_hub, `repocard.py`, takes the same block). YAML 1.2 core schema: `no` stays a
 * string. Above 64 kB or 3,000 lines the `model-index` is left out. Nothing throws: what is wrong is told in `problem`.
 */
export function parseFrontMatter(text: string): FrontMatterRead {
  const none = { frontMatter: undefined, linesTaken: 0 };
  const block = findBlock(text.charCodeAt(0) === 0xfeff ? text.slice(1) : text);
  if (block === undefined) return none;
  const { first, last } = block;
  const yaml = excess(block.yaml) === undefined ? block.yaml : withoutResults(block.yaml);
  const failed = (problem: string): FrontMatterRead => ({
    frontMatter: { data: {}, lines: [first, last], problem },
    linesTaken: last,
  });
  const problem = excess(yaml);
  if (problem !== undefined) return failed(problem);
  try {
    const document = parseDocument(yaml, { schema: "core", version: "1.2", logLevel: "silent" });
    const error = document.errors[0];
    if (error !== undefined) return failed(describe(error.message, first + (error.linePos?.[0].line ?? 1)));
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    if (value === null || value === undefined) {
      return { frontMatter: { data: {}, lines: [first, last], problem: undefined }, linesTaken: last };
    }
    if (!isTreeShaped(value)) return failed("front matter is nested too deeply, or holds an alias of itself");
    if (typeof value === "object" && !Array.isArray(value)) {
      const data = plain(value, 0) as Record<string, unknown>;
      return { frontMatter: { data, lines: [first, last], problem: undefined }, linesTaken: last };
    }
    // Prose between two rules: the text below keeps it.
    const read = failed(`front matter is ${Array.isArray(value) ? "a list" : "plain text"}, not a mapping of fields`);
    return Array.isArray(value) ? read : { ...read, linesTaken: 0 };
  } catch (error) {
    return failed(describe(error instanceof Error ? error.message : "it could not be read", first));
  }
}

function excess(yaml: string): string | undefined {
  if (yaml.length > MAX_CHARACTERS) return `front matter is larger than ${MAX_CHARACTERS / 1024} kB`;
  if (yaml.split("\n").length > MAX_LINES) return `front matter has more than ${MAX_LINES} lines`;
  return (yaml.match(/[[{]/g)?.length ?? 0) > MAX_BRACKETS
    ? `front matter has more than ${MAX_BRACKETS} opening brackets`
    : undefined;
}

/** Cards with thousands of benchmark results keep them in `model-index`; without it the rest can still be read. */
function withoutResults(yaml: string): string {
  let inside = false;
  const kept = yaml.split("\n").filter((line) => {
    if (/^[A-Za-z_]/.test(line)) inside = line.startsWith("model-index:");
    return !inside;
  });
  return kept.join("\n");
}

function findBlock(text: string): { yaml: string; first: number; last: number } | undefined {
  // One line more than the cap, so that a block that is too large is told apart from one that never ends.
  const lines = text.slice(0, MAX_CHARACTERS * 4).split(/\r\n|\n|\r/);
  let open = 0;
  while (open < MAX_LEAD && lines[open]?.trim() === "") open += 1;
  if (lines[open]?.trim() !== "---") return undefined;
  for (let close = open + 1; close < lines.length; close += 1) {
    if (lines[close]?.trimEnd() !== "---") continue;
    return { yaml: lines.slice(open + 1, close).join("\n"), first: open + 1, last: close + 1 };
  }
  return undefined;
}

/** The first line of a parser's message, with the line of the file. */
function describe(message: string, line: number): string {
  const words = (message.split("\n")[0] ?? "").replace(/ at line \d{1,9}, column \d{1,9}:?$/, "").slice(0, 160);
  return `front matter is not valid YAML, line ${line}: ${words}`;
}

/** JSON values only: no prototype keys, no infinite numbers, no depth without end. */
function plain(value: unknown, depth: number): unknown {
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value)) return value.map((item) => plain(item, depth + 1));
  if (typeof value === "object" && value !== null) {
    const copy: Record<string, unknown> = {};
    for (const [key, item] of Object.entries(value)) if (key !== "__proto__") copy[key] = plain(item, depth + 1);
    return copy;
  }
  if (typeof value === "number" && !Number.isFinite(value)) return String(value);
  return typeof value === "bigint" || typeof value === "symbol" ? String(value) : value;
}
