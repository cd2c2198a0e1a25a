import { describe, expect, test } from "vitest";
import { scriptOf } from "../../../src/frameworks/true/commands.ts";
import { reportSchema } from "../../../src/report/schema.ts";
import { auditOf } from "../../auditing.ts";
import type { FileOf } from "../../snapshot-of.ts";

const TRAIN =
  "import torch\nfrom torch.optim import AdamW\n\ntorch.manual_seed(1234)\noptimizer = AdamW(model.parameters(), lr=1e-4)\nfor batch in loader:\n    loss = model(batch).loss\n    loss.backward()\n    optimizer.step()\n    optimizer.zero_grad()\n";
const UNSEEDED = TRAIN.replace("torch.manual_seed(1234)\n", "");
const README = (body: string): string => `# Lumo-7B\n\nLumo-7B is a language model.\n\n${body}\n`;

const auditing = (files: Readonly<Record<string, FileOf>>, complete = true) =>
  auditOf({ "README.md": README(""), ...files }, { name: "lumo", policy: "model: true\n", complete });
const ruleIn = (report: ReturnType<typeof auditing>, id: string) => {
  const found = report.frameworks.true?.requirements.find((rule) => rule.id === id);
  return {
    verdict: found?.verdict,
    at: found?.evidence.map(({ path, lines }) => `${path}:${lines[0]}`),
    because: found?.because,
  };
};

describe("a pinned environment", () => {
  const environment = (files: Readonly<Record<string, FileOf>>, complete = true) =>
    ruleIn(auditing({ "train.py": TRAIN, ...files }, complete), "true-environment");

  test("is exact versions on every line, or a lock file", () => {
    expect(environment({ "requirements.txt": "torch==2.1.0\n# notes\nnumpy==1.26.4  # old\n" })).toMatchObject({
      verdict: "pass",
    });
    expect(environment({ "requirements.txt": "torch\n", "uv.lock": "version = 1\n" })).toMatchObject({
      verdict: "pass",
      at: ["uv.lock:1"],
    });
  });

  test("is not one open version among exact ones: a warning on its line", () => {
    expect(environment({ "requirements.txt": "torch==2.1.0\nnumpy>=1.20\n" })).toMatchObject({
      verdict: "warn",
      at: ["requirements.txt:2"],
    });
    expect(environment({ "environment.yml": "name: lumo\ndependencies:\n  - python=3.10\n  - numpy\n" })).toMatchObject(
      { verdict: "warn", at: ["environment.yml:4"] },
    );
  });

  test("a wildcard after == is no exact version, and a pinned list for tests pins nothing", () => {
    expect(
      environment({ "requirements.txt": "torch==2.*\n", "requirements-dev.txt": "pytest==8.0.0\n" }),
    ).toMatchObject({ verdict: "warn", at: ["requirements.txt:1"] });
  });

  test("is a warning where nothing is declared, and undetermined where the list of files was cut", () => {
    expect(environment({}).verdict).toBe("warn");
    expect(environment({}, false).verdict).toBe("undetermined");
  });
});

describe("seeds", () => {
  const seeds = (files: Readonly<Record<string, FileOf>>) => ruleIn(auditing(files), "true-seeds");

  test("are found in code, in settings and in arguments", () => {
    expect(seeds({ "train.py": TRAIN })).toMatchObject({ verdict: "pass", at: ["train.py:4"] });
    expect(seeds({ "train.py": UNSEEDED, "configs/train.yaml": "lr: 1e-4\nseed: 42\nbatch_size: 8\n" })).toMatchObject({
      verdict: "pass",
      at: ["configs/train.yaml:2"],
    });
  });

  test("a generator without a state, and a seed dataset, fix nothing", () => {
    const code = `${UNSEEDED}rng = numpy.random.default_rng()\nseed_tasks = load("seed_tasks.jsonl")\n`;
    expect(seeds({ "train.py": code }).verdict).toBe("warn");
  });

  test("of a demonstration, or of one picture in the README, fix no run", () => {
    const demo = "from diffusers import pipeline\n\nset_seed(42)\nprint(pipeline('x')('a cat'))\n";
    expect(seeds({ "train.py": UNSEEDED, "demo/cli_demo.py": demo }).verdict).toBe("warn");
    expect(seeds({ "train.py": UNSEEDED, "README.md": README("A picture of a cat, with seed=42.") }).verdict).toBe(
      "warn",
    );
    expect(
      seeds({ "train.py": UNSEEDED, "README.md": README("All models were trained with seed 1234.") }).verdict,
    ).toBe("pass");
  });

  test("are not missed in code that was not read", () => {
    expect(seeds({ "train.py": UNSEEDED, "utils.py": { unavailable: "it timed out" } }).verdict).toBe("undetermined");
  });

  test("do not apply where nothing runs", () => {
    expect(seeds({}).verdict).toBe("not-applicable");
  });
});

