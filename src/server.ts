/** The process: webhooks in, audits out, and an orderly end. */
import { existsSync, realpathSync } from "node:fs";
import type { AddressInfo } from "node:net";
import type { Logger } from "pino";
import { Probot } from "probot";
import { openness } from "./app.ts";
import { type ClientOptions, Clients, PlainOctokit } from "./github/client.ts";
import { MemoryQueue } from "./queue/memory-queue.ts";
import { createHttp } from "./server/http.ts";
import { createLog } from "./server/log.ts";
import { type AppSettings, readSettings, SettingsError } from "./server/settings.ts";
import { MemoryStore } from "./store/memory-store.ts";
import { type Job, mergeJobs } from "./worker/job.ts";
import { Worker } from "./worker.ts";

export interface RunningServer {
  /** Port that is listened on; undefined in setup mode. */
  readonly port: number | undefined;
  /** Resolves when nothing is owed. */
  idle(): Promise<void>;
  /** Takes nothing more, finishes what is owed, closes. */
  close(): Promise<void>;
}

/** Finer settings than the environment's, for embedding. */
export interface ServerOptions {
  readonly client?: ClientOptions;
  /** Milliseconds before attempt number `attempt`. */
  readonly backoff?: (attempt: number) => number;
}

/**
 * Starts the server, or the setup wizard where no App is configured.
 * @throws {SettingsError} when the environment makes no sense or is not safe
 */
export async function startServer(
  env: Readonly<Record<string, string | undefined>> = process.env,
  options: ServerOptions = {},
): Promise<RunningServer> {
  const settings = readSettings(env);
  const log = createLog(settings);
  if (settings.kind === "setup") {
    const { openSetup } = await import("./server/setup.ts");
    const setup = await openSetup(settings, log);
    return { port: undefined, idle: async () => {}, close: setup.close };
  }
  return startApp(settings, log, options);
}

async function startApp(settings: AppSettings, log: Logger, options: ServerOptions): Promise<RunningServer> {
  // Below this level Probot logs the bodies of its requests, which are made of repositories' content.
  const probotLog = log.child({}, { level: log.isLevelEnabled("debug") ? "info" : log.level });
  const probot = new Probot({
    appId: settings.appId,
    privateKey: settings.privateKey,
    secret: settings.secret,
    baseUrl: settings.baseUrl,
    webhookPath: settings.webhookPath,
    Octokit: PlainOctokit as NonNullable<ConstructorParameters<typeof Probot>[0]>["Octokit"],
    log: probotLog,
  });
  await probot.ready();
  const store = new MemoryStore();
  const clients = new Clients(probot, { timeout: settings.requestTimeout, ...options.client });
  const worker = new Worker({ clients, store, log, serverUrl: settings.serverUrl });
  const queue = new MemoryQueue<Job>({
    merge: mergeJobs,
    onGiveUp: (job, error) => worker.giveUp(job, error),
    ...(options.backoff === undefined ? {} : { backoff: options.backoff }),
  });
  await probot.load((app) => openness(app, { queue, store }));
  queue.start((job) => worker.carryOut(job));

  let isReady = true;
  const http = createHttp({
    webhookPath: settings.webhookPath,
    middleware: await probot.getNodeMiddleware({ log: probotLog, path: settings.webhookPath }),
    isReady: () => isReady,
    onError: (error) => log.error({ err: error }, "request failed"),
  });
  await new Promise<void>((listening, failed) => {
    http.once("error", failed);
    http.listen(settings.port, settings.host, listening);
  });
  const { port } = http.address() as AddressInfo;
  const address = `http://${settings.host.includes(":") ? `[${settings.host}]` : settings.host}:${port}`;
  log.info(`Listening on ${address}, webhooks at ${settings.webhookPath}`);
  const proxy = settings.webhookProxy;
  const stopProxy = proxy === undefined ? undefined : await forward(proxy, `${address}${settings.webhookPath}`, log);

  return {
    port,
    idle: () => queue.idle(),
    async close() {
      if (!isReady) return;
      isReady = false;
      stopProxy?.();
      const closed = new Promise<void>((done) => http.close(() => done()));
      http.closeIdleConnections();
      const left = await queue.drain(settings.drainTimeout);
      if (left > 0) log.error({ left }, "stopped with work undone: deliver the events again from the App's settings");
      http.closeAllConnections();
      await closed;
    },
  };
}

/** Fetches webhooks from a smee channel, for development behind a router. A channel that fails does not stop the server. */
async function forward(source: string, target: string, log: Logger): Promise<() => void> {
  const { SmeeClient } = await import("smee-client");
  const logger = { info: (text: unknown) => log.debug(String(text)), error: (text: unknown) => log.warn(String(text)) };
  const smee = new SmeeClient({ source, target, logger });
  smee.start().then(
    () => log.info(`Webhooks come from ${source}`),
    (error: unknown) => log.warn({ err: error }, "the channel of WEBHOOK_PROXY_URL could not be opened"),
  );
  return () => void smee.stop().catch(() => undefined);
}

/** Serves until the process is asked to stop. */
export async function serve(): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  // A variable that is left empty in the file is one that is not set.
  for (const [name, value] of Object.entries(process.env)) if (value === "") delete process.env[name];
  let server: RunningServer;
  try {
    server = await startServer();
  } catch (error) {
    const isOurs = error instanceof SettingsError;
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const reason = code === "EADDRINUSE" ? "The port is in use already. Choose another one with PORT." : String(error);
    process.stderr.write(`openness: ${isOurs ? error.message : reason}\n`);
    process.exit(isOurs ? 2 : 1);
  }
  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      // Asked twice, it stops at once.
      if (isStopping) process.exit(1);
      isStopping = true;
      void server.close().then(() => process.exit(0));
    });
  }
}

if (process.argv[1] !== undefined && import.meta.filename === realpathSync(process.argv[1])) await serve();
