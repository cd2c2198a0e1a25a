/**
 * Markdown as GitHub shows it in check runs and comments: tables, strikethrough, links, and of HTML only a few harmless
 * elements without attributes. Everything else is shown as the text that it is.
 */
import MarkdownIt from "markdown-it";
import { escapeHtml } from "./html.ts";

/** Elements that GitHub lets through and that cannot do anything: structure and small type. */
const ALLOWED = new Set(
  "details summary br hr sub sup kbd code pre b i em strong del ins p ul ol li blockquote table thead tbody tr th td h1 h2 h3 h4 h5 h6".split(
    " ",
  ),
);

const TAG = /<!--[\s\S]*?(?:-->|$)|<(\/?)([a-zA-Z][a-zA-Z0-9]*)((?:\s[^<>]*)?)>/g;

/** Keeps allowed tags without their attributes, drops comments, escapes the rest. */
export function safeHtml(html: string): string {
  let result = "";
  let last = 0;
  for (const match of html.matchAll(TAG)) {
    result += escapeTags(html.slice(last, match.index));
    last = match.index + match[0].length;
    const [whole, slash = "", name = "", attributes = ""] = match;
    if (whole.startsWith("<!--")) continue;
    const tag = name.toLowerCase();
    if (!ALLOWED.has(tag)) result += escapeHtml(whole);
    else if (tag === "details" && slash === "" && /^\s+open(\s|=|$)/.test(attributes)) result += "<details open>";
    else result += `<${slash}${tag}>`;
  }
  return result + escapeTags(html.slice(last));
}

/** Entities stay as they are: they cannot begin an element. */
const escapeTags = (text: string): string => text.replaceAll("<", "&lt;").replaceAll(">", "&gt;");

function renderer(breaks: boolean) {
  const markdown = new MarkdownIt({ html: true, linkify: true, breaks });
  const { rules } = markdown.renderer;
  rules.html_block = (tokens, index) => safeHtml(tokens[index]?.content ?? "");
  rules.html_inline = rules.html_block;
  // An image would be fetched from elsewhere; its words are enough.
  rules.image = (tokens, index) => `<span class="image">${escapeHtml(tokens[index]?.content ?? "")}</span>`;
  rules.link_open = (tokens, index, options, _environment, self) => {
    tokens[index]?.attrSet("rel", "nofollow noopener");
    return self.renderToken(tokens, index, options);
  };
  for (const name of ["th_open", "td_open"]) {
    // The page's policy allows no style attributes, which is how a column's alignment comes.
    rules[name] = (tokens, index, options, _environment, self) => {
      const token = tokens[index];
      const style = token?.attrGet("style");
      if (token && style) {
        token.attrs = (token.attrs ?? []).filter(([attribute]) => attribute !== "style");
        token.attrSet("class", String(style).replace("text-align:", ""));
      }
      return self.renderToken(tokens, index, options);
    };
  }
  return markdown;
}

const inRuns = renderer(false);
const inComments = renderer(true);

/** Renders a check run's summary or text. */
export const renderRun = (markdown: string): string => inRuns.render(markdown);

/** Renders a comment, where GitHub keeps single line breaks. */
export const renderComment = (markdown: string): string => inComments.render(markdown);
