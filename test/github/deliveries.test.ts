import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { verify } from "@octokit/webhooks-methods";
import { describe, expect, it, onTestFinished } from "vitest";
import { setBench, webToken } from "./client.ts";
import { webhookProblems } from "./openapi/validator.ts";
import { ZERO } from "./payloads.ts";

/** A webhook's other end: keeps what arrives and answers with the next status. */
async function receiver(statuses: number[] = []) {
  const received: { headers: IncomingHttpHeaders; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request) body += chunk;
    received.push({ headers: request.headers, body });
    response.writeHead(statuses.shift() ?? 200).end("done");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { received, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/github/webhooks` };
}

describe("a delivery", () => {
  it("is signed, and its outcome is recorded", async () => {
    const { github, repository } = await setBench();
    const { received, url } = await receiver();
    github.setWebhook(url);
    const delivery = await github.deliver("push", await github.payloads.push(repository));
    const [{ body, headers } = { body: "", headers: {} as IncomingHttpHeaders }] = received;
    expect(await verify(github.webhookSecret, body, String(headers["x-hub-signature-256"]))).toBe(true);
    expect([headers["x-github-event"], headers["x-github-delivery"]]).toEqual(["push", delivery.guid]);
    expect(delivery).toMatchObject({ status_code: 200, installation_id: repository.installation?.id });
  });

  it("that failed is listed and repeated under the same guid", async () => {
    const { ask, github, repository } = await setBench();
    const { received, url } = await receiver([500]);
    github.setWebhook(url);
    const failed = await github.deliver("push", await github.payloads.push(repository));
    const authorization = `bearer ${webToken(github)}`;
    const list = (await ask("GET", "/app/hook/deliveries?status=failure", undefined, { authorization })).json;
    expect(list).toMatchObject([{ id: failed.id, guid: failed.guid, status_code: 500, redelivery: false }]);
    const again = await ask("POST", `/app/hook/deliveries/${failed.id}/attempts`, undefined, { authorization });
    expect(again.status).toBe(202);
    const repeated = await github.until(() => github.deliveries[1], { what: "the repeated delivery" });
    expect(repeated).toMatchObject({ guid: failed.guid, redelivery: true, status_code: 200 });
    expect(received[1]?.headers["x-github-delivery"]).toBe(failed.guid);
    expect(github.violations).toEqual([]);
  });

  it("to nobody fails without an error", async () => {
    const { github, repository } = await setBench();
    github.setWebhook("http://127.0.0.1:9/");
    expect((await github.deliver("push", await github.payloads.push(repository))).status_code).toBe(0);
  });
});

describe("a payload", () => {
  it("fits GitHub's description of its event", async () => {
    const { git, github, head, repository, ask } = await setBench();
    const feature = await git.commit({ "data.md": "d" }, { branch: "feature", from: "main" });
    github.updateRef(repository, "feature", feature);
    const pull = github.openPullRequest({ repository, head: "feature" });
    const comment = github.comment({ repository, number: pull.number, body: "/openness" });
    const at = { repository, number: pull.number, body: "/openness" };
    const review = github.comment({ ...at, kind: "review" });
    const remark = github.comment({ ...at, kind: "review-comment" });
    const check = { name: "Openness", head_sha: feature, status: "completed", conclusion: "success" };
    await ask("POST", "/repos/lab/model/check-runs", check);
    const run = github.checkRuns[0]!;
    const { payloads } = github;
    const all: [string, object][] = [
      ["push", await payloads.push(repository)],
      ["push", await payloads.push(repository, { ref: "refs/heads/feature", before: feature, after: ZERO })],
      ["pull-request-opened", payloads.pullRequest("opened", pull)],
      ["pull-request-closed", payloads.pullRequest("closed", pull)],
      ["issue-comment-created", payloads.issueComment(comment)],
      ["pull-request-review-submitted", payloads.pullRequestReview(review)],
      ["pull-request-review-comment-created", payloads.pullRequestReviewComment(remark)],
      ["check-run-rerequested", await payloads.checkRunRerequested(run)],
      ["check-run-requested-action", await payloads.checkRunRequestedAction(run, "again")],
      ["check-suite-rerequested", await payloads.checkSuiteRerequested(repository, feature)],
      [
        "merge-group-checks-requested",
        await payloads.mergeGroup(repository, { headSha: feature, baseSha: head, pullNumber: 1 }),
      ],
      ["installation-created", payloads.installation("created", repository.installation!)],
      ["installation-deleted", payloads.installation("deleted", repository.installation!)],
      ["installation-repositories-added", payloads.installationRepositories("added", [repository])],
      ["installation-repositories-removed", payloads.installationRepositories("removed", [repository])],
    ];
    for (const [name, payload] of all) expect(webhookProblems(name, payload), name).toEqual([]);
    expect(webhookProblems("push", { ref: "refs/heads/main" }).length, "and the check can fail").toBeGreaterThan(0);
  });

  it("of a push says what the commits changed, and which tree it made", async () => {
    const { git, github, head, repository } = await setBench({ "a.md": "a", "b.md": "b" });
    await git.commit({ "a.md": "changed", "b.md": null, "c.md": "c" });
    const after = await git.commit({ "d.md": "d" });
    github.updateRef(repository, "main", after);
    const payload = (await github.payloads.push(repository, { before: head })) as {
      commits: object[];
      head_commit: { tree_id: string };
      installation: { id: number };
    };
    expect(payload.commits).toMatchObject([
      { added: ["c.md"], removed: ["b.md"], modified: ["a.md"] },
      { id: after, added: ["d.md"], removed: [], modified: [] },
    ]);
    expect(payload.head_commit.tree_id).toBe((await github.world.commit(repository, after))?.tree);
    expect(payload.installation.id).toBe(repository.installation?.id);
  });

  it("names no pull request of a fork in check events", async () => {
    const { ask, git, github, repository } = await setBench();
    const fork = await github.addRepository({
      owner: "else",
      name: "model",
      gitDir: git.directory,
      fork: true,
      installed: false,
    });
    const pull = github.openPullRequest({ repository, head: "main", headRepository: fork });
    await ask("POST", "/repos/lab/model/check-runs", { name: "Openness", head_sha: pull.pull.headSha });
    const payload = (await github.payloads.checkRunRerequested(github.checkRuns[0]!)) as {
      check_run: { pull_requests: [] };
    };
    expect(payload.check_run.pull_requests).toEqual([]);
  });

  it("carries nothing of the example's own repository", async () => {
    const { github, repository } = await setBench();
    const pull = github.openPullRequest({ repository, head: "main" });
    const text = JSON.stringify([await github.payloads.push(repository), github.payloads.pullRequest("opened", pull)]);
    expect(text).not.toMatch(/Hello-World|api\.github\.com/);
  });
});
