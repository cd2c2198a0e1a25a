import { describe, expect, it } from "vitest";
import { findConfigs } from "../../../src/evidence/files/configs.ts";
import { tree } from "./tree.ts";

const found = (files: Parameters<typeof tree>[0]) => {
  const { entries, contents } = tree(files);
  return findConfigs(entries, contents).map(({ path, kind, line }) => [path, kind, line]);
};
const kind = (path: string, text: string) => found({ [path]: text })[0]?.[1];

describe("configuration files, by content", () => {
  it("recognises training settings in YAML, JSON, Gin, shell and plain Python, with the line", () => {
    expect(found({ "a.yaml": "model:\n  dim: 8\nrun:\n  learning_rate: 1e-4\n  weight_decay: 0.1\n" })).toEqual([
      ["a.yaml", "training", 4],
    ]);
    expect(kind("a.yml", '{\n "train_micro_batch_size_per_gpu": 4,\n "lr-decay-style": "cosine"\n}')).toBe("training");
    expect(kind("ds.json", '{"optimizer": {"type": "AdamW"}, "gradient_accumulation_steps": 4}')).toBe("training");
    expect(kind("p.gin", "utils.LR.warmup_steps = 100\ntrain/utils.DS.batch_size = 8\n")).toBe("training");
    expect(kind("run.sh", "torchrun train.py \\\n --lr 1e-4 \\\n --warmup_steps 10\n")).toBe("training");
    expect(kind("config/big.py", "# a run\nlearning_rate = 6e-4\nmax_iters = 600000\n")).toBe("training");
  });

  it.each([
    ["serve.yaml", "batch_size: 8\nblock_size: 1024\nport: 80\n"],
    ["ci.yml", "on: push\njobs:\n  test:\n    steps: []\n"],
    ["webpack.json", '{"entry": "a", "optimizer": true}'],
    ["train.py", "import torch\nlr = 1\nweight_decay = 2\nfor x in y:\n  pass\n"],
    ["a.yaml", "# learning_rate: 1\n# weight_decay: 2\n"],
  ])("does not take %s for training settings", (path, text) => {
    expect(kind(path, text)).not.toBe("training");
  });

  it("keeps model configurations, tokenizers, logs and results apart from them", () => {
    expect(kind("config.json", '{"architectures": ["A"], "model_type": "x", "hidden_size": 8}')).toBe("model");
    expect(kind("tokenizer.json", "{}")).toBe("tokenizer");
    expect(kind("trainer_state.json", '{"global_step": 1, "log_history": []}')).toBe("log");
    const results = {
      results: { lambada: { acc: 1 } },
      versions: {},
      config: { model_args: { lr: 1, weight_decay: 2 } },
    };
    expect(kind("eval.json", JSON.stringify(results))).toBeUndefined();
  });

  it("recognises harness tasks with custom tags, and runs that only evaluate", () => {
    const task = "task: mine\ndataset_path: org/x\ndoc_to_text: !function utils.text\nmetric_list:\n  - metric: acc\n";
    expect(found({ "t.yaml": task })).toEqual([["t.yaml", "evaluation", 1]]);
    expect(kind("run.yaml", "model_args: pretrained=org/m\ntasks: [mmlu]\n")).toBe("evaluation");
    expect(kind("config/eval.py", "batch_size = 8\neval_only = True\n")).toBe("evaluation");
  });

  it("finds dependencies with the line of the first, and none where there are none", () => {
    expect(found({ "requirements.txt": "# pinned\n\ntorch==2.1\n" })).toEqual([
      ["requirements.txt", "dependencies", 3],
    ]);
    expect(found({ "pyproject.toml": '[project]\nname = "x"\ndependencies = [\n  "torch",\n]\n' })[0]?.[2]).toBe(4);
    expect(kind("pyproject.toml", '[tool.poetry.dependencies]\npython = "^3.9"\n')).toBe("dependencies");
    expect(kind("setup.py", 'setup(name="x", install_requires=["torch"])')).toBe("dependencies");
    expect(kind("environment.yml", "name: x\ndependencies:\n  - python=3.8\n")).toBe("dependencies");
    expect(kind("Dockerfile", "FROM ubuntu\nRUN apt-get update && pip install torch\n")).toBe("dependencies");
    expect(kind("pyproject.toml", "[tool.black]\nline-length = 100\n")).toBeUndefined();
    expect(kind("pyproject.toml", "[project]\ndependencies = []\n")).toBeUndefined();
    expect(kind("requirements.txt", "# nothing yet\n")).toBeUndefined();
    expect(kind("Dockerfile", "FROM scratch\nCOPY a /a\n")).toBeUndefined();
    expect(kind("package.json", '{"devDependencies": {"jest": "1"}}')).toBeUndefined();
  });

  it("leaves vendored files out and keeps the area of examples", () => {
    const { entries, contents } = tree({ "vendor/requirements.txt": "a", "examples/requirements.txt": "a" });
    expect(findConfigs(entries, contents).map(({ path, area }) => [path, area])).toEqual([
      ["examples/requirements.txt", "example"],
    ]);
  });
});
