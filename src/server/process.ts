/** One process in its role: what it opens, in which order, and how it closes. */
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { Probot } from "probot";
import { openness } from "../app.ts";
import type { Database } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { openDatabase } from "../database/open.ts";
import { Clients, PlainOctokit } from "../github/client.ts";
import { DurableQueue } from "../queue/durable-queue.ts";
import { PublicHosts } from "../remote/hosts.ts";
import type { RunningServer, ServerOptions, ServingSettings } from "../server.ts";
import { DatabaseStore } from "../store/database-store.ts";
import { BACKFILL, SWEEP } from "../upkeep/tasks.ts";
import type { Upkeep } from "../upkeep/upkeep.ts";
import { type Job, mergeJobs } from "../worker/job.ts";
import { Worker } from "../worker.ts";
import { forwardWebhooks } from "./channel.ts";
import { createHttp, createMetricsHttp, type HttpParts } from "./http.ts";
import { Lacking } from "./lacking.ts";
import { createMetrics, type Metrics } from "./metrics.ts";
import { MIGRATIONS } from "./migrations.ts";
import { createReadiness } from "./readiness.ts";
import { openUpkeep } from "./upkeep.ts";

type Phase = "starting" | "ready" | "stopping";

/**
 * Starts the process. It answers `/healthz` from the first moment, so that nobody takes a wait for the database for a
 * crash; webhooks are taken once all stands.
 */
export async function startProcess(
  settings: ServingSettings,
  log: Logger,
  options: ServerOptions,
): Promise<RunningServer> {
  const lacking = new Lacking();
  const counted = createMetrics();
  const metrics: Metrics = {
    ...counted,
    lacking(permission) {
      lacking.note(permission);
      counted.lacking(permission);
    },
  };
  let phase: Phase = "starting";
  let working: Working | undefined;
  let middleware: NonNullable<HttpParts["middleware"]> = () => {
    throw new Error("a webhook was taken before there was anybody to take it");
  };
  const readiness = createReadiness({
    checks: {
      database: async () => {
        await working?.database.query("SELECT 1 AS one");
        working?.database.assertWritable?.();
      },
    },
    isDraining: () => phase === "stopping",
    counts: async () => (working === undefined ? NOTHING_OWED : working.queue.counts()),
    notes: () => lacking.part(),
    onFailure: (part, error) => log.warn({ part, err: error }, "not ready"),
  });
  const parts: HttpParts = {
    webhookPath: settings.webhookPath,
    ...(settings.kind === "worker" ? {} : { middleware: (request, response) => middleware(request, response) }),
    isReady: () => phase === "ready",
    phase: () => phase,
    readiness,
    metrics: { ...settings.metrics, source: metrics },
    onError: (error) => log.error({ err: error }, "request failed"),
  };
  const http = createHttp(parts);
  const servers = [http, createMetricsHttp(parts)].filter((server) => server !== undefined);
  const close = async () => {
    phase = "stopping";
    const closed = servers.map((server) => new Promise<void>((done) => server.close(() => done())));
    for (const server of servers) server.closeIdleConnections();
    await working?.close();
    for (const server of servers) server.closeAllConnections();
    await Promise.all(closed);
  };
  try {
    await listen(http, settings.port, settings.host);
    if (servers[1] !== undefined) await listen(servers[1], settings.metrics.port ?? 0, settings.host);
    working = await begin(settings, log, options, metrics);
    if (working.middleware !== undefined) middleware = working.middleware;
  } catch (error) {
    await close();
    throw error;
  }
  phase = "ready";

  const { port } = http.address() as AddressInfo;
  const address = `http://${settings.host.includes(":") ? `[${settings.host}]` : settings.host}:${port}`;
  log.info(`Listening on ${address}${settings.kind === "worker" ? "" : `, webhooks at ${settings.webhookPath}`}`);
  const source = settings.kind === "worker" ? undefined : settings.webhookProxy;
  const stopChannel =
    source === undefined ? () => {} : await forwardWebhooks(source, `${address}${settings.webhookPath}`, log);
  let closing: Promise<void> | undefined;
  return {
    port,
    idle: async () => working?.queue.idle(),
    close() {
      stopChannel();
      closing ??= close();
      return closing;
    },
  };
}

