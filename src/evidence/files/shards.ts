import type { WeightFile } from "./files.ts";

const SHARD = /^(.{1,300}?)[-_](\d{5,6})-of-(\d{5,6})(\.[a-z]{2,12})$/i;

/**
 * Paths of shards whose set is not whole: `model-00002-of-00005.safetensors` without its four siblings cannot be loaded.
 * An empty or far too small sibling is as good as none.
 */
export function incompleteShards(weights: readonly WeightFile[]): ReadonlySet<string> {
  const sets = new Map<string, { total: number; numbers: Set<number>; paths: string[] }>();
  for (const { path, form } of weights) {
    const [, , number, total] = SHARD.exec(path) ?? [];
    const key = shardSet(path);
    if (key === undefined || form === "placeholder") continue;
    const set = sets.get(key) ?? { total: Number(total), numbers: new Set(), paths: [] };
    set.numbers.add(Number(number));
    set.paths.push(path);
    sets.set(key, set);
  }
  return new Set([...sets.values()].filter(({ total, numbers }) => numbers.size < total).flatMap(({ paths }) => paths));
}

/** Name of the set that a shard belongs to, the same for all of its shards; undefined for a file that is whole by itself. */
export function shardSet(path: string): string | undefined {
  const [, base, , total, extension] = SHARD.exec(path) ?? [];
  return base === undefined ? undefined : `${base}-of-${total}${extension}`;
}
