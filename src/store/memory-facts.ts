/** Facts of blobs for as long as the process lives, within bounds. */
import type { FactsCache, FactsKey, Kept } from "../evidence/facts-cache.ts";
import { Lru } from "./lru.ts";
import { fromBytes, toBytes } from "./packing.ts";

/** Facts that are kept at most; those that take more bytes than one entry count as several. */
const ENTRIES = 16_000;
const BYTES_PER_ENTRY = 4_096;

/** A blob at a path, and the version of what is said of it: what facts are kept together for. */
export type FileKey = Omit<FactsKey, "analyser">;

/** Facts of one file by their analyser. */
export type FileFacts = ReadonlyMap<string, Kept>;

/**
 * A cache of facts in memory: the longest unused files go first. Full, it holds 64 MB as Node writes values out. What is
 * kept is a copy, because a piece cut from a text holds on to the whole text.
 */
export class MemoryFacts {
  readonly #files: Lru<{ readonly facts: FileFacts; readonly bytes: number }>;

  /** @param entries facts that are kept at most */
  constructor(entries = ENTRIES) {
    this.#files = new Lru(entries);
  }

  /** The facts of one scope. Nothing that is put into one scope is found in another. */
  scope(scope: string): FactsCache {
    return {
      get: (key) => this.file(scope, key)?.get(key.analyser),
      set: (key, kept) => {
        this.add(scope, key, kept);
      },
    };
  }

  /** All that is known of a file; undefined where nobody looked, or it was forgotten. */
  file(scope: string, key: FileKey): FileFacts | undefined {
    return this.#files.get(nameOf(scope, key))?.facts;
  }

  /** Keeps all that is known of a file. @param bytes what it takes in the form that Node writes values in */
  setFile(scope: string, key: FileKey, facts: FileFacts, bytes: number): void {
    this.#files.set(nameOf(scope, key), { facts, bytes }, 1 + Math.floor(bytes / BYTES_PER_ENTRY));
  }

  /** Adds a copy of what one analyser found to what is known of the file. Gives all of it. */
  add(scope: string, key: FactsKey, kept: Kept, before = this.file(scope, key)): FileFacts {
    const bytes = toBytes(kept);
    const known = this.#files.get(nameOf(scope, key));
    const facts = new Map([...(before ?? []), [key.analyser, fromBytes<Kept>(bytes)]]);
    this.setFile(scope, key, facts, (known?.bytes ?? 0) + bytes.length);
    return facts;
  }

  forgetScope(scope: string): void {
    this.#files.deletePrefix(`${scope}/`);
  }

  /** How many files something is known of. */
  get size(): number {
    return this.#files.size;
  }
}

/** The path comes last, because it may hold any character. */
function nameOf(scope: string, { version, path, sha }: FileKey): string {
  return `${scope}/${version}/${sha}/${path}`;
}
