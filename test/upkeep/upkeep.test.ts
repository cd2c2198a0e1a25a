import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { migrate } from "../../src/database/migrate.ts";
import { DatabaseClaims, UPKEEP_MIGRATIONS } from "../../src/upkeep/claims.ts";
import { startUpkeep, type UpkeepParts, type UpkeepRun, type UpkeepTask } from "../../src/upkeep/upkeep.ts";
import { ENGINES, type Engine } from "../database/engines.ts";
import { notingLog } from "./noting.ts";

const here = ENGINES.filter(({ isHere }) => isHere);

async function open({ open: connect }: Engine): Promise<Database> {
  const database = await connect();
  await migrate(database, UPKEEP_MIGRATIONS);
  return database;
}

const later = (database: Database, seconds: number) =>
  database.query("UPDATE openness.upkeep SET claimed_until = claimed_until - make_interval(secs => $1::float8)", [
    seconds,
  ]);

describe.each(here)("a claim, on $name", (engine) => {
  it("is had by one at a time, and by the next once it is given back and due again", async () => {
    const claims = new DatabaseClaims(await open(engine));
    const all = await Promise.all(["a", "b", "c"].map((owner) => claims.claim("sweep", owner, 0)));
    const owner = ["a", "b", "c"][all.findIndex((one) => one !== undefined)]!;
    expect(all.filter((one) => one !== undefined)).toEqual([{ since: undefined }]);
    expect(await claims.claim("another task", "b", 0)).toBeDefined();
    const covers = new Date("2026-11-24T01:02:03.456Z");
    await claims.release("sweep", owner, covers);
    expect(await claims.claim("sweep", "d", 3600), "not due").toBeUndefined();
    expect(await claims.claim("sweep", "d", 0)).toEqual({ since: covers });
    await claims.release("sweep", "d", undefined);
    expect(await claims.claim("sweep", "e", 0), "a run that covered nothing").toEqual({ since: covers });
  });

  it("of a process that is gone is taken over, and then not renewed or released by it", async () => {
    const database = await open(engine);
    const claims = new DatabaseClaims(database);
    await claims.claim("sweep", "dead", 0);
    expect(await claims.renew("sweep", "dead")).toBe(true);
    await later(database, 61);
    expect(await claims.claim("sweep", "alive", 0)).toBeDefined();
    expect(await claims.renew("sweep", "dead")).toBe(false);
    await claims.release("sweep", "dead", new Date());
    expect(await claims.claim("sweep", "third", 0)).toBeUndefined();
  });
});

const engine = here[0]!;

function start(database: Database, tasks: readonly UpkeepTask[], more: Partial<UpkeepParts> = {}) {
  const log = notingLog();
  const upkeep = startUpkeep({ tasks, claims: new DatabaseClaims(database), log, startWithin: 0, ...more });
  onTestFinished(() => upkeep.stop());
  return { upkeep, log };
}

/** A task that takes a while and counts its runs. */
function slowTask(name: string, every: number, milliseconds = 30) {
  const seen = { runs: 0, at: 0, most: 0, given: [] as UpkeepRun[] };
  const task: UpkeepTask = {
    name,
    every,
    async run(run) {
      seen.runs++;
      seen.given.push(run);
      seen.most = Math.max(seen.most, ++seen.at);
      try {
        await sleep(milliseconds, undefined, { signal: run.signal });
        return true;
      } finally {
        seen.at--;
      }
    },
  };
  return { task, seen };
}

describe("upkeep", () => {
  it("runs a task again and again, never twice at a time, however many processes there are", async () => {
    const database = await open(engine);
    const { task, seen } = slowTask("sweep", 60);
    const several = [1, 2, 3].map(() => start(database, [task]));
    await sleep(700);
    await Promise.all(several.map(({ upkeep }) => upkeep.stop()));
    expect(seen.runs).toBeGreaterThanOrEqual(3);
    expect(seen.most).toBe(1);
    const since = seen.given.map((run) => run.since?.getTime() ?? 0);
    expect(since).toEqual(since.toSorted((a, b) => a - b));
    expect(since[0]).toBe(0);
    expect(since[1]).toBeGreaterThan(0);
    const runs = seen.runs;
    await sleep(150);
    expect(seen.runs, "after the end").toBe(runs);
  });

  it("does not run at the start what was done not long ago, unless it has to", async () => {
    const database = await open(engine);
    const one = slowTask("sweep", 3_600_000, 0);
    const before = start(database, [one.task]);
    await expect.poll(() => one.seen.runs).toBe(1);
    await before.upkeep.stop();
    const again = slowTask("sweep", 3_600_000, 0);
    start(database, [again.task]);
    await sleep(150);
    expect(again.seen.runs).toBe(0);
    const forced = slowTask("sweep", 3_600_000, 0);
    start(database, [{ ...forced.task, isDueAtStart: true }]);
    await expect.poll(() => forced.seen.runs).toBe(1);
  });

  it("runs a task at once when it is woken, and once more when it is woken while it runs", async () => {
    const database = await open(engine);
    const { task, seen } = slowTask("back-fill", 3_600_000, 80);
    const { upkeep } = start(database, [task]);
    await expect.poll(() => seen.runs).toBe(1);
    upkeep.wake("back-fill");
    upkeep.wake("back-fill");
    upkeep.wake("no such task");
    await expect.poll(() => seen.runs).toBe(2);
    await sleep(250);
    expect(seen.runs).toBe(2);
  });

  it("tells what failed, and tries it again at its next time from where it was covered before", async () => {
    const database = await open(engine);
    let runs = 0;
    const since: (Date | undefined)[] = [];
    const task: UpkeepTask = {
      name: "redelivery",
      every: 40,
      run: async (run) => {
        since.push(run.since);
        if (++runs < 3) throw new Error("GitHub is down");
        return runs > 3;
      },
    };
    const { log, upkeep } = start(database, [task]);
    await expect.poll(() => runs, { timeout: 5_000 }).toBeGreaterThanOrEqual(5);
    await upkeep.stop();
    expect(since.slice(0, 4)).toEqual([undefined, undefined, undefined, undefined]);
    expect(since[4]).toBeInstanceOf(Date);
    expect(log.told.filter(({ level }) => level === "warn")).toHaveLength(2);
    expect(log.told[0]).toMatchObject({ facts: { task: "redelivery", reason: "GitHub is down" } });
  });

  it("stops what runs at once, and gives its claim back", async () => {
    const database = await open(engine);
    const { task, seen } = slowTask("sweep", 1_000, 60_000);
    const { upkeep, log } = start(database, [task]);
    await expect.poll(() => seen.at).toBe(1);
    const from = Date.now();
    await upkeep.stop();
    expect(Date.now() - from).toBeLessThan(1_000);
    expect(log.told).toEqual([]);
    expect(await new DatabaseClaims(database).claim("sweep", "next", 0)).toBeDefined();
  });

  it("stops a run whose claim another process took over", async () => {
    const database = await open(engine);
    const { task, seen } = slowTask("sweep", 3_600_000, 60_000);
    const { log } = start(database, [task], { renewEvery: 20 });
    await expect.poll(() => seen.at).toBe(1);
    await database.query("UPDATE openness.upkeep SET owner = 'another'");
    await expect.poll(() => seen.at).toBe(0);
    await expect.poll(() => log.told.length).toBe(1);
    expect(await database.query("SELECT owner FROM openness.upkeep")).toEqual([{ owner: "another" }]);
  });
});
