/** The server's settings: environment variables, each explained in `.env.example`, by what the process is to do. */
import { type AppCredentials, readCredentials, readSecret } from "./credentials.ts";
import { address, choice, type Environment, given, number, SettingsError } from "./environment.ts";

export { SettingsError } from "./environment.ts";

export const WEBHOOK_PATH = "/api/github/webhooks";

/**
 * What the process does: `web` takes webhooks and knows no key of the App, `worker` carries out what is owed and knows no
 * webhook secret, `serve` does both.
 */
export type Role = "serve" | "web" | "worker";

export interface NetworkSettings {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly webhookPath: string;
  readonly logLevel: string;
  readonly logFormat: "json" | "pretty";
}

/** What every process that serves needs to know. */
export interface ProcessSettings extends NetworkSettings {
  readonly role: Role;
  readonly metrics: MetricsSettings;
  /** Milliseconds that work may take to finish after a request to stop. */
  readonly drainTimeout: number;
  /** Texts that must appear nowhere: see `createLog`. */
  readonly secrets: readonly string[];
}

export interface MetricsSettings {
  /** A port of their own; 0: any free one; undefined: the same as everything else. */
  readonly port: number | undefined;
  /** Bearer token that they are given out for. */
  readonly token: string | undefined;
}

export interface DatabaseSettings {
  /** Address of a PostgreSQL server; undefined: the embedded database. */
  readonly url: string | undefined;
  /** Folder of the embedded database. */
  readonly dataDir: string;
}

/** What it takes to carry out audits. */
export interface WorkSettings extends AppCredentials {
  /** Where REST is: `https://api.github.com`, or `/api/v3` on another GitHub. */
  readonly baseUrl: string;
  /** What links start with. */
  readonly serverUrl: string;
  /** Milliseconds until a request to GitHub counts as unanswered. */
  readonly requestTimeout: number;
  /** Whether the hosts of linked artifacts are asked about them. */
  readonly remote: boolean;
  /** Audits at once in this process. */
  readonly concurrency: number;
  /** Audits at once of one installation, in all processes. */
  readonly groupConcurrency: number;
}

/** What it takes to take webhooks. */
export interface IntakeSettings {
  /** Webhook secret. */
  readonly secret: string;
  /** Smee channel that forwards webhooks to this machine. */
  readonly webhookProxy: string | undefined;
}

export interface AppSettings extends ProcessSettings, WorkSettings, IntakeSettings {
  readonly kind: "app";
  readonly database: DatabaseSettings;
}

export interface WebSettings extends ProcessSettings, IntakeSettings {
  readonly kind: "web";
  readonly database: DatabaseSettings & { readonly url: string };
}

export interface WorkerSettings extends ProcessSettings, WorkSettings {
  readonly kind: "worker";
  readonly database: DatabaseSettings & { readonly url: string };
}

/** Without an App there is nothing to serve but the wizard that registers one. */
export interface SetupSettings extends NetworkSettings {
  readonly kind: "setup";
  /** Address under which GitHub reaches this server. */
  readonly publicUrl: string | undefined;
}

export type Settings = AppSettings | SetupSettings;

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** Reads the settings. @throws {SettingsError} with what is wrong and what to do */
export function readSettings(env: Environment, role?: "serve"): Settings;
export function readSettings(env: Environment, role: "web"): WebSettings;
export function readSettings(env: Environment, role: "worker"): WorkerSettings;
export function readSettings(env: Environment, role: Role = "serve"): Settings | WebSettings | WorkerSettings {
  const network = readNetwork(env);
  const database = readDatabase(env);
  if (role !== "serve") {
    const { url } = database;
    if (url === undefined)
      throw new SettingsError(
        `"openness ${role}" needs DATABASE_URL, the address of a PostgreSQL server: the embedded database belongs to one process alone. Set it, or run "openness serve", which does without.`,
      );
    const shared = { ...database, url };
    if (role === "web") {
      const process = readProcess(env, role, network, database);
      return { kind: "web", ...process, ...readIntake(env), database: shared };
    }
    const credentials = readCredentials(env);
    if (credentials === undefined)
      throw new SettingsError(
        'APP_ID and PRIVATE_KEY (or PRIVATE_KEY_PATH) are not set. "openness worker" asks GitHub as the App and cannot do without.',
      );
    return {
      kind: "worker",
      ...readProcess(env, role, network, database),
      ...readWork(env, credentials),
      database: shared,
    };
  }
  const credentials = readCredentials(env);
  if (credentials === undefined) {
    if (env.NODE_ENV === "production")
      throw new SettingsError(
        "APP_ID and PRIVATE_KEY are not set. The wizard that registers an App does not run in production: run `npm start` on your own machine first.",
      );
    return { kind: "setup", ...network, publicUrl: address(env, "PUBLIC_URL") };
  }
  const process = readProcess(env, role, network, database);
  return { kind: "app", ...process, ...readWork(env, credentials), ...readIntake(env), database };
}

