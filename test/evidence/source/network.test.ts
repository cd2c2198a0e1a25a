import { describe, expect, it } from "vitest";
import { analyseSource } from "../../../src/evidence/source/analyse.ts";
import { rolesOf } from "./roles.ts";

const network = (text: string, path = "model.py") => rolesOf(path, text).filter((role) => role.startsWith("defines"));

describe("defining a network", () => {
  it.each([
    [
      "PyTorch",
      "import torch.nn as nn\nclass A(nn.Module):\n  def __init__(self):\n    self.l = nn.Linear(1, 2)\n  def forward(self, x):\n    return self.l(x)\n",
    ],
    [
      "PyTorch by name",
      "from torch.nn import Module, Linear\nclass A(Module):\n  def __init__(self):\n    self.l = Linear(1, 2)\n  def forward(self, x):\n    return self.l(x)\n",
    ],
    [
      "Flax",
      "import flax.linen as fl\nclass A(fl.Module):\n  @fl.compact\n  def __call__(self, x):\n    return fl.Dense(3)(x)\n",
    ],
    [
      "Keras",
      "from tensorflow import keras\nclass A(keras.Model):\n  def __init__(self):\n    self.d = keras.layers.Dense(3)\n  def call(self, x):\n    return self.d(x)\n",
    ],
    [
      "Transformers",
      "from transformers import PreTrainedModel\nimport torch.nn as nn\nclass A(PreTrainedModel):\n  def __init__(self, c):\n    self.h = nn.Linear(1, 2)\n  def forward(self, x):\n    return self.h(x)\n",
    ],
    [
      "Paddle",
      "from paddle import nn\nclass A(nn.Layer):\n  def __init__(self):\n    self.l = nn.Linear(1, 2)\n  def forward(self, x):\n    return self.l(x)\n",
    ],
    [
      "MindSpore",
      "import mindspore.nn as nn\nclass A(nn.Cell):\n  def __init__(self):\n    self.l = nn.Dense(1, 2)\n  def construct(self, x):\n    return self.l(x)\n",
    ],
    [
      "a class of the same file",
      "import torch\nclass B(torch.nn.Module):\n  pass\nclass A(B):\n  def __init__(self):\n    self.l = torch.nn.Linear(1, 2)\n  def forward(self, x):\n    return self.l(x)\n",
    ],
    [
      "an alias",
      "import torch\nBase = torch.jit.ScriptModule\nclass A(Base):\n  def forward(self, x):\n    return (self.w @ x) + (self.v @ x)\n",
    ],
  ])("is seen in %s", (_, text) => {
    expect(network(text)).toEqual(["defines-network strong"]);
  });

  it("says which class and where", () => {
    const text =
      "import torch.nn as nn\n\n\nclass Net(nn.Module):\n  def __init__(self):\n    self.l = nn.Linear(1, 2)\n  def forward(self, x):\n    pass\n";
    expect(analyseSource("m.py", "", text).roles[0]).toMatchObject({
      line: 4,
      what: "class Net(torch.nn.Module) with forward",
    });
  });

  it("is not told from a name: tokenizers, wrappers and data classes in model.py define none", () => {
    const wrapper =
      "from transformers import AutoModelForCausalLM\nimport torch\nclass Chat(torch.nn.Module):\n  def __init__(self):\n    self.m = AutoModelForCausalLM.from_pretrained('a/b')\n  def forward(self, x):\n    return self.m(x)\n";
    expect(network(wrapper)).toEqual(["defines-network weak"]);
    expect(
      network("from pydantic import BaseModel\nclass Model(BaseModel):\n  name: str\n  def call(self): pass\n"),
    ).toEqual([]);
    expect(network("class Model:\n  def forward(self, x):\n    return x\n")).toEqual([]);
    expect(network("from django.db import models\nclass Layer(models.Model):\n  def build(self): pass\n")).toEqual([]);
  });

  it("is weak for a loss or an adapter alone", () => {
    const text =
      "import torch.nn as nn\nclass MyLoss(nn.Module):\n  def __init__(self):\n    self.l = nn.Linear(1, 2)\n  def forward(self, x):\n    pass\n";
    expect(network(text)).toEqual(["defines-network weak"]);
  });

  it("is seen in functions over weights", () => {
    const text =
      "import numpy as np\ndef layer_norm(x, w): return x * w\ndef attention(x, wq, wk):\n  return np.dot(x @ wq, x @ wk)\ndef mlp(x, w):\n  return x @ w\n";
    expect(network(text)).toEqual(["defines-network strong"]);
  });

  it("is seen in C with attention, norm, products and a forward pass", () => {
    const text =
      "void rmsnorm(float* o) {}\nvoid matmul(float* o) {}\nvoid softmax(float* x) {}\nfloat* forward(T* t) {\n  matmul(t);\n}\n";
    expect(network(text, "run.c")).toEqual(["defines-network strong"]);
    expect(network("void softmax(float* x) {}\n", "kernel.cu")).toEqual([]);
  });
});
