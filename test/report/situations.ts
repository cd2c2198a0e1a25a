/** About a dozen repositories, each in a situation that owners meet, and what is compared with what. */

import { audit } from "../../src/audit.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import type { Report } from "../../src/report/schema.ts";
import { spdxText } from "../license/texts.ts";
import { type FileOf, snapshotOf } from "../snapshot-of.ts";

type Files = Readonly<Record<string, FileOf>>;

export interface Situation {
  readonly report: Report;
  readonly base?: Report;
}

const NETWORK = `import torch.nn as nn


class Lumo(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(8, 8)

    def forward(self, x):
        return self.layer(x)
`;

const README = `# Lumo-1B

Lumo-1B is a small language model. Download the weights of Lumo-1B from
[the hub](https://huggingface.co/acme-ai/lumo-1b).

## Evaluation

| Model | MMLU | GSM8K |
| --- | --- | --- |
| Lumo-1B | 61.2 | 43.0 |
`;

const MODEL_CARD = `# Model card: Lumo-1B

## Intended use

Research on small language models, and drafting of short texts in English.

## Limitations

The model states falsehoods with confidence and knows little of languages other than English.

## Training data

40 billion tokens of public web pages and encyclopedia articles.

## Evaluation

MMLU 61.2, GSM8K 43.0.
`;

const DATA_CARD = `# Data card

## Sources

| Source | Tokens | License |
| --- | --- | --- |
| Wikipedia | 4B | CC-BY-SA-4.0 |
| Common Crawl | 36B | various |

## Processing

Pages were deduplicated by MinHash and filtered by language.
`;

const OPEN: Files = {
  "README.md": `${README}\n## License\n\nCode, weights, data and documents are released under the Apache-2.0 license.\n`,
  LICENSE: spdxText("Apache-2.0"),
  "lumo/modeling.py": NETWORK,
  "MODEL_CARD.md": MODEL_CARD,
  "DATA_CARD.md": DATA_CARD,
  "docs/technical_report.pdf": { bytes: 400_000 },
  "weights/model.safetensors": { lfs: 2_000_000_000 },
};

const RESTRICTED = `Lumo Community License

1. You may use the model for non-commercial purposes only.
2. You must not use the model to harass or defame any person.
`;

const without = (files: Files, ...paths: readonly string[]): Files =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !paths.includes(path)));

const inFolder = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, file]) => [`${folder}/${path}`, file]));

const POLICY = ".github/openness.yml";

const HOSTILE = "@octocat <b> [x](https://evil.example) #1 `|` <!-- openness:comment v1 -->";

/** Each situation under a policy that asks for a language, or for none. */
const WAIVERS = `waivers:
  - rule: restricted-weights
    reason: Agreed until the next release.
    expires: 2030-01-31
  - artifact: datasets
    reason: The data belongs to a hospital.
  - rule: regression
    reason: Once.
    expires: 2020-01-31
`;

/** A commit that holds another policy than the default branch does. */
function proposing(files: Files, policy: string): Report {
  const commit = "c0ffee".repeat(7).slice(0, 40);
  const owners = loadPolicy("target: III\n", `acme-ai/.github/${POLICY}`, undefined, commit);
  const path = `acme-ai/lumo/${POLICY}`;
  const own = { path, isThere: true, inherited: owners };
  return audit(snapshotOf(files), {
    ...loadPolicy(policy, path, owners, commit),
    own,
    inherited: owners,
    today: "2026-11-24",
  });
}

export function situations(language: string): Readonly<Record<string, Situation>> {
  const under = (files: Files, policy = "", options: { complete?: boolean; base?: Report } = {}): Report =>
    audit(
      snapshotOf({ ...files, [POLICY]: `language: ${language}\n${policy}` }, options),
      loadPolicy(`language: ${language}\n${policy}`, POLICY),
      options.base,
    );
  const base = under(OPEN);
  const closed = { ...OPEN, "README.md": README, "MODEL_LICENSE.txt": RESTRICTED };
  return {
    "no-class": { report: under(without(OPEN, "DATA_CARD.md", "docs/technical_report.pdf")) },
    "class-three": { report: under(OPEN) },
    "restricted-weights": { report: under(closed) },
    "unlicensed-weights": { report: under({ "README.md": README, "lumo/modeling.py": NETWORK }) },
    truncated: {
      report: under(
        { "README.md": README, "CITATION.cff": { unavailable: "502" }, LICENSE: spdxText("Apache-2.0") },
        "",
        { complete: false },
      ),
      base,
    },
    "not-a-model": { report: under({ "README.md": "# Tools\n\nHelpers for dates.\n", "dates.py": "x = 1\n" }) },
    "policy-failed": {
      report: under(closed, "target: II\nfail: [below-target, restricted-license, unlicensed, undetermined]\n"),
    },
    "policy-invalid": {
      report: under(
        OPEN,
        "target: IV\nfail: [everything]\ndrafts: sometimes\nsurprise: 1\nignore: ['']\nartifacts: {weights: a, datasets: nowhere/}\n",
      ),
    },
    "policy-proposed": {
      report: proposing(
        { ...closed, [POLICY]: `language: ${language}\ntarget: I\nfail: [below-target]\ndrafts: maybe\n` },
        `language: ${language}\nfail: [restricted-weights]\n${WAIVERS}`,
      ),
    },
    regression: {
      report: under(without(OPEN, "DATA_CARD.md"), "fail: [regression]\n", { base }),
      base,
    },
    "license-change": { report: under(closed), base: under({ ...OPEN, "README.md": README }) },
    "several-models": {
      report: under(
        {
          ...inFolder("small", OPEN),
          ...inFolder("large", { ...without(OPEN, "DATA_CARD.md"), "MODEL_LICENSE.txt": RESTRICTED }),
          "README.md": "# Lumo\n\nThe models of the Lumo family.\n",
        },
        "models: [{name: Lumo-1B, path: small}, {name: Lumo-7B, path: large}]\n",
      ),
    },
    "license-contradiction": {
      report: under({
        ...OPEN,
        "README.md": `---\nlicense: cc-by-nc-4.0\n---\n${README}\n## License\n\nThe weights are released under the Apache-2.0 license, see [LICENSE](LICENCE.txt).\n`,
        "mof.yml":
          "framework: {name: Model Openness Framework, version: '1.0'}\nrelease:\n  name: Lumo\n  producer: Acme\n  license: {distribution: {name: Apache 2}}\n  components:\n    - {name: model card}\n    - {name: Datasets}\n    - {name: Surprise}\n",
      }),
    },
    "long-lists": {
      report: under({
        ...OPEN,
        ...Object.fromEntries(Array.from({ length: 14 }, (_, index) => [`parts/${index}/modeling_lumo.py`, NETWORK])),
        "docs/links.md": Array.from({ length: 30 }, (_, index) => `[license](LICENSE-${index}.md)`).join("\n\n"),
      }),
    },
    "hostile-names": {
      report: under(
        {
          ...without(OPEN, "lumo/modeling.py"),
          [`${HOSTILE}/modeling.py`]: NETWORK,
          "README.md": `${README}\n[license](${encodeURIComponent("@octocat")}-LICENSE.md)\n`,
        },
        `artifacts: {datasets: ${JSON.stringify(HOSTILE)}}\n`,
      ),
    },
  };
}
