import { describe, expect, it } from "vitest";
import { Lru } from "../../src/store/lru.ts";
import { MemoryStore } from "../../src/store/memory-store.ts";

describe("the least recently used", () => {
  it("is forgotten first, by weight", () => {
    const lru = new Lru<string>(8);
    lru.set("a", "1", 2);
    lru.set("b", "2", 2);
    lru.set("c", "3", 2);
    lru.set("d", "4", 2);
    lru.get("a");
    lru.set("e", "5", 2);
    expect(lru.entries().map(([key]) => key)).toEqual(["c", "d", "a", "e"]);
    lru.set("huge", "6", 3);
    expect(lru.get("huge"), "nothing may push out all the others").toBeUndefined();
    expect(lru.size).toBe(4);
  });
});

describe("the store", () => {
  it("keeps what was read in private apart from what others may find", async () => {
    const store = new MemoryStore();
    await store.rememberBlob("installation 1", "abc", { kind: "bytes", bytes: Buffer.from("secret") });
    expect(await store.blob("installation 2", "abc")).toBeUndefined();
    expect(await store.blob("public", "abc")).toBeUndefined();
    await store.forgetScope("installation 1");
    expect(await store.blob("installation 1", "abc")).toBeUndefined();
  });

  it("does not remember that a file could not be read", async () => {
    const store = new MemoryStore();
    await store.rememberBlob("public", "abc", { kind: "unavailable", reason: "502" });
    expect(await store.blob("public", "abc")).toBeUndefined();
  });

  it("forgets a repository, and that one only", async () => {
    const store = new MemoryStore();
    for (const id of [1, 11]) {
      await store.rememberTree(id, "head", "tree");
      await store.rememberRepository(id, { owner: "lab", isModelRepository: true });
      await store.rememberComment(id, 7, "IC_1");
    }
    await store.forgetRepository(1);
    expect([await store.tree(1, "head"), await store.repository(1), await store.comment(1, 7)]).toEqual([
      undefined,
      {},
      undefined,
    ]);
    expect([await store.tree(11, "head"), await store.comment(11, 7)]).toEqual(["tree", "IC_1"]);
  });

  it("forgets the policies of an owner whose own policy changed", async () => {
    const store = new MemoryStore();
    const policy = { loaded: { policy: {} as never, source: null, problems: [] }, readAt: 1 };
    await store.rememberRepository(1, { owner: "lab", policy });
    await store.rememberRepository(2, { owner: "other", policy });
    await store.forgetPolicies("lab");
    expect((await store.repository(1)).policy).toBeUndefined();
    expect((await store.repository(2)).policy).toBe(policy);
  });
});
