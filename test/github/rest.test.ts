import { describe, expect, it } from "vitest";
import { setBench } from "./client.ts";
import { OPERATION_NAMES } from "./openapi/validator.ts";
import { SERVED } from "./rest/router.ts";

const FILES = {
  "README.md": "# Model\n",
  "docs/a b/日本語.md": "text\n",
  "weights.bin": new Uint8Array([0, 159, 146, 150]),
  link: { mode: "120000", content: "README.md" },
  "docs/away": { mode: "120000", content: "../../elsewhere" },
  vendored: { mode: "160000", content: "1".repeat(40) },
} as const;

const RUN = { name: "Openness", status: "completed", conclusion: "neutral", output: { title: "t", summary: "s" } };

describe("the operations", () => {
  it("are those of the slice of GitHub's description, one for one", () => {
    expect([...SERVED].sort()).toEqual([...OPERATION_NAMES].sort());
  });

  it("that are not served are recorded", async () => {
    const { ask, github } = await setBench();
    expect((await ask("GET", "/repos/lab/model/license")).status).toBe(404);
    expect(github.violations).toMatchObject([{ kind: "request", where: "GET /repos/lab/model/license" }]);
  });
});

describe("git over REST", () => {
  it("lists trees with modes, sizes and names as they are", async () => {
    const { ask, github, head } = await setBench(FILES);
    const { json } = await ask("GET", `/repos/lab/model/git/trees/${head}?recursive=1`);
    const rows = json.tree.map(({ mode, path, size }: Record<string, unknown>) => [mode, path, size]);
    expect(rows).toContainEqual(["100644", "docs/a b/日本語.md", 5]);
    expect(rows).toContainEqual(["160000", "vendored", undefined]);
    expect(rows).toContainEqual(["040000", "docs", undefined]);
    expect(json.truncated).toBe(false);
    expect(github.violations).toEqual([]);
  });

  it("cuts a tree on demand and says so", async () => {
    const { ask, github, head } = await setBench(FILES);
    github.fault({ match: { path: "/git/trees/" }, kind: "truncated-tree" });
    const cut = (await ask("GET", `/repos/lab/model/git/trees/${head}?recursive=1`)).json;
    const whole = (await ask("GET", `/repos/lab/model/git/trees/${head}?recursive=1`)).json;
    expect(cut.truncated).toBe(true);
    expect(cut.tree.length).toBeLessThan(whole.tree.length);
  });

  it("gives blobs as base64 and raw", async () => {
    const { ask, head } = await setBench(FILES);
    const { tree } = (await ask("GET", `/repos/lab/model/git/trees/${head}`)).json;
    const { sha } = tree.find(({ path }: { path: string }) => path === "README.md");
    const { json } = await ask("GET", `/repos/lab/model/git/blobs/${sha}`);
    expect(Buffer.from(json.content, json.encoding).toString()).toBe("# Model\n");
    const raw = await ask("GET", `/repos/lab/model/git/blobs/${sha}`, undefined, {
      accept: "application/vnd.github.raw+json",
    });
    expect(raw.text).toBe("# Model\n");
    expect((await ask("GET", `/repos/lab/model/git/blobs/${"0".repeat(40)}`)).status).toBe(404);
  });

  it("reads contents below folders, through links, and of folders", async () => {
    const { ask, github } = await setBench(FILES);
    const at = async (path: string) => (await ask("GET", `/repos/lab/model/contents/${path}`)).json;
    const file = await at("docs/a%20b/%E6%97%A5%E6%9C%AC%E8%AA%9E.md");
    expect(Buffer.from(file.content, "base64").toString()).toBe("text\n");
    expect(await at("docs%2Fa%20b%2F%E6%97%A5%E6%9C%AC%E8%AA%9E.md")).toEqual(file);
    expect(Buffer.from((await at("link")).content, "base64").toString()).toBe("# Model\n");
    expect(await at("docs/away")).toMatchObject({ type: "symlink", target: "../../elsewhere" });
    expect((await at("docs")).map(({ name, type }: Record<string, string>) => [name, type])).toEqual([
      ["a b", "dir"],
      ["away", "symlink"],
    ]);
    expect((await at("")).length).toBe(5);
    expect((await ask("GET", "/repos/lab/model/contents/missing.md")).status).toBe(404);
    expect(github.violations).toEqual([]);
  });

  it("follows references that move, without writing to the repository", async () => {
    const { ask, git, github, head, repository } = await setBench();
    const next = await git.commit({ "b.txt": "b" }, { branch: "elsewhere", from: "main" });
    const tip = async () => (await ask("GET", "/repos/lab/model/git/ref/heads/main")).json.object.sha;
    expect(await tip()).toBe(head);
    github.updateRef(repository, "main", next);
    expect(await tip()).toBe(next);
    expect((await ask("GET", "/repos/lab/model/commits/main")).json.parents[0].sha).toBe(head);
    expect(
      (await github.world.readerOf(repository, head).then((reader) => reader.references())).refs.get("refs/heads/main"),
    ).toBe(head);
  });

  it("answers 304 to a request that knows the answer", async () => {
    const { ask } = await setBench();
    const first = await ask("GET", "/repos/lab/model");
    const again = await ask("GET", "/repos/lab/model", undefined, { "if-none-match": first.headers.get("etag") ?? "" });
    expect([again.status, again.text]).toEqual([304, ""]);
  });
});

