/** Facts of blobs for as long as the process lives, within bounds. */
import type { FactsCache, FactsKey, Kept } from "../evidence/facts-cache.ts";
import { Lru } from "./lru.ts";

/** Facts that are kept at most, each of a text of at most so many characters; those of a longer text count as several. */
const ENTRIES = 20_000;
const CHARACTERS_PER_ENTRY = 4_096;

/**
 * A cache of facts in memory: the longest unused go first. Facts take about as much room as the text they were made of
 * to some ten times that (documents), so the bound is some 80 million characters of text at the very most.
 */
export class MemoryFacts {
  readonly #facts: Lru<Kept>;

  /** @param entries facts that are kept at most */
  constructor(entries = ENTRIES) {
    this.#facts = new Lru<Kept>(entries);
  }

  /** The facts of one scope. Nothing that is put into one scope is found in another. */
  scope(scope: string): FactsCache {
    const facts = this.#facts;
    return {
      get: (key) => facts.get(nameOf(scope, key)),
      set: (key, kept, characters) =>
        facts.set(nameOf(scope, key), kept, 1 + Math.floor(characters / CHARACTERS_PER_ENTRY)),
    };
  }

  forgetScope(scope: string): void {
    this.#facts.deletePrefix(`${scope}/`);
  }

  get size(): number {
    return this.#facts.size;
  }
}

/** The path comes last, because it may hold any character. */
function nameOf(scope: string, { analyser, version, path, sha }: FactsKey): string {
  return `${scope}/${analyser}/${version}/${sha}/${path}`;
}
