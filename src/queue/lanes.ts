/** Lanes inside this process: one at a time, in the order of coming. */
export class Lanes {
  readonly #waiting = new Map<string, (() => void)[]>();

  /** Resolves when the lane is free, with what gives it back. */
  async take(lane: string): Promise<() => void> {
    const queue = this.#waiting.get(lane);
    if (queue === undefined) this.#waiting.set(lane, []);
    else await new Promise<void>((done) => void queue.push(done));
    return () => this.#give(lane);
  }

  #give(lane: string): void {
    const next = this.#waiting.get(lane)?.shift();
    if (next === undefined) this.#waiting.delete(lane);
    else next();
  }
}
