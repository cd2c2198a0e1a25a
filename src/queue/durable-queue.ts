/** Owed work in a database: it outlives the process, and several processes share it. */
import { setTimeout as sleep } from "node:timers/promises";
import { type Database, DatabaseError, type DatabaseLog, DatabaseUnreachable } from "../database/database.ts";
import { migrate } from "../database/migrate.ts";
import { Dispatcher, type DispatcherOptions } from "./dispatcher.ts";
import { GroupCommit } from "./group-commit.ts";
import { Jobs } from "./jobs.ts";
import {
  countDead,
  deadRows,
  discardLetters,
  type Entry,
  enter,
  forgetGroup,
  forgetOld,
  knownDeliveries,
  merged,
  reviveLetters,
} from "./ledger.ts";
import { CHANNEL } from "./line.ts";
import { QUEUE_MIGRATIONS } from "./migrations.ts";
import { type DeadLetter, type Handler, type Owed, type Queue, QueueClosed, type QueueCounts } from "./queue.ts";

export interface DurableQueueOptions<T> {
  /** Makes one of two pieces of work that wait under the same key; `later` was added last. */
  readonly merge: (earlier: T, later: T) => T;
  /** Called when work was given up, after that was written down. */
  readonly onGiveUp: (value: T, error: unknown) => Promise<void> | void;
  /** How much this process does at once; 8 where left out. */
  readonly concurrency?: number;
  /** How much of one group all processes do at once; 3 where left out. */
  readonly groupConcurrency?: number;
  /** After how many attempts work is given up; 6 where left out. */
  readonly attempts?: number;
  /** Milliseconds before attempt number `attempt` (2, 3, …). */
  readonly backoff?: (attempt: number) => number;
  /** Milliseconds between two looks for work that nobody announced; 1,000 where left out. */
  readonly poll?: number;
  readonly log?: DatabaseLog;
}

/** Deliveries that are written in one transaction at most. */
const DELIVERIES_AT_ONCE = 200;
const SETTLED = 10;
const PRUNE_EVERY = 6 * 3_600_000;

/** 1 s, 4 s, 16 s, 64 s, 256 s, spread a little so that failures do not come back in step. */
const defaultBackoff = (attempt: number) => 1000 * 4 ** (attempt - 2) * (0.9 + Math.random() * 0.2);

export class DurableQueue<T> implements Queue<T> {
  readonly #database: Database;
  readonly #jobs: Jobs;
  readonly #options: DispatcherOptions<T>;
  readonly #dispatcher: Dispatcher<T>;
  readonly #entries: GroupCommit<Entry, "taken" | "known">;
  #isClosed = false;
  #pruning: NodeJS.Timeout | undefined;

