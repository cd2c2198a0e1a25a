/** The log for people at a terminal: one readable line per entry. */
import { type DestinationStream, pino } from "pino";
import type { PlainError } from "./plain-error.ts";

/** Control characters and the like, with which a text could move the cursor or hide what stands before it. */
const UNSEEN = /[\p{Cc}\p{Cf}\u2028\u2029]/gu;

interface Entry {
  readonly time: number;
  readonly level: number;
  readonly msg?: string;
  readonly err?: PlainError;
  readonly [key: string]: unknown;
}

/** Turns lines of JSON into lines for a terminal. What is no JSON goes through as it is, without control characters. */
export function pretty(destination: DestinationStream): DestinationStream {
  return { write: (line) => destination.write(`${readable(line)}\n`) };
}

function readable(line: string): string {
  const entry = parsed(line);
  if (entry === undefined) return visible(line.trimEnd());
  const { time, level, msg, name: _name, pid: _pid, hostname: _host, err, ...rest } = entry;
  const clock = new Date(time).toISOString().slice(11, 19);
  const label = pino.levels.labels[level]?.toUpperCase() ?? String(level);
  const details = Object.keys(rest).length === 0 ? "" : ` ${visible(JSON.stringify(rest))}`;
  return `${clock} ${label} ${visible(msg ?? "")}${details}${err === undefined ? "" : story(err)}`;
}

/** An error and its causes, each with its stack. */
function story(error: PlainError): string {
  const lines = (error.stack ?? `${error.name}: ${error.message}`).split("\n").map(visible);
  return `\n  ${lines.join("\n  ")}${error.cause === undefined ? "" : `\n  because of${story(error.cause)}`}`;
}

const visible = (text: string): string =>
  text.replace(UNSEEN, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`);

function parsed(line: string): Entry | undefined {
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return undefined;
  }
}
