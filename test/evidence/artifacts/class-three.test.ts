import { describe, expect, it } from "vitest";
import { artifact } from "../../../src/evidence/artifacts/index.ts";
import { gatherFacts } from "../../../src/evidence/gather.ts";
import { snapshotOf } from "../../snapshot-of.ts";
import { look, presence } from "./looking.ts";

const NETWORK = `import torch.nn as nn

class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.attention = nn.MultiheadAttention(width, 4)
        self.mlp = nn.Linear(width, width)

    def forward(self, x):
        return self.mlp(self.attention(x, x, x)[0])
`;

describe("model architecture", () => {
  it("is in the repository when a source file defines the network", () => {
    expect(presence("model-architecture", { "lumo/model.py": NETWORK })).toBe("in-repo");
  });

  it("is linked when the documents say where it is implemented", () => {
    const readme = "# Lumo\n\nThe model code is implemented in [lumo-core](https://github.com/acme-ai/lumo-core).\n";
    expect(presence("model-architecture", { "README.md": readme })).toBe("linked");
  });

  it("is not a configuration, a wrapper that loads a library's model, or vendored code", () => {
    const wrapper =
      'from transformers import AutoModel\n\ndef load():\n    return AutoModel.from_pretrained("acme-ai/lumo")\n';
    const files = {
      "config.json": '{"model_type": "lumo", "hidden_size": 64}',
      "model.py": wrapper,
      "third_party/net/model.py": NETWORK,
    };
    expect(presence("model-architecture", files)).toBe("absent");
  });
});

describe("final parameters", () => {
  it("are in the repository as a large file or as a Git LFS pointer", () => {
    expect(presence("model-parameters-final", { "model.safetensors": { bytes: 250_000_000 } })).toBe("in-repo");
    expect(presence("model-parameters-final", { "weights/lumo.gguf": { lfs: 4_000_000_000 } })).toBe("in-repo");
  });

  it("are linked when the documents link the release's own model page", () => {
    const readme = "# Lumo\n\nDownload the weights from [Hugging Face](https://huggingface.co/acme-ai/lumo-7b).\n";
    expect(presence("model-parameters-final", { "README.md": readme })).toBe("linked");
  });

  it("are linked where a file of that kind is called after the model, whatever the words of the link", () => {
    const linking = (file: string) =>
      presence("model-parameters-final", {
        "README.md": `# Lumo\n\n| Size | FID |\n| --- | --- |\n| [XL/2](https://dl.example.com/files/${file}) | 2.27 |\n`,
      });
    expect(linking("Lumo-XL-2-256x256.pt")).toBe("linked");
    expect(linking("Other-XL-2-256x256.pt")).toBe("absent");
    expect(linking("Lumo-figures.zip")).toBe("absent");
  });

  it("are linked where the code fetches a file of weights from the repository's own releases", () => {
    const fetching = (base: string, file: string) =>
      presence("model-parameters-final", {
        "README.md": "# Lumo\n\nLumo reads scanned pages.\n",
        "lumo/checkpoint.py": `import requests\n\nBASE = "${base}"\n\ndef download(tag):\n    for file in ["config.json", "${file}"]:\n        requests.get(f"{BASE}/{tag}/{file}")\n`,
      });
    expect(fetching("https://github.com/acme-ai/lumo/releases/download", "pytorch_model.bin")).toBe("linked");
    expect(fetching("https://github.com/others/thing/releases/download", "pytorch_model.bin")).toBe("absent");
    expect(fetching("https://github.com/acme-ai/lumo/releases/download", "vocabulary.txt")).toBe("absent");
  });

  it("need every shard of a set", () => {
    const shards = (numbers: number[]) =>
      Object.fromEntries(numbers.map((n) => [`model-0000${n}-of-00003.safetensors`, { lfs: 4_000_000_000 }]));
    expect(presence("model-parameters-final", shards([1, 2, 3]))).toBe("in-repo");
    expect(presence("model-parameters-final", shards([1, 3]))).toBe("absent");
  });

  it("are not empty placeholders, test fixtures, or the base model of another house", () => {
    const readme = "# Lumo\n\nLumo starts from [Llama 2](https://huggingface.co/meta-llama/Llama-2-7b).\n";
    const files = { "README.md": readme, "model.safetensors": "", "tests/fixtures/tiny.pt": { bytes: 3_000_000 } };
    expect(presence("model-parameters-final", files)).toBe("absent");
  });
});

