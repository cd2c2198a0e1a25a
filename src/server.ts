/** The process: webhooks in, audits out, and an orderly end. */
import { existsSync, realpathSync } from "node:fs";
import { DatabaseError, DatabaseUnreachable } from "./database/database.ts";
import type { RemoteHosts } from "./evidence/remote/fact.ts";
import type { ClientOptions } from "./github/client.ts";
import { createLog } from "./server/log.ts";
import { startProcess } from "./server/process.ts";
import {
  type AppSettings,
  type Role,
  readSettings,
  SettingsError,
  type WebSettings,
  type WorkerSettings,
} from "./server/settings.ts";

export interface RunningServer {
  /** Port that is listened on; undefined in setup mode. */
  readonly port: number | undefined;
  /** Resolves when nothing is owed. */
  idle(): Promise<void>;
  /** Takes nothing more, finishes what is owed or hands it back, closes. */
  close(): Promise<void>;
}

/** Finer settings than the environment's, for embedding. */
export interface ServerOptions {
  readonly role?: Role;
  readonly client?: ClientOptions;
  /** Who is asked about linked artifacts, in the place of the hosts themselves. */
  readonly hosts?: RemoteHosts;
  /** Milliseconds before attempt number `attempt`. */
  readonly backoff?: (attempt: number) => number;
  /** Milliseconds within which upkeep begins; it is left out where false. */
  readonly upkeep?: false | { readonly startWithin: number };
}

/**
 * Starts a process in its role, or the setup wizard where no App is configured. Resolves once it is ready.
 * @throws {SettingsError} when the environment makes no sense or is not safe
 * @throws {DatabaseError} {@link DatabaseUnreachable} when there is no database to be had
 */
export async function startServer(
  env: Readonly<Record<string, string | undefined>> = process.env,
  options: ServerOptions = {},
): Promise<RunningServer> {
  const settings = settingsOf(env, options.role ?? "serve");
  const log = createLog(settings);
  if (settings.kind === "setup") {
    const { openSetup } = await import("./server/setup.ts");
    const setup = await openSetup(settings, log);
    return { port: undefined, idle: async () => {}, close: setup.close };
  }
  return startProcess(settings, log, options);
}

function settingsOf(env: Readonly<Record<string, string | undefined>>, role: Role) {
  switch (role) {
    case "web":
      return readSettings(env, role);
    case "worker":
      return readSettings(env, role);
    case "serve":
      return readSettings(env, role);
  }
}

/** Serves until the process is asked to stop. */
export async function serve(role: Role = "serve"): Promise<void> {
  if (existsSync(".env")) process.loadEnvFile(".env");
  // A variable that is left empty in the file is one that is not set.
  for (const [name, value] of Object.entries(process.env)) if (value === "") delete process.env[name];
  let server: RunningServer | undefined;
  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, () => {
      // Asked twice, or before it took anything, it stops at once.
      if (isStopping || server === undefined) process.exit(isStopping ? 1 : 0);
      isStopping = true;
      void server.close().then(() => process.exit(0));
    });
  }
  try {
    server = await startServer(process.env, { role });
  } catch (error) {
    const isOurs = error instanceof SettingsError;
    const isTold = isOurs || error instanceof DatabaseError || error instanceof DatabaseUnreachable;
    const code = error instanceof Error && "code" in error ? error.code : undefined;
    const reason = code === "EADDRINUSE" ? "The port is in use already. Choose another one with PORT." : String(error);
    process.stderr.write(`openness: ${isTold ? error.message : reason}\n`);
    process.exit(isOurs ? 2 : 1);
  }
}

export type ServingSettings = AppSettings | WebSettings | WorkerSettings;

if (process.argv[1] !== undefined && import.meta.filename === realpathSync(process.argv[1])) await serve();
