import type { ScratchFile } from "../github/scratch.ts";

const HARNESS = (step: number): string =>
  JSON.stringify({
    results: { hellaswag: { acc: 0.3 + step / 1e4 } },
    versions: { hellaswag: 0 },
    config: { model: "hf", model_args: `pretrained=lab/tiny,revision=step${step}` },
  });

/** A model repository of about `count` files in the proportions of real ones: results, configurations, Python, documents. */
export function modelTree(count: number): Record<string, ScratchFile> {
  const files: Record<string, ScratchFile> = {
    "README.md":
      "# Tiny\n\nTiny is a language model trained on 2B tokens.\n\n[Weights](https://huggingface.co/lab/tiny-7b)\n\n## Evaluation\n\n| Model | MMLU |\n| --- | --- |\n| Tiny | 31.2 |\n",
    "requirements.txt": "torch==2.4.0\n",
    "model.py":
      "import torch.nn as nn\n\nclass Tiny(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.l = nn.Linear(8, 8)\n\n    def forward(self, x):\n        return self.l(x)\n",
  };
  const generated = count - Object.keys(files).length;
  for (let i = 0; i < generated; i += 1) {
    const kind = i % 10;
    if (kind < 4) files[`results/tiny/step${i}.json`] = HARNESS(i);
    else if (kind < 6)
      files[`configs/run${i}.yaml`] = `learning_rate: 3.0e-4\nbatch_size: ${i}\noptimizer: adamw\nwarmup_steps: 200\n`;
    else if (kind < 9)
      files[`tiny/part${i % 50}/module${i}.py`] =
        `import os\n\n\ndef helper_${i}(value):\n    """Adds one."""\n    return value + 1\n`.repeat(20);
    else
      files[`docs/page${i}.md`] = `# Page ${i}\n\nSome words about part ${i} of the project.\n\n- one\n- two\n`.repeat(
        5,
      );
  }
  return files;
}
