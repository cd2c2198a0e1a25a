/**
 * Values as rows keep them: compressed, with a check sum, in Base64 on their way to the database and back. Both engines
 * read Base64 about ten times as fast as their own notation for bytes.
 */
import { deserialize, serialize } from "node:v8";
import { constants, zstdCompressSync, zstdDecompressSync } from "node:zlib";

const OPTIONS = {
  params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 },
};
/** Far above anything that is kept; what claims to be larger is damaged. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A value that was read back. The wrapping tells `undefined` that was kept from nothing. */
export interface Unpacked<T> {
  readonly value: T;
  /** Its size before it was compressed. */
  readonly bytes: number;
}

/** Packs plain data that JSON can say. What was packed so is read by every version of Node.js. */
export function packJson(value: unknown): string {
  return toBase64(Buffer.from(JSON.stringify(value)));
}

/** Undefined when it cannot be read back: then it counts as not known. The type is that of what was packed. */
export function unpackJson<T>(packed: string): Unpacked<T> | undefined {
  return unpack(packed, (bytes) => JSON.parse(bytes.toString()) as T);
}

/** Packs what {@link toBytes} made. */
export function packBytes(bytes: Uint8Array): string {
  return toBase64(bytes);
}

/** Undefined when it cannot be read back, as by a Node.js older than the one that wrote it. */
export function unpackValue<T>(packed: string): Unpacked<T> | undefined {
  return unpack(packed, (bytes) => fromBytes<T>(bytes));
}

/** Any plain data as bytes, `undefined`, bytes, maps and sets included. */
export function toBytes(value: unknown): Buffer {
  return serialize(value);
}

/** A copy that shares nothing with what {@link toBytes} was given. */
export function fromBytes<T>(bytes: Uint8Array): T {
  return deserialize(bytes) as T;
}

function toBase64(bytes: Uint8Array): string {
  return zstdCompressSync(bytes, OPTIONS).toString("base64");
}

function unpack<T>(packed: string, read: (bytes: Buffer) => T): Unpacked<T> | undefined {
  try {
    const bytes = zstdDecompressSync(Buffer.from(packed, "base64"), { maxOutputLength: MOST_BYTES });
    return { value: read(bytes), bytes: bytes.length };
  } catch {
    return undefined;
  }
}
