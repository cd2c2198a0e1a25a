import { describe, expect, it } from "vitest";
import type { Fault } from "../github/faults.ts";
import { CHECK, LIBRARY, MODEL, READ, type StageOptions, setStage, TREE } from "./stage.ts";

const CHECK_RUNS = "GET /repos/{owner}/{repo}/commits/{ref}/check-runs";
const BLOB = "GET /repos/{owner}/{repo}/git/blobs/{file_sha}";
const WRITE_BOTH = "mutation createCheckRun addComment";

async function withPull(options: StageOptions = {}) {
  const stage = await setStage(options);
  await stage.commit({ "train.py": "import torch\n" }, "feature", "main");
  const pull = stage.github.openPullRequest({ repository: stage.repository, head: "feature" });
  return { ...stage, open: () => stage.deliver("pull_request", stage.github.payloads.pullRequest("opened", pull)) };
}

const tree: Fault["match"] = { path: "/git/trees/" };
const read: Fault["match"] = { graphql: "rateLimit" };
const write: Fault["match"] = { graphql: "createCheckRun" };

describe("when GitHub stumbles, there still is one check run and one comment:", () => {
  it.each<[string, Fault, string[]]>([
    [
      "a secondary rate limit on the list of files",
      { match: tree, kind: "secondary-limit" },
      [TREE, TREE, READ, WRITE_BOTH],
    ],
    ["a 429 on the read", { match: read, kind: "rate-limited" }, [TREE, READ, TREE, READ, WRITE_BOTH]],
    [
      "GraphQL's own rate limit on the read",
      { match: read, kind: "graphql-rate-limited", retryAfter: 1 },
      [TREE, READ, TREE, READ, WRITE_BOTH],
    ],
    ["a 502 on the list of files", { match: tree, kind: "bad-gateway-before" }, [TREE, TREE, READ, WRITE_BOTH]],
    ["a 502 on the read", { match: read, kind: "bad-gateway-before" }, [TREE, READ, READ, WRITE_BOTH]],
    ["a connection that breaks on the list of files", { match: tree, kind: "reset" }, [TREE, TREE, READ, WRITE_BOTH]],
    [
      "a 502 before the write",
      { match: write, kind: "bad-gateway-before" },
      [TREE, READ, WRITE_BOTH, CHECK_RUNS, READ, WRITE_BOTH],
    ],
    ["a 502 after the write", { match: write, kind: "bad-gateway-after" }, [TREE, READ, WRITE_BOTH, CHECK_RUNS, READ]],
    [
      "a connection that breaks on the write",
      { match: write, kind: "reset" },
      [TREE, READ, WRITE_BOTH, CHECK_RUNS, READ, WRITE_BOTH],
    ],
    ["a 429 on the write", { match: write, kind: "rate-limited" }, [TREE, READ, WRITE_BOTH, WRITE_BOTH]],
    ["a token that is not known yet", { match: tree, kind: "unauthorized" }, [TREE, TREE, READ, WRITE_BOTH]],
    [
      "a comment that fails beside its check run",
      { match: { graphql: "addComment" }, kind: "field-error" },
      [TREE, READ, WRITE_BOTH, "mutation addComment"],
    ],
    [
      "a check run that fails beside its comment",
      { match: write, kind: "field-error" },
      [TREE, READ, WRITE_BOTH, CHECK],
    ],
    [
      "a read that fails as a whole",
      { match: { graphql: "repository" }, kind: "field-error" },
      [TREE, READ, TREE, READ, WRITE_BOTH],
    ],
  ])("%s", async (_, fault, expected) => {
    const { github, open } = await withPull();
    github.fault(fault);
    const requests = await open();
    expect([github.checkRuns.length, github.appComments.length]).toEqual([1, 1]);
    expect(github.checkRuns[0]?.output.title).toContain("Class");
    expect(requests).toEqual(expected);
    expect(github.violations).toEqual([]);
  });

  it("an answer that comes too late, though the write was carried out", async () => {
    const { github, open } = await withPull({ client: { timeout: 400 }, backoff: () => 700 });
    github.fault({ match: write, kind: "slow", milliseconds: 600 });
    expect(await open()).toEqual([TREE, READ, WRITE_BOTH, CHECK_RUNS, READ]);
    expect([github.checkRuns.length, github.appComments.length]).toEqual([1, 1]);
    expect(github.violations).toEqual([]);
  });

  it("a list of files that comes too late", async () => {
    const { github, open } = await withPull({ client: { timeout: 300 } });
    github.fault({ match: tree, kind: "slow", milliseconds: 600 });
    expect(await open()).toEqual([TREE, TREE, READ, WRITE_BOTH]);
    expect([github.checkRuns.length, github.appComments.length]).toEqual([1, 1]);
  });
});

