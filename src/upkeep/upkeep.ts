/** Runs what has to be done from time to time, one run of each task at a time, whatever the number of processes. */
import { randomUUID } from "node:crypto";
import { CLAIM_SECONDS, type Claims } from "./claims.ts";
import type { UpkeepLog } from "./ports.ts";

export interface UpkeepRun {
  /** Aborted when the process stops, or when another one took the task over. */
  readonly signal: AbortSignal;
  /** Until when earlier runs covered what happened; undefined before the first. */
  readonly since: Date | undefined;
}

export interface UpkeepTask {
  readonly name: string;
  /** Milliseconds between two runs, all processes together. */
  readonly every: number;
  /** Done at the start even if another process, or this one before, did it not long ago. */
  readonly isDueAtStart?: boolean;
  /** Does it once. Resolves with false where what it should have covered has to be covered again the next time. */
  run(run: UpkeepRun): Promise<boolean>;
}

export interface UpkeepParts {
  readonly tasks: readonly UpkeepTask[];
  readonly claims: Claims;
  readonly log: UpkeepLog;
  /** From 0 to 1; for tests. */
  readonly random?: () => number;
  /** Milliseconds within which the first runs begin: processes that start together do not ask together. */
  readonly startWithin?: number;
  /** Milliseconds between two renewals of a claim. */
  readonly renewEvery?: number;
}

export interface Upkeep {
  /** Runs a task as soon as it may, whether it is due or not. */
  wake(task: string): void;
  /** Begins nothing more and stops what runs; resolves when all of it has ended. */
  stop(): Promise<void>;
}

/** A run is asked for up to this much later than it is due. */
const JITTER = 0.1;
const LONGEST_TIMER = 2 ** 31 - 1;

export function startUpkeep(parts: UpkeepParts): Upkeep {
  const keepers = new Map(parts.tasks.map((task) => [task.name, new Keeper(task, parts)]));
  for (const keeper of keepers.values()) keeper.start();
  return {
    wake: (task) => keepers.get(task)?.wake(),
    stop: async () => void (await Promise.all([...keepers.values()].map((keeper) => keeper.stop()))),
  };
}

/** One task in this process. */
class Keeper {
  readonly #task: UpkeepTask;
  readonly #parts: UpkeepParts;
  readonly #owner = randomUUID();
  readonly #stopped = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | undefined;
  /** Whether the next run is made even if the task ran not long ago. */
  #isForced: boolean;
  #isWokenMeanwhile = false;

  constructor(task: UpkeepTask, parts: UpkeepParts) {
    this.#task = task;
    this.#parts = parts;
    this.#isForced = task.isDueAtStart ?? false;
  }

  start(): void {
    this.#schedule(this.#random() * (this.#parts.startWithin ?? 5_000));
  }

  wake(): void {
    this.#isForced = true;
    if (this.#running === undefined) this.#schedule(0);
    else this.#isWokenMeanwhile = true;
  }

  async stop(): Promise<void> {
    this.#stopped.abort(new Error("the process is stopping"));
    clearTimeout(this.#timer);
    await this.#running;
  }

  #schedule(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (this.#stopped.signal.aborted) return;
    this.#timer = setTimeout(
      () => {
        this.#running = this.#attempt().finally(() => {
          this.#running = undefined;
          const next = this.#isWokenMeanwhile ? 0 : this.#task.every * (1 + JITTER * this.#random());
          this.#isWokenMeanwhile = false;
          this.#schedule(next);
        });
      },
      Math.min(milliseconds, LONGEST_TIMER),
    );
    // A process that has nothing else to do may end.
    this.#timer.unref();
  }

  /** Never throws: what fails is told, and tried again at the next time. */
  async #attempt(): Promise<void> {
    const { claims, log } = this.#parts;
    const { name, every } = this.#task;
    const started = new Date();
    try {
      const rest = this.#isForced ? 0 : (every * (1 - JITTER)) / 1000;
      const claim = await claims.claim(name, this.#owner, rest);
      if (claim === undefined) return;
      this.#isForced = false;
      let isCovered = false;
      try {
        isCovered = await this.#keep(claim.since);
      } finally {
        await claims.release(name, this.#owner, isCovered ? started : undefined);
      }
    } catch (error) {
      if (this.#stopped.signal.aborted) return;
      const reason = error instanceof Error ? error.message : String(error);
      log.warn({ task: name, reason: reason.slice(0, 500) }, "upkeep failed: it is tried again at its next time");
    }
  }

  /** Runs the task while the claim holds. */
  async #keep(since: Date | undefined): Promise<boolean> {
    const { claims, renewEvery = (CLAIM_SECONDS * 1000) / 3 } = this.#parts;
    const lost = new AbortController();
    const renewal = setInterval(() => {
      claims.renew(this.#task.name, this.#owner).then(
        (isHeld) => {
          if (!isHeld) lost.abort(new Error("another process does this upkeep by now"));
        },
        // The database may be back before the claim runs out; if it is not, the next one finds the claim lost.
        () => undefined,
      );
    }, renewEvery);
    try {
      return await this.#task.run({ signal: AbortSignal.any([this.#stopped.signal, lost.signal]), since });
    } finally {
      clearInterval(renewal);
    }
  }

  #random(): number {
    return (this.#parts.random ?? Math.random)();
  }
}
