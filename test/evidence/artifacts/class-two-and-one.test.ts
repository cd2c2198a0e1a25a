import { describe, expect, it } from "vitest";
import { look, presence } from "./looking.ts";

const TRAINING = `import torch

def main(model, loader):
    optimizer = torch.optim.AdamW(model.parameters(), lr=3e-4)
    for batch in loader:
        loss = model(batch)
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
`;

describe("training code", () => {
  it("is in the repository when a file steps an optimizer on a loss", () => {
    expect(presence("training-code", { "pretrain.py": TRAINING })).toBe("in-repo");
  });

  it("is linked when the documents say with which repository the model was trained", () => {
    expect(
      presence("training-code", {
        "README.md": "# Lumo\n\nWe train the models using [lumo-trainer](https://github.com/acme-ai/lumo-trainer).\n",
      }),
    ).toBe("linked");
  });

  it("says so when it only fine-tunes", () => {
    const tune =
      "from peft import LoraConfig, get_peft_model\nfrom trl import SFTTrainer\n\nmodel = get_peft_model(base, LoraConfig())\ntrainer = SFTTrainer(model=model)\ntrainer.train()\n";
    expect(look("training-code", { "finetune.py": tune }).note).toMatch(/fine-tuning/);
  });

  it("is not a test, nor a file that is only called train", () => {
    expect(
      presence("training-code", { "tests/test_train.py": TRAINING, "train.py": "print('see the documentation')\n" }),
    ).toBe("absent");
  });
});

describe("inference code", () => {
  it("is in the repository as a script that generates", () => {
    const script =
      'from transformers import AutoModelForCausalLM, AutoTokenizer\n\nmodel = AutoModelForCausalLM.from_pretrained("acme-ai/lumo-7b")\ntokenizer = AutoTokenizer.from_pretrained("acme-ai/lumo-7b")\nids = tokenizer("Hello", return_tensors="pt").input_ids\nprint(tokenizer.decode(model.generate(ids)[0]))\n';
    expect(presence("inference-code", { "generate.py": script })).toBe("in-repo");
  });

  it("counts a complete snippet, and says that it is one", () => {
    const readme =
      '# Lumo\n\n```python\nmodel = AutoModelForCausalLM.from_pretrained("acme-ai/lumo")\nmodel.generate(ids)\n```\n';
    expect(look("inference-code", { "README.md": readme })).toMatchObject({
      presence: "in-repo",
      note: expect.stringMatching(/snippet/),
    });
  });

  it("is not a script that generates training data names", () => {
    expect(
      presence("inference-code", { "generate_names.py": "def names(n):\n    return [f'user{i}' for i in range(n)]\n" }),
    ).toBe("absent");
  });
});

describe("evaluation code", () => {
  it("is in the repository as code that runs a harness", () => {
    const script =
      'import lm_eval\n\nresults = lm_eval.simple_evaluate(model="hf", model_args="pretrained=acme-ai/lumo", tasks=["hellaswag"])\nprint(results["results"])\n';
    expect(presence("evaluation-code", { "evaluate.py": script })).toBe("in-repo");
  });

  it("is linked when the documents link the harness they used", () => {
    const readme =
      "# Lumo\n\n## Evaluation\n\nWe evaluated with [lm-evaluation-harness](https://github.com/EleutherAI/lm-evaluation-harness).\n";
    expect(presence("evaluation-code", { "README.md": readme })).toBe("linked");
  });

  it("is not a speed test", () => {
    const bench =
      "import time\n\nstart = time.time()\nmodel.generate(ids)\nprint('tokens per second', 128 / (time.time() - start))\n";
    expect(presence("evaluation-code", { "benchmark_speed.py": bench })).toBe("absent");
  });
});

describe("evaluation data", () => {
  it("is in the repository as the test set", () => {
    expect(
      presence("evaluation-data", { "eval/data/questions.jsonl": '{"question": "2+2?", "answer": "4"}\n'.repeat(50) }),
    ).toBe("in-repo");
  });

  it("is linked when the evaluation links the benchmark's data", () => {
    const readme = "# Lumo\n\n## Evaluation\n\nScores on [MMLU](https://github.com/hendrycks/test) are below.\n";
    expect(presence("evaluation-data", { "README.md": readme })).toBe("linked");
  });

  it("is not a benchmark that is only named, nor the data of unit tests", () => {
    const files = {
      "README.md": "# Lumo\n\n## Evaluation\n\nWe evaluated on MMLU and GSM8K.\n",
      "tests/data/sample_test.jsonl": '{"a": 1}\n'.repeat(50),
    };
    expect(presence("evaluation-data", files)).toBe("absent");
  });
});

describe("supporting libraries and tools", () => {
  it("are in the repository as declared dependencies", () => {
    expect(
      presence("supporting-libraries-and-tools", { "requirements.txt": "torch==2.4.0\ntransformers==4.44.0\n" }),
    ).toBe("in-repo");
  });

  it("are not an empty requirements file or the documentation's", () => {
    expect(
      presence("supporting-libraries-and-tools", {
        "requirements.txt": "\n",
        "docs/requirements.txt": "sphinx==7.0\n",
      }),
    ).toBe("absent");
  });
});

