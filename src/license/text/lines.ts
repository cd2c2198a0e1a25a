/** A line without its decoration. */
export interface CleanLine {
  readonly text: string;
  /** True when the line began with a list marker or heading, which begins a new sentence. */
  readonly startsItem: boolean;
  /** True when the line only says whose the work is. */
  readonly isCopyright: boolean;
}

/** Characters of one line that are read: longer lines are data, and every pattern here stays cheap on them. */
export const MAX_LINE = 400_000;

/** Lines as Git and GitHub count them; a text of carriage returns alone is taken line by line too. */
export function linesOf(text: string): string[] {
  return text.includes("\n") ? text.split(/\r?\n/) : text.split("\r");
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  copy: "(c)",
  ldquo: '"',
  rdquo: '"',
  lsquo: "'",
  rsquo: "'",
  ndash: "-",
  mdash: "-",
  hellip: "...",
  reg: "",
  trade: "",
};
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi;
const TAG = /<\/?[a-z!][^<>]{0,300}>/gi;
const BLOCK_TAG = /<(?:\/?p|br|\/?li|\/?h[1-6]|\/?div|\/?tr|\/?td)\b/i;
const MARKDOWN_LINK = /\[([^[\]]{1,300})\]\(\s{0,3}<?([^()\s<>]{1,500})>?[^()]{0,100}\)/g;
const COMMENT =
  /^[\s>]{0,40}(?:\/\*{1,3}|\*{1,2}\/|\*(?=\s|$)|\/{2,3}|#{1,6}(?=\s|$)|--(?=\s)|;{1,3}(?=\s)|%{1,3}(?=\s)|"""|\.\.(?=\s)|dnl\s|rem\s)?\s{0,40}/i;
const LIST_MARKER =
  /^\s{0,80}(?:\(?(?:\d{1,2}|[ivx]{1,4}|[a-z])[.)](?:\d{1,2}[.)]?){0,3}(?=\s|$)|[-*•·○▪+](?=\s)|#{1,6}\s)\s{0,20}/i;
const ENUMERATOR = /\((?:\d{1,2}|[ivx]{1,4}|[a-z])\)/gi;
/** Underscores inside a word belong to a file name. */
const EMPHASIS = /[*`~]{1,3}|(?<![A-Za-z0-9])_{1,3}|_{1,3}(?![A-Za-z0-9])/g;

function decodeEntity(whole: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return ENTITIES[name.toLowerCase()] ?? whole;
  const code = decimal !== undefined ? Number.parseInt(decimal, 10) : Number.parseInt(hex ?? "", 16);
  return code > 8 && code < 0x110000 && !(code >= 0xd800 && code < 0xe000) ? String.fromCodePoint(code) : " ";
}

const ATTRIBUTE = /[\w:-]{1,60}\s{0,3}=\s{0,3}(?:"[^"]{0,300}"|'[^']{0,300}'|[^\s"'<>]{1,300})/g;
/** Tags and fields to fill in have no more words than this: `<copyright holders>`, `<input disabled readonly>`. */
const MOST_TAG_WORDS = 4;

/** More of a script that puts no blanks between words than a name has. */
const UNSPACED = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{6}/;

/** True where what stands between angle brackets is a sentence that may set terms, and no tag and no field. */
function isProse(tag: string): boolean {
  if (tag.startsWith("<!--")) return false;
  const bare = tag.slice(1, -1).replace(ATTRIBUTE, " ").trim();
  const isLong = bare.split(/\s+/).length > MOST_TAG_WORDS || UNSPACED.test(bare);
  return isLong && hasTerms(bare);
}

/** Takes decoration off one line: entities, tags, comment leaders, list markers, Markdown links and emphasis. */
export function cleanLine(raw: string): CleanLine {
  let text = raw.length > MAX_LINE ? raw.slice(0, MAX_LINE) : raw;
  let startsItem = false;
  if (/[^\0-\x7f]/.test(text)) {
    text = text
      .normalize("NFKC")
      .replace(/[\u2018\u2019\u201a\u201b\u2032\u00b4]/g, "'")
      .replace(/[\u201c-\u201f\u2033\u00ab\u00bb]/g, '"')
      .replace(/[\u2010-\u2015\u2212\u00ad]/g, "-")
      .replace(/©/g, "(c)")
      .replace(/[\u200b-\u200f\u2060\ufeff]/g, "");
  }
  // A comment leader is taken off again after a list marker, as in `# 1. Definitions`.
  text = text.replace(COMMENT, "");
  if (text.includes("&")) text = text.replace(ENTITY, decodeEntity);
  if (text.includes("<")) {
    if (BLOCK_TAG.test(text)) startsItem = true;
    text = text.replace(TAG, (tag) => (isProse(tag) ? ` ${tag.slice(1, -1)} ` : " "));
  }
  text = text.replace(EMPHASIS, "");
  const bare = text.replace(LIST_MARKER, "");
  if (bare !== text) startsItem = true;
  text = bare;
  if (text.includes("]("))
    text = text.replace(MARKDOWN_LINK, (_, label: string, target: string) =>
      label === target ? `${target} ` : `${label} ${target} `,
    );
  const isCopyright = isCopyrightLine(text);
  if (text.includes("(")) text = text.replace(ENUMERATOR, " ");
  return { text: text.replace(/'(?=[a-z]{1,2}\b)/gi, "").replace(/\\/g, ""), startsItem, isCopyright };
}

const COPYRIGHT_START = /^[\s"'(]{0,10}(?:portions? |parts? )?(?:copyright\b|\(c\)|copr\b|spdx-filecopyrighttext)/i;
const HOLDER_MARK = /\(c\)|\b(?:19|20)\d{2}\b|\[(?:yyyy|year|name|fullname)|<|\bxxxx\b|\byyyy\b|\bcopyright by\b/i;
const HAS_TERMS =
  /\b(?:use[ds]?|using|licen[cs]\w{0,6}|permi\w{1,8}|grant\w{0,4}|redistribut\w{0,4}|distribut\w{0,4}|copy|copies|only|non|commerc\w{0,6}|research|academic|not|may|must|shall|prohibit\w{0,4}|except|without|notice|terms|subject|under)\b|non-?commercial|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/i;
/** The same in German, French, Spanish, Portuguese, Italian and Russian: beginnings that no name of a holder has. */
const HAS_TERMS_ELSEWHERE =
  /\b(?:nutzung|verwend|kommerzi|untersag|verbot|lizenz|gestatt|utilis|interdi|uniquement|seulement|usar|comerci|prohib|proib|viet|licen[zç]|somente|solamente|soltanto|sfrutta|ricerca|investiga|pesquisa|recherche|forschung)|использ|коммерч|запрещ|лиценз|только/i;
const hasTerms = (text: string): boolean => HAS_TERMS.test(text) || HAS_TERMS_ELSEWHERE.test(text);
const RIGHTS_RESERVED = /^\s{0,20}all rights (?:are )?reserved[.\s]{0,5}$/i;

/**
 * True for a line that only says whose the work is. Such lines differ in every copy and say nothing about permissions.
 * A line that carries any word of a grant or a limit is kept, however it begins: wrapped body lines begin with
 * "copyright" too, and one-line files put the terms after the holder.
 */
export function isCopyrightLine(text: string): boolean {
  if (text.length > 300) return false;
  if (RIGHTS_RESERVED.test(text)) return true;
  return COPYRIGHT_START.test(text) && HOLDER_MARK.test(text) && !hasTerms(text);
}

/** Ends a line whose list of names goes on below. */
const GOES_ON = /(?:,|\b(?:and|of|for|the|at|by))\s{0,10}$/;
/** Names, initials and what joins them. */
const NAMES = /^\s{0,20}(?:(?:\p{Lu}[\p{L}.'’&-]{0,40}|and|of|for|the|at|by)[,.]?(?:\s{1,4}|$)){1,40}$/u;

/** True for the next line of a copyright line that is wrapped: nothing but names follows. It is judged as strictly. */
export function continuesCopyright(text: string, before: string): boolean {
  return text.length <= 300 && GOES_ON.test(before) && NAMES.test(text) && !hasTerms(text);
}
