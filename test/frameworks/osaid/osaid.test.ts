import { describe, expect, test } from "vitest";
import { closedKindOf } from "../../../src/frameworks/osaid/data-words.ts";
import { libraryIn } from "../../../src/frameworks/osaid/library.ts";
import { auditOf } from "../../auditing.ts";
import type { FileOf } from "../../snapshot-of.ts";

const POINTER =
  "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 4000000000\n";
const TRAIN =
  "import torch\nfrom torch.optim import AdamW\n\noptimizer = AdamW(model.parameters(), lr=1e-4)\nfor batch in loader:\n    loss = model(batch).loss\n    loss.backward()\n    optimizer.step()\n    optimizer.zero_grad()\n";
const NETWORK =
  "import torch.nn as nn\n\n\nclass AuroraModel(nn.Module):\n    def __init__(self, width, layers):\n        super().__init__()\n        self.layers = nn.ModuleList([nn.Linear(width, width) for _ in range(layers)])\n\n    def forward(self, x):\n        for layer in self.layers:\n            x = layer(x).relu()\n        return x\n";
const APACHE = "SPDX-License-Identifier: Apache-2.0\n";
const README =
  "# Aurora-7B\n\n## Intended use\n\nAurora-7B answers questions in English and in French, for study and for work.\n\nCode and weights are released under the Apache-2.0 license.\n";

const release = (more: Readonly<Record<string, FileOf>> = {}, complete = true) =>
  auditOf(
    { "README.md": README, LICENSE: APACHE, "model.safetensors": POINTER, ...more },
    { name: "aurora-7b", policy: "model: true\n", complete },
  );

type Audited = ReturnType<typeof release>;
const requirement = (report: Audited, id: string) =>
  report.frameworks.osaid?.requirements.find((one) => one.id === `osaid-${id}`);
const verdict = (report: Audited, id: string) => requirement(report, id)?.verdict;

describe("parameters", () => {
  test("weights under an open license meet the definition", () => {
    expect(verdict(release(), "parameters")).toBe("pass");
  });

  test("weights under a license that limits do not, whatever the code is under", () => {
    const report = release({
      "README.md": `---\nlicense: llama3\n---\n${README.replace("Code and weights are", "The code is")}`,
    });
    expect(verdict(report, "parameters")).toBe("fail");
    expect(requirement(report, "parameters")?.because).toContain("LicenseRef-Llama-3");
    expect(report.frameworks.osaid?.verdict).toBe("fail");
  });

  test("weights whose license nobody knows are not accused", () => {
    const report = release({
      LICENSE: "See our website.\n",
      "README.md": README.replace("Apache-2.0", "Aurora Community"),
    });
    expect(verdict(report, "parameters")).toBe("undetermined");
  });
});

describe("code", () => {
  test("training code and architecture under an approved license meet it", () => {
    const report = release({ "train.py": TRAIN, "model.py": NETWORK });
    expect(verdict(report, "code-training")).toBe("pass");
    expect(verdict(report, "code-architecture")).toBe("pass");
    expect(requirement(report, "code-training")?.evidence[0]?.path).toBe("train.py");
  });

  test("training code that is missing fails where all was seen, and is undetermined where not", () => {
    expect(verdict(release(), "code-training")).toBe("fail");
    expect(verdict(release({}, false), "code-training")).toBe("undetermined");
  });

  test("a network that a library implements is not called missing", () => {
    const snippet =
      "\n```python\nfrom transformers import AutoModelForCausalLM\n\nmodel = AutoModelForCausalLM.from_pretrained('aurora/aurora-7b')\n```\n";
    const report = release({ "README.md": `${README}\n## Use\n${snippet}` });
    expect(requirement(report, "code-architecture")).toMatchObject({
      verdict: "undetermined",
      because: expect.stringContaining("load the model with transformers"),
      evidence: [{ path: "README.md", lines: [11, 15] }],
    });
    expect(verdict(release(), "code-architecture")).toBe("fail");
    const tokenizer = snippet.replaceAll("AutoModelForCausalLM", "set_seed").replace(".from_pretrained", "");
    expect(verdict(release({ "README.md": `${README}\n## Use\n${tokenizer}` }), "code-architecture")).toBe("fail");
  });

  test.each([
    ["vllm serve aurora/aurora-7b", "vLLM"],
    ["from diffusers import AuroraPipeline\npipe = AuroraPipeline.from_pretrained('aurora')", "diffusers"],
    ["model = timm.create_model('aurora')", "timm"],
    ["import torch\nmodel = torch.load('aurora.pt')", undefined],
    ["from my_transformers import Aurora\nAurora.from_pretrained('x')", undefined],
  ])("%s loads with %s", (code, library) => {
    expect(libraryIn(code)).toBe(library);
  });

  test("an open license that the OSI has not approved neither meets nor misses it", () => {
    const report = release({
      "train.py": TRAIN,
      LICENSE: "SPDX-License-Identifier: OpenMDW-1.0\n",
      "README.md": README.replace("Apache-2.0", "OpenMDW-1.0"),
    });
    expect(verdict(report, "code-training")).toBe("undetermined");
    expect(verdict(report, "parameters")).toBe("pass");
  });

  test("code that only fine-tunes is not taken for the code that trained the model", () => {
    const tune = `from peft import LoraConfig, get_peft_model\nfrom transformers import AutoModelForCausalLM, Trainer\n\nmodel = AutoModelForCausalLM.from_pretrained("aurora/aurora-7b")\nmodel = get_peft_model(model, LoraConfig(r=8))\ntrainer = Trainer(model=model, train_dataset=data)\ntrainer.train()\n`;
    expect(verdict(release({ "finetune.py": tune }), "code-training")).not.toBe("pass");
  });

  test("no supporting tools are no failure: they are asked for where they were used", () => {
    expect(verdict(release(), "code-libraries")).toBe("not-applicable");
  });
});