describe("technical report and research paper", () => {
  it("are linked when the front page links a paper about the model", () => {
    const readme =
      "# Lumo\n\n[Paper](https://arxiv.org/abs/2401.01234) | [Demo](https://example.org)\n\nLumo is a small model.\n";
    expect(presence("research-paper", { "README.md": readme })).toBe("linked");
    expect(presence("technical-report", { "README.md": readme })).toBe("linked");
  });

  it("are in the repository as a PDF of a report", () => {
    expect(presence("technical-report", { "Lumo_Technical_Report.pdf": { bytes: 900_000 } })).toBe("in-repo");
  });

  it("are not the papers of methods and benchmarks, nor plots saved as PDF", () => {
    const readme =
      "# Lumo\n\n## Model\n\nLumo uses [RoPE](https://arxiv.org/abs/2104.09864) and was tested on [MMLU](https://arxiv.org/abs/2009.03300).\n";
    const files = {
      "README.md": readme,
      "plots/loss_curve.pdf": { bytes: 20_000 },
      "Responsible-Use-Guide.pdf": { bytes: 90_000 },
    };
    expect(presence("research-paper", files)).toBe("absent");
    expect(presence("technical-report", files)).toBe("absent");
  });
});

describe("evaluation results", () => {
  it("are in the repository as a table of benchmarks or as a harness's file", () => {
    const readme =
      "# Lumo\n\n## Evaluation\n\n| Model | MMLU | GSM8K |\n| --- | --- | --- |\n| Lumo-7B | 61.2 | 48.0 |\n";
    expect(presence("evaluation-results", { "README.md": readme })).toBe("in-repo");
    const harness = JSON.stringify({
      results: { hellaswag: { "acc,none": 0.61 } },
      configs: { hellaswag: { task: "hellaswag" } },
      "n-shot": { hellaswag: 0 },
      config: { model: "hf", model_args: "pretrained=acme-ai/lumo-7b" },
    });
    expect(presence("evaluation-results", { "results/lumo-7b/results_2026-01-01.json": harness })).toBe("in-repo");
  });

  it("are not a speed table, a promise, or expected results of a test", () => {
    const readme =
      "# Lumo\n\n## Performance\n\n| Model | tokens/s | Memory |\n| --- | --- | --- |\n| Lumo-7B | 42.1 | 14 GB |\n\nEvaluation results are coming soon.\n";
    const harness = JSON.stringify({
      results: { hellaswag: { acc: 0.61 } },
      versions: { hellaswag: 0 },
      config: { model: "hf" },
    });
    expect(presence("evaluation-results", { "README.md": readme, "tests/testdata/results.json": harness })).toBe(
      "absent",
    );
  });
});

describe("model card", () => {
  const CARD =
    "# Model Card for Lumo\n\n## Intended use\n\nLumo answers questions about gardening for hobby gardeners who write in English.\n\n## Limitations\n\nIt may produce wrong advice about toxic plants and should not be used for food safety.\n";

  it("is in the repository as a filled card, or as a README that does what a card does", () => {
    expect(presence("model-card", { "MODEL_CARD.md": CARD })).toBe("in-repo");
    const readme =
      "# Lumo\n\nLumo is a language model with 7 billion parameters, trained on 2 trillion tokens of web text.\n\nDownload the [weights](https://huggingface.co/acme-ai/lumo-7b).\n\n## Evaluation\n\n| Model | MMLU |\n| --- | --- |\n| Lumo | 61.2 |\n\n## Limitations\n\nLumo may produce incorrect or biased text, in particular in languages other than English.\n";
    expect(presence("model-card", { "README.md": readme })).toBe("in-repo");
  });

  it("is linked when the documents call a page its model card", () => {
    expect(
      presence("model-card", {
        "README.md": "# Lumo\n\nSee the [model card](https://huggingface.co/acme-ai/lumo-7b).\n",
      }),
    ).toBe("linked");
  });

  it("is not a file whose headings alone speak of use and limits", () => {
    const headings =
      "# Model card for Lumo\n\n## Intended use\n\n[More Information Needed]\n\n## Limitations\n\n[More Information Needed]\n";
    expect(presence("model-card", { "MODEL_CARD.md": headings })).toBe("absent");
    const said = headings.replaceAll(
      "[More Information Needed]",
      "It is designed for research on small models, and may produce wrong statements.",
    );
    expect(presence("model-card", { "MODEL_CARD.md": said })).toBe("in-repo");
  });

  it("is not a template that nobody filled, nor a README of installation notes", () => {
    const template =
      "# Model Card for Model ID\n\n## Uses\n\n### Direct Use\n\n[More Information Needed]\n\n## Bias, Risks, and Limitations\n\n[More Information Needed]\n\n## Training Data\n\n[More Information Needed]\n";
    const readme = "# Lumo\n\n## Installation\n\nRun `pip install lumo` and start the server with `lumo serve`.\n";
    expect(presence("model-card", { "MODEL_CARD.md": template, "README.md": readme })).toBe("absent");
  });
});

