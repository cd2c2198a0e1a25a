/** Whose turn it is: one pg-boss job for each key that is owed something. */
import { randomUUID } from "node:crypto";
import { PgBoss } from "pg-boss";
import type { Database, DatabaseLog, Sql } from "../database/database.ts";

/** What a job says; the work itself lies in the table of owed work. */
export interface KeyOfWork {
  readonly key: string;
  readonly lane: string;
  readonly group: string;
}

export interface WaitingKey extends KeyOfWork {
  readonly priority: number;
}

/** A job that this process has claimed. */
export interface Claim {
  readonly id: string;
  /** How often it was claimed before, by processes that ended meanwhile. */
  readonly retryCount: number;
  readonly priority: number;
  readonly data: KeyOfWork;
}

const QUEUE = "owed";
const SCHEMA = "openness_queue";
/**
 * Jobs are completed by those who claimed them, or come back when their heartbeats cease: the limits that pg-boss has for
 * time, retries and keeping would lose work, so they are set as high as it allows or as any use could ask for.
 */
const LIMITS = {
  retryLimit: 1_000_000,
  retryDelay: 0,
  retryBackoff: false,
  expireInSeconds: 86_400,
  retentionSeconds: 10 * 365 * 86_400,
  deleteAfterSeconds: 60,
} as const;
/** Any number, but always the same one. */
const START_LOCK = 4_806_311_948;
/** The shortest that pg-boss takes, in seconds. */
const HEARTBEAT = 10;

export class Jobs {
  readonly #boss: PgBoss;
  readonly #database: Database;

  private constructor(boss: PgBoss, database: Database) {
    this.#boss = boss;
    this.#database = database;
  }

  /** Brings pg-boss's own tables to the shape of its version. */
  static async open(database: Database, log?: DatabaseLog): Promise<Jobs> {
    const isEmbedded = database.kind === "embedded";
    const boss = new PgBoss({
      db: adapterOf(database),
      backend: isEmbedded ? "pglite" : "postgres",
      schema: SCHEMA,
      schedule: false,
      superviseIntervalSeconds: isEmbedded ? 60 : 2,
      monitorIntervalSeconds: isEmbedded ? 60 : 2,
      maintenanceIntervalSeconds: 60,
    });
    boss.on("error", (error) => log?.warn({ err: error }, "the queue's upkeep failed and will be tried again"));
    await alone(database, async () => {
      await boss.start();
      await boss.createQueue(QUEUE, { policy: "stately" });
      // An embedded database has one process: what it left is known at the next start, and a heartbeat would only take
      // work away from a process that computes for long.
      await boss.updateQueue(QUEUE, { ...LIMITS, ...(isEmbedded ? {} : { heartbeatSeconds: HEARTBEAT }) });
    });
    const jobs = new Jobs(boss, database);
    if (isEmbedded) await jobs.#takeBackAll();
    return jobs;
  }

  async close(): Promise<void> {
    await this.#boss.stop({ graceful: false, close: false });
  }

