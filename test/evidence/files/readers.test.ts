import { describe, expect, it } from "vitest";
import { namesBenchmark, namesMetric, surelyNamesBenchmark } from "../../../src/evidence/files/benchmarks.ts";
import { findCitations } from "../../../src/evidence/files/citations.ts";
import { parseJson } from "../../../src/evidence/files/json.ts";
import { findMedia } from "../../../src/evidence/files/media.ts";
import { shapeOf, wordsOf } from "../../../src/evidence/files/path.ts";
import { parseYaml } from "../../../src/evidence/files/yaml.ts";
import { tree } from "./tree.ts";

describe("citation files", () => {
  it("prefers the paper that CITATION.cff asks to cite over the software", () => {
    const text = [
      "cff-version: 1.2.0",
      "title: Code",
      "license: Apache-2.0",
      "url: https://example.org/code.",
      "preferred-citation:",
      "  title: The Paper",
      "  doi: 10.1/x",
    ].join("\n");
    const { entries, contents } = tree({ "CITATION.cff": text });
    expect(findCitations(entries, contents)).toMatchObject([
      {
        title: "The Paper",
        license: "Apache-2.0",
        doi: "10.1/x",
        urls: [{ url: "https://example.org/code", line: 4 }],
      },
    ]);
  });

  it("reads BibTeX fields, and gives nothing but the place for broken YAML", () => {
    const { entries, contents } = tree({
      "CITATION.bib": "@misc{a,\n title={{A Title}},\n doi = {10.2/y}\n}",
      "CITATION.cff": "a: [",
    });
    const [bib, cff] = findCitations(entries, contents);
    expect(bib).toMatchObject({ title: "A Title", doi: "10.2/y" });
    expect(cff).toMatchObject({ path: "CITATION.cff", title: undefined });
  });
});

describe("media files", () => {
  it("are told by extension, without vendored ones", () => {
    const { entries } = tree({ "report.PDF": 10, "a/b.wav": 10, "vendor/logo.png": 10, "x.txt": 10 });
    expect(findMedia(entries).map(({ path, kind }) => [path, kind])).toEqual([
      ["report.PDF", "pdf"],
      ["a/b.wav", "audio"],
    ]);
  });
});

describe("tolerant readers", () => {
  it("read bare NaN and Infinity as null, but not inside strings", () => {
    expect(parseJson('{"a": NaN, "b": [-Infinity, "NaN \\" Infinity"]}')).toEqual({
      a: null,
      b: [null, 'NaN " Infinity'],
    });
    expect(parseJson("\ufeff[1]")).toEqual([1]);
    expect(parseJson("{NaN")).toBeUndefined();
  });

  it("take time in proportion to hostile JSON", () => {
    const start = performance.now();
    parseJson(`NaN${'\\"'.repeat(500_000)}`);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it("refuse an alias bomb and oversized YAML, and keep values of unknown tags", () => {
    const bomb = [
      "a: &a [x,x]",
      ...Array.from("bcdefghij", (key, at) => `${key}: &${key} [*${"abcdefghij"[at]},*${"abcdefghij"[at]}]`),
    ];
    expect(parseYaml(bomb.join("\n"))).toBeUndefined();
    expect(parseYaml(`a: ${"x".repeat(30_000)}`)).toBeUndefined();
    expect(parseYaml("f: !function utils.f\n")).toEqual({ f: "utils.f" });
  });
});

describe("names of benchmarks and metrics", () => {
  it("are known however they are written", () => {
    for (const name of ["MMLU", "ARC-Challenge", "mmlu_pro", "GSM8K (5-shot)"]) expect(namesBenchmark(name)).toBe(true);
    for (const name of ["tokens", "step", "learning rate", "dropout"]) expect(namesBenchmark(name)).toBe(false);
    for (const name of ["acc,none", "pass@10", "F1", "eval_accuracy", "exact match"])
      expect(namesMetric(name)).toBe(true);
    for (const name of ["loss", "lr", "time"]) expect(namesMetric(name)).toBe(false);
  });

  it("are not everyday words in code", () => {
    expect(namesBenchmark("drop")).toBe(true);
    expect(surelyNamesBenchmark("drop the record")).toBe(false);
    expect(surelyNamesBenchmark("cais/mmlu")).toBe(true);
  });
});

describe("paths", () => {
  it("of one series have one shape", () => {
    expect(shapeOf("m-1.4b/step1000.json")).toBe(shapeOf("m-70m/step512.json"));
    expect(shapeOf("m-1b/a.json")).not.toBe(shapeOf("m-1b/b.json"));
  });

  it("fall into words at case and punctuation", () => {
    expect(wordsOf("trainRewardModel-v2_数据")).toEqual(["train", "reward", "model", "v2", "数据"]);
  });
});
