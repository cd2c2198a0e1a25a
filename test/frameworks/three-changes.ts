/** What one rule asks for, taken out of the passing release, or put in its place so that it only looks like it. */
import type { Verdict } from "../../src/frameworks/framework.ts";
import { spdxText } from "../license/texts.ts";
import { type Change, cardWith, FAILING, type Files, MISLEADING, PASSING, passingBut } from "./three-trees.ts";

export type Fixture = readonly [files: Files, verdict: Verdict];
export interface Fixtures {
  readonly passing: Fixture;
  readonly failing: Fixture;
  /** What a naive version of the rule would take for the other outcome. */
  readonly misleading: Fixture;
}

export const text = (path: string): string => String(PASSING[path]);
export const passes: Fixture = [PASSING, "pass"];
export const fails: Fixture = [FAILING, "fail"];
/** The passing release under other terms, in both places that state them. */
export const under = (hub: string, terms: string, ...card: readonly Change[]): Files =>
  passingBut({
    LICENSE: terms,
    "README.md": cardWith(
      ["license: apache-2.0", `license: ${hub}`],
      ["the Apache-2.0\nlicense", "the license beside this file"],
      ...card,
    ),
  });
export const card = (...changes: readonly Change[]): Files => passingBut({ "README.md": cardWith(...changes) });
export const section = (title: string, words: string): readonly [string, string] => [
  "## Citation",
  `## ${title}\n\n${words}\n\n## Citation`,
];

export const NONCOMMERCIAL = under("cc-by-nc-4.0", "SPDX-License-Identifier: CC-BY-NC-4.0\n");
export const LIMITED: Fixture = [MISLEADING, "fail"];
export const LIMITED_TEXT =
  "Heron Model License\n\nYou may use and change the model.\n\nYou may use the model for non-commercial purposes only.\n";
export const REVOCABLE = `${LIMITED_TEXT}\nThis license is revocable at any time.\n`;
export const SEALED = `${LIMITED_TEXT}\nYou may not reverse engineer, decompile or disassemble the model.\n`;

export const OPENMDW = spdxText("OpenMDW-1.0");
export const ofOpenMdw = (terms: string, more: Readonly<Record<string, string>> = {}): Files => ({
  ...under("openmdw-1.0", terms),
  ...more,
});
export const NOTICE = { NOTICE: "Copyright 2026 Heron Lab. Origin: https://heron-lab.example/heron\n" };

export const UNFIXED = passingBut({
  "requirements.txt": undefined,
  Dockerfile: undefined,
  "config/train.yaml": undefined,
  "train.py": text("train.py").replace("torch.manual_seed(1234)\n", ""),
  "evaluate.py": text("evaluate.py").replace(", random_seed=1234", ""),
  "README.md": cardWith(
    [/### Hyperparameters\n[\s\S]{0,300}?```sh\npip[\s\S]{0,200}?```\n/, ""],
    [/lm_eval --model .*\npython evaluate.py/, "echo"],
    ["docker pull heronlab/heron:1.0\npython generate.py", "echo"],
  ),
});
export const unfixedBut = (changes: Files): Files => ({ ...UNFIXED, ...changes });

export const CODE = [
  ["pipeline_tag: text-generation", "pipeline_tag: text-generation\ntags: [code]"],
  ["Heron-7B is a language model with", "Heron-7B is a code language model that writes Python code, with"],
] as const;
export const fromArchive = (more: string, ...changes: readonly Change[]): Files =>
  passingBut({
    "README.md": cardWith(
      ...CODE,
      ["datasets: [heron-lab/birds]\n", ""],
      [
        /Heron-7B was trained on 300 billion[\s\S]{0,300}?DATA_CARD\.md\)\./,
        `The training data were taken from the Software Heritage archive in 2024.${more}`,
      ],
      ...changes,
    ),
    "DATA_CARD.md": undefined,
    "prepare_data.py": undefined,
  });
export const OPT_OUT = section(
  "Opt-out",
  "Developers who want their code removed from the training data can open an issue with the opt-out form.",
);

