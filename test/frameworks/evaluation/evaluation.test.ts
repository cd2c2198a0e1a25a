import { describe, expect, test } from "vitest";
import { isSame } from "../../../src/frameworks/evaluation/comparison.ts";
import { modelOf, taskOf } from "../../../src/frameworks/evaluation/score.ts";
import { reportSchema } from "../../../src/report/schema.ts";
import { auditOf } from "../../auditing.ts";
import type { FileOf } from "../../snapshot-of.ts";

const auditing = (files: Readonly<Record<string, FileOf>>, complete = true) => {
  const report = auditOf(files, { name: "lumo-7b", policy: "model: true\n", complete });
  expect(() => reportSchema.parse(report)).not.toThrow();
  return report;
};
const ruleIn = (report: ReturnType<typeof auditing>, id: string) => {
  const found = report.frameworks.evaluation?.requirements.find((rule) => rule.id === id);
  return {
    verdict: found?.verdict,
    at: found?.evidence.map(({ path, lines }) => `${path}:${lines[0]}`),
    because: found?.because,
  };
};

/** A result file as lm-evaluation-harness writes it since 0.4. */
const harnessFile = (
  results: Readonly<Record<string, Readonly<Record<string, number | string>>>>,
  more: Readonly<Record<string, unknown>> = {},
  args = "pretrained=acme-ai/lumo-7b,dtype=bfloat16",
): string =>
  JSON.stringify(
    {
      results,
      versions: Object.fromEntries(Object.keys(results).map((task) => [task, 1])),
      "n-shot": Object.fromEntries(Object.keys(results).map((task) => [task, 5])),
      config: { model: "hf", model_args: args, limit: null },
      git_hash: "3fffc8a",
      ...more,
    },
    null,
    2,
  );
const RESULTS = {
  mmlu: { alias: "mmlu", "acc,none": 0.62142, "acc_stderr,none": 0.004 },
  hellaswag: { "acc,none": 0.5712, "acc_norm,none": 0.78441 },
};

const page = (table: string, title = "Lumo-7B"): string =>
  `# ${title}\n\nLumo-7B is a language model.\n\n## Evaluation (5-shot)\n\n${table}\n`;
const numbers = (
  readme: string,
  files: Readonly<Record<string, FileOf>> = { "results/lumo.json": harnessFile(RESULTS) },
  complete = true,
) => ruleIn(auditing({ "README.md": readme, ...files }, complete), "evaluation-numbers");

