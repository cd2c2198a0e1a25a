/** Hands work out: claims what is due, runs it in its lane, and writes down how it went. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Database, Sql } from "../database/database.ts";
import type { DurableQueueOptions } from "./durable-queue.ts";
import { GroupCommit } from "./group-commit.ts";
import type { Claim, Jobs } from "./jobs.ts";
import { Lanes } from "./lanes.ts";
import { bury, merged, type OwedRow, owedAfter, owedTo, pause, pausedGroups, spend, strike } from "./ledger.ts";
import { Line } from "./line.ts";
import { GiveUp, type Handler, RetryLater } from "./queue.ts";

export type DispatcherOptions<T> = Required<Omit<DurableQueueOptions<T>, "log">> & Pick<DurableQueueOptions<T>, "log">;

/** Claims are shown to be alive this often, in milliseconds: three times before they would be taken away. */
const TOUCH = 3_000;
/** Milliseconds between two tries to write down an outcome: first, and at most. */
const FIRST_WAIT = 100;
const LONGEST_WAIT = 5_000;
/** Tenths of an attempt: a failure is one attempt, and ten pauses are, so that nothing is paused for ever. */
const WHOLE = 10;
const PAUSE = 1;
/** Milliseconds for which pauses that were read are taken for true. */
const PAUSES_KNOWN = 250;
/** Outcomes that are written in one transaction at most. */
const OUTCOMES_AT_ONCE = 100;

interface Done {
  readonly claim: Claim;
  readonly rows: readonly OwedRow[];
}

export class Dispatcher<T> {
  readonly #database: Database;
  readonly #jobs: Jobs;
  readonly #options: DispatcherOptions<T>;
  readonly #lanes = new Lanes();
  readonly #line: Line;
  readonly #claims = new Map<string, Claim>();
  readonly #done: GroupCommit<Done, undefined>;
  readonly #reads: GroupCommit<string, readonly OwedRow[]>;
  readonly #timers = new Set<NodeJS.Timeout>();
  #watchers: (() => void)[] = [];
  #handler: Handler<T> | undefined;
  #paused: { readonly groups: readonly string[]; readonly readAt: number } = { groups: [], readAt: 0 };
  #isStopped = false;
  #isClaiming = false;
  #isWanted = false;

  constructor(database: Database, jobs: Jobs, options: DispatcherOptions<T>) {
    this.#database = database;
    this.#jobs = jobs;
    this.#options = options;
    this.#line = new Line(database, () => this.wake(), options.log);
    this.#done = new GroupCommit((done) => this.#finish(done), { most: OUTCOMES_AT_ONCE, isShared: () => true });
    this.#reads = new GroupCommit((keys) => owedTo(database, keys), { most: OUTCOMES_AT_ONCE, isShared: () => true });
  }

  /** How much this process has claimed. */
  get running(): number {
    return this.#claims.size;
  }

  start(handler: Handler<T>): void {
    this.#handler = handler;
    this.#line.open();
    this.#every(this.#options.poll, () => this.wake());
    this.#every(TOUCH, () => void this.#jobs.touch([...this.#claims.values()]).catch(() => undefined));
    this.wake();
  }

