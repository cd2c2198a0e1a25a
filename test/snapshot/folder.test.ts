import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { say } from "../../src/messages/said.ts";
import { folderSnapshot } from "../../src/snapshot/folder.ts";
import { gitSnapshot } from "../../src/snapshot/git.ts";
import { takeSnapshot } from "../../src/snapshot/snapshot.ts";
import { commitAll, git, oddFolder, temporaryFolder, writeFiles } from "./repository.ts";

const everything = (folder: string) => takeSnapshot(folderSnapshot(folder), (listing) => listing.entries);
const asRoot = process.getuid?.() === 0;

describe("a plain folder", () => {
  it("is what git would see if all of it were committed", async () => {
    const folder = oddFolder();
    writeFiles(folder, { "data-x/a": "1", "data.txt": "2", "data/z": "3" });
    mkdirSync(join(folder, "empty"));
    const plain = await everything(folder);
    git(folder, "init", "-q");
    commitAll(folder);
    const committed = await takeSnapshot(gitSnapshot(folder), (listing) => listing.entries);
    expect(plain.tree).toBe(committed.tree);
    expect(plain.entries).toEqual(committed.entries);
    expect(plain.contents).toEqual(committed.contents);
    expect(plain).toMatchObject({ commit: undefined, complete: true, source: { kind: "folder", location: folder } });
  });

  it("never shows what lies behind a symbolic link", async () => {
    const snapshot = await everything(oddFolder());
    expect(snapshot.contents.get("outside.md")).toEqual({ kind: "symlink", target: "/etc/passwd" });
  });

  it("leaves .git out", async () => {
    const folder = temporaryFolder();
    git(folder, "init", "-q");
    writeFiles(folder, { "a.txt": "a" });
    expect((await everything(folder)).entries.map((entry) => entry.path)).toEqual(["a.txt"]);
  });

  it("says that its list is cut when there are too many files", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { a: "1", b: "2", "c/d": "3" });
    const listing = await folderSnapshot(folder, 2).list();
    expect(listing).toMatchObject({ complete: false, entries: [{ path: "a" }, { path: "b" }] });
    expect((await folderSnapshot(folder, 3).list()).complete).toBe(true);
  });

  it.skipIf(asRoot)("tells files and folders without permission from absent ones", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { LICENSE: "MIT", "hidden/weights.bin": "x" });
    chmodSync(join(folder, "LICENSE"), 0);
    chmodSync(join(folder, "hidden"), 0);
    const snapshot = await everything(folder);
    expect(snapshot.complete).toBe(false);
    expect(snapshot.contents.get("LICENSE")).toMatchObject({
      kind: "unavailable",
      reason: say("unavailable.forbidden"),
    });
    chmodSync(join(folder, "hidden"), 0o755);
  });

  it("calls a file that changed or went away since the listing unavailable", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { a: "before" });
    const port = folderSnapshot(folder);
    const { entries } = await port.list();
    writeFileSync(join(folder, "a"), "after!");
    expect((await port.read(entries)).get("a")).toMatchObject({
      kind: "unavailable",
      reason: say("unavailable.changed"),
    });
    expect((await port.read([{ ...entries[0]!, path: "../../etc/passwd" }])).values().next().value).toMatchObject({
      kind: "unavailable",
    });
  });

  it("says when there is nothing to read", async () => {
    const folder = temporaryFolder();
    writeFiles(folder, { file: "x" });
    await expect(folderSnapshot(join(folder, "gone")).list()).rejects.toThrow("There is nothing at");
    await expect(folderSnapshot(join(folder, "file")).list()).rejects.toThrow("could not be listed");
    expect((await folderSnapshot(temporaryFolder()).list()).tree).toBe("4b825dc642cb6eb9a060e54bf8d69288fbee4904");
  });
});
