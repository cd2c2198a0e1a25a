import { execFileSync } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it, onTestFinished } from "vitest";
import { Clients, type GitHubClient } from "../../src/github/client.ts";
import { wholeTreesDocument } from "../../src/github/repository-documents.ts";
import { readTree } from "../../src/github/tree.ts";
import { readWholeTrees } from "../../src/github/whole-trees.ts";
import { nodeId as nodeIdOf } from "../github/node-id.ts";
import { type ScratchFile, scratchRepository } from "../github/scratch.ts";
import { type LocalGitHub, startGitHub } from "../github/server.ts";
import { probotFor } from "../upkeep/probot.ts";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

interface Place {
  readonly nodeId: string;
  readonly tree: string;
  readonly commit: string;
  readonly name: string;
}

interface Stage {
  readonly github: LocalGitHub;
  client(): Promise<GitHubClient>;
  add(name: string, files: Readonly<Record<string, ScratchFile>>): Promise<Place>;
  /** Adds a repository whose root is what `git mktree` makes of these lines. */
  addRoot(name: string, lines: Buffer): Promise<Place>;
}

async function setStage(): Promise<Stage> {
  const github = await startGitHub({ privateKey });
  onTestFinished(() => github.close());
  const probot = await probotFor(github, privateKey);
  let installation = 0;
  const place = async (name: string, gitDir: string, commit: string): Promise<Place> => {
    const repository = await github.addRepository({ owner: "lab", name, gitDir });
    installation = repository.installation!.id;
    const tree = execFileSync("git", ["rev-parse", `${commit}^{tree}`], { env: { GIT_DIR: gitDir }, encoding: "utf8" });
    return { name, nodeId: nodeIdOf("R", repository.id), tree: tree.trim(), commit };
  };
  const scratch = async () => {
    const git = await scratchRepository();
    onTestFinished(() => git.remove());
    return git;
  };
  return {
    github,
    client: () => new Clients(probot, { readDelays: [] }).for(installation),
    async add(name, files) {
      const git = await scratch();
      return place(name, git.directory, await git.commit(files));
    },
    async addRoot(name, lines) {
      const git = await scratch();
      const first = await git.commit({ "README.md": "# Tiny\n" });
      const run = (args: string[], input: Buffer | string = "") =>
        execFileSync("git", args, { env: { ...process.env, GIT_DIR: git.directory }, input, encoding: "utf8" }).trim();
      const blob = run(["hash-object", "-w", "--stdin"], "weights");
      const tree = run(
        ["mktree", "-z"],
        Buffer.concat([Buffer.from(`100644 blob ${blob}\t`), lines, Buffer.from("\0")]),
      );
      const who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"];
      const commit = run([...who, "commit-tree", tree, "-p", first, "-m", "odd"]);
      run(["update-ref", "refs/heads/main", commit]);
      return place(name, git.directory, commit);
    },
  };
}

const ODD: Readonly<Record<string, ScratchFile>> = {
  "README.md": "# Tiny\n",
  "a.txt": "1",
  "a/b.txt": "2",
  "a-b": "3",
  a0: "4",
  "run.sh": { mode: "100755", content: "#!/bin/sh\n" },
  "link to docs": { mode: "120000", content: "docs/模型.md" },
  "third_party/library": { mode: "160000", content: "c".repeat(40) },
  "docs/模型.md": "模型\n",
  'docs/"quoted"\\back\tslash': "odd",
  "docs/line\nbreak": "odd",
  "docs/é.md": "composed",
  "docs/e\u0301.md": "decomposed",
  "weights/.gitattributes": "*.bin filter=lfs\n",
  "1/2/3/4/5/6/deep.py": "import torch\n",
  empty: "",
};

