import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startServer } from "../../src/server.ts";
import { scratchRepository } from "../github/scratch.ts";
import { startGitHub } from "../github/server.ts";
import type { Bench } from "./bench.ts";
import { modelTree } from "./model-tree.ts";

/** What other Apps and tools ask for one run, counted in their sources in November 2026; tokens left out as well. */
const PEERS: readonly (readonly [name: string, requests: string, what: string])[] = [
  ["dcoapp/app", "3-4", "a pull request opened: configuration, commits, check run"],
  ["cncf/dco2", "2-3", "a pull request: comparison, configuration, check run"],
  ["changesets/bot", "4-5", "a pull request: files, tree, comment; contents of files come on top"],
  ["ossf/allstar", "100-250", "a pass over one repository, many of them answered from its cache"],
  ["ossf/scorecard", "up to 270", "one repository, by its own design document of 2021"],
];

export const requestBench: Bench = {
  name: "requests",
  what: "requests to GitHub's API in each case, counted by the local GitHub; tokens left out",
  async run() {
    const { privateKey } = generateKeyPairSync("rsa", {
      modulusLength: 2048,
      publicKeyEncoding: { type: "spki", format: "pem" },
      privateKeyEncoding: { type: "pkcs8", format: "pem" },
    });
    const github = await startGitHub({ privateKey });
    const git = await scratchRepository();
    await git.commit(modelTree(60));
    const repository = await github.addRepository({
      owner: "lab",
      name: "tiny",
      gitDir: git.directory,
      private: false,
      archived: false,
    });
    const dataDir = await mkdtemp(join(tmpdir(), "openness-bench-"));
    const app = await startServer(
      { ...github.environment, DATA_DIR: dataDir, PORT: "0", HOST: "127.0.0.1", LOG_LEVEL: "silent" },
      { client: { writeInterval: 0 }, upkeep: false },
    );
    github.setWebhook(`http://127.0.0.1:${app.port}/api/github/webhooks`);
    const count = async (event: string, payload: object): Promise<number> => {
      github.resetRequests();
      await github.deliver(event, payload);
      await app.idle();
      return github.requests.filter(({ operation }) => !operation.includes("access_tokens")).length;
    };
    try {
      const lines: string[] = [];
      const say = async (what: string, event: string, payload: object): Promise<void> => {
        lines.push(`${String(await count(event, payload)).padEnd(11)}${what}`);
      };
      await say("cold push to the default branch", "push", await github.payloads.push(repository));
      const sha = await git.commit(
        { "DATA_CARD.md": "# Data card\n\n| Source | Tokens |\n| --- | --- |\n| Wikipedia | 1B |\n" },
        { branch: "data", from: "main" },
      );
      github.updateRef(repository, "data", sha);
      const pull = github.openPullRequest({ repository, head: "data" });
      await say(
        "cold push to the branch of a pull request, comment included",
        "push",
        await github.payloads.push(repository, { ref: "refs/heads/data" }),
      );
      await say(
        "the pull request's own event for the same commit",
        "pull_request",
        github.payloads.pullRequest("opened", pull),
      );
      const same = await git.commit({}, { branch: "main", message: "The same tree again" });
      github.updateRef(repository, "main", same);
      await say("push of a tree that was seen before", "push", await github.payloads.push(repository));
      const renamed = await git.commit(
        { "model.py": null, "tiny/model.py": modelTree(60)["model.py"] ?? null },
        { branch: "main", message: "A file moves" },
      );
      github.updateRef(repository, "main", renamed);
      await say("push of a new tree whose files are all known", "push", await github.payloads.push(repository));
      const plain = await scratchRepository();
      await plain.commit({ "README.md": "# left-pad\n\nPads strings.\n", "index.js": "module.exports = 1;\n" });
      const library = await github.addRepository({ owner: "lab", name: "left-pad", gitDir: plain.directory });
      await say("cold push where there is no model: nothing is written", "push", await github.payloads.push(library));
      const writes = github.requests.filter(({ operation }) => operation.startsWith("mutation")).length;
      if (writes > 0) throw new Error(`${writes} writes where there is nothing to say`);
      await plain.remove();
      const command = github.comment({
        repository,
        number: pull.number,
        login: "maintainer",
        authorAssociation: "OWNER",
        body: "/openness",
      });
      await say(
        "/openness, tree known and comment unchanged (the reaction is one of them)",
        "issue_comment",
        github.payloads.issueComment(command),
      );
      return [
        ...lines.map((line) => `Openness        ${line}`),
        ...PEERS.map(([name, requests, what]) => `${name.padEnd(16)}${requests.padEnd(11)}${what}`),
        "Peers are not measured here: their figures come from reading their sources.",
      ];
    } finally {
      await app.close();
      await github.close();
      await git.remove();
      await rm(dataDir, { recursive: true, force: true });
    }
  },
};
