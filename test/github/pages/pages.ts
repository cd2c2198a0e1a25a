/** The pages that a person opens in a browser: what GitHub would show of check runs, comments and files. */
import type { ServerResponse } from "node:http";
import { encodePath } from "../rest/shapes.ts";
import type { LocalGitHub } from "../server.ts";
import type { Annotation, CheckRun, Comment, Issue, Repository } from "../world.ts";
import { escapeHtml, sendPage } from "./html.ts";
import { renderComment, renderRun } from "./markdown.ts";

const MARKS: Readonly<Record<string, string>> = { success: "✓", failure: "✗", neutral: "◼", skipped: "◼" };
const REACTIONS: Readonly<Record<string, string>> = {
  "+1": "👍",
  "-1": "👎",
  laugh: "😄",
  hooray: "🎉",
  confused: "😕",
  heart: "❤️",
  rocket: "🚀",
  eyes: "👀",
};
/** Bytes of a file that its page shows. */
const SHOWN = 512_000;

const link = (href: string, text: string): string => `<a href="${escapeHtml(href)}">${escapeHtml(text)}</a>`;
const short = (sha: string): string => sha.slice(0, 7);
const home = (repository: Repository): string => `/${repository.fullName}`;
const commitLink = (repository: Repository, sha: string): string =>
  `<code>${link(`${home(repository)}/commit/${sha}`, short(sha))}</code>`;

function annotation(run: CheckRun, one: Annotation): string {
  const lines =
    one.start_line === one.end_line ? `line ${one.start_line}` : `lines ${one.start_line} to ${one.end_line}`;
  const page = `${home(run.repository)}/blob/${run.headSha}/${encodePath(one.path)}#L${one.start_line}`;
  const title = one.title === null ? "" : ` <strong>${escapeHtml(one.title)}</strong>`;
  return `<li><span class="${one.annotation_level}">${one.annotation_level}</span> ${link(page, `${one.path}, ${lines}`)}${title}<br>${escapeHtml(one.message)}</li>`;
}

function runBox(run: CheckRun): string {
  const state = run.conclusion ?? run.status;
  const colour = run.conclusion ?? "pending";
  const { summary, text, title } = run.output;
  const annotations =
    run.annotations.length === 0
      ? ""
      : `<h3>Annotations (${run.annotations.length})</h3><ul>${run.annotations.map((one) => annotation(run, one)).join("")}</ul>`;
  return `<section class="box"><div class="head"><span class="${escapeHtml(colour)}">${MARKS[state] ?? "●"} ${escapeHtml(state)}</span>
<strong>${link(`${home(run.repository)}/runs/${run.id}`, run.name)}</strong> ${escapeHtml(title ?? "")}
<span class="muted">on ${commitLink(run.repository, run.headSha)}</span></div>
<div class="body">${renderRun(summary ?? "")}${text ? renderRun(text) : ""}${annotations}</div></section>`;
}

function commentBox(comment: Comment): string {
  const badge =
    comment.authorAssociation === "NONE"
      ? ""
      : ` <span class="muted">${escapeHtml(comment.authorAssociation.toLowerCase())}</span>`;
  const reactions = comment.reactions
    .map((one) => `${REACTIONS[one.content] ?? ""} ${escapeHtml(one.user.login)}`)
    .join(" · ");
  return `<section class="box" id="issuecomment-${comment.id}"><div class="head"><strong>${escapeHtml(comment.author.login)}</strong>
<span class="muted">commented${comment.updatedAt === comment.createdAt ? "" : " (edited)"}</span>${badge}</div>
<div class="body">${renderComment(comment.body)}${reactions === "" ? "" : `<p class="muted">${reactions}</p>`}</div></section>`;
}

function pullPage(github: LocalGitHub, issue: Issue): string {
  const { pull, repository } = issue;
  const state = pull?.draft === true ? "draft" : issue.state;
  const runs = pull === undefined ? [] : latest(github.world.checkRunsOf(repository, pull.headSha));
  const where =
    pull === undefined
      ? ""
      : ` wants to merge ${commitLink(repository, pull.headSha)} from <code>${escapeHtml(pull.headRef)}</code> into <code>${escapeHtml(pull.baseRef)}</code>`;
  return `<h1>${escapeHtml(issue.title)} <span class="number">#${issue.number}</span></h1>
<p><span class="state ${state}">${state}</span> <strong>${escapeHtml(issue.author.login)}</strong>${where}</p>
${issue.body === "" ? "" : `<section class="box"><div class="body">${renderComment(issue.body)}</div></section>`}
<h2>Conversation</h2>${github.world.commentsOf(issue).map(commentBox).join("") || '<p class="muted">No comments.</p>'}
<h2>Checks</h2>${runs.map(runBox).join("") || '<p class="muted">No checks.</p>'}`;
}

/** The newest run of each name, as GitHub shows them. */
function latest(runs: readonly CheckRun[]): CheckRun[] {
  return [...new Map(runs.map((run) => [run.name, run])).values()];
}

async function commitPage(github: LocalGitHub, repository: Repository, sha: string): Promise<string | undefined> {
  const commit = await github.world.commit(repository, sha);
  if (commit === undefined) return undefined;
  const runs = github.world.checkRunsOf(repository, commit.sha);
  return `<h1>${escapeHtml(commit.message.split("\n")[0] ?? "")}</h1>
<p class="muted">${escapeHtml(commit.author.name)} committed <code>${commit.sha}</code></p>
<h2>Checks</h2>${runs.map(runBox).join("") || '<p class="muted">No checks.</p>'}`;
}

