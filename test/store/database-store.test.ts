import { expect, it } from "vitest";
import { audit } from "../../src/audit.ts";
import { say } from "../../src/messages/said.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { MAX_FILE_BYTES } from "../../src/snapshot/snapshot.ts";
import type { Published } from "../../src/store/store.ts";
import { snapshotOf } from "../snapshot-of.ts";
import { describeStores } from "./engines.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";

const POLICY = loadPolicy(null, ".github/openness.yml");
const REPORT = audit(snapshotOf({ "README.md": "# Lumo\n\nA language model.\n", LICENSE: "MIT License\n" }), POLICY);
const KEY = { repository: 1, tree: "a".repeat(40), rules: "b".repeat(64) };
const NEW: Published = { isCheckDone: false, comments: [], answered: [], base: undefined, attempt: undefined };

describeStores("the store", (test) => {
  it("gives another process the report that one kept, under its whole key and no other", async () => {
    await test.open().rememberAudit(KEY, REPORT);
    const other = test.open();
    expect(await other.audit(KEY)).toEqual(REPORT);
    expect(await other.audit({ ...KEY, repository: 2 })).toBeUndefined();
    expect(await other.audit({ ...KEY, tree: "c".repeat(40) })).toBeUndefined();
    expect(await other.audit({ ...KEY, rules: "d".repeat(64) })).toBeUndefined();
  });

  it("keeps a copy of a report, so that no text is held in memory for a piece of it", async () => {
    const store = test.open();
    await store.rememberAudit(KEY, REPORT);
    const kept = await store.audit(KEY);
    expect(kept).toEqual(REPORT);
    expect(kept).not.toBe(REPORT);
    expect(await store.audit(KEY), "read once from the database").toBe(kept);
  });

  it("makes a report anew that cannot be read back", async () => {
    await test.open().rememberAudit(KEY, REPORT);
    await test.database.query(`UPDATE openness.audits SET report = '\\x0102'::bytea`);
    expect(await test.open().audit(KEY)).toBeUndefined();
    await test.open().rememberAudit(KEY, REPORT);
    expect(await test.open().audit(KEY)).toEqual(REPORT);
  });

  it("sees at once what another process published", async () => {
    const [web, worker] = [test.open(), test.open()];
    expect(await web.published(1, "head")).toEqual(NEW);
    const published: Published = {
      isCheckDone: true,
      comments: [7],
      answered: HOSTILE_TEXTS,
      base: "base",
      attempt: { externalId: "1:tree:rules", startedAt: "2026-03-01T12:00:00Z" },
    };
    await worker.rememberPublished(1, "head", published);
    expect(await web.published(1, "head")).toEqual(published);
    await web.rememberPublished(1, "head", { ...published, base: undefined, attempt: undefined });
    expect(await worker.published(1, "head")).toStrictEqual({ ...published, base: undefined, attempt: undefined });
  });

  it("keeps a commit's tree and what stands about it apart", async () => {
    const store = test.open();
    await store.rememberTree(1, "head", "tree");
    expect(await store.published(1, "head")).toEqual(NEW);
    await store.rememberPublished(1, "head", { ...NEW, isCheckDone: true });
    await store.rememberTree(1, "head", "tree");
    await store.rememberPublished(1, "other", NEW);
    const other = test.open();
    expect(await other.tree(1, "head")).toBe("tree");
    expect(await other.tree(1, "other")).toBeUndefined();
    expect((await other.published(1, "head")).isCheckDone).toBe(true);
  });

  it("lets a branch move forward in time only", async () => {
    const store = test.open();
    const at = (second: number) => new Date(Date.UTC(2026, 2, 1, 0, 0, second));
    expect(await store.ref(1, "refs/heads/main")).toBeUndefined();
    expect(await store.rememberRef(1, "refs/heads/main", "second", at(2))).toBe(true);
    expect(await store.rememberRef(1, "refs/heads/main", "first", at(1))).toBe(false);
    expect(await store.ref(1, "refs/heads/main")).toEqual({ head: "second", at: at(2) });
    expect(await store.rememberRef(1, "refs/heads/main", "same second", at(2))).toBe(true);
    expect(await store.rememberRef(1, "refs/heads/main", "same second", at(2))).toBe(true);
    expect(await store.ref(1, "refs/heads/main")).toEqual({ head: "same second", at: at(2) });
    expect(await store.ref(1, "#7")).toBeUndefined();
  });

  it("ends at the newest of events that come at once and in any order", async () => {
    const stores = [test.open(), test.open()];
    const seconds = [5, 3, 9, 1, 7, 2, 8, 4, 6, 0];
    await Promise.all(
      seconds.map((second) =>
        stores[second % 2]?.rememberRef(1, "#7", `commit ${second}`, new Date(Date.UTC(2026, 2, 1, 0, 0, second))),
      ),
    );
    expect((await stores[0]?.ref(1, "#7"))?.head).toBe("commit 9");
  });

  it("finds everything under hostile names, each its own", async () => {
    const [store, other] = [test.open(), test.open()];
    const names = [...HOSTILE_TEXTS, ...HOSTILE_TEXTS.map((text) => `${"long/".repeat(600)}${text}`)];
    for (const [index, name] of names.entries()) {
      await store.rememberRef(1, name, name, new Date(0));
      await store.rememberTree(1, name, name);
      await store.rememberAudit(
        { repository: 1, tree: name, rules: name },
        { ...REPORT, isModelRepositoryBecause: name },
      );
      await store.rememberRepository(index, {
        owner: name,
        name,
        defaultBranch: name,
        nodeId: name,
        auditedHead: name,
      });
      await store.rememberComment(1, index, name);
    }
    for (const [index, name] of names.entries()) {
      expect((await other.ref(1, name))?.head).toBe(name);
      expect(await other.tree(1, name)).toBe(name);
      const kept = await other.audit({ repository: 1, tree: name, rules: name });
      expect(kept?.isModelRepositoryBecause).toBe(name);
      expect(await other.repository(index)).toEqual({
        owner: name,
        name,
        defaultBranch: name,
        nodeId: name,
        auditedHead: name,
      });
      expect(await other.comment(1, index)).toBe(name);
    }
  });

  it("keeps contents byte for byte, those of any size among them", async () => {
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const large = Buffer.alloc(MAX_FILE_BYTES, "of some megabytes ");
    const blobs = new Map([
      ["every", { kind: "bytes", bytes: every }],
      ["empty", { kind: "bytes", bytes: new Uint8Array() }],
      ["large", { kind: "bytes", bytes: large }],
      ["binary", { kind: "binary", size: 5_000_000_000 }],
    ] as const);
    await test.open().rememberBlobs("public", blobs);
    const store = test.open();
    for (const found of [
      await store.blobs("public", [...blobs.keys(), "unknown", "every"]),
      await store.blobs("public", [...blobs.keys()]),
    ]) {
      expect(found.size).toBe(4);
      const bytesOf = (sha: string) => {
        const blob = found.get(sha);
        return blob?.kind === "bytes" ? Buffer.from(blob.bytes) : undefined;
      };
      expect(bytesOf("every")?.equals(every)).toBe(true);
      expect(bytesOf("empty")?.length).toBe(0);
      expect(bytesOf("large")?.equals(large)).toBe(true);
      expect(found.get("binary")).toEqual({ kind: "binary", size: 5_000_000_000 });
    }
    const [row] = await test.database.query<{ bytes: number }>(
      `SELECT length(blob) AS bytes FROM openness.blobs WHERE sha = 'large'`,
    );
    expect(row?.bytes, "it is kept compressed").toBeLessThan(10_000);
  });

  it("keeps more contents than one statement carries", async () => {
    const noise = (index: number) => Buffer.alloc(60_000, `${index} `.repeat(7));
    const many = Array.from({ length: 600 }, (_, index) => [`sha ${index}`, noise(index)] as const);
    await test.open().rememberBlobs("public", new Map(many.map(([sha, bytes]) => [sha, { kind: "bytes", bytes }])));
    const found = await test.open().blobs(
      "public",
      many.map(([sha]) => sha),
    );
    expect(found.size).toBe(600);
    for (const [sha, bytes] of many) expect(found.get(sha)).toEqual({ kind: "bytes", bytes });
  });

  it("keeps what was read in private apart from what others may find", async () => {
    const store = test.open();
    await store.rememberBlobs("installation 1", new Map([["abc", { kind: "bytes", bytes: Buffer.from("secret") }]]));
    for (const one of [store, test.open()]) {
      expect((await one.blobs("installation 2", ["abc"])).size).toBe(0);
      expect((await one.blobs("installation 11", ["abc"])).size).toBe(0);
      expect((await one.blobs("public", ["abc"])).size).toBe(0);
      expect((await one.blobs("installation 1", ["abc"])).size).toBe(1);
    }
    await store.forgetScope("installation 1");
    for (const one of [store, test.open()]) expect((await one.blobs("installation 1", ["abc"])).size).toBe(0);
  });

  it("does not remember that a file could not be read", async () => {
    const store = test.open();
    await store.rememberBlobs(
      "public",
      new Map([["abc", { kind: "unavailable", reason: say("unavailable.notReturned") }]]),
    );
    expect((await store.blobs("public", ["abc"])).size).toBe(0);
    expect(await test.rows("blobs")).toEqual([]);
  });

  it("reads contents anew that were damaged, and mends them", async () => {
    const blobs = new Map([["abc", { kind: "bytes", bytes: Buffer.from("text") } as const]]);
    await test.open().rememberBlobs("public", blobs);
    await test.database.query(`UPDATE openness.blobs SET blob = substr(blob, 1, length(blob) - 1)`);
    expect((await test.open().blobs("public", ["abc"])).size).toBe(0);
    await test.open().rememberBlobs("public", blobs);
    expect(await test.open().blobs("public", ["abc"])).toEqual(blobs);
  });
});
