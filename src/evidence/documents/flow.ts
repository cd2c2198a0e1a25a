import { bareLinks } from "./autolinks.ts";

/** A link as it was written, with its place in the text of the block that holds it. */
export interface RawLink {
  readonly url: string;
  readonly text: string;
  readonly line: number;
  readonly image: boolean;
  readonly start: number;
  readonly end: number;
}

interface OpenLink {
  url: string;
  line: number;
  start: number;
  text: string;
  alternative: string;
}

const HAN_OR_KANA = /[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]/;

/**
 * The running text of one block while it is being read: white space is folded as it arrives, so that the places of
 * links, bold words and line breaks stay true.
 */
export class Flow {
  /** The whole text; complete once `finish` was called. */
  text = "";
  firstLine = 0;
  lastLine = 0;
  readonly links: RawLink[] = [];
  readonly bold: (readonly [start: number, end: number])[] = [];
  /** Offsets in the text at which a source line ended. */
  readonly breaks: number[] = [];
  readonly alternatives: string[] = [];
  readonly #parts: string[] = [];
  #length = 0;
  #lastSign = "";
  #openLink: OpenLink | undefined;
  #boldFrom: number | undefined;
  #pendingBreak = false;

  get empty(): boolean {
    return this.#length === 0 && this.links.length === 0 && this.#openLink === undefined;
  }

  /** Adds text; a URL or arXiv number that stands bare in it becomes a link of its own. */
  add(text: string, line: number): void {
    if (text === "") return;
    this.#touch(line);
    let rest = text;
    if (this.#pendingBreak) {
      rest = rest.trimStart();
      if (rest === "") return;
      this.#pendingBreak = false;
      this.breaks.push(this.#length);
      if (!(HAN_OR_KANA.test(this.#lastSign) && HAN_OR_KANA.test(rest[0] ?? ""))) rest = ` ${rest}`;
    }
    let folded = rest.replace(/\s+/g, " ");
    if (folded.startsWith(" ") && (this.#length === 0 || this.#lastSign === " ")) folded = folded.slice(1);
    if (folded === "") return;
    const at = this.#length;
    this.#parts.push(folded);
    this.#length += folded.length;
    this.#lastSign = folded.at(-1) ?? "";
    if (this.#openLink !== undefined) {
      this.#openLink.text += folded;
      return;
    }
    for (const { url, start, end } of bareLinks(folded)) {
      this.links.push({ url, text: url, line, image: false, start: at + start, end: at + end });
    }
  }

  /** A source line ends. Between two Han or Kana characters it leaves no space. */
  break(): void {
    if (this.#length > 0) this.#pendingBreak = true;
  }

  openLink(url: string, line: number): void {
    this.closeLink();
    this.#touch(line);
    this.#openLink = { url, line, start: this.#length, text: "", alternative: "" };
  }

  closeLink(): void {
    const open = this.#openLink;
    if (open === undefined) return;
    this.#openLink = undefined;
    if (open.url.trim() === "") return;
    const text = open.text.trim() === "" ? open.alternative.trim() : open.text.trim();
    this.links.push({ url: open.url, text, line: open.line, image: false, start: open.start, end: this.#length });
  }

  image(url: string, alternative: string, line: number): void {
    this.#touch(line);
    const words = alternative.replace(/\s+/g, " ").trim();
    if (words !== "") this.alternatives.push(words);
    if (this.#openLink !== undefined) this.#openLink.alternative += ` ${words}`;
    const at = this.#length;
    if (url.trim() !== "") this.links.push({ url, text: words, line, image: true, start: at, end: at });
  }

  openBold(): void {
    this.#boldFrom ??= this.#length;
  }

  closeBold(): void {
    if (this.#boldFrom === undefined) return;
    if (this.#length > this.#boldFrom) this.bold.push([this.#boldFrom, this.#length]);
    this.#boldFrom = undefined;
  }

  /** Marks the end of a block: an unclosed link or bold run ends with it. */
  finish(): void {
    this.closeLink();
    this.closeBold();
    this.text = this.#parts.join("").trimEnd();
  }

  /** A link that is open without words yet: it spans blocks, as in `<a><p><img></p></a>`. */
  takeDanglingLink(): { url: string; line: number } | undefined {
    const open = this.#openLink;
    if (open === undefined || open.text.trim() !== "" || open.alternative.trim() !== "") return undefined;
    this.#openLink = undefined;
    return { url: open.url, line: open.line };
  }

  #touch(line: number): void {
    if (this.firstLine === 0) this.firstLine = line;
    this.lastLine = Math.max(this.lastLine, line);
  }
}
