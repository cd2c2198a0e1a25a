import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Claims, setBench, webToken } from "./client.ts";

const now = (): number => Math.floor(Date.now() / 1000);

describe("the App's web token", () => {
  it("proves who asks", async () => {
    const { ask, github } = await setBench();
    const answer = await ask("GET", "/app", undefined, { authorization: `bearer ${webToken(github)}` });
    expect([answer.status, answer.json.slug]).toEqual([200, "openness"]);
    expect(github.violations).toEqual([]);
  });

  it.each<[string, Claims]>([
    ["of another App", { iss: 1 }],
    ["that has expired", { exp: now() - 5 }],
    ["that lasts for more than ten minutes", { exp: now() + 1200 }],
    ["from the future", { iat: now() + 600 }],
  ])("%s is refused", async (_, claims) => {
    const { ask, github } = await setBench();
    const answer = await ask("GET", "/app", undefined, { authorization: `bearer ${webToken(github, claims)}` });
    expect(answer.status).toBe(401);
  });

  it("signed with another key is refused", async () => {
    const { ask, github } = await setBench();
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const pem = privateKey.export({ type: "pkcs8", format: "pem" }) as string;
    const answer = await ask("GET", "/app", undefined, { authorization: `bearer ${webToken(github, {}, pem)}` });
    expect(answer.status).toBe(401);
  });

  it("gets an installation token, which may be narrowed to repositories and permissions", async () => {
    const { ask, github, repository } = await setBench(undefined, {
      permissions: { contents: "read", checks: "write" },
    });
    const authorization = `bearer ${webToken(github)}`;
    const path = `/app/installations/${repository.installation?.id}/access_tokens`;
    const narrow = { repositories: ["model"], permissions: { contents: "read" } };
    const { json, status } = await ask("POST", path, narrow, { authorization });
    expect(status).toBe(201);
    expect(json.permissions).toEqual({ contents: "read" });
    const run = { name: "x", head_sha: "0".repeat(40) };
    const refused = await ask("POST", "/repos/lab/model/check-runs", run, { authorization: `token ${json.token}` });
    expect(refused.status).toBe(403);
    const beyond = await ask("POST", path, { permissions: { issues: "write" } }, { authorization });
    expect(beyond.status).toBe(422);
    const unknown = await ask("POST", path, { repositories: ["other"] }, { authorization });
    expect(unknown.status).toBe(422);
  });
});

describe("an installation's token", () => {
  it("is needed, and a wrong one is not enough", async () => {
    const { ask } = await setBench();
    expect((await ask("GET", "/repos/lab/model", undefined, { authorization: "" })).status).toBe(401);
    expect((await ask("GET", "/repos/lab/model", undefined, { authorization: "token ghs_wrong" })).status).toBe(401);
  });

  it("does not speak for the App, nor the App for it", async () => {
    const { ask, github } = await setBench();
    expect((await ask("GET", "/app")).status).toBe(401);
    const authorization = `bearer ${webToken(github)}`;
    expect((await ask("GET", "/repos/lab/model", undefined, { authorization })).status).toBe(403);
  });

  it("hides private repositories of others, and forbids to write to public ones", async () => {
    const { ask, git, github } = await setBench();
    await github.addRepository({ owner: "other", name: "open", gitDir: git.directory });
    await github.addRepository({ owner: "other", name: "closed", gitDir: git.directory, private: true });
    const run = { name: "x", head_sha: "0".repeat(40) };
    expect((await ask("GET", "/repos/other/open")).status).toBe(200);
    expect((await ask("POST", "/repos/other/open/check-runs", run)).status).toBe(403);
    expect((await ask("GET", "/repos/other/closed")).status).toBe(404);
    expect((await ask("POST", "/repos/other/closed/check-runs", run)).status).toBe(404);
  });

  it("reaches no further than the manifest, and the attempt is recorded", async () => {
    const { ask, github, head, query } = await setBench(undefined, { permissions: { contents: "read" } });
    expect((await ask("POST", "/repos/lab/model/check-runs", { name: "x", head_sha: head })).status).toBe(403);
    const { json } = await query(
      '{ repository(owner: "lab", name: "model") { pullRequests(first: 1) { nodes { id } } } }',
    );
    expect(json.errors[0]).toMatchObject({ type: "FORBIDDEN", path: ["repository", "pullRequests"] });
    expect(github.violations.map(({ kind }) => kind)).toEqual(["permission", "permission"]);
  });

  it("of a suspended installation is worth nothing", async () => {
    const { ask, repository } = await setBench();
    repository.installation!.suspended = true;
    expect((await ask("GET", "/repos/lab/model")).status).toBe(403);
  });
});
