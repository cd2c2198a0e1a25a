import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Backfills } from "../../src/upkeep/backfill.ts";
import { beginBackfill } from "../../src/upkeep/begin.ts";
import { Worker } from "../../src/worker.ts";
import { LFS_POINTER, MODEL } from "../e2e/stage.ts";
import { type ScratchRepository, scratchRepository } from "../github/scratch.ts";
import { setUpkeepStage, type UpkeepStage } from "./stage.ts";

const never = new AbortController().signal;
const TREES = "GET /repos/{owner}/{repo}/git/trees/{tree_sha}";

let ordinary: ScratchRepository;
let odd: ScratchRepository;
let deep: ScratchRepository;
beforeAll(async () => {
  [ordinary, odd, deep] = await Promise.all([scratchRepository(), scratchRepository(), scratchRepository()]);
  await ordinary.commit(MODEL);
  await odd.commit({
    ...MODEL,
    "docs/模型 卡.md": "# 模型\n",
    'docs/"q" | <b>&.md': "# Data\n\nThe data.\n",
    LICENSE: { mode: "120000", content: "legal/LICENSE" },
    "legal/LICENSE": "MIT License\n\nCopyright (c) 2026 Ada\n",
    "train.sh": { mode: "100755", content: "#!/bin/sh\npython train.py\n" },
    "third_party/lib": { mode: "160000", content: "c".repeat(40) },
    "weights/a.safetensors": LFS_POINTER,
  });
  await deep.commit({ ...MODEL, "1/2/3/4/5/6/7/train.py": "import torch\n\nloss.backward()\noptimizer.step()\n" });
});
afterAll(async () => void (await Promise.all([ordinary, odd, deep].map((git) => git.remove()))));

interface Filled extends UpkeepStage {
  readonly installation: number;
  auditAll(): Promise<void>;
}

/** An installation of these repositories, with its back-fill done. */
async function fill(
  gits: readonly ScratchRepository[],
  before: (stage: UpkeepStage) => void = () => {},
): Promise<Filled> {
  const stage = await setUpkeepStage();
  const { github, store, clients, queue } = stage;
  let installation = 0;
  for (const [index, { directory }] of gits.entries()) {
    const added = await github.addRepository({ owner: "lab", name: `model-${index}`, gitDir: directory });
    installation = added.installation!.id;
  }
  await beginBackfill(store, { installation, repositories: [], isAll: true });
  before(stage);
  await new Backfills(stage).run(never);
  const worker = new Worker({ clients, store, log: pino({ level: "silent" }) });
  return {
    ...stage,
    installation,
    async auditAll() {
      for (const { value } of queue.owed) await worker.carryOut(value, { newer: async () => undefined });
    },
  };
}

const kept = async ({ database }: UpkeepStage): Promise<number> =>
  (await database.query("SELECT repository FROM openness.lists")).length;

const runs = ({ github }: UpkeepStage) =>
  github.checkRuns
    .map(({ repository, headSha, conclusion, output }) => ({ name: repository.fullName, headSha, conclusion, output }))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));

describe("an audit whose list was read ahead", () => {
  it("says word for word what it says with a list of its own, and costs a request less", async () => {
    const gits = [ordinary, odd, deep];
    const ahead = await fill(gits);
    expect(await kept(ahead), "the deep one is left to its audit").toBe(2);
    ahead.requests();
    await ahead.auditAll();
    const cheap = ahead.requests();
    const alone = await fill(gits);
    await alone.database.query("DELETE FROM openness.lists");
    alone.requests();
    await alone.auditAll();
    expect(runs(ahead)).toHaveLength(3);
    expect(runs(ahead)).toEqual(runs(alone));
    expect(alone.requests()).toHaveLength(9);
    expect(cheap).toHaveLength(7);
    expect(cheap.filter((operation) => operation === TREES)).toHaveLength(1);
    expect([await kept(ahead), ahead.github.violations]).toEqual([0, []]);
  });

  it("has it again when it is tried again, and asks GitHub for a newer commit's", async () => {
    const stage = await fill([ordinary, ordinary]);
    stage.github.fault({ match: { graphql: "repository" }, kind: "bad-gateway-before", times: 3 });
    await expect(stage.auditAll()).rejects.toThrow();
    expect(await kept(stage)).toBe(2);
    stage.requests();
    await stage.auditAll();
    expect(stage.requests()).toHaveLength(4);
    const [repository] = await stage.store.repositories(stage.installation);
    expect(await stage.store.list(repository!.id, "0".repeat(40))).toBeUndefined();
  });

  it("does without where GitHub gives no answer to the question for many", async () => {
    const stage = await fill([ordinary, ordinary, ordinary, ordinary], ({ github }) =>
      github.fault({ match: { graphql: "node" }, kind: "bad-gateway-before", times: 100 }),
    );
    stage.github.clearFaults();
    expect([await kept(stage), stage.queue.owed.length]).toEqual([0, 4]);
    stage.requests();
    await stage.auditAll();
    expect(stage.requests()).toHaveLength(12);
    expect(runs(stage)).toHaveLength(4);
  });

  it("is forgotten with its installation", async () => {
    const stage = await fill([ordinary, ordinary]);
    expect(await kept(stage)).toBe(2);
    await stage.store.forgetInstallation(stage.installation);
    expect(await kept(stage)).toBe(0);
  });
});
