import { describe, expect, it } from "vitest";
import { findData } from "../../../src/evidence/files/data.ts";
import { tree } from "./tree.ts";

const found = (files: Parameters<typeof tree>[0]) => {
  const { entries, contents } = tree(files);
  return findData(entries, contents).map(({ path, role, form }) => [path, role, form]);
};
const MB = 1_000_000;

describe("data files", () => {
  it("tells training data, evaluation data and outputs by names and folders", () => {
    expect(
      found({
        "data/train.parquet": MB,
        "alpaca_data.json": 22 * MB,
        "eval/data/puzzles.jsonl": MB,
        "misc/lambada_test.jsonl": MB,
        "benchmarks/mmlu/law.csv": MB,
        "eval/output/answers.jsonl": MB,
        "generations/a.jsonl": MB,
        "log/dialog.log.20210917": 6_000,
        "pile/part-00.jsonl.zst": MB,
      }),
    ).toEqual([
      ["data/train.parquet", "training", "file"],
      ["alpaca_data.json", "training", "file"],
      ["eval/data/puzzles.jsonl", "evaluation", "file"],
      ["misc/lambada_test.jsonl", "evaluation", "file"],
      ["benchmarks/mmlu/law.csv", "evaluation", "file"],
      ["eval/output/answers.jsonl", "outputs", "file"],
      ["generations/a.jsonl", "outputs", "file"],
      ["log/dialog.log.20210917", "outputs", "file"],
      ["pile/part-00.jsonl.zst", "unknown", "file"],
    ]);
  });

  it("resolves Git LFS, and the outputs of DVC files", () => {
    const dvc = "outs:\n- md5: 0a.dir\n  size: 9000000000\n  nfiles: 4\n  path: train.parquet\n";
    expect(found({ "data/x.parquet": { lfs: 7 * MB }, "data/train.parquet.dvc": dvc })).toEqual([
      ["data/x.parquet", "training", "pointer"],
      ["data/train.parquet", "training", "pointer"],
    ]);
  });

  it("ignores broken DVC files", () => {
    expect(found({ "a.dvc": "outs: [", "b.dvc": "- 1", "c.dvc": "outs: [{path: 3}]" })).toEqual([]);
  });

  it.each([
    ["package-lock.json", 900_000],
    ["tokenizer/vocab.json", 900_000],
    ["data/dicts/spm.txt", 900_000],
    ["requirements.txt", 9_000],
    ["configs/checkpoints.csv", 90_000],
    ["assets/stats_datasets.csv", 90_000],
    ["plots/scores.csv", 90_000],
    ["data/shard_names.txt", 90_000],
    ["data/imagenet_clsidx_to_label.txt", 90_000],
    ["src/schema.json", 90_000],
  ])("does not take %s for data", (path, size) => {
    expect(found({ [path]: size })).toEqual([]);
  });

  it("takes a table for data only where it has a column of texts", () => {
    const rows = "1,2,3\n".repeat(500);
    expect(found({ "data/a.csv": `step,tokens,loss\n${rows}` })).toEqual([]);
    expect(found({ "data/a.csv": `id,question,answer\n${rows}` })).toHaveLength(1);
  });

  it("takes JSON for data only where it lists texts or records", () => {
    const ratios = JSON.stringify({ en: 0.5, fr: 0.25, pad: "x".repeat(120_000) });
    const rows = JSON.stringify(
      Array.from({ length: 2_000 }, (_, index) => ({ instruction: `do ${index}`, output: "done, and then some" })),
    );
    expect(found({ "data/catalogue/mixing.json": ratios })).toEqual([]);
    expect(found({ "data/training_dataset_ratios.json": 900_000 })).toEqual([]);
    expect(found({ "data/sft_train.json": rows })).toEqual([["data/sft_train.json", "training", "file"]]);
  });

  it("does not take a sample of data for the data, nor for what the model said", () => {
    expect(found({ "data/sample/train.jsonl": MB })).toEqual([["data/sample/train.jsonl", "unknown", "file"]]);
  });
});
