import { boldLabel } from "./bold-label.ts";
import type { CodeBlock, Passage, Table } from "./document.ts";
import { Flow, type RawLink } from "./flow.ts";
import type { MarkupSink } from "./html.ts";
import { announcement, contextOf, MAX_CONTEXT, sentenceEnds } from "./passages.ts";
import { TableBuilder } from "./table-builder.ts";

export interface Heading {
  readonly level: number;
  readonly title: string;
  readonly line: number;
  /** Last line, for a bold label that heads only its own paragraph. */
  readonly until: number | undefined;
}

export interface Block extends Passage {
  readonly kind: "paragraph" | "item" | "heading" | "row";
}

export interface PlacedLink extends Omit<RawLink, "start" | "end"> {
  readonly section: number | undefined;
  readonly context: string;
}

/** Tags whose start and end part one passage from the next. */
const BLOCK_TAGS = new Set(
  "p div li ul ol dl dt dd blockquote details summary center section article header footer main nav aside hr figure figcaption form body html head title table caption thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6".split(
    " ",
  ),
);
const STRUCK_TAGS = new Set(["s", "del", "strike"]);
const HEADING = /^h([1-6])$/;
const MAX_TITLE = 200;
const MAX_LINKS = 10_000;
/** Links in one paragraph from which those around images are taken for a row of badges. */
const MANY_BADGES = 4;
const MAX_HEADINGS = 5_000;

/** Turns markup, in reading order, into the blocks, headings, links, tables and code of a document. */
export class DocumentBuilder implements MarkupSink {
  readonly blocks: Block[] = [];
  readonly headings: Heading[] = [];
  readonly links: PlacedLink[] = [];
  readonly tables: Table[] = [];
  readonly codeBlocks: CodeBlock[] = [];
  #flow = new Flow();
  #section: number | undefined;
  #headingLevel: number | undefined;
  #itemDepth = 0;
  /** Within struck-out text, which its author took back. */
  #struck = 0;
  #quoteDepth = 0;
  #table: TableBuilder | undefined;
  #cell: { head: boolean; columns: number; rows: number } | undefined;
  #row: { text: string[]; links: RawLink[]; line: number } | undefined;
  #line = 1;
  /** The paragraph that was read last, where nothing but it stands before. */
  #before: Block | undefined;

  get inTable(): boolean {
    return this.#table !== undefined;
  }

