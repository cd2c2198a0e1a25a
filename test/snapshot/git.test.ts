import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gitSnapshot } from "../../src/snapshot/git.ts";
import { MAX_FILE_BYTES, takeSnapshot } from "../../src/snapshot/snapshot.ts";
import { commitAll, git, LFS_POINTER, ODD_FILES, repository, temporaryFolder, writeFiles } from "./repository.ts";

const everything = (location: string, rev?: string) => takeSnapshot(gitSnapshot(location, rev), (l) => l.entries);

describe("a git repository", () => {
  it("gives each odd kind of file its own outcome", async () => {
    const folder = repository({ ...ODD_FILES, "run.sh": "#!/bin/sh\n" });
    chmodSync(join(folder, "run.sh"), 0o755);
    symlinkSync("README.md", join(folder, "link.md"));
    symlinkSync("/etc/passwd", join(folder, "outside.md"));
    commitAll(folder);
    const submodule = "1234567890123456789012345678901234567890";
    git(folder, "update-index", "--add", "--cacheinfo", `160000,${submodule},vendor/lib`);
    git(folder, "commit", "-q", "-m", "Submodule");

    const snapshot = await everything(folder);
    const content = (path: string) => snapshot.contents.get(path);
    expect(content("README.md")).toEqual({ kind: "text", text: "# Model\n", encoding: "utf-8" });
    expect(content("crlf.txt")).toEqual({ kind: "text", text: "one\ntwo\n", encoding: "utf-8" });
    expect(content("bom.json")).toEqual({ kind: "text", text: "{}\n", encoding: "utf-8" });
    expect(content("requirements.txt")).toEqual({ kind: "text", text: "torch==2.9\n", encoding: "utf-16le" });
    expect(content("big-endian.txt")).toEqual({ kind: "text", text: "weights", encoding: "utf-16be" });
    expect(content("no-mark.txt")).toMatchObject({ text: "plain UTF-16 without a mark\n", encoding: "utf-16le" });
    expect(content("latin.txt")).toMatchObject({ text: expect.stringContaining("Modèle entraîné par des chercheurs") });
    expect(content("model.safetensors")).toEqual({
      kind: "pointer",
      pointer: {
        format: "git-lfs",
        oid: "4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393",
        size: 13476835328,
      },
    });
    expect(content("binary.md")).toEqual({ kind: "binary", size: 12 });
    expect(content("noise.md")).toEqual({ kind: "binary", size: 600 });
    expect(content("百川 许可协议.md")).toMatchObject({ text: "许可协议\n" });
    expect(content('line\nbreak "quoted".txt')).toMatchObject({ text: "odd name\n" });
    expect(content("huge.txt")).toEqual({ kind: "too-large", size: MAX_FILE_BYTES + 1, cap: MAX_FILE_BYTES });
    expect(content("data/empty.csv")).toEqual({ kind: "text", text: "", encoding: "utf-8" });
    expect(content("link.md")).toEqual({ kind: "symlink", target: "README.md" });
    expect(content("outside.md")).toEqual({ kind: "symlink", target: "/etc/passwd" });
    expect(content("vendor/lib")).toEqual({ kind: "submodule", commit: submodule });
    expect(snapshot.entries.find((e) => e.path === "run.sh")?.executable).toBe(true);
    expect(snapshot.entries.find((e) => e.path === "vendor/lib")).toMatchObject({ kind: "submodule", size: undefined });
    expect(snapshot.entries.find((e) => e.path === "model.safetensors")?.size).toBe(LFS_POINTER.length);
    expect(snapshot).toMatchObject({
      complete: true,
      commit: git(folder, "rev-parse", "HEAD"),
      tree: git(folder, "rev-parse", "HEAD^{tree}"),
      source: { kind: "git", location: folder },
    });
  });

  it("is read as committed, whatever the working files say", async () => {
    const folder = repository();
    writeFiles(folder, { "README.md": "changed", "new.md": "not committed" });
    const snapshot = await everything(folder);
    expect([...snapshot.contents.keys()]).toEqual(["README.md"]);
    expect(snapshot.contents.get("README.md")).toMatchObject({ text: "# Model\n" });
  });

  it("is read at a tag, a branch, an abbreviated commit or an ancestor", async () => {
    const folder = repository();
    const first = git(folder, "rev-parse", "HEAD");
    git(folder, "tag", "-a", "v1", "-m", "One");
    writeFiles(folder, { LICENSE: "MIT" });
    commitAll(folder);
    for (const rev of ["v1", "HEAD~1", first.slice(0, 10)])
      expect((await gitSnapshot(folder, rev).list()).commit, rev).toBe(first);
    expect((await gitSnapshot(folder, "main").list()).entries).toHaveLength(2);
  });

  it("may be a bare directory or a linked work tree", async () => {
    const folder = repository();
    const bare = join(temporaryFolder(), "bare.git");
    git(folder, "clone", "-q", "--bare", folder, bare);
    const linked = join(temporaryFolder(), "linked");
    git(folder, "worktree", "add", "-q", linked);
    const tree = (await gitSnapshot(folder).list()).tree;
    expect((await gitSnapshot(bare).list()).tree).toBe(tree);
    expect((await everything(linked)).contents.get("README.md")).toMatchObject({ kind: "text" });
  });

  it("never runs what its own configuration names", async () => {
    const folder = repository();
    const trap = join(folder, "ran");
    for (const key of [
      "core.fsmonitor",
      "core.pager",
      "core.sshCommand",
      "diff.external",
      "filter.x.smudge",
      "filter.x.clean",
    ])
      git(folder, "config", key, `touch ${trap}`);
    writeFiles(folder, { ".gitattributes": "* filter=x diff=x\n" });
    await everything(folder);
    expect(() => rmSync(trap)).toThrow("ENOENT");
  });

  it("says in plain words why it cannot be read", async () => {
    const plain = temporaryFolder();
    writeFiles(plain, { "a.txt": "a" });
    const empty = temporaryFolder();
    git(empty, "init", "-q");
    const good = repository();
    await expect(gitSnapshot(join(plain, "gone")).list()).rejects.toThrow(/There is nothing at .*gone/);
    await expect(gitSnapshot(plain).list()).rejects.toThrow("is not a git repository");
    await expect(gitSnapshot(join(plain, "a.txt")).list()).rejects.toThrow("is a file");
    await expect(gitSnapshot(empty).list()).rejects.toThrow("has no commits yet");
    await expect(gitSnapshot(good, "nowhere").list()).rejects.toThrow('no commit called "nowhere"');
    await expect(gitSnapshot(good, "--output=x").list()).rejects.toThrow('no commit called "--output=x"');
    await expect(gitSnapshot(good, "a\nb").list()).rejects.toThrow("line breaks");
    await expect(gitSnapshot(good, "").list()).rejects.toThrow("no commit called");
  });

  it("calls a blob that is not there unavailable, not absent", async () => {
    const folder = repository({ "README.md": "# Model\n", LICENSE: "gone" });
    const id = git(folder, "rev-parse", "HEAD:LICENSE");
    renameSync(join(folder, ".git/objects", id.slice(0, 2), id.slice(2)), join(folder, "moved"));
    const snapshot = await everything(folder);
    expect(snapshot.contents.get("LICENSE")).toMatchObject({ kind: "unavailable" });
    expect(snapshot.contents.get("README.md")).toMatchObject({ kind: "text" });
  });

  it("does not fetch what a partial clone left out", async () => {
    const folder = repository({ "README.md": "# Model\n" });
    git(folder, "config", "uploadpack.allowFilter", "true");
    const clone = join(temporaryFolder(), "partial");
    git(folder, "clone", "-q", "--no-checkout", "--filter=blob:none", `file://${folder}`, clone);
    const snapshot = await everything(clone);
    expect(snapshot.entries).toMatchObject([{ path: "README.md", size: undefined }]);
    expect(snapshot.contents.get("README.md")).toMatchObject({ kind: "unavailable" });
  });

  it("reads a commit whose tree is empty", async () => {
    const folder = temporaryFolder();
    git(folder, "init", "-q");
    git(folder, "commit", "-q", "--allow-empty", "-m", "Nothing");
    expect(await everything(folder)).toMatchObject({ entries: [], complete: true });
  });

  it("lists 1,300 files and reads 240 of them in half a second", async () => {
    const folder = temporaryFolder();
    git(folder, "init", "-q");
    for (let i = 0; i < 1300; i++) {
      if (i % 100 === 0) mkdirSync(join(folder, `d${i / 100}`));
      writeFileSync(join(folder, `d${Math.floor(i / 100)}`, `${i}.py`), `x = ${i}\n`.repeat(200));
    }
    commitAll(folder);
    const read = () => takeSnapshot(gitSnapshot(folder), (l) => l.entries.slice(0, 240));
    let best = Number.POSITIVE_INFINITY;
    // The best of three, since other tests share the machine.
    for (let i = 0; i < 3; i++) {
      const start = performance.now();
      await read();
      best = Math.min(best, performance.now() - start);
    }
    expect(best).toBeLessThan(500);
    const snapshot = await read();
    expect([snapshot.entries.length, snapshot.contents.size]).toEqual([1300, 240]);
  });
});
