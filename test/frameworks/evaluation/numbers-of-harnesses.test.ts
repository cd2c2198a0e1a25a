import { zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { gatherFacts } from "../../../src/evidence/gather.ts";
import { checkNumbers } from "../../../src/frameworks/evaluation/check-numbers.ts";
import { compareNumbers } from "../../../src/frameworks/evaluation/compare.ts";
import { inEnglish } from "../../../src/messages/said.ts";
import type { Snapshot } from "../../../src/snapshot/snapshot.ts";
import { type FileOf, snapshotOf } from "../../snapshot-of.ts";

type Files = Readonly<Record<string, FileOf>>;
/** `pass`, `fail`, or why nothing was compared. */
const judged = (files: Files, snapshot: Snapshot = snapshotOf(files)): string => {
  const facts = gatherFacts(snapshot);
  const { verdict } = checkNumbers({ facts });
  return verdict === "not-applicable" ? [...compareNumbers(facts).left.keys()].join() || "unknown" : verdict;
};
const saying = (files: Files): string => inEnglish(checkNumbers({ facts: gatherFacts(snapshotOf(files)) }).said);
const json = (value: unknown): string => JSON.stringify(value, null, 2);
const page = (rows: string, title = "Lumo-7B", heading = "Evaluation"): string =>
  `# ${title}\n\nLumo-7B is a language model.\n\n## ${heading}\n\n${rows}\n`;
const row = (task: string, figure: string | number, model = "Lumo-7B"): string =>
  `| Benchmark | ${model} |\n|---|---|\n| ${task} | ${figure} |`;

describe("OpenCompass", () => {
  const summary = (version = "1d7fe4"): string =>
    `dataset,version,metric,mode,lumo-7b-hf,lumo-7b-chat-hf\ngsm8k,${version},accuracy,gen,54.21,61.33\nmmlu,-,naive_average,ppl,48.12,50.01\n`;
  const printed = (figure: string, version = "1d7fe4", model = "lumo-7b-hf"): string =>
    page(
      `| dataset | version | metric | mode | ${model} |\n|---|---|---|---|---|\n| gsm8k | ${version} | accuracy | gen | ${figure} |`,
    );
  const path = "outputs/20250101/summary/summary_20250101.csv";

  test("a summary's figures agree and differ by the version of the prompts", () => {
    expect(judged({ "README.md": printed("54.2"), [path]: summary() })).toBe("pass");
    expect(judged({ "README.md": printed("57.2"), [path]: summary() })).toBe("fail");
  });

  test("another version of the prompts and another model are left alone, and a variant has its own column", () => {
    expect(judged({ "README.md": printed("57.2", "aaaaaa"), [path]: summary() })).toBe("version");
    expect(judged({ "README.md": printed("61.33", "1d7fe4", "Lumo-7B-Chat"), [path]: summary() })).toBe("pass");
    expect(judged({ "README.md": printed("54.21", "1d7fe4", "Lumo-7B-Chat"), [path]: summary() })).toBe("fail");
    expect(judged({ "README.md": printed("57.2", "1d7fe4", "Other-7B"), [path]: summary() })).toBe("unknown");
  });

  test("a table of the release's own tells no number of examples that the summary could confirm", () => {
    expect(judged({ "README.md": page(row("GSM8K (5-shot, accuracy)", 57.2)), [path]: summary() })).toBe("shots");
  });

  test("the table in the text beside the CSV is read as well", () => {
    const text = `tabulate format\naccuracy: 54.21\n\ncsv format\n^^^^\n${summary()}`;
    expect(judged({ "README.md": printed("57.2"), "results/summary_20250101.txt": text })).toBe("fail");
  });
});

describe("Inspect", () => {
  const log = (more: Readonly<Record<string, unknown>> = {}, run: Readonly<Record<string, unknown>> = {}) => ({
    version: 2,
    status: "success",
    eval: {
      task: "inspect_evals/gsm8k",
      task_version: 0,
      task_args: { fewshot: 5 },
      model: "hf/acme-ai/lumo-7b",
      dataset: { name: "gsm8k", samples: 1319 },
      config: { epochs: 1 },
      packages: { inspect_ai: "0.3.70" },
      ...run,
    },
    plan: {},
    results: {
      total_samples: 1319,
      completed_samples: 1319,
      scores: [{ name: "match", metrics: { accuracy: { name: "accuracy", value: 0.5421 } } }],
      ...more,
    },
  });
  const says = (figure: number, shots = "5-shot"): string => page(row(`GSM8K (${shots}, accuracy)`, figure));
  const judge = (figure: number, value: unknown, shots?: string): string =>
    judged({ "README.md": says(figure, shots), "logs/results.json": json(value) });

  test("a log's figures agree and differ", () => {
    expect(judge(54.2, log())).toBe("pass");
    expect(judge(57.2, log())).toBe("fail");
  });

  test.each<[string, unknown, string]>([
    ["a run on part of the samples", log({ completed_samples: 100 }), "unknown"],
    ["a run with a limit", log({}, { config: { limit: 100 } }), "unknown"],
    ["another model's log", log({}, { model: "hf/acme-ai/lumo-13b" }), "unknown"],
    ["a log of a quantised copy", log({}, { model_args: { load_in_4bit: true } }), "unknown"],
    ["a log of another number of examples", log({}, { task_args: { fewshot: 8 } }), "shots"],
    ["a log that failed", { ...log(), status: "error" }, "unknown"],
  ])("%s is left alone", (_, value, why) => {
    expect(judge(57.2, value)).toBe(why);
  });

  test("an archive is read by its header", () => {
    const head = zipSync({ "header.json": Buffer.from(json(log())) });
    const files = { "README.md": says(57.2), "logs/run.eval": { bytes: head.length } };
    const snapshot = snapshotOf(files);
    const contents = new Map(snapshot.contents).set("logs/run.eval", { kind: "binary", size: head.length, head });
    expect(judged(files, { ...snapshot, contents })).toBe("fail");
  });
});

describe("HELM", () => {
  const spec = (more: Readonly<Record<string, unknown>> = {}, args: Readonly<Record<string, unknown>> = {}): string =>
    json({
      name: "boolq:model=acme-ai_lumo-7b",
      scenario_spec: { class_name: "helm.BoolQScenario", args },
      adapter_spec: { model: "acme-ai/lumo-7b", max_train_instances: 5, num_train_trials: 1, ...more },
      metric_specs: [],
    });
  const stats = json([
    { name: { name: "exact_match", split: "test" }, count: 1, sum: 0.7412, mean: 0.7412 },
    { name: { name: "exact_match", split: "valid" }, count: 1, sum: 0.75, mean: 0.75 },
    { name: { name: "exact_match", split: "test", perturbation: { name: "robustness" } }, count: 1, mean: 0.6 },
  ]);
  const judge = (label: string, figure: number, runSpec = spec()): string =>
    judged({
      "README.md": page(row(label, figure)),
      "benchmark_output/runs/v1/boolq/run_spec.json": runSpec,
      "benchmark_output/runs/v1/boolq/stats.json": stats,
    });

  test("a run's figures agree and differ", () => {
    expect(judge("BoolQ (5-shot, EM, test set)", 74.1)).toBe("pass");
    expect(judge("BoolQ (5-shot, EM, test set)", 77.1)).toBe("fail");
  });

  test("another split is compared with its own figure, and none is guessed", () => {
    expect(judge("BoolQ (5-shot, EM, dev set)", 75)).toBe("pass");
    expect(judge("BoolQ (5-shot, EM)", 77.1)).toBe("shots");
    expect(judge("BoolQ (5-shot, EM, train set)", 77.1)).toBe("split");
  });

  test("other examples, another model, part of the instances and one subject of many are left alone", () => {
    expect(judge("BoolQ (0-shot, EM, test set)", 77.1)).toBe("shots");
    expect(judge("BoolQ (5-shot, EM, test set)", 77.1, spec({ model: "acme-ai/lumo-13b" }))).toBe("unknown");
    expect(judge("BoolQ (5-shot, EM, test set)", 77.1, spec({ max_eval_instances: 1000 }))).toBe("shots");
    expect(judge("BoolQ (5-shot, EM, test set)", 77.1, spec({}, { subject: "law" }))).toBe("subset");
  });
});

describe("MTEB", () => {
  const file = (more: Readonly<Record<string, unknown>> = {}): string =>
    json({
      dataset_revision: "0fd18e25b25c072e09e0d92ab615fda904d66300",
      mteb_version: "1.14.0",
      task_name: "Banking77Classification",
      scores: {
        test: [{ accuracy: 0.8123, f1: 0.8054, main_score: 0.8123, hf_subset: "default", languages: ["eng"] }],
      },
      ...more,
    });
  const card = (value: number, more = "", name = "lumo-embed"): string =>
    `---\nmodel-index:\n  - name: ${name}\n    results:\n      - task: {type: Classification}\n        dataset: {type: mteb/banking77, name: MTEB Banking77Classification, config: default, split: test${more}}\n        metrics: [{type: accuracy, value: ${value}}]\n---\n# Lumo-Embed\n`;
  const path = "results/acme-ai__lumo-embed/0123/Banking77Classification.json";
  const judge = (readme: string, text = file()): string => judged({ "README.md": readme, [path]: text });

  test("a card's figures agree and differ", () => {
    expect(judge(card(81.23))).toBe("pass");
    expect(judge(card(84.23))).toBe("fail");
  });

  test("files of before 1.11 are read too", () => {
    const old = json({
      dataset_revision: "0fd18e25b25c072e09e0d92ab615fda904d66300",
      mteb_version: "1.0.2",
      mteb_dataset_name: "Banking77Classification",
      test: { accuracy: 0.8123, accuracy_stderr: 0.01, evaluation_time: 3 },
    });
    expect(judge(card(81.2), old)).toBe("pass");
    expect(judge(card(84.2), old)).toBe("fail");
  });

  test("another revision of the data, split, language or model is left alone", () => {
    expect(judge(card(84.23, ", revision: 1111111111111111111111111111111111111111"))).toBe("version");
    expect(judge(card(84.23).replace("split: test", "split: validation"))).toBe("split");
    expect(judge(card(84.23).replace("config: default", "config: de"))).toBe("subset");
    expect(judge(card(84.23, "", "lumo-embed-large"))).toBe("unknown");
  });

  test("a file that was not read holds back an accusation only where it is of the same task", () => {
    // The list says that the file is there, and nothing of it was read: it was left out of those that are read.
    const withUnread = (unread: string): string => {
      const files = { "README.md": card(84.23), [path]: file(), [unread]: file() };
      const snapshot = snapshotOf(files);
      const contents = new Map([...snapshot.contents].filter(([one]) => one !== unread));
      return judged(files, { ...snapshot, contents });
    };
    expect(withUnread("results/acme-ai__lumo-embed/0123/STS12.json")).toBe("fail");
    expect(withUnread("results/acme-ai__lumo-embed/0124/Banking77Classification.json")).toBe("undetermined");
  });
});

describe("Project Moonshot", () => {
  const result = (more: Readonly<Record<string, unknown>> = {}): string =>
    json({
      metadata: {
        id: "run",
        status: "completed",
        endpoints: ["lumo-7b"],
        recipes: ["bbq"],
        num_of_prompts: 0,
        prompt_selection_percentage: 100,
        ...more,
      },
      results: {
        recipes: [
          {
            id: "bbq",
            details: [],
            evaluation_summary: [{ model_id: "lumo-7b", num_of_prompts: 100, avg_grade_value: 71.25, grade: "B" }],
            grading_scale: { A: [80, 100] },
          },
        ],
      },
    });
  const table = (figure: number): string =>
    page(`| Benchmark | Metric | Lumo-7B |\n|---|---|---|\n| BBQ | avg_grade_value | ${figure} |`);
  const judge = (readme: string, text = result()): string => judged({ "README.md": readme, "results/run.json": text });

  test("a recipe's grade agrees and differs", () => {
    expect(judge(table(71.3))).toBe("pass");
    expect(judge(table(75.3))).toBe("fail");
  });

  test("part of the prompts, and a figure that is not called a grade, are left alone", () => {
    expect(judge(table(75.3), result({ num_of_prompts: 5 }))).toBe("unknown");
    expect(judge(table(75.3), result({ prompt_selection_percentage: 10 }))).toBe("unknown");
    expect(judge(page(row("BBQ (accuracy)", 75.3)))).toBe("metric");
  });

  test("nothing of an endpoint but its name is told", () => {
    const secret = "sk-secret-endpoint-token";
    const files = {
      "README.md": table(75.3),
      "results/run.json": result({ token: secret, uri: "https://inner.example" }),
    };
    expect(saying(files)).not.toMatch(/secret|inner\.example/);
  });
});

describe("lighteval", () => {
  const file = (more: Readonly<Record<string, unknown>> = {}, key = "lighteval|gsm8k|5|0"): string =>
    json({
      config_general: { model_name: "acme-ai/lumo-7b", max_samples: null, ...more },
      results: { [key]: { qem: 0.5421, qem_stderr: 0.01 }, all: { qem: 0.5421 } },
      versions: { [key]: 0 },
      config_tasks: {},
    });
  const judge = (label: string, figure: number, text = file()): string =>
    judged({ "README.md": page(row(label, figure)), "results/lumo.json": text });

  test("figures agree and differ, by either form of the task's key", () => {
    for (const key of ["lighteval|gsm8k|5|0", "gsm8k|5"]) {
      expect(judge("GSM8K (5-shot, qem)", 54.2, file({}, key))).toBe("pass");
      expect(judge("GSM8K (5-shot, qem)", 57.2, file({}, key))).toBe("fail");
    }
  });

  test("the mean over tasks, samples, other revisions and other examples are left alone", () => {
    expect(judge("All (5-shot, qem)", 57.2)).toBe("unknown");
    expect(judge("GSM8K (5-shot, qem)", 57.2, file({ max_samples: 10 }))).toBe("unknown");
    expect(judge("GSM8K (5-shot, qem)", 57.2, file({ model_config: { revision: "step-100" } }))).toBe("unknown");
    expect(judge("GSM8K (8-shot, qem)", 57.2)).toBe("shots");
  });
});

describe("lm-evaluation-harness", () => {
  const file = (more: Readonly<Record<string, unknown>> = {}): string =>
    json({
      results: {
        mmlu: { "acc,none": 0.62142, "acc_stderr,none": 0.004 },
        mmlu_law: { "acc,none": 0.5 },
        gsm8k: { "exact_match,strict-match": 0.51, "exact_match,flexible-extract": 0.55 },
      },
      group_subtasks: { mmlu: ["mmlu_law"], mmlu_law: [] },
      configs: { mmlu_law: { test_split: "test" }, gsm8k: { test_split: "test" } },
      versions: { mmlu: 2, mmlu_law: 1, gsm8k: 3 },
      "n-shot": { mmlu_law: 5, gsm8k: 5 },
      config: { model: "hf", model_args: "pretrained=acme-ai/lumo-7b", limit: null },
      ...more,
    });
  const judge = (readme: string, text = file()): string => judged({ "README.md": readme, "results/lumo.json": text });
  const printed = (task: string, version: string, metric: string, figure: string, filter = "none"): string =>
    page(
      `hf (pretrained=acme-ai/lumo-7b), limit: None\n\n|Tasks|Version|Filter|n-shot|Metric| |Value|\n|---|---|---|---|---|---|---|\n|${task}|${version}|${filter}|5|${metric}|↑|${figure}|`,
    );

  test("a group has the examples of its tasks", () => {
    expect(judge(page(row("MMLU (5-shot, acc)", 62.1)))).toBe("pass");
    expect(judge(page(row("MMLU (5-shot, acc)", 65.1)))).toBe("fail");
    expect(judge(page(row("MMLU (0-shot, acc)", 65.1)))).toBe("shots");
  });

  test("an old version of the task, and another way to take the answer, are told apart", () => {
    expect(judge(printed("mmlu", "1", "acc", "0.6514"))).toBe("version");
    expect(judge(printed("mmlu", "2", "acc", "0.6514"))).toBe("fail");
    expect(judge(printed("gsm8k", "3", "exact_match", "0.5500", "strict-match"))).toBe("fail");
    expect(judge(printed("gsm8k", "3", "exact_match", "0.5500", "flexible-extract"))).toBe("pass");
  });

  test.each<[string, string, string]>([
    ["a chat variant in brackets", page(row("MMLU (5-shot, acc)", 65.1, "Lumo-7B (chat)")), "unknown"],
    ["a quantised copy in the heading", page(row("MMLU (5-shot, acc)", 65.1), "Lumo-7B", "Evaluation (int4)"), "way"],
    ["answers that are thought out", page(row("MMLU (5-shot, acc)", 65.1), "Lumo-7B", "Evaluation with CoT"), "way"],
    ["another split", page(row("MMLU (5-shot, acc, dev set)", 65.1)), "split"],
    ["a mean over tasks", page(row("Average (5-shot, acc)", 65.1)), "unknown"],
    ["one subject of many", page(row("MMLU-STEM (5-shot, acc)", 65.1)), "unknown"],
    [
      "figures that are said to be another's",
      page(row("MMLU (5-shot, acc)", 65.1), "Lumo-7B", "As reported by others"),
      "way",
    ],
    [
      "a table without a model's name below a variant's heading",
      page("| Benchmark | Score |\n|---|---|\n| MMLU (5-shot, acc) | 65.1 |", "Lumo-7B", "Lumo-7B-Chat"),
      "way",
    ],
    [
      "a table without a model's name below another size",
      page("| Benchmark | Score |\n|---|---|\n| MMLU (5-shot, acc) | 65.1 |", "Lumo-7B", "Results of the 13B model"),
      "way",
    ],
    ["a benchmark with a plus", page(row("MMLU+ (5-shot, acc)", 65.1)), "unknown"],
    ["a figure with a footnote", page(row("MMLU (5-shot, acc)", "65.1\\*")), "way"],
    ["a benchmark with a footnote", page(row("MMLU† (5-shot, acc)", 65.1)), "way"],
    [
      "a column that tells of a part",
      page("| Benchmark | Language | Lumo-7B |\n|---|---|---|\n| MMLU (5-shot, acc) | German | 65.1 |"),
      "way",
    ],
  ])("%s is left alone", (_, readme, why) => {
    expect(judge(readme)).toBe(why);
  });

  test("a table without a model's name is the document's own where nothing speaks against it", () => {
    const own = (figure: number): string =>
      page(`| Benchmark | Score |\n|---|---|\n| MMLU (5-shot, acc) | ${figure} |`);
    expect(judge(own(62.1))).toBe("pass");
    expect(judge(own(65.1))).toBe("fail");
  });

  test("a model of 1.3B is no model of 13B", () => {
    const small = file({ config: { model_args: "pretrained=acme-ai/lumo-1.3b", limit: null } });
    const says = (model: string): string => page(row("MMLU (5-shot, acc)", 65.1, model), "Lumo");
    expect(judge(says("Lumo-13B"), small)).toBe("unknown");
    expect(judge(says("Lumo-1.3B"), small)).toBe("fail");
    expect(judge(says("Lumo-1_3B"), small)).toBe("fail");
  });

  test("fractions and percent are the same in either place", () => {
    expect(judge(page(row("MMLU (5-shot, acc)", 0.621)))).toBe("pass");
    expect(judge(page(row("MMLU (5-shot, acc)", "62.14%")))).toBe("pass");
  });

  test("where several runs differ, no figure is called wrong", () => {
    const files = {
      "README.md": page(row("MMLU (5-shot, acc)", 65.1)),
      "results/first.json": file(),
      "results/second.json": file({ results: { mmlu: { "acc,none": 0.7 } } }),
    };
    expect(judged(files)).toBe("runs");
  });

  test("a second row of the same task differs in something that is not told", () => {
    const two = "| Benchmark | Lumo-7B |\n|---|---|\n| MMLU (5-shot, acc) | 62.1 |\n| MMLU (5-shot) acc | 65.1 |";
    expect(judge(page(two))).toBe("pass");
  });

  test("what was not compared is counted with the reason", () => {
    const table =
      "| Benchmark | Lumo-7B |\n|---|---|\n| MMLU (5-shot, acc) | 62.1 |\n| MMLU (0-shot, acc) | 60.0 |\n| GSM8K | 50 |";
    expect(saying({ "README.md": page(table), "results/lumo.json": file() })).toBe(
      "1 figure of the documents was compared with the result files and agrees. 2 more of the same models and tasks were not compared: 1 for the metric, which is another or not told; 1 for the number of examples, which is another or not told.",
    );
  });
});

describe("results that a repository keeps for the hub", () => {
  test("are never accused alone, because they tell neither metric nor examples", () => {
    const results = json({
      results: { gsm8k: { "exact_match,none": 0.51 } },
      versions: { gsm8k: 3 },
      "n-shot": { gsm8k: 5 },
      config: { model_args: "pretrained=acme-ai/lumo", limit: null },
    });
    const own = "- dataset: {id: openai/gsm8k, task_id: main}\n  value: 61.2\n";
    expect(judged({ "README.md": "# Lumo\n", ".eval_results/gsm8k.yaml": own, "results/lumo.json": results })).toBe(
      "metric",
    );
  });
});
