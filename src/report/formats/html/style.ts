/** The look of the page: readable on a phone, in the dark and on paper. Nothing in it loads anything. */
export const STYLE = `
:root { color-scheme: light dark; --ink: #1b1f24; --dim: #57606a; --page: #fff; --line: #d0d7de; --soft: #f6f8fa;
  --good: #116329; --bad: #a40e26; --warn: #7d4e00; --link: #0550ae; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --dim: #9da7b3; --page: #0d1117; --line: #373e47;
  --soft: #161b22; --good: #56d364; --bad: #ff8f88; --warn: #e3b341; --link: #79b8ff; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 62rem; padding: 1.5rem 1rem 4rem; background: var(--page); color: var(--ink);
  font: 16px/1.5 system-ui, "Segoe UI", "Noto Sans", sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; margin: 0 0 .25rem; }
h2 { font-size: 1.2rem; margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.5rem 0 .25rem; }
p, ul, dl { margin: .5rem 0; } ul { padding-left: 1.25rem; }
a { color: var(--link); }
code { font: .875em/1.4 ui-monospace, "DejaVu Sans Mono", monospace; }
table { width: 100%; border-collapse: collapse; font-size: .9rem; }
caption { text-align: left; font-weight: 600; padding: 1rem 0 .4rem; }
th, td { text-align: left; vertical-align: top; padding: .4rem .5rem; border-top: 1px solid var(--line); }
thead th { color: var(--dim); font-weight: 500; }
blockquote { margin: .25rem 0 .5rem; padding: .1rem .75rem; border-left: 3px solid var(--line); color: var(--dim); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; } dt { color: var(--dim); } dd { margin: 0; }
.dim { color: var(--dim); } .good { color: var(--good); } .bad { color: var(--bad); } .warn { color: var(--warn); }
.verdict { padding: 1rem; background: var(--soft); border: 1px solid var(--line); border-radius: 6px; }
.state { font-weight: 600; }
table { table-layout: fixed; } th:nth-child(1) { width: 30%; } th:nth-child(2) { width: 20%; } th:nth-child(3) { width: 22%; }
@media (max-width: 40rem) {
  dl { grid-template-columns: 1fr; } dd { margin-bottom: .4rem; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  table, caption, tbody, tr, th, td { display: block; } td:empty { display: none; } tr { padding: .5rem 0; border-top: 1px solid var(--line); }
  th[scope], td { border: 0; padding: .1rem 0; width: auto; }
}
@media print {
  :root { color-scheme: light; --ink: #000; --dim: #444; --page: #fff; --line: #999; --soft: #fff; --good: #0a4d1e;
    --bad: #7d0a1c; --warn: #5c3900; --link: #000; }
  @page { margin: 18mm 16mm; }
  body { max-width: none; padding: 0; font-size: 10pt; }
  h2, h3, caption { break-after: avoid; } tr, li, blockquote { break-inside: avoid; } thead { display: table-header-group; }
  .sources a[href]::after { content: " <" attr(href) ">"; font-size: .8em; color: var(--dim); }
}
`;
