import { describe, expect, test } from "vitest";
import { parseDocument } from "../../../src/evidence/documents/parse.ts";
import { languagesIn } from "../../../src/frameworks/card-quality/languages.ts";
import { reportSchema } from "../../../src/report/schema.ts";
import { auditOf } from "../../auditing.ts";
import type { FileOf } from "../../snapshot-of.ts";

const auditing = (files: Readonly<Record<string, FileOf>>) => {
  const report = auditOf(
    { "README.md": "# Lumo\n\nLumo is a language model.\n", ...files },
    { name: "lumo", policy: "model: true\n" },
  );
  expect(() => reportSchema.parse(report)).not.toThrow();
  return report;
};
const verdicts = (files: Readonly<Record<string, FileOf>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    auditing(files).frameworks["card-quality"]?.requirements.map(({ id, verdict }) => [id, verdict]) ?? [],
  );
const ruleIn = (files: Readonly<Record<string, FileOf>>, id: string) =>
  auditing(files).frameworks["card-quality"]?.requirements.find((rule) => rule.id === id);

const FULL = `---
language: [en, sw, yo]
license: apache-2.0
pipeline_tag: text-generation
co2_eq_emissions: 1200
---
# Model Card for Lumo

## Model Details

Lumo is developed by Acme AI. It is a decoder-only transformer.

## Intended Use

Lumo is intended for research on question answering in English, Swahili and Yoruba.

## Out-of-Scope Use

Lumo should not be used to give medical advice, nor to decide about people.

## Bias, Risks, and Limitations

Lumo may produce wrong answers, and it knows little of the years after 2023.

## Training Details

### Training Data

Lumo was trained on 200B tokens of the Acme corpus, which is described in DATA_CARD.md.

### Training Procedure

The learning rate was 3e-4 with a batch size of 4M tokens; it took 64 A100 GPUs for 12 days.

## Evaluation

| Benchmark | Lumo |
|---|---|
| MMLU | 55.1 |
| HellaSwag | 71.0 |

## Citation

Please cite our paper, arXiv:2401.00001.

## Contact

Write to lumo@acme.example with questions.
`;
const EMPTY = `---
language: en
pipeline_tag: text-generation
---
# Model Card for Lumo

## Model Details

- **Developed by:** [More Information Needed]
- **Model type:** [More Information Needed]

## Uses

### Out-of-Scope Use

<!-- This section addresses misuse, malicious use, and uses that the model will not work well for. -->

[More Information Needed]

## Bias, Risks, and Limitations

[More Information Needed]

## Training Details

### Training Data

[More Information Needed]

## Evaluation

[More Information Needed]

## Environmental Impact

- **Hardware Type:** [More Information Needed]
- **Carbon Emitted:** [More Information Needed]

## How to Get Started

Install it with pip and load it as any other model: the tokenizer is included, and so is the configuration of generation.

## Intended Use

Lumo answers questions that are asked in English about the documents of a company.

## More of it

Text of the author's own that is long enough to count as a section which somebody filled in.
`;

