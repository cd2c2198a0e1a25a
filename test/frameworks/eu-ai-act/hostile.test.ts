import { expect, test } from "vitest";
import { auditOf } from "../../auditing.ts";

const LINES = [
  "contact us about a commercial license ",
  "released 2024-1 ",
  "model for code of code ",
  "swh:1:cnt: opt out of the training data ",
  "training 1.1.1,1 x 10^ FLOPs ",
  "public summary of training content ",
  "context length max sequence ",
  "(((((((((",
  "9,9,9,9,9,",
];

test("long hostile lines cost the frameworks little time and never make them fail to answer", () => {
  for (const line of LINES) {
    const long = line.repeat(Math.ceil(60_000 / line.length));
    const text = `# Codegen\n\n${long}\n\n## Training data\n\n${long}\n\n| ${line} | ${line} |\n| - | - |\n| ${long} | ${long} |\n`;
    const started = performance.now();
    const report = auditOf({ "README.md": text, "data/train.csv": long }, { policy: "model: true\n", name: "codegen" });
    expect(performance.now() - started).toBeLessThan(10_000);
    for (const id of ["eu-ai-act", "software-heritage"]) expect(report.frameworks[id]?.requirements).not.toEqual([]);
  }
});
