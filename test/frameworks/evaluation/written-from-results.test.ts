import fc from "fast-check";
import { expect, test } from "vitest";
import { gatherFacts } from "../../../src/evidence/gather.ts";
import { compareNumbers } from "../../../src/frameworks/evaluation/compare.ts";
import { snapshotOf } from "../../snapshot-of.ts";

const TASKS = ["mmlu", "hellaswag", "arc_challenge", "arc_easy", "winogrande", "boolq", "piqa", "gsm8k"] as const;
const METRICS = ["acc", "acc_norm", "exact_match", "f1"] as const;

const figure = fc.record({
  task: fc.constantFrom(...TASKS),
  metric: fc.constantFrom(...METRICS),
  value: fc.double({ min: 0, max: 1, noNaN: true }),
});
const run = fc.record({
  figures: fc.uniqueArray(figure, { selector: ({ task, metric }) => `${task} ${metric}`, minLength: 1, maxLength: 12 }),
  shots: fc.uniqueArray(fc.integer({ min: 0, max: 25 }), { minLength: TASKS.length, maxLength: TASKS.length }),
  tool: fc.constantFrom("harness", "lighteval", "opencompass", "mteb"),
});
const style = fc.record({
  decimals: fc.integer({ min: 1, max: 6 }),
  isPercent: fc.boolean(),
  isCut: fc.boolean(),
  tellsMetric: fc.boolean(),
  tellsShots: fc.boolean(),
  form: fc.constantFrom("rows", "columns", "printed", "front matter"),
});

type Run = typeof run extends fc.Arbitrary<infer R> ? R : never;
type Style = typeof style extends fc.Arbitrary<infer S> ? S : never;
type Figure = Run["figures"][number];

const shotsOf = ({ shots }: Run, task: Figure["task"]): number => shots[TASKS.indexOf(task)] ?? 0;
const json = (value: unknown): string => JSON.stringify(value, null, 1);

/** The result files of a run, as its tool writes them. */
function filesOf(given: Run): Record<string, string> {
  const tasks = Map.groupBy(given.figures, ({ task }) => task);
  const objects = (
    keyOf: (metric: string) => string,
    nameOf: (task: Figure["task"]) => string,
  ): Record<string, unknown> =>
    Object.fromEntries(
      [...tasks].map(([task, ofTask]) => [
        nameOf(task),
        Object.fromEntries(ofTask.map(({ metric, value }) => [keyOf(metric), value])),
      ]),
    );
  if (given.tool === "harness")
    return {
      "results/lumo.json": json({
        results: objects((metric) => `${metric},none`, String),
        versions: Object.fromEntries([...tasks.keys()].map((task) => [task, 1])),
        "n-shot": Object.fromEntries([...tasks.keys()].map((task) => [task, shotsOf(given, task)])),
        config: { model_args: "pretrained=acme-ai/lumo-7b", limit: null },
      }),
    };
  if (given.tool === "lighteval")
    return {
      "results/lumo.json": json({
        config_general: { model_name: "acme-ai/lumo-7b" },
        results: objects(String, (task) => `lighteval|${task}|${shotsOf(given, task)}`),
      }),
    };
  if (given.tool === "opencompass")
    return {
      "results/summary.csv": `dataset,version,metric,mode,lumo-7b\n${given.figures.map(({ task, metric, value }) => `${task},1d7fe4,${metric},gen,${(value * 100).toFixed(2)}\n`).join("")}`,
    };
  return Object.fromEntries(
    [...tasks].map(([task, ofTask]) => [
      `results/acme-ai__lumo-7b/0/${task}.json`,
      json({
        task_name: task,
        dataset_revision: "abc",
        mteb_version: "1.14.0",
        scores: {
          test: [{ hf_subset: "default", ...Object.fromEntries(ofTask.map(({ metric, value }) => [metric, value])) }],
        },
      }),
    ]),
  );
}

/** A card that writes the run's figures rounded, or cut, in one of the usual forms. */
function cardOf(given: Run, { decimals, isPercent, isCut, tellsMetric, tellsShots, form }: Style): string {
  const written = ({ value }: Figure): string => {
    const scaled =
      given.tool === "opencompass"
        ? Number((value * 100).toFixed(2)) / (isPercent ? 1 : 100)
        : value * (isPercent ? 100 : 1);
    return isCut ? (Math.trunc(scaled * 10 ** decimals) / 10 ** decimals).toFixed(decimals) : scaled.toFixed(decimals);
  };
  const label = ({ task, metric }: Figure): string =>
    `${task}${tellsMetric ? ` (${metric})` : ""}${tellsShots ? ` (${shotsOf(given, task)}-shot)` : ""}`;
  const { figures } = given;
  if (form === "front matter")
    return `---\nmodel-index:\n  - name: lumo-7b\n    results:\n${figures.map((one) => `      - task: {type: text-generation}\n        dataset: {name: "${given.tool === "mteb" ? "MTEB " : ""}${one.task}", type: x/y, args: {num_few_shot: ${shotsOf(given, one.task)}}}\n        metrics: [{type: ${one.metric}, value: ${written(one)}}]\n`).join("")}---\n# Lumo-7B\n`;
  const table =
    form === "rows"
      ? `| Benchmark | Lumo-7B |\n|---|---|\n${figures.map((one) => `| ${label(one)} | ${written(one)} |`).join("\n")}`
      : form === "columns"
        ? `| Model | ${figures.map(label).join(" | ")} |\n|---|${figures.map(() => "---|").join("")}\n| Lumo-7B | ${figures.map(written).join(" | ")} |`
        : `|Tasks|Version|Filter|n-shot|Metric|Value|\n|---|---|---|---|---|---|\n${figures.map((one) => `|${one.task}|1|none|${shotsOf(given, one.task)}|${one.metric}|${written(one)}|`).join("\n")}`;
  return `# Lumo-7B\n\nLumo-7B is a language model.\n\n## Evaluation\n\n${table}\n`;
}

test("a card that is written from the result files is never accused", () => {
  let compared = 0;
  fc.assert(
    fc.property(run, style, (given, how) => {
      const files = { "README.md": cardOf(given, how), ...filesOf(given) };
      const { comparisons } = compareNumbers(gatherFacts(snapshotOf(files)));
      compared += comparisons.length;
      expect(comparisons.filter(({ agrees }) => !agrees)).toEqual([]);
    }),
    { numRuns: 300, seed: 20_261_124 },
  );
  expect(compared).toBeGreaterThan(300);
});
