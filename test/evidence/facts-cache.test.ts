import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit.ts";
import type { FactsCache, FactsKey } from "../../src/evidence/facts-cache.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import type { Snapshot } from "../../src/snapshot/snapshot.ts";
import { MemoryFacts } from "../../src/store/memory-facts.ts";
import { type FileOf, snapshotOf } from "../snapshot-of.ts";

const POLICY = loadPolicy(null, ".github/openness.yml");
const MIT = `MIT License

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction.
`;
const TREE: Readonly<Record<string, FileOf>> = {
  "README.md": "# Lumo\n\nLumo is a model trained on [lumo-data](https://huggingface.co/datasets/acme-ai/lumo-data).\n",
  LICENSE: MIT,
  "train.py":
    "import torch\noptimizer = torch.optim.AdamW(model.parameters())\nloss.backward()\noptimizer.step()\nlr_scheduler.step()\n",
  "config/train.yaml": "learning_rate: 0.0001\nwarmup_steps: 100\nbatch_size: 8\n",
  "CITATION.cff": "title: Lumo\nlicense: MIT\n",
  "results/lumo.json":
    '{"results": {"arc_easy": {"acc,none": 0.7}}, "config": {"model": "lumo"}, "versions": {"arc_easy": 1}}',
};

/** A cache that tells what was asked of it and not known. */
function watched(cache: FactsCache): FactsCache & { made: FactsKey[] } {
  const made: FactsKey[] = [];
  return {
    made,
    get: (key) => cache.get(key),
    set(key, kept) {
      made.push(key);
      cache.set(key, kept);
    },
  };
}

const withBlob = (snapshot: Snapshot, path: string, text: string, sha: string): Snapshot => ({
  ...snapshot,
  entries: snapshot.entries.map((entry) => (entry.path === path ? { ...entry, sha } : entry)),
  contents: new Map([...snapshot.contents, [path, { kind: "text", text, encoding: "utf-8" }]]),
});

describe("facts that were found before", () => {
  const snapshot = snapshotOf(TREE);

  it("give the report that analysing anew gives", () => {
    const cache = new MemoryFacts().scope("public");
    const anew = audit(snapshot, POLICY);
    expect(audit(snapshot, POLICY, undefined, cache)).toEqual(anew);
    expect(audit(snapshot, POLICY, undefined, cache)).toEqual(anew);
  });

  it("are not looked for a second time", () => {
    const cache = watched(new MemoryFacts().scope("public"));
    audit(snapshot, POLICY, undefined, cache);
    expect(new Set(cache.made.map(({ analyser }) => analyser))).toEqual(
      new Set(["document", "source", "config", "citation", "result", "license"]),
    );
    cache.made.length = 0;
    audit(snapshot, POLICY, undefined, cache);
    expect(cache.made).toEqual([]);
  });

  it("are made anew for a file with another content, and for that one only", () => {
    const cache = watched(new MemoryFacts().scope("public"));
    audit(snapshot, POLICY, undefined, cache);
    cache.made.length = 0;
    const changed = withBlob(snapshot, "LICENSE", "No rights are granted.\n", "f".repeat(40));
    const report = audit(changed, POLICY, undefined, cache);
    expect(cache.made.map(({ path }) => path)).toEqual(["LICENSE"]);
    expect(report).toEqual(audit(changed, POLICY));
    expect(report.licenseFiles[0]?.open).not.toBe(true);
  });

  it("do not follow a content to another path, because a path tells what a file is", () => {
    const moved: Snapshot = {
      ...snapshot,
      entries: snapshot.entries.map((entry) =>
        entry.path === "train.py" ? { ...entry, path: "tests/train.py" } : entry,
      ),
      contents: new Map(
        [...snapshot.contents].map(([path, it]) => [path === "train.py" ? "tests/train.py" : path, it]),
      ),
    };
    const cache = new MemoryFacts().scope("public");
    expect(audit(snapshot, POLICY, undefined, cache).components["training-code"].presence).toBe("in-repo");
    expect(audit(moved, POLICY, undefined, cache).components["training-code"].presence).toBe("absent");
  });

  it("tell nothing of the text behind a symbolic link, whose own content is a path", () => {
    const linked = snapshotOf({ LICENSE: { link: "legal/TERMS.txt" }, "legal/TERMS.txt": MIT });
    const cache = new MemoryFacts().scope("public");
    audit(linked, POLICY, undefined, cache);
    const changed = withBlob(linked, "legal/TERMS.txt", "Do not use this.\n", "e".repeat(40));
    expect(audit(changed, POLICY, undefined, cache)).toEqual(audit(changed, POLICY));
  });
});

describe("facts in memory", () => {
  const key: FactsKey = { analyser: "document", version: "1", path: "README.md", sha: "a".repeat(40) };

  it("are found under every part of their key and no other", () => {
    const cache = new MemoryFacts().scope("public");
    cache.set(key, { facts: undefined });
    expect(cache.get(key)).toEqual({ facts: undefined });
    for (const other of [
      { ...key, analyser: "source" },
      { ...key, version: "2" },
      { ...key, path: "docs/README.md" },
      { ...key, sha: "b".repeat(40) },
    ])
      expect(cache.get(other)).toBeUndefined();
  });

  it("of a private repository are not found by another installation, and go when it goes", () => {
    const facts = new MemoryFacts();
    facts.scope("installation 1").set(key, { facts: "secret" });
    expect(facts.scope("installation 2").get(key)).toBeUndefined();
    expect(facts.scope("public").get(key)).toBeUndefined();
    facts.forgetScope("installation 1");
    expect(facts.scope("installation 1").get(key)).toBeUndefined();
  });

  it("are bounded, large ones counting for more, and the longest unused go first", () => {
    const facts = new MemoryFacts(8);
    const cache = facts.scope("public");
    for (let n = 0; n < 8; n++) cache.set({ ...key, path: `${n}.md` }, { facts: n });
    cache.get({ ...key, path: "0.md" });
    cache.set({ ...key, path: "long.md" }, { facts: "long".repeat(1_500) });
    expect(facts.size).toBe(7);
    expect(cache.get({ ...key, path: "0.md" })).toEqual({ facts: 0 });
    expect(cache.get({ ...key, path: "1.md" })).toBeUndefined();
  });
});