async function filePage(github: LocalGitHub, repository: Repository, path: string): Promise<string | undefined> {
  // A reference may hold slashes: the shortest that exists is meant.
  const parts = path.split("/");
  for (let length = 1; length <= Math.min(parts.length, 8); length += 1) {
    const file = parts.slice(length).join("/");
    const object = await github.world.object(repository, `${parts.slice(0, length).join("/")}:${file}`);
    if (object?.type === "tree") {
      const reader = await github.world.readerOf(repository, object.sha);
      const rows = await reader.tree(object.sha, false);
      const base = `${home(repository)}/blob/${encodePath(path)}`.replace(/\/$/, "");
      return `<h1>${escapeHtml(file || repository.fullName)}</h1><ul>${rows.map((row) => `<li>${link(`${base}/${encodePath(row.path)}`, row.path)}</li>`).join("")}</ul>`;
    }
    if (object?.type !== "blob") continue;
    const { bytes } = object;
    if (bytes.subarray(0, 8000).includes(0))
      return `<h1>${escapeHtml(file)}</h1><p class="muted">${bytes.length} bytes that are not text.</p>`;
    const lines = bytes.toString("utf8", 0, SHOWN).replace(/\n$/, "").split("\n");
    return `<h1>${escapeHtml(file)}</h1><pre class="file">${lines.map((line, i) => `<span id="L${i + 1}">${escapeHtml(line)}</span>`).join("")}</pre>`;
  }
  return undefined;
}

function repositoryPart(github: LocalGitHub, repository: Repository): string {
  const pulls = [...repository.issues.values()].map(
    (issue) => `<li>${link(`${home(repository)}/pull/${issue.number}`, `#${issue.number} ${issue.title}`)}</li>`,
  );
  const runs = github.checkRuns
    .filter((run) => run.repository === repository)
    .map((run) => {
      const state = run.conclusion ?? run.status;
      return `<li><span class="${escapeHtml(run.conclusion ?? "pending")}">${MARKS[state] ?? "●"}</span> ${commitLink(repository, run.headSha)}
${link(`${home(repository)}/runs/${run.id}`, `${run.name}: ${run.output.title ?? state}`)}</li>`;
    });
  const tip = repository.refs.get(`refs/heads/${repository.defaultBranch}`);
  const files = tip === undefined ? "" : ` · ${link(`${home(repository)}/blob/${repository.defaultBranch}/`, "files")}`;
  return `<section class="box"><div class="head"><strong>${escapeHtml(repository.fullName)}</strong>
<span class="muted">${repository.private ? "private" : "public"}</span>${files}</div>
<div class="body"><h3>Pull requests</h3><ul>${pulls.join("") || "<li>none</li>"}</ul>
<h3>Check runs</h3><ul>${runs.join("") || "<li>none</li>"}</ul></div></section>`;
}

function homePage(github: LocalGitHub): string {
  const counts = new Map<string, number>();
  for (const { operation } of github.requests) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  const row = (cells: readonly (string | number)[]): string =>
    `<tr>${cells.map((cell) => `<td>${escapeHtml(String(cell))}</td>`).join("")}</tr>`;
  const table = (heads: readonly string[], rows: readonly string[]): string =>
    `<table><thead><tr>${heads.map((head) => `<th>${head}</th>`).join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
  return `<h1>Local GitHub</h1>
<p class="muted">A stand-in for GitHub on this machine. Nothing here leaves it.</p>
${[...github.world.repositories.values()].map((one) => repositoryPart(github, one)).join("")}
<h2>Requests of the App: ${github.requests.length}</h2>
${table(
  ["Operation", "Times"],
  [...counts].map(([operation, times]) => row([operation, times])),
)}
<details><summary>One by one</summary>${table(
    ["Status", "Method", "Path", "Operation"],
    github.requests.map((one) => row([one.status, one.method, one.path, one.operation])),
  )}</details>
<h2>Deliveries to the App: ${github.deliveries.length}</h2>
${table(
  ["Event", "Answer", "Seconds"],
  github.deliveries.map((one) =>
    row([`${one.event}${one.action === null ? "" : `.${one.action}`}`, one.status_code, one.duration]),
  ),
)}
<h2>Requests that GitHub would have refused: ${github.violations.length}</h2>
${
  github.violations.length === 0
    ? ""
    : table(
        ["Kind", "Where", "Problem"],
        github.violations.map((one) => row([one.kind, one.where, one.problem])),
      )
}`;
}

async function bodyOf(github: LocalGitHub, path: string): Promise<string | undefined> {
  if (path === "/") return homePage(github);
  const [, owner = "", name = "", kind, ...rest] = path.split("/");
  const repository = github.world.repository(owner, name);
  if (repository === undefined) return undefined;
  const tail = rest.join("/");
  switch (kind) {
    case undefined:
      return repositoryPart(github, repository);
    case "pull":
    case "issues": {
      const issue = repository.issues.get(Number(tail));
      return issue === undefined ? undefined : pullPage(github, issue);
    }
    case "commit":
      return commitPage(github, repository, tail);
    case "runs": {
      const run = github.checkRuns.find((one) => one.id === Number(tail) && one.repository === repository);
      return run === undefined ? undefined : runBox(run);
    }
    case "blob":
    case "tree":
      return filePage(github, repository, tail.replace(/\/$/, ""));
    default:
      return undefined;
  }
}

/** Answers a browser. Only reading is possible. */
export async function page(github: LocalGitHub, method: string, url: URL, response: ServerResponse): Promise<void> {
  let path: string;
  try {
    path = decodeURIComponent(url.pathname);
  } catch {
    path = "";
  }
  const body = method === "GET" || method === "HEAD" ? await bodyOf(github, path) : undefined;
  if (body === undefined)
    sendPage(response, 404, "Not found", "<h1>Not found</h1><p>The local GitHub has no such page.</p>");
  else sendPage(response, 200, path === "/" ? "Local GitHub" : path.slice(1), body);
}
