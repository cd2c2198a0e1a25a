import { describe, expect, test } from "vitest";
import { reportSchema } from "../../../src/report/schema.ts";
import { auditOf } from "../../auditing.ts";
import type { FileOf } from "../../snapshot-of.ts";

const POINTER =
  "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 4000000000\n";

/** A release of weights with a card; its license by the card's front matter. */
const release = (license: string, sentence: string, more: Readonly<Record<string, FileOf>> = {}) =>
  auditOf(
    {
      "README.md": `---\nlicense: ${license}\npipeline_tag: text-generation\n---\n# Aurora-7B\n\n${sentence}\n\n## Intended use\n\nAurora-7B answers questions in English and in French, for research and for products.\n`,
      "model.safetensors": POINTER,
      "config.json": '{"architectures": ["LlamaForCausalLM"], "model_type": "llama"}',
      ...more,
    },
    { name: "aurora-7b", policy: "model: true\n" },
  );

const found = (report: ReturnType<typeof release>): readonly string[] =>
  report.findings
    .filter(({ rule }) => rule.startsWith("openwashing-"))
    .map(({ rule, lines }) => `${rule} ${lines?.[0]}`);
const verdicts = (report: ReturnType<typeof release>): readonly string[] =>
  report.frameworks.openwashing?.requirements.map(({ verdict }) => verdict) ?? [];

describe("openwashing", () => {
  test("open source said of weights whose license restricts is told on its line, with the right words", () => {
    const report = release("cc-by-nc-4.0", "Our model is fully open source.");
    expect(found(report)).toEqual(["openwashing-restricted 7"]);
    expect(report.findings.find(({ rule }) => rule === "openwashing-restricted")).toMatchObject({
      level: "warning",
      path: "README.md",
      message: expect.stringMatching(/CC-BY-NC-4\.0.*"Open weights" or "source-available"/),
    });
    expect(report.frameworks.openwashing?.verdict).toBe("fail");
    expect(() => reportSchema.parse(report)).not.toThrow();
  });

  test("the same words are right where the weights are open and their training code is there", () => {
    const report = release("apache-2.0", "Our model is fully open source.", {
      "train.py":
        "import torch\nfrom torch.optim import AdamW\n\noptimizer = AdamW(model.parameters(), lr=1e-4)\nfor batch in loader:\n    loss = model(batch).loss\n    loss.backward()\n    optimizer.step()\n    optimizer.zero_grad()\n",
    });
    expect(found(report)).toEqual([]);
    expect(verdicts(report)).toEqual(["pass", "pass"]);
  });

  test("open weights alone are less than an open source model: a notice", () => {
    const report = release("apache-2.0", "Our model is fully open source.");
    expect(found(report)).toEqual(["openwashing-weights-only 7"]);
    expect(verdicts(report)).toEqual(["pass", "warn"]);
  });

  test("an open weights model that says so is told nothing", () => {
    const report = release("cc-by-nc-4.0", "Our model has open weights, unlike open-source models such as OLMo.");
    expect(found(report)).toEqual([]);
    expect(verdicts(report)).toEqual(["not-applicable", "not-applicable"]);
  });

  test("open code beside restricted weights may be called open source", () => {
    const report = release(
      "cc-by-nc-4.0",
      "The code is open source under the MIT license; the weights are for research.",
    );
    expect(found(report)).toEqual([]);
  });

  test("a license that nobody knows proves nothing", () => {
    const report = release("other", "Our model is fully open source.");
    expect(found(report)).toEqual([]);
    expect(verdicts(report)[0]).toBe("undetermined");
  });

  test("a repository without a model is not judged", () => {
    const report = auditOf({ "README.md": "# Tool\n\nOur model is fully open source.\n" });
    expect(report.frameworks).toEqual({});
  });
});
