import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readGguf } from "../../../src/evidence/files/gguf.ts";
import { readSafetensors } from "../../../src/evidence/files/safetensors.ts";
import { readWeightMetadata } from "../../../src/evidence/files/weight-metadata.ts";
import { findWeights } from "../../../src/evidence/files/weights.ts";
import type { Content, Entry } from "../../../src/snapshot/snapshot.ts";
import { gguf, safetensors } from "../../binaries.ts";

const LUMO = {
  "general.architecture": "llama",
  "general.file_type": 7,
  "llama.rope.scaling": true,
  "general.name": "Lumo 7B",
  "general.license": "apache-2.0",
  "general.license.link": "https://example.org/LICENSE",
  "general.base_model.count": 1,
  "general.base_model.0.name": "Lumo Base",
  "general.base_model.0.organization": "Acme AI",
  "general.datasets": ["acme-ai/corpus", "acme-ai/dialogues"],
  "tokenizer.ggml.scores": [1, 2, 3],
  "tokenizer.ggml.merges": [["a", "b"], ["c"]],
  "general.tags": ["text-generation"],
};
const read = (bytes: Uint8Array, format = "gguf") => readWeightMetadata(format, bytes, bytes.length);

describe("a GGUF header", () => {
  it.each([
    { version: 3, isBigEndian: false },
    { version: 2, isBigEndian: false },
    { version: 3, isBigEndian: true },
  ])("gives license, name, architecture, base models and data sets (%o)", (how) => {
    expect(read(gguf(LUMO, how))).toEqual({
      license: {
        key: "general.license",
        stated: ["apache-2.0"],
        name: undefined,
        link: "https://example.org/LICENSE",
      },
      title: "Lumo 7B",
      architecture: "llama",
      baseModels: ["Acme AI/Lumo Base"],
      datasets: ["acme-ai/corpus", "acme-ai/dialogues"],
      isAdapter: false,
    });
  });

  it("keeps what stands behind numbers, lists and lists of lists", () => {
    expect(readGguf(gguf(LUMO))?.get("general.tags")).toEqual(["text-generation"]);
  });

  it("says that it is an adapter", () => {
    expect(read(gguf({ "general.type": "adapter" }))?.isAdapter).toBe(true);
  });

  it("states a license by its name alone", () => {
    expect(read(gguf({ "general.license.name": "Lumo License" }))?.license).toMatchObject({ stated: ["Lumo License"] });
  });

  it("gives what was read before the bytes ended", () => {
    const whole = gguf({
      "general.license": "mit",
      "tokenizer.ggml.tokens": Array.from({ length: 99 }, () => "token"),
    });
    const pairs = readGguf(whole.subarray(0, 150));
    expect(pairs?.get("general.license")).toBe("mit");
    expect(pairs?.size).toBe(1);
  });

  it("with lengths and counts that no file could have ends there, at once", () => {
    const start = performance.now();
    const good = gguf({ "general.license": "mit" }, { count: 2 ** 52 });
    expect(readGguf(good)?.get("general.license")).toBe("mit");
    const huge = (type: number) => {
      const bytes = Buffer.from(gguf({ "general.license": "mit", x: ["item"] }));
      bytes.fill(0xff, bytes.length - 20, bytes.length - 12);
      bytes.writeUInt32LE(type, bytes.length - 24);
      return readGguf(bytes);
    };
    for (const type of [0, 4, 8, 9, 12, 99]) expect(huge(type)?.get("general.license")).toBe("mit");
    expect(performance.now() - start).toBeLessThan(200);
  });

  it("nested without end is left", () => {
    let nested: Buffer = Buffer.alloc(0);
    const list = Buffer.from([9, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0]);
    nested = Buffer.concat(Array.from({ length: 9_000 }, () => list));
    const bytes = Buffer.concat([
      gguf({ "general.license": "mit", x: true }).subarray(0, -5),
      Buffer.from([9, 0, 0, 0]),
      nested,
    ]);
    expect(readGguf(bytes)?.get("general.license")).toBe("mit");
  });

  it("is not seen in other bytes", () => {
    expect(read(Buffer.from("GGUF is a format, described elsewhere"))).toBeUndefined();
    expect(read(gguf(LUMO, { version: 7 }))).toBeUndefined();
    expect(read(gguf(LUMO), "onnx")).toBeUndefined();
  });
});

