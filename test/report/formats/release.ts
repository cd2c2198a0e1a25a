/** A small release of a model, for audits within the tests of the formats. */
import { readFileSync } from "node:fs";
import type { FileOf } from "../../snapshot-of.ts";

export const RELEASE: Readonly<Record<string, FileOf>> = {
  "README.md": `---
license: apache-2.0
pipeline_tag: text-generation
---
# Lumo-7B

Lumo-7B is a language model. [Training data](https://huggingface.co/datasets/acme-ai/lumo-corpus).

## Evaluation

| Benchmark | Lumo-7B |
|---|---|
| MMLU | 61.2 |
| GSM8K | 48.0 |

## Limitations

The model may produce wrong statements.
`,
  LICENSE: readFileSync(new URL("../../../LICENSE", import.meta.url), "utf8"),
  "config.json": '{"architectures": ["LumoForCausalLM"], "hidden_size": 4096, "num_hidden_layers": 32}\n',
  "model.safetensors": { lfs: 13_476_835_328 },
  "modeling_lumo.py": `import torch
from torch import nn


class LumoForCausalLM(nn.Module):
    def __init__(self, config):
        super().__init__()
        self.head = nn.Linear(config.hidden_size, config.vocab_size)

    def forward(self, ids):
        return self.head(ids)
`,
};
