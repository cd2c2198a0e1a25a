import { describe, expect, test } from "vitest";
import { auditOf } from "../../auditing.ts";
import type { FileOf } from "../../snapshot-of.ts";

type Files = Readonly<Record<string, FileOf>>;
const versions = (files: Files, complete = true) => {
  const report = auditOf(files, { name: "lumo-7b", policy: "model: true\n", complete });
  const rule = report.frameworks.evaluation?.requirements.find(({ id }) => id === "evaluation-versions");
  return {
    verdict: rule?.verdict,
    because: rule?.because ?? "",
    at: rule?.evidence.map(({ path, lines }) => `${path}:${lines[0]}`),
  };
};
const json = (value: unknown): string => JSON.stringify(value, null, 1);
const README =
  "# Lumo-7B\n\nLumo-7B is a language model.\n\n## Evaluation\n\n| Benchmark | Lumo-7B |\n|---|---|\n| MMLU | 62.1 |\n| GSM8K | 41.0 |\n";
const SHA = "0123456789abcdef0123456789abcdef01234567";
const harness = (more: Readonly<Record<string, unknown>>, config: Readonly<Record<string, unknown>> = {}): string =>
  json({
    results: { mmlu: { "acc,none": 0.62 } },
    "n-shot": { mmlu: 5 },
    config: { model: "hf", model_args: "pretrained=acme-ai/lumo-7b", limit: null, ...config },
    ...more,
  });
const WHOLE = harness(
  { versions: { mmlu: 2 }, lm_eval_version: "0.4.9" },
  { model_sha: SHA, random_seed: 0, numpy_seed: 1234 },
);

describe("versions of an evaluation", () => {
  test("a result file that writes everything down fixes the run, each with its line", () => {
    const { verdict, because, at } = versions({ "README.md": README, "results/lumo.json": WHOLE });
    expect({ verdict, because }).toEqual({
      verdict: "pass",
      because:
        "version of the harness: met (lm-evaluation-harness 0.4.9); versions of the tasks: met (results/lumo.json:18); seeds: met (results/lumo.json:15); revision of the weights: met (results/lumo.json:14).",
    });
    expect(at).toHaveLength(4);
  });

  test("what is not written down is told one by one", () => {
    const bare = harness({ versions: { mmlu: "Yaml" } });
    expect(versions({ "README.md": README, "results/lumo.json": bare })).toMatchObject({
      verdict: "warn",
      because:
        "version of the harness: not met; versions of the tasks: not met; seeds: not met; revision of the weights: not met.",
    });
  });

  test("a branch's name, an empty seed and another's commit fix nothing", () => {
    const loose = harness(
      { versions: { mmlu: 2 } },
      { model_args: "pretrained=acme-ai/lumo-7b,revision=main", random_seed: null, model_sha: "" },
    );
    const { because } = versions({ "README.md": README, "results/lumo.json": loose });
    expect(because).toContain("versions of the tasks: met");
    expect(because).toContain("seeds: not met; revision of the weights: not met");
  });

  test("what was not read may tell it: then nothing is called not met", () => {
    const files = { "README.md": README, "results/lumo.json": harness({ versions: { mmlu: 2 } }) };
    expect(versions(files, false)).toMatchObject({ verdict: "undetermined" });
    expect(versions(files, false).because).not.toContain("not met");
  });

  test.each<[string, string, string]>([
    [
      "MTEB's revision of the data",
      "results/acme__lumo-embed/0/Banking77Classification.json",
      json({ dataset_revision: SHA, mteb_version: "1.14.0", task_name: "B", scores: { test: [{ main_score: 0.8 }] } }),
    ],
    [
      "OpenCompass's version of the prompts",
      "outputs/1/summary/summary_1.csv",
      "dataset,version,metric,mode,lumo-7b\ngsm8k,1d7fe4,accuracy,gen,54.21\n",
    ],
    [
      "Inspect's version of the task",
      "logs/results.json",
      json({
        version: 2,
        status: "success",
        eval: { task: "gsm8k", task_version: 1, model: "hf/acme-ai/lumo-7b", dataset: {} },
        plan: {},
      }),
    ],
  ])("%s is the version of the task", (_, path, text) => {
    expect(versions({ "README.md": README, [path]: text }).because).toContain(`versions of the tasks: met (${path}:`);
  });

  test("evaluation code of the release's own is fixed by its commit, with the seeds and revisions that it sets", () => {
    const code = `import torch\nfrom datasets import load_dataset\nfrom transformers import AutoModelForCausalLM\n\ntorch.manual_seed(1)\nmodel = AutoModelForCausalLM.from_pretrained("acme-ai/lumo-7b", revision="${SHA}")\ndata = load_dataset("cais/mmlu", "all", split="test", revision="c30699e8356da336a370243923dbaf21066bb9fe")\ncorrect = sum(model_answer(model, row) == row["answer"] for row in data)\naccuracy = correct / len(data)\nprint(f"MMLU accuracy {accuracy}")\n`;
    const { verdict, because } = versions({ "README.md": README, "eval/evaluate_mmlu.py": code });
    expect({ verdict, because }).toEqual({
      verdict: "pass",
      because: expect.stringMatching(/^version of the harness: met \(eval\/evaluate_mmlu\.py:/),
    });
  });

  test("a repository without any evaluation is not judged", () => {
    expect(versions({ "README.md": "# Lumo-7B\n\nA language model.\n" }).verdict).toBe("not-applicable");
  });
});

describe("tasks and versions in result files of every harness", () => {
  const ruleOf = (id: string, files: Files): string | undefined =>
    auditOf(files, { name: "lumo-7b", policy: "model: true\n" }).frameworks.evaluation?.requirements.find(
      (rule) => rule.id === id,
    )?.because;
  const inspect = json({
    version: 2,
    status: "success",
    eval: { task: "inspect_evals/gsm8k", model: "hf/acme-ai/lumo-7b", packages: { inspect_ai: "0.3.70" } },
    plan: {},
  });

  test.each<[string, string, string, string]>([
    ["Inspect", "logs/results.json", inspect, "inspect_evals/gsm8k"],
    [
      "OpenCompass",
      "outputs/1/summary/summary_1.csv",
      "dataset,version,metric,mode,lumo-7b\ngsm8k,1d7fe4,accuracy,gen,54.21\nbbh,-,-,-,-\n",
      "gsm8k",
    ],
    [
      "HELM",
      "benchmark_output/runs/v1/boolq/run_spec.json",
      json({ name: "boolq:model=acme-ai_lumo-7b", scenario_spec: {}, adapter_spec: { model: "acme-ai/lumo-7b" } }),
      "boolq",
    ],
    [
      "MTEB",
      "results/acme-ai__lumo/0/STS12.json",
      json({ task_name: "STS12", mteb_version: "1.14.0", dataset_revision: SHA, scores: { test: [] } }),
      "STS12",
    ],
    [
      "Project Moonshot",
      "results/run.json",
      json({ metadata: { endpoints: ["lumo"] }, results: { recipes: [{ id: "bbq" }] } }),
      "bbq",
    ],
  ])("%s names its tasks", (_, path, text, task) => {
    expect(ruleOf("evaluation-tasks", { "README.md": "# Lumo-7B\n", [path]: text })).toBe(`Named: ${task}.`);
  });

  test("Inspect's own version is that of its package", () => {
    const files = { "README.md": "# Lumo-7B\n", "logs/results.json": inspect };
    expect(ruleOf("evaluation-harness", files)).toBe("Named: Inspect 0.3.70.");
  });
});