describe("a safetensors header", () => {
  const metadata = { format: "pt", "modelspec.title": "Lumo", "modelspec.license": "CC-BY-NC-4.0" };

  it.each([true, false])("gives license and title, metadata first: %s", (isFirst) => {
    expect(read(safetensors(metadata, isFirst), "safetensors")).toMatchObject({
      title: "Lumo",
      license: { key: "modelspec.license", stated: ["CC-BY-NC-4.0"] },
    });
  });

  it("without metadata says nothing", () => {
    expect(read(safetensors(undefined), "safetensors")).toBeUndefined();
  });

  it("that was not read to its end gives the pairs that were", () => {
    const whole = safetensors({ license: 'mit "or" \\ so', long: "x".repeat(5_000), late: "lost" });
    const pairs = readSafetensors(whole.subarray(0, 1_000), whole.length);
    expect([...(pairs ?? [])]).toEqual([["license", 'mit "or" \\ so']]);
    const behind = safetensors({ license: "mit", long: "x".repeat(5_000) }, false);
    expect(readSafetensors(behind.subarray(0, 1_000), behind.length)?.size).toBe(0);
  });

  it("keeps texts only", () => {
    expect(readSafetensors(safetensors({ license: ["mit"], n: 1, format: "pt" }), 1_000)).toEqual(
      new Map([["format", "pt"]]),
    );
  });

  it("that claims to be longer than its file is none", () => {
    const bytes = Buffer.from(safetensors(metadata));
    bytes.writeBigUInt64LE(2n ** 60n);
    expect(read(bytes, "safetensors")).toBeUndefined();
  });

  it("tells an adapter by its architecture or by the network that was trained", () => {
    const isAdapter = (pairs: Record<string, string>) => read(safetensors(pairs), "safetensors")?.isAdapter;
    expect(isAdapter({ "modelspec.architecture": "stable-diffusion-xl-v1-base/lora" })).toBe(true);
    expect(isAdapter({ ss_network_module: "networks.lora" })).toBe(true);
    expect(isAdapter({ "modelspec.architecture": "stable-diffusion-xl-v1-base" })).toBe(false);
  });
});

describe("hostile headers", () => {
  it("never throw, however they are cut or altered", () => {
    const seeds = [gguf(LUMO), gguf(LUMO, { isBigEndian: true }), safetensors({ license: "mit", a: '\\"' })];
    const altered = fc
      .tuple(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
        fc.nat(),
      )
      .map(([seed, changes, cut]) => {
        const bytes = Buffer.from(seed);
        for (const [at, value] of changes) bytes[at % bytes.length] = value;
        return bytes.subarray(0, cut % 3 === 0 ? cut % bytes.length : bytes.length);
      });
    fc.assert(
      fc.property(fc.oneof(altered, fc.uint8Array({ maxLength: 400 })), fc.boolean(), (bytes, isShort) => {
        const size = isShort ? bytes.length : 50_000_000;
        for (const format of ["gguf", "safetensors"]) {
          const found = readWeightMetadata(format, bytes, size);
          expect(found === undefined || typeof found.isAdapter === "boolean").toBe(true);
        }
      }),
      { numRuns: 1_500 },
    );
  });
});

describe("weight files whose heads were read", () => {
  const file = (path: string, head?: Uint8Array): [Entry, Content | undefined] => [
    { path, kind: "file", executable: false, size: 5_000_000, sha: "0".repeat(40) },
    head === undefined ? undefined : { kind: "binary", size: 5_000_000, head },
  ];
  const found = (...files: [Entry, Content | undefined][]) =>
    findWeights(
      files.map(([entry]) => entry),
      new Map(files.flatMap(([{ path }, content]) => (content === undefined ? [] : [[path, content] as const]))),
    );

  it("carry what the header says", () => {
    expect(found(file("lumo.gguf", gguf(LUMO)))[0]).toMatchObject({ form: "file", metadata: { title: "Lumo 7B" } });
    expect(found(file("lumo.gguf"))[0]).not.toHaveProperty("metadata");
    expect(found(file("style.safetensors", safetensors({ ss_network_module: "networks.lora" })))[0]?.adapter).toBe(
      true,
    );
  });

  it("speak for the other shards of their set, and for no other file", () => {
    const titles = found(
      file("a-00001-of-00002.gguf", gguf(LUMO)),
      file("a-00002-of-00002.gguf"),
      file("b-00001-of-00002.gguf"),
      file("a.gguf"),
    ).map(({ metadata }) => metadata?.title);
    expect(titles).toEqual(["Lumo 7B", "Lumo 7B", undefined, undefined]);
  });

  it("are not listened to among tests", () => {
    expect(found(file("tests/tiny.gguf", gguf(LUMO)))[0]).not.toHaveProperty("metadata");
  });
});
