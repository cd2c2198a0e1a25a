import { describe, expect, it } from "vitest";
import { setBench } from "./client.ts";

describe("a fault", () => {
  it("hits the requests that match, as often as it is told", async () => {
    const { ask, github } = await setBench();
    github.fault({ match: { method: "GET", path: /model$/ }, times: 2, kind: "bad-gateway-before" });
    const statuses: number[] = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await ask("GET", "/repos/lab/model")).status);
    expect(statuses).toEqual([502, 502, 200]);
    github.fault({ match: { path: "/git/" }, kind: "unauthorized" });
    expect((await ask("GET", "/repos/lab/model")).status).toBe(200);
    expect((await ask("GET", "/repos/lab/model/git/ref/heads/main")).status).toBe(401);
  });

  it("limits with the words and headers of GitHub", async () => {
    const { ask, github, query } = await setBench();
    github.fault({ match: {}, kind: "secondary-limit", retryAfter: 7 });
    const secondary = await ask("GET", "/repos/lab/model");
    expect([secondary.status, secondary.headers.get("retry-after")]).toEqual([403, "7"]);
    expect(secondary.json.message).toMatch(/secondary rate limit/);
    github.fault({ match: {}, kind: "rate-limited" });
    const primary = await ask("GET", "/repos/lab/model");
    expect([primary.status, primary.headers.get("x-ratelimit-remaining")]).toEqual([429, "0"]);
    github.fault({ match: { graphql: "viewer" }, kind: "graphql-rate-limited" });
    const graph = await query("{ viewer { login } }");
    expect([graph.status, graph.json.errors[0].type]).toEqual([200, "RATE_LIMITED"]);
  });

  it("may come before the write, or after it took effect", async () => {
    const { ask, github, repository } = await setBench();
    const { number } = github.openPullRequest({ repository, head: "main" });
    const post = () => ask("POST", `/repos/lab/model/issues/${number}/comments`, { body: "hello" });
    github.fault({ match: { method: "POST" }, kind: "bad-gateway-before" });
    expect([(await post()).status, github.appComments.length]).toEqual([502, 0]);
    github.fault({ match: { method: "POST" }, kind: "bad-gateway-after" });
    expect([(await post()).status, github.appComments.length]).toEqual([502, 1]);
  });

  it("destroys the connection, or keeps it waiting", async () => {
    const { ask, github } = await setBench();
    github.fault({ match: {}, kind: "reset" });
    await expect(ask("GET", "/repos/lab/model")).rejects.toThrow();
    expect(github.requests[0]?.status).toBe(0);
    github.fault({ match: {}, kind: "slow", milliseconds: 120 });
    const started = performance.now();
    expect((await ask("GET", "/repos/lab/model")).status).toBe(200);
    expect(performance.now() - started).toBeGreaterThan(100);
  });

  it("is forgotten when it is cleared", async () => {
    const { ask, github } = await setBench();
    github.fault({ match: {}, kind: "not-found" });
    github.clearFaults();
    expect((await ask("GET", "/repos/lab/model")).status).toBe(200);
  });
});

describe("waiting", () => {
  it("ends when the state changes, and says what did not come", async () => {
    const { github, repository } = await setBench();
    const { number } = github.openPullRequest({ repository, head: "main" });
    const waiting = github.until(() => github.comments[0], { what: "a comment" });
    github.comment({ repository, number, body: "here" });
    expect((await waiting).body).toBe("here");
    await expect(github.until(() => github.comments[1], { what: "a second comment", within: 20 })).rejects.toThrow(
      "a second comment did not appear",
    );
  });

  it("may take effect before the connection is destroyed", async () => {
    const { ask, github, repository } = await setBench();
    const { number } = github.openPullRequest({ repository, head: "main" });
    github.fault({ match: { method: "POST" }, kind: "reset-after" });
    const path = `/repos/lab/model/issues/${number}/comments`;
    await expect(ask("POST", path, { body: "hello" })).rejects.toThrow(/fetch failed/);
    expect(github.appComments).toHaveLength(1);
  });

  it("strikes at random in a storm, at its rate and until it is cleared", async () => {
    const { ask, github } = await setBench();
    let turn = 0;
    const random = () => [0.1, 0.9][turn++ % 2]!;
    github.storm({ rate: 0.2, kinds: ["graphql-rate-limited", "bad-gateway-before", "unauthorized"], random });
    const status = async () => (await ask("GET", "/repos/lab/model")).status;
    expect([await status(), await status(), await status()]).toEqual([502, 200, 401]);
    expect([...github.struck]).toEqual([
      ["bad-gateway-before", 1],
      ["unauthorized", 1],
    ]);
    github.clearFaults();
    expect([await status(), await status(), await status()]).toEqual([200, 200, 200]);
  });
});
