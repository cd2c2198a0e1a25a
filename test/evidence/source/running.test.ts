import { describe, expect, it } from "vitest";
import { rolesOf } from "./roles.ts";

const has = (path: string, text: string, role: string) => rolesOf(path, text).includes(role);

describe("running a model", () => {
  it.each([
    [
      "transformers",
      "from transformers import AutoModel\nmodel = AutoModel.from_pretrained('a/b')\nmodel.generate(x)\n",
    ],
    ["a pipeline", "from transformers import pipeline\npipeline('text-generation', model='a/b')('hi')\n"],
    ["vLLM", "from vllm import LLM\nllm = LLM(model='a/b')\nllm.generate(p)\n"],
    ["a thread", "from threading import Thread\nimport torch\nThread(target=model.generate, kwargs={}).start()\n"],
    ["its own package", "from lumo import Lumo\ngenerator = Lumo.build()\ngenerator.chat_completion(d)\n"],
    ["a sampling function", "import torch\n@torch.no_grad()\ndef generate(model, x):\n  return x\n"],
    ["a loop", "import torch\nfor i in range(9):\n  out = model.forward(x)\n  x = torch.argmax(out)\n"],
    ["ONNX", "import onnxruntime\ns = onnxruntime.InferenceSession('m.onnx')\n"],
  ])("is seen by %s", (_, text) => {
    expect(has("x.py", text, "infers strong")).toBe(true);
  });

  it("is not sampling of data, random numbers or decoding of tokens", () => {
    for (const text of [
      "import random, torch\nrandom.sample(a, 2)\n",
      "import torch\nclass Tokenizer:\n  def decode(self, ids):\n    return self.model.decode(ids)\n",
      "import pandas as pd, torch\ndf.sample(3)\n",
    ])
      expect(has("samplers.py", text, "infers strong")).toBe(false);
  });

  it("is an aside in a training script", () => {
    const text = "import torch\nloss.backward()\noptimizer.step()\nmodel.generate(x)\n";
    expect(rolesOf("train.py", text)).toEqual(expect.arrayContaining(["trains strong", "infers weak"]));
  });
});

