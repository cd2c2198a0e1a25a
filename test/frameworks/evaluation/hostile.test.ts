import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { labelOf, namesVariant, tellsOtherWay } from "../../../src/frameworks/evaluation/labels.ts";
import { harnessScores } from "../../../src/frameworks/evaluation/results/harness.ts";
import { helmScores } from "../../../src/frameworks/evaluation/results/helm.ts";
import { inspectScores } from "../../../src/frameworks/evaluation/results/inspect.ts";
import { lightevalScores } from "../../../src/frameworks/evaluation/results/lighteval.ts";
import { moonshotScores } from "../../../src/frameworks/evaluation/results/moonshot.ts";
import { mtebScores } from "../../../src/frameworks/evaluation/results/mteb.ts";
import { openCompassFile, openCompassSummary } from "../../../src/frameworks/evaluation/results/opencompass.ts";
import type { Found } from "../../../src/frameworks/evaluation/results/reading.ts";
import { modelName, modelOf, taskOf } from "../../../src/frameworks/evaluation/score.ts";

/** Objects that have the keys which the readers look at, with anything below them. */
const KEYS =
  "results config configs versions n-shot n-samples group_subtasks config_general config_tasks eval plan status scores test task_name metadata recipes cookbooks evaluation_summary model model_args pretrained adapter_spec scenario_spec name __proto__ constructor".split(
    " ",
  );
const tree = fc.letrec<{ node: unknown }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom("acme-ai/lumo-7b", "pretrained=acme-ai/lumo-7b,__proto__=1", "success", "completed", null, true),
    fc.double(),
    fc.array(tie("node"), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom(...KEYS, "gsm8k", "lighteval|gsm8k|5", "acc,none", "accuracy"), tie("node"), {
      maxKeys: 6,
    }),
  ),
}));
const object = fc.dictionary(fc.constantFrom(...KEYS), tree.node, { maxKeys: 10 });

describe("result files that were made to harm", () => {
  test("give figures that are numbers of a model and a task, or none, and never throw", () => {
    fc.assert(
      fc.property(object, tree.node, (value, other) => {
        const scores: readonly Found[] = [
          ...harnessScores(value),
          ...lightevalScores(value),
          ...inspectScores(value),
          ...moonshotScores(value),
          ...mtebScores(value, "results/acme__lumo/0/T.json", other),
          ...helmScores(other, value),
          ...openCompassFile(value, "results/lumo-7b/gsm8k.json"),
        ];
        for (const score of scores) {
          expect(Number.isFinite(score.value)).toBe(true);
          expect(score.model.length).toBeGreaterThan(2);
          expect(typeof score.task).toBe("string");
        }
      }),
      { numRuns: 2_000, seed: 20_261_124 },
    );
  });

  test("groups that hold each other end", () => {
    const value = {
      results: { a: { "acc,none": 0.5 } },
      group_subtasks: { a: ["b"], b: ["a"] },
      config: { model_args: "pretrained=acme-ai/lumo-7b" },
    };
    expect(harnessScores(value).map(({ shots }) => shots)).toEqual([undefined]);
  });

  test("long texts are read in time that does not grow with them", () => {
    const long = ["1-", "(", "*", "a ", "1.", "shot ", "pretrained=(", "\u2011"].map((piece) => piece.repeat(200_000));
    const before = performance.now();
    for (const text of long) {
      labelOf(text);
      tellsOtherWay(text);
      namesVariant(text, "lumo7b");
      modelName(text);
      modelOf(text);
      taskOf(text);
      openCompassSummary(`dataset,version,metric,mode,${text}\n${text}`);
    }
    expect(performance.now() - before).toBeLessThan(5_000);
  });
});
