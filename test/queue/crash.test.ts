import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { type Database, DatabaseError, type Sql } from "../../src/database/database.ts";
import { openDatabase } from "../../src/database/open.ts";
import { freshDataDir } from "../database/embedded.ts";
import { ENGINES } from "../database/engines.ts";
import { freshDatabase, hasPostgres } from "../database/postgres.ts";
import { startPostgres } from "../database/server.ts";
import { owed, queueOn } from "./owing.ts";

/** Resolves when another process has begun to work. */
async function workerProcess(url: string, dataDir: string) {
  const child = spawn(process.execPath, [join(import.meta.dirname, "worker-process.ts"), url, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return {
    async kill() {
      child.kill("SIGKILL");
      await once(child, "exit");
    },
  };
}

async function postgres(url: string): Promise<Database> {
  const database = await openDatabase({ url, dataDir: "" });
  onTestFinished(() => database.close());
  return database;
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await what())) await sleep(10);
}

describe("work whose process is killed", () => {
  it.skipIf(!hasPostgres)(
    "comes back to another process by its heartbeat, and its lane is free",
    { timeout: 40_000 },
    async () => {
      const { url, close } = await freshDatabase();
      onTestFinished(close);
      const { queue } = await queueOn(await postgres(url));
      await queue.add("d1", [owed("a", { lane: "lane" })]);
      const child = await workerProcess(url, "");
      await queue.add("d2", [owed("b", { lane: "lane" })]);
      const done: [string, number][] = [];
      queue.start(async (value, turn) => void done.push([value, turn.attempt]));
      await sleep(500);
      expect(done).toEqual([]);
      await child.kill();
      const killedAt = Date.now();
      await until(() => done.length === 1);
      expect(Date.now() - killedAt).toBeLessThan(3_000);
      await queue.idle();
      expect(done).toEqual([
        ["b", 1],
        ["a", 2],
      ]);
      expect(Date.now() - killedAt).toBeLessThan(20_000);
    },
  );

  it("is owed again as soon as the embedded database is opened again", { timeout: 60_000 }, async () => {
    const { dataDir, close } = await freshDataDir();
    onTestFinished(close);
    const child = await workerProcess("", dataDir);
    await child.kill();
    const database = await openDatabase({ dataDir });
    onTestFinished(() => database.close());
    const { queue } = await queueOn(database);
    const done: [string, number][] = [];
    queue.start(async (value, turn) => void done.push([value, turn.attempt]));
    await queue.idle();
    expect(done.map(([value]) => value).toSorted()).toEqual(["a", "b"]);
    expect(done).toContainEqual(["a", 2]);
    expect(await queue.known(["d1", "d2"])).toEqual(new Set(["d1", "d2"]));
  });

  it("is given up when it ends its process again and again", async () => {
    const database = await ENGINES.at(-1)!.open();
    const { queue, add, dropped } = await queueOn(database, { attempts: 3 });
    await add("poison");
    await database.query("UPDATE openness_queue.job SET state = 'retry', retry_count = 2, started_on = now()");
    queue.start(() => Promise.reject(new Error("it must not run once more")));
    await queue.idle();
    expect(dropped).toEqual([["poison", "GiveUp: the process ended 3 times during this work"]]);
  });
});