describe("numbers in the documents and in the result files", () => {
  test("agree where they are the same, rounded, cut, and in percent", () => {
    expect(
      numbers(page("| Benchmark | Lumo-7B |\n|---|---|\n| MMLU (acc) | 62.1 |\n| HellaSwag (acc_norm) | 0.784 |")),
    ).toMatchObject({
      verdict: "pass",
      because: "2 figures of the documents were compared with the result files and agree.",
      at: ["README.md:9", "README.md:10"],
    });
  });

  test("contradict on the line of the figure, with both figures told", () => {
    const report = auditing({
      "README.md": page("| Benchmark | Lumo-7B |\n|---|---|\n| MMLU (acc) | 65.1 |\n| HellaSwag (acc_norm) | 78.4 |"),
      "results/lumo.json": harnessFile(RESULTS),
    });
    expect(ruleIn(report, "evaluation-numbers")).toMatchObject({
      verdict: "fail",
      at: ["README.md:9"],
      because:
        "1 of 2 figures that could be compared differs from the result files: 65.1 is stated for mmlu (acc, 5-shot), results/lumo.json says 0.62142.",
    });
    expect(report.findings.filter(({ rule }) => rule === "evaluation-numbers")).toHaveLength(1);
  });

  test("models in rows and benchmarks in columns are read too, and other models' figures are left alone", () => {
    const table = "| Model | MMLU (acc) |\n|---|---|\n| Other-7B | 10.0 |\n| **Lumo-7B** | **62.1** |";
    expect(numbers(page(table))).toMatchObject({ verdict: "pass", at: ["README.md:10"] });
  });

  test("the table that the harness prints is read, with the model of its caption", () => {
    const table = (value: string, model = "acme-ai/lumo-7b"): string =>
      `hf (pretrained=${model}), gen_kwargs: (None), limit: None, num_fewshot: None\n\n|Tasks|Version|Filter|n-shot|Metric| |Value| |Stderr|\n|---|---|---|---|---|---|---|---|---|\n|mmlu|1|none|5|acc|↑|${value}|±|0.0040|\n`;
    expect(numbers(page(table("0.6214"))).verdict).toBe("pass");
    expect(numbers(page(table("0.6514"))).verdict).toBe("fail");
    expect(numbers(page(table("0.6514", "acme-ai/lumo-13b"))).verdict).toBe("not-applicable");
  });

  test("front matter is compared, but not what it quotes from elsewhere", () => {
    const card = (source: string): string =>
      `---\nmodel-index:\n  - name: Lumo-7B\n    results:\n      - task: {type: text-generation}\n        dataset: {name: MMLU (5-shot), type: cais/mmlu}\n        metrics: [{type: acc, value: 65.1}]\n${source}---\n# Lumo-7B\n`;
    expect(numbers(card("")).verdict).toBe("fail");
    expect(numbers(card("        source: {url: https://example.org/leaderboard, name: Leaderboard}\n")).verdict).toBe(
      "not-applicable",
    );
  });

  const WRONG = "| Benchmark | Lumo-7B |\n|---|---|\n| MMLU (acc) | 65.1 |";
  test.each<[string, string, Readonly<Record<string, FileOf>>]>([
    [
      "the result file is of another model",
      page(WRONG),
      { "results/a.json": harnessFile(RESULTS, {}, "pretrained=acme-ai/lumo-13b") },
    ],
    [
      "it is of an intermediate checkpoint",
      page(WRONG),
      { "results/a.json": harnessFile(RESULTS, {}, "pretrained=acme-ai/lumo-7b,revision=step1000") },
    ],
    [
      "it is of a quantised copy",
      page(WRONG),
      { "results/a.json": harnessFile(RESULTS, {}, "pretrained=acme-ai/lumo-7b,load_in_4bit=True") },
    ],
    [
      "it is of a part of the examples",
      page(WRONG),
      { "results/a.json": harnessFile(RESULTS, { config: { model_args: "pretrained=acme-ai/lumo-7b", limit: 100 } }) },
    ],
    ["it is a baseline's", page(WRONG), { "results/baselines/a.json": harnessFile(RESULTS) }],
    [
      "it has another number of examples",
      page(WRONG),
      { "results/a.json": harnessFile(RESULTS, { "n-shot": { mmlu: 0 } }) },
    ],
    [
      "the document tells no number of examples",
      page(WRONG).replace(" (5-shot)", ""),
      { "results/a.json": harnessFile(RESULTS) },
    ],
    [
      "the document tells two",
      page(WRONG).replace("5-shot", "5-shot, CoT 3-shot"),
      { "results/a.json": harnessFile(RESULTS) },
    ],
    ["the document tells no metric", page(WRONG.replace(" (acc)", "")), { "results/a.json": harnessFile(RESULTS) }],
    [
      "the task is a relative of that name",
      page(WRONG.replace("MMLU", "MMLU-Pro")),
      { "results/a.json": harnessFile(RESULTS) },
    ],
    [
      "the column is a relative of that name",
      page(WRONG.replace("Lumo-7B", "Lumo-7B-Chat")),
      { "results/a.json": harnessFile(RESULTS) },
    ],
    [
      "the figures are of speed",
      page("| Benchmark | Lumo-7B |\n|---|---|\n| MMLU seconds | 65.1 |"),
      { "results/a.json": harnessFile(RESULTS) },
    ],
    ["the results are a test's fixture", page(WRONG), { "tests/data/a.json": harnessFile(RESULTS) }],
  ])("are not compared where %s", (_, readme, files) => {
    expect(numbers(readme, files).verdict).toBe("not-applicable");
  });

  test("one of several runs that agrees is enough", () => {
    const files = {
      "results/first/a.json": harnessFile(RESULTS),
      "results/second/a.json": harnessFile({ mmlu: { "acc,none": 0.651 } }),
    };
    expect(numbers(page(WRONG), files).verdict).toBe("pass");
  });

  test("accuracy may mean either of the two that a file has", () => {
    expect(numbers(page("| Benchmark | Lumo-7B |\n|---|---|\n| HellaSwag (accuracy) | 78.4 |")).verdict).toBe("pass");
  });

  test("while a result file was not read, nothing is called contradicted", () => {
    const files = {
      "results/a/x.json": harnessFile(RESULTS),
      "README.md": page(WRONG),
      "results/b/x.json": { unavailable: "it timed out" },
    } as const;
    expect(numbers(page(WRONG), files).verdict).toBe("undetermined");
  });

  test("a comma for the point, and a deviation behind the figure, are read", () => {
    expect(numbers(page("| Benchmark | Lumo-7B |\n|---|---|\n| MMLU (acc) | 62,1 ± 0.4 |")).verdict).toBe("pass");
  });
});

