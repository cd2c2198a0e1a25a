/** What the App proves itself with, read so that half of it or a known one is refused. */
import { readFileSync } from "node:fs";
import { type Environment, given, SettingsError } from "./environment.ts";

/** Probot's own default, which anyone can look up. */
const KNOWN_SECRETS = ["development"];

export interface AppCredentials {
  readonly appId: number;
  readonly privateKey: string;
}

/**
 * The App's number and key; undefined where neither is set.
 * @throws {SettingsError} where only one is, or one makes no sense
 */
export function readCredentials(env: Environment): AppCredentials | undefined {
  const appId = given(env.APP_ID);
  const privateKey = readPrivateKey(env);
  if (appId === undefined && privateKey === undefined) return undefined;
  if (appId === undefined || privateKey === undefined)
    throw new SettingsError(
      appId === undefined
        ? "PRIVATE_KEY is set but APP_ID is not. Set both, or neither to register an App."
        : "APP_ID is set but PRIVATE_KEY (or PRIVATE_KEY_PATH) is not. Set both, or neither to register an App.",
    );
  if (!/^[1-9]\d{0,14}$/.test(appId)) throw new SettingsError("APP_ID has to be the App's number.");
  return { appId: Number(appId), privateKey };
}

/**
 * Without a secret anyone could have the App do things; with Probot's default, anyone who reads its source.
 * @throws {SettingsError}
 */
export function readSecret(env: Environment): string {
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