describe("a request that GitHub's description does not allow", () => {
  const annotation = { path: "a", start_line: 1, end_line: 1, annotation_level: "notice", message: "m" };
  const withOutput = (output: object) => ({ ...RUN, output: { ...RUN.output, ...output } });

  it.each<[string, object]>([
    ["a missing commit", { head_sha: undefined }],
    ["a conclusion that does not exist", { conclusion: "fine" }],
    ["completed without a conclusion", { conclusion: undefined }],
    ["a property that is not in the description", { head_branch: "main" }],
    ["a nested property that is not in the description", withOutput({ tittle: "t" })],
    ["51 annotations", withOutput({ annotations: Array.from({ length: 51 }, () => annotation) })],
    ["a summary of 65,536 characters", withOutput({ summary: "x".repeat(65_536) })],
    [
      "a button with a label of 21 characters",
      { actions: [{ label: "x".repeat(21), description: "d", identifier: "i" }] },
    ],
    ["columns over several lines", withOutput({ annotations: [{ ...annotation, end_line: 2, start_column: 1 }] })],
    ["lines that run backwards", withOutput({ annotations: [{ ...annotation, start_line: 3 }] })],
  ])("%s is answered 422 and recorded", async (_, change) => {
    const { ask, github, head } = await setBench();
    const answer = await ask("POST", "/repos/lab/model/check-runs", { ...RUN, head_sha: head, ...change });
    expect(answer.status).toBe(422);
    expect(github.violations.length).toBeGreaterThan(0);
    expect(github.checkRuns).toEqual([]);
  });

  it("may be a query parameter, too", async () => {
    const { ask, github, head } = await setBench();
    expect((await ask("GET", `/repos/lab/model/git/trees/${head}?recursiv=1`)).status).toBe(422);
    expect((await ask("GET", `/repos/lab/model/commits/${head}/check-runs?per_page=many`)).status).toBe(422);
    expect(github.violations).toHaveLength(2);
  });

  it("may be no JSON at all", async () => {
    const { ask } = await setBench();
    expect((await ask("POST", "/repos/lab/model/check-runs", "{")).status).toBe(400);
  });

  it("is not one at the limit itself", async () => {
    const { ask, github, head } = await setBench();
    const annotations = Array.from({ length: 50 }, () => annotation);
    const body = { ...withOutput({ annotations, summary: "😀".repeat(65_535) }), head_sha: head };
    const { json, status } = await ask("POST", "/repos/lab/model/check-runs", body);
    expect([status, json.output.annotations_count]).toEqual([201, 50]);
    expect(github.violations).toEqual([]);
  });

  it("a commit that the repository does not have is refused", async () => {
    const { ask } = await setBench();
    const answer = await ask("POST", "/repos/lab/model/check-runs", { ...RUN, head_sha: "1".repeat(40) });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain("No commit found");
  });
});

