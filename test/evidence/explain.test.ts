import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ARTIFACT_IDS, type ArtifactId } from "../../src/evidence/artifacts/artifact.ts";
import { artifact } from "../../src/evidence/artifacts/index.ts";
import { explainArtifact } from "../../src/evidence/explain.ts";
import { gatherFacts } from "../../src/evidence/gather.ts";
import { en } from "../../src/messages/en.ts";
import { inEnglish } from "../../src/messages/said.ts";
import { explanationFace } from "../../src/report/explanation.ts";
import { auditOf } from "../auditing.ts";
import { type FileOf, snapshotOf } from "../snapshot-of.ts";

type Files = Readonly<Record<string, FileOf>>;

/** Place and reason of each candidate, as lines. */
function explained(id: ArtifactId, files: Files): string[] {
  const { considered } = explainArtifact(gatherFacts(snapshotOf(files)), id);
  return considered.map(
    ({ evidence, taken, because }) =>
      `${taken ? "+" : "-"} ${"path" in evidence ? evidence.path : evidence.url}: ${inEnglish(because)}`,
  );
}

const HUB = "https://huggingface.co/";
const README = `# Lumo

Lumo is a model trained on text. [Weights](${HUB}acme-ai/lumo-7b).

## Acknowledgements

Thanks to [other weights](${HUB}bigco/other) and [their training code](https://github.com/bigco/trainer).
`;