/** The passing card without what one rule asks for, and with its heading above a placeholder. */
export const withoutSection = (heading: string): readonly [RegExp, string] => [
  new RegExp(`## ${heading}\\n\\n[^#]{1,600}\\n\\n(?=#)`),
  "",
];
export const emptied = (heading: string): readonly [RegExp, string] => [
  new RegExp(`(?<=## ${heading}\\n\\n)[^#]{1,600}\\n\\n(?=#)`),
  "[More Information Needed]\n\n",
];
export const ofCard = (failing: Files, misleading: Files): Fixtures => ({
  passing: passes,
  failing: [failing, "warn"],
  misleading: [misleading, "warn"],
});
/** A card of a model that says neither who made it nor what it is. */
export const detailed = (more: string): Files =>
  passingBut({
    "README.md": `---\nlicense: apache-2.0\npipeline_tag: text-generation\n---\n# Heron\n\n${more}\n## Intended use\n\nFor questions about birds that wade, asked by people who watch them.\n\n## Limitations\n\nOften wrong on storks, and biased towards the birds of Europe.\n`,
  });

/** A data card that says nothing of what one rule asks for: not at all, or under its heading. */
export const ofDataCard = (heading: string, ...alsoTold: readonly string[]): Fixtures => {
  const saying = (more: string): Files =>
    passingBut({
      "README.md": cardWith([/## Training data\n\n[\s\S]{1,400}?(?=## Training procedure)/, ""]),
      "DATA_CARD.md":
        [heading, ...alsoTold].reduce(
          (words, title) => words.replace(new RegExp(`## ${title}\\n\\n[^#]{1,400}`), ""),
          text("DATA_CARD.md"),
        ) + more,
    });
  return {
    passing: passes,
    failing: [saying(""), "warn"],
    misleading: [saying(`\n## ${heading}\n\n[More Information Needed]\n`), "warn"],
  };
};

export const stating = (words: string): Files => card(["Training used 512", `${words} Training used 512`]);
export const restricted = (...changes: readonly Change[]): Files => ({
  ...NONCOMMERCIAL,
  "README.md": cardWith(
    ["license: apache-2.0", "license: cc-by-nc-4.0"],
    ["the Apache-2.0\nlicense", "CC-BY-NC-4.0"],
    ...changes,
  ),
});

export const harnessFile = (mmlu: number): string =>
  JSON.stringify({
    results: { mmlu: { alias: "mmlu", "acc,none": mmlu } },
    "n-shot": { mmlu: 5 },
    versions: { mmlu: 1 },
    config: { model: "hf", model_args: "pretrained=heron-lab/heron-7b", random_seed: 1234, numpy_seed: 1234 },
    model_name: "heron-lab/heron-7b",
  });
export const withResults = (mmlu: number, model = "heron-7b"): Files => ({
  ...card(["| MMLU | 61.2 |", "| MMLU (5-shot, acc) | 61.2 |"]),
  "results/heron.json": harnessFile(mmlu).replaceAll("heron-7b", model),
});
export const OWN_EVALUATION = `import torch
from datasets import load_dataset

data = load_dataset("heron-lab/birds", split="test")
correct = 0
with torch.no_grad():
    for row in data:
        correct += int(model(row["question"]).argmax() == row["answer"])
accuracy = correct / len(data)
print("accuracy", accuracy)
`;
export const UNNAMED = {
  ...card(
    ["Measured with lm-evaluation-harness 0.4.2:", "Measured by us:"],
    [/lm_eval --model .*\n/, ""],
    ["| MMLU | 61.2 |\n| GSM8K | 48.0 |", "| Accuracy | 61.2 |"],
    ["| Benchmark | Heron-7B |", "| Score | Heron-7B |"],
  ),
  "evaluate.py": OWN_EVALUATION,
  "requirements.txt": "torch==2.4.0\n",
};
/** Results, and not a word on how they came about. */
export const UNMEASURED = passingBut({
  "README.md": cardWith(
    ["Measured with lm-evaluation-harness 0.4.2:", "Results:"],
    [/lm_eval --model .*\npython evaluate.py/, "echo"],
  ),
  "evaluate.py": undefined,
  "requirements.txt": "torch==2.4.0\n",
});
export const SUMMARY = `# Public summary of training content
${[
  ["1.1. Provider identification", "Heron Lab"],
  ["1.2. Model identification", "Heron-7B"],
  ["1.3. Modalities, overall training data size and other characteristics", "Text, less than 1 trillion tokens"],
  ["2.1. Publicly available datasets", "Common Crawl and Wikipedia"],
  ["2.2. Private non-publicly available datasets obtained from third parties", "No"],
  ["2.3. Data crawled and scraped from online sources", "No"],
  ["2.4. User data", "No"],
  ["2.5. Synthetic data", "No"],
  ["2.6. Other sources of data", "No"],
  ["3.1. Respect of reservation of rights from text and data mining exception or limitation", "robots.txt"],
  ["3.2. Removal of illegal content", "Lists of words"],
]
  .map(([title, words]) => `\n## ${title}\n\n${words}\n`)
  .join("")}`;
