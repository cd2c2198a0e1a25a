import { Probot } from "probot";
import { describe, expect, it, onTestFinished } from "vitest";
import { Clients, PlainOctokit } from "../../src/github/client.ts";
import { commitSnapshot } from "../../src/github/commit.ts";
import { createLog } from "../../src/server/log.ts";
import { gitSnapshot } from "../../src/snapshot/git.ts";
import { takeSnapshot } from "../../src/snapshot/snapshot.ts";
import { scratchRepository } from "../github/scratch.ts";
import { startGitHub } from "../github/server.ts";

const FILES = {
  "README.md": "# Tiny\r\n",
  "百川.md": "模型\n",
  "latin.txt": Buffer.from("Modèle entraîné par des chercheurs français, librement.\n", "latin1"),
  "logo.png": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]),
  "big.md": "x".repeat(600_000),
  link: { mode: "120000", content: "README.md" },
  "run.sh": { mode: "100755", content: "#!/bin/sh\n" },
  vendor: { mode: "160000", content: "1234567890123456789012345678901234567890" },
} as const;

async function stage() {
  const github = await startGitHub();
  const git = await scratchRepository();
  const first = await git.commit(FILES);
  const repository = await github.addRepository({ owner: "lab", name: "tiny", gitDir: git.directory });
  onTestFinished(async () => {
    await github.close();
    await git.remove();
  });
  const probot = new Probot({
    appId: github.app.id,
    privateKey: github.privateKey,
    baseUrl: `${github.url}/api/v3`,
    Octokit: PlainOctokit as NonNullable<ConstructorParameters<typeof Probot>[0]>["Octokit"],
    log: createLog({ logLevel: "silent", logFormat: "json" }),
  });
  const connect = () => new Clients(probot, { readDelays: [] }).for(repository.installation!.id);
  return { github, git, repository, first, connect };
}

describe("a commit on GitHub", () => {
  it("is what git says it is, by GraphQL and file by file", async () => {
    const { github, git, connect } = await stage();
    const expected = await takeSnapshot(gitSnapshot(git.directory), ({ entries }) => entries);
    const client = await connect();
    for (const isAuthenticated of [true, false]) {
      const port = commitSnapshot(client, { owner: "lab", name: "tiny" }, { isAuthenticated });
      const snapshot = await takeSnapshot(port, ({ entries }) => entries);
      expect([snapshot.commit, snapshot.tree]).toEqual([expected.commit, expected.tree]);
      expect(snapshot.entries).toEqual(expected.entries);
      expect(Object.fromEntries(snapshot.contents)).toEqual(Object.fromEntries(expected.contents));
    }
    // Two lists each time; one question for all files, or one for each.
    expect(client.budget.graphql).toBe(1);
    expect(client.budget.rest).toBe(4 + 7 + 2);
    expect(github.violations).toEqual([]);
  });

  it("is found by branch, and says so when it is not there", async () => {
    const { github, git, repository, first, connect } = await stage();
    await git.commit({ "a.txt": "1" }, { branch: "next", from: "main" });
    github.updateRef(repository, "next", await git.commit({ "a.txt": "2" }, { branch: "next" }));
    const client = await connect();
    const open = (name: string, ref?: string) =>
      commitSnapshot(client, { owner: "lab", name }, { ref, isAuthenticated: false });
    expect((await open("tiny").list()).commit).toBe(first);
    expect((await open("tiny", "next").list()).entries.some(({ path }) => path === "a.txt")).toBe(true);
    await expect(open("gone").list()).rejects.toThrow("There is no lab/gone on GitHub");
    await expect(open("tiny", "no-branch").list()).rejects.toThrow(/lab\/tiny@no-branch/);
  });
});
