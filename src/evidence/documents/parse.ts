import { bibliographyOf } from "./bibliography.ts";
import { DocumentBuilder } from "./builder.ts";
import type { BibEntry, Document } from "./document.ts";
import { parseFrontMatter } from "./frontmatter.ts";
import { readHtml } from "./html.ts";
import { languageOf } from "./language.ts";
import { readLines } from "./lines.ts";
import { linksOf } from "./links.ts";
import { MAX_LINE, readMarkdown } from "./markdown.ts";
import { outline } from "./sections.ts";

/** Characters of a document that are read; what comes after is not looked at. */
export const MAX_DOCUMENT = 1_000_000;
/** Lines that are read: far more than a person reads, few enough to be parsed within half a second. */
const MAX_LINES = 20_000;

/**
 * Reads a document by its format: Markdown with its HTML, reStructuredText, HTML or plain text. Everything in it is
 * located by lines of the file as it is; no input throws, and no input takes more than a bounded time.
 * @param path path in the repository, which decides the format and what relative links mean
 * @param sha Git object id of the blob
 */
export function parseDocument(path: string, sha: string, text: string): Document {
  const whole = (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)
    .replace(/\r\n?/g, "\n")
    .replaceAll("\0", "\ufffd");
  const lineCount = whole === "" ? 0 : countBreaks(whole) + (whole.endsWith("\n") ? 0 : 1);
  const read = start(whole.length > MAX_DOCUMENT ? whole.slice(0, MAX_DOCUMENT) : whole, lineCount);
  const format = formatOf(path);
  const truncated = read.length < whole.length || (format !== "html" && hasHugeLine(read));
  const { frontMatter, linesTaken } =
    format === "markdown" ? parseFrontMatter(read) : { frontMatter: undefined, linesTaken: 0 };
  const body = linesTaken === 0 ? read : blankLines(read, linesTaken);

  const builder = new DocumentBuilder();
  if (format === "markdown") readMarkdown(body, builder);
  else if (format === "html") readHtml(body, 1, builder);
  else readLines(body, builder, format === "restructuredtext");
  builder.finish();

  const links = linksOf(builder.links, path);
  const sections = outline({
    headings: builder.headings,
    blocks: builder.blocks,
    links,
    tables: builder.tables,
    codeBlocks: builder.codeBlocks,
    lastLine: Math.max(1, lineCount),
  });
  return {
    path,
    sha,
    format,
    language: languageOf(builder.blocks.map((block) => block.text).join("\n")),
    lineCount,
    ...(truncated ? { truncated } : {}),
    frontMatter,
    sections,
    passages: builder.blocks.map(({ text, lines, section }) => ({ text, lines, section })),
    links,
    tables: builder.tables,
    codeBlocks: builder.codeBlocks,
    bibliography: bibliographyIn(body),
  };
}

/** A document's format by its file's ending; without a known one it is plain text. */
export function formatOf(path: string): Document["format"] {
  const ending = /\.([a-z0-9]{1,10})$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  if (/^(?:md|markdown|mdown|mkd|mkdn|mdx|rmd|qmd)$/.test(ending)) return "markdown";
  if (/^(?:rst|rest)$/.test(ending)) return "restructuredtext";
  return /^(?:html?|xhtml)$/.test(ending) ? "html" : "text";
}

/** BibTeX is the same in code and in text, so the document is searched as it is written. */
function bibliographyIn(text: string): BibEntry[] {
  return text.includes("@") ? bibliographyOf(text, 1) : [];
}

/** Empties the first lines, so that all that follow keep their numbers. */
function blankLines(text: string, count: number): string {
  let at = 0;
  for (let n = 0; n < count; n += 1) {
    const end = text.indexOf("\n", at);
    if (end < 0) return "\n".repeat(count);
    at = end + 1;
  }
  return "\n".repeat(count) + text.slice(at);
}

function start(text: string, lineCount: number): string {
  if (lineCount <= MAX_LINES) return text;
  let at = 0;
  for (let n = 0; n < MAX_LINES; n += 1) {
    const end = text.indexOf("\n", at);
    if (end < 0) return text;
    at = end + 1;
  }
  return text.slice(0, at);
}

function hasHugeLine(text: string): boolean {
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf("\n", at);
    if ((end < 0 ? text.length : end) - at > MAX_LINE) return true;
    if (end < 0) return false;
    at = end + 1;
  }
  return false;
}

function countBreaks(text: string): number {
  let count = 0;
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}
