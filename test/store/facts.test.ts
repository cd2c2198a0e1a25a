import { expect, it } from "vitest";
import { audit } from "../../src/audit.ts";
import type { FactsKey } from "../../src/evidence/facts-cache.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import type { KeptFacts } from "../../src/store/facts.ts";
import { RULES_VERSION } from "../../src/version.ts";
import { snapshotOf } from "../snapshot-of.ts";
import { describeStores } from "./engines.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";

const POLICY = loadPolicy(null, ".github/openness.yml");
const SNAPSHOT = snapshotOf({
  "README.md": "# Lumo\n\nLumo is a model trained on [lumo-data](https://huggingface.co/datasets/acme-ai/lumo-data).\n",
  LICENSE:
    "MIT License\n\nPermission is hereby granted, free of charge, to any person obtaining a copy of this software.\n",
  "train.py": "import torch\noptimizer = torch.optim.AdamW(model.parameters())\nloss.backward()\noptimizer.step()\n",
  "config/train.yaml": "learning_rate: 0.0001\nwarmup_steps: 100\nbatch_size: 8\n",
});
const KEY: FactsKey = { analyser: "document", version: RULES_VERSION, path: "README.md", sha: "a".repeat(40) };

/** What an audit asked for and did not find. */
function watched(facts: KeptFacts): KeptFacts & { made: string[] } {
  const made: string[] = [];
  return {
    made,
    get: (key) => facts.get(key),
    set(key, kept) {
      made.push(`${key.analyser} ${key.path}`);
      facts.set(key, kept);
    },
    save: () => facts.save(),
  };
}

describeStores("facts in the store", (test) => {
  it("are found by the next process, so that nothing is analysed twice and the report is the same", async () => {
    const anew = audit(SNAPSHOT, POLICY);
    const first = watched(await test.open().facts("public", SNAPSHOT.entries));
    expect(audit(SNAPSHOT, POLICY, undefined, first)).toEqual(anew);
    expect(first.made.length).toBeGreaterThanOrEqual(4);
    await first.save();
    const second = watched(await test.open().facts("public", SNAPSHOT.entries));
    expect(audit(SNAPSHOT, POLICY, undefined, second)).toEqual(anew);
    expect(second.made).toEqual([]);
  });

  it("are found by the same process before they are saved, and without the database after", async () => {
    const store = test.open();
    (await store.facts("public", [KEY])).set(KEY, { facts: "seen" });
    expect((await store.facts("public", [KEY])).get(KEY)).toEqual({ facts: "seen" });
    expect(await test.rows("facts")).toEqual([]);
  });

  it("come back whatever plain data they are", async () => {
    const values = [
      undefined,
      null,
      new Map([["a", new Set([1, undefined])]]),
      { a: undefined, text: HOSTILE_TEXTS, large: "x".repeat(200_000) },
      [Number.NaN, -0, 2n ** 70n, new Date(5)],
    ];
    const facts = await test.open().facts("public", []);
    values.forEach((value, index) => {
      facts.set({ ...KEY, path: `${index}` }, { facts: value });
    });
    await facts.save();
    const files = values.map((_, index) => ({ sha: KEY.sha, path: `${index}` }));
    const found = await test.open().facts("public", files);
    values.forEach((value, index) => {
      expect(found.get({ ...KEY, path: `${index}` })).toStrictEqual({ facts: value });
    });
  });

  it("are found under every part of their key and no other", async () => {
    const facts = await test.open().facts("public", [KEY]);
    facts.set(KEY, { facts: 1 });
    await facts.save();
    const others = [
      { ...KEY, analyser: "source" },
      { ...KEY, version: `${RULES_VERSION}0` },
      { ...KEY, path: "docs/README.md" },
      { ...KEY, sha: "b".repeat(40) },
    ];
    const found = await test.open().facts("public", [KEY, ...others]);
    expect(found.get(KEY)).toEqual({ facts: 1 });
    for (const other of others) expect(found.get(other)).toBeUndefined();
  });

  it("of another version of the rules are not taken for those of this one", async () => {
    const facts = await test.open().facts("public", [KEY]);
    facts.set({ ...KEY, version: "an older one" }, { facts: "old" });
    await facts.save();
    const found = await test.open().facts("public", [KEY]);
    expect(found.get(KEY)).toBeUndefined();
    expect(await test.rows("facts")).toHaveLength(1);
  });

  it("are found under hostile paths, each its own", async () => {
    const paths = [...HOSTILE_TEXTS, ...HOSTILE_TEXTS.map((text) => `${"folder/".repeat(500)}${text}`)];
    const facts = await test.open().facts("public", []);
    for (const path of paths) facts.set({ ...KEY, path }, { facts: path });
    await facts.save();
    expect(await test.rows("facts")).toHaveLength(paths.length);
    const found = await test.open().facts(
      "public",
      paths.map((path) => ({ path, sha: KEY.sha })),
    );
    for (const path of paths) expect(found.get({ ...KEY, path })).toEqual({ facts: path });
  });

  it("of a private repository are not found by another installation, and go when it goes", async () => {
    const store = test.open();
    const facts = await store.facts("installation 1", [KEY]);
    facts.set(KEY, { facts: "secret" });
    await facts.save();
    for (const one of [store, test.open()]) {
      for (const scope of ["installation 2", "installation 11", "public"])
        expect((await one.facts(scope, [KEY])).get(KEY)).toBeUndefined();
      expect((await one.facts("installation 1", [KEY])).get(KEY)).toEqual({ facts: "secret" });
    }
    await store.forgetScope("installation 1");
    for (const one of [store, test.open()]) expect((await one.facts("installation 1", [KEY])).get(KEY)).toBeUndefined();
  });

  it("that are damaged are made anew and mended", async () => {
    const facts = await test.open().facts("public", [KEY]);
    facts.set(KEY, { facts: "seen" });
    await facts.save();
    for (const damaged of [`'\\x00'::bytea`, `''::bytea`, `substr(facts, 1, length(facts) - 2)`]) {
      await test.database.query(`UPDATE openness.facts SET facts = ${damaged}`);
      const found = await test.open().facts("public", [KEY]);
      expect(found.get(KEY)).toBeUndefined();
      found.set(KEY, { facts: "seen" });
      await found.save();
      expect((await test.open().facts("public", [KEY])).get(KEY)).toEqual({ facts: "seen" });
    }
  });

  it("that one analyser adds to a file's do not push out those of another", async () => {
    const first = await test.open().facts("public", [KEY]);
    first.set(KEY, { facts: "document" });
    await first.save();
    const second = await test.open().facts("public", [KEY]);
    second.set({ ...KEY, analyser: "license" }, { facts: "license" });
    await second.save();
    await second.save();
    const found = await test.open().facts("public", [KEY]);
    expect(found.get(KEY)).toEqual({ facts: "document" });
    expect(found.get({ ...KEY, analyser: "license" })).toEqual({ facts: "license" });
  });

  it("are kept by two processes at once without waiting for each other in a ring", async () => {
    const files = Array.from({ length: 300 }, (_, index) => ({ path: `${index}.md`, sha: KEY.sha }));
    const sessions = await Promise.all([1, 2, 3, 4].map(() => test.open().facts("public", [])));
    for (const [index, session] of sessions.entries())
      for (const file of index % 2 === 0 ? files : files.toReversed())
        session.set({ ...KEY, ...file }, { facts: file });
    await Promise.all(sessions.map((session) => session.save()));
    const found = await test.open().facts("public", files);
    for (const file of files) expect(found.get({ ...KEY, ...file })).toEqual({ facts: file });
  });
});
