import { describe, expect, it, onTestFinished } from "vitest";
import { beginBackfill } from "../../src/upkeep/begin.ts";
import { DatabaseClaims } from "../../src/upkeep/claims.ts";
import { BACKFILL, upkeepTasks } from "../../src/upkeep/tasks.ts";
import { startUpkeep } from "../../src/upkeep/upkeep.ts";
import { MODEL } from "../e2e/stage.ts";
import { scratchRepository } from "../github/scratch.ts";
import { setUpkeepStage, type UpkeepStage } from "./stage.ts";

async function start(stage: UpkeepStage) {
  const { app, clients, store, queue, log, database } = stage;
  const redelivery = { interval: 0, youngest: -5_000 };
  const tasks = upkeepTasks({ app: async () => app, clients, store, queue, log, redelivery });
  const upkeep = startUpkeep({ tasks, claims: new DatabaseClaims(database), log, startWithin: 0 });
  onTestFinished(() => upkeep.stop());
  return upkeep;
}

describe("all of the upkeep", () => {
  it("finds at its start what was missed, looks at new installations, and at others as soon as it is woken", async () => {
    const stage = await setUpkeepStage();
    const { github, queue, store } = stage;
    const git = await scratchRepository();
    onTestFinished(() => git.remove());
    await git.commit(MODEL);
    const repository = await github.addRepository({ owner: "lab", name: "tiny", gitDir: git.directory });
    github.setWebhook("http://127.0.0.1:9/");
    const missed = await github.deliver("push", await github.payloads.push(repository));
    expect(missed.status_code).toBe(0);

    const upkeep = await start(stage);
    await github.until(() => github.deliveries.find(({ redelivery }) => redelivery), { what: "the redelivery" });
    const installation = repository.installation!.id;
    await expect.poll(() => store.backfill(installation), { timeout: 5_000 }).toMatchObject({ looked: 0 });
    upkeep.wake(BACKFILL);
    await expect.poll(() => queue.names, { timeout: 5_000 }).toEqual(["tiny"]);
    expect(github.deliveries.at(-1)).toMatchObject({ guid: missed.guid, redelivery: true });

    const other = await github.addRepository({ owner: "else", name: "big", like: repository, gitDir: "" });
    await beginBackfill(store, { installation: other.installation!.id, repositories: [], isAll: true });
    upkeep.wake(BACKFILL);
    await expect.poll(() => queue.names, { timeout: 5_000 }).toEqual(["big", "tiny"]);
    await upkeep.stop();
    expect(stage.log.told.filter(({ level }) => level === "warn")).toEqual([]);
    expect(github.violations).toEqual([]);
  });

  it("survives a GitHub that does not answer: each part is told once and tried again at its time", async () => {
    const stage = await setUpkeepStage();
    stage.github.fault({ match: { path: "/app/" }, kind: "bad-gateway-before", times: 1_000 });
    const upkeep = await start(stage);
    const warned = () => stage.log.told.filter(({ level }) => level === "warn").map(({ facts }) => facts.task);
    await expect.poll(() => warned().toSorted(), { timeout: 5_000 }).toEqual(["discovery", "redelivery"]);
    await upkeep.stop();
    expect(warned()).toHaveLength(2);
  });
});
