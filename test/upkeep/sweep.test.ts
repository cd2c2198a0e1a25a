import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sweepHeads } from "../../src/upkeep/sweep.ts";
import { Worker } from "../../src/worker.ts";
import { MODEL } from "../e2e/stage.ts";
import { type ScratchRepository, scratchRepository } from "../github/scratch.ts";
import type { Repository } from "../github/world.ts";
import { setUpkeepStage, type UpkeepStage } from "./stage.ts";

const signal = new AbortController().signal;
const HEADS = "query nodes rateLimit";

let git: ScratchRepository;
let first: string;
let second: string;
beforeAll(async () => {
  git = await scratchRepository();
  first = await git.commit(MODEL);
  second = await git.commit({ "NEWS.md": "# News\n\nMore.\n" });
  await git.commit({ "train.py": "import torch\n" }, { branch: "feature", from: "main" });
});
afterAll(() => git.remove());

interface SweepStage extends UpkeepStage {
  readonly repository: Repository;
  readonly installation: number;
}

/** One model repository that was audited at its first commit, where it points still. */
async function setSweepStage(): Promise<SweepStage> {
  const stage = await setUpkeepStage();
  const repository = await stage.github.addRepository({ owner: "lab", name: "tiny", gitDir: git.directory });
  stage.github.updateRef(repository, "main", first);
  const installation = repository.installation!.id;
  await remember(stage, repository, { auditedHead: first, isModelRepository: true });
  return { ...stage, repository, installation };
}

const remember = async (
  { store, github }: UpkeepStage,
  repository: Repository,
  known: { auditedHead?: string; isModelRepository?: boolean },
): Promise<void> => {
  const { node_id: nodeId } = (await github.payloads.push(repository)).repository as { node_id: string };
  const installation = repository.installation!.id;
  const { id, name } = repository;
  await store.rememberRepositories([
    { id, nodeId, installation, owner: repository.owner.login, name, isPrivate: false, ...known },
  ]);
};

const hour = 3_600_000;

describe("the sweep", () => {
  it("costs one request and owes nothing where all is audited", async () => {
    const stage = await setSweepStage();
    expect(await sweepHeads({ ...stage, signal }, Date.now())).toEqual({ looked: 1, owed: 0, unseen: 0 });
    expect(stage.requests()).toEqual([HEADS]);
    expect(stage.github.violations).toEqual([]);
  });

  it("finds a push whose event never came, as the push would have asked for it, and only once", async () => {
    const stage = await setSweepStage();
    const { github, queue, repository, clients, store } = stage;
    github.updateRef(repository, "main", second);
    expect(await sweepHeads({ ...stage, signal }, Date.now())).toEqual({ looked: 1, owed: 1, unseen: 0 });
    const [owed] = queue.owed;
    expect(owed).toMatchObject({
      key: `${repository.id}/refs/heads/main`,
      group: String(stage.installation),
      value: { head: second, branch: "main", wantsCheck: true, pullRequests: [], at: Date.parse(repository.pushedAt) },
    });
    expect(await sweepHeads({ ...stage, signal }, Date.now()), "owed already").toMatchObject({ owed: 0 });
    await new Worker({ clients, store, log: pino({ level: "silent" }) }).carryOut(owed!.value, {
      newer: async () => undefined,
    });
    expect(github.checkRuns.map(({ headSha }) => headSha)).toEqual([second]);
    expect(github.violations).toEqual([]);
  });

  it("finds a pull request that moved, or that was opened, without its event", async () => {
    const stage = await setSweepStage();
    const { github, queue, repository, store } = stage;
    const pull = github.openPullRequest({ repository, head: "feature", draft: true });
    expect(await sweepHeads({ ...stage, signal }, Date.now() - hour)).toMatchObject({ owed: 1 });
    expect(queue.owed[0]).toMatchObject({
      key: `${repository.id}/#${pull.number}`,
      value: {
        head: pull.pull.headSha,
        branch: undefined,
        pullRequests: [{ number: pull.number, isNew: false, isDraft: true, isByBot: false, base: first }],
      },
    });
    await store.rememberRef(repository.id, `#${pull.number}`, pull.pull.headSha, new Date());
    queue.deliveries.clear();
    expect(await sweepHeads({ ...stage, signal }, Date.now() - hour), "heard of").toMatchObject({ owed: 0 });
    github.updateRef(repository, "feature", second);
    expect(await sweepHeads({ ...stage, signal }, Date.now() + hour), "moved").toMatchObject({ owed: 1 });
    expect(github.violations).toEqual([]);
  });

  it("leaves pull requests alone that are older than the last sweep and that no event told of", async () => {
    const stage = await setSweepStage();
    stage.github.openPullRequest({ repository: stage.repository, head: "feature" });
    expect(await sweepHeads({ ...stage, signal }, Date.now() + hour)).toMatchObject({ owed: 0 });
  });

  it("asks about fifty repositories at once, and leaves closed, deleted and other ones alone", async () => {
    const stage = await setSweepStage();
    const { github } = stage;
    const add = (name: string) => github.addRepository({ owner: "lab", name, like: stage.repository, gitDir: "" });
    for (let index = 0; index < 118; index++)
      await remember(stage, await add(`m${index}`), { isModelRepository: true, auditedHead: first });
    const archived = await add("archived");
    archived.archived = true;
    await remember(stage, archived, { isModelRepository: true });
    const deleted = await add("deleted");
    await remember(stage, deleted, { isModelRepository: true });
    github.world.removeRepository(deleted);
    await remember(stage, await add("software"), { isModelRepository: false });
    expect(await sweepHeads({ ...stage, signal }, Date.now())).toEqual({ looked: 121, owed: 0, unseen: 0 });
    expect(stage.requests()).toEqual([HEADS, HEADS, HEADS]);
    expect(stage.log.told.filter(({ level }) => level === "warn")).toEqual([]);
  });

  it("goes on with the next installation where one is suspended, and with the rest where one batch fails", async () => {
    const stage = await setSweepStage();
    const { github } = stage;
    const other = await github.addRepository({ owner: "else", name: "big", like: stage.repository, gitDir: "" });
    await remember(stage, other, { isModelRepository: true });
    stage.repository.installation!.suspended = true;
    expect(await sweepHeads({ ...stage, signal }, Date.now())).toEqual({ looked: 1, owed: 1, unseen: 1 });
    expect(stage.queue.names).toEqual(["big"]);
    github.fault({ match: { graphql: "nodes" }, kind: "bad-gateway-before", times: 3 });
    stage.queue.deliveries.clear();
    expect(await sweepHeads({ ...stage, signal }, Date.now()), "no answer either").toEqual({
      looked: 0,
      owed: 0,
      unseen: 2,
    });
  });
});