  /**
   * Sees to it that each key has a job that waits, due now. A job that waits already is locked until the transaction ends:
   * were it claimed and done meanwhile, it would not see what this transaction adds, and nobody would come back for it.
   */
  async call(sql: Sql, keys: readonly WaitingKey[]): Promise<void> {
    const byKey = new Map<string, WaitingKey>();
    for (const one of keys) {
      const priority = Math.max(one.priority, byKey.get(one.key)?.priority ?? one.priority);
      byKey.set(one.key, { ...one, priority });
    }
    // In their order, so that two processes that call the same keys do not wait for each other in a ring.
    let missing = [...byKey.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
    while (missing.length > 0) {
      missing = await this.#insert(sql, missing, 0);
      if (missing.length > 0) missing = await this.#hasten(sql, missing);
    }
  }

  /** Claims at most `most` jobs that are due, of groups that are not paused and have room. */
  async claim(most: number, inGroup: number, pausedGroups: readonly string[]): Promise<Claim[]> {
    const jobs = await this.#boss.fetch<KeyOfWork>(QUEUE, {
      batchSize: most,
      groupConcurrency: inGroup,
      includeMetadata: true,
      ...(pausedGroups.length > 0 ? { ignoreGroups: [...pausedGroups] } : {}),
    });
    return jobs.map(({ id, retryCount, priority, data }) => ({ id, retryCount, priority, data }));
  }

  async finish(sql: Sql, claims: readonly Claim[]): Promise<void> {
    if (claims.length > 0) await this.#boss.complete(QUEUE, attemptsOf(claims), null, { db: adapterOf(sql) });
  }

  /** Ends a claim, and owes its key another job after some seconds; where one waits already, that one will do. */
  async putBack(sql: Sql, claim: Claim, priority: number, seconds: number): Promise<void> {
    await this.finish(sql, [claim]);
    await this.#insert(sql, [{ ...claim.data, priority }], seconds);
  }

  /** Shows that the claims are still being worked on. */
  async touch(claims: readonly Claim[]): Promise<void> {
    if (claims.length > 0 && this.#database.kind === "postgres") await this.#boss.touch(QUEUE, attemptsOf(claims));
  }

  async counts(): Promise<{ waiting: number; running: number }> {
    const [row] = await this.#database.query<{ waiting: number; running: number }>(
      `SELECT count(DISTINCT singleton_key) FILTER (WHERE state < 'active') AS waiting,
        count(*) FILTER (WHERE state = 'active') AS running
      FROM ${SCHEMA}.job WHERE name = '${QUEUE}' AND state <= 'active'`,
    );
    return row ?? { waiting: 0, running: 0 };
  }

  /** Seconds since the oldest work was added that is due and waits. */
  async lag(): Promise<number> {
    const [row] = await this.#database.query<{ seconds: number }>(
      `SELECT GREATEST(extract(epoch FROM now() - o.added_at), 0)::float8 AS seconds FROM openness.owed o
      WHERE o.dead_at IS NULL AND EXISTS (
        SELECT 1 FROM ${SCHEMA}.job j
        WHERE j.name = '${QUEUE}' AND j.policy = 'stately' AND j.state IN ('created', 'retry')
          AND COALESCE(j.singleton_key, '') = o.key AND j.start_after <= now()
      )
      ORDER BY o.id LIMIT 1`,
    );
    return row?.seconds ?? 0;
  }

  /** Calls keys that are owed something but have no job: should pg-boss's tables be lost, the work is not. */
  async callForgotten(): Promise<void> {
    await this.#database.transaction(async (sql) => {
      const keys = await sql.query<WaitingKey>(
        `SELECT key, min(lane) AS lane, min("group") AS "group", max(priority) AS priority FROM openness.owed o
        WHERE dead_at IS NULL AND NOT EXISTS (
          SELECT 1 FROM ${SCHEMA}.job j
          WHERE j.name = '${QUEUE}' AND j.policy = 'stately' AND j.state IN ('created', 'retry', 'active')
            AND COALESCE(j.singleton_key, '') = o.key
        )
        GROUP BY key`,
      );
      await this.call(sql, keys);
    });
  }

  /** Resolves with those that have a job that waits already, made by another transaction meanwhile. */
  async #insert(sql: Sql, keys: readonly WaitingKey[], seconds: number): Promise<WaitingKey[]> {
    const jobs = keys.map(({ key, lane, group, priority }) => ({
      id: randomUUID(),
      data: { key, lane, group },
      singletonKey: key,
      group: { id: group },
      priority,
      // As text it is read as an interval, with fractions of a second.
      startAfter: `${seconds} seconds`,
    }));
    const ids = new Set(await this.#boss.insert(QUEUE, jobs, { db: adapterOf(sql), returnId: true }));
    return keys.filter((_, i) => !ids.has(jobs[i]!.id));
  }

  /** Makes the jobs that wait for these keys due now; resolves with the keys whose job was claimed meanwhile. */
  async #hasten(sql: Sql, keys: readonly WaitingKey[]): Promise<WaitingKey[]> {
    const rows = await sql.query<{ key: string }>(
      `WITH waiting AS (
        SELECT id, singleton_key AS key FROM ${SCHEMA}.job
        WHERE name = '${QUEUE}' AND state = 'created' AND policy = 'stately' AND COALESCE(singleton_key, '') = ANY($1::text[])
        ORDER BY COALESCE(singleton_key, '') FOR UPDATE
      )
      UPDATE ${SCHEMA}.job j
      SET start_after = LEAST(j.start_after, now()), priority = GREATEST(j.priority, wanted.priority)
      FROM waiting JOIN json_to_recordset($2::json) AS wanted (key text, priority integer) USING (key)
      WHERE j.name = '${QUEUE}' AND j.id = waiting.id
      RETURNING j.singleton_key AS key`,
      [keys.map(({ key }) => key), JSON.stringify(keys.map(({ key, priority }) => ({ key, priority })))],
    );
    const found = new Set(rows.map(({ key }) => key));
    return keys.filter(({ key }) => !found.has(key));
  }

  async #takeBackAll(): Promise<void> {
    const rows = await this.#database.query<{ id: string }>(
      `SELECT id FROM ${SCHEMA}.job WHERE name = '${QUEUE}' AND state = 'active'`,
    );
    if (rows.length > 0) {
      await this.#boss.fail(
        QUEUE,
        rows.map(({ id }) => id),
      );
    }
  }
}

/**
 * Processes that start at once make pg-boss's tables one after the other: where its schema is not there yet, it does not
 * see to that itself. The embedded database has one process, and one connection, which the lock would keep from it.
 */
async function alone(database: Database, work: () => Promise<void>): Promise<void> {
  if (database.kind === "embedded") return await work();
  await database.transaction(async (sql) => {
    await sql.query("SELECT pg_advisory_xact_lock($1::bigint)", [START_LOCK]);
    await work();
  });
}

/** With their attempts, so that a claim that was lost cannot end the one that came after it. */
const attemptsOf = (claims: readonly Claim[]) => claims.map(({ id, retryCount }) => ({ id, retryCount }));

function adapterOf(sql: Sql) {
  return {
    executeSql: async (text: string, values?: unknown[]) => ({
      rows: await sql.query<Record<string, unknown>>(
        text,
        values === undefined || values.length === 0 ? undefined : values,
      ),
    }),
  };
}
