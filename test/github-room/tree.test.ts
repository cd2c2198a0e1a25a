import { describe, expect, it } from "vitest";
import type { GitHubClient } from "../../src/github/client.ts";
import { NotReadable } from "../../src/github/errors.ts";
import { readTree, rootTreeId } from "../../src/github/tree.ts";
import { folderSnapshot } from "../../src/snapshot/folder.ts";
import { temporaryFolder, writeFiles } from "../snapshot/repository.ts";

const sha = (digit: string) => digit.repeat(40);
const blob = (path: string) => ({ path, mode: "100644", type: "blob", sha: sha("b"), size: 1 });
const tree = (path: string, digit: string) => ({ path, mode: "040000", type: "tree", sha: sha(digit) });

/** Answers by tree id; `+` marks the recursive question. */
function clientOf(answers: Record<string, { truncated?: boolean; tree: unknown[] }>) {
  const asked: string[] = [];
  const client = {
    get: async (_: string, { tree_sha, recursive }: { tree_sha: string; recursive?: string }) => {
      const key = `${tree_sha[0]}${recursive === undefined ? "" : "+"}`;
      asked.push(key);
      const answer = answers[key];
      if (answer === undefined) throw new NotReadable(key, 404);
      return { sha: tree_sha, truncated: false, ...answer };
    },
  } as unknown as GitHubClient;
  return { client, asked };
}
const repository = { owner: "lab", name: "tiny" };

describe("the list of a commit's files", () => {
  it("has the id that git gives the root, though GitHub answers with the commit's", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { "a.txt": "1", "a/b.txt": "2", "a-b": "3" });
    const listing = await folderSnapshot(folder).list();
    const find = (path: string) => listing.entries.find((entry) => entry.path === path)!.sha;
    const inner = temporaryFolder();
    writeFiles(inner, { "b.txt": "2" });
    const innerTree = (await folderSnapshot(inner).list()).tree;
    const items = [
      { path: "a", mode: "040000", type: "tree", sha: innerTree },
      { path: "a-b", mode: "100644", type: "blob", sha: find("a-b") },
      { path: "a.txt", mode: "100644", type: "blob", sha: find("a.txt") },
      { path: "a/b.txt", mode: "100644", type: "blob", sha: find("a/b.txt") },
    ];
    expect(rootTreeId(items)).toBe(listing.tree);
    expect(rootTreeId([{ ...items[1]!, sha: "c".repeat(64) }])).toBeUndefined();
  });

  it("tells links, submodules and scripts apart", async () => {
    const { client } = clientOf({
      "c+": {
        tree: [
          blob("a"),
          { ...blob("link"), mode: "120000" },
          { ...blob("run"), mode: "100755" },
          { path: "sub", mode: "160000", type: "commit", sha: sha("d") },
          tree("folder", "e"),
        ],
      },
    });
    const { entries, complete } = await readTree(client, repository, sha("c"), sha("c"));
    expect(complete).toBe(true);
    expect(entries.map(({ path, kind, executable, size }) => [path, kind, executable, size])).toEqual([
      ["a", "file", false, 1],
      ["link", "symlink", false, 1],
      ["run", "file", true, 1],
      ["sub", "submodule", false, undefined],
    ]);
  });

  it("that is cut is put together from its folders", async () => {
    const { client, asked } = clientOf({
      "c+": { truncated: true, tree: [blob("README.md")] },
      c: { tree: [blob("README.md"), tree("a", "1"), tree("z", "2")] },
      "1+": { truncated: true, tree: [blob("x")] },
      "1": { tree: [blob("x"), tree("deep", "3")] },
      "3+": { tree: [blob("y")] },
      "2+": { tree: [blob("LICENSE")] },
    });
    const listed = await readTree(client, repository, sha("c"), sha("c"));
    expect(listed.complete).toBe(true);
    expect(listed.entries.map(({ path }) => path).toSorted()).toEqual(["README.md", "a/deep/y", "a/x", "z/LICENSE"]);
    expect(asked).toHaveLength(6);
    expect(listed.tree).not.toBe(sha("c"));
  });

  it("that is too long to be put together says that it is not complete", async () => {
    const folders = Array.from({ length: 60 }, (_, i) => tree(`f${i}`, "1"));
    const { client, asked } = clientOf({
      "c+": { truncated: true, tree: [] },
      c: { tree: folders },
      "1+": { tree: [blob("x")] },
    });
    const listed = await readTree(client, repository, sha("c"), sha("c"));
    expect(listed.complete).toBe(false);
    expect(asked.length).toBeLessThanOrEqual(25);
    expect(listed.entries.length).toBeGreaterThan(10);
  });
});