describe("evaluating", () => {
  it.each([
    ["a harness", "import lm_eval\nlm_eval.simple_evaluate(model='hf')\n", "x.py"],
    [
      "a harness's model class",
      "from lm_eval.api.model import LM\nclass Mine(LM):\n  def loglikelihood(self, r): pass\n",
      "x.py",
    ],
    ["an Inspect task", "from inspect_ai import Task, task\n@task\ndef mine():\n  return Task(dataset=d)\n", "x.py"],
    ["a metric of a library", "import jiwer\nprint(jiwer.wer(a, b))\n", "x.py"],
    ["right answers on a benchmark", "preds = run()\ndata = load('cais/mmlu')\ncorrect = 0\n", "x.py"],
    ["metric functions in evaluation code", "def exact_match_score(a, b):\n  return a == b\n", "evaluation/metrics.py"],
    [
      "a judge's verdicts on answers",
      "def play_match(q, a, b):\n  return ask(q, a, b)\ndef make_judge_single(model):\n  return model\n",
      "lumo/llm_judge/run.py",
    ],
    ["errors of forecasts in evaluation code", "def _smape(y, t):\n  return abs(y - t)\n", "benchmarks/run_eval.py"],
    [
      "scores kept on a test split",
      "from datasets import load_dataset\nd = load_dataset('acme/sums', split='test')\ndef evaluate(a):\n  scores = []\n",
      "agent/run.py",
    ],
    ["a distance of pictures from pictures", "def calculate_fid_from_stats(mu, sigma):\n  return m\n", "fid.py"],
    ["seqio tasks with metrics", "import seqio\nseqio.TaskRegistry.add('x', metric_fns=[m])\n", "tasks.py"],
  ])("is seen by %s", (_, text, path) => {
    expect(has(path, text, "evaluates strong")).toBe(true);
  });

  it("is not told from a name, an everyday word, a metric in training, or a kernel's accumulator", () => {
    expect(rolesOf("evaluate.py", "x = 1\n")).toEqual(["evaluates weak"]);
    expect(has("config.py", "drop = 1\nright = 2\nrecord = 'record'\npreds = 3\n", "evaluates strong")).toBe(false);
    const train = "import evaluate\nm = evaluate.load('accuracy')\nloss.backward()\noptimizer.step()\n";
    expect(has("train.py", train, "evaluates strong")).toBe(false);
    expect(has("kernel.py", "import triton\nacc = 0\nassert a, 'gqa needs heads'\n", "evaluates strong")).toBe(false);
  });

  it("is not a likeness measured to filter generated data, nor a function that only shares a library's name", () => {
    const filter =
      "from rouge_score import rouge_scorer\ns = rouge_scorer.RougeScorer(['rougeL'])\njson.dump(kept, f)\n";
    expect(has("generate_instruction.py", filter, "evaluates strong")).toBe(false);
    expect(has("agent/run.py", "def evaluate(x): pass\nevaluate(1)\n", "evaluates strong")).toBe(false);
  });

  it("is not an error that a training minimises, nor an evaluation of expressions over a split to learn from", () => {
    const loss = "import torch\ndef mse(a, b):\n  return (a - b) ** 2\nmse(p, y).backward()\noptimizer.step()\n";
    expect(has("evaluation/fit.py", loss, "evaluates strong")).toBe(false);
    expect(has("model/losses.py", "def _mse(a, b):\n  return (a - b) ** 2\n", "evaluates strong")).toBe(false);
    const filter =
      "from datasets import load_dataset\nd = load_dataset('acme/sums', split='train')\ndef evaluate(x):\n  scores = []\n";
    expect(has("agent/run.py", filter, "evaluates strong")).toBe(false);
  });

  it("is part of a script that trains and then evaluates on a named benchmark", () => {
    const text =
      "correct = 0\npreds = []\nprocessors = {'mnli': M, 'xnli': X}\nestimator.train(f)\nestimator.evaluate(g)\nimport tensorflow as tf\n";
    expect(rolesOf("run_classifier.py", text)).toEqual(expect.arrayContaining(["trains strong", "evaluates strong"]));
  });

  it("is not building a dataset from a benchmark, nor measuring speed", () => {
    const build = "from lm_eval.tasks import utils\nutils.process_results(a)\nds.push_to_hub('a/b')\n";
    expect(has("data/filter.py", build, "evaluates strong")).toBe(false);
    const speed = "import time, torch\nstart = time.time()\nmodel.generate(x)\nlatency = time.time() - start\n";
    const roles = rolesOf("benchmarks/speed.py", speed);
    expect(roles).toContain("measures-speed strong");
    expect(roles).not.toContain("evaluates strong");
  });
});

