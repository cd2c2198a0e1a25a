import { describe, expect, test } from "vitest";
import { benchmarkNames, metricNames } from "../../../src/evidence/documents/benchmarks.ts";
import type { Table, Topic } from "../../../src/evidence/documents/document.ts";
import { isResultTable } from "../../../src/evidence/documents/tables.ts";

const table = (headers: string[], ...rows: string[][]): Table => ({ headers, rows, lines: [1, 3], section: undefined });
const section = (title: string, ...topics: Topic[]): { title: string; topics: Topic[] } => ({ title, topics });

describe("benchmarks and metrics", () => {
  test("are found as whole tokens, the longest name first", () => {
    expect(
      benchmarkNames("MMLU-Pro, gsm8k_cot, arc_challenge, C-Eval与CMMLU, Human Eval, WMT14 en-de, FLORES-200"),
    ).toEqual(["MMLU-Pro", "GSM8K", "ARC", "C-Eval", "CMMLU", "HumanEval", "WMT", "FLORES"]);
    expect(metricNames("pass@1, F1-score, WER (%), 准确率, perplexity")).toEqual([
      "pass@1",
      "F1",
      "WER",
      "perplexity",
      "准确率",
    ]);
  });

  test("are not seen in common words or inside other names", () => {
    expect(
      benchmarkNames(
        "We drop the race to math in an arc of glue; a coco race. SIMMLU search hierarchy. The ruler, 8 frames, a helmet, no clue, superb spider, gaia",
      ),
    ).toEqual([]);
    expect(metricNames("it was so, um, per em dash; the elo; mapped")).toEqual([]);
  });

  test("are kept apart", () => {
    expect(benchmarkNames("accuracy on MMLU")).toEqual(["MMLU"]);
    expect(metricNames("accuracy on MMLU")).toEqual(["accuracy"]);
  });
});

describe("a table of results", () => {
  test("has scores in columns of benchmarks", () => {
    const scores = table(["Model", "MMLU (5-shot)", "GSM8K"], ["A 7B", "**61.2**", "40.0%"], ["B", "-", "12.3 ± 0.4"]);
    expect(isResultTable(scores, undefined)).toEqual({ benchmarks: ["MMLU", "GSM8K"], metrics: [] });
  });

  test("has scores in rows of benchmarks", () => {
    const scores = table(["Task/Metric", "Ours 7B"], ["arc_easy/acc", "0.67"], ["boolq/acc", "0.7"]);
    expect(isResultTable(scores, undefined)).toEqual({ benchmarks: ["ARC", "BoolQ"], metrics: ["accuracy"] });
  });

  test("may name its benchmark in the heading above", () => {
    const scores = table(["Model 5-shot", "STEM", "Average"], ["A", "38.2", "42.8"]);
    expect(isResultTable(scores, section("CMMLU"))?.benchmarks).toEqual(["CMMLU"]);
    expect(isResultTable(scores, section("Misc"))).toBeUndefined();
  });

  test("may name the benchmark of each column in a row below the head", () => {
    const scores = table(["Task", "Structure", "Structure"], ["Test set", "CASP14", "CAMEO"], ["ESM-2", "51", "72"]);
    expect(isResultTable(scores, section("Comparison"))?.benchmarks).toEqual(["CASP14", "CAMEO"]);
  });

  test.each([
    ["speed", table(["Model", "tokens/s", "Latency (ms)"], ["A", "19.4", "12"])],
    ["memory", table(["精度", "显存 (GB)"], ["bf16", "26.0"])],
    ["sizes", table(["Model", "Params", "Layers", "Context length"], ["A", "7", "32", "4096"])],
    ["licenses", table(["Dataset", "License", "Samples"], ["GSM8K", "MIT", "7473"])],
    ["downloads", table(["Model", "Download"], ["A (MMLU)", "link"])],
    ["benchmarks without scores", table(["Benchmark", "Description"], ["MMLU", "57 subjects"])],
    ["settings", table(["Hyperparameter", "Value"], ["perplexity threshold", "0.5"], ["label smoothing", "0.1"])],
    ["pictures", table(["ARC", "HellaSwag"], ["", ""])],
  ])("is not one of %s", (_, other) => expect(isResultTable(other, undefined)).toBeUndefined());

  test("is not a mix of training data that names benchmarks", () => {
    const mix = table(["Subset", "Weight", "Epochs"], ["GSM8K", "2.0", "3"]);
    expect(isResultTable(mix, section("Training data", "training-data"))).toBeUndefined();
    const bare = table(["Subset", "Billions"], ["GSM8K", "2.0"]);
    expect(isResultTable(bare, section("Training data", "training-data"))).toBeUndefined();
  });
});

describe("segmentation of videos", () => {
  test("is reported in J&F over its benchmarks", () => {
    const found = isResultTable(
      table(["Model", "MOSE val (J&F)", "LVOS v2 (J&F)"], ["tiny", "71.8", "77.3"]),
      undefined,
    );
    expect(found?.benchmarks).toEqual(["MOSE", "LVOS"]);
    expect(found?.metrics).toEqual(["J&F"]);
  });
});
