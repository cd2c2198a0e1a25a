import { describe, expect, it } from "vitest";
import { findResults } from "../../../src/evidence/files/results.ts";
import { tree } from "./tree.ts";

const found = (files: Parameters<typeof tree>[0]) => {
  const { entries, contents } = tree(files);
  return findResults(entries, contents).map(({ path, tool, model }) => [path, tool, model]);
};
const one = (path: string, value: unknown) =>
  found({ [path]: typeof value === "string" ? value : JSON.stringify(value) })[0];

const OLD_HARNESS = {
  results: { lambada: { acc: 0.5, ppl: 7 } },
  versions: { lambada: 0 },
  config: { model: "hf", model_args: "pretrained=org/small,revision=step1000" },
};

describe("result files, by their structure", () => {
  it("reads lm-evaluation-harness, old and new, with the model", () => {
    expect(one("a.json", OLD_HARNESS)).toEqual(["a.json", "lm-evaluation-harness", "org/small"]);
    const recent = { results: { arc: { "acc,none": 0.4 } }, configs: { arc: {} }, versions: {}, model_name: "org/new" };
    expect(one("b.json", recent)).toEqual(["b.json", "lm-evaluation-harness", "org/new"]);
  });

  it("reads results with the bare NaN that Python writes", () => {
    const text = JSON.stringify(OLD_HARNESS).replace("0.5", "NaN");
    expect(one("a.json", text)?.[1]).toBe("lm-evaluation-harness");
  });

  it.each([
    ["lighteval", { config_general: { model_name: "org/m" }, results: { all: { acc: 1 } }, versions: {} }],
    ["inspect", { version: 2, status: "success", eval: { task: "t", model: "hf/org/m" }, plan: {} }],
    ["mteb", { mteb_version: "1.0", dataset_revision: "x", scores: { test: [] }, task_name: "T" }],
    ["helm", { name: "r", scenario_spec: { class_name: "x" }, adapter_spec: { model: "org/m" } }],
    ["bigcode", { humaneval: { "pass@1": 0.3 }, config: { model: "org/m", temperature: 0.2 } }],
    ["pass-at-k", { "pass@1": 0.3, "pass@10": 0.5 }],
    ["moonshot", { metadata: { endpoints: ["e"], status: "completed" }, results: { recipes: [] } }],
    ["trainer", { eval_accuracy: 0.9, eval_loss: 0.1, epoch: 3 }],
    ["swe-bench", { resolved_ids: ["a"], submitted_ids: ["a"] }],
    ["lm-evaluation-harness-fork", { table_results: { "task+prompt": { acc: 1 } }, model_args: "pretrained=org/m" }],
    ["scores", { mmlu: 0.6, gsm8k: { acc: 0.4 } }],
  ])("recognises %s", (tool, value) => {
    expect(one("out.json", value)?.[1]).toBe(tool);
  });

  it("does not count a run that did not succeed", () => {
    expect(one("x.json", { version: 2, status: "error", eval: { task: "t", model: "m" } })).toBeUndefined();
  });

  it.each([
    ["package.json", { name: "results", version: "1.0.0", scripts: { test: "x" } }],
    ["evals/config.json", { model: "org/m", tasks: ["mmlu"], batch_size: 8 }],
    ["results/log.json", { train_loss: 2.1, lr: 0.1 }],
    ["vocab.json", { the: 1, accuracy: 2 }],
    ["results/samples.json", [{ question: "q", answer: "a", score: "good" }]],
  ])("does not take %s for results", (path, value) => {
    expect(one(path, value)).toBeUndefined();
  });

  it("leaves genuine results in tests and vendored harnesses out", () => {
    const text = JSON.stringify(OLD_HARNESS);
    expect(found({ "tests/testdata/a.json": text, "third_party/lm_eval/b.json": text })).toEqual([]);
  });

  it("counts unread files of a series by a read one, by path alike, and not where one of them was refuted", () => {
    const text = JSON.stringify(OLD_HARNESS);
    const files = {
      "evals/m-70m/zero-shot/step1.json": text,
      "evals/m-70m/zero-shot/step2.json": 9_000,
      "evals/m-1.4b/zero-shot/step1.json": 9_000,
      "evals/other.json": 9_000,
    };
    expect(found(files).map(([path]) => path)).toEqual([
      "evals/m-70m/zero-shot/step1.json",
      "evals/m-70m/zero-shot/step2.json",
      "evals/m-1.4b/zero-shot/step1.json",
    ]);
    expect(found({ "a/x1.json": text, "a/x2.json": "{}", "a/x3.json": 9_000 }).map(([path]) => path)).toEqual([
      "a/x1.json",
    ]);
  });

  it("does not count an unread notebook by another one", () => {
    const book = JSON.stringify({ cells: [{ cell_type: "code", outputs: [{ text: ["accuracy: 0.5"] }] }] });
    expect(found({ "nb/ImageNet.ipynb": book, "nb/Intro.ipynb": 900_000 }).map(([path]) => path)).toEqual([
      "nb/ImageNet.ipynb",
    ]);
  });

  it("reads community evaluations and survives broken YAML", () => {
    const text = "- dataset: {id: org/bench, task_id: main}\n  value: 61.2\n";
    expect(found({ ".eval_results/a.yaml": text })).toEqual([[".eval_results/a.yaml", "hf-eval-results", undefined]]);
    expect(found({ ".eval_results/a.yaml": "- [unclosed" })).toEqual([]);
  });

  it("reads tables with benchmarks or metrics, and no training logs or lists of data", () => {
    expect(one("t/r.csv", "model,mmlu,gsm8k\nours,61.2,40.1\n")?.[1]).toBe("table");
    expect(one("t/r.csv", "step,accuracy\n1000,0.41\n")?.[1]).toBe("table");
    expect(one("t/r.csv", "benchmark,value\nmmlu,61.2\nhellaswag,70.1\n")?.[1]).toBe("table");
    expect(one("t/loss.csv", "step,loss,lr\n1,2.5,0.001\n")).toBeUndefined();
    expect(one("t/data.csv", "dataset,tokens,weight\nc4,100,0.5\n")).toBeUndefined();
  });

  it("reads a notebook's kept figures only where the notebook is about evaluation", () => {
    const book = { cells: [{ cell_type: "code", source: [], outputs: [{ text: ["WER: 4.26 %\n"] }] }] };
    expect(one("notebooks/LibriSpeech.ipynb", book)?.[1]).toBe("notebook");
    expect(one("notebooks/intro.ipynb", book)).toBeUndefined();
  });
});