describe("datasets", () => {
  it("are linked when the documents link what the model was trained on", () => {
    const readme =
      "# Lumo\n\n## Training\n\nLumo was trained on the [Lumo corpus](https://huggingface.co/datasets/acme-ai/lumo-corpus).\n";
    expect(presence("datasets", { "README.md": readme })).toBe("linked");
  });

  it("are not what the sample of a guide to fine-tuning was drawn from, which the release did not learn from", () => {
    const guide = (words: string) =>
      `# Lumo\n\n## Fine-tuning\n\nTune it.\n\n### Single-node training\n\nTraining data: ${words} [chats](https://huggingface.co/datasets/others/chats).\n`;
    expect(presence("datasets", { "README.md": guide("`a.json`, sample data drawn from") })).toBe("absent");
    expect(presence("datasets", { "README.md": guide("we trained on") })).toBe("linked");
    const advice =
      "# Lumo\n\n## Training\n\nYou can find fine-tuning datasets on hubs, with sets like [chats](https://huggingface.co/datasets/others/chats).\n";
    expect(presence("datasets", { "README.md": advice })).toBe("absent");
    const repository = (name: string) =>
      `# Lumo\n\n## Training data\n\n- [Training dataset](https://github.com/others/${name})\n`;
    expect(presence("datasets", { "README.md": repository("qa_databuilder") })).toBe("absent");
    expect(presence("datasets", { "README.md": repository("qa_data") })).toBe("linked");
  });

  it("are not data that the text denies, promises, or uses for evaluation only", () => {
    const readme =
      "# Lumo\n\nThe training data will not be released: see [our note](https://huggingface.co/datasets/acme-ai/lumo-note).\n\n## Evaluation\n\nWe test on [GSM8K](https://huggingface.co/datasets/openai/gsm8k).\n";
    expect(presence("datasets", { "README.md": readme })).toBe("absent");
  });
});

describe("data preprocessing code", () => {
  it("is linked by an address that the paragraph before announces", () => {
    const page = (colon: string) =>
      `# Lumo\n\n## Training\n\nThe library for data pre-processing of Lumo can be found here${colon}\n\nhttps://github.com/acme-ai/lumoformer\n`;
    expect(presence("data-preprocessing-code", { "README.md": page(":") })).toBe("linked");
    expect(presence("data-preprocessing-code", { "README.md": page(" soon.") })).toBe("absent");
  });

  it("is in the repository as a script that tokenises and packs a corpus", () => {
    const script =
      'import numpy as np\nfrom datasets import load_dataset\nimport tiktoken\n\nenc = tiktoken.get_encoding("gpt2")\ndataset = load_dataset("openwebtext")\ntokenized = dataset.map(lambda row: {"ids": enc.encode_ordinary(row["text"])})\narr = np.memmap("train.bin", dtype=np.uint16, mode="w+", shape=(10,))\narr[:] = tokenized["train"]["ids"]\narr.flush()\n';
    expect(presence("data-preprocessing-code", { "data/prepare.py": script })).toBe("in-repo");
  });

  it("is not a tokenizer class or the image transform of inference", () => {
    const tokenizer =
      "class Tokenizer:\n    def encode(self, text):\n        return [ord(c) for c in text]\n    def decode(self, ids):\n        return ''.join(map(chr, ids))\n";
    const transform =
      "from torchvision import transforms\n\npreprocess = transforms.Compose([transforms.Resize(224), transforms.ToTensor()])\n\ndef predict(model, image):\n    return model(preprocess(image).unsqueeze(0))\n";
    expect(presence("data-preprocessing-code", { "tokenizer.py": tokenizer, "predict.py": transform })).toBe("absent");
  });
});

describe("intermediate parameters", () => {
  it("are linked by revisions of steps", () => {
    const readme =
      "# Lumo\n\nCheckpoints: [step1000](https://huggingface.co/acme-ai/lumo/tree/step1000), [step2000](https://huggingface.co/acme-ai/lumo/tree/step2000).\n";
    expect(presence("model-parameters-intermediate", { "README.md": readme })).toBe("linked");
  });

  it("are in the repository as checkpoints of at least two steps", () => {
    const files = {
      "checkpoints/step-1000/model.safetensors": { lfs: 9_000_000 },
      "checkpoints/step-2000/model.safetensors": { lfs: 9_000_000 },
    };
    expect(presence("model-parameters-intermediate", files)).toBe("in-repo");
  });

  it("are not gradient checkpointing, a base model or a promise", () => {
    const readme =
      "# Lumo\n\nUse gradient checkpointing every 2 steps to save memory. The base model is [lumo-base](https://huggingface.co/acme-ai/lumo-base). Intermediate checkpoints are coming soon.\n";
    expect(presence("model-parameters-intermediate", { "README.md": readme })).toBe("absent");
  });
});

describe("model metadata", () => {
  it("is in the repository as the configuration of a training run", () => {
    const config =
      "learning_rate: 3.0e-4\nglobal_batch_size: 1024\noptimizer: adamw\nweight_decay: 0.1\nwarmup_steps: 2000\nmax_steps: 100000\n";
    expect(presence("model-metadata", { "configs/lumo-7b.yaml": config })).toBe("in-repo");
  });

  it("is not an architecture-only configuration", () => {
    expect(
      presence("model-metadata", {
        "config.json": '{"model_type": "lumo", "hidden_size": 4096, "num_hidden_layers": 32}',
      }),
    ).toBe("absent");
  });
});