function readNetwork(env: Environment): NetworkSettings {
  const webhookPath = given(env.WEBHOOK_PATH) ?? WEBHOOK_PATH;
  if (!webhookPath.startsWith("/")) throw new SettingsError("WEBHOOK_PATH has to start with a slash.");
  return {
    host: given(env.HOST) ?? "localhost",
    port: number(env, "PORT", 3000, 65_535),
    webhookPath,
    logLevel: choice(env, "LOG_LEVEL", LOG_LEVELS, "info"),
    logFormat: choice(env, "LOG_FORMAT", ["json", "pretty"], env.NODE_ENV === "production" ? "json" : "pretty"),
  };
}

function readProcess(
  env: Environment,
  role: Role,
  network: NetworkSettings,
  database: DatabaseSettings,
): ProcessSettings {
  const ownPort = given(env.METRICS_PORT) === undefined ? undefined : number(env, "METRICS_PORT", 0, 65_535);
  if (ownPort !== undefined && ownPort !== 0 && ownPort === network.port)
    throw new SettingsError("METRICS_PORT is the same as PORT. Choose another one, or leave it empty.");
  const token = given(env.METRICS_TOKEN);
  return {
    ...network,
    role,
    metrics: { port: ownPort, token },
    drainTimeout: number(env, "DRAIN_SECONDS", 25, 3600) * 1000,
    secrets: [
      given(env.PRIVATE_KEY),
      given(env.WEBHOOK_SECRET),
      token,
      given(env.GITHUB_TOKEN),
      ...passwordsOf(database.url),
    ].filter((secret) => secret !== undefined),
  };
}

function readIntake(env: Environment): IntakeSettings {
  return { secret: readSecret(env), webhookProxy: address(env, "WEBHOOK_PROXY_URL") };
}

function readWork(env: Environment, credentials: AppCredentials): WorkSettings {
  return {
    ...credentials,
    ...hosts(env),
    // What another GitHub calls public is often for one company alone.
    remote: choice(env, "REMOTE", ["on", "off"], given(env.GHE_HOST) === undefined ? "on" : "off") === "on",
    requestTimeout: number(env, "REQUEST_TIMEOUT_SECONDS", 20, 600) * 1000,
    concurrency: number(env, "CONCURRENCY", 8, 100, 1),
    groupConcurrency: number(env, "GROUP_CONCURRENCY", 3, 100, 1),
  };
}

/**
 * Where the database is. The address is refused without being shown: it may hold a password.
 * @throws {SettingsError} when the address is none
 */
export function readDatabase(env: Environment): DatabaseSettings {
  const url = given(env.DATABASE_URL);
  if (url !== undefined && !(URL.canParse(url) && /^postgres(?:ql)?:$/.test(new URL(url).protocol)))
    throw new SettingsError(
      "DATABASE_URL has to be an address like postgres://user:password@host:5432/database, with special characters of the password percent-encoded.",
    );
  return { url, dataDir: given(env.DATA_DIR) ?? "./data" };
}

/** The password as it stands in the address and as it is meant, where the address has one. */
function passwordsOf(url: string | undefined): string[] {
  if (url === undefined) return [];
  const { password, searchParams } = new URL(url);
  const written = [password, searchParams.get("password") ?? ""].filter((text) => text !== "");
  return written.flatMap((text) => [text, decoded(text)]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Where GitHub is: github.com, or the host that GHE_HOST names.
 * @throws {SettingsError} when that is no host
 */
export function hosts(env: Environment): { baseUrl: string; serverUrl: string } {
  const host = given(env.GHE_HOST);
  if (host === undefined) return { baseUrl: "https://api.github.com", serverUrl: "https://github.com" };
  const protocol = choice(env, "GHE_PROTOCOL", ["https", "http"], "https");
  if (!/^[A-Za-z0-9.-]+(?::\d{1,5})?$/.test(host) && !/^\[[0-9a-f:]+\](?::\d{1,5})?$/i.test(host))
    throw new SettingsError("GHE_HOST has to be a host name with an optional port, without protocol and path.");
  return { baseUrl: `${protocol}://${host}/api/v3`, serverUrl: `${protocol}://${host}` };
}
