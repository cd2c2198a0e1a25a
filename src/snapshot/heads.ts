/** Which binary files are looked into, and how much of them is read. */
import { type Entry, MAX_FILE_BYTES } from "./snapshot.ts";

/**
 * How much of a weight file is read, in bytes. GGUF puts the keys about the model before its vocabulary, and safetensors'
 * own writer puts `__metadata__` before the tensors, so that what is wanted stands at the beginning.
 */
export const HEAD_BYTES = 128 * 1024;
/** Below this a file of such a name is a pointer (Git LFS specification, "The Pointer"). */
const SMALLEST_BINARY = 1_024;

/** Containers that begin with a description of the model. */
const DESCRIBED_AT_THE_START = /\.(?:safetensors|gguf)$/i;
/** Archives, which can only be read whole. */
const ARCHIVE = /\.eval$/i;

/** Bytes that are kept of a binary file of this name; undefined where nothing reads it. */
export function headBytes(path: string): number | undefined {
  if (DESCRIBED_AT_THE_START.test(path)) return HEAD_BYTES;
  return ARCHIVE.test(path) ? MAX_FILE_BYTES : undefined;
}

/** True for a file that a rule looks into although it is binary. One whose size is not known may be of any size and is left alone. */
export function hasWantedHead({ path, kind, size }: Pick<Entry, "path" | "kind" | "size">): boolean {
  if (kind !== "file" || size === undefined || size < SMALLEST_BINARY) return false;
  return DESCRIBED_AT_THE_START.test(path) || (ARCHIVE.test(path) && size <= MAX_FILE_BYTES);
}

/** How many bytes of an entry are enough, where that is less than the whole. */
export function prefixBytes(entry: Entry): number | undefined {
  const most = headBytes(entry.path);
  if (most === undefined || !hasWantedHead(entry) || entry.size === undefined) return undefined;
  return entry.size > most ? most : undefined;
}
