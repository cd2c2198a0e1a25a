/** The server's settings: environment variables, each explained in `.env.example`. */
import { readFileSync } from "node:fs";

export const WEBHOOK_PATH = "/api/github/webhooks";

/** Something about the environment that the server will not start with. */
export class SettingsError extends Error {
  override readonly name = "SettingsError";
}

export interface NetworkSettings {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  readonly webhookPath: string;
  readonly logLevel: string;
  readonly logFormat: "json" | "pretty";
}

export interface AppSettings extends NetworkSettings {
  readonly kind: "app";
  readonly appId: number;
  readonly privateKey: string;
  readonly secret: string;
  /** Where REST is: `https://api.github.com`, or `/api/v3` on another GitHub. */
  readonly baseUrl: string;
  /** What links start with. */
  readonly serverUrl: string;
  /** Smee channel that forwards webhooks to this machine. */
  readonly webhookProxy: string | undefined;
  /** Milliseconds until a request to GitHub counts as unanswered. */
  readonly requestTimeout: number;
  /** Milliseconds that work may take to finish after a request to stop. */
  readonly drainTimeout: number;
}

/** Without an App there is nothing to serve but the wizard that registers one. */
export interface SetupSettings extends NetworkSettings {
  readonly kind: "setup";
  /** Address under which GitHub reaches this server. */
  readonly publicUrl: string | undefined;
}

export type Settings = AppSettings | SetupSettings;

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"];
/** Probot's own default, which anyone can look up. */
const KNOWN_SECRETS = ["development"];

/** Reads the settings. @throws {SettingsError} with what is wrong and what to do */
export function readSettings(env: Environment): Settings {
  const network: NetworkSettings = {
    host: given(env.HOST) ?? "localhost",
    port: number(env, "PORT", 3000, 65_535),
    webhookPath: given(env.WEBHOOK_PATH) ?? WEBHOOK_PATH,
    logLevel: logLevel(env),
    logFormat:
      (given(env.LOG_FORMAT) ?? (env.NODE_ENV === "production" ? "json" : "pretty")) === "json" ? "json" : "pretty",
  };
  if (!network.webhookPath.startsWith("/")) throw new SettingsError("WEBHOOK_PATH has to start with a slash.");
  const appId = given(env.APP_ID);
  const privateKey = readPrivateKey(env);
  if (appId === undefined && privateKey === undefined) {
    if (env.NODE_ENV === "production")
      throw new SettingsError(
        "APP_ID and PRIVATE_KEY are not set. The wizard that registers an App does not run in production: run `npm start` on your own machine first.",
      );
    return { kind: "setup", ...network, publicUrl: address(env, "PUBLIC_URL") };
  }
  if (appId === undefined || privateKey === undefined)
    throw new SettingsError(
      appId === undefined
        ? "PRIVATE_KEY is set but APP_ID is not. Set both, or neither to register an App."
        : "APP_ID is set but PRIVATE_KEY (or PRIVATE_KEY_PATH) is not. Set both, or neither to register an App.",
    );
  if (!/^[1-9]\d{0,14}$/.test(appId)) throw new SettingsError("APP_ID has to be the App's number.");
  return {
    kind: "app",
    ...network,
    appId: Number(appId),
    privateKey,
    secret: readSecret(env),
    ...hosts(env),
    webhookProxy: address(env, "WEBHOOK_PROXY_URL"),
    requestTimeout: number(env, "REQUEST_TIMEOUT_SECONDS", 20, 600) * 1000,
    drainTimeout: number(env, "DRAIN_SECONDS", 25, 3600) * 1000,
  };
}

/** Without a secret anyone could have the App do things; with Probot's default, anyone who reads its source. */
function readSecret(env: Environment): string {
  const secret = given(env.WEBHOOK_SECRET);
  if (secret === undefined)
    throw new SettingsError(
      "WEBHOOK_SECRET is not set. Set it to the webhook secret of the App: without it nobody can tell GitHub's events from forged ones.",
    );
  if (KNOWN_SECRETS.includes(secret))
    throw new SettingsError(
      `WEBHOOK_SECRET is "${secret}", which is no secret. Choose a long random one, here and in the App's settings.`,
    );
  return secret;
}

/**
 * Where GitHub is: github.com, or the host that GHE_HOST names.
 * @throws {SettingsError} when that is no host
 */
export function hosts(env: Environment): { baseUrl: string; serverUrl: string } {
  const host = given(env.GHE_HOST);
  if (host === undefined) return { baseUrl: "https://api.github.com", serverUrl: "https://github.com" };
  const protocol = given(env.GHE_PROTOCOL) ?? "https";
  if (protocol !== "https" && protocol !== "http") throw new SettingsError("GHE_PROTOCOL has to be https or http.");
  if (!/^[A-Za-z0-9.-]+(?::\d{1,5})?$/.test(host) && !/^\[[0-9a-f:]+\](?::\d{1,5})?$/i.test(host))
    throw new SettingsError("GHE_HOST has to be a host name with an optional port, without protocol and path.");
  return { baseUrl: `${protocol}://${host}/api/v3`, serverUrl: `${protocol}://${host}` };
}

/** A PEM text, with line ends or with `\n` in their place, or the same in Base64; or a file that holds it. */
function readPrivateKey(env: Environment): string | undefined {
  const path = given(env.PRIVATE_KEY_PATH);
  const key = given(env.PRIVATE_KEY) ?? (path === undefined ? undefined : readKeyFile(path));
  if (key === undefined) return undefined;
  const text = key.includes("-----BEGIN") ? key.replaceAll("\\n", "\n") : Buffer.from(key, "base64").toString("utf8");
  if (!/-----BEGIN [A-Z ]{0,20}PRIVATE KEY-----/.test(text))
    throw new SettingsError(
      "PRIVATE_KEY is not a private key in PEM. Copy the whole of the .pem file that GitHub gave you.",
    );
  return text.trim();
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    throw new SettingsError(`The file that PRIVATE_KEY_PATH names could not be read (${code}).`);
  }
}

function address(env: Environment, name: string): string | undefined {
  const url = given(env[name]);
  if (url === undefined) return undefined;
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new SettingsError(`${name} has to be an http or https address.`);
  return url.replace(/\/$/, "");
}

function logLevel(env: Environment): string {
  const level = given(env.LOG_LEVEL) ?? "info";
  if (!LOG_LEVELS.includes(level)) throw new SettingsError(`LOG_LEVEL has to be one of ${LOG_LEVELS.join(", ")}.`);
  return level;
}

function number(env: Environment, name: string, fallback: number, most: number): number {
  const text = given(env[name]);
  if (text === undefined) return fallback;
  if (!/^\d{1,6}$/.test(text) || Number(text) > most)
    throw new SettingsError(`${name} has to be a whole number from 0 to ${most}.`);
  return Number(text);
}

/** An empty variable is one that is not set. */
function given(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === "" ? undefined : value.trim();
}
