import MarkdownIt, { type Token } from "markdown-it";
import type { DocumentBuilder } from "./builder.ts";
import { readHtml } from "./html.ts";

const parser = new MarkdownIt({ html: true, linkify: false, typographer: false });
// Addresses are kept as they are written: they are classified, never fetched.
parser.normalizeLink = (url) => url;

/** Lines longer than this are cut: no prose is, and a few of markdown-it's rules take time by the square of a line. */
export const MAX_LINE = 20_000;

/** Reads GitHub-flavoured Markdown, HTML included. Line numbers are those of `text`. */
export function readMarkdown(text: string, builder: DocumentBuilder): void {
  const tokens = parser.parse(tolerant(text), {});
  const walk = new Walk(builder);
  for (const token of tokens) walk.block(token);
}

/** Cuts huge lines and gives `#介绍` the space that its writer forgot, outside fenced code. */
function tolerant(text: string): string {
  const lines = text.split("\n");
  let fence = "";
  for (let n = 0; n < lines.length; n += 1) {
    let line = lines[n] ?? "";
    if (line.length > MAX_LINE) line = line.slice(0, MAX_LINE);
    const mark = /^ {0,3}(`{3,20}|~{3,20})/.exec(line)?.[1];
    if (fence !== "") {
      if (mark?.startsWith(fence) && line.trim() === mark) fence = "";
    } else if (mark !== undefined) fence = mark;
    else if (/^ {0,3}#{1,6}[^#\s]/.test(line) && meantAsHeading(line, lines[n - 1], lines[n + 1])) {
      line = line.replace(/^( {0,3}#{1,6})/, "$1 ");
    }
    lines[n] = line;
  }
  return lines.join("\n");
}

function meantAsHeading(line: string, before: string | undefined, after: string | undefined): boolean {
  const words = line.trimStart().replace(/^#{1,6}/, "");
  if (/^[\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef]/.test(words)) return true;
  if (!/^[a-z*[]/i.test(words)) return false;
  if (/^ {0,3}##/.test(line)) return true;
  // One `#` before a Latin word may be a hashtag: a heading stands between blank lines and alone.
  return (before ?? "").trim() === "" && (after ?? "").trim() === "" && !words.includes("#") && /^[A-Z]/.test(words);
}

class Walk {
  readonly #builder: DocumentBuilder;
  #line = 1;

  constructor(builder: DocumentBuilder) {
    this.#builder = builder;
  }

  block(token: Token): void {
    if (token.map) this.#line = token.map[0] + 1;
    const last = token.map ? Math.max(token.map[0] + 1, token.map[1]) : this.#line;
    switch (token.type) {
      case "heading_open":
        this.#builder.heading(Number(token.tag.slice(1)), this.#line);
        break;
      case "heading_close":
        this.#builder.close(token.tag, this.#line);
        break;
      case "inline":
        this.#inline(token.children ?? []);
        break;
      case "fence":
        this.#builder.code(language(token.info), token.content, this.#line, last);
        break;
      case "code_block":
        // Indented lines of an HTML table after a blank line are code to Markdown, cells to the writer.
        if (this.#builder.inTable && token.content.trimStart().startsWith("<")) {
          readHtml(token.content, this.#line, this.#builder);
        } else this.#builder.code("", token.content, this.#line, last);
        break;
      case "html_block":
        readHtml(token.content, this.#line, this.#builder);
        break;
      default:
        if (token.nesting === 1) this.#builder.open(token.tag, {}, this.#line);
        else if (token.nesting === -1) this.#builder.close(token.tag, this.#line);
        else if (token.type === "hr") this.#builder.open("hr", {}, this.#line);
    }
  }

  #inline(children: readonly Token[]): void {
    for (const token of children) {
      switch (token.type) {
        case "text":
        case "code_inline":
          this.#builder.text(token.content, this.#line);
          break;
        case "softbreak":
        case "hardbreak":
          this.#builder.break(this.#line);
          this.#line += 1;
          break;
        case "link_open":
          this.#builder.open("a", { href: String(token.attrGet("href") ?? "") }, this.#line);
          break;
        case "image":
          this.#builder.open("img", { src: String(token.attrGet("src") ?? ""), alt: plain(token) }, this.#line);
          break;
        case "html_inline":
          readHtml(token.content, this.#line, this.#builder);
          this.#line += token.content.split("\n").length - 1;
          break;
        default:
          if (token.nesting === 1) this.#builder.open(token.tag, {}, this.#line);
          else if (token.nesting === -1) this.#builder.close(token.tag, this.#line);
      }
    }
  }
}

function language(info: string): string {
  return (/^[^\s{,]{1,40}/.exec(info.trim())?.[0] ?? "").toLowerCase();
}

function plain(image: Token): string {
  return (image.children ?? []).map((token) => (token.type === "text" ? token.content : " ")).join("");
}
