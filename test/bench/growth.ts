import { createHash } from "node:crypto";
import { audit } from "../../src/audit.ts";
import { selectReads } from "../../src/evidence/files/select.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import type { Listing, Snapshot } from "../../src/snapshot/snapshot.ts";
import { MemoryFacts } from "../../src/store/memory-facts.ts";
import type { Bench } from "./bench.ts";
import { modelTree } from "./model-tree.ts";
import { median, ms, timesOf } from "./timing.ts";

const SIZES = [100, 1_000, 10_000, 100_000];
const RUNS = 3;
/** Time per file of a large tree against one a tenth of its size: more than this is growth faster than the tree's. */
const LINEAR = 1.5;

export const growthBench: Bench = {
  name: "growth",
  what: "choosing what to read and auditing it, in process, for trees from a hundred files to a hundred thousand; listing and reading left out",
  async run() {
    const policy = loadPolicy(null, ".github/openness.yml");
    const warm = snapshotFor(1_000);
    await timesOf(3, () => audit(warm, policy));
    const lines: string[] = [];
    const perFile: number[] = [];
    for (const size of SIZES) {
      const snapshot = snapshotFor(size);
      const select = median(await timesOf(RUNS, () => selectReads(snapshot)));
      const anew = median(await timesOf(RUNS, () => audit(snapshot, policy)));
      const cache = new MemoryFacts().scope("bench");
      audit(snapshot, policy, undefined, cache);
      const known = median(await timesOf(RUNS, () => audit(snapshot, policy, undefined, cache)));
      perFile.push((select + known) / size);
      lines.push(
        `${String(size).padStart(7)} files, ${snapshot.contents.size} read: select ${ms(select)} · audit ${ms(anew)} · with every blob known ${ms(known)} · ${(((select + anew) / size) * 1000).toFixed(1)} µs per file, ${(((select + known) / size) * 1000).toFixed(1)} µs with every blob known`,
      );
    }
    const growth = (perFile.at(-1) ?? 0) / (perFile.at(-2) ?? 1);
    return [
      ...lines,
      `ten times the files, time per file times ${growth.toFixed(2)}: ${growth <= LINEAR ? "linear" : "MORE THAN LINEAR"}`,
    ];
  },
};

function snapshotFor(files: number): Snapshot {
  const tree = Object.entries(modelTree(files)).map(([path, text]) => ({ path, text: String(text) }));
  const listing: Listing = {
    source: { kind: "folder", location: "bench" },
    repository: { owner: "lab", name: "tiny" },
    commit: undefined,
    tree: "0".repeat(40),
    entries: tree.map(({ path, text }) => ({
      path,
      kind: "file",
      executable: false,
      size: text.length,
      sha: createHash("sha1").update(path).digest("hex"),
    })),
    complete: true,
  };
  const wanted = new Set(selectReads(listing).map(({ path }) => path));
  const read = tree.filter(({ path }) => wanted.has(path));
  return {
    ...listing,
    contents: new Map(read.map(({ path, text }) => [path, { kind: "text", text, encoding: "utf-8" }])),
  };
}
