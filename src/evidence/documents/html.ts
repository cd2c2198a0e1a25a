import MarkdownIt from "markdown-it";

/** What a reader of markup tells about it, in reading order. Tags are those of HTML whatever the source format is. */
export interface MarkupSink {
  open(tag: string, attributes: Readonly<Record<string, string>>, line: number): void;
  close(tag: string, line: number): void;
  text(text: string, line: number): void;
  /** A source line ended within a block. */
  break(line: number): void;
  code(language: string, text: string, first: number, last: number): void;
}

const { unescapeAll } = new MarkdownIt().utils;
const MAX_ATTRIBUTES = 40;
const MAX_ATTRIBUTE_LENGTH = 4_000;

/** Decodes HTML entities (`&amp;`, `&#x4e2d;`); what is not an entity stays. */
export function decodeEntities(text: string): string {
  return text.includes("&") ? text.replace(/&#?[a-z0-9]{1,32};/gi, (entity) => unescapeAll(entity)) : text;
}

/**
 * Reads HTML by one pass over its characters, as tolerant as a browser: comments, scripts and styles are left out, `pre`
 * becomes code. Nothing in it makes the pass look at a character more than a few times.
 * @param firstLine the line of the document on which the HTML starts
 */
export function readHtml(html: string, firstLine: number, sink: MarkupSink): void {
  const reader = new HtmlReader(html, firstLine, sink);
  reader.read();
}

class HtmlReader {
  #at = 0;
  #line: number;
  /** Where the next line break is, remembered so that a document of one huge line is not searched again at each tag. */
  #nextBreak = -1;
  readonly #html: string;
  readonly #lower: string;
  readonly #sink: MarkupSink;

  constructor(html: string, firstLine: number, sink: MarkupSink) {
    this.#html = html;
    this.#lower = html.toLowerCase().length === html.length ? html.toLowerCase() : html;
    this.#line = firstLine;
    this.#sink = sink;
  }

  read(): void {
    const html = this.#html;
    while (this.#at < html.length) {
      const tag = html.indexOf("<", this.#at);
      if (tag < 0) {
        this.#text(html.length);
        return;
      }
      this.#text(tag);
      if (html.startsWith("<!--", tag)) this.#skipPast("-->");
      else if (/[a-z]/i.test(html[tag + 1] ?? "")) this.#openTag();
      else if (html[tag + 1] === "/") this.#closeTag();
      else if (html[tag + 1] === "!" || html[tag + 1] === "?") this.#skipPast(">");
      else {
        this.#sink.text("<", this.#line);
        this.#at = tag + 1;
      }
    }
  }

  #text(end: number): void {
    const lines = this.#html.slice(this.#at, end).split("\n");
    lines.forEach((text, index) => {
      if (index > 0) {
        this.#sink.break(this.#line);
        this.#line += 1;
      }
      if (text !== "") this.#sink.text(decodeEntities(text), this.#line);
    });
    this.#at = end;
  }

  #closeTag(): void {
    const end = this.#html.indexOf(">", this.#at);
    const name = /^<\/([a-z][a-z0-9-]{0,30})/i.exec(this.#html.slice(this.#at, this.#at + 40))?.[1];
    this.#advance(end < 0 ? this.#html.length : end + 1);
    if (name !== undefined) this.#sink.close(name.toLowerCase(), this.#line);
  }

  #openTag(): void {
    const name = /^<([a-z][a-z0-9-]{0,30})/i.exec(this.#html.slice(this.#at, this.#at + 40))?.[1]?.toLowerCase() ?? "";
    const line = this.#line;
    this.#advance(this.#at + 1 + name.length);
    const attributes = this.#attributes();
    if (name === "script" || name === "style" || name === "svg" || name === "noscript") {
      this.#skipPast(`</${name}`);
      this.#skipPast(">");
    } else if (name === "pre" || name === "textarea") this.#preformatted(name, line);
    else this.#sink.open(name, attributes, line);
  }

  #attributes(): Record<string, string> {
    const html = this.#html;
    const attributes: Record<string, string> = {};
    let count = 0;
    while (this.#at < html.length) {
      const sign = html[this.#at] ?? "";
      if (sign === ">") {
        this.#at += 1;
        break;
      }
      if (sign === "<") break;
      if (!/[^\s/="'>]/.test(sign)) {
        if (sign === '"' || sign === "'") this.#quoted(sign);
        else this.#advance(this.#at + 1);
        continue;
      }
      const name = this.#run(/[\s/="'<>]/);
      const spaces = /^\s{0,20}=\s{0,20}/.exec(html.slice(this.#at, this.#at + 42))?.[0];
      let value = "";
      if (spaces !== undefined) {
        this.#advance(this.#at + spaces.length);
        const quote = html[this.#at] ?? "";
        value = quote === '"' || quote === "'" ? this.#quoted(quote) : this.#run(/[\s<>]/);
      }
      count += 1;
      if (count <= MAX_ATTRIBUTES && value.length <= MAX_ATTRIBUTE_LENGTH && name.length <= 40) {
        attributes[name.toLowerCase()] ??= decodeEntities(value);
      }
    }
    return attributes;
  }

  /** Reads up to the matching quote; an unclosed one ends with its line. */
  #quoted(quote: string): string {
    const start = this.#at + 1;
    let end = this.#html.indexOf(quote, start);
    if (end < 0) end = this.#html.indexOf("\n", start);
    if (end < 0) end = this.#html.length;
    this.#advance(Math.min(end + 1, this.#html.length));
    return this.#html.slice(start, end);
  }

  #run(stop: RegExp): string {
    const start = this.#at;
    while (this.#at < this.#html.length && !stop.test(this.#html[this.#at] ?? "")) this.#at += 1;
    return this.#html.slice(start, this.#at);
  }

  #preformatted(name: string, line: number): void {
    let end = this.#lower.indexOf(`</${name}`, this.#at);
    if (end < 0) end = this.#html.length;
    const inner = this.#html.slice(this.#at, end);
    this.#advance(end);
    this.#sink.code("", decodeEntities(inner.replace(/<\/?[a-z][^<>]{0,300}>/gi, "")), line, this.#line);
    this.#skipPast(">");
  }

  #skipPast(end: string): void {
    const found = this.#lower.indexOf(end, this.#at);
    this.#advance(found < 0 ? this.#html.length : found + end.length);
  }

  #advance(to: number): void {
    for (;;) {
      if (this.#nextBreak < this.#at) this.#nextBreak = indexOrEnd(this.#html, "\n", this.#at);
      if (this.#nextBreak >= to) break;
      this.#line += 1;
      this.#nextBreak = indexOrEnd(this.#html, "\n", this.#nextBreak + 1);
    }
    this.#at = to;
  }
}

function indexOrEnd(text: string, sign: string, from: number): number {
  const at = text.indexOf(sign, from);
  return at < 0 ? text.length : at;
}
