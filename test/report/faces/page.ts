/** A face on a page that looks and is measured as GitHub's: its width of text, its tables, its folds. */
import type { Annotation } from "../../../src/report/annotations.ts";
import { escapeHtml } from "../../github/pages/html.ts";
import { renderComment, renderRun } from "../../github/pages/markdown.ts";
import type { Drawn } from "./drawn.ts";

/** Sizes and the way of tables are those of GitHub's own style sheet for Markdown (primer/css, "markdown"). */
const STYLE = `
body { margin: 0; padding: 16px; font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; color: #1f2328; }
main { max-width: 900px; margin: 0 auto; }
.box { border: 1px solid #d1d9e0; border-radius: 6px; margin-bottom: 16px; }
.head { background: #f6f8fa; border-bottom: 1px solid #d1d9e0; padding: 8px 16px; display: flex; flex-wrap: wrap; gap: 8px; }
.button { border: 1px solid #d1d9e0; border-radius: 6px; padding: 0 8px; background: #fff; }
.markdown { padding: 16px; overflow-wrap: break-word; }
.markdown > :first-child { margin-top: 0; }
.markdown h3 { font-size: 1.25em; margin: 24px 0 16px; } .markdown h4 { font-size: 1em; margin: 24px 0 16px; }
.markdown table { border-collapse: collapse; display: block; width: max-content; max-width: 100%; overflow: auto; margin: 0 0 16px; }
.markdown th, .markdown td { border: 1px solid #d1d9e0; padding: 6px 13px; text-align: left; }
.markdown code { font: 85% ui-monospace, monospace; background: #818b981f; padding: .2em .4em; border-radius: 6px; }
.markdown pre code { background: none; padding: 0; } .markdown pre { overflow: auto; padding: 16px; background: #f6f8fa; } .markdown ul { padding-left: 2em; margin: 0 0 16px; }
.markdown li { margin-top: .25em; } .markdown details { margin-bottom: 16px; } .markdown p { margin: 0 0 16px; }
.annotation { border-top: 1px solid #d1d9e0; padding: 8px 16px; overflow-wrap: anywhere; white-space: pre-wrap; }
a { color: #0969da; text-decoration: none; }
`;

const MARKS = { success: "✅", neutral: "⬜", failure: "❌" };

const annotation = ({ path, start_line, annotation_level, title, message }: Annotation): string =>
  `<div class="annotation"><b>${escapeHtml(title)}</b> · ${annotation_level}\n${escapeHtml(path)}:${start_line}\n${escapeHtml(message)}</div>`;

const frame = (language: string, body: string): string => `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<style>${STYLE}</style></head><body><main>${body}</main></body></html>`;

/** The check run's own page: title, buttons, summary, text, annotations. */
export function runPage({ run }: Pick<Drawn, "run">, language: string): string {
  const buttons = run.actions.map(({ label }) => `<span class="button">${escapeHtml(label)}</span>`).join("");
  const head = `<div class="head"><b>${MARKS[run.conclusion]} Openness</b> <span>${escapeHtml(run.title)}</span>${buttons}</div>`;
  const words = [run.summary, run.text].map((part) => `<div class="markdown">${renderRun(part)}</div>`).join("");
  return frame(language, `<section class="box">${head}${words}${run.annotations.map(annotation).join("")}</section>`);
}

/** The comment in the conversation of its pull request. */
export const commentPage = (comment: string, language: string): string =>
  frame(
    language,
    `<section class="box"><div class="head"><b>openness</b> bot</div><div class="markdown">${renderComment(comment)}</div></section>`,
  );