const DATA =
  "# Data card\n\n## Training data\n\nThe corpus was collected from Common Crawl and Wikipedia: 300 billion tokens in two languages. Documents were selected by a quality score, filtered by language and de-duplicated.\n";

describe("data information", () => {
  test("nothing about the data, and no paper, fails", () => {
    expect(verdict(release(), "data-description")).toBe("fail");
    expect(verdict(release(), "data-sources")).toBe("fail");
  });

  test("a paper that is not read here may describe them: undetermined", () => {
    const report = release({
      "README.md": `${README}\n## Paper\n\n[Aurora: technical report](https://arxiv.org/abs/2401.00001)\n`,
    });
    expect(verdict(report, "data-description")).toBe("undetermined");
  });

  test("a description without the data is for a person to judge, and what it tells is shown", () => {
    const report = release({ "DATA_CARD.md": DATA });
    expect(verdict(report, "data-description")).toBe("undetermined");
    expect(requirement(report, "data-description")?.because).toMatch(
      /where they come from, how much there is, how they were chosen and how/,
    );
  });

  test("data that are spoken of as proprietary are named as such, and judged by nobody", () => {
    const report = release({ "DATA_CARD.md": `${DATA}\nThe model was also trained on proprietary data.\n` });
    expect(requirement(report, "data-sources")).toMatchObject({
      verdict: "undetermined",
      because: expect.stringMatching(/data that are not shared/),
    });
  });
});

describe("data that others prepared", () => {
  const LINKED = `${README}\n## Training data\n\nAurora-7B was trained on [the Aurora corpus](https://huggingface.co/datasets/other-lab/aurora-corpus), 300 billion tokens from Wikipedia that were filtered by language.\n`;

  test("no code that processed them is no failure where they are linked, as whoever published them may have done it", () => {
    expect(verdict(release({ "README.md": LINKED }), "code-preprocessing")).toBe("undetermined");
  });

  test("it fails where documents say that data were filtered, and neither code nor data are there", () => {
    expect(verdict(release({ "DATA_CARD.md": DATA }), "code-preprocessing")).toBe("fail");
    expect(verdict(release(), "code-preprocessing")).toBe("undetermined");
    expect(verdict(release({ "DATA_CARD.md": DATA }, false), "code-preprocessing")).toBe("undetermined");
  });

  test("whether linked data are all the data is for a person to read", () => {
    expect(verdict(release({ "README.md": LINKED }), "data-sources")).toBe("undetermined");
  });
});

describe("kinds of data", () => {
  test.each([
    ["The model was trained on licensed data from three publishers.", "obtainable"],
    ["Our training data includes proprietary datasets.", "unshareable"],
    ["The training corpus cannot be released for reasons of copyright.", "unshareable"],
    ["训练数据不公开。", "unshareable"],
    ["学習データは公開していません。", "unshareable"],
  ])("%s", (sentence, kind) => {
    expect(closedKindOf(sentence)).toBe(kind);
  });

  test.each([
    "No proprietary data was used in training.",
    "You can fine-tune it on your private data.",
    "This utility helps to evaluate models you have trained on private data.",
    "It outperforms models trained on proprietary data.",
    "The dataset is released under an open license.",
    "Proprietary data are none of our concern.",
  ])("not in: %s", (sentence) => {
    expect(closedKindOf(sentence)).toBeUndefined();
  });
});
