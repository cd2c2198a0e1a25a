/** Markdown as plain text for a terminal: headings, wrapped paragraphs, aligned tables; folded parts only by their titles. */
import MarkdownIt, { type Token } from "markdown-it";

export interface Look {
  readonly colour: boolean;
  /** Columns. */
  readonly width: number;
}

const markdown = new MarkdownIt({ html: true, linkify: false });
const GAP = "  ";
const NARROWEST = 12;

const styled =
  (code: number) =>
  (text: string, look: Look): string =>
    look.colour ? `\u001b[${code}m${text}\u001b[0m` : text;
export const bold = styled(1);
export const dim = styled(2);
export const red = styled(31);
export const green = styled(32);
export const yellow = styled(33);

/** What a repository says must not steer the terminal. */
export const plain = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go.
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "");

function inline(token: Token | undefined): string {
  return (token?.children ?? [])
    .map((child) => {
      if (child.type === "text" || child.type === "code_inline") return child.content;
      if (child.type === "softbreak" || child.type === "hardbreak") return " ";
      if (child.type === "image") return child.content;
      return /^<br\s*\/?>$/i.test(child.content) ? " " : "";
    })
    .join("")
    .replace(/\s+/g, " ")
    .trim();
}

function wrap(text: string, indent: string, first: string, width: number): string[] {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(" ")) {
    if (line.length + word.length + 1 > width && line.trim() !== "" && line !== first) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()];
}

function table(tokens: readonly Token[], look: Look): string[] {
  const rows: string[][] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.type === "tr_open") rows.push([]);
    if (token.type === "th_open" || token.type === "td_open") rows.at(-1)?.push(inline(tokens[index + 1]));
  }
  const columns = Math.max(...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...rows.map((row) => columnsOf(row[i] ?? ""))));
  // The widest columns give way until the row fits.
  const room = look.width - 2 - GAP.length * (columns - 1);
  for (let widest = Math.max(...widths); widths.reduce((a, b) => a + b, 0) > room && widest > NARROWEST; ) {
    widths[widths.indexOf(widest)] = widest - 1;
    widest = Math.max(...widths);
  }
  return rows.map((row, number) => {
    const line = `  ${widths.map((width, i) => cell(row[i] ?? "", width)).join(GAP)}`.trimEnd();
    return number === 0 ? bold(line, look) : line;
  });
}

/** Pictographs take two columns. */
const columnsOf = (text: string): number =>
  [...text].reduce((sum, one) => sum + (/\p{Emoji_Presentation}/u.test(one) ? 2 : 1), 0);

function cell(text: string, width: number): string {
  let shown = text;
  if (columnsOf(shown) > width) {
    const characters = [...text];
    while (characters.length > 0 && columnsOf(characters.join("")) > width - 1) characters.pop();
    shown = `${characters.join("")}…`;
  }
  return shown + " ".repeat(Math.max(0, width - columnsOf(shown)));
}

/** Renders Markdown; every line is free of control characters except the colours asked for. */
export function renderMarkdown(source: string, look: Look): string {
  const tokens = markdown.parse(plain(source).replace(/<!--[\s\S]*?-->/g, ""), {});
  const lines: string[] = [];
  let folded = 0;
  let depth = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i] as Token;
    if (token.type === "html_block") {
      const titles = [...token.content.matchAll(/<summary>(.{0,300}?)<\/summary>/gs)].map(([, title]) => title ?? "");
      if (folded === 0) for (const title of titles) lines.push("", dim(`  ▸ ${title.replace(/<[^>]*>/g, "")}`, look));
      folded += (token.content.match(/<details/g) ?? []).length - (token.content.match(/<\/details/g) ?? []).length;
    }
    if (folded > 0) continue;
    if (token.type === "heading_open") lines.push("", bold(`  ${inline(tokens[i + 1])}`, look));
    else if (token.type === "bullet_list_open" || token.type === "ordered_list_open") depth += 1;
    else if (token.type === "bullet_list_close" || token.type === "ordered_list_close") depth -= 1;
    else if (token.type === "paragraph_open") {
      const text = inline(tokens[i + 1]);
      const indent = `  ${"  ".repeat(depth)}`;
      if (depth === 0) lines.push("");
      if (text !== "") lines.push(...wrap(text, indent, depth === 0 ? indent : `${indent.slice(0, -2)}• `, look.width));
    } else if (token.type === "fence" || token.type === "code_block") {
      lines.push(
        "",
        ...token.content
          .trimEnd()
          .split("\n")
          .map((line) => dim(`    ${line}`, look)),
      );
    } else if (token.type === "table_open") {
      const end = tokens.findIndex((one, at) => at > i && one.type === "table_close");
      lines.push("", ...table(tokens.slice(i, end), look));
      i = end;
    }
  }
  return lines.join("\n").replace(/^\n+/, "");
}
