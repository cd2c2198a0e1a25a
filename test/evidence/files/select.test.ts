import { describe, expect, it } from "vitest";
import { MAX_READ_BYTES, MAX_READS, selectReads } from "../../../src/evidence/files/select.ts";
import type { Entry, Listing } from "../../../src/snapshot/snapshot.ts";

function listing(sizes: Readonly<Record<string, number>>): Listing {
  const entries = Object.entries(sizes).map(
    ([path, size]): Entry => ({ path, kind: "file", executable: false, size, sha: "0".repeat(40) }),
  );
  const source = { kind: "folder", location: "." } as const;
  return { source, repository: undefined, commit: undefined, tree: "0".repeat(40), entries, complete: true };
}

const chosen = (sizes: Readonly<Record<string, number>>): string[] =>
  selectReads(listing(sizes)).map(({ path }) => path);

describe("which blobs are read", () => {
  it("takes licenses by every name they go by, and no picture or program that only carries the word", () => {
    const wanted = [
      "LICENSE",
      "LICENCE-Turbo",
      "COPYING.LESSER",
      "MODEL_LICENSE",
      "weights/LICENSE-MODEL",
      "Big Model LICENSE AGREEMENT",
      "USE_POLICY.md",
      "LICENSES/MIT.txt",
      "REUSE.toml",
      ".reuse/dep5",
      "模型社区许可协议.txt",
    ];
    const unwanted = ["assets/license.svg", "tests/license_check.py"];
    const got = chosen(Object.fromEntries([...wanted, ...unwanted].map((path) => [path, 900])));
    for (const path of wanted) expect(got).toContain(path);
    for (const path of unwanted) expect(got).not.toContain(path);
  });

  it("takes READMEs in every language, cards, dependencies, MOF files, citations and evaluation results", () => {
    const paths = ["README.md", "README_zh-CN.md", "sub/README_ja.md", "MODEL_CARD.md", "docs/datasheet.md"];
    paths.push("requirements.txt", "pyproject.toml", "MOF.yml", ".github/my.mof.yml", "CITATION.cff");
    paths.push(".eval_results/gsm8k.yaml", "data/corpus.dvc", ".gitmodules", "evals/results/a.json");
    expect(chosen(Object.fromEntries(paths.map((path) => [path, 500]))).sort()).toEqual([...paths].sort());
  });

  it("reads small files with a weight's or a table's name, which may be pointers, and no large ones", () => {
    const got = chosen({ "a/model.safetensors": 135, "b/model.onnx": 5_000_000, "data/train.parquet": 131 });
    expect(got.sort()).toEqual(["a/model.safetensors", "data/train.parquet"]);
  });

  it("reads the heads of weights, one of each set of shards and few in all, and logs of evaluations", () => {
    const files: Record<string, number> = { "tests/tiny.gguf": 5_000_000, "toy.gguf": 90_000, "logs/run.eval": 40_000 };
    files["logs/huge.eval"] = 3_000_000;
    for (let n = 1; n <= 9; n += 1) files[`model-0000${n}-of-00009.safetensors`] = 4_000_000_000;
    expect(chosen(files).sort()).toEqual(["logs/run.eval", "model-00001-of-00009.safetensors"]);
    const many = Object.fromEntries(Array.from({ length: 60 }, (_, n) => [`quant-${n}.gguf`, 4_000_000_000]));
    expect(chosen(many).length).toBeLessThanOrEqual(12);
  });

  it("reads no weights on GitHub that could only be read whole and are large", () => {
    const tree = listing({ "small.gguf": 1_500_000, "large.gguf": 4_000_000_000 });
    const got = selectReads({ ...tree, source: { kind: "github", location: "lab/tiny" } });
    expect(got.map(({ path }) => path)).toEqual(["small.gguf"]);
  });

  it("leaves vendored code and the sources of tests alone", () => {
    expect(chosen({ "third_party/x/model.py": 900, "tests/test_train.py": 900, "src/model.py": 900 })).toEqual([
      "src/model.py",
    ]);
  });

  it("keeps room for source when a tree is mostly results, and samples series of alike files", () => {
    const files: Record<string, number> = { "README.md": 4_000, "src/train.py": 9_000, LICENSE: 11_000 };
    for (let step = 0; step < 3_000; step += 1) files[`evals/model-${step % 30}b/zero-shot/step${step}.json`] = 20_000;
    const got = chosen(files);
    expect(got).toEqual(expect.arrayContaining(["README.md", "src/train.py", "LICENSE"]));
    const results = got.filter((path) => path.startsWith("evals/"));
    expect(results.length).toBeGreaterThan(0);
    expect(results.length).toBeLessThan(20);
  });

  it("stays within its budgets, and is quick, on a tree of 100,000 files", () => {
    const files: Record<string, number> = {};
    const extensions = ["py", "json", "md", "yaml", "parquet", "sh", "csv"];
    for (let index = 0; index < 100_000; index += 1)
      files[`part${index % 83}/models/train_${index}.${extensions[index % 7]}`] = 3_000 + index;
    const tree = listing(files);
    const start = performance.now();
    const got = selectReads(tree);
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(got.length).toBeLessThanOrEqual(MAX_READS);
    expect(got.reduce((sum, entry) => sum + (entry.size ?? 0), 0)).toBeLessThanOrEqual(MAX_READ_BYTES);
  });

  it("gives the same files whatever the order of the list", () => {
    const files = { "b/train.py": 900, "a/model.py": 900, "README.md": 900, "c/eval.py": 800 };
    const reversed = Object.fromEntries(Object.entries(files).reverse());
    expect(chosen(reversed)).toEqual(chosen(files));
  });
});
