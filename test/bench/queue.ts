import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { Database } from "../../src/database/database.ts";
import { openDatabase } from "../../src/database/open.ts";
import { DurableQueue } from "../../src/queue/durable-queue.ts";
import { hasPostgres, startPostgres } from "../database/server.ts";
import type { Bench } from "./bench.ts";
import { median, ms } from "./timing.ts";

const SENDERS = 20;
const DELIVERIES = 6_000;
const WARM_UP = 500;
const LATENCIES = 200;
/** About as large as an audit that is owed. */
const VALUE = { repository: { id: 1, owner: "lab", name: "tiny" }, head: "1".repeat(40), note: "x".repeat(400) };

export const queueBench: Bench = {
  name: "queue",
  what: `deliveries that ${SENDERS} senders owe at once, from one to its handler, and handed out; all of them committed`,
  async run() {
    const lines = await withEmbedded((database) => measure("embedded", database));
    if (!hasPostgres) return [...lines, "PostgreSQL is not on this machine"];
    return [...lines, ...(await withPostgres((database) => measure("PostgreSQL", database)))];
  },
};

async function measure(name: string, database: Database): Promise<string[]> {
  const queue = await DurableQueue.open<typeof VALUE>(database, {
    merge: (_, later) => later,
    onGiveUp: () => undefined,
  });
  let delivery = 0;
  const add = () => {
    const key = `key ${delivery++}`;
    return queue.add(`delivery ${delivery}`, [{ key, lane: key, group: `group ${delivery % 50}`, value: VALUE }]);
  };
  const send = async (count: number) => {
    const end = delivery + count;
    const taken: number[] = [];
    const sender = async () => {
      while (delivery < end) {
        const start = performance.now();
        await add();
        taken.push(performance.now() - start);
      }
    };
    const start = performance.now();
    await Promise.all(Array.from({ length: SENDERS }, sender));
    return { perSecond: (count * 1000) / (performance.now() - start), taken };
  };
  await send(WARM_UP);
  const { perSecond, taken } = await send(DELIVERIES);
  let arrived: (() => void) | undefined;
  const start = performance.now();
  queue.start(async () => arrived?.());
  await queue.idle();
  const consumed = ((DELIVERIES + WARM_UP) * 1000) / (performance.now() - start);
  const latencies: number[] = [];
  for (let i = 0; i < LATENCIES; i += 1) {
    const begun = performance.now();
    const handled = new Promise<void>((done) => {
      arrived = done;
    });
    await add();
    await handled;
    latencies.push(performance.now() - begun);
    await sleep(10);
  }
  await queue.drain(1_000);
  return [
    `${name.padEnd(12)}${Math.round(perSecond)} owed a second (each ${ms(median(taken))}, 99 of 100 within ${ms(worst(taken))}); ` +
      `${Math.round(consumed)} done a second; idle, from owing to the handler ${ms(median(latencies))} (${ms(worst(latencies))})`,
  ];
}

const worst = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.99)]!;

async function withEmbedded<R>(work: (database: Database) => Promise<R>): Promise<R> {
  const dataDir = await mkdtemp(join(tmpdir(), "openness-bench-"));
  try {
    const database = await openDatabase({ dataDir });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function withPostgres<R>(work: (database: Database) => Promise<R>): Promise<R> {
  const server = await startPostgres({ isDurable: true });
  try {
    const database = await openDatabase({ url: server.url("postgres"), dataDir: "" });
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  } finally {
    await server.remove();
  }
}
