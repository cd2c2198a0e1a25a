/** Many small writes as few transactions: what arrives while one is under way goes into the next. */
import { setImmediate as turn } from "node:timers/promises";

/** Turns of the event loop that a request takes from its arrival to its work being added, and how often that is waited for. */
const TURNS = 3;
const MOST_TURNS = 8;

interface Waiting<In, Out> {
  readonly item: In;
  done(outcome: Out): void;
  failed(error: unknown): void;
}

export class GroupCommit<In, Out> {
  readonly #commit: (items: readonly In[]) => Promise<readonly Out[]>;
  readonly #isShared: (error: unknown) => boolean;
  readonly #most: number;
  readonly #waiting: Waiting<In, Out>[] = [];
  #isRunning = false;

  /**
   * @param commit writes all of the items, or none; resolves with one outcome for each
   * @param options isShared: whether an error concerns every item, as a database that is away, and none in particular;
   *   after any other error each item is tried alone, so that one that cannot be written does not take others with it
   */
  constructor(
    commit: (items: readonly In[]) => Promise<readonly Out[]>,
    options: { most: number; isShared: (error: unknown) => boolean },
  ) {
    this.#commit = commit;
    this.#isShared = options.isShared;
    this.#most = options.most;
  }

  /** Resolves once the item is written. */
  add(item: In): Promise<Out> {
    return new Promise((done, failed) => {
      this.#waiting.push({ item, done, failed });
      if (!this.#isRunning) void this.#run();
    });
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    while (this.#waiting.length > 0) {
      await this.#othersToArrive();
      await this.#write(this.#waiting.splice(0, this.#most));
    }
    this.#isRunning = false;
  }

  /**
   * Lets what is on its way arrive, while more and more does. The embedded database computes in this thread, and nothing
   * arrives meanwhile: without a pause between them, every transaction would be of one item.
   */
  async #othersToArrive(): Promise<void> {
    for (let turns = 0, known = 0; turns < MOST_TURNS && this.#waiting.length > known; turns += 1) {
      known = this.#waiting.length;
      for (let i = 0; i < TURNS; i += 1) await turn();
    }
  }

  async #write(batch: readonly Waiting<In, Out>[]): Promise<void> {
    try {
      const outcomes = await this.#commit(batch.map(({ item }) => item));
      for (const [i, { done }] of batch.entries()) done(outcomes[i]!);
    } catch (error) {
      if (batch.length === 1 || this.#isShared(error)) {
        for (const { failed } of batch) failed(error);
        return;
      }
      for (const one of batch) await this.#write([one]);
    }
  }
}
