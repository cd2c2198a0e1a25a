import { describe, expect, it } from "vitest";
import { rolesOf } from "./roles.ts";

const training = (path: string, text: string) =>
  rolesOf(path, text).filter((role) => /^(?:trains|fine-tunes)/.test(role));

describe("training", () => {
  it.each([
    ["backward and step", "loss.backward()\noptimizer.step()\n"],
    ["backward of a scaled loss", "scaler.scale(loss).backward()\nscaler.step(optimizer)\n"],
    ["accelerate", "accelerator.backward(loss)\nself.optim.step()\n"],
    ["DeepSpeed", "import deepspeed\nengine, _, _, _ = deepspeed.initialize(model=m)\nengine.backward(loss)\n"],
    ["a trainer", "from pkg.trainer import Trainer\nt = Trainer(cfg)\ntrainer = t\ntrainer.fit()\n"],
    ["JAX", "import jax, optax\ng = jax.value_and_grad(loss)\nu, s = tx.update(g, s)\n"],
    ["Keras", "from tensorflow import keras\nmodel.compile()\nmodel.fit(x)\n"],
    [
      "Lightning",
      "import lightning as L\nclass M(L.LightningModule):\n  def training_step(self, b): pass\n  def configure_optimizers(self): pass\n",
    ],
  ])("is seen by %s, whatever the file is called", (_, text) => {
    expect(training("main_utils.py", text)).toEqual(["trains strong"]);
  });

  it.each([
    ["sft.py", "from trl import SFTTrainer\nt = SFTTrainer(model=m)\nt.train()\n"],
    ["run.py", "from peft import get_peft_model\nm = get_peft_model(m, c)\nloss.backward()\noptimizer.step()\n"],
    ["finetune/main.py", "loss.backward()\noptimizer.step()\n"],
    [
      "run.py",
      "from transformers import AutoModel, Trainer\nm = AutoModel.from_pretrained('a/b')\nTrainer(m).train()\n",
    ],
  ])("that starts from released weights is fine-tuning (%s)", (path, text) => {
    expect(training(path, text)).toEqual(["fine-tunes strong", "trains weak"]);
  });

  it("that builds its own network is training, even where it can start from weights", () => {
    const text = "from model import GPT\nm = GPT(c)\nm = GPT.from_pretrained('x')\nloss.backward()\noptimizer.step()\n";
    expect(training("train.py", text)).toEqual(["trains strong"]);
  });

  it("is the main function of another library, called from a file that is named after it", () => {
    const text = "import torch\nif True:\n    from open_lm.main import main\n    main(arguments)\n";
    expect(training("training/train.py", text)).toEqual(["trains strong"]);
    expect(training("tools/serve.py", text)).toEqual([]);
  });

  it("is not told from a name alone", () => {
    expect(training("train.py", "def main():\n  print(1)\n")).toEqual(["trains weak"]);
    expect(training("train_data_report.py", "def main():\n  print(1)\n")).toEqual([]);
  });

  it("is neither a tokenizer's training nor a classifier's for filtering data", () => {
    const tokenizer = "from tokenizers.trainers import BpeTrainer\ntrainer = BpeTrainer()\ntok.train(files, trainer)\n";
    expect(rolesOf("train_tokenizer.py", tokenizer)).toContain("tokenizes strong");
    expect(training("train_tokenizer.py", tokenizer)).not.toContain("trains strong");
    const filter =
      "from transformers import AutoModelForSequenceClassification, Trainer\nm = AutoModelForSequenceClassification.from_pretrained('a/b')\ntrainer = Trainer(m)\ntrainer.train()\n";
    const roles = rolesOf("data/train_edu_classifier.py", filter);
    expect(roles).toContain("prepares-data strong");
    expect(roles).not.toContain("trains strong");
    expect(roles).not.toContain("fine-tunes strong");
  });

  it("is not a custom gradient, nor a step that is only timed", () => {
    const gradient =
      "import torch\nclass F(torch.autograd.Function):\n  @staticmethod\n  def backward(ctx, g):\n    return ctx.backward(g)\nscheduler.step()\n";
    expect(training("ops.py", gradient)).toEqual([]);
    expect(training("bench.py", "loss.backward()\noptimizer.step()\n")).toEqual(["trains weak"]);
  });
});
