/** One process for one directory: two embedded databases on the same files part without a word, and lose work. */
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, rmdirSync, statSync, unlinkSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseError, type DatabaseLog } from "./database.ts";
import { isAlive, type ProcessName, thisProcess } from "./process-name.ts";

export interface DirectoryLock {
  /** True once another process has taken the directory, because this one stood still for too long. */
  readonly isLost: boolean;
  release(): void;
}

export interface LockOptions {
  readonly log?: DatabaseLog | undefined;
  /** Milliseconds between two signs of life, and without one until the holder is taken for dead. */
  readonly beat?: number;
  readonly silence?: number;
}

/** Holders show this often, in milliseconds, that they live. */
const BEAT = 2_000;
/** A holder that cannot be asked, on another machine, is dead after this long without a beat. */
const SILENCE = 10_000;
/** How often a holder is looked at during that time. */
const LOOKS = 20;
/** Taking a dead process's lock takes less than a millisecond: a guard this old was left by one that died doing it. */
const OLD_GUARD = 30_000;

interface Held extends ProcessName {
  readonly token: string;
}

/**
 * Takes `DIRECTORY/lock` for this process, from a dead one where need be. Whether the holder lives is asked of the
 * system where it runs on this machine; where it does not (a container that was replaced), it is watched for a while.
 * @throws {DatabaseError} when another process holds it: names it
 */
export async function lockDirectory(
  directory: string,
  { log, beat = BEAT, silence = SILENCE }: LockOptions = {},
): Promise<DirectoryLock> {
  const path = join(directory, "lock");
  for (;;) {
    const mine: Held = { ...thisProcess(), token: randomUUID() };
    if (createNew(path, mine)) return new HeldLock(path, mine.token, beat);
    const found = read(path);
    if (found === undefined) continue;
    if (await isHeld(path, found, silence)) throw refusal(directory, found);
    if (await takeOver(path, found, mine)) {
      log?.warn({ directory, pid: found.pid, host: found.host }, "took over the lock of a process that has ended");
      return new HeldLock(path, mine.token, beat);
    }
  }
}

class HeldLock implements DirectoryLock {
  readonly #path: string;
  readonly #token: string;
  readonly #timer: NodeJS.Timeout;
  #isLost = false;

  constructor(path: string, token: string, beat: number) {
    this.#path = path;
    this.#token = token;
    this.#timer = setInterval(() => this.#beat(), beat).unref();
  }

  get isLost(): boolean {
    return this.#isLost;
  }

  release(): void {
    clearInterval(this.#timer);
    if (read(this.#path)?.token === this.#token) unlinkSync(this.#path);
  }

  #beat(): void {
    const now = new Date();
    try {
      this.#isLost ||= read(this.#path)?.token !== this.#token;
      if (!this.#isLost) utimesSync(this.#path, now, now);
    } catch {
      // A disk that fails for a moment: the next beat tries again.
    }
  }
}

/** Writes the lock where there is none. */
function createNew(path: string, held: Held): boolean {
  try {
    writeFileSync(path, JSON.stringify(held), { flag: "wx" });
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw new DatabaseError(
      `the lock ${path} cannot be written (${codeOf(error) ?? error}): is the directory writable?`,
      {
        cause: error,
      },
    );
  }
}

/** The lock as it is; one that cannot be read as such, as one cut short by a full disk, names no living process. */
function read(path: string): Held | undefined {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (error) {
    if (codeOf(error) === "ENOENT") return undefined;
    throw new DatabaseError(`the lock ${path} cannot be read (${codeOf(error) ?? error})`, { cause: error });
  }
  const nobody: Held = { pid: 0, host: "", place: "", started: "", token: text };
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...nobody, ...value } : nobody;
  } catch {
    return nobody;
  }
}

async function isHeld(path: string, held: Held, silence: number): Promise<boolean> {
  if (held.pid !== 0 && held.place === thisProcess().place) return isAlive(held);
  const before = beatOf(path);
  for (let waited = 0; waited < silence; waited += silence / LOOKS) {
    await sleep(silence / LOOKS);
    const now = beatOf(path);
    if (now === undefined) return false;
    if (now !== before) return true;
  }
  return false;
}

function beatOf(path: string): number | undefined {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs;
}

/** Replaces the lock of a dead process by one's own; false when another process was faster. */
async function takeOver(path: string, found: Held, mine: Held): Promise<boolean> {
  const guard = `${path}.guard`;
  try {
    mkdirSync(guard);
  } catch (error) {
    if (codeOf(error) !== "EEXIST") throw error;
    const since = beatOf(guard);
    if (since !== undefined && Date.now() - since > OLD_GUARD) rmdirSync(guard);
    await sleep(50);
    return false;
  }
  try {
    if (read(path)?.token !== found.token) return false;
    unlinkSync(path);
    return createNew(path, mine);
  } finally {
    rmdirSync(guard);
  }
}

function refusal(directory: string, { pid, host }: Held): DatabaseError {
  const who = host === thisProcess().host ? `process ${pid}` : `process ${pid} on ${host}`;
  return new DatabaseError(
    `the database in ${directory} is in use by ${who}, and only one process at a time can have it: stop that process, give this one another DATA_DIR, or use PostgreSQL (DATABASE_URL) for several`,
  );
}

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : undefined;