  open(tag: string, attributes: Readonly<Record<string, string>>, line: number): void {
    this.#line = Math.max(this.#line, line);
    const level = HEADING.exec(tag)?.[1];
    if (STRUCK_TAGS.has(tag)) this.#struck += 1;
    else if (this.#struck > 0 && !BLOCK_TAGS.has(tag)) return;
    else if (tag === "br") this.#flow.break();
    else if (tag === "a") {
      if (attributes.href !== undefined) this.#flow.openLink(attributes.href, line);
    } else if (tag === "img") this.#flow.image(attributes.src ?? "", attributes.alt ?? "", line);
    else if (tag === "video" || tag === "audio" || tag === "source") {
      if (attributes.src !== undefined) this.#flow.image(attributes.src, attributes.title ?? "", line);
    } else if (tag === "strong" || tag === "b") this.#flow.openBold();
    else if (tag === "table") this.#openTable(line);
    else if (this.#table !== undefined && this.#openInTable(this.#table, tag, attributes, line)) return;
    else if (BLOCK_TAGS.has(tag)) {
      this.#flush();
      if (level !== undefined) this.#headingLevel = Number(level);
      if (tag === "li") this.#itemDepth += 1;
      if (tag === "blockquote") this.#quoteDepth += 1;
    }
  }

  close(tag: string, line: number): void {
    this.#line = Math.max(this.#line, line);
    if (STRUCK_TAGS.has(tag)) this.#struck = Math.max(0, this.#struck - 1);
    else if (tag === "a") this.#flow.closeLink();
    else if (tag === "strong" || tag === "b") this.#flow.closeBold();
    else if (this.#table !== undefined && this.#closeInTable(this.#table, tag, line)) return;
    else if (BLOCK_TAGS.has(tag)) {
      this.#flush();
      if (tag === "li") this.#itemDepth = Math.max(0, this.#itemDepth - 1);
      if (tag === "blockquote") this.#quoteDepth = Math.max(0, this.#quoteDepth - 1);
      if (HEADING.test(tag)) this.#headingLevel = undefined;
    }
  }

  text(text: string, line: number): void {
    this.#line = Math.max(this.#line, line);
    if (this.#struck === 0) this.#flow.add(text, line);
  }

  break(line: number): void {
    this.#line = Math.max(this.#line, line);
    this.#flow.break();
  }

  code(language: string, text: string, first: number, last: number): void {
    this.#line = Math.max(this.#line, last);
    if (this.#cell === undefined) this.#flush();
    this.codeBlocks.push({ language, text, lines: [first, last], section: this.#section });
  }

  /** A heading that the source format marks: closes a table that was left open. */
  heading(level: number, line: number): void {
    if (this.#table !== undefined) this.#finishTable(line - 1);
    this.#flush();
    this.#headingLevel = level;
    this.#line = Math.max(this.#line, line);
  }

  finish(): void {
    if (this.#table !== undefined) this.#finishTable(this.#line);
    this.#flush();
  }

  #openTable(line: number): void {
    if (this.#table !== undefined) {
      this.#table.depth += 1;
      return;
    }
    this.#flush();
    this.#table = new TableBuilder(line);
  }

  #openInTable(table: TableBuilder, tag: string, attributes: Readonly<Record<string, string>>, line: number): boolean {
    if (table.depth > 1 || this.#cell !== undefined) {
      const ended = table.depth === 1 && (tag === "td" || tag === "th" || tag === "tr");
      if (!ended) {
        if (BLOCK_TAGS.has(tag)) this.#flow.break();
        return true;
      }
      this.#closeCell(table);
    }
    if (tag === "thead") table.openHead();
    else if (tag === "tbody") table.closeHead();
    else if (tag === "tr") {
      this.#closeRow(table);
      table.openRow();
      this.#row = { text: [], links: [], line };
    } else if (tag === "td" || tag === "th") {
      this.#flow = new Flow();
      this.#row ??= { text: [], links: [], line };
      this.#cell = {
        head: tag === "th",
        columns: Number.parseInt(attributes.colspan ?? "1", 10) || 1,
        rows: Number.parseInt(attributes.rowspan ?? "1", 10) || 1,
      };
    }
    return true;
  }

  #closeInTable(table: TableBuilder, tag: string, line: number): boolean {
    if (tag === "table") {
      table.depth -= 1;
      if (table.depth === 0) this.#finishTable(line);
    } else if (table.depth > 1) this.#flow.break();
    else if (tag === "td" || tag === "th") this.#closeCell(table);
    else if (tag === "tr") this.#closeRow(table);
    else if (tag === "thead") {
      this.#closeRow(table);
      table.closeHead();
    } else if (BLOCK_TAGS.has(tag)) this.#flow.break();
    return true;
  }

  #closeCell(table: TableBuilder): void {
    const cell = this.#cell;
    if (cell === undefined) return;
    this.#cell = undefined;
    const flow = this.#flow;
    this.#flow = new Flow();
    flow.finish();
    table.cell(flow.text, cell.head, cell.columns, cell.rows);
    this.#row?.text.push(flow.text);
    this.#row?.links.push(...flow.links);
  }

  #closeRow(table: TableBuilder): void {
    this.#closeCell(table);
    table.closeRow();
    const row = this.#row;
    this.#row = undefined;
    if (row === undefined) return;
    const text = row.text.filter((cell) => cell !== "").join(" | ");
    const lines = [row.line, Math.max(row.line, this.#line)] as const;
    if (text !== "") this.blocks.push({ kind: "row", text, lines, section: this.#section });
    const context = text.slice(0, MAX_CONTEXT);
    this.#place(row.links, (link) => context || link.text);
  }

  #finishTable(line: number): void {
    const table = this.#table;
    if (table === undefined) return;
    this.#closeRow(table);
    this.#table = undefined;
    const finished = table.finish(Math.max(line, table.firstLine), this.#section);
    if (finished !== undefined) this.tables.push(finished);
  }

  #flush(): void {
    this.#struck = 0;
    const flow = this.#flow;
    if (flow.empty) return;
    const dangling = flow.takeDanglingLink();
    flow.finish();
    this.#flow = new Flow();
    if (dangling !== undefined) this.#flow.openLink(dangling.url, dangling.line);
    if (this.#headingLevel !== undefined) this.#flushHeading(flow, this.#headingLevel);
    else if (this.#itemDepth > 0) this.#emit("item", flow, 0);
    else this.#flushParagraph(flow);
  }

  #flushHeading(flow: Flow, level: number): void {
    const title = flow.text === "" ? flow.alternatives.join(" ") : flow.text;
    // A paragraph directly above `---` is a heading to Markdown, yet nobody means a title of several sentences.
    if (title === "" || title.length > MAX_TITLE || this.headings.length >= MAX_HEADINGS) {
      this.#emit("paragraph", flow, 0);
      return;
    }
    this.#startSection(level, title, flow.firstLine, undefined);
    this.#emit("heading", flow, 0);
  }

  #flushParagraph(flow: Flow): void {
    const heads = this.#quoteDepth === 0 && this.headings.length < MAX_HEADINGS;
    const label = heads ? boldLabel(flow) : undefined;
    if (label === undefined) {
      this.#emit("paragraph", flow, 0);
      return;
    }
    const outer = this.#section;
    this.#startSection(6, label.title, flow.firstLine, label.runsIn ? flow.lastLine : undefined);
    this.blocks.push({
      kind: "heading",
      text: label.title,
      lines: [flow.firstLine, flow.firstLine],
      section: this.#section,
    });
    this.#emit("paragraph", flow, label.end);
    if (label.runsIn) this.#section = outer;
  }

  #startSection(level: number, title: string, line: number, until: number | undefined): void {
    this.headings.push({ level, title, line, until });
    this.#section = this.headings.length - 1;
  }

  #emit(kind: Block["kind"], flow: Flow, from: number): void {
    const text = flow.text.slice(from).trim();
    const lines = [flow.firstLine, Math.max(flow.firstLine, flow.lastLine)] as const;
    const block = { kind, text, lines, section: this.#section };
    if (text !== "") this.blocks.push(block);
    this.#place(flow.links, this.#contexts(kind, flow, from));
    this.#before = kind === "paragraph" && text !== "" ? block : undefined;
  }

  #contexts(kind: Block["kind"], flow: Flow, from: number): (link: RawLink) => string {
    const ends = sentenceEnds(flow.text);
    const whole = kind !== "paragraph";
    const badges = flow.links.length >= MANY_BADGES;
    const announced = from === 0 && this.#before?.section === this.#section ? announcement(this.#before, flow) : "";
    const fallback = flow.alternatives.join(" ").slice(0, MAX_CONTEXT);
    return (link) => {
      // In a row of badges the words of the line say nothing about one of them.
      if (badges && link.start === link.end && link.text !== "") return link.text.slice(0, MAX_CONTEXT);
      const words = contextOf(flow.text, link.start, link.end, whole, ends) || link.text || fallback;
      return announced === "" ? words : `${announced} ${words}`.slice(0, MAX_CONTEXT);
    };
  }

  #place(links: readonly RawLink[], context: (link: RawLink) => string): void {
    for (const link of links) {
      if (this.links.length === MAX_LINKS) return;
      const { url, text, line, image } = link;
      this.links.push({ url, text, line, image, section: this.#section, context: context(link) });
    }
  }
}