describe("preparing data", () => {
  it.each([
    [
      "tokenising into a memory map",
      "enc = tok()\nids = enc.encode_ordinary(open('a').read())\narr = np.memmap('train.bin', mode='w+')\n",
      "x.py",
    ],
    [
      "filtering and saving a dataset",
      "from datasets import load_dataset\nd = load_dataset('a/b').filter(f)\nd.save_to_disk('out')\n",
      "x.py",
    ],
    ["datatrove", "from datatrove.pipeline.dedup import MinhashConfig\nMinhashConfig()\n", "x.py"],
    [
      "cleaning lines in a data script",
      "import re, json\nfor line in open('raw'):\n  f.write(re.sub('a', 'b', line))\n",
      "scripts/clean_corpus.py",
    ],
    [
      "packing tokens into shards",
      "from pkg.packed import PackedDatasetBuilder\nb = PackedDatasetBuilder()\nb.add_array(tokenizer.encode(t))\n",
      "x.py",
    ],
    ["seqio preprocessors", "import seqio\nseqio.TaskRegistry.add('x', preprocessors=[p])\n", "tasks.py"],
  ])("is seen by %s", (_, text, path) => {
    expect(has(path, text, "prepares-data strong")).toBe(true);
  });

  it("is not mending the text of a prompt with a library that preparation uses too", () => {
    expect(
      has("clean.py", "import ftfy\ndef basic_clean(t):\n  return ftfy.fix_text(t)\n", "prepares-data strong"),
    ).toBe(false);
  });

  it("is not writing bytes, predictions, plots, weights or a training's dataset class", () => {
    const bytes = "import json\nf.write(text.encode('utf-8'))\njson.loads(open('a').read())\n";
    expect(has("utils.py", bytes, "prepares-data strong")).toBe(false);
    const predictions =
      "import json, torch\nfor line in open('q'):\n  a = model.generate(tokenizer.encode(line))\n  f.write(json.dumps(a))\n";
    expect(has("eval/run.py", predictions, "prepares-data strong")).toBe(false);
    const table = "import json\nrows = json.load(open('a'))\nf.write(str(rows).replace('a', 'b'))\n";
    expect(has("data/plot_stats.py", table, "prepares-data strong")).toBe(false);
    const weights =
      "import torch, json\nsd = json.load(open('a'))\nm.load_state_dict(sd)\ntorch.save(m)\nf.write(tokenizer.encode('a'))\n";
    expect(has("convert_data.py", weights, "prepares-data strong")).toBe(false);
    const loader =
      "from torch.utils.data import Dataset\nclass D(Dataset):\n  def __len__(self): pass\n  def __getitem__(self, i): pass\nopen('v').write(open('a').read().split())\n";
    expect(has("dataset.py", loader, "prepares-data strong")).toBe(false);
  });

  it("reads only from a memory map opened for reading", () => {
    const text = "ids = tokenizer.encode(open('a').read())\nx = np.memmap('a', mode='r')\n";
    expect(has("x.py", text, "prepares-data strong")).toBe(false);
  });
});

describe("tokenizers", () => {
  it("are classes that encode and decode, or a trainer's run", () => {
    expect(
      has("t.py", "class Tokenizer:\n  def encode(self, s): pass\n  def decode(self, i): pass\n", "tokenizes strong"),
    ).toBe(true);
    expect(has("t.py", "class TokenizerConfig:\n  name: str\n", "tokenizes strong")).toBe(false);
  });
});

describe("a network called for its embeddings", () => {
  const code = "import haiku as hk\nimport jax\nouts = forward_fn.apply(parameters, key, tokens)\nprint(outs.shape)\n";

  it("is run where the file is named for inference", () => {
    expect(rolesOf("notebooks/inference.py", code)).toEqual(["infers strong"]);
    expect(rolesOf("notebooks/analysis.py", code)).toEqual([]);
    expect(rolesOf("notebooks/inference.py", code.replace("forward_fn.apply", "load_model"))).toEqual(["infers weak"]);
  });
});

describe("sorting of what a model made", () => {
  const code =
    "import csv\nwith open(a) as f:\n    rows = csv.reader(f)\nkept = filter(good, rows)\nwriter.writerows(kept)\n";

  it("prepares no training data, as the same of a corpus does", () => {
    expect(rolesOf("tools/filter_corpus.py", code)).toEqual(["prepares-data strong"]);
    expect(rolesOf("tools/filter_backbones.py", code)).toEqual(["prepares-data weak"]);
  });
});

describe("frames of videos", () => {
  const script = (maker: string) =>
    `import cv2\ndef ${maker}(p):\n  v = cv2.VideoCapture(p)\n  return v\nfor f in ${maker}("a.mp4"):\n  cv2.imwrite("a.jpg", f)\n`;

  it("are data prepared where a function extracts and keeps them", () => {
    expect(has("training/scripts/frames.py", script("extract_frames"), "prepares-data strong")).toBe(true);
    expect(has("training/scripts/frames.py", script("show_camera"), "prepares-data strong")).toBe(false);
    expect(has("demo/inference.py", script("extract_frames"), "prepares-data strong")).toBe(false);
  });
});

describe("overlap of masks", () => {
  it("is evaluation where the file is of evaluation", () => {
    const text = "def get_iou(a, b):\n  return a / b\n";
    expect(has("flags/utils/flags_benchmark.py", text, "evaluates strong")).toBe(true);
    expect(has("flags/utils/losses.py", text, "evaluates strong")).toBe(false);
  });
});
