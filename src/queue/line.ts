/** The line between the processes of one PostgreSQL: what wakes them, and which lanes they hold. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Connection, Database, DatabaseLog } from "../database/database.ts";

/** Where a process that adds work wakes those that do it. */
export const CHANNEL = "openness_owed";
/** Advisory locks have two numbers: this one says that it is about lanes. */
const LANES = 48_063;
/** Milliseconds between two looks at a lane that another process holds. */
const LOOK = 100;
const RECONNECT = 500;
const BEAT = 3_000;

/**
 * A server notices that a process is gone when its connection is closed. For one that vanished, with its machine or its
 * network, it has to be told how long to wait: a session that says nothing for this long is ended, and its lanes with it.
 */
const SESSION = `
  SELECT set_config(name, value, false)
  FROM (VALUES ('idle_session_timeout', '15s'), ('tcp_keepalives_idle', '5'), ('tcp_keepalives_interval', '3'),
    ('tcp_keepalives_count', '3'), ('tcp_user_timeout', '15s')) AS wanted (name, value)
  WHERE name IN (SELECT name FROM pg_settings);
  LISTEN ${CHANNEL}`;

export class Line {
  readonly #database: Database;
  readonly #onWake: () => void;
  readonly #log: DatabaseLog | undefined;
  readonly #held = new Set<string>();
  #connection: Promise<Connection> | undefined;
  #beat: NodeJS.Timeout | undefined;
  #isClosed = false;

  constructor(database: Database, onWake: () => void, log?: DatabaseLog) {
    this.#database = database;
    this.#onWake = onWake;
    this.#log = log;
  }

  open(): void {
    if (this.#database.connect === undefined) return;
    this.#beat = setInterval(() => void this.#say("SELECT 1"), BEAT).unref();
    this.#connection = this.#connect();
    this.#connection.catch(() => undefined);
  }

  /**
   * Resolves with true once no other process has the lane, with false when `isOver` says so first. A process holds each
   * lane once: the lanes inside the process come before.
   */
  async take(lane: string, isOver: () => boolean): Promise<boolean> {
    while (!isOver()) {
      if (await this.#lock(lane)) return true;
      await sleep(LOOK);
    }
    return false;
  }

  async give(lane: string): Promise<void> {
    if (!this.#held.delete(lane)) return;
    await this.#say("SELECT pg_advisory_unlock($1::int, hashtext($2))", [LANES, lane]);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#beat);
    (await this.#connection?.catch(() => undefined))?.close();
  }

  async #lock(lane: string): Promise<boolean> {
    if (this.#connection === undefined) return true;
    const rows = await this.#say<{ taken: boolean }>("SELECT pg_try_advisory_lock($1::int, hashtext($2)) AS taken", [
      LANES,
      lane,
    ]);
    if (rows?.[0]?.taken !== true) return false;
    this.#held.add(lane);
    return true;
  }

  /** Undefined while there is no connection. */
  async #say<Row extends object>(statement: string, values: readonly unknown[] = []): Promise<Row[] | undefined> {
    const connection = await this.#connection?.catch(() => undefined);
    return await connection?.query<Row>(statement, values).catch(() => undefined);
  }

  async #connect(): Promise<Connection> {
    for (;;) {
      try {
        const connection = await this.#database.connect!();
        connection.onNotification(this.#onWake);
        await connection.query(SESSION);
        await this.#lockAgain(connection);
        void connection.ended.then(() => this.#reconnect());
        // What was notified while there was no connection was not heard.
        this.#onWake();
        return connection;
      } catch (error) {
        if (this.#isClosed) throw error;
        await sleep(RECONNECT);
      }
    }
  }

  #reconnect(): void {
    if (this.#isClosed) return;
    this.#connection = this.#connect();
    this.#connection.catch(() => undefined);
  }

  /** The work in these lanes goes on while the connection is replaced. */
  async #lockAgain(connection: Connection): Promise<void> {
    for (const lane of this.#held) {
      const [row] = await connection.query<{ taken: boolean }>(
        "SELECT pg_try_advisory_lock($1::int, hashtext($2)) AS taken",
        [LANES, lane],
      );
      if (row?.taken === true) continue;
      this.#held.delete(lane);
      this.#log?.warn({ lane }, "another process took a lane while the connection to the database was broken");
    }
  }
}
