import { expect, it } from "vitest";
import { audit } from "../../src/audit.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { RULES_VERSION } from "../../src/version.ts";
import { snapshotOf } from "../snapshot-of.ts";
import { describeStores, type StoreTest } from "./engines.ts";

const REPORT = audit(snapshotOf({ "README.md": "# Lumo\n" }), loadPolicy(null, ".github/openness.yml"));
const TABLES = ["audits", "commits", "refs", "comments", "repositories", "blobs", "facts", "backfills", "lists"];
const PUBLISHED = { isCheckDone: true, comments: [], answered: [], base: undefined, attempt: undefined };

/** Writes something into every table for a repository of an installation. */
async function fill(test: StoreTest, repository: number, installation: number, scope: string): Promise<void> {
  const store = test.open();
  await store.rememberAudit({ repository, tree: "tree", rules: "rules" }, REPORT);
  await store.rememberTree(repository, "head", "tree");
  await store.rememberPublished(repository, "head", PUBLISHED);
  await store.rememberRef(repository, "refs/heads/main", "head", test.today);
  await store.rememberComment(repository, 7, "IC_1");
  await store.rememberLists([{ repository, tree: "tree", entries: [] }]);
  await store.rememberRepository(repository, { installation, owner: "lab", isModelRepository: true });
  await store.rememberBlobs(scope, new Map([["sha", { kind: "bytes", bytes: Buffer.from("text") }]]));
  const facts = await store.facts(scope, []);
  facts.set({ analyser: "document", version: RULES_VERSION, path: "README.md", sha: "sha" }, { facts: "seen" });
  await facts.save();
  await store.rememberBackfill({
    installation,
    cursor: undefined,
    listed: 1,
    looked: 1,
    models: 1,
    queued: 1,
    startedAt: test.today,
  });
}

const counts = async (test: StoreTest) =>
  Object.fromEntries(await Promise.all(TABLES.map(async (table) => [table, (await test.rows(table)).length])));

describeStores("forgetting", (test) => {
  it("a repository takes all that is known of it, and of no other", async () => {
    await fill(test, 1, 5, "public");
    await fill(test, 11, 5, "public");
    await test.open().forgetRepository(1);
    expect(await counts(test)).toEqual({
      audits: 1,
      commits: 1,
      refs: 1,
      comments: 1,
      repositories: 1,
      blobs: 1,
      facts: 1,
      backfills: 1,
      lists: 1,
    });
    const store = test.open();
    expect(await store.audit({ repository: 1, tree: "tree", rules: "rules" })).toBeUndefined();
    expect([await store.tree(1, "head"), await store.repository(1), await store.comment(1, 7)]).toEqual([
      undefined,
      {},
      undefined,
    ]);
    expect([await store.tree(11, "head"), await store.comment(11, 7)]).toEqual(["tree", "IC_1"]);
    expect([await store.hasCommented(1), await store.hasCommented(11)]).toEqual([false, true]);
  });

  it("a repository takes it from the memory of the process too", async () => {
    const store = test.open();
    await store.rememberAudit({ repository: 1, tree: "tree", rules: "rules" }, REPORT);
    await store.rememberTree(1, "head", "tree");
    await store.rememberTree(11, "head", "tree");
    await store.forgetRepository(1);
    expect(await store.audit({ repository: 1, tree: "tree", rules: "rules" })).toBeUndefined();
    expect([await store.tree(1, "head"), await store.tree(11, "head")]).toEqual([undefined, "tree"]);
  });

  it("an installation takes all its repositories and what was private, and leaves what is everybody's", async () => {
    await fill(test, 1, 5, "installation 5");
    await fill(test, 2, 5, "public");
    await fill(test, 3, 55, "installation 55");
    expect(await test.open().forgetInstallation(5)).toBe(2);
    expect(await counts(test)).toEqual({
      audits: 1,
      commits: 1,
      refs: 1,
      comments: 1,
      repositories: 1,
      blobs: 2,
      facts: 2,
      backfills: 1,
      lists: 1,
    });
    expect((await test.rows("blobs")).map(({ scope }) => scope)).toEqual(["installation 55", "public"]);
    expect((await test.rows("facts")).map(({ scope }) => scope)).toEqual(["installation 55", "public"]);
    expect(await test.open().repositories(55)).toHaveLength(1);
    expect(await test.open().forgetInstallation(5), "again").toBe(0);
  });

  it("an installation that was never heard of changes nothing", async () => {
    await fill(test, 1, 5, "public");
    const before = await counts(test);
    expect(await test.open().forgetInstallation(999)).toBe(0);
    expect(await counts(test)).toEqual(before);
  });
});