  /** Looks for work now. */
  wake(): void {
    this.#isWanted = true;
    if (!this.#isClaiming && !this.#isStopped && this.#handler !== undefined) void this.#claim();
  }

  /** Resolves at the next piece of work that ends, and at the latest after a moment. */
  activity(): Promise<void> {
    const watched = new Promise<void>((done) => void this.#watchers.push(done));
    return Promise.race([watched, sleep(50)]);
  }

  /** Claims nothing more, waits for what runs, and hands back what is not done in time. */
  async stop(milliseconds: number): Promise<void> {
    this.#isStopped = true;
    const end = Date.now() + milliseconds;
    while ((this.#claims.size > 0 || this.#isClaiming) && Date.now() < end) {
      const isOver = sleep(Math.max(1, end - Date.now()));
      await Promise.race([this.activity(), isOver]);
    }
    for (const timer of this.#timers) clearInterval(timer);
    const left = [...this.#claims.values()];
    this.#claims.clear();
    try {
      if (left.length > 0)
        await this.#database.transaction(async (sql) => {
          for (const claim of left) await this.#jobs.putBack(sql, claim, claim.priority, 0);
        });
    } catch (error) {
      // Without the database the claims end by themselves, with their heartbeats or at the next start.
      this.#options.log?.warn({ err: error, count: left.length }, "unfinished work could not be handed back at once");
    }
    await this.#line.close();
  }

  #every(milliseconds: number, work: () => void): void {
    this.#timers.add(setInterval(work, milliseconds));
  }

  #later(milliseconds: number): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      this.wake();
    }, milliseconds);
    this.#timers.add(timer);
  }

  async #claim(): Promise<void> {
    this.#isClaiming = true;
    try {
      while (this.#isWanted && !this.#isStopped) {
        this.#isWanted = false;
        await this.#claimAll();
      }
    } catch (error) {
      // The next look comes by itself.
      this.#options.log?.warn({ err: error }, "the queue could not be read");
    } finally {
      this.#isClaiming = false;
    }
  }

  /**
   * A claim takes the oldest jobs first and only then looks at their groups' limits: one that brings less than there is
   * room for is followed by another one, in which the groups that are full now are passed over.
   */
  async #claimAll(): Promise<void> {
    const { concurrency, groupConcurrency } = this.#options;
    while (this.#claims.size < concurrency && !this.#isStopped) {
      const paused = await this.#pausedGroups();
      const claims = await this.#jobs.claim(concurrency - this.#claims.size, groupConcurrency, paused);
      for (const claim of claims) {
        this.#claims.set(claim.id, claim);
        void this.#take(claim);
      }
      if (claims.length === 0) return;
    }
  }

  /** Pauses last for minutes: one of another process may be known a moment late. */
  async #pausedGroups(): Promise<readonly string[]> {
    if (Date.now() - this.#paused.readAt > PAUSES_KNOWN) {
      this.#paused = { groups: await pausedGroups(this.#database), readAt: Date.now() };
    }
    return this.#paused.groups;
  }

  async #take(claim: Claim): Promise<void> {
    const give = await this.#lanes.take(claim.data.lane);
    try {
      if (await this.#line.take(claim.data.lane, () => this.#isHandedBack(claim))) await this.#work(claim);
    } catch (error) {
      this.#options.log?.warn({ err: error, key: claim.data.key }, "the outcome of work could not be written down");
    } finally {
      // The next one in this process may come first; another process comes when it does not.
      await this.#line.give(claim.data.lane);
      give();
      this.#claims.delete(claim.id);
      for (const watcher of this.#watchers.splice(0)) watcher();
      this.wake();
    }
  }

  #isHandedBack(claim: Claim): boolean {
    return this.#claims.get(claim.id) !== claim;
  }

  async #work(claim: Claim): Promise<void> {
    if (this.#isStopped) {
      await this.#persist(claim, () =>
        this.#database.transaction((sql) => this.#jobs.putBack(sql, claim, claim.priority, 0)),
      );
      return;
    }
    const { key } = claim.data;
    const rows = (await this.#persist(claim, () => this.#reads.add(key))) ?? [];
    if (rows.length === 0) {
      await this.#persist(claim, () => this.#done.add({ claim, rows }));
      return;
    }
    // A process that ended in the middle of work wrote nothing down: each claim after the first tells of one.
    const crashes = claim.retryCount;
    const attempt = 1 + Math.floor(Math.min(...rows.map(({ spent }) => spent)) / WHOLE) + crashes;
    const last = rows.at(-1)!.id;
    try {
      if (attempt > this.#options.attempts) throw new GiveUp(`the process ended ${crashes} times during this work`);
      await this.#handler!(merged(rows, this.#options.merge), {
        attempt,
        newer: async () => {
          const more = await owedAfter(this.#database, key, last);
          return more.length === 0 ? undefined : merged(more, this.#options.merge);
        },
      });
    } catch (error) {
      await this.#failed(claim, rows, crashes, error);
      return;
    }
    await this.#persist(claim, () => this.#done.add({ claim, rows }));
  }

  async #failed(claim: Claim, rows: readonly OwedRow[], crashes: number, error: unknown): Promise<void> {
    const isPause = error instanceof RetryLater && error.isPause;
    const isGroupPaused = isPause && !error.isAlone;
    const tenths = (isPause ? PAUSE : WHOLE) + crashes * WHOLE;
    const spent = Math.min(...rows.map((row) => row.spent)) + tenths;
    const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    if (error instanceof GiveUp || spent >= this.#options.attempts * WHOLE) {
      await this.#inOne(claim, async (sql) => {
        await bury(sql, rows, tenths, reason);
        await this.#jobs.finish(sql, [claim]);
      });
      await this.#tell(rows, error);
      return;
    }
    const attempt = 1 + Math.ceil(spent / WHOLE);
    const wait = error instanceof RetryLater ? error.seconds * 1000 : this.#options.backoff(attempt);
    const priority = Math.max(...rows.map((row) => row.priority));
    await this.#inOne(claim, async (sql) => {
      await spend(sql, rows, tenths, reason);
      if (isGroupPaused) await pause(sql, claim.data.group, wait / 1000);
      await this.#jobs.putBack(sql, claim, priority, wait / 1000);
    });
    if (isGroupPaused) this.#paused = { groups: [], readAt: 0 };
    this.#later(wait + 2);
  }

  async #tell(rows: readonly OwedRow[], error: unknown): Promise<void> {
    try {
      await this.#options.onGiveUp(merged(rows, this.#options.merge), error);
    } catch (cause) {
      this.#options.log?.warn({ err: cause }, "that work was given up could not be told");
    }
  }

  async #finish(done: readonly Done[]): Promise<undefined[]> {
    await this.#database.transaction(async (sql) => {
      await strike(
        sql,
        done.flatMap(({ rows }) => rows),
      );
      await this.#jobs.finish(
        sql,
        done.map(({ claim }) => claim),
      );
    });
    return done.map(() => undefined);
  }

  async #inOne(claim: Claim, work: (sql: Sql) => Promise<void>): Promise<void> {
    await this.#persist(claim, () => this.#database.transaction(work));
  }

  /** Tries until it works, or until the claim is handed back: a database that is away for a while must not undo work. */
  async #persist<R>(claim: Claim, work: () => Promise<R>): Promise<R | undefined> {
    for (let wait = FIRST_WAIT; ; wait = Math.min(wait * 2, LONGEST_WAIT)) {
      try {
        return await work();
      } catch (error) {
        if (this.#isHandedBack(claim)) throw error;
        this.#options.log?.warn({ err: error, key: claim.data.key }, "the database failed and will be tried again");
        await sleep(wait);
      }
    }
  }
}
