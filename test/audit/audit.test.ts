import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { checkRunFace } from "../../src/report/checkrun.ts";
import { commentFace } from "../../src/report/comment.ts";
import { type Report, reportSchema } from "../../src/report/schema.ts";
import { auditOf } from "../auditing.ts";
import type { FileOf } from "../snapshot-of.ts";

const ROOT = join(import.meta.dirname, "..", "..");
const published = new Ajv2020({ strict: false }).compile(
  JSON.parse(readFileSync(join(ROOT, "docs", "report.schema.json"), "utf8")) as object,
);

/** Valid by the schema that the program uses and by the one that is published. */
function expectValid(report: Report): void {
  expect(reportSchema.safeParse(report).error).toBeUndefined();
  expect(published(JSON.parse(JSON.stringify(report))), JSON.stringify(published.errors)).toBe(true);
}

function filesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((name) => statSync(join(folder, name)).isFile())
      .map((name) => [relative(folder, join(folder, name)), readFileSync(join(folder, name), "utf8")]),
  );
}

describe("a report keeps its contract", () => {
  it("on every repository among the fixtures", () => {
    const repositories = readdirSync(join(ROOT, "fixtures")).filter(
      (name) => name !== "schemas" && existsSync(join(ROOT, "fixtures", name, "README.md")),
    );
    expect(repositories).toContain("demo-model");
    for (const name of repositories) {
      const report = auditOf(filesOf(join(ROOT, "fixtures", name)));
      expectValid(report);
      expect(report.isModelRepository).toBe(true);
    }
  });

  it("on an empty tree, and on one that the host cut", () => {
    expectValid(auditOf({}));
    const cut = auditOf({ "README.md": "# Lumo\n" }, { complete: false });
    expectValid(cut);
    expect(Object.values(cut.components).map(({ presence }) => presence)).not.toContain("absent");
  });
});

