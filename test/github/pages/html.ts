/** The frame of the pages: escaping, style, and a policy under which nothing can run. */
import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ENTITIES[character] as string);

const STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --muted: #59636e; --line: #d1d9e0; --soft: #f6f8fa; --page: #fff;
  --link: #0969da; --success: #1a7f37; --failure: #cf222e; --neutral: #59636e; --warning: #9a6700; }
@media (prefers-color-scheme: dark) { :root { --text: #f0f6fc; --muted: #9198a1; --line: #3d444d; --soft: #151b23;
  --page: #0d1117; --link: #4493f8; --success: #3fb950; --failure: #f85149; --neutral: #9198a1; --warning: #d29922; } }
body { margin: 0; background: var(--page); color: var(--text);
  font: 14px/1.5 -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif; }
header { background: var(--soft); border-bottom: 1px solid var(--line); padding: 12px 24px; }
header a { color: var(--text); font-weight: 600; }
main { max-width: 960px; margin: 0 auto; padding: 24px; overflow-wrap: anywhere; }
a { color: var(--link); text-decoration: none; } a:hover { text-decoration: underline; }
h1 { font-size: 24px; font-weight: 400; } h2 { font-size: 18px; border-bottom: 1px solid var(--line); padding-bottom: 6px; }
.box { border: 1px solid var(--line); border-radius: 6px; margin: 16px 0; }
.box > .head { background: var(--soft); border-bottom: 1px solid var(--line); border-radius: 6px 6px 0 0; padding: 8px 16px; }
.box > .body { padding: 4px 16px 12px; }
.muted { color: var(--muted); } .number { color: var(--muted); font-weight: 300; }
.success { color: var(--success); } .failure, .timed_out, .action_required { color: var(--failure); }
.neutral, .skipped, .cancelled, .notice { color: var(--neutral); } .warning, .pending { color: var(--warning); }
.state { color: #fff; background: var(--success); border-radius: 2em; padding: 3px 12px; font-weight: 600; }
.state.closed { background: var(--failure); } .state.draft { background: var(--neutral); }
table { border-collapse: collapse; display: block; overflow-x: auto; margin: 12px 0; }
th, td { border: 1px solid var(--line); padding: 5px 12px; text-align: left; vertical-align: top; }
.right { text-align: right; } .center { text-align: center; }
code, pre { font: 12px/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; background: var(--soft); border-radius: 6px; }
code { padding: .2em .4em; } pre { padding: 12px; overflow-x: auto; } pre code { padding: 0; }
pre.file { white-space: pre-wrap; counter-reset: line; } pre.file span { display: block; }
pre.file span:target { background: #fff8c5; color: #1f2328; }
pre.file span::before { counter-increment: line; content: counter(line); color: var(--muted); display: inline-block;
  width: 4em; padding-right: 1em; text-align: right; }
summary { cursor: pointer; } blockquote { border-left: 4px solid var(--line); margin: 0; padding: 0 1em; color: var(--muted); }
.image { border: 1px dashed var(--line); padding: 0 6px; color: var(--muted); }
`;

const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash("sha256").update(STYLE).digest("base64")}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Sends a page; `body` is HTML, the title is text. */
export function sendPage(response: ServerResponse, status: number, title: string, body: string): void {
  const html = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title>
<style>${STYLE}</style></head>
<body><header><a href="/">Local GitHub</a></header><main>${body}</main></body>
</html>
`;
  response.writeHead(status, {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
  });
  response.end(html);
}