describe("a model card", () => {
  test("that is written passes every rule on model cards", () => {
    const all = verdicts({ "MODEL_CARD.md": FULL });
    expect(
      Object.entries(all)
        .filter(([id]) => id.startsWith("card-"))
        .map(([id, verdict]) => `${id} ${verdict}`),
    ).toEqual([
      "card-details pass",
      "card-uses pass",
      "card-limits pass",
      "card-training pass",
      "card-evaluation pass",
      "card-cost pass",
      "card-languages pass",
      "card-placeholders pass",
      "card-reach pass",
    ]);
  });

  test("whose template was left empty is told part by part, and its headings and hints count for nothing", () => {
    const all = verdicts({ "MODEL_CARD.md": EMPTY });
    expect(all).toMatchObject({
      "card-details": "warn",
      "card-uses": "warn",
      "card-limits": "warn",
      "card-training": "warn",
      "card-evaluation": "warn",
      "card-cost": "warn",
      "card-placeholders": "warn",
      "card-reach": "warn",
    });
    const left = ruleIn({ "MODEL_CARD.md": EMPTY }, "card-placeholders");
    expect(left?.because).toBe("8 lines still hold a placeholder.");
    expect(left?.evidence[0]).toEqual({ path: "MODEL_CARD.md", lines: [9, 9] });
  });

  test("that does not exist is not judged, and one on another host is not called empty", () => {
    expect(
      new Set(
        Object.entries(verdicts({}))
          .filter(([id]) => id.startsWith("card-"))
          .map(([, verdict]) => verdict),
      ),
    ).toEqual(new Set(["not-applicable"]));
    const linked = verdicts({
      "README.md": "# Lumo\n\nLumo is a language model. See the [model card](https://huggingface.co/acme-ai/lumo).\n",
    });
    expect(linked["card-limits"]).toBe("undetermined");
  });

  test("in a language whose words are not known is not called empty", () => {
    const korean = `# 모델 카드\n\n${"이 모델은 한국어 질문에 답하기 위해 만들어졌으며 연구 목적으로 사용할 수 있습니다. ".repeat(12)}\n\n## 제한 사항\n\n${"모델은 잘못된 답을 만들 수 있습니다. ".repeat(8)}\n\n## 학습 데이터\n\n${"공개된 웹 문서와 백과사전으로 학습했습니다. ".repeat(8)}\n`;
    expect(verdicts({ "README.md": korean, "MODEL_CARD.md": korean })["card-uses"]).toBe("undetermined");
  });

  test("may be written in Chinese or in Japanese", () => {
    const chinese = `# 模型卡\n\n由星火实验室开发的自回归语言模型。\n\n## 适用范围\n\n本模型用于中文和英文的问答研究，可以在学术环境中使用和比较，也可以用于教学演示。\n\n## 不适用的用途\n\n不得用于医疗和法律建议。\n\n## 局限性\n\n模型可能产生错误的内容，也可能带有训练数据中的偏见。\n\n## 训练数据\n\n训练数据来自公开网页和百科全书，共两千亿词元，经过去重和清洗。\n`;
    expect(verdicts({ "MODEL_CARD.md": chinese })).toMatchObject({
      "card-details": "pass",
      "card-uses": "pass",
      "card-limits": "pass",
      "card-languages": "pass",
    });
    const japanese = `# モデルカード\n\n星光研究所が開発した自己回帰型の日本語言語モデルです。\n\n## 想定用途\n\n日本語の質問応答の研究に用いることを目的としています。教育での利用も想定しています。\n\n## 利用上の禁止事項\n\n医療や法律の助言に使用しないでください。\n\n## 制限事項\n\n誤った内容やバイアスを含む文章を生成することがあります。\n`;
    expect(verdicts({ "MODEL_CARD.md": japanese })).toMatchObject({
      "card-details": "pass",
      "card-uses": "pass",
      "card-limits": "pass",
      "card-languages": "pass",
    });
  });
});

describe("compute and energy", () => {
  const cost = (text: string) =>
    ruleIn(
      {
        "MODEL_CARD.md": FULL.replace("co2_eq_emissions: 1200\n", "").replace(
          "it took 64 A100 GPUs for 12 days.",
          text,
        ),
      },
      "card-cost",
    );

  test("both are found in words", () => {
    expect(cost("it took 2.1M GPU hours on H100; 390 tCO2eq were emitted.")?.verdict).toBe("pass");
  });

  test("what runs the model is no energy, and a word without a figure is none", () => {
    expect(cost("it took 64 A100 GPUs. We care about our carbon footprint.")).toMatchObject({
      verdict: "warn",
      because: "Not found: energy or emissions.",
    });
  });

  test("a hardware requirement without a count is no training cost", () => {
    expect(cost("a GPU helps.")).toMatchObject({
      verdict: "warn",
      because: "Not found: hardware or computing time and energy or emissions.",
    });
  });
});

describe("languages", () => {
  const named = (text: string) =>
    languagesIn([{ document: parseDocument("README.md", "0".repeat(40), text), lines: undefined }]);

  test("are read from metadata and sentences, and those with less data are told apart", () => {
    const found = named("---\nlanguage: [en, swa]\n---\n# Lumo\n\nLumo supports Yoruba and French.\n");
    expect(new Set(found.names)).toEqual(new Set(["English", "Swahili", "Yoruba", "French"]));
    expect(new Set(found.lessResourced)).toEqual(new Set(["Swahili", "Yoruba"]));
  });

  test("a word that is spelled like one, a programming language and a denial are none", () => {
    expect(
      named("# Lumo\n\nWe polish the language of answers. Written in Rust and Go. Lumo does not support Thai.\n").names,
    ).toEqual([]);
  });

  test("a language that is the only one counts, and so does a list under its heading", () => {
    expect(named("# Lumo\n\nThe model was trained on no language other than English.\n").names).toEqual(["English"]);
    expect(named("# Lumo\n\n## Languages covered\n\nFrench, Igbo.\n").names).toEqual(["French", "Igbo"]);
  });

  test("a plan, a benchmark and programming languages are no languages of the model", () => {
    expect(
      named(
        "# Lumo\n\nWe will explore multilingual training.\n\nResults on SWE-bench Multilingual.\n\nIt knows 80+ programming languages.\n",
      ).many,
    ).toEqual([]);
  });

  test("multilingual names no language", () => {
    const card = FULL.replace("language: [en, sw, yo]\n", "").replace(
      "in English, Swahili and Yoruba",
      "as a multilingual model",
    );
    expect(ruleIn({ "MODEL_CARD.md": card }, "card-languages")).toMatchObject({
      verdict: "warn",
      because: expect.stringContaining("not named"),
    });
  });

  test("a model of pictures need not name any", () => {
    const card = FULL.replace("text-generation", "image-segmentation").replace("language: [en, sw, yo]\n", "");
    expect(
      ruleIn({ "README.md": "# Lumo\n\nLumo segments pictures.\n", "MODEL_CARD.md": card }, "card-languages")?.verdict,
    ).toBe("not-applicable");
  });
});