describe("comments", () => {
  it("come in pages with links to the next", async () => {
    const { ask, github, repository } = await setBench();
    const { number } = github.openPullRequest({ repository, head: "main" });
    for (let i = 0; i < 5; i += 1) github.comment({ repository, number, body: `comment ${i}` });
    const seen: string[] = [];
    let path: string | undefined = `/repos/lab/model/issues/${number}/comments?per_page=2`;
    while (path !== undefined) {
      const { headers, json } = await ask("GET", path);
      seen.push(...json.map(({ body }: { body: string }) => body));
      path = /<[^>]*\/api\/v3([^>]*)>; rel="next"/.exec(headers.get("link") ?? "")?.[1];
    }
    expect(seen).toEqual(["comment 0", "comment 1", "comment 2", "comment 3", "comment 4"]);
    expect(github.requests).toHaveLength(3);
  });

  it("are written, edited, reacted to and deleted", async () => {
    const { ask, github, repository } = await setBench();
    const { number } = github.openPullRequest({ repository, head: "main" });
    const { json: made } = await ask("POST", `/repos/lab/model/issues/${number}/comments`, { body: "one" });
    const at = `/repos/lab/model/issues/comments/${made.id}`;
    expect(made.user.login).toBe("openness[bot]");
    expect((await ask("PATCH", at, { body: "two" })).json.body).toBe("two");
    expect((await ask("POST", `${at}/reactions`, { content: "eyes" })).status).toBe(201);
    expect((await ask("POST", `${at}/reactions`, { content: "eyes" })).status, "the second is the first").toBe(200);
    expect((await ask("POST", `${at}/reactions`, { content: "wave" })).status).toBe(422);
    expect((await ask("DELETE", at)).status).toBe(204);
    expect((await ask("GET", at)).status).toBe(404);
    expect(github.violations).toHaveLength(1);
  });

  it("above 65,536 characters are refused", async () => {
    const { ask, github, repository } = await setBench();
    const { number } = github.openPullRequest({ repository, head: "main" });
    const post = (length: number) =>
      ask("POST", `/repos/lab/model/issues/${number}/comments`, { body: "x".repeat(length) });
    expect((await post(65_536)).status).toBe(201);
    expect((await post(65_537)).status).toBe(422);
    expect(github.violations).toMatchObject([{ kind: "limit" }]);
  });
});

describe("check runs", () => {
  it("are found by commit, newest of each name first, and collect annotations", async () => {
    const { ask, github, head } = await setBench();
    const annotation = { path: "a", start_line: 1, end_line: 1, annotation_level: "notice", message: "m" };
    const output = { ...RUN.output, annotations: [annotation] };
    await ask("POST", "/repos/lab/model/check-runs", { ...RUN, head_sha: head });
    const { json } = await ask("POST", "/repos/lab/model/check-runs", { ...RUN, head_sha: head, output });
    await ask("PATCH", `/repos/lab/model/check-runs/${json.id}`, { output });
    const { json: list } = await ask("GET", `/repos/lab/model/commits/main/check-runs?check_name=Openness`);
    expect([list.total_count, list.check_runs[0].id, list.check_runs[0].output.annotations_count]).toEqual([
      1,
      json.id,
      2,
    ]);
    expect((await ask("GET", `/repos/lab/model/commits/${head}/check-runs?filter=all`)).json.total_count).toBe(2);
    expect((await ask("GET", `/repos/lab/model/check-runs/${json.id}/annotations`)).json).toHaveLength(2);
    expect(github.violations).toEqual([]);
  });
});

describe("pull requests and people", () => {
  it("are shown as GitHub shows them", async () => {
    const { ask, git, github, repository } = await setBench();
    const head = await git.commit({ "b.txt": "b" }, { branch: "feature", from: "main" });
    github.updateRef(repository, "feature", head);
    github.openPullRequest({ repository, head: "feature" });
    github.setPermission(repository, "ada", "triage");
    expect((await ask("GET", "/repos/lab/model/pulls/1")).json.head).toMatchObject({ ref: "feature", sha: head });
    expect((await ask("GET", `/repos/lab/model/commits/${head}/pulls`)).json).toHaveLength(1);
    expect((await ask("GET", "/repos/lab/model/pulls?head=lab:feature")).json).toHaveLength(1);
    const permission = (await ask("GET", "/repos/lab/model/collaborators/ada/permission")).json;
    expect([permission.permission, permission.role_name]).toEqual(["read", "triage"]);
    expect((await ask("GET", "/installation/repositories")).json.total_count).toBe(1);
    expect((await ask("GET", "/rate_limit")).status).toBe(200);
    expect(github.violations).toEqual([]);
  });
});
