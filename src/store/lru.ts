/** A map that forgets what was used longest ago once it weighs too much. */
export class Lru<V> {
  readonly #entries = new Map<string, { value: V; weight: number }>();
  readonly #capacity: number;
  #weight = 0;

  /** @param capacity sum of the weights that are kept */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(key: string): V | undefined {
    const entry = this.#entries.get(key);
    if (entry === undefined) return undefined;
    this.#entries.delete(key);
    this.#entries.set(key, entry);
    return entry.value;
  }

  /** Something heavier than a quarter of the whole is not kept, so that it cannot push everything else out. */
  set(key: string, value: V, weight = 1): void {
    this.delete(key);
    if (weight > this.#capacity / 4) return;
    this.#entries.set(key, { value, weight });
    this.#weight += weight;
    for (const oldest of this.#entries.keys()) {
      if (this.#weight <= this.#capacity) break;
      this.delete(oldest);
    }
  }

  delete(key: string): void {
    const entry = this.#entries.get(key);
    if (entry === undefined) return;
    this.#entries.delete(key);
    this.#weight -= entry.weight;
  }

  /** Forgets every key that starts with `prefix`. */
  deletePrefix(prefix: string): void {
    this.deleteWhere((key) => key.startsWith(prefix));
  }

  /** Forgets every key that `test` is true of. */
  deleteWhere(test: (key: string) => boolean): void {
    for (const key of [...this.#entries.keys()]) if (test(key)) this.delete(key);
  }

  /** What is kept, the longest unused first. */
  entries(): [string, V][] {
    return Array.from(this.#entries, ([key, { value }]) => [key, value]);
  }

  get size(): number {
    return this.#entries.size;
  }
}
