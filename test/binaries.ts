/** Binary files for tests, written byte by byte: GGUF and safetensors headers, and Inspect's archives. */
import { zstdCompressSync } from "node:zlib";
import { zipSync } from "fflate";

export type GgufValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly number[]
  | readonly (readonly string[])[];

/** A GGUF file without tensors. Numbers are written as u32, lists of numbers as i32, lists of lists as they are. */
export function gguf(
  pairs: Readonly<Record<string, GgufValue>>,
  { isBigEndian = false, version = 3, count = Object.keys(pairs).length } = {},
): Uint8Array {
  const u32 = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    if (isBigEndian) bytes.writeUInt32BE(value);
    else bytes.writeUInt32LE(value);
    return bytes;
  };
  const u64 = (value: number): Buffer => {
    const bytes = Buffer.alloc(8);
    if (isBigEndian) bytes.writeBigUInt64BE(BigInt(value));
    else bytes.writeBigUInt64LE(BigInt(value));
    return bytes;
  };
  const text = (value: string): Buffer => Buffer.concat([u64(Buffer.byteLength(value)), Buffer.from(value)]);
  const list = (items: readonly (string | number | readonly string[])[]): Buffer => {
    const type = typeof items[0] === "string" ? 8 : typeof items[0] === "number" ? 5 : 9;
    const each = items.map((item) =>
      typeof item === "string" ? text(item) : typeof item === "number" ? u32(item) : list(item),
    );
    return Buffer.concat([u32(type), u64(items.length), ...each]);
  };
  const value = (one: GgufValue): Buffer => {
    if (typeof one === "string") return Buffer.concat([u32(8), text(one)]);
    if (typeof one === "boolean") return Buffer.concat([u32(7), Buffer.from([one ? 1 : 0])]);
    if (typeof one === "number") return Buffer.concat([u32(4), u32(one)]);
    return Buffer.concat([u32(9), list(one)]);
  };
  const body = Object.entries(pairs).map(([key, one]) => Buffer.concat([text(key), value(one)]));
  return Buffer.concat([Buffer.from("GGUF"), u32(version), u64(0), u64(count), ...body]);
}

/** A safetensors file with one small tensor, its metadata first as the format's own writer has it. */
export function safetensors(metadata: Readonly<Record<string, unknown>> | undefined, isFirst = true): Uint8Array {
  const tensor = { "layer.weight": { dtype: "F32", shape: [2], data_offsets: [0, 8] } };
  const own = metadata === undefined ? {} : { __metadata__: metadata };
  const header = Buffer.from(JSON.stringify(isFirst ? { ...own, ...tensor } : { ...tensor, ...own }));
  const length = Buffer.alloc(8);
  length.writeBigUInt64LE(BigInt(header.length));
  return Buffer.concat([length, header, Buffer.alloc(8)]);
}

/** The header of an Inspect log. */
export const INSPECT_HEADER = {
  version: 2,
  status: "success",
  eval: { task: "gsm8k", model: "hf/acme-ai/lumo-7b", dataset: { name: "gsm8k", samples: 20 } },
  plan: { steps: [] },
  results: {
    total_samples: 20,
    completed_samples: 20,
    scores: [{ name: "match", metrics: { accuracy: { value: 0.6 } } }],
  },
};

/** Archives of the same content are the same, whenever they are made. */
const WRITTEN = "2026-01-02T03:04:06Z";

/** An Inspect log as an archive, with samples before the header. */
export function inspectArchive(
  header: unknown,
  method: "deflated" | "stored" | "zstandard" = "deflated",
  samples = 3,
): Uint8Array {
  const text = Buffer.from(typeof header === "string" ? header : JSON.stringify(header));
  const files = Object.fromEntries(
    Array.from({ length: samples }, (_, n) => [`samples/${n}_epoch_1.json`, Buffer.from(`{"id": ${n}}`)]),
  );
  const level = method === "deflated" ? 6 : 0;
  if (method !== "zstandard") return zipSync({ ...files, "header.json": [text, { level }] }, { mtime: WRITTEN });
  const archive = zipSync({ "header.json": [zstdCompressSync(text), { level: 0 }] }, { mtime: WRITTEN });
  // The method's place in the local header and in the directory's (APPNOTE 6.3.10, sections 4.3.7 and 4.3.12).
  archive[8] = 93;
  archive[Buffer.from(archive).indexOf("PK\u0001\u0002") + 10] = 93;
  return archive;
}
