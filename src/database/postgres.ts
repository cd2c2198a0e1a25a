/** PostgreSQL, on a server of its own. */
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import {
  type Connection,
  type Database,
  DatabaseError,
  type DatabaseLog,
  DatabaseUnreachable,
  type Sql,
} from "./database.ts";
import { faultOf, isUnreachable } from "./faults.ts";
import { transactionOf } from "./transaction.ts";
import { PARSERS } from "./values.ts";

export interface PostgresSettings {
  /** As `postgres://user:password@host:5432/database`. */
  readonly url: string;
  /** Milliseconds to wait, at start, for a server that is not there yet; five minutes where left out. */
  readonly patience?: number;
  /** Connections at most; 10 where left out. */
  readonly connections?: number;
  readonly log?: DatabaseLog;
}

const PATIENCE = 5 * 60_000;
/** A statement that takes longer than this hangs, and its connection with it. */
const STATEMENT_TIMEOUT = 60_000;
const CONNECT_TIMEOUT = 10_000;
const ROLLBACK_TIMEOUT = 5_000;
/** Milliseconds between two looks for a server that is not there yet: first, and at most. */
const FIRST_WAIT = 250;
const LONGEST_WAIT = 5_000;

/**
 * Opens a pool of connections, and waits for a server that is still starting. Connections that break later are replaced;
 * the statement that was under way fails with {@link DatabaseUnreachable}.
 * @throws {DatabaseError} when waiting cannot help: a wrong address, password or name
 * @throws {DatabaseUnreachable} when there was no server in time
 */
export async function openPostgres(settings: PostgresSettings): Promise<Database> {
  const database = new PostgresDatabase(settings);
  try {
    await waitFor(database, settings);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function waitFor(database: PostgresDatabase, { patience = PATIENCE, log }: PostgresSettings): Promise<void> {
  const end = Date.now() + patience;
  for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
    try {
      await database.query("SELECT 1");
      return;
    } catch (error) {
      if (!(error instanceof DatabaseUnreachable) || Date.now() + wait > end) throw error;
      log?.warn({ seconds: wait / 1000 }, `${error.message}: waiting for it`);
      await sleep(wait);
    }
  }
}

class PostgresDatabase implements Database {
  readonly kind = "postgres";
  readonly #config: pg.PoolConfig;
  readonly #pool: pg.Pool;
  readonly #where: string;

  constructor({ url, connections = 10 }: PostgresSettings) {
    this.#where = nameOf(url);
    this.#config = {
      connectionString: url,
      application_name: "openness",
      max: connections,
      keepAlive: true,
      connectionTimeoutMillis: CONNECT_TIMEOUT,
      query_timeout: STATEMENT_TIMEOUT,
      types: { getTypeParser: parserOf as typeof pg.types.getTypeParser },
    };
    this.#pool = new pg.Pool(this.#config);
    // An idle connection that breaks leaves the pool by itself; without a listener its error would end the process.
    this.#pool.on("error", () => undefined);
  }

  async query<Row extends object>(statement: string, values?: readonly unknown[]): Promise<Row[]> {
    try {
      // After an error the pool throws the connection away, so that a script's half transaction ends with it.
      return rowsOf<Row>(await this.#pool.query(statement, values === undefined ? undefined : [...values]));
    } catch (error) {
      throw faultOf(error, this.#where);
    }
  }

  async transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    const client = await this.#begin();
    let isBroken = false;
    const broken = () => {
      isBroken = true;
    };
    client.on("error", broken);
    try {
      const result = await transactionOf(inTurn(client), work);
      await client.query("COMMIT");
      return result;
    } catch (error) {
      isBroken ||= isUnreachable(error) || !(await this.#rollBack(client));
      throw faultOf(error, this.#where);
    } finally {
      client.removeListener("error", broken);
      client.release(isBroken);
    }
  }

  async connect(): Promise<Connection> {
    const client = new pg.Client(this.#config);
    const ended = new Promise<void>((done) => {
      client.once("end", done);
      client.on("error", () => done());
    });
    try {
      await client.connect();
    } catch (error) {
      throw faultOf(error, this.#where);
    }
    const where = this.#where;
    const query = inTurn(client);
    return {
      ended,
      async query<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]> {
        try {
          return await query<Row>(text, values);
        } catch (error) {
          throw faultOf(error, where);
        }
      },
      onNotification: (listener) => void client.on("notification", ({ channel }) => listener(channel)),
      close: () => void client.end().catch(() => undefined),
    };
  }

  async close(): Promise<void> {
    if (!this.#pool.ending) await this.#pool.end();
  }

  /** A connection may have broken unseen since it was used last: nothing has happened yet, so a second one is tried. */
  async #begin(): Promise<pg.PoolClient> {
    for (let isLast = false; ; isLast = true) {
      let client: pg.PoolClient | undefined;
      const ignore = () => undefined;
      try {
        client = await this.#pool.connect();
        client.on("error", ignore);
        await client.query("BEGIN");
        client.removeListener("error", ignore);
        return client;
      } catch (error) {
        client?.removeListener("error", ignore);
        client?.release(true);
        if (isLast || client === undefined || !isUnreachable(error)) throw faultOf(error, this.#where);
      }
    }
  }

  async #rollBack(client: pg.PoolClient): Promise<boolean> {
    const late = sleep(ROLLBACK_TIMEOUT, false, { ref: false });
    return await Promise.race([client.query("ROLLBACK").then(() => true), late]).catch(() => false);
  }
}

/** One statement after the other, in the order of asking: node-postgres will not queue them itself any more. */
function inTurn(client: pg.ClientBase): Sql["query"] {
  let last: Promise<unknown> = Promise.resolve();
  return <Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]> => {
    const result = last.then(async () =>
      rowsOf<Row>(await client.query(text, values === undefined ? undefined : [...values])),
    );
    last = result.catch(() => undefined);
    return result;
  };
}

/** Several statements come back as several results, which the types of node-postgres leave out. */
function rowsOf<Row>(result: unknown): Row[] {
  const results = Array.isArray(result) ? result : [result];
  return results.flatMap(({ rows }: { rows?: Row[] }) => rows ?? []);
}

function parserOf(type: number, format?: "text" | "binary"): unknown {
  return (format !== "binary" && PARSERS[type]) || pg.types.getTypeParser(type, format);
}

/** The server and the database, never the password. */
function nameOf(url: string): string {
  if (!URL.canParse(url) || !/^postgres(?:ql)?:/.test(url))
    throw new DatabaseError(
      "DATABASE_URL is no address of a database: write postgres://user:password@host:5432/database",
    );
  const { hostname, port, pathname, searchParams } = new URL(url);
  return `${pathname.slice(1) || "postgres"} at ${hostname || searchParams.get("host") || "localhost"}:${port || "5432"}`;
}
