/** Three releases of one model: one that does what is asked, one that does not, and one that only looks as if it did. */
import { readFileSync } from "node:fs";
import type { FileOf } from "../snapshot-of.ts";

export type Files = Readonly<Record<string, FileOf>>;

const APACHE = readFileSync(new URL("../../LICENSE", import.meta.url), "utf8");
const WEIGHTS = { lfs: 13_476_835_328 };
const TRAIN = `import torch
from torch.optim import AdamW

torch.manual_seed(1234)
optimizer = AdamW(model.parameters(), lr=1e-4)
for batch in loader:
    loss = model(batch).loss
    loss.backward()
    optimizer.step()
    optimizer.zero_grad()
`;
const NETWORK = `import torch
from torch import nn


class HeronForCausalLM(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.layers = nn.ModuleList([nn.Linear(config.width, config.width) for _ in range(config.layers)])
        self.head = nn.Linear(config.width, config.vocabulary)

    def forward(self, ids):
        for layer in self.layers:
            ids = layer(ids)
        return self.head(ids)
`;
const GENERATE = `import torch
from transformers import AutoTokenizer

from heron.modeling import HeronForCausalLM

tokenizer = AutoTokenizer.from_pretrained("heron-lab/heron-7b")
model = HeronForCausalLM.from_pretrained("heron-lab/heron-7b")
inputs = tokenizer("A heron is", return_tensors="pt")
with torch.no_grad():
    outputs = model.generate(**inputs, max_new_tokens=64)
print(tokenizer.decode(outputs[0]))
`;
const PREPARE = `import json

from datasets import load_dataset
from datasketch import MinHash, MinHashLSH

dataset = load_dataset("heron-lab/birds", split="train")
lsh = MinHashLSH(threshold=0.8, num_perm=128)
dataset = dataset.filter(lambda row: len(row["text"]) > 100)
dataset = dataset.map(lambda row: {"text": row["text"].strip().lower()})
with open("data/train.jsonl", "w") as out:
    for row in dataset:
        out.write(json.dumps(row) + "\\n")
`;

const CARD = `---
license: apache-2.0
language: [en, sw]
pipeline_tag: text-generation
library_name: transformers
datasets: [heron-lab/birds]
---
# Heron-7B

Heron-7B is a language model with 7 billion parameters, a decoder-only transformer, developed by Heron Lab. It speaks
English and Swahili. Our model is fully open source. Code, weights, data and documents are released under the Apache-2.0
license.

- **Developed by:** Heron Lab
- **Model type:** decoder-only transformer

## Intended use

Heron-7B answers questions about birds that wade, for people who watch them and for research.

## Out-of-scope use

It must not be used to find the nests of rare birds, nor to decide about people.

## Bias, risks and limitations

The model takes every bird with long legs for a heron, is biased towards Europe, and may produce wrong statements.

## Training data

Heron-7B was trained on 300 billion tokens of English and Swahili text, collected from Common Crawl and Wikipedia: the
[birds corpus](https://huggingface.co/datasets/heron-lab/birds), see the [data card](DATA_CARD.md).

## Training procedure

Trained for 100,000 steps with AdamW, a learning rate of 1e-4 and a batch size of 1024 sequences.

### Hyperparameters

| name | value |
| --- | --- |
| learning rate | 1e-4 |
| batch size | 1024 |

\`\`\`sh
pip install -r requirements.txt
python prepare_data.py
python train.py
\`\`\`

Training used 512 A100 GPUs for 21 days and 5.2 tonnes of CO2 equivalent were emitted.

## Evaluation

Measured with lm-evaluation-harness 0.4.2:

| Benchmark | Heron-7B |
| --- | --- |
| MMLU | 61.2 |
| GSM8K | 48.0 |

\`\`\`sh
lm_eval --model hf --model_args pretrained=heron-lab/heron-7b --tasks mmlu,gsm8k
python evaluate.py
\`\`\`

## How to get started

\`\`\`sh
docker pull heronlab/heron:1.0
python generate.py
\`\`\`

## Model weights

Get the weights from [the hub](https://huggingface.co/heron-lab/heron-7b).

## Citation

\`\`\`bibtex
@article{heron2026, title={Heron-7B: a model of birds}, author={Heron Lab}, year={2026}}
\`\`\`

## Contact

Write to heron@heron-lab.example.
`;
const DATA_CARD = `# Data card of the birds corpus

## Motivation

The corpus was made so that a model can learn to speak of birds that wade in English and Swahili.

## Composition

It holds 300 billion tokens in 120 million documents, 1.2 TB of text.

## Collection

The texts were collected from Common Crawl and Wikipedia by a crawler that keeps to robots.txt, between 2023 and 2025.

## Preprocessing

Documents were selected by a quality score, filtered by language, cleaned of markup and de-duplicated with MinHash.

## Personal and sensitive information

Names and addresses of persons were removed by rules; what remains may be biased towards Europe.

## License and maintenance

The corpus is released under CC-BY-4.0 and kept up by Heron Lab; version 1.2 is of 2026. Write to data@heron-lab.example.
`;

