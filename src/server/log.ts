/** The log: what happened to which audit, never what a repository holds, never a secret. */
import { type DestinationStream, type Logger, pino } from "pino";
import { plainError } from "./plain-error.ts";
import { pretty } from "./pretty.ts";
import { redactor } from "./redact.ts";
import type { NetworkSettings } from "./settings.ts";

export { withoutSecrets } from "./redact.ts";

const SECRET_KEYS = [
  "privateKey",
  "secret",
  "secrets",
  "token",
  "authorization",
  "password",
  "cookie",
  "pem",
  "databaseUrl",
  "connectionString",
];

export interface LogSettings extends Pick<NetworkSettings, "logLevel" | "logFormat"> {
  /** Texts that must appear nowhere in the log. */
  readonly secrets?: readonly string[];
}

/**
 * Makes the log. Errors are reduced to name, message, stack and causes: octokit's carry request and response bodies. What
 * looks like a secret is taken out of every line before it is written, wherever it stands, and so are the secrets that the
 * settings name.
 * @param destination where lines go; the standard output where left out
 */
export function createLog(settings: LogSettings, destination?: DestinationStream): Logger {
  const options = {
    name: "openness",
    level: settings.logLevel,
    redact: {
      paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.headers.${key}`, `headers.${key}`]),
      censor: "[redacted]",
    },
    serializers: { err: plainError, error: plainError },
    hooks: { streamWrite: redactor(settings.secrets ?? []) },
  };
  if (settings.logFormat === "pretty") return pino(options, pretty(destination ?? process.stdout));
  return destination === undefined ? pino(options) : pino(options, destination);
}
