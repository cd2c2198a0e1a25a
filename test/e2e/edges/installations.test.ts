import { describe, expect, it, vi } from "vitest";
import { MODEL, setStage, TREE } from "../stage.ts";

describe("a suspended installation", () => {
  it("is left alone without dead letters, and caught up with once it is resumed", async () => {
    const { github, repository, commit, app, deliver } = await setStage({ upkeep: { startWithin: 0 } });
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns).toHaveLength(1);
    const installation = repository.installation!;

    installation.suspended = true;
    await deliver("installation", github.payloads.installation("suspend", installation));
    const head = await commit({ "train.py": "import torch\n" });
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns, "nothing is written while it is suspended").toHaveLength(1);
    expect(await numberOf(app.port, "openness_queue_jobs", 'state="dead"')).toBe(0);

    installation.suspended = false;
    await deliver("installation", github.payloads.installation("unsuspend", installation));
    await vi.waitFor(() => expect(github.checkRuns.map(({ headSha }) => headSha)).toContain(head), 10_000);
    await app.idle();
    expect(github.checkRuns).toHaveLength(2);
    expect(github.violations).toEqual([]);
  });

  it("that is suspended while its work waits has that work let go", async () => {
    const { github, repository, app } = await setStage();
    github.fault({ match: { path: "/git/trees/" }, kind: "rate-limited", retryAfter: 2 });
    await github.deliver("push", await github.payloads.push(repository));
    await vi.waitFor(
      async () => expect(await numberOf(app.port, "openness_audits_total", 'outcome="paused"')).toBe(1),
      5_000,
    );
    await github.deliver("installation", github.payloads.installation("suspend", repository.installation!));
    await app.idle();
    expect(github.requests.filter(({ operation }) => operation === TREE)).toHaveLength(1);
    expect(github.checkRuns).toEqual([]);
  });

  it("is caught up with where nobody in the process sweeps, too", async () => {
    const { github, repository, commit, deliver } = await setStage();
    await deliver("push", await github.payloads.push(repository));
    await deliver("installation", github.payloads.installation("suspend", repository.installation!));
    const head = await commit({ "train.py": "import torch\n" });
    await deliver("installation", github.payloads.installation("unsuspend", repository.installation!));
    expect(github.checkRuns.map(({ headSha }) => headSha).slice(1)).toEqual([head]);
  });
});

describe("a permission that is not accepted yet", () => {
  it("to read files is told on the commit, with what to do", async () => {
    const { github, repository, app, deliver } = await setStage();
    repository.installation!.accepted = { metadata: "read", checks: "write", pull_requests: "write" };
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns).toHaveLength(0);
    expect(await numberOf(app.port, "openness_permission_missing_total", 'permission="contents: read"')).toBe(1);
    // A repository of which nothing is known is not bothered; one that somebody asks about is.
    await deliver("check_suite", await github.payloads.checkSuiteRerequested(repository, headOf(repository)));
    expect(github.checkRuns).toHaveLength(1);
    expect(github.checkRuns[0]?.output.summary).toMatch(/not granted contents: read.*accept it/s);
  });

  it("to write check runs is counted, and the check run follows once it is accepted", async () => {
    const { github, repository, app, deliver } = await setStage({ upkeep: { startWithin: 0 } });
    repository.installation!.accepted = { metadata: "read", contents: "read", pull_requests: "write" };
    await deliver("push", await github.payloads.push(repository));
    expect(github.checkRuns).toEqual([]);
    expect(await numberOf(app.port, "openness_permission_missing_total", 'permission="checks: write"')).toBe(1);
    expect(await numberOf(app.port, "openness_queue_jobs", 'state="dead"')).toBe(0);
    const readiness = await fetch(`http://127.0.0.1:${app.port}/readyz`);
    expect(readiness.status, "others are served all the same").toBe(200);
    expect(await readiness.text()).toMatch(/checks: write.*accept/s);

    repository.installation!.accepted = undefined;
    await deliver("installation", github.payloads.installation("new_permissions_accepted", repository.installation!));
    expect(github.checkRuns, "with a new token, since the old one never learns of it").toHaveLength(1);
  });

  it("to write check runs is told in the comment, where there is a pull request", async () => {
    const { github, repository, commit, deliver } = await setStage();
    repository.installation!.accepted = { metadata: "read", contents: "read", pull_requests: "write" };
    await commit({ "train.py": "import torch\n" }, "feature", "main");
    const pull = github.openPullRequest({ repository, head: "feature" });
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    expect([github.checkRuns.length, github.appComments.length]).toEqual([0, 1]);
    expect(github.appComments[0]?.body).toMatch(/> ⚠️ No check run can be written .* not granted checks: write/);
  });

  it("to comment is told in the check run", async () => {
    const { github, repository, commit, app, deliver } = await setStage();
    repository.installation!.accepted = { metadata: "read", contents: "read", checks: "write", pull_requests: "read" };
    await commit({ "train.py": "import torch\n" }, "feature", "main");
    const pull = github.openPullRequest({ repository, head: "feature" });
    await deliver("pull_request", github.payloads.pullRequest("opened", pull));
    expect([github.checkRuns.length, github.appComments.length]).toEqual([1, 0]);
    expect(github.checkRuns[0]?.output.summary).toMatch(/^> ⚠️ No comment can be written .* not granted pull_requests/);
    expect(await numberOf(app.port, "openness_permission_missing_total", 'permission="pull_requests: write"')).toBe(1);

    repository.installation!.accepted = undefined;
    await commit({ "README.md": `${String(MODEL["README.md"])}\nMore.\n` }, "feature");
    await deliver("pull_request", github.payloads.pullRequest("synchronize", pull));
    expect(github.appComments).toHaveLength(1);
  });
});

const headOf = (repository: { readonly refs: ReadonlyMap<string, string> }): string =>
  repository.refs.get("refs/heads/main") ?? "";

async function numberOf(port: number | undefined, name: string, label: string): Promise<number> {
  const page = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const line = page.split("\n").find((one) => one.startsWith(`${name}{`) && one.includes(label));
  return Number(line?.split(" ").at(-1) ?? Number.NaN);
}