describe("commands in the documents", () => {
  const commands = (body: string, files: Readonly<Record<string, FileOf>> = {}, complete = true) => {
    const report = auditing({ "README.md": README(body), "train.py": TRAIN, ...files }, complete);
    expect(() => reportSchema.parse(report)).not.toThrow();
    return ruleIn(report, "true-commands");
  };
  const block = (...lines: string[]): string => `## Training\n\n\`\`\`bash\n${lines.join("\n")}\n\`\`\``;

  test("pass where the scripts are in the tree, in whatever folder", () => {
    expect(
      commands(block("cd scripts", "torchrun --nproc_per_node 8 \\", "  run.py --lr 1e-4"), {
        "scripts/run.py": TRAIN,
      }),
    ).toMatchObject({ verdict: "pass" });
  });

  test("fail on the line of a script that the tree does not have", () => {
    expect(
      commands(block("python train.py", "bash scripts/evaluate.sh"), { "scripts/run.sh": "echo\n" }),
    ).toMatchObject({
      verdict: "fail",
      at: ["README.md:9"],
      because: expect.stringContaining("scripts/evaluate.sh"),
    });
  });

  test.each([
    ["another repository is cloned", block("git clone https://github.com/other/tool", "python convert.py")],
    ["something is downloaded", block("wget https://example.org/x.zip", "python convert.py")],
    [
      "another repository is spoken of beside it",
      `## Use with [tool](https://github.com/other/tool)\n\n\`\`\`bash\npython convert.py\n\`\`\``,
    ],
    [
      "the reader is to write it",
      `## Use\n\nSave the code below as convert.py:\n\n\`\`\`bash\npython convert.py\n\`\`\``,
    ],
    ["it lies in a container", block("docker pull acme/lumo", "python convert.py")],
    ["it lies in a folder of the machine", block("cd /data/lumo", "python convert.py")],
    ["its folder is none of the tree's", block("python src/other/convert.py")],
    ["it is a module", block("python -m lumo.convert")],
    ["the name is a stand-in", block("python path/to/your_script.py")],
    ["it is given by a variable", block("python $SCRIPT", "bash $DIR/go.sh")],
  ])("do not fail where %s", (_, body) => {
    expect(commands(body).verdict).not.toBe("fail");
  });

  test("never fail where the list of files was cut", () => {
    expect(commands(block("python convert.py"), {}, false).verdict).toBe("undetermined");
  });

  test("a script is told from options and settings", () => {
    expect(scriptOf("CUDA_VISIBLE_DEVICES=0 python -u ./eval/run.py --config x.yaml".split(" "))).toBe("eval/run.py");
    expect(scriptOf("python -m torch.distributed.launch --nproc_per_node=8 main.py".split(" "))).toBe("main.py");
    expect(scriptOf(["python", "-c", "print(1)"])).toBeUndefined();
    expect(scriptOf(["pip", "install", "setup.py"])).toBeUndefined();
  });
});

describe("results with how they were produced", () => {
  const TABLE = "## Evaluation\n\n| Benchmark | Lumo-7B |\n|---|---|\n| MMLU | 62.1 |\n| HellaSwag | 78.4 |\n";
  const results = (body: string, files: Readonly<Record<string, FileOf>> = {}) =>
    ruleIn(auditing({ "README.md": README(body), ...files }), "true-results");

  test("pass where a command stands below the table", () => {
    expect(
      results(`${TABLE}\n\`\`\`bash\nlm_eval --model hf --model_args pretrained=acme/lumo-7b --tasks mmlu\n\`\`\`\n`)
        .verdict,
    ).toBe("pass");
  });

  test("are warned of where there is only the table", () => {
    expect(results(TABLE).verdict).toBe("warn");
  });

  test("what is run before anything can be measured tells nothing of the table, even below it", () => {
    const prepared = (command: string) => results(`${TABLE}\n\`\`\`bash\n${command}\n\`\`\`\n`).verdict;
    expect(prepared("python tokenizer_train.py data.parquet")).toBe("warn");
    expect(prepared("git lfs clone https://hub.example/acme/data\npython utils/unshard_memmap.py --input data")).toBe(
      "warn",
    );
    expect(prepared("python run_mmlu.py --model acme/lumo-7b")).toBe("pass");
  });

  test("commands that measure a tokenizer tell nothing of the table", () => {
    const page = "# Tokenizer\n\n## Evaluation\n\n```bash\npython evaluate.py --tokenizer lumo\n```\n";
    expect(results(TABLE, { "tokenization/README.md": page }).verdict).toBe("warn");
    expect(results(TABLE, { "evaluation/README.md": page }).verdict).toBe("pass");
  });

  test("a command that trains tells nothing of the table", () => {
    expect(results(`## Training\n\n\`\`\`bash\npython train.py\n\`\`\`\n\n${TABLE}`).verdict).toBe("warn");
  });
});

test("code for fine-tuning alone is not the code that trained the model", () => {
  const tuning = `# Fine-tunes Lumo with LoRA\nfrom peft import LoraConfig, get_peft_model\nfrom transformers import AutoModelForCausalLM\nmodel = get_peft_model(AutoModelForCausalLM.from_pretrained("acme/lumo-7b"), LoraConfig())\n${TRAIN}`;
  const report = auditing({ "finetune.py": tuning });
  expect(report.components["training-code"].noteSaid?.code).toBe("note.onlyFineTuning");
  const both = auditing({
    "finetune.py": tuning,
    "eval_mmlu.py": 'import lm_eval\nlm_eval.simple_evaluate(model="hf", tasks=["mmlu"])\n',
    "model.safetensors": `version https://git-lfs.github.com/spec/v1\noid sha256:${"a".repeat(64)}\nsize 1400000000\n`,
  });
  expect(ruleIn(both, "true-pieces").because).toMatch(/^Only code for fine-tuning/);
});

