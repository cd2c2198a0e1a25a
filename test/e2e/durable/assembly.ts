/** Intake, queue, worker and sweep in this process, on either engine: what a process consists of, without the process. */
import { generateKeyPairSync } from "node:crypto";
import pino from "pino";
import { Probot } from "probot";
import { onTestFinished } from "vitest";
import { openness } from "../../../src/app.ts";
import type { Database } from "../../../src/database/database.ts";
import { migrate } from "../../../src/database/migrate.ts";
import { Clients, PlainOctokit } from "../../../src/github/client.ts";
import { DurableQueue } from "../../../src/queue/durable-queue.ts";
import { MIGRATIONS } from "../../../src/server/migrations.ts";
import { DatabaseStore } from "../../../src/store/database-store.ts";
import { type Swept, sweepHeads } from "../../../src/upkeep/sweep.ts";
import { type Job, mergeJobs } from "../../../src/worker/job.ts";
import { Worker } from "../../../src/worker.ts";
import { type LocalGitHub, startGitHub } from "../../github/server.ts";
import { manifest } from "../stage.ts";

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  publicKeyEncoding: { type: "spki", format: "pem" },
  privateKeyEncoding: { type: "pkcs8", format: "pem" },
});

export interface Assembly {
  readonly github: LocalGitHub;
  /** Takes a delivery, and resolves once it is written down. */
  take(delivery: string, event: string, payload: object): Promise<void>;
  /** Resolves when nothing is owed. */
  idle(): Promise<void>;
  /** Looks for what was missed since a time in milliseconds since 1970. */
  sweep(since: number): Promise<Swept>;
}

/** Puts it together on an empty database, which is closed when the test has ended. */
export async function assemble(database: Database): Promise<Assembly> {
  const { default_permissions: permissions, default_events: events } = manifest();
  const github = await startGitHub({ permissions, events, privateKey });
  onTestFinished(() => github.close());
  const log = pino({ level: process.env.TEST_LOG_LEVEL ?? "silent" });
  const probot = new Probot({
    appId: github.app.id,
    privateKey,
    secret: github.webhookSecret,
    baseUrl: `${github.url}/api/v3`,
    Octokit: PlainOctokit as NonNullable<ConstructorParameters<typeof Probot>[0]>["Octokit"],
    log,
  });
  await probot.ready();
  await migrate(database, MIGRATIONS);
  const store = new DatabaseStore(database);
  const clients = new Clients(probot, { writeInterval: 0, readDelays: [5, 10] });
  const worker = new Worker({ clients, store, log });
  const queue = await DurableQueue.open<Job>(database, {
    merge: mergeJobs,
    onGiveUp: (job, error) => worker.giveUp(job, error),
    backoff: () => 20,
    log,
  });
  onTestFinished(async () => void (await queue.drain(5_000)));
  await probot.load((app) => openness(app, { queue, store }));
  queue.start((job, turn) => worker.carryOut(job, turn));
  const { signal } = new AbortController();
  return {
    github,
    take: (id, name, payload) =>
      probot.receive({ id, name, payload } as unknown as Parameters<typeof probot.receive>[0]),
    idle: () => queue.idle(),
    sweep: (since) => sweepHeads({ clients, store, queue, log, signal, pause: async () => {} }, since),
  };
}
