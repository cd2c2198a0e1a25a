/** Many small writes as few transactions: what arrives while one is under way goes into the next. */

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
    while (this.#waiting.length > 0) await this.#write(this.#waiting.splice(0, this.#most));
    this.#isRunning = false;
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
