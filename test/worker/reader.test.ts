import { expect, it } from "vitest";
import type { GitHubClient } from "../../src/github/client.ts";
import type { Entry } from "../../src/snapshot/snapshot.ts";
import type { Store } from "../../src/store/store.ts";
import { openCommit } from "../../src/worker/reader.ts";
import { describeStores } from "../store/engines.ts";

const REPOSITORY = { id: 1, owner: "lab", name: "tiny", isPrivate: false };
const UTF16 = Buffer.from("\uFEFF# Lumo\n", "utf16le");

const entryAt = (path: string, sha: string, size: number): Entry => ({
  path,
  kind: "file",
  executable: false,
  size,
  sha: sha.repeat(40),
});

/** GitHub, as far as it tells of blobs: "1…" is text, all else is binary to GraphQL and UTF-16 to REST. */
function gitHub(): { client: GitHubClient; asked: string[] } {
  const asked: string[] = [];
  const client = {
    installation: 5,
    async query(document: string) {
      const shas = [...document.matchAll(/b(\d+): object\(oid: "([0-9a-f]{40})"\)/g)];
      asked.push(...shas.map(([, , sha = ""]) => `graphql ${sha.slice(0, 1)}`));
      const blobs = shas.map(([, index, oid = ""]) => [
        `b${index}`,
        oid.startsWith("1")
          ? { oid, byteSize: 5, isBinary: false, isTruncated: false, text: "text\n" }
          : { oid, byteSize: UTF16.length, isBinary: true, isTruncated: false, text: null },
      ]);
      const repository = { id: "R_1", isArchived: false, defaultBranchRef: null, policy: null };
      return { data: { repository: { ...repository, ...Object.fromEntries(blobs) }, organization: null }, errors: [] };
    },
    async get(_route: string, { file_sha }: { file_sha: string }) {
      asked.push(`rest ${file_sha.slice(0, 1)}`);
      return { content: UTF16.toString("base64"), encoding: "base64" };
    },
  };
  return { client: client as unknown as GitHubClient, asked };
}

async function read(store: Store, entries: readonly Entry[]) {
  const { client, asked } = gitHub();
  const commit = openCommit(client, store, REPOSITORY, "c".repeat(40), "d".repeat(40));
  return { contents: await commit.port.read(entries), asked };
}

describeStores("files of a commit", (test) => {
  it("are asked for once, by whatever process", async () => {
    const files = [entryAt("a.py", "1", 5), entryAt("copy.py", "1", 5)];
    const first = await read(test.open(), files);
    expect(first.contents.get("copy.py")).toMatchObject({ kind: "text", text: "text\n" });
    expect(first.asked).toContain("graphql 1");
    const second = await read(test.open(), files);
    expect(second.contents).toEqual(first.contents);
    expect(second.asked).toEqual([]);
  });

  it("that were called binary at another path are read where their name says that they are text", async () => {
    const store = test.open();
    const first = await read(store, [entryAt("lumo.dat", "2", UTF16.length)]);
    expect(first.contents.get("lumo.dat")?.kind).toBe("binary");
    const page = [entryAt("README.md", "2", UTF16.length)];
    const second = await read(store, page);
    expect(second.contents.get("README.md")).toMatchObject({ kind: "text", text: "# Lumo\n" });
    expect((await read(test.open(), page)).asked, "and only once").toEqual([]);
  });
});