describe("what could not be looked at", () => {
  it("is never called missing: a list of files that GitHub cuts, even folder by folder", async () => {
    const { github, repository, deliver } = await setStage({
      files: {
        ...MODEL,
        "zz/notes.txt": "x",
        ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [`zz/${n}.txt`, "x"])),
      },
    });
    github.fault({ match: tree, kind: "truncated-tree", times: 100 });
    const requests = await deliver("push", await github.payloads.push(repository));
    expect(requests.length).toBeLessThan(30);
    expect(github.checkRuns[0]?.output.summary).toContain("could not be checked");
    expect(github.checkRuns[0]?.output.summary).not.toContain("❌ missing");
    expect(github.violations).toEqual([]);
  });

  it("is no proof that there is no model", async () => {
    const { github, repository, deliver } = await setStage();
    github.fault({ match: tree, kind: "truncated-tree", times: 100 });
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns[0]).toMatchObject({
      conclusion: "neutral",
      output: { title: expect.stringContaining("Undetermined"), summary: expect.stringContaining("cuts the list") },
    });
    await deliver("check_run", await github.payloads.checkRunRerequested(github.checkRuns[0]!));
    github.clearFaults();
    await deliver("check_run", await github.payloads.checkRunRerequested(github.checkRuns[0]!));
    expect(github.checkRuns[2]?.output.title).toContain("Class");
    expect(github.violations).toEqual([]);
  });

  it("is looked for folder by folder when GitHub cuts the list", async () => {
    const { github, repository, commit, deliver } = await setStage();
    await commit({ "src/deep/train.py": "import torch\n" });
    github.fault({ match: tree, kind: "truncated-tree", times: 1 });
    expect(await deliver("push", await github.payloads.push(repository))).toEqual([TREE, TREE, TREE, READ, CHECK]);
    expect(github.checkRuns[0]?.output.summary).not.toContain("could not be checked");
  });

  it("is read one by one when GraphQL cuts a file", async () => {
    const { github, repository, deliver } = await setStage();
    github.fault({ match: read, kind: "truncated-blob" });
    const requests = await deliver("push", await github.payloads.push(repository));
    expect(requests.slice(0, 2)).toEqual([TREE, READ]);
    expect(requests.at(-1)).toBe(CHECK);
    expect(requests.slice(2, -1).every((operation) => operation === BLOB)).toBe(true);
    const title = github.checkRuns[0]?.output.title;
    const other = await setStage();
    await other.deliver("push", await other.github.payloads.push(other.repository));
    expect(title).toBe(other.github.checkRuns[0]?.output.title);
    expect(github.violations).toEqual([]);
  });

  it("leads to a check run that says so, and fails, when the commit cannot be read", async () => {
    const { github, repository, deliver } = await setStage();
    github.fault({ match: tree, kind: "not-found", times: 10 });
    const requests = await deliver("push", await github.payloads.push(repository));
    expect(requests).toEqual([TREE, "POST /repos/{owner}/{repo}/check-runs"]);
    expect(github.checkRuns[0]).toMatchObject({
      conclusion: "failure",
      output: { title: expect.stringContaining("Undetermined") },
    });
    expect(JSON.stringify(github.checkRuns[0]?.output)).not.toMatch(/absent|missing/i);
    expect(github.violations).toEqual([]);
  });

  it("fails where a lost class fails and the commit before cannot be seen whole", async () => {
    const { github, repository, commit, deliver } = await setStage({
      files: {
        ...MODEL,
        ".github/openness.yml": "fail: [regression]\n",
        "DATA_CARD.md": "# Data card\n\nSources: the web.\n",
      },
    });
    await commit({ "a.txt": "1" });
    const before = await github.world.commit(repository, `${repository.refs.get("refs/heads/main")}^`);
    github.fault({ match: { path: before!.sha }, kind: "truncated-tree", times: 100 });
    github.fault({ match: { path: before!.tree }, kind: "truncated-tree", times: 100 });
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns[0]).toMatchObject({
      conclusion: "failure",
      output: { title: expect.stringContaining("Undetermined"), summary: expect.stringContaining("compared with") },
    });
    github.clearFaults();
    await deliver("check_run", await github.payloads.checkRunRerequested(github.checkRuns[0]!));
    expect(github.checkRuns[1]?.conclusion).toBe("neutral");
    expect(github.violations).toEqual([]);
  });

  it("is neutral for an owner who demands nothing, once all attempts have failed", async () => {
    const { github, repository, commit, deliver } = await setStage();
    await deliver("push", await github.payloads.push(repository));
    await commit({ "a.txt": "1" });
    github.fault({ match: tree, kind: "bad-gateway-before", times: 100 });
    const requests = await deliver("push", await github.payloads.push(repository));
    expect(requests.filter((operation) => operation === TREE).length).toBeLessThanOrEqual(18);
    expect(github.checkRuns[1]).toMatchObject({
      conclusion: "neutral",
      output: { title: expect.stringContaining("Undetermined") },
    });
    github.clearFaults();
    await deliver("check_run", await github.payloads.checkRunRerequested(github.checkRuns[1]!));
    expect(github.checkRuns[2]?.output.title).toContain("Class");
    expect(github.violations).toEqual([]);
  });

  it("is not told to a repository that is not known to hold a model", async () => {
    const { github, repository, deliver } = await setStage({ files: LIBRARY });
    github.fault({ match: tree, kind: "bad-gateway-before", times: 100 });
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns).toEqual([]);
  });

  it("does not cover up the check run when only the comment cannot be written", async () => {
    const { github, open } = await withPull();
    github.fault({ match: { graphql: "addComment" }, kind: "field-error", times: 100 });
    await open();
    expect(github.checkRuns).toHaveLength(1);
    expect(github.checkRuns[0]?.output.title).toContain("Class");
    expect(github.appComments).toEqual([]);
  });

  it("gets a confused reaction where a person asked", async () => {
    const { github, repository, deliver } = await withPull();
    const comment = github.comment({ repository, number: 1, body: "/openness", authorAssociation: "OWNER" });
    github.fault({ match: tree, kind: "not-found", times: 10 });
    await deliver("issue_comment", github.payloads.issueComment(comment));
    expect(comment.reactions.map(({ content }) => content)).toEqual(["confused"]);
    expect(github.appComments).toEqual([]);
  });
});

describe("a file that is not plain text", () => {
  it("in UTF-16 is read, with one more request", async () => {
    const { github, repository, deliver } = await setStage({
      files: { ...MODEL, "requirements.txt": Buffer.from("\uFEFFtorch==2.9\n", "utf16le") },
    });
    expect(await deliver("push", await github.payloads.push(repository))).toEqual([TREE, READ, BLOB, CHECK]);
    expect(github.violations).toEqual([]);
  });
});
