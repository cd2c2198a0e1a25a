/** The embedded database: PostgreSQL as WebAssembly inside this process, in a directory of its own. */
import { existsSync, statfsSync } from "node:fs";
import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { type Database, DatabaseError, type DatabaseLog, type Sql } from "./database.ts";
import { faultOf } from "./faults.ts";
import { lockDirectory } from "./lock.ts";
import { transactionOf } from "./transaction.ts";
import { PARSERS } from "./values.ts";

export interface EmbeddedSettings {
  readonly dataDir: string;
  readonly log?: DatabaseLog;
  /** Bytes that are free on the disk of a directory; asked of the system where left out. */
  readonly freeSpace?: (directory: string) => number;
}

/**
 * Bytes that have to be free before anything is written. The engine does not survive a disk that fills up while it
 * writes: it stops in a loop that never ends, and this process with it. Its log grows by 16 MB at a time.
 */
const RESERVE = 100 * 1024 * 1024;

/** PostgreSQL's major version inside the engine: a directory of another one cannot be opened. */
export const EMBEDDED_MAJOR = "18";

/**
 * Opens the database in `DATA_DIR/database`, and makes it where there is none. It outlives the end of the process at any
 * moment, but not a power cut: the engine never waits for the disk.
 * @throws {DatabaseError} when another process has it open, or it cannot be opened
 */
export async function openEmbedded({ dataDir, log, freeSpace = freeOn }: EmbeddedSettings): Promise<Database> {
  const directory = join(dataDir, "database");
  try {
    await mkdir(dataDir, { recursive: true });
  } catch (error) {
    throw faultOf(error, `in ${dataDir}`);
  }
  // Before the lock: on a full disk it would be written in part, and the next start would wait for its holder.
  refuseWhenFull(dataDir, freeSpace);
  const lock = await lockDirectory(dataDir, { log });
  try {
    await setAsideOther(directory, log);
    if (!existsSync(directory)) await make(directory);
    return new EmbeddedDatabase(await open(directory), directory, lock, () => refuseWhenFull(dataDir, freeSpace));
  } catch (error) {
    lock.release();
    throw faultOf(error, `in ${directory}`);
  }
}

function refuseWhenFull(dataDir: string, freeSpace: (directory: string) => number): void {
  const free = freeSpace(dataDir);
  if (free >= RESERVE) return;
  const [have, need] = [free, RESERVE].map((bytes) => Math.floor(bytes / 1024 / 1024));
  throw new DatabaseError(
    `the disk of ${dataDir} is full: ${have} MB are free and the embedded database needs ${need} MB to write safely. Free some space; what was answered before is kept`,
    { isDiskFull: true },
  );
}

function freeOn(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}

/** What a database holds can be had from GitHub again, so another version's is kept for its owner but not waited for. */
async function setAsideOther(directory: string, log: DatabaseLog | undefined): Promise<void> {
  if (!existsSync(directory)) return;
  const major = await readFile(join(directory, "PG_VERSION"), "utf8").then(
    (text) => text.trim().slice(0, 20),
    () => "unknown",
  );
  if (major === EMBEDDED_MAJOR) return;
  let aside = `${directory}.postgresql-${major.replaceAll(/[^\w.]/g, "-")}`;
  for (let i = 2; existsSync(aside); i += 1) aside = `${aside.replace(/\.\d+$/, "")}.${i}`;
  await rename(directory, aside);
  log?.warn(
    { directory: aside },
    `the database was made by PostgreSQL ${major} and this version has ${EMBEDDED_MAJOR}: it was set aside, and a new one begins`,
  );
}

/** Made beside and moved to its place when it is whole, so that a process that is killed meanwhile leaves no half of it. */
async function make(directory: string): Promise<void> {
  const beside = `${directory}.new`;
  await rm(beside, { recursive: true, force: true });
  await (await open(beside)).close();
  await rename(beside, directory);
}

async function open(directory: string): Promise<PGlite> {
  try {
    return await PGlite.create({ dataDir: directory, parsers: { ...PARSERS } });
  } catch (error) {
    const fault = faultOf(error, `in ${directory}`);
    if (fault instanceof DatabaseError) throw fault;
    const reason = error instanceof Error ? error.message : String(error);
    throw new DatabaseError(
      `the database in ${directory} cannot be opened (${reason}): move the directory away to begin with an empty one, which is filled from GitHub again`,
      { cause: error },
    );
  }
}

interface Lock {
  readonly isLost: boolean;
  release(): void;
}

class EmbeddedDatabase implements Database {
  readonly kind = "embedded";
  readonly #engine: PGlite;
  readonly #directory: string;
  readonly #lock: Lock;
  readonly #refuseWhenFull: () => void;
  #failure: DatabaseError | undefined;

  constructor(engine: PGlite, directory: string, lock: Lock, refuseWhenFull: () => void) {
    this.#engine = engine;
    this.#directory = directory;
    this.#lock = lock;
    this.#refuseWhenFull = refuseWhenFull;
  }

  assertWritable(): void {
    this.#check();
    this.#refuseWhenFull();
  }

  async query<Row extends object>(statement: string, values?: readonly unknown[]): Promise<Row[]> {
    this.#check();
    // What only reads goes on: so the program can still tell its state.
    if (!/^\s{0,100}select\b/i.test(statement)) this.#refuseWhenFull();
    try {
      if (values !== undefined) return (await this.#engine.query<Row>(statement, [...values])).rows;
      return (await this.#engine.exec(statement)).flatMap(({ rows }) => (rows ?? []) as Row[]);
    } catch (error) {
      // A script that failed between its BEGIN and its COMMIT would leave the only connection inside.
      if (values === undefined) await this.#engine.exec("ROLLBACK").catch(() => undefined);
      throw this.#faultOf(error);
    }
  }

  async transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    this.#check();
    this.#refuseWhenFull();
    try {
      return await this.#engine.transaction((transaction) =>
        transactionOf(async <Row extends object>(statement: string, values?: readonly unknown[]): Promise<Row[]> => {
          if (values !== undefined) return (await transaction.query<Row>(statement, [...values])).rows;
          return (await transaction.exec(statement)).flatMap(({ rows }) => (rows ?? []) as Row[]);
        }, work),
      );
    } catch (error) {
      throw this.#faultOf(error);
    }
  }

  async close(): Promise<void> {
    if (this.#engine.closed) return;
    try {
      await this.#engine.close();
    } catch (error) {
      // An engine that stopped cannot be closed; its files are as those of a process that was killed.
      if (this.#failure === undefined) throw this.#faultOf(error);
    } finally {
      this.#lock.release();
    }
  }

  #check(): void {
    if (this.#failure !== undefined) throw this.#failure;
    if (this.#engine.closed) throw new DatabaseError(`the database in ${this.#directory} is closed`);
    if (this.#lock.isLost)
      throw new DatabaseError(
        `another process took over the database in ${this.#directory} while this one stood still: stop this one`,
      );
  }

  /** WebAssembly that stopped in its middle cannot go on: every later statement says so instead of waiting for ever. */
  #faultOf(error: unknown): unknown {
    if (error instanceof WebAssembly.RuntimeError || (error instanceof Error && /^Aborted\(/.test(error.message)))
      this.#failure = new DatabaseError(
        `the embedded database in ${this.#directory} stopped (${error.message.slice(0, 200)}): start the program again; what was answered before is kept`,
        { cause: error },
      );
    return this.#failure ?? faultOf(error, `in ${this.#directory}`);
  }
}
