/** The outline of a technical report: what the Model Openness Framework expects of one (paper, section 4, Class III). */
import { type Template, toWrite } from "./template.ts";

export const technicalReport: Template = {
  path: "TECHNICAL_REPORT.md",
  comment: "html",
  write: ({ model, datasets, results }) =>
    [
      `# ${model}: report\n\n`,
      toWrite("## Summary", "What the model is, what is new, and what it reaches."),
      toWrite("## Architecture", "Layers, sizes and tokenizer, and why they were chosen."),
      toWrite("## Training", "Data, schedule, hardware and cost; what was tried and left out.", datasets),
      toWrite("## Evaluation", "Benchmarks with their settings, comparisons, and where it does badly.", results),
      toWrite("## Use and limits", "What it is good for, what it is not, and known risks."),
    ].join(""),
};
