import { describe, expect, test } from "vitest";
import { auditOf } from "../../auditing.ts";
import type { FileOf } from "../../snapshot-of.ts";

const POINTER =
  "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 4000000000\n";
const GENERATE =
  'from transformers import AutoModelForCausalLM\n\nmodel = AutoModelForCausalLM.from_pretrained("./")\nprint(model.generate(**inputs))\n';
const INTRODUCTION = "Aurora is a family of code language models of 7B parameters.";
const SWHID = "swh:1:cnt:4d99d2d18326621ccdd70f5ea66c2e2ac236ad8b";

interface Parts {
  readonly license?: string;
  readonly introduction?: string;
  readonly data?: string;
  readonly rest?: string;
  readonly more?: Readonly<Record<string, FileOf>>;
  readonly complete?: boolean;
}

const release = ({
  license = "apache-2.0",
  introduction = INTRODUCTION,
  data = "",
  rest = "",
  ...others
}: Parts = {}) =>
  auditOf(
    {
      "README.md": `---\nlicense: ${license}\npipeline_tag: text-generation\n---\n# Aurora\n\n${introduction}\n\n## Intended use\n\nAurora writes functions and completes programs, for research and for products alike.\n\n## Limitations\n\nAurora may write code that is wrong or unsafe, and knows little of rare languages.\n\n## Training data\n\n${data}\n\n${rest}\n`,
      "model.safetensors": POINTER,
      "config.json": '{"architectures": ["LlamaForCausalLM"], "model_type": "llama"}',
      "generate.py": GENERATE,
      ...others.more,
    },
    {
      name: "aurora",
      policy: "model: true\n",
      ...(others.complete === undefined ? {} : { complete: others.complete }),
    },
  );

const verdict = (report: ReturnType<typeof release>, rule: string): string | undefined =>
  report.frameworks["software-heritage"]?.requirements.find(({ id }) => id === `software-heritage-${rule}`)?.verdict;

describe("models of code", () => {
  test.each([
    INTRODUCTION,
    "StarPen is a language model (LM) trained on source code and natural language text.",
    "We introduce the Aurora series of decoder-only code models for code generative tasks.",
    "Official release for the Aurora1 and Aurora2 models for Program Synthesis.",
    "Aurora is a family of code generation models (3B and 7B), trained on code of many languages and on texts such as books.",
    "Aurora 是一个支持多语言的代码生成模型。",
    "Aurora はコード生成モデルです。",
  ])("are told by their introduction: %s", (introduction) => {
    expect(verdict(release({ introduction }), "open")).not.toBe("not-applicable");
  });

  test.each([
    "Aurora is a general language model; it excels at mathematics and code generation.",
    "Aurora is a language model that outperforms existing code LLMs on HumanEval.",
    "Aurora is a chat model; there are code models such as Borealis, which is older.",
    "This repository holds the model code, and scripts for training.",
    "Aurora is an encoder-decoder model of speech.",
    "Aurora is a language model trained on text and code.",
    "Please read our code of conduct. Aurora is a model for code of conduct questions.",
  ])("are not those of other kinds: %s", (introduction) => {
    const report = release({ introduction });
    expect(report.frameworks["software-heritage"]?.verdict).toBe("not-applicable");
  });
});

describe("the first principle, an open model with what it takes", () => {
  test("is met by open weights with a card and inference code", () => {
    expect(verdict(release(), "open")).toBe("pass");
  });

  test("is missed where the weights' license restricts", () => {
    expect(verdict(release({ license: "cc-by-nc-4.0" }), "open")).toBe("fail");
  });

  test("is not judged by the open license of code beside weights whose license nobody can tell", () => {
    const more = { LICENSE: "Custom terms. Ask us.\n" };
    expect(verdict(release({ license: "other", more }), "open")).toBe("undetermined");
  });
});

describe("the second principle, identified training data", () => {
  test("is met by identifiers in what is said of the data", () => {
    expect(
      verdict(release({ data: `We trained on the snapshot ${SWHID.replace("cnt", "snp")}.` }), "identified-data"),
    ).toBe("pass");
  });

  test("is met by a list of identifiers in the tree", () => {
    const rows = [1, 2, 3].map((n) => `{"blob_id": "${String(n).repeat(40)}", "directory_id": "${"a".repeat(40)}"}`);
    const more = { "data/train.jsonl": `${rows.join("\n")}\n` };
    expect(verdict(release({ more }), "identified-data")).toBe("pass");
  });

  test("is met by a data set whose rows carry them", () => {
    const data =
      "Aurora was trained on [The Stack v2](https://huggingface.co/datasets/bigcode/the-stack-v2-train-full-ids).";
    expect(verdict(release({ data }), "identified-data")).toBe("pass");
  });

  test("is missed where data come from the archive and nothing identifies them", () => {
    const data = "The training data were taken from the Software Heritage archive in 2024.";
    expect(verdict(release({ data }), "identified-data")).toBe("fail");
  });

  test("is not met by a badge with the repository's own identifier", () => {
    const introduction = `${INTRODUCTION}\n\n[![SWH](https://archive.softwareheritage.org/badge/${SWHID}/)](https://archive.softwareheritage.org/${SWHID})`;
    expect(verdict(release({ introduction, data: "All of the data is ours." }), "identified-data")).toBe("warn");
  });

  test("is open where a linked data set was not looked into, or not all of the tree was seen", () => {
    const data = "Trained on [StarData](https://huggingface.co/datasets/acme-ai/stardata), some 200 GB of code.";
    expect(verdict(release({ data }), "identified-data")).toBe("undetermined");
    expect(verdict(release({ complete: false }), "identified-data")).toBe("undetermined");
  });
});

describe("the third principle, a way out for authors", () => {
  test.each([
    "Authors can opt out: open an issue with the names of their repositories.",
    "To have your code removed from the training data, write to data@example.org; we accept removal requests for the dataset.",
    "See [Am I in The Stack](https://huggingface.co/spaces/bigcode/in-the-stack).",
    "作者可以通过表单选择退出训练数据集。",
  ])("is met by %s", (data) => {
    expect(verdict(release({ data }), "opt-out")).toBe("pass");
  });

  test("is met by an issue form", () => {
    expect(
      verdict(release({ more: { ".github/ISSUE_TEMPLATE/opt-out-request.yml": "name: Opt out\n" } }), "opt-out"),
    ).toBe("pass");
  });

  test.each([
    "You can opt out of telemetry in the settings of the repository.",
    "Users may opt out of the newsletter; the authors never share addresses.",
    "The optimiser runs out of memory on small cards.",
  ])("is not met by %s", (rest) => {
    expect(verdict(release({ rest: `## Notes\n\n${rest}` }), "opt-out")).toBe("warn");
  });
});

test("where the page could not be read, whether the model is one of code or general-purpose is undetermined", () => {
  const report = auditOf(
    { "README.md": { unavailable: "the host did not answer" }, "model.safetensors": POINTER, "generate.py": GENERATE },
    { name: "aurora", policy: "model: true\n" },
  );
  expect(report.frameworks["software-heritage"]?.verdict).toBe("undetermined");
  expect(report.frameworks["eu-ai-act"]?.verdict).toBe("undetermined");
});
