/** The log: what happened to which audit, never what a repository holds, never a secret. */
import { type Logger, pino } from "pino";
import type { NetworkSettings } from "./settings.ts";

const SECRET_KEYS = ["privateKey", "secret", "token", "authorization", "password", "cookie", "pem"];

/** Makes the log. Errors are reduced to name, message and stack: octokit's carry request and response bodies. */
export function createLog(settings: Pick<NetworkSettings, "logLevel" | "logFormat">): Logger {
  const options = {
    name: "openness",
    level: settings.logLevel,
    redact: {
      paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.headers.${key}`, `headers.${key}`]),
      censor: "[redacted]",
    },
    serializers: { err: plainError, error: plainError },
  };
  if (settings.logFormat === "json") return pino(options);
  return pino(options, pretty());
}

function plainError(error: unknown): unknown {
  if (!(error instanceof Error)) return { message: "not an Error" };
  const { name, stack } = error;
  const status = "status" in error && typeof error.status === "number" ? error.status : undefined;
  return {
    name,
    message: withoutSecrets(error.message),
    status,
    stack: stack === undefined ? undefined : withoutSecrets(stack),
  };
}

/** Tokens, keys and addresses with passwords, wherever they stand in a text. */
export function withoutSecrets(text: string): string {
  return text
    .slice(0, 10_000)
    .replaceAll(/\bgh[a-z]_[A-Za-z0-9_]{10,255}/g, "[redacted]")
    .replaceAll(/\bgithub_pat_[A-Za-z0-9_]{10,255}/g, "[redacted]")
    .replaceAll(/\beyJ[\w-]{5,2000}\.[\w-]{5,4000}\.[\w-]{5,1000}/g, "[redacted]")
    .replaceAll(/-----BEGIN [A-Z ]{1,40}-----[^-]{0,8000}(?:-----END [A-Z ]{1,40}-----)?/g, "[redacted]")
    .replaceAll(/\/\/[^/\s:@]{1,200}:[^/\s@]{1,200}@/g, "//[redacted]@");
}

/** One readable line per entry, for a terminal. */
function pretty(): { write(line: string): void } {
  return {
    write(line) {
      const {
        time,
        level,
        msg,
        name: _name,
        pid: _pid,
        hostname: _host,
        err,
        ...rest
      } = JSON.parse(line) as {
        time: number;
        level: number;
        msg?: string;
        name?: string;
        pid?: number;
        hostname?: string;
        err?: { message?: string; stack?: string };
      };
      const clock = new Date(time).toISOString().slice(11, 19);
      const label = pino.levels.labels[level]?.toUpperCase() ?? String(level);
      const details = Object.keys(rest).length === 0 ? "" : ` ${JSON.stringify(rest)}`;
      const error = err === undefined ? "" : `\n  ${err.stack ?? err.message ?? ""}`;
      process.stdout.write(`${clock} ${label} ${msg ?? ""}${details}${error}\n`);
    },
  };
}
