import type { DocumentBuilder } from "./builder.ts";
import { MAX_LINE } from "./markdown.ts";

const ADORNMENT = /^([!-/:-@[-`{-~])\1{2,200}\s*$/;
const BULLET = /^\s{0,20}(?:[-*+•]|\d{1,3}[.)]|#\.)\s+/;

/**
 * Reads reStructuredText and plain text by lines: headings by their underlines, paragraphs, bullet lists, literal
 * blocks; in reStructuredText also links, images and code directives. Other directives and comments are left out.
 */
export function readLines(text: string, builder: DocumentBuilder, marked: boolean): void {
  new LineReader(text, builder, marked).read();
}

class LineReader {
  readonly #lines: readonly string[];
  readonly #builder: DocumentBuilder;
  readonly #marked: boolean;
  readonly #levels: string[] = [];
  readonly #targets = new Map<string, string>();
  #at = 0;

  constructor(text: string, builder: DocumentBuilder, marked: boolean) {
    this.#lines = text.split("\n").map((line) => line.slice(0, MAX_LINE).trimEnd());
    this.#builder = builder;
    this.#marked = marked;
    if (!marked) return;
    for (const line of this.#lines) {
      const target = /^\s{0,20}\.\. _(`[^`]{1,200}`|[^:]{1,200}):\s{1,20}(\S{1,2000})/.exec(line);
      if (target !== null) this.#targets.set(key(target[1] ?? ""), target[2] ?? "");
    }
  }

  read(): void {
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at] ?? "";
      if (line.trim() === "") this.#at += 1;
      else if (this.#heading()) continue;
      else if (this.#marked && /^\s{0,20}\.\.(?:\s|$)/.test(line)) this.#directive();
      else this.#paragraph();
    }
  }

  #heading(): boolean {
    const [first, second, third] = this.#lines.slice(this.#at, this.#at + 3);
    const over = adornment(first);
    if (over !== undefined && second !== undefined && second.trim() !== "" && adornment(third) === over) {
      this.#emitHeading(second, `${over}${over}`, this.#at + 1);
      this.#at += 3;
      return true;
    }
    const under = adornment(second);
    const title = first ?? "";
    if (under !== undefined && over === undefined && /^\S/.test(title) && title.length <= 200 && long(second, title)) {
      this.#emitHeading(title, under, this.#at);
      this.#at += 2;
      return true;
    }
    // A line of signs on its own parts the text, or is a table's border.
    if (over !== undefined) {
      this.#at += 1;
      return true;
    }
    return false;
  }

  #emitHeading(title: string, sign: string, index: number): void {
    if (!this.#levels.includes(sign)) this.#levels.push(sign);
    const level = Math.min(6, this.#levels.indexOf(sign) + 1);
    this.#builder.heading(level, index + 1);
    this.#inline(title.trim(), index + 1);
    this.#builder.close(`h${level}`, index + 1);
  }

  #paragraph(): void {
    const start = this.#at;
    const item = BULLET.test(this.#lines[start] ?? "");
    const tag = item ? "li" : "p";
    this.#builder.open(tag, {}, start + 1);
    let last = "";
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at] ?? "";
      if (line.trim() === "" || (this.#at > start && (BULLET.test(line) || adornment(line) !== undefined))) break;
      if (this.#at > start && adornment(this.#lines[this.#at + 1]) !== undefined && /^\S/.test(line)) break;
      if (this.#at > start) this.#builder.break(this.#at);
      last = this.#at === start ? line.replace(BULLET, "") : line.trim();
      this.#inline(this.#marked ? last.replace(/::$/, ":") : last, this.#at + 1);
      this.#at += 1;
    }
    this.#builder.close(tag, this.#at);
    if (this.#marked && last.endsWith("::")) this.#literal("");
  }

  /** The indented lines below: code. */
  #literal(language: string): void {
    while ((this.#lines[this.#at] ?? "x").trim() === "" && this.#at < this.#lines.length) this.#at += 1;
    const start = this.#at;
    const body = this.#indented();
    if (body.length > 0) this.#builder.code(language, `${body.join("\n")}\n`, start + 1, this.#at);
  }

  #indented(): string[] {
    const body: string[] = [];
    while (this.#at < this.#lines.length) {
      const line = this.#lines[this.#at] ?? "";
      if (line !== "" && !/^\s/.test(line)) break;
      body.push(line.trimStart() === line ? line : line.replace(/^\s{1,8}/, ""));
      this.#at += 1;
    }
    while (body.at(-1) === "") {
      body.pop();
      this.#at -= 1;
    }
    return body;
  }

  #directive(): void {
    const line = this.#lines[this.#at] ?? "";
    const directive = /^\s{0,20}\.\. (?:\|[^|]{1,100}\| )?([a-z-]{1,40})::\s{0,20}(.{0,2000})$/.exec(line);
    this.#at += 1;
    const [, name, argument = ""] = directive ?? [];
    if (name === "code-block" || name === "code" || name === "sourcecode") {
      while (/^\s+:[a-z-]{1,30}:/.test(this.#lines[this.#at] ?? "")) this.#at += 1;
      this.#literal(argument.trim());
      return;
    }
    const start = this.#at;
    const options = this.#indented();
    if (name === "image" || name === "figure") {
      const option = (wanted: string): string | undefined =>
        options
          .map((text) => text.trim())
          .find((text) => text.startsWith(`:${wanted}:`))
          ?.slice(wanted.length + 2)
          .trim();
      const target = option("target");
      this.#builder.open("p", {}, start);
      if (target !== undefined) this.#builder.open("a", { href: target }, start);
      this.#builder.open("img", { src: argument.trim(), alt: option("alt") ?? "" }, start);
      if (target !== undefined) this.#builder.close("a", start);
      this.#builder.close("p", start);
    } else if (name === "note" || name === "warning" || name === "important" || name === "tip") {
      this.#builder.open("p", {}, start);
      [argument, ...options].forEach((text, index) => {
        this.#inline(text, start + index);
        this.#builder.break(start + index);
      });
      this.#builder.close("p", this.#at);
    }
  }

  #inline(text: string, line: number): void {
    if (!this.#marked) {
      this.#builder.text(text, line);
      return;
    }
    let from = 0;
    for (const match of text.matchAll(
      /`([^`<>]{0,300}?)\s{0,5}<([^<>`]{1,2000})>`_{1,2}|`([^`]{1,300})`_{1,2}|(?<![\w`])([A-Za-z][\w.-]{0,80})_(?![\w`])/g,
    )) {
      const name = match[3] ?? match[4];
      const url = match[2] ?? this.#targets.get(key(name ?? ""));
      if (url === undefined) continue;
      this.#builder.text(plain(text.slice(from, match.index)), line);
      this.#builder.open("a", { href: url.trim() }, line);
      this.#builder.text(plain(match[1] ?? name ?? ""), line);
      this.#builder.close("a", line);
      from = match.index + match[0].length;
    }
    this.#builder.text(plain(text.slice(from)), line);
  }
}

function adornment(line: string | undefined): string | undefined {
  return line === undefined ? undefined : ADORNMENT.exec(line)?.[1];
}

/** An underline is about as long as its title; a Han letter may be as wide as two signs or one. */
function long(underline: string | undefined, title: string): boolean {
  return (
    (underline ?? "").trim().length >= Math.min(3, title.trim().length) && (underline ?? "").length * 3 >= title.length
  );
}

function key(name: string): string {
  return name.replace(/`/g, "").replace(/\s+/g, " ").trim().toLowerCase();
}

/** Without the marks of emphasis, literals and roles. */
function plain(text: string): string {
  return text
    .replace(/:[a-z:-]{1,40}:`([^`]{1,300})`/g, "$1")
    .replace(/``([^`]{1,300})``/g, "$1")
    .replace(/\*{1,2}([^*]{1,300})\*{1,2}/g, "$1")
    .replace(/`([^`]{1,300})`/g, "$1");
}
