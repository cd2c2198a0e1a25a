import { expect, it } from "vitest";
import { loadPolicy } from "../../src/policy/load.ts";
import type { RepositoryWithId } from "../../src/store/store.ts";
import { describeStores } from "./engines.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";

const POLICY = { loaded: loadPolicy("target: 2\n", ".github/openness.yml"), readAt: 1_772_000_000_123 };

describeStores("repositories in the store", (test) => {
  it("are known as they were told, to every process", async () => {
    const known = {
      installation: 5,
      owner: "lab",
      name: "tiny",
      isPrivate: true,
      isModelRepository: false,
      nodeId: "R_1",
      defaultBranch: "main",
      auditedHead: "a".repeat(40),
      policy: POLICY,
    };
    expect(await test.open().repository(1)).toEqual({});
    await test.open().rememberRepository(1, known);
    expect(await test.open().repository(1)).toEqual(known);
  });

  it("keep what is not named, and lose what is named as unknown", async () => {
    const store = test.open();
    await store.rememberRepository(1, { owner: "lab", isModelRepository: true, policy: POLICY });
    await store.rememberRepository(1, { nodeId: "R_1" });
    await store.rememberRepository(1, {});
    expect(await store.repository(1)).toEqual({ owner: "lab", isModelRepository: true, policy: POLICY, nodeId: "R_1" });
    await store.rememberRepository(1, { policy: undefined, isModelRepository: undefined });
    expect(await store.repository(1)).toEqual({ owner: "lab", nodeId: "R_1" });
  });

  it("keep a policy whose problems quote hostile text", async () => {
    const problems = HOSTILE_TEXTS.map((message) => ({ path: message, line: 1, message }));
    const policy = { readAt: 1, loaded: { ...POLICY.loaded, problems } };
    await test.open().rememberRepository(1, { policy });
    expect((await test.open().repository(1)).policy).toEqual(policy);
  });

  it("are told by the thousand, each in its own shape, and the last word on each counts", async () => {
    const store = test.open();
    await store.rememberRepository(2, { isModelRepository: true, owner: "before" });
    const many: RepositoryWithId[] = Array.from({ length: 5_000 }, (_, id) => ({
      id,
      installation: 5,
      owner: "lab",
      name: `repository ${id}`,
      isPrivate: id % 2 === 0,
      ...(id % 3 === 0 ? { defaultBranch: "main" } : {}),
    }));
    await store.rememberRepositories([...many, { id: 7, name: "renamed" }, { id: 9_999 }]);
    const known = await test.open().repositories(5);
    expect(known.length).toBe(5_000);
    expect(known[2]).toEqual({ ...many[2], isModelRepository: true });
    expect(known[7]).toEqual({ ...many[7], name: "renamed" });
    expect(known[9]).toEqual(many[9]);
    expect(await store.repositories(6)).toEqual([]);
    await store.rememberRepositories([]);
  });

  it("that hold a model are walked through to the last, and no others", async () => {
    const store = test.open();
    const many = Array.from({ length: 1_250 }, (_, id) => ({ id, installation: 5, isModelRepository: id % 5 !== 0 }));
    await store.rememberRepositories([...many, { id: 5_000, owner: "not looked at" }]);
    const ids: number[] = [];
    for await (const { id } of test.open().modelRepositories()) ids.push(id);
    expect(ids).toEqual(many.filter(({ isModelRepository }) => isModelRepository).map(({ id }) => id));
  });

  it("forget their policies when their owner's own changed, and only then", async () => {
    const store = test.open();
    await store.rememberRepository(1, { owner: "lab", nodeId: "R_1", policy: POLICY });
    await store.rememberRepository(2, { owner: "other", policy: POLICY });
    await store.forgetPolicies("lab");
    expect(await store.repository(1)).toEqual({ owner: "lab", nodeId: "R_1" });
    expect((await store.repository(2)).policy).toEqual(POLICY);
  });

  it("change installations when they are transferred", async () => {
    const store = test.open();
    await store.rememberRepository(1, { installation: 5 });
    await store.rememberRepository(1, { installation: 6 });
    expect(await store.forgetInstallation(5)).toBe(0);
    expect(await store.repository(1)).toEqual({ installation: 6 });
  });
});

describeStores("the progress of a back-fill", (test) => {
  const begun = {
    installation: 5,
    cursor: undefined,
    listed: 0,
    looked: 0,
    models: 0,
    queued: 0,
    startedAt: new Date(0),
  };

  it("is found again by the next process, until it is finished", async () => {
    const store = test.open();
    expect(await store.backfill(5)).toBeUndefined();
    await store.rememberBackfill(begun);
    const later = { ...begun, cursor: "Y3Vyc29y\0", listed: 100, looked: 90, models: 3, queued: 2 };
    await store.rememberBackfill(later);
    await store.rememberBackfill({ ...begun, installation: 6, startedAt: new Date(1_000) });
    const other = test.open();
    expect(await other.backfill(5)).toEqual(later);
    expect((await other.unfinishedBackfills()).map(({ installation }) => installation)).toEqual([5, 6]);
    const finished = { ...later, cursor: undefined, finishedAt: new Date(5_000) };
    await other.rememberBackfill(finished);
    expect(await store.backfill(5)).toEqual(finished);
    expect((await store.unfinishedBackfills()).map(({ installation }) => installation)).toEqual([6]);
  });
});