describe("a table that tells neither metric nor examples", () => {
  const runs = (model: string, add: number) =>
    harnessFile(
      {
        mmlu: { "acc,none": 0.6 + add },
        hellaswag: { "acc,none": 0.5 + add, "acc_norm,none": 0.7 + add },
        piqa: { "acc,none": 0.75 + add, "acc_norm,none": 0.76 + add },
        winogrande: { "acc,none": 0.65 + add },
        boolq: { "acc,none": 0.8 + add },
      },
      {},
      `pretrained=acme-ai/${model}`,
    );
  const files = { "results/7b.json": runs("lumo-7b", 0), "results/13b.json": runs("lumo-13b", 0.05) };
  const table = (first: string, second = "| acme-ai/lumo-13b | 65.0 | 75.0 | 80.0 | 70.0 | 85.0 |"): string =>
    `# Lumo\n\n## Evaluation\n\n| Model | MMLU | HellaSwag | PIQA | WinoGrande | BoolQ |\n|---|---|---|---|---|---|\n${first}\n${second}\n| Other-7B | 1.0 | 2.0 | 3.0 | 4.0 | 5.0 |\n`;

  test("is compared where the rest of it is that of the files", () => {
    expect(numbers(table("| **acme-ai/lumo-7b** | 60.0 | 70.0 | 75.0 | 65.0 | 80.0 |"), files)).toMatchObject({
      verdict: "pass",
      because: expect.stringMatching(/^10 figures/),
    });
  });

  test("contradicts with the one figure that differs, by the metric of its column", () => {
    expect(numbers(table("| acme-ai/lumo-7b | 60.0 | 77.0 | 75.0 | 65.0 | 80.0 |"), files)).toMatchObject({
      verdict: "fail",
      at: ["README.md:7"],
      because: expect.stringContaining("77.0 is stated for hellaswag (accnorm, 5-shot), results/7b.json says 0.7."),
    });
  });

  test("contradicts with nothing where much of the row differs: it is another run", () => {
    expect(numbers(table("| acme-ai/lumo-7b | 61.0 | 71.0 | 75.0 | 65.0 | 80.0 |"), files)).toMatchObject({
      verdict: "pass",
      because: expect.stringMatching(/^5 figures/),
    });
  });

  test("contradicts with nothing where no other model tells what the column measures", () => {
    expect(
      numbers(
        table("| acme-ai/lumo-7b | 60.0 | 77.0 | 75.0 | 65.0 | 80.0 |", "| Another-7B | 1.0 | 2.0 | 3.0 | 4.0 | 5.0 |"),
        files,
      ).verdict,
    ).toBe("pass");
  });
});

describe("figures, tasks and models", () => {
  test("a figure is the same within one unit of its last digit", () => {
    expect(isSame({ value: 62.1, decimals: 1 }, 0.62142)).toBe(true);
    expect(isSame({ value: 62.2, decimals: 1 }, 0.6219)).toBe(true);
    expect(isSame({ value: 62, decimals: 0 }, 0.6251)).toBe(true);
    expect(isSame({ value: 62.4, decimals: 1 }, 0.62142)).toBe(false);
  });

  test("tasks have other spellings, but relatives stay apart", () => {
    expect(taskOf("leaderboard|arc:challenge|25|0")).toBe(taskOf("ARC-C"));
    expect(taskOf("lambada")).not.toBe(taskOf("lambada_openai"));
  });

  test("a folder or a step names no model", () => {
    expect([modelOf("acme/Lumo-7B"), modelOf("/data/out/final"), modelOf("runs/checkpoint-1000"), modelOf("")]).toEqual(
      ["lumo7b", undefined, undefined, undefined],
    );
  });
});