describe.skipIf(!hasPostgres)("several processes on one PostgreSQL", () => {
  async function two() {
    const { url, close } = await freshDatabase();
    onTestFinished(close);
    const databases = [await postgres(url), await postgres(url)] as const;
    return await Promise.all(databases.map((database) => queueOn(database, { poll: 5_000, concurrency: 4 })));
  }

  it("wake each other, do everything once, and never two things of one lane at once", async () => {
    const [first, second] = await two();
    const done: string[] = [];
    const running = new Map<string, number>();
    let most = 0;
    const handler = (who: string) => async (value: string) => {
      const lane = value.slice(0, 1);
      running.set(lane, (running.get(lane) ?? 0) + 1);
      most = Math.max(most, running.get(lane)!);
      await sleep(3);
      running.set(lane, running.get(lane)! - 1);
      done.push(`${who} ${value}`);
    };
    first!.queue.start(handler("first"));
    second!.queue.start(handler("second"));
    const words = Array.from({ length: 60 }, (_, i) => `${"abc"[i % 3]}${i}`);
    await Promise.all(
      words.map((word, i) =>
        (i % 2 === 0 ? first! : second!).add(word, { lane: word.slice(0, 1), group: word.slice(0, 1) }),
      ),
    );
    await first!.queue.idle();
    expect(most).toBe(1);
    expect(done.map((line) => line.split(" ")[1]).toSorted()).toEqual(words.toSorted());
    expect(new Set(done.map((line) => line.split(" ")[0])).size).toBe(2);
  });

  it("take a delivery once that reaches both", async () => {
    const [first, second] = await two();
    const outcomes = await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? first! : second!).queue.add(`d${i >> 1}`, [owed("same")])),
    );
    expect(outcomes.filter((outcome) => outcome === "taken")).toHaveLength(20);
    const done: string[] = [];
    first!.queue.start(async (value) => void done.push(value));
    await first!.queue.idle();
    expect(done.join("+").split("+")).toHaveLength(20);
  });

  it("lose no word when work is added, merged and done at the same time", async () => {
    const [first, second] = await two();
    const done: string[] = [];
    for (const { queue } of [first!, second!]) queue.start(async (value) => void done.push(value));
    const words = Array.from({ length: 300 }, (_, i) => `w${i}`);
    await Promise.all(
      words.map((word, i) => sleep(i).then(() => (i % 2 === 0 ? first! : second!).add(word, { key: `k${i % 3}` }))),
    );
    await first!.queue.idle();
    expect(done.join("+").split("+").toSorted()).toEqual(words.toSorted());
  });

  it("survive a restart of the server: no acknowledged work is lost, and it goes on by itself", {
    timeout: 60_000,
  }, async () => {
    const server = await startPostgres();
    onTestFinished(() => server.remove());
    const { queue, add } = await queueOn(await postgres(server.url("postgres")));
    const done = new Set<string>();
    queue.start(async (value) => {
      await sleep(5);
      for (const word of value.split("+")) done.add(word);
    });
    const taken: string[] = [];
    const sending = (async () => {
      for (let i = 0; i < 150; i += 1) {
        await add(`w${i}`, { group: `g${i % 5}` }).then(
          () => taken.push(`w${i}`),
          () => sleep(20),
        );
      }
    })();
    await until(() => taken.length > 30);
    await server.stop("kill");
    await sleep(300);
    await server.start();
    await sending;
    await until(async () => (await queue.counts().catch(() => ({ waiting: 1 }))).waiting === 0);
    await queue.idle();
    expect(taken.length).toBeGreaterThan(60);
    expect(taken.filter((word) => !done.has(word))).toEqual([]);
  });
});

describe("a full disk", () => {
  /** The database, whose writes fail when they are told to, as they do on a full disk. */
  function fillable(database: Database): Database & { isFull: boolean } {
    const port = {
      kind: database.kind,
      isFull: false,
      close: () => database.close(),
      query: <Row extends object>(statement: string, values?: readonly unknown[]) =>
        database.query<Row>(statement, values),
      transaction: <T>(work: (sql: Sql) => Promise<T>): Promise<T> =>
        database.transaction(async (sql) => {
          const result = await work(sql);
          if (port.isFull)
            throw new DatabaseError("the database in /data cannot be used: its disk is full: free some space");
          return result;
        }),
    };
    return port;
  }

  it("is told to who adds work, and costs nothing that was acknowledged", async () => {
    const database = fillable(await ENGINES.at(-1)!.open());
    const { queue } = await queueOn(database);
    const done: string[] = [];
    queue.start(async (value) => void done.push(value));
    await queue.add("d1", [owed("a")]);
    await queue.idle();
    await queue.add("d2", [owed("b")]);
    database.isFull = true;
    await expect(Promise.all([queue.add("d3", [owed("c")]), queue.add("d4", [owed("d")])])).rejects.toThrow(
      /disk is full/,
    );
    expect(await queue.known(["d1", "d2", "d3", "d4"])).toEqual(new Set(["d1", "d2"]));
    database.isFull = false;
    expect(await queue.add("d3", [owed("c")])).toBe("taken");
    await queue.idle();
    expect(new Set(done)).toEqual(new Set(["a", "b", "c"]));
  });
});
