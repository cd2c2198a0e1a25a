import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderSnapshot } from "../../src/snapshot/folder.ts";
import { type GitHubSource, openSource, parseGitHubSource } from "../../src/snapshot/source.ts";
import { git, repository, temporaryFolder, writeFiles } from "./repository.ts";

describe("a source that a person names", () => {
  it("is a work tree, a bare directory or a plain folder by what is on disk", async () => {
    const tree = repository();
    const bare = join(temporaryFolder(), "bare");
    git(tree, "clone", "-q", "--bare", tree, bare);
    const plain = temporaryFolder();
    writeFiles(plain, { a: "1" });
    expect((await openSource(tree)).kind).toBe("git");
    expect((await openSource(bare, { rev: "main" })).kind).toBe("git");
    expect((await openSource(plain)).kind).toBe("folder");
    await expect(openSource(plain, { rev: "main" })).rejects.toThrow("it has no revisions");
    await expect(openSource(join(plain, "a"))).rejects.toThrow("is a file");
  });

  it("is a repository on GitHub when nothing on disk has that name", async () => {
    const asked: GitHubSource[] = [];
    const github = (source: GitHubSource) => {
      asked.push(source);
      return folderSnapshot(".");
    };
    expect((await openSource("acme/model", { github })).kind).toBe("github");
    await openSource("acme/model@v1.0", { github });
    await openSource("acme/model@v1.0", { github, rev: "main" });
    expect(asked.map((source) => source.ref)).toEqual([undefined, "v1.0", "main"]);
    await expect(openSource("acme/model")).rejects.toThrow("GitHub may not be asked");
  });

  it("is the folder when a folder has the name of a repository", async () => {
    const parent = temporaryFolder();
    mkdirSync(join(parent, "acme/model"), { recursive: true });
    expect((await openSource(join(parent, "acme/model"))).kind).toBe("folder");
  });

  it("is refused when it is none of these", async () => {
    await expect(openSource("./no/such/folder")).rejects.toThrow("There is nothing at");
    await expect(openSource("https://example.org/x")).rejects.toThrow("There is nothing at");
    for (const wrong of ["acme", "acme/..", "-acme/model", "acme/model/tree", "acme/mo del", "acme/model@"])
      expect(parseGitHubSource(wrong), wrong).toBeUndefined();
  });
});
