/** A queue that lives as long as the process. */
import { GiveUp, type Owed, QueueClosed, RetryLater } from "./queue.ts";

export interface MemoryQueueOptions<T> {
  /** Makes one of two pieces of work that wait under the same key; `later` was added last. */
  readonly merge: (earlier: T, later: T) => T;
  /** Called when work is dropped after its last attempt. */
  readonly onGiveUp: (value: T, error: unknown) => Promise<void> | void;
  readonly concurrency?: number;
  /** How much of one group runs at once. */
  readonly groupConcurrency?: number;
  readonly attempts?: number;
  /** Milliseconds before attempt number `attempt` (2, 3, …). */
  readonly backoff?: (attempt: number) => number;
}

interface Item<T> {
  readonly work: Owed<T>;
  readonly attempt: number;
  readonly notBefore: number;
}

/** 1 s, 4 s, 16 s, 64 s, 256 s, spread a little so that failures do not come back in step. */
const defaultBackoff = (attempt: number) => 1000 * 4 ** (attempt - 2) * (0.9 + Math.random() * 0.2);
/** Pauses by rate limits are not counted as attempts, but no work is paused for ever. */
const PAUSE_WEIGHT = 0.1;

export class MemoryQueue<T> {
  readonly #options: Required<MemoryQueueOptions<T>>;
  readonly #waiting = new Map<string, Item<T>>();
  readonly #lanes = new Set<string>();
  readonly #groups = new Map<string, number>();
  readonly #paused = new Map<string, number>();
  readonly #idle: (() => void)[] = [];
  #handler: ((value: T) => Promise<void>) | undefined;
  #running = 0;
  #isClosed = false;
  #isStopped = false;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: MemoryQueueOptions<T>) {
    this.#options = { concurrency: 8, groupConcurrency: 3, attempts: 6, backoff: defaultBackoff, ...options };
  }

  async add(work: Owed<T>): Promise<void> {
    if (this.#isClosed) throw new QueueClosed("the server is shutting down; send this again later");
    this.#put({ work, attempt: 1, notBefore: 0 }, "later");
    this.#next();
  }

  start(handler: (value: T) => Promise<void>): void {
    this.#handler = handler;
    this.#next();
  }

  counts(): { waiting: number; running: number } {
    return { waiting: this.#waiting.size, running: this.#running };
  }

  idle(): Promise<void> {
    return new Promise((done) => {
      this.#idle.push(done);
      this.#next();
    });
  }

  async drain(milliseconds: number): Promise<number> {
    this.#isClosed = true;
    let timer: NodeJS.Timeout | undefined;
    const timeUp = new Promise<void>((done) => {
      timer = setTimeout(done, milliseconds);
    });
    await Promise.race([this.idle(), timeUp]);
    clearTimeout(timer);
    clearTimeout(this.#timer);
    this.#isStopped = true;
    return this.#waiting.size + this.#running;
  }

  /** Merges with what waits under the same key; merged work is due as soon as either was. */
  #put(item: Item<T>, position: "earlier" | "later"): void {
    const other = this.#waiting.get(item.work.key);
    if (other === undefined) {
      this.#waiting.set(item.work.key, item);
      return;
    }
    const [earlier, later] = position === "later" ? [other, item] : [item, other];
    this.#waiting.set(item.work.key, {
      work: { ...item.work, value: this.#options.merge(earlier.work.value, later.work.value) },
      attempt: Math.min(item.attempt, other.attempt),
      notBefore: Math.min(item.notBefore, other.notBefore),
    });
  }

  #next(): void {
    clearTimeout(this.#timer);
    if (this.#isStopped) return;
    if (this.#running === 0 && this.#waiting.size === 0) {
      for (const done of this.#idle.splice(0)) done();
      return;
    }
    if (this.#handler === undefined) return;
    for (let item = this.#pick(); item !== undefined; item = this.#pick()) void this.#run(item);
    const soonest = this.#soonest();
    if (soonest !== undefined) this.#timer = setTimeout(() => this.#next(), Math.max(1, soonest - Date.now()));
  }

  /** The oldest due work of the group that has the least running. */
  #pick(): Item<T> | undefined {
    if (this.#running >= this.#options.concurrency) return undefined;
    const now = Date.now();
    let best: Item<T> | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (const item of this.#waiting.values()) {
      const { lane, group } = item.work;
      const active = this.#groups.get(group) ?? 0;
      if (this.#dueAt(item) > now || this.#lanes.has(lane) || active >= this.#options.groupConcurrency) continue;
      if (active < least) {
        best = item;
        least = active;
      }
    }
    return best;
  }

  #dueAt(item: Item<T>): number {
    return Math.max(item.notBefore, this.#paused.get(item.work.group) ?? 0);
  }

  #soonest(): number | undefined {
    const now = Date.now();
    let soonest: number | undefined;
    for (const item of this.#waiting.values()) {
      const due = this.#dueAt(item);
      if (due > now && (soonest === undefined || due < soonest)) soonest = due;
    }
    return soonest;
  }

  async #run(item: Item<T>): Promise<void> {
    const { key, lane, group, value } = item.work;
    this.#waiting.delete(key);
    this.#lanes.add(lane);
    this.#groups.set(group, (this.#groups.get(group) ?? 0) + 1);
    this.#running++;
    try {
      await this.#handler?.(value);
    } catch (error) {
      await this.#failed(item, error);
    } finally {
      this.#running--;
      this.#lanes.delete(lane);
      const active = (this.#groups.get(group) ?? 1) - 1;
      if (active === 0) this.#groups.delete(group);
      else this.#groups.set(group, active);
      this.#next();
    }
  }

  async #failed(item: Item<T>, error: unknown): Promise<void> {
    const isPause = error instanceof RetryLater && error.isPause;
    const attempt = item.attempt + (isPause ? PAUSE_WEIGHT : 1);
    if (error instanceof GiveUp || Math.floor(attempt) > this.#options.attempts) {
      // Nothing that is done about work given up may take the queue down with it.
      await Promise.resolve(this.#options.onGiveUp(item.work.value, error)).catch(() => undefined);
      return;
    }
    const wait = error instanceof RetryLater ? error.seconds * 1000 : this.#options.backoff(Math.ceil(attempt));
    const notBefore = Date.now() + wait;
    if (isPause) this.#paused.set(item.work.group, notBefore);
    this.#put({ work: item.work, attempt, notBefore }, "earlier");
  }
}
