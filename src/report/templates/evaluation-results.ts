/** Results in the form of the Hub's community evaluations (Hub documentation, "Evaluation results": `.eval_results/*.yaml`). */
import type { Template } from "./template.ts";

export const evaluationResults: Template = {
  path: ".eval_results/results.yaml",
  comment: "hash",
  write: ({ model, results }) =>
    [
      `# Evaluation results of ${model}: one entry for each benchmark. Remove the signs of comments and fill in.`,
      "# dataset.id is the benchmark's data set on the Hub, task_id its task, revision the version that was used.",
      ...(results.length === 0 ? [] : ["#", "# Found by the audit:", ...results.map((one) => `# ${one}`)]),
      "#",
      "# - dataset:",
      "#     id: OWNER/BENCHMARK",
      "#     task_id: TASK",
      "#     revision: COMMIT",
      "#   value: SCORE",
      "#   date: YEAR-MONTH-DAY",
      "#   source:",
      "#     url: https://ADDRESS.OF/THE/LOGS",
      "#   notes: shots, prompt, harness and its version",
      "",
    ].join("\n"),
};
