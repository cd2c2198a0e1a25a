/** Files of settings whose every line waits as a comment until it is filled in. */
import type { Template } from "./template.ts";

export const requirements: Template = {
  path: "requirements.txt",
  comment: "hash",
  write: ({ model }) =>
    [
      `# What ${model} was trained and is run with, each with its exact version. For instance:`,
      "# NAME==VERSION",
      "",
    ].join("\n"),
};

export const trainingConfiguration: Template = {
  path: "training_config.yaml",
  comment: "hash",
  write: ({ model }) =>
    [
      `# The settings of the run that gave ${model}. Remove the signs of comments and fill in.`,
      "# optimizer: NAME",
      "# learning_rate: NUMBER",
      "# lr_schedule: NAME",
      "# warmup_steps: NUMBER",
      "# weight_decay: NUMBER",
      "# batch_size: NUMBER",
      "# sequence_length: NUMBER",
      "# training_steps: NUMBER",
      "# seed: NUMBER",
      "# hardware: NUMBER AND KIND",
      "",
    ].join("\n"),
};
