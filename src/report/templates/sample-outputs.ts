/** Sample outputs: prompts with what the model answered. */
import { type Template, toWrite } from "./template.ts";

export const sampleOutputs: Template = {
  path: "SAMPLES.md",
  comment: "html",
  write: ({ model }) =>
    [
      `# What ${model} answers\n\n`,
      toWrite("## Settings", "Version of the weights, temperature, and whatever else was set."),
      toWrite("## Sample outputs", "Several prompts, each followed by the whole answer, good ones and bad ones."),
    ].join(""),
};