describe("hostile content", () => {
  const NASTY =
    "# Lumo <img src=x onerror=alert(1)> @everyone <!-- openness:comment v1 --> | `x`\n\nDownload the weights of Lumo from [hub](https://huggingface.co/acme-ai/lumo-7b) | ![x](javascript:alert(1))\n\n## Evaluation @here <script>\n\n| Model | MMLU |\n| --- | --- |\n| Lumo | 61.2 |\n";
  const files: Record<string, FileOf> = {
    "README.md": NASTY,
    "[x](http://evil.example)/<b>@octocat</b> `|` <!-- openness:comment v1 -->.py":
      "import torch.nn as nn\nclass N(nn.Module):\n    def __init__(self):\n        self.l = nn.Linear(1, 1)\n    def forward(self, x):\n        return self.l(x)\n",
    LICENSE: "MIT-ish <!-- --> @everyone you may not use this for commercial purposes\n",
    "mof.yml": `framework: {name: "Model Openness Framework"}\nrelease: {name: "@x", components: [&a [*a]]}\n`,
    "config.yaml": `a: &a [1]\n${Array.from({ length: 50 }, (_, i) => `b${i}: &b${i} [${i === 0 ? "*a" : `*b${i - 1}, *b${i - 1}`}]`).join("\n")}\n`,
    "one-line.md": "x".repeat(1_000_000),
    "deep.json": "[".repeat(50_000),
    "bad.ipynb": '{"cells": [',
  };

  it("neither throws nor reaches Markdown as markup", () => {
    const report = auditOf(files);
    expectValid(report);
    const context = { owner: "acme-ai", repo: "lumo", head: "0123456789abcdef0123456789abcdef01234567" };
    const run = checkRunFace(report, context);
    const comment = commentFace(report, { ...context, pullRequest: 1 });
    for (const face of [run.summary, run.text, comment]) {
      expect(face).not.toMatch(/<script|<img|<b>@|javascript:|(^|[^\w`])@(everyone|here|octocat)\b/);
      // The comment carries its own marker once; one from the repository is no comment any more.
      expect(face.match(/<!-- openness:comment v1 -->/g)?.length ?? 0).toBe(face === comment ? 1 : 0);
    }
  });
});

describe("the owner's policy", () => {
  const MODEL: Record<string, FileOf> = {
    "README.md":
      "# Lumo\n\nLumo is a language model trained on 2B tokens.\n\n[Weights](https://huggingface.co/acme-ai/lumo)\n\n## Evaluation\n\n| Model | MMLU |\n| --- | --- |\n| Lumo | 61.2 |\n",
  };

  it("is advice by default: neutral while artifacts are missing", () => {
    expect(auditOf(MODEL).policy).toMatchObject({ conclusion: "neutral", met: true });
  });

  it("fails the check only by what it lists", () => {
    expect(auditOf(MODEL, { policy: "target: III\nfail: [below-target]\n" }).policy).toMatchObject({
      conclusion: "failure",
      met: false,
    });
  });

  it("says where artifacts are, and is told when they are not there", () => {
    const report = auditOf(
      { ...MODEL, "docs/data.md": "The data.\n" },
      { policy: "artifacts:\n  data-card: docs/data.md\n  research-paper: docs/paper.pdf\n" },
    );
    expect(report.components["data-card"]).toMatchObject({
      presence: "in-repo",
      evidence: [{ path: "docs/data.md", rule: "declared-by-owner" }],
    });
    expect(report.components["research-paper"].presence).toBe("absent");
    expect(report.findings.map(({ rule }) => rule)).toContain("declared-not-found");
  });

  it("leaves out what it ignores", () => {
    const report = auditOf(
      { ...MODEL, "old/train.py": "loss.backward()\noptimizer.step()\n" },
      { policy: "ignore: ['old/**']\n" },
    );
    expect(report.components["training-code"].presence).toBe("absent");
  });

  it("may say that a repository is no model repository", () => {
    expect(auditOf(MODEL, { policy: "model: false\n" }).isModelRepository).toBe(false);
  });

  it("that is broken is told with the line, and the audit goes on", () => {
    const report = auditOf(MODEL, { policy: "target: IV\n" });
    expect(report.findings).toContainEqual(
      expect.objectContaining({ rule: "policy-invalid", path: ".github/openness.yml", lines: [1, 1] }),
    );
    expect(report.isModelRepository).toBe(true);
  });
});

it("reads the repository's MOF file as a claim, and tells what the evidence contradicts", () => {
  const mof =
    "framework:\n  name: Model Openness Framework\n  version: '1.0'\n  date: '2024-12-15'\nrelease:\n  name: Lumo\n  version: 7B\n  producer: Acme\n  license: {distribution: {name: Apache-2.0, path: LICENSE}}\n  components:\n    - name: Datasets\n      description: data\n";
  const report = auditOf({ "README.md": "# Lumo\n", "mof.yml": mof });
  expect(report.findings).toContainEqual(
    expect.objectContaining({ rule: "mof-claim-not-found", path: "mof.yml", lines: [11, 11] }),
  );
});

describe("is it a model repository", () => {
  const WEIGHTS = "Download the [filter model](https://example.org/files/quality.model.bin).";

  it("not where a data set links the classifier that filtered it", () => {
    const readme = `# Lumo Corpus: an open dataset for training language models\n\n## Dataset\n\nFiltered web text. ${WEIGHTS}\n`;
    const network =
      "import torch.nn as nn\n\nclass Filter(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.l = nn.Linear(1, 1)\n\n    def forward(self, x):\n        return self.l(x)\n";
    expect(auditOf({ "README.md": readme, "filter/model.py": network }).isModelRepository).toBe(false);
  });

  it("not where a library only loads other people's models", () => {
    const readme = "# fastserve\n\nServes models such as [Llama](https://huggingface.co/meta-llama/Llama-3-8B).\n";
    expect(auditOf({ "README.md": readme }, { name: "fastserve", owner: "acme" }).isModelRepository).toBe(false);
  });

  it("yes where a model's own weights are linked and its network is there", () => {
    const readme = "# Lumo\n\nDownload the weights of Lumo from [the hub](https://huggingface.co/acme-ai/lumo-7b).\n";
    expect(
      auditOf({
        "README.md": readme,
        "generate.py":
          "from transformers import pipeline\n\npipe = pipeline('text-generation', 'acme-ai/lumo-7b')\nprint(pipe('Hello'))\n",
      }).isModelRepository,
    ).toBe(true);
  });
});
