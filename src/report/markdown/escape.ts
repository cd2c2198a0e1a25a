/**
 * Words from a repository, made harmless for Markdown on GitHub: they read the same, and can be neither markup, HTML, a
 * link, a mention, a reference nor an invisible trick. Entities are used instead of backslashes because they hold in
 * table cells and inside HTML elements as well (not in attributes: nothing from a repository is put there).
 */

/** Zero-width space: GitHub looks for mentions and references after rendering, so an entity alone would not stop them. */
const BREAK = "&#8203;";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "\\": "&#92;",
  "`": "&#96;",
  "*": "&#42;",
  _: "&#95;",
  "[": "&#91;",
  "]": "&#93;",
  "|": "&#124;",
  "~": "&#126;",
  $: "&#36;",
};

/** Control, bidirectional and invisible characters, except the two joiners that scripts and emoji need. */
const UNSEEN = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;
const LINE_BREAKS = /[\t\n\r\v\f\u0085\u2028\u2029]/g;

/** One line of visible characters, at most `max` of them: line breaks become spaces, what cannot be seen is shown by number. */
export function visible(text: string, max = 300): string {
  const line = text
    .slice(0, max * 4)
    .toWellFormed()
    .replace(LINE_BREAKS, " ")
    .replace(/ {2,}/g, " ")
    .replace(UNSEEN, (character) => `⟨U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0")}⟩`)
    .trim();
  const characters = Array.from(line);
  return characters.length > max || text.length > max * 4
    ? `${characters
        .slice(0, max - 1)
        .join("")
        .trimEnd()}…`
    : line;
}

/** Text for Markdown, in a paragraph, a table cell or an HTML element. */
export const text = (words: string, max?: number): string =>
  visible(words, max)
    .replace(/[&<>\\`*[\]|~$]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, (character) => ENTITIES[character]!)
    .replace(/(?<!&)#|@/g, (sign) => `${sign}${BREAK}`)
    .replace(/\/(?=\/)/g, `/${BREAK}`)
    .replace(/\bwww\./gi, (prefix) => `${prefix.slice(0, -1)}${BREAK}.`)
    .replace(/\bGH-(?=\d)/gi, (prefix) => `${prefix}${BREAK}`)
    .replace(/:(?=[\w+-]{1,40}:)/g, `:${BREAK}`);

/** Text in code letters; back-quotes where nothing in it could end them, break a table or be taken for a marker. */
export function code(words: string, max?: number): string {
  const shown = visible(words, max);
  if (shown === "") return "";
  return /[`|\\<]/.test(shown) ? `<code>${text(words, max)}</code>` : `\`${shown}\``;
}

/** A link, or code letters where the address is none that should be followed. */
export function link(label: string, url: string | undefined): string {
  const safe = url === undefined ? undefined : safeUrl(url);
  return safe === undefined ? code(label) : `[${text(label)}](${safe})`;
}

const MAX_URL = 2000;

/**
 * An address that may be linked: http or https, without credentials, written so that Markdown cannot misread it. Issues,
 * pull requests, discussions and commits are not linked, since GitHub would write into their timelines that they were.
 */
export function safeUrl(url: string): string | undefined {
  if (url.length > MAX_URL) return undefined;
  let parsed: URL;
  try {
    parsed = new URL(url.toWellFormed());
  } catch {
    return undefined;
  }
  if (parsed.protocol !== "https:" && parsed.protocol !== "http:") return undefined;
  if (parsed.username !== "" || parsed.password !== "") return undefined;
  if (/^\/[^/]{1,100}\/[^/]{1,100}\/(?:issues|pull|discussions|commit)\//.test(parsed.pathname)) return undefined;
  return parsed.href.replace(/[()<>|`"'\\[\]{}*_~^ ]/g, (character) => encodeCharacter(character));
}

// `_` and `*` inside an address are inert in links, but are encoded nowhere by browsers either: they stay readable.
const encodeCharacter = (character: string): string =>
  character === "_" || character === "*" || character === "~"
    ? character
    : `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