describe("the lists of several repositories in one request", () => {
  it("are those that each gives alone, entry by entry", async () => {
    const { github, client, add } = await setStage();
    const places = [
      await add("odd", ODD),
      await add("plain", { "README.md": "# Plain\n" }),
      await add("none", {}),
      await add("__proto__", { __proto__x: "1", constructor: "2", "toString/a": "3" }),
    ];
    const one = await client();
    github.resetRequests();
    const { lists, limit } = await readWholeTrees(one, places);
    const asked = github.requests.map(({ operation }) => operation).filter((one) => !one.includes("access_tokens"));
    expect(asked).toEqual(["query node node node node rateLimit"]);
    expect(limit).toMatchObject({ limit: 5000, remaining: expect.any(Number) });
    for (const [index, { name, commit, tree }] of places.entries()) {
      const listed = await readTree(one, { owner: "lab", name }, commit, tree);
      expect(listed.complete).toBe(true);
      expect(lists[index], name).toEqual(listed.entries);
    }
    expect(lists[0]).toHaveLength(Object.keys(ODD).length);
    expect(lists[2]).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  it("leave out a tree that goes deeper than they ask, and give the others", async () => {
    const { client, add } = await setStage();
    const places = [
      await add("deep", { "README.md": "#", "1/2/3/4/5/6/7/model.py": "import torch\n" }),
      await add("flat", { "README.md": "#" }),
    ];
    const { lists } = await readWholeTrees(await client(), places);
    expect(lists).toEqual([undefined, [expect.objectContaining({ path: "README.md" })]]);
  });

  it("leave out a tree with names that are not UTF-8, which no answer can spell", async () => {
    const { client, addRoot } = await setStage();
    const odd = await addRoot("odd", Buffer.from([0x77, 0xff, 0xfe]));
    // The character that stands in for what cannot be read is a name like any other where git has it.
    const real = await addRoot("real", Buffer.from("w\uFFFD"));
    const { lists } = await readWholeTrees(await client(), [odd, real]);
    expect(lists).toEqual([undefined, [expect.objectContaining({ path: "w\uFFFD" })]]);
  });

  it("leave out whatever was not answered as git has it: cut, emptied, failed, changed or of another tree", async () => {
    const { client, add } = await setStage();
    const place = await add("tiny", { "README.md": "#", "src/model.py": "import torch\n", "src/train.py": "#" });
    const real = await client();
    type Folder = { entries: { name: string; mode: number; object?: Folder | null }[] | null };
    const changed = async (change: (root: Folder, data: Record<string, unknown>) => void) => {
      const tampered: GitHubClient = {
        ...real,
        query: async <T>(document: string, variables: Readonly<Record<string, unknown>>) => {
          const answer = await real.query<Record<string, { root: Folder }>>(document, variables);
          change(answer.data!.r0!.root, answer.data!);
          return answer as never as { data: T; errors: [] };
        },
      };
      return (await readWholeTrees(tampered, [place])).lists[0];
    };
    const source = (root: Folder) => root.entries!.find(({ name }) => name === "src")!;
    expect(await changed(() => {})).toHaveLength(3);
    expect(await changed((root) => void root.entries!.pop())).toBeUndefined();
    expect(await changed((root) => void source(root).object!.entries!.pop())).toBeUndefined();
    expect(await changed((root) => Object.assign(root, { entries: [] }))).toBeUndefined();
    expect(await changed((root) => Object.assign(root, { entries: null }))).toBeUndefined();
    expect(await changed((root) => Object.assign(source(root), { object: null }))).toBeUndefined();
    expect(await changed((root) => Object.assign(source(root), { object: {} }))).toBeUndefined();
    expect(await changed((root) => Object.assign(root.entries![0]!, { name: "READ.md" }))).toBeUndefined();
    expect(await changed((root) => Object.assign(root.entries![0]!, { mode: 0o100755 }))).toBeUndefined();
    expect(await changed((root) => void root.entries!.push(root.entries![0]!))).toBeUndefined();
    expect(await changed((_, data) => Object.assign(data, { r0: null }))).toBeUndefined();
    expect(await changed((_, data) => Object.assign(data, { r0: { root: null } }))).toBeUndefined();
    const other = await add("other", { "README.md": "other" });
    expect((await readWholeTrees(real, [{ ...place, tree: other.tree }])).lists).toEqual([undefined]);
  });

  it("are asked for by ids only", () => {
    expect(() => wholeTreesDocument([{ nodeId: 'R_1") { id }', tree: "a".repeat(40) }])).toThrow(TypeError);
    expect(() => wholeTreesDocument([{ nodeId: "R_1", tree: 'HEAD:" }' }])).toThrow(TypeError);
  });
});