describeStores("pruning", (test) => {
  const daysLater = (days: number) => new Date(Date.UTC(2026, 2, 1, 12) + days * 24 * 60 * 60 * 1000);

  it("deletes what nobody used for ninety days, and never repositories or comments", async () => {
    await fill(test, 1, 5, "public");
    const store = test.open();
    expect(await store.prune(daysLater(1))).toBe(0);
    expect(await store.prune(daysLater(2)), "a list that no audit used").toBe(1);
    expect(await store.prune(daysLater(90))).toBe(0);
    expect(await store.prune(daysLater(91))).toBe(5);
    expect(await counts(test)).toEqual({
      audits: 0,
      commits: 0,
      refs: 0,
      comments: 1,
      repositories: 1,
      blobs: 0,
      facts: 0,
      backfills: 1,
      lists: 0,
    });
  });

  it("spares what was read since", async () => {
    await fill(test, 1, 5, "public");
    test.today = daysLater(60);
    const store = test.open();
    await store.audit({ repository: 1, tree: "tree", rules: "rules" });
    await store.published(1, "head");
    await store.blobs("public", ["sha", "unknown"]);
    await store.facts("public", [{ path: "README.md", sha: "sha" }]);
    await store.prune(daysLater(120));
    const left = await counts(test);
    expect([left.audits, left.commits, left.blobs, left.facts]).toEqual([1, 1, 1, 1]);
    await store.prune(daysLater(151));
    const then = await counts(test);
    expect([then.audits, then.commits, then.blobs, then.facts]).toEqual([0, 0, 0, 0]);
  });

  it("deletes what an audit under way left of a repository and an installation that were forgotten before it ended", async () => {
    const store = test.open();
    await fill(test, 2, 6, "installation 6");
    const facts = await store.facts("installation 5", []);
    await fill(test, 1, 5, "installation 5");
    await store.forgetInstallation(5);
    await store.rememberAudit({ repository: 1, tree: "tree", rules: "rules" }, REPORT);
    await store.rememberPublished(1, "head", PUBLISHED);
    await store.rememberRef(1, "refs/heads/main", "head", test.today);
    await store.rememberBlobs("installation 5", new Map([["sha", { kind: "bytes", bytes: Buffer.from("secret") }]]));
    facts.set({ analyser: "document", version: RULES_VERSION, path: "README.md", sha: "sha" }, { facts: "secret" });
    await facts.save();
    await store.rememberLists([{ repository: 1, tree: "tree", entries: [] }]);
    expect(await store.prune(daysLater(1)), "it may just be heard of").toBe(0);
    expect(await store.prune(daysLater(2))).toBe(7);
    const scopes = (await Promise.all(["blobs", "facts"].map(test.rows))).flat().map(({ scope }) => scope);
    expect(scopes).toEqual(["installation 6", "installation 6"]);
    expect(await test.open().tree(2, "head")).toBe("tree");
  });

  it("goes on until all is gone, a thousand rows at a time", async () => {
    const many = Array.from({ length: 2_500 }, (_, id) => [`sha ${id}`, { kind: "binary", size: id }] as const);
    await test.open().rememberBlobs("public", new Map(many));
    test.today = daysLater(100);
    await test.open().rememberBlobs("public", new Map([["new", { kind: "binary", size: 1 }]]));
    expect(await test.open().prune(daysLater(100))).toBe(2_500);
    expect((await test.rows("blobs")).map(({ sha }) => sha)).toEqual(["new"]);
  });

  it("does not make reading a write: a row is marked as used once a day", async () => {
    await fill(test, 1, 5, "public");
    const version = async () =>
      Promise.all(
        ["audits", "commits", "blobs", "facts"].map(async (table) => {
          const [row] = await test.database.query<{ xmin: string }>(`SELECT xmin::text FROM openness.${table}`);
          return row?.xmin;
        }),
      );
    const readAll = async () => {
      const store = test.open();
      await store.audit({ repository: 1, tree: "tree", rules: "rules" });
      await store.published(1, "head");
      await store.blobs("public", ["sha"]);
      await store.facts("public", [{ path: "README.md", sha: "sha" }]);
    };
    const first = await version();
    await readAll();
    expect(await version()).toEqual(first);
    test.today = daysLater(1);
    await readAll();
    const second = await version();
    expect(second.every((one, index) => one !== first[index])).toBe(true);
    await readAll();
    expect(await version()).toEqual(second);
  });
});
