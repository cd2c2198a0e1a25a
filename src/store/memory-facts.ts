/** Facts of blobs for as long as the process lives, within bounds. */
import { deserialize, serialize } from "node:v8";
import type { FactsCache, FactsKey, Kept } from "../evidence/facts-cache.ts";
import { Lru } from "./lru.ts";

/** Facts that are kept at most; those that take more bytes than one entry count as several. */
const ENTRIES = 16_000;
const BYTES_PER_ENTRY = 4_096;

/**
 * A cache of facts in memory: the longest unused go first. Full, it holds 64 MB as Node writes values out. What is kept
 * is a copy, because a piece cut from a text holds on to the whole text.
 */
export class MemoryFacts {
  readonly #facts: Lru<Kept>;

  /** @param entries facts that are kept at most */
  constructor(entries = ENTRIES) {
    this.#facts = new Lru<Kept>(entries);
  }

  /** The facts of one scope. Nothing that is put into one scope is found in another. */
  scope(scope: string): FactsCache {
    return {
      get: (key) => this.#facts.get(nameOf(scope, key)),
      set: (key, kept) => {
        const bytes = serialize(kept);
        this.#facts.set(nameOf(scope, key), deserialize(bytes) as Kept, 1 + Math.floor(bytes.length / BYTES_PER_ENTRY));
      },
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