  private constructor(database: Database, jobs: Jobs, options: DispatcherOptions<T>) {
    this.#database = database;
    this.#jobs = jobs;
    this.#options = options;
    this.#dispatcher = new Dispatcher(database, jobs, options);
    this.#entries = new GroupCommit((entries) => this.#enter(entries), {
      most: DELIVERIES_AT_ONCE,
      isShared: (error) => error instanceof DatabaseUnreachable || error instanceof DatabaseError,
    });
  }

  /**
   * Brings the queue's tables to their shape and opens it; {@link start} begins to hand out work. The database stays the
   * caller's, to close after {@link drain}.
   * @throws {DatabaseError} when the tables cannot be made
   */
  static async open<T>(database: Database, options: DurableQueueOptions<T>): Promise<DurableQueue<T>> {
    await migrate(database, QUEUE_MIGRATIONS);
    const jobs = await Jobs.open(database, options.log);
    const defaults = { concurrency: 8, groupConcurrency: 3, attempts: 6, backoff: defaultBackoff, poll: 1_000 };
    return new DurableQueue(database, jobs, { ...defaults, ...options });
  }

  async add(delivery: string, work: readonly Owed<T>[]): Promise<"taken" | "known"> {
    if (this.#isClosed) throw new QueueClosed("the server is shutting down; send this again later");
    const entry = {
      delivery,
      work: work.map(({ key, lane, group, priority = 0, value }) => ({
        key,
        lane,
        group,
        priority,
        value: JSON.stringify(value),
      })),
    };
    const outcome = await this.#entries.add(entry);
    if (outcome === "taken") this.#dispatcher.wake();
    return outcome;
  }

  start(handler: Handler<T>): void {
    this.#dispatcher.start(handler);
    const prune = () => void this.prune().catch(() => undefined);
    prune();
    this.#pruning = setInterval(prune, PRUNE_EVERY).unref();
  }

  async idle(): Promise<void> {
    for (;;) {
      const activity = this.#dispatcher.activity();
      // Between two pieces of work there is a moment in which none runs: not worth a question to the database.
      await sleep(SETTLED);
      if (this.#dispatcher.running === 0) {
        const { waiting, running } = await this.#jobs.counts();
        if (waiting + running === 0 && this.#dispatcher.running === 0) return;
      }
      await activity;
    }
  }

  async drain(milliseconds: number): Promise<number> {
    this.#isClosed = true;
    clearInterval(this.#pruning);
    await this.#dispatcher.stop(milliseconds);
    const left = await this.#jobs.counts().catch(() => ({ waiting: 0, running: 0 }));
    await this.#jobs.close();
    return left.waiting + left.running;
  }

  async counts(): Promise<QueueCounts> {
    const [counts, dead, lag] = await Promise.all([this.#jobs.counts(), countDead(this.#database), this.#jobs.lag()]);
    return { ...counts, dead, lag };
  }

  async known(deliveries: readonly string[]): Promise<ReadonlySet<string>> {
    return await knownDeliveries(this.#database, deliveries);
  }

  async deadLetters(limit = 100): Promise<DeadLetter<T>[]> {
    const letters = Map.groupBy(await deadRows(this.#database, limit), ({ letter }) => letter);
    return [...letters].map(([id, rows]) => ({
      id,
      key: rows[0]!.key,
      group: rows[0]!.group,
      value: merged(rows, this.#options.merge),
      deliveries: [...new Set(rows.map(({ delivery }) => delivery))],
      attempts: Math.floor(Math.min(...rows.map(({ spent }) => spent)) / 10),
      reason: rows[0]!.reason ?? "",
      at: rows[0]!.dead_at,
    }));
  }

  async forget(group: string): Promise<number> {
    return await forgetGroup(this.#database, group);
  }

  async revive(ids?: readonly number[]): Promise<number> {
    const count = await this.#database.transaction(async (sql) => {
      const [letters, keys] = await reviveLetters(sql, ids);
      await this.#jobs.call(sql, keys);
      return letters;
    });
    this.#dispatcher.wake();
    return count;
  }

  async discard(ids?: readonly number[]): Promise<number> {
    return await discardLetters(this.#database, ids);
  }

  /**
   * Forgets deliveries after eight days, and calls work that has lost its turn. Runs by itself at the start and every six
   * hours; resolves with how many deliveries were forgotten.
   */
  async prune(): Promise<number> {
    await this.#jobs.callForgotten();
    this.#dispatcher.wake();
    return await forgetOld(this.#database);
  }

  async #enter(entries: readonly Entry[]): Promise<("taken" | "known")[]> {
    const first = new Map<string, Entry>();
    for (const entry of entries) if (!first.has(entry.delivery)) first.set(entry.delivery, entry);
    const taken = await this.#database.transaction(async (sql) => {
      const { taken, keys } = await enter(sql, [...first.values()]);
      await this.#jobs.call(sql, keys);
      if (keys.length > 0 && this.#database.kind === "postgres") await sql.query(`NOTIFY ${CHANNEL}`);
      return taken;
    });
    return entries.map((entry) =>
      first.get(entry.delivery) === entry && taken.has(entry.delivery) ? "taken" : "known",
    );
  }
}
