import fc from "fast-check";
import { zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { analyseThrough, type FactsKey, type Kept } from "../../../src/evidence/facts-cache.ts";
import { readInspectHeader } from "../../../src/evidence/files/inspect-archive.ts";
import { findResults } from "../../../src/evidence/files/results.ts";
import type { Content, Entry } from "../../../src/snapshot/snapshot.ts";
import { INSPECT_HEADER, inspectArchive } from "../../binaries.ts";

const entry = (path: string): Entry => ({ path, kind: "file", executable: false, size: 2_000, sha: "0".repeat(40) });
const found = (files: Readonly<Record<string, Uint8Array | undefined>>, cache?: Map<string, Kept>) =>
  findResults(
    Object.keys(files).map(entry),
    new Map(
      Object.entries(files).flatMap(([path, head]): [string, Content][] =>
        head === undefined ? [] : [[path, { kind: "binary", size: 2_000, head }]],
      ),
    ),
    analyseThrough(
      cache && {
        get: ({ analyser, path }: FactsKey) => cache.get(analyser + path),
        set: ({ analyser, path }: FactsKey, kept: Kept) => void cache.set(analyser + path, kept),
      },
    ),
  ).map(({ path, tool, model }) => [path, tool, model]);

describe("an Inspect log in an archive", () => {
  it.each(["deflated", "stored", "zstandard"] as const)("counts as results of its model when %s", (method) => {
    expect(found({ "logs/run.eval": inspectArchive(INSPECT_HEADER, method) })).toEqual([
      ["logs/run.eval", "inspect", "hf/acme-ai/lumo-7b"],
    ]);
  });

  it("does not count when the run failed, has no header, or lies among tests", () => {
    expect(found({ "logs/run.eval": inspectArchive({ ...INSPECT_HEADER, status: "error" }) })).toEqual([]);
    expect(found({ "logs/run.eval": zipSync({ "_journal/start.json": Buffer.from("{}") }) })).toEqual([]);
    expect(
      found({ "logs/run.eval": zipSync({ "samples/header.json": Buffer.from(JSON.stringify(INSPECT_HEADER)) }) }),
    ).toEqual([]);
    expect(found({ "tests/data/run.eval": inspectArchive(INSPECT_HEADER) })).toEqual([]);
  });

  it("that was not read counts beside a log that was, and not by its name alone", () => {
    expect(found({ "logs/b.eval": undefined })).toEqual([]);
    const both = found({ "logs/a.eval": inspectArchive(INSPECT_HEADER), "logs/b.eval": undefined });
    expect(both).toEqual([
      ["logs/a.eval", "inspect", "hf/acme-ai/lumo-7b"],
      ["logs/b.eval", "inspect", undefined],
    ]);
  });

  it("is opened once, however often it is asked about", () => {
    const cache = new Map<string, Kept>();
    const first = found({ "logs/a.eval": inspectArchive(INSPECT_HEADER) }, cache);
    expect(found({ "logs/a.eval": Buffer.from("gone") }, cache)).toEqual(first);
  });

  it("has the last of several headers", () => {
    const started = inspectArchive({ ...INSPECT_HEADER, status: "started" });
    const ended = inspectArchive(INSPECT_HEADER);
    expect(readInspectHeader(Buffer.concat([started, ended]))).toMatchObject({ status: "success" });
    expect(readInspectHeader(Buffer.concat([ended, started]))).toMatchObject({ status: "started" });
  });
});

describe("a hostile archive", () => {
  it.each(["deflated", "zstandard"] as const)("that grows without end is left, quickly (%s)", (method) => {
    const bomb = inspectArchive(`{"x": "${"a".repeat(60_000_000)}"}`, method);
    expect(bomb.length).toBeLessThan(200_000);
    const start = performance.now();
    expect(readInspectHeader(bomb)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it("of very many entries is left, quickly", () => {
    const one = Buffer.from(zipSync({ a: [Buffer.from("x"), { level: 0 }] })).subarray(0, 32);
    const start = performance.now();
    const many = Buffer.concat([...Array.from({ length: 60_000 }, () => one), inspectArchive(INSPECT_HEADER)]);
    expect(readInspectHeader(many)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(10_000);
  });

  it("never throws, however it is cut or altered", () => {
    const seeds = (["deflated", "stored", "zstandard"] as const).map((method) =>
      inspectArchive(INSPECT_HEADER, method),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...seeds),
        fc.array(fc.tuple(fc.nat(), fc.integer({ min: 0, max: 255 })), { maxLength: 10 }),
        fc.nat(),
        (seed, changes, cut) => {
          const bytes = Buffer.from(seed);
          for (const [at, value] of changes) bytes[at % bytes.length] = value;
          const given = cut % 3 === 0 ? bytes.subarray(0, cut % bytes.length) : bytes;
          expect(() => found({ "logs/a.eval": given })).not.toThrow();
        },
      ),
      { numRuns: 800 },
    );
  });
});