describe("data card", () => {
  it("is in the repository as a section that names sources and amounts", () => {
    const readme =
      "# Lumo\n\n## Training data\n\n| Source | Tokens |\n| --- | --- |\n| Wikipedia | 24B |\n| Common Crawl | 1,200B |\n| Books | 26B |\n\nThe text was filtered by language and de-duplicated.\n";
    expect(presence("data-card", { "README.md": readme })).toBe("in-repo");
  });

  it("is no page on the data of an evaluation, nor a section on what others may fine-tune with", () => {
    const table =
      "| Source | Hours |\n| --- | --- |\n| LibriSpeech | 960 |\n| Common Voice | 1,200 |\n| FLEURS | 100 |\n";
    const told = "The recordings were filtered and cleaned.";
    const page = (opening: string) => `# Data\n\n${opening}\n\n## Training data\n\n${table}\n${told}\n`;
    const having = (data: string) =>
      presence("data-card", { "README.md": "# Lumo\n\nLumo hears.\n", "data/README.md": data });
    expect(having(page("These recordings are what Lumo was trained on."))).toBe("in-repo");
    expect(
      having(`# Data\n\nHow the data for the evaluation was prepared.\n\n## Datasets\n\n${table}\n${told}\n`),
    ).toBe("absent");
    const tuning = "Lumo can be fine-tuned to follow instructions.";
    expect(
      having(`# Lumo\n\n## Datasets\n\n${tuning} ${told} We use 10M pairs from Stack Exchange and GitHub.\n`),
    ).toBe("absent");
  });

  it("is linked when the documents link a datasheet", () => {
    expect(
      presence("data-card", {
        "README.md": "# Lumo\n\nThe data is described in its [datasheet](https://arxiv.org/abs/2201.07311).\n",
      }),
    ).toBe("linked");
  });

  it("is not a mere amount of tokens, nor a description of the format of users' own data", () => {
    const readme =
      "# Lumo\n\n## Training data\n\nLumo was trained on 2 trillion tokens of high-quality data.\n\n## Data format\n\nEach line of your file is a JSON object with a prompt and an answer.\n";
    expect(presence("data-card", { "README.md": readme })).toBe("absent");
  });
});

describe("sample model outputs", () => {
  it("are in the repository when a transcript shows an answer", () => {
    const readme =
      '# Lumo\n\n```python\n>>> response = model.chat(tokenizer, "Which mountain is second highest?")\n>>> print(response)\nK2, with 8,611 metres.\n```\n';
    expect(presence("sample-model-outputs", { "README.md": readme })).toBe("in-repo");
  });

  it("are not prompts without answers", () => {
    const readme =
      '# Lumo\n\n```python\nprompt = "Which mountain is second highest?"\nprint(model.generate(prompt))\n```\n';
    expect(presence("sample-model-outputs", { "README.md": readme })).toBe("absent");
  });
});

it("says of code undetermined, never absent, when source files were left unread", () => {
  const snapshot = snapshotOf({ "README.md": "# Lumo\n", "train.py": "print()\n", "model.py": "x = 1\n" });
  const contents = new Map([...snapshot.contents].filter(([path]) => path !== "train.py"));
  const facts = gatherFacts({ ...snapshot, contents });
  expect(artifact("training-code").find(facts)).toMatchObject({
    presence: "undetermined",
    note: expect.stringContaining("1 source file was not read"),
  });
  expect(artifact("data-card").find(facts).presence).toBe("absent");
});

it("says undetermined when the front page was too large to be read", () => {
  const snapshot = snapshotOf({ "README.md": "# Lumo\n" });
  const contents = new Map(snapshot.contents).set("README.md", { kind: "too-large", size: 9_000_000, cap: 2_000_000 });
  expect(artifact("model-card").find(gatherFacts({ ...snapshot, contents })).presence).toBe("undetermined");
});

it("says undetermined, never absent, when something could not be seen", () => {
  expect(presence("research-paper", { "train.py": "print('hello')\n" }, { complete: false })).toBe("undetermined");
  expect(look("data-card", { "README.md": { unavailable: "the host answered 502" } }).presence).toBe("undetermined");
});
