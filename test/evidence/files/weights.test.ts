import { describe, expect, it } from "vitest";
import { findWeights, stepOf, weightFormat } from "../../../src/evidence/files/weights.ts";
import { tree } from "./tree.ts";

const found = (files: Parameters<typeof tree>[0]) => {
  const { entries, contents } = tree(files);
  return findWeights(entries, contents);
};
const MB = 1_000_000;

describe("weight files", () => {
  it("tells files, pointers, placeholders and fixtures apart", () => {
    const forms = found({
      "model.safetensors": 40 * MB,
      "lfs/model.safetensors": { lfs: 9_000 * MB },
      "lfs/stub.safetensors": { lfs: 12 },
      "empty/model.pt": 0,
      "tests/tiny/model.pt": 3 * MB,
      "demo/run.pth": 3 * MB,
    }).map(({ path, form, bytes }) => [path, form, bytes]);
    expect(forms).toEqual([
      ["model.safetensors", "file", 40 * MB],
      ["lfs/model.safetensors", "pointer", 9_000 * MB],
      ["lfs/stub.safetensors", "placeholder", 12],
      ["empty/model.pt", "placeholder", 0],
      ["tests/tiny/model.pt", "fixture", 3 * MB],
      ["demo/run.pth", "fixture", 3 * MB],
    ]);
  });

  it("sees a git-annex link with the size in its key, and drops other links", () => {
    const link = "../.git/annex/objects/Xx/Yy/SHA256E-s31390000--0a1b.pt/SHA256E-s31390000--0a1b.pt";
    const files = found({ "w/model.pt": { link }, "w/latest.pt": { link: "model.pt" } });
    expect(files.map(({ path, form, bytes }) => [path, form, bytes])).toEqual([["w/model.pt", "pointer", 31_390_000]]);
  });

  it.each([
    "mel_filters.npz",
    "optimizer.pt",
    "global_step10/mp_rank_00_optim_states.pt",
    "scheduler.pt",
    "rng_state_0.pth",
    "training_args.bin",
    "data/train.bin",
    "data/embeddings.npy",
    "spiece.model",
    "tokenizer.json",
    "dataset.h5",
  ])("does not take %s for weights", (path) => {
    expect(weightFormat(path)).toBeUndefined();
  });

  it.each([
    ["pytorch_model-00001-of-00002.bin", "pytorch"],
    ["consolidated.00.pth", "pytorch"],
    ["flax_model.msgpack", "flax"],
    ["q4.gguf", "gguf"],
    ["saved_model.pb", "tensorflow"],
    ["model.ckpt-1000.data-00000-of-00002", "tensorflow"],
    ["model.pdparams", "paddle"],
    ["net_weights.h5", "hdf5"],
  ])("takes %s for weights of %s", (path, format) => {
    expect(weightFormat(path)).toBe(format);
  });

  it("takes the small weights of an experiment beside its script for a toy, and large ones for a release", () => {
    const forms = found({
      "exp/e12_copy_run.py": 900,
      "exp/e12_copy_L2.pth": 2 * MB,
      "exp/e12_copy_full.pth": 900 * MB,
      "other/model_base.pth": 2 * MB,
    }).map(({ path, form }) => [path, form]);
    expect(forms).toEqual([
      ["exp/e12_copy_L2.pth", "fixture"],
      ["exp/e12_copy_full.pth", "file"],
      ["other/model_base.pth", "file"],
    ]);
  });

  it("marks adapters by their name or the configuration beside them", () => {
    const files = found({
      "a/adapter_config.json": "{}",
      "a/model.safetensors": 2 * MB,
      "b/adapter_model.bin": 2 * MB,
      "c/model.safetensors": 2 * MB,
    });
    expect(files.map(({ path, adapter }) => [path, adapter])).toEqual([
      ["a/model.safetensors", true],
      ["b/adapter_model.bin", true],
      ["c/model.safetensors", false],
    ]);
  });

  it("reads the intermediate step from real checkpoint names and from no other number", () => {
    expect(stepOf("step-1000/model.pt")).toBe("step-1000");
    expect(stepOf("global_step143000/mp_rank_00_model_states.pt")).toBe("global_step143000");
    expect(stepOf("stage1-step1000-tokens5B/model.safetensors")).toBe("stage1-step1000-tokens5B");
    expect(stepOf("checkpoint-500/model.safetensors")).toBe("checkpoint-500");
    expect(stepOf("ckpt_012.pt")).toBe("ckpt_012");
    expect(stepOf("checkpoint_utils2/model-7b.pt")).toBeUndefined();
    expect(stepOf("model-00001-of-00002.safetensors")).toBeUndefined();
  });

  it("does not make an empty file of a blob whose size the source does not tell", () => {
    const sha = "0".repeat(40);
    const entry = { path: "model.pt", kind: "file", executable: false, size: undefined, sha } as const;
    expect(findWeights([entry], new Map())[0]?.form).toBe("file");
  });
});
