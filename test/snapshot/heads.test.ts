import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { folderSnapshot } from "../../src/snapshot/folder.ts";
import { gitSnapshot } from "../../src/snapshot/git.ts";
import { githubSnapshot } from "../../src/snapshot/github.ts";
import { HEAD_BYTES } from "../../src/snapshot/heads.ts";
import { MAX_FILE_BYTES, type SnapshotPort, takeSnapshot } from "../../src/snapshot/snapshot.ts";
import { INSPECT_HEADER, inspectArchive, safetensors } from "../binaries.ts";
import { LFS_POINTER, repository, temporaryFolder, writeFiles } from "./repository.ts";

const SMALL = Buffer.from(safetensors({ license: "mit" }));
const LARGE = Buffer.concat([SMALL, Buffer.alloc(5_000_000, 7)]);
const LOG = Buffer.from(inspectArchive(INSPECT_HEADER, "deflated", 30));
const FILES = {
  "small.safetensors": SMALL,
  "large.safetensors": LARGE,
  "pointer.gguf": LFS_POINTER,
  "text.gguf": "no weights\n".repeat(400_000),
  "run.eval": LOG,
  "huge.eval": Buffer.concat([LOG, Buffer.alloc(MAX_FILE_BYTES)]),
  "huge.onnx": LARGE,
  "logo.png": Buffer.from([0x89, 0x50, 0, 0]),
};

const everything = (port: SnapshotPort) => takeSnapshot(port, (listing) => listing.entries);

describe.each([
  ["git", () => gitSnapshot(repository(FILES))],
  [
    "a folder",
    () => {
      const folder = temporaryFolder();
      writeFiles(folder, FILES);
      return folderSnapshot(folder);
    },
  ],
])("binary files from %s", (_name, port) => {
  it("come with their first bytes where a rule looks into them, and without where none does", async () => {
    const { contents } = await everything(port());
    expect(contents.get("small.safetensors")).toEqual({
      kind: "binary",
      size: SMALL.length,
      head: new Uint8Array(SMALL),
    });
    expect(contents.get("large.safetensors")).toEqual({
      kind: "binary",
      size: LARGE.length,
      head: new Uint8Array(LARGE.subarray(0, HEAD_BYTES)),
    });
    expect(contents.get("run.eval")).toEqual({ kind: "binary", size: LOG.length, head: new Uint8Array(LOG) });
    expect(contents.get("logo.png")).toEqual({ kind: "binary", size: 4 });
    expect(contents.get("pointer.gguf")?.kind).toBe("pointer");
    for (const path of ["text.gguf", "huge.eval", "huge.onnx"])
      expect(contents.get(path)?.kind, path).toBe("too-large");
  });
});

it("a large file of a folder that changed after it was listed is not read", async () => {
  const folder = temporaryFolder();
  writeFiles(folder, { "large.safetensors": LARGE });
  const port = folderSnapshot(folder);
  const { entries } = await port.list();
  appendFileSync(join(folder, "large.safetensors"), "x");
  expect((await port.read(entries)).get("large.safetensors")).toMatchObject({ kind: "unavailable" });
});

it("GitHub is asked for whole files, and so for none above the cap", async () => {
  const entry = (path: string, size: number) =>
    ({ path, kind: "file", executable: false, size, sha: path.padEnd(40, "0") }) as const;
  const asked: string[] = [];
  const port = githubSnapshot(
    { owner: "lab", name: "tiny" },
    {
      tree: async () => ({
        commit: "c",
        tree: "t",
        complete: true,
        entries: [entry("small.safetensors", SMALL.length), entry("large.safetensors", LARGE.length)],
      }),
      blobs: async (entries) => {
        asked.push(...entries.map(({ path }) => path));
        return new Map(entries.map(({ sha }) => [sha, { kind: "bytes", bytes: SMALL } as const]));
      },
    },
  );
  const { contents } = await everything(port);
  expect(asked).toEqual(["small.safetensors"]);
  expect(contents.get("small.safetensors")).toHaveProperty("head");
  expect(contents.get("large.safetensors")?.kind).toBe("too-large");
});
