import { describe, expect, it } from "vitest";
import { areaOf } from "../../../src/evidence/files/area.ts";

describe("the area of a path", () => {
  it.each([
    ["src/model.py", "own"],
    ["third_party/flash/attn.py", "vendored"],
    ["tools/dependencies/lm_eval/evaluator.py", "vendored"],
    ["web/node_modules/x/index.js", "vendored"],
    ["third_party/x/tests/test_a.py", "vendored"],
    ["tests/test_model.py", "test"],
    ["test_fixtures/tiny/model.pt", "test"],
    ["pkg/testdata/results.json", "test"],
    ["compatibility-test/cases.jsonl", "test"],
    ["src/test_attention.py", "test"],
    ["docs/source/conf.py", "documentation"],
    ["docs/examples/a.py", "documentation"],
    [".github/workflows/ci.yml", "documentation"],
    ["examples/chat.py", "example"],
    ["basic_demo/cli.py", "example"],
  ])("%s is %s", (path, area) => {
    expect(areaOf(path)).toBe(area);
  });

  it("takes a test split inside a data folder for data, and a test suite inside it for tests", () => {
    expect(areaOf("data/test/part-0.parquet")).toBe("own");
    expect(areaOf("bench_datasets/mmlu/law/test/data.arrow")).toBe("own");
    expect(areaOf("data/test/test_loader.py")).toBe("test");
  });

  it("does not take a data file that is called a test for a test of the code", () => {
    expect(areaOf("misc/lambada_test.jsonl")).toBe("own");
    expect(areaOf("data/test.jsonl")).toBe("own");
  });
});
