import type { FactsCache, FactsKey, Kept } from "../evidence/facts-cache.ts";

/** Keeps facts for as long as one audit takes, so that what several models share is analysed once. */
export class SharedFacts implements FactsCache {
  readonly #kept = new Map<string, Kept>();

  get(key: FactsKey): Kept | undefined {
    return this.#kept.get(addressOf(key));
  }

  set(key: FactsKey, kept: Kept): void {
    this.#kept.set(addressOf(key), kept);
  }
}

const addressOf = ({ analyser, version, path, sha }: FactsKey): string =>
  JSON.stringify([analyser, version, sha, path]);
