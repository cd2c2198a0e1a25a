/** Where the training data, the evaluation data and the intermediate checkpoints can be had: pages of links. */
import { type Template, toWrite } from "./template.ts";

export const datasets: Template = {
  path: "DATASETS.md",
  comment: "html",
  write: ({ model }) =>
    [
      `# Data that ${model} learned from\n\n`,
      toWrite(
        "## Training data",
        "Each data set: a link to where it can be downloaded, its version or split, its license, and what share of the training it was.",
      ),
    ].join(""),
};

export const evaluationData: Template = {
  path: "EVALUATION_DATA.md",
  comment: "html",
  write: ({ model, results }) =>
    [
      `# Data that ${model} was evaluated on\n\n`,
      toWrite(
        "## Evaluation",
        "Each benchmark: a link to its data set, with version, split and license, beside the result it belongs to.",
        results,
      ),
    ].join(""),
};

export const checkpoints: Template = {
  path: "CHECKPOINTS.md",
  comment: "html",
  write: ({ model, weights }) =>
    [
      `# Checkpoints of ${model}\n\n`,
      toWrite(
        "## Steps",
        "Each step that can be had: its branch, tag or file, a link to it, and how many tokens or examples the model had seen.",
        weights,
      ),
    ].join(""),
};
