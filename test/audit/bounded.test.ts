/** Whatever a repository is filled with, auditing it ends soon and without an error. */
import { expect, it } from "vitest";
import { auditOf } from "../auditing.ts";

const PATHS = [
  "README.md",
  "MODEL_CARD.md",
  "DATA_CARD.md",
  "LICENSE",
  "NOTICE",
  "REUSE.toml",
  "mof.yml",
  "config.json",
  "generation_config.json",
  "model.safetensors.index.json",
  "CITATION.cff",
  "refs.bib",
  "pyproject.toml",
  "requirements.txt",
  "environment.yml",
  "dvc.yaml",
  ".gitattributes",
  ".gitmodules",
  "train.py",
  "eval/evaluate.py",
  "eval/results.json",
  "configs/train.yaml",
  "notebooks/demo.ipynb",
  "scripts/run.sh",
];

const MEGABYTE = 1_000_000;
const HOSTILE: Readonly<Record<string, string>> = {
  "one letter": "a",
  "opening brackets": "[",
  braces: '{"a":',
  "nested lists": "- ",
  "anchors and aliases": "a: &a [*a, *a]\n",
  "table bars": "|a|b|\n",
  "links that never end": "[a](https://example.org/(",
  "angle brackets": "<a href='",
  "comment marks": "<!-- -- ",
  emphasis: "*a _b ",
  "quotation marks": ">",
  backticks: "`` ` ",
  headings: "# a\n",
  spaces: " \t",
  "the words of statements": "the model weights are released under the license of the data and ",
  addresses: "https://huggingface.co/a/b/tree/main?x=1&",
  "digits and dots": "1.1",
  CJK: "模型权重采用许可证",
  surrogates: "\ud83d\ude00\u200d",
};

it.each(Object.entries(HOSTILE))("a repository whose files are %s", { timeout: 120_000 }, (_, unit) => {
  const text = unit.repeat(Math.ceil(MEGABYTE / 4 / unit.length));
  const started = performance.now();
  const report = auditOf({
    ...Object.fromEntries(PATHS.map((path) => [path, text])),
    "model.safetensors": { lfs: 13_000_000_000 },
  });
  // Six megabytes are read at most; this is as much, and a slow machine under load is allowed a multiple of what it takes.
  expect(performance.now() - started).toBeLessThan(10_000);
  expect(report.mof.class).toBe(0);
});