describe("the harness", () => {
  const harness = (files: Readonly<Record<string, FileOf>>) =>
    ruleIn(auditing({ "README.md": page(TABLE), ...files }), "evaluation-harness");
  const TABLE = "| Benchmark | Lumo-7B |\n|---|---|\n| MMLU | 62.1 |\n| GSM8K | 41.0 |";

  test("is told from a result file, with its version", () => {
    expect(harness({ "results/lumo.json": harnessFile(RESULTS) })).toMatchObject({
      verdict: "pass",
      because: "Named: lm-evaluation-harness 3fffc8a.",
    });
  });

  test("is told from a sentence on measuring, and from a requirement", () => {
    expect(harness({ "README.md": page(`We evaluated Lumo-7B with OpenCompass.\n\n${TABLE}`) })).toMatchObject({
      verdict: "pass",
      because: "Named: OpenCompass.",
      at: ["README.md:7"],
    });
    expect(harness({ "requirements.txt": "torch==2.1\nlighteval==0.6.0\n" })).toMatchObject({
      because: "Named: lighteval 0.6.0.",
    });
  });

  test("is missed where results stand without one", () => {
    expect(harness({}).verdict).toBe("warn");
  });

  test("is not read into a data set of that name, nor into code that only borrows from it", () => {
    expect(
      harness({
        "eval/aime.py":
          'from datasets import load_dataset\n\ndata = load_dataset("opencompass/AIME2025", split="test")\ncorrect = sum(grade(p) for p in predictions)\naccuracy = correct / len(data)\nprint(f"accuracy {accuracy}")\n',
      }).because,
    ).not.toContain("OpenCompass");
    expect(
      harness({
        "data/filter.py":
          "from datasets import load_dataset\nfrom lm_eval.tasks.ifeval.utils import process_results\n\ndata = load_dataset('acme/chat').filter(lambda row: process_results(row))\ndata.push_to_hub('acme/clean')\n",
      }).because,
    ).not.toContain("lm-evaluation-harness");
  });

  test("a row of a table is no sentence on measuring", () => {
    expect(
      harness({ "README.md": page("| Benchmark | Lumo-7B |\n|---|---|\n| EvalPlus scores | 62.1 |\n| MMLU | 60.0 |") })
        .because,
    ).not.toContain("EvalPlus");
  });

  test("is not read into a plan, a namesake or a helm", () => {
    for (const text of [
      "Lumo will be evaluated with HELM.",
      "Moonshot AI evaluated its own model.",
      "Deploy the results with helm install lumo.",
    ])
      expect(harness({ "README.md": page(`${text}\n\n${TABLE}`) }).verdict).toBe("warn");
  });
});

describe("tasks, and running it again", () => {
  test("tasks are those of tables and result files, more of them counted", () => {
    const report = auditing({
      "README.md": page("| Benchmark | Lumo-7B |\n|---|---|\n| MMLU | 62.1 |\n| GSM8K | 41.0 |"),
    });
    expect(ruleIn(report, "evaluation-tasks")).toMatchObject({ verdict: "pass", because: "Named: MMLU and GSM8K." });
  });

  test("a picture of results names no task that could be read", () => {
    const report = auditing({
      "README.md": "# Lumo-7B\n\n## Evaluation\n\n![Benchmark results](assets/benchmark_results.png)\n",
      "assets/benchmark_results.png": { bytes: 90_000 },
    });
    expect(ruleIn(report, "evaluation-tasks").verdict).toBe("undetermined");
  });

  test("a repository without any evaluation is not judged", () => {
    const report = auditing({ "README.md": "# Lumo-7B\n\nA language model.\n" });
    expect(report.frameworks.evaluation?.verdict).toBe("not-applicable");
  });

  test("what is missing for running it again is named, and only what was looked for everywhere", () => {
    const files = { "README.md": page("| Benchmark | Lumo-7B |\n|---|---|\n| MMLU | 62.1 |\n| GSM8K | 41.0 |") };
    expect(ruleIn(auditing(files), "evaluation-repeatable")).toMatchObject({
      verdict: "warn",
      because: expect.stringContaining("evaluation code"),
    });
    expect(ruleIn(auditing(files, false), "evaluation-repeatable").because).not.toContain("evaluation code");
  });

  test("pinned tools without the library that runs the model are no environment of the evaluation", () => {
    const report = auditing({
      "README.md": page(
        "We evaluated Lumo-7B with OpenCompass.\n\n| Benchmark | Lumo-7B |\n|---|---|\n| MMLU | 62.1 |\n| GSM8K | 41.0 |",
      ),
      "requirements.txt": "tqdm==4.66.1\n",
    });
    expect(ruleIn(report, "evaluation-repeatable").because).toContain("the version of the harness");
  });

  test("code, data, results and a pinned environment are enough", () => {
    const report = auditing({
      "README.md": page("| Benchmark | Lumo-7B |\n|---|---|\n| MMLU | 62.1 |\n| GSM8K | 41.0 |"),
      "eval/run.py":
        'import lm_eval\nfrom datasets import load_dataset\n\ndata = load_dataset("cais/mmlu", "all", split="test")\nresults = lm_eval.simple_evaluate(model="hf", model_args="pretrained=acme-ai/lumo-7b", tasks=["mmlu"])\nprint(results)\n',
      "requirements.txt": "lm-eval==0.4.2\ntorch==2.1.0\ndatasets==2.19.0\n",
    });
    expect(ruleIn(report, "evaluation-repeatable")).toMatchObject({ verdict: "pass" });
  });
});