describe("an explanation", () => {
  it("says why something counts", () => {
    expect(explained("model-parameters-final", { "README.md": README })).toContain(
      `+ ${HUB}acme-ai/lumo-7b: The link leads to weights under the model's own name or organisation.`,
    );
  });

  it("says that a model is other people's", () => {
    expect(explained("model-parameters-final", { "README.md": README })).toContain(
      `- ${HUB}bigco/other: It is other people's model: neither its name nor its organisation is the release's.`,
    );
  });

  it("says that a link stands under acknowledgements", () => {
    expect(explained("training-code", { "README.md": README })).toEqual([
      "- https://github.com/bigco/trainer: It stands under acknowledgements.",
    ]);
  });

  it("quotes the words that credit others", () => {
    const readme = "# Lumo\n\nOur training code is based on [trainer](https://github.com/bigco/trainer).\n";
    expect(explained("training-code", { "README.md": readme })).toEqual([
      '- https://github.com/bigco/trainer: The words around it mark other people\'s work: "based on".',
    ]);
  });

  it("tells placeholders, fixtures and steps from weights", () => {
    const files: Files = {
      "README.md": "# Lumo\n",
      "weights/lumo.safetensors": { bytes: 10 },
      "tests/data/lumo.safetensors": { lfs: 5_000_000 },
      "ckpt/step-1000/lumo.safetensors": { lfs: 5_000_000 },
    };
    const lines = explained("model-parameters-final", files);
    expect(lines).toContain("- weights/lumo.safetensors: It is empty, or far too small to hold the model.");
    expect(lines).toContain("- ckpt/step-1000/lumo.safetensors: It is a checkpoint of an intermediate step.");
    expect(lines.find((line) => line.includes("tests/data"))).toMatch(/lies under tests/);
  });

  it("tells code that only looks like it, or belongs to tests, from code that does it", () => {
    const trains =
      "import torch\nopt = torch.optim.AdamW(model.parameters())\nfor batch in loader:\n    loss = model(batch)\n    loss.backward()\n    opt.step()\n";
    const lines = explained("training-code", {
      "train.py": trains,
      "tests/test_loop.py": trains,
      "pretrain_step.py": "def main(steps):\n    return steps + 1\n",
    });
    expect(lines).toContain("+ train.py: The code trains the model.");
    expect(lines.find((line) => line.startsWith("- tests/test_loop.py"))).toMatch(/belongs to tests/);
    expect(lines.find((line) => line.startsWith("- pretrain_step.py"))).toMatch(/named like a training script/);
  });

  it("names vendored code that was not looked at", () => {
    expect(
      explained("model-architecture", { "third_party/net/model.py": "x = 1\n", "third_party/net/b.py": "y = 1\n" }),
    ).toEqual(["- third_party/: It is vendored code, which belongs to its own project: 2 files were not looked at."]);
  });

  it("tells a template and an empty card from a card", () => {
    const lines = explained("model-card", {
      "MODEL_CARD_TEMPLATE.md": "# Model card\n\n## Intended use\n\n",
      "MODEL_CARD.md": "# Model card\n\n## Intended use\n\n",
    });
    expect(lines).toContain("- MODEL_CARD_TEMPLATE.md: It is a template.");
    expect(lines).toContain("- MODEL_CARD.md: It is made as a model card, but hardly anything is filled in.");
  });

  it("tells a promise, evaluation data and guides for users from training data", () => {
    const lines = explained("datasets", {
      "README.md": `# Lumo\n\n## Training data\n\nThe dataset ${HUB}datasets/acme-ai/secret is coming soon.\n\n## Evaluation\n\nWe use [squad](${HUB}datasets/x/squad).\n`,
      "examples/tuning.md": `# Tune\n\nTry [this dataset](${HUB}datasets/x/try).\n`,
    });
    expect(lines.find((line) => line.includes("acme-ai/secret"))).toMatch(/it is not there: "coming soon"/);
    expect(lines.find((line) => line.includes("x/squad"))).toMatch(/where evaluation is spoken of/);
    expect(lines.find((line) => line.includes("x/try"))).toMatch(/guide for users' own training/);
  });

  it("tells a promised checkpoint from a released one", () => {
    const readme = `# Lumo\n\n[Weights](${HUB}acme-ai/lumo-7b). Intermediate checkpoints will be released.\n`;
    expect(explained("model-parameters-intermediate", { "README.md": readme })).toContain(
      '- README.md: It is no more than this: "will be released".',
    );
  });

  it("tells somebody else's paper from the model's", () => {
    const readme =
      "# Lumo\n\n[Lumo paper](https://arxiv.org/abs/2601.00001)\n\n## Related work\n\n[Other paper](https://arxiv.org/abs/2501.00002)\n";
    expect(explained("research-paper", { "README.md": readme })).toEqual([
      "+ https://arxiv.org/abs/2601.00001: The link leads to the paper of this very model.",
      "- https://arxiv.org/abs/2501.00002: It stands under related work.",
    ]);
  });

  it("puts what the repository holds before what it links", () => {
    const lines = explained("model-parameters-final", {
      "README.md": README,
      "lumo.safetensors": { lfs: 5_000_000_000 },
    });
    expect(lines).toContain("+ lumo.safetensors: The file holds weights, or points to where they are stored.");
    expect(lines.find((line) => line.includes("acme-ai/lumo-7b"))).toMatch(/^- .* comes first\.$/);
  });

  it("changes no outcome", () => {
    const facts = gatherFacts(snapshotOf({ "README.md": README, "train.py": "x = 1\n" }));
    for (const id of ARTIFACT_IDS) expect(explainArtifact(facts, id).finding).toEqual(artifact(id).find(facts));
  });

  it("lets nothing from the repository act on the terminal", () => {
    const files: Files = { "README.md": README, "\u001b[2Jlumo.safetensors": { bytes: 1 } };
    const explanation = explainArtifact(gatherFacts(snapshotOf(files)), "model-parameters-final");
    const text = explanationFace(
      "model-parameters-final",
      explanation,
      auditOf(files).components["model-parameters-final"],
    );
    expect(text).toContain("lumo.safetensors");
    expect(text).not.toContain("\u001b");
  });

  it("has a sentence for every rule that finds something", () => {
    const folder = join(import.meta.dirname, "../../src/evidence/artifacts");
    const sources = readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(join(folder, name), "utf8"));
    const rules = sources.flatMap((source) =>
      Array.from(
        source.matchAll(/\b(?:inTree|atLink|sourceEvidence)\(\s*"([a-z-]+)"|\brule: "([a-z-]+)"/g),
        ([, a, b]) => a ?? b ?? "",
      ),
    );
    expect(rules.length).toBeGreaterThan(40);
    for (const rule of rules.filter((one) => one !== "considered"))
      expect(en.taken[rule], `src/messages/en/taken.ts says nothing of ${rule}`).toMatch(/\.$/);
  });
});
