import { describe, expect, it } from "vitest";
import { setBench } from "./client.ts";
import { renderComment, renderRun, safeHtml } from "./pages/markdown.ts";

const HOSTILE = [
  '<script>alert("x")</script>',
  '<img src=x onerror="alert(1)">',
  '<details open ontoggle="alert(1)"><summary onclick="x()">s</summary></details>',
  "[click](javascript:alert(1))",
  "[click](data:text/html;base64,PHNjcmlwdD4=)",
  "<a href='javascript:alert(1)'>x</a>",
  "<svg/onload=alert(1)>",
  "<style>body { display: none }</style>",
  "</section></main><iframe src=//x></iframe>",
  "<!-- --><script>alert(2)</script>",
  "<scr<script>ipt>alert(3)</script>",
  "![x](https://tracker.example/pixel.png)",
];

/** Elements that the text would make, with their attributes. */
const elements = (html: string): string[] => [...html.matchAll(/<([a-z][^\s>]*)([^>]*)>/gi)].map(([whole]) => whole);

describe("Markdown on the pages", () => {
  it.each(HOSTILE)("%s makes nothing that runs or loads", (text) => {
    for (const render of [renderRun, renderComment]) {
      for (const element of elements(render(`before\n\n${text}\n\nafter ${text}`))) {
        expect(element).toMatch(
          /^<(p|br|details( open)?|summary|span class="image"|a href="(?!javascript|data)[^"]*" rel="nofollow noopener")>$/,
        );
      }
    }
  });

  it("keeps tables, folded parts and comments as GitHub does", () => {
    const html = renderRun(
      "<!-- marker -->\n| a | b |\n|---|--:|\n| 1 | 2 |\n\n<details>\n<summary>More</summary>\n\n*text*\n\n</details>",
    );
    expect(html).toContain('<td class="right">2</td>');
    expect(html).toContain("<summary>More</summary>");
    expect(html).toContain("<em>text</em>");
    expect(html).not.toContain("marker");
    expect(html).not.toContain("style=");
  });

  it("breaks lines in comments and not in check runs", () => {
    expect(renderComment("a\nb")).toContain("<br>");
    expect(renderRun("a\nb")).not.toContain("<br>");
  });

  it("drops a comment that does not end", () => {
    expect(safeHtml("a<!-- <script>")).toBe("a");
  });
});

describe("the pages", () => {
  it("show hostile names and texts as text, under a policy that lets nothing run", async () => {
    const path = '"><script>alert(1)</script>';
    const { ask, github, head, repository } = await setBench({ [path]: "</pre><script>alert(2)</script>\n" });
    const pull = github.openPullRequest({
      repository,
      head: "main",
      title: "<b onclick=x>title</b>",
      body: HOSTILE.join("\n\n"),
    });
    github.comment({ repository, number: pull.number, body: HOSTILE.join("\n\n"), login: "eve" });
    await ask("POST", "/repos/lab/model/check-runs", {
      name: "<script>name",
      head_sha: head,
      status: "completed",
      conclusion: "neutral",
      output: {
        title: "<script>title",
        summary: HOSTILE.join("\n\n"),
        annotations: [
          { path, start_line: 1, end_line: 2, annotation_level: "warning", title: "<i>", message: "<script>message" },
        ],
      },
    });
    const file = `/lab/model/blob/${head}/${encodeURIComponent(path).replaceAll("%2F", "/")}`;
    const run = `/lab/model/runs/${github.checkRuns[0]?.id}`;
    for (const at of ["/", "/lab/model/pull/1", `/lab/model/commit/${head}`, run, file]) {
      const response = await fetch(github.url + at);
      const html = await response.text();
      expect(response.status, at).toBe(200);
      expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
      expect(html, at).not.toMatch(/<(script|iframe|img|svg|object|embed|form|link|base)\b/i);
      expect(html, at).not.toMatch(/<[a-z][^>]*\son[a-z]+\s*=/i);
      expect(html, at).not.toMatch(/href="?\s*(javascript|data):/i);
    }
  });

  it("count the requests of the App, and not those of the reader", async () => {
    const { ask, github } = await setBench();
    await ask("GET", "/repos/lab/model");
    await fetch(github.url);
    const html = await (await fetch(github.url)).text();
    expect(html).toContain("Requests of the App: 1");
    expect(html).toContain("GET /repos/{owner}/{repo}");
  });

  it("that do not exist are not found, and nothing can be posted", async () => {
    const { github } = await setBench();
    for (const at of ["/nobody/nothing", "/lab/model/pull/9", "/lab/model/blob/main/none", "/%E0%A4%A"]) {
      expect((await fetch(github.url + at)).status, at).toBe(404);
    }
    expect((await fetch(github.url, { method: "POST" })).status).toBe(404);
  });
});