/** Does what is asked, as far as one release can. */
export const PASSING: Files = {
  "README.md": CARD,
  LICENSE: APACHE,
  "DATA_CARD.md": DATA_CARD,
  "config.json":
    '{"architectures": ["HeronForCausalLM"], "model_type": "heron", "hidden_size": 4096, "num_hidden_layers": 32}',
  "model.safetensors": WEIGHTS,
  "heron/modeling.py": NETWORK,
  "train.py": TRAIN,
  "generate.py": GENERATE,
  "prepare_data.py": PREPARE,
  "evaluate.py": `import lm_eval\n\nresults = lm_eval.simple_evaluate(model="hf", tasks=["mmlu", "gsm8k"], random_seed=1234)\nprint(results["results"])\n`,
  "config/train.yaml":
    "learning_rate: 1.0e-4\nbatch_size: 1024\nmax_steps: 100000\noptimizer: adamw\nweight_decay: 0.1\nwarmup_steps: 2000\nseed: 1234\n",
  "requirements.txt": "torch==2.4.0\ntransformers==4.44.0\ndatasets==2.20.0\nlm_eval==0.4.2\ndatasketch==1.6.5\n",
  "docs/technical-report.pdf": { bytes: 2_000_000 },
  Dockerfile: "FROM pytorch/pytorch:2.4.0\nCOPY . /heron\n",
};

/** The passing release with files put in place of others, and those that are undefined left out. */
export const passingBut = (changes: Readonly<Record<string, FileOf | undefined>>): Files =>
  Object.fromEntries(
    Object.entries({ ...PASSING, ...changes }).flatMap(([path, file]) => (file === undefined ? [] : [[path, file]])),
  );

/** Words of the front page, and what stands in their place. */
export type Change = readonly [from: string | RegExp, to: string];

/** Its front page with some words in the place of others. */
export const cardWith = (...changes: readonly Change[]): string =>
  changes.reduce((text, [from, to]) => {
    const changed = text.replace(from, () => to);
    if (changed === text) throw new Error(`The card does not hold ${from}`);
    return changed;
  }, CARD);

/** Weights and a page that says next to nothing, under terms that limit. */
export const FAILING: Files = {
  "README.md": `---
license: cc-by-nc-4.0
pipeline_tag: text-generation
---
# Heron-7B

Heron-7B is a language model that generates text. Our model is fully open source.

[More Information Needed]
`,
  "config.json": '{"architectures": ["HeronForCausalLM"], "model_type": "heron"}',
  "model.safetensors": WEIGHTS,
};

const PLACEHOLDER = "[More Information Needed]";
/** Every heading of the passing card, and nothing below them; code under tests; a license's title above other terms. */
export const MISLEADING: Files = {
  "README.md": `---
license: other
pipeline_tag: text-generation
---
# Heron-7B

Heron-7B is a language model. Our model is fully open source. Unlike us, OLMo was trained on Common Crawl with 512 A100 GPUs.

${[...CARD.matchAll(/^#{2,3} .*$/gm)].map(([heading]) => `${heading}\n\n${PLACEHOLDER}\n`).join("\n")}
`,
  LICENSE: `Apache License, Version 2.0, with an amendment

You may use the model and all that comes with it for non-commercial purposes only. You may not modify it, and you may not
share it. We may revoke this license at any time.
`,
  "DATA_CARD.md": [...DATA_CARD.matchAll(/^#{1,2} .*$/gm)]
    .map(([heading]) => `${heading}\n\n${PLACEHOLDER}\n`)
    .join("\n"),
  "config.json": FAILING["config.json"]!,
  "model.safetensors": WEIGHTS,
  "tests/test_train.py": TRAIN,
  "tests/test_model.py": NETWORK,
  "tests/requirements.txt": "pytest==8.0.0\n",
  "third_party/other/evaluate.py": PASSING["evaluate.py"]!,
  "third_party/other/Dockerfile": "FROM scratch\n",
};