const NOTHING_OWED = { waiting: 0, running: 0, dead: 0, lag: 0 };

/** What stands once the database does. */
interface Working {
  readonly database: Database;
  readonly queue: DurableQueue<Job>;
  readonly middleware: HttpParts["middleware"];
  close(): Promise<void>;
}

async function begin(
  settings: ServingSettings,
  log: Logger,
  options: ServerOptions,
  metrics: Metrics,
): Promise<Working> {
  // Below this level Probot logs the bodies of its requests, which are made of repositories' content.
  const probotLog = log.child({}, { level: log.isLevelEnabled("debug") ? "info" : log.level });
  const probot = new Probot({
    ...(settings.kind === "web"
      ? { githubToken: "none" }
      : { appId: settings.appId, privateKey: settings.privateKey, baseUrl: settings.baseUrl }),
    ...(settings.kind === "worker" ? {} : { secret: settings.secret, webhookPath: settings.webhookPath }),
    Octokit: PlainOctokit as NonNullable<ConstructorParameters<typeof Probot>[0]>["Octokit"],
    log: probotLog,
  });
  await probot.ready();
  const database = await openDatabase({ ...settings.database, log });
  try {
    await migrate(database, MIGRATIONS);
    const store = new DatabaseStore(database);
    const clients =
      settings.kind === "web"
        ? undefined
        : new Clients(probot, {
            appId: Number(settings.appId),
            timeout: settings.requestTimeout,
            onRequest: (kind, limit) => metrics.requested(kind, limit?.remaining, limit?.limit),
            ...options.client,
          });
    const worker =
      settings.kind === "web" || clients === undefined
        ? undefined
        : new Worker({
            clients,
            store,
            log,
            serverUrl: settings.serverUrl,
            meter: metrics,
            hosts: options.hosts ?? (settings.remote ? new PublicHosts({ cache: store }) : undefined),
          });
    const queue = await DurableQueue.open<Job>(database, {
      merge: mergeJobs,
      onGiveUp: async (job, error) => worker?.giveUp(job, error),
      log,
      ...(settings.kind === "web"
        ? {}
        : { concurrency: settings.concurrency, groupConcurrency: settings.groupConcurrency }),
      ...(options.backoff === undefined ? {} : { backoff: options.backoff }),
    });
    metrics.beforeRender(async () => {
      metrics.queue(await queue.counts());
      const looks = await store.unfinishedBackfills();
      const sum = (count: (look: (typeof looks)[number]) => number) =>
        looks.reduce((all, look) => all + count(look), 0);
      metrics.backfill(
        sum(({ looked }) => looked),
        sum(({ listed, looked }) => listed - looked),
      );
    });
    const upkeep: Upkeep | undefined =
      clients === undefined || options.upkeep === false
        ? undefined
        : openUpkeep({ probot, clients, store, queue, database, log, meter: metrics, ...options.upkeep });
    if (settings.kind !== "worker")
      await probot.load((app) =>
        openness(app, {
          queue,
          store,
          metrics,
          onBackfill: () => upkeep?.wake(BACKFILL),
          onResumed: () => upkeep?.wake(SWEEP),
        }),
      );
    if (worker !== undefined) queue.start((job, turn) => worker.carryOut(job, turn));
    return {
      database,
      queue,
      middleware:
        settings.kind === "worker"
          ? undefined
          : await probot.getNodeMiddleware({ log: probotLog, path: settings.webhookPath }),
      async close() {
        await upkeep?.stop();
        const left = await queue.drain(settings.drainTimeout);
        if (left > 0) log.info({ left }, "stopped with work owed: it is done at the next start, or by another worker");
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((listening, failed) => {
    server.once("error", failed);
    server.listen(port, host, listening);
  });
}