describe("a data card", () => {
  const DATA = `# Data card: the Acme corpus

## Purpose

The corpus was created to train Lumo.

## Composition

It has 200B tokens: 150B of web pages and 50B of books.

## Collection

The pages were crawled by Common Crawl in 2023; the books are from Project Gutenberg.

## Processing

Pages were filtered by language and deduplicated with MinHash.

## Personal and sensitive information

E-mail addresses were removed. The text is biased towards Western sources.

## License and maintenance

The corpus is under ODC-By. Acme AI maintains it; version 1.2 is of May 2024.
`;
  const rules = (data: string) =>
    Object.entries(verdicts({ "DATA_CARD.md": data }))
      .filter(([id]) => id.startsWith("datacard-"))
      .map(([id, verdict]) => `${id.slice(9)} ${verdict}`);

  test("that is written passes", () => {
    expect(rules(DATA)).toEqual([
      "motivation pass",
      "composition pass",
      "collection pass",
      "processing pass",
      "risks pass",
      "terms pass",
    ]);
  });

  test("is told what it leaves out, and headings without words are left out", () => {
    const bare = DATA.replace(
      "E-mail addresses were removed. The text is biased towards Western sources.",
      "TBD",
    ).replace(
      "The corpus is under ODC-By. Acme AI maintains it; version 1.2 is of May 2024.",
      "[More Information Needed]",
    );
    expect(rules(bare)).toEqual([
      "motivation pass",
      "composition pass",
      "collection pass",
      "processing pass",
      "risks warn",
      "terms warn",
    ]);
  });

  test("is helped by what the model card says of the training data", () => {
    const files = {
      "DATA_CARD.md": DATA.replace("The corpus was created to train Lumo.", "TBD"),
      "MODEL_CARD.md": FULL,
    };
    expect(verdicts(files)["datacard-motivation"]).toBe("pass");
  });

  test("does not borrow from the model's page", () => {
    const files = {
      "DATA_CARD.md": DATA.replace(/## License[\s\S]{1,200}$/, ""),
      "README.md": "# Lumo\n\nLumo is a language model under the Apache License 2.0, maintained by Acme AI.\n",
    };
    expect(verdicts(files)["datacard-terms"]).toBe("warn");
  });
});

describe("what a card's words are about", () => {
  const FIRST =
    "# Model Card for Lumo\n\n## Model Details\n\nLumo is developed by Acme AI. It is a decoder-only transformer.\n\n" +
    "## Intended Use\n\nLumo is a language model, intended for research on question answering.\n\n";
  const page = (body: string) => ({ "MODEL_CARD.md": `${FIRST}${body}\n` });

  test("the tracker of experiments is no limitation, nor is an entry of the contents", () => {
    const tracker = "## Contents\n\n- [Limitations](#limitations)\n\n## Weights and Biases\n\nWe log our runs there.\n";
    expect(verdicts(page(tracker))["card-limits"]).toBe("warn");
    expect(
      verdicts(page("## Limits\n\nLumo may produce wrong answers, and it knows little of the years after 2023.\n"))[
        "card-limits"
      ],
    ).toBe("pass");
  });

  test("instructions for data of one's own, and works that are listed, say nothing of the training data", () => {
    const training = "The learning rate was 3e-4 with a batch size of 4M tokens.\n\n";
    const told = "Lumo was trained on 200B tokens of public web pages.\n";
    const instructed = "## Using a data set\n\nTo train on a dataset of text documents, prepare it first.\n";
    const listed = "## Papers\n\n- Doe, et al. Training on less data of tokens. _ICML_ (2023).\n";
    expect(verdicts(page(training + told))["card-training"]).toBe("pass");
    expect(verdicts(page(training + instructed))["card-training"]).toBe("warn");
    expect(verdicts(page(training + listed))["card-training"]).toBe("warn");
  });

  test("how to evaluate is no result", () => {
    const how = "## Evaluation\n\nRun the harness with the tasks that you want.\n";
    expect(ruleIn(page(how), "card-evaluation")?.because).toMatch(/results/);
    expect(verdicts(page(how))["card-evaluation"]).toBe("warn");
  });

  test("languages of works and projects of others are not the model's", () => {
    const body =
      "Lumo is a language model for English.\n\n## Related projects\n\n- [Koro](https://x.example), a Korean language model\n";
    expect(ruleIn(page(body), "card-languages")?.because).not.toContain("Korean");
    expect(ruleIn(page(body), "card-languages")?.because).toContain("English");
  });
});