describe("the four words", () => {
  const letters = (files: Readonly<Record<string, FileOf>>, complete = true) =>
    ruleIn(auditing(files, complete), "true-letters");

  test("are told one by one", () => {
    const card =
      "# Data card\n\n## Sources\n\nWikipedia and Common Crawl.\n\n## Size\n\n12 million documents, filtered.\n";
    expect(letters({ "train.py": UNSEEDED, "DATA_CARD.md": card })).toMatchObject({
      verdict: "warn",
      because: "Shown: transparent. Not shown: reproducible, understandable and executable.",
    });
    const way =
      "## Install\n\n```bash\npip install lumo\n```\n\n## Usage\n\n```python\nmodel.generate(prompt)\n```\n\n## Training\n\n```bash\npython train.py\n```\n";
    expect(
      letters({
        "README.md": README(way),
        "train.py": TRAIN,
        Dockerfile: "FROM python:3.12\n",
        "uv.lock": "version = 1\n",
      }),
    ).toMatchObject({
      verdict: "warn",
      because: "Shown: understandable and executable. In part: reproducible. Not shown: transparent.",
    });
  });

  test("fail only where none of them is shown even in part", () => {
    expect(letters({})).toMatchObject({ verdict: "fail" });
    expect(letters({}, false).verdict).not.toBe("fail");
  });
});

describe("the other rules", () => {
  test("an empty repository of a model is told what is missing, and nothing of code that it does not have", () => {
    const report = auditing({});
    expect(report.frameworks.true?.requirements.map(({ id, verdict }) => `${id} ${verdict}`)).toEqual([
      "true-letters fail",
      "true-pieces fail",
      "true-data fail",
      "true-environment not-applicable",
      "true-seeds not-applicable",
      "true-configurations not-applicable",
      "true-commands not-applicable",
      "true-checksums not-applicable",
      "true-container not-applicable",
      "true-results warn",
      "true-way not-applicable",
    ]);
  });

  test("weights on another host can be checked by their SHA-256, and not by a commit of the code", () => {
    const link = "Weights: https://huggingface.co/acme-ai/lumo-7b";
    const of = (text: string) => ruleIn(auditing({ "README.md": README(text) }), "true-checksums").verdict;
    expect(of(`${link}\n\nSHA-256 of model.safetensors: ${"0123456789abcdef".repeat(4)}`)).toBe("pass");
    expect(of(`${link}\n\nLogs: https://files.example.org/${"0123456789abcdef".repeat(4)}`)).toBe("warn");
    expect(of(`${link}\n\nTested at commit ${"0123456789".repeat(4)}.`)).toBe("warn");
  });

  test("settings in a file or a filled section are found; the heading alone is not one", () => {
    const of = (files: Readonly<Record<string, FileOf>>) =>
      ruleIn(auditing({ "train.py": TRAIN, ...files }), "true-configurations").verdict;
    expect(
      of({ "configs/train.yaml": "learning_rate: 1e-4\nbatch_size: 8\nmax_steps: 1000\nweight_decay: 0.1\n" }),
    ).toBe("pass");
    expect(of({ "README.md": README("```bash\npython train.py --lr 1e-4 --batch-size 8\n```") })).toBe("pass");
    expect(of({ "README.md": README("```bash\npython train.py\n```") })).toBe("warn");
    expect(of({ "README.md": README("## Hyperparameters\n\n[More Information Needed]") })).toBe("warn");
  });

  test("a container is a file of that kind, or an image that a command runs; the word is none", () => {
    const of = (files: Readonly<Record<string, FileOf>>) =>
      ruleIn(auditing({ "train.py": TRAIN, ...files }), "true-container").verdict;
    expect(of({ Dockerfile: "FROM python:3.11\nRUN pip install torch\n" })).toBe("pass");
    expect(of({ "README.md": README("```bash\ndocker run acme/lumo\n```") })).toBe("pass");
    expect(of({ "README.md": README("A Docker image will follow.") })).toBe("warn");
  });

  test("the way is told where each step has words or a command; headings of a template are none", () => {
    const of = (body: string) => ruleIn(auditing({ "README.md": README(body), "train.py": TRAIN }), "true-way");
    const step = (title: string, command: string) => `## ${title}\n\n\`\`\`bash\n${command}\n\`\`\`\n`;
    const install = step("Installation", "pip install -r requirements.txt");
    const use = step("Usage", "python generate.py");
    expect(of(`${install}\n${use}\n${step("Training", "python train.py")}`).verdict).toBe("pass");
    expect(of(`${install}\n${use}\n## Training\n\nTBD`)).toMatchObject({
      verdict: "warn",
      because: expect.stringContaining("training"),
    });
  });
});
