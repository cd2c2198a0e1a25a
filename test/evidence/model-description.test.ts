/** What card and configuration say of the model, in fields: read as it is written, and nothing guessed. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportSchema } from "../../src/report/schema.ts";
import { auditOf } from "../auditing.ts";

const CARD = `---
license: apache-2.0
pipeline_tag: text-generation
library_name: transformers
language: [en, no]
base_model: heron-lab/heron-1b
co2_eq_emissions:
  emissions: 5200000
  training_type: "pre-training"
  hardware_used: "512 x A100"
  geographical_location: Finland
model-index:
  - name: heron
    results:
      - task: {type: text-generation}
        dataset: {type: mmlu, name: MMLU}
        metrics:
          - {type: accuracy, name: Accuracy, value: 61.2}
          - {type: f1, value: "0.5"}
---
# Heron

## Intended use

Heron answers questions about birds that wade, for people who watch them.

## Limitations

Heron takes every bird with long legs for a heron, and is often wrong on storks.

## Ethical considerations

Places of nests of rare birds were taken out of what it learned from, lest they be disturbed.
`;
const FILES = {
  "README.md": CARD,
  "config.json": '{"architectures": ["HeronForCausalLM"], "model_type": "heron", "hidden_size": 4096}',
  "model.safetensors": { lfs: 13_476_835_328 },
};

describe("what is said of a model", () => {
  it("is the card's fields, the configuration's names and the beginning of the card's sections", () => {
    const { modelDescription } = auditOf(FILES);
    expect(modelDescription).toMatchObject({
      task: "text-generation",
      library: "transformers",
      languages: ["en", "no"],
      baseModels: ["heron-lab/heron-1b"],
      architectureFamily: "heron",
      architecture: "HeronForCausalLM",
      metrics: [
        { metric: "Accuracy", value: "61.2", dataset: "MMLU" },
        { metric: "f1", value: "0.5", dataset: "MMLU" },
      ],
      emissions: { grams: 5_200_000, activity: "training", hardware: "512 x A100", place: "Finland" },
    });
    expect(modelDescription!.statements!.map(({ topic }) => topic)).toEqual(["intended-use", "limitations", "ethics"]);
    expect(modelDescription!.statements![1]).toMatchObject({
      text: "Heron takes every bird with long legs for a heron, and is often wrong on storks.",
      path: "README.md",
      lines: [27, 30],
    });
  });

  it("is nothing where nothing is said, and where there is no model", () => {
    expect(auditOf({ ...FILES, "README.md": "# x\n", "config.json": "{}" }).modelDescription).toBeUndefined();
    expect(auditOf({ "README.md": "# A library\n" }).modelDescription).toBeUndefined();
  });

  it("does not take a section of placeholders for words, nor a number of another kind for emissions", () => {
    const template = CARD.replace(/Heron takes .*/, "[More Information Needed]").replace("5200000", "a lot");
    const { modelDescription } = auditOf({ ...FILES, "README.md": template });
    expect(modelDescription!.statements!.map(({ topic }) => topic)).toEqual(["intended-use", "ethics"]);
    expect(modelDescription).not.toHaveProperty("emissions");
  });

  it("is each model's own where there are several", () => {
    const policy = "models:\n  - {name: one, path: one}\n  - {name: two, path: two}\n";
    const { models } = auditOf(
      {
        "one/README.md": CARD,
        "one/config.json": FILES["config.json"],
        "one/model.safetensors": FILES["model.safetensors"],
        "two/config.json": '{"architectures": ["StorkModel"], "model_type": "stork"}',
        "two/model.safetensors": FILES["model.safetensors"],
      },
      { policy },
    );
    expect(models!.map(({ modelDescription }) => modelDescription?.architecture)).toEqual([
      "HeronForCausalLM",
      "StorkModel",
    ]);
    expect(models![1]!.modelDescription).not.toHaveProperty("task");
  });

  it("fits the report's schema, whatever the front matter holds", () => {
    const keys = ["pipeline_tag", "library_name", "language", "base_model", "co2_eq_emissions", "model-index"];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 4 }), (key, value) => {
        const card = `---\n"${key}": ${JSON.stringify(value)}\n---\n${CARD.split("\n---\n")[1]}`;
        const config = JSON.stringify({ architectures: value, model_type: value });
        const report = auditOf({ ...FILES, "README.md": card, "config.json": config });
        expect(reportSchema.safeParse(JSON.parse(JSON.stringify(report))).error).toBeUndefined();
      }),
      { numRuns: 60 },
    );
  });
});
