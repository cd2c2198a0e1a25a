import { describe, expect, it } from "vitest";
import { analyseSource } from "../../../src/evidence/source/analyse.ts";
import { referencesOf, rolesOf } from "./roles.ts";

describe("shell scripts", () => {
  it.each([
    ["torchrun pretrain.py \\\n  --lr 1e-4 \\\n  --train-iters 10\n", "trains strong"],
    ["deepspeed finetune.py --model_name_or_path a/b --num_train_epochs 3\n", "fine-tunes strong"],
    ["python -u $SCRIPT model=a optimizer.lr=1e-4 gradient_accumulation_steps=4\n", "trains strong"],
    [
      'export RUN="torchrun $ARGS \\\n  pretrain_gpt.py \\\n  --lr 1e-4 \\\n  --finetune"\nsrun bash -c "$RUN"\n',
      "trains strong",
    ],
    ["lm_eval --model hf --tasks mmlu\n", "evaluates strong"],
    ["python evaluate.py --task gsm8k\n", "evaluates strong"],
    ["vllm serve org/model\n", "infers strong"],
    ["spm_encode --model=x < a > b\n", "prepares-data strong"],
    ["spm_train --input=a\n", "tokenizes strong"],
    ["python run_speed_benchmark.py --dataset a\n", "measures-speed strong"],
  ])("%j: %s", (text, role) => {
    expect(rolesOf("scripts/x.sh", text)).toContain(role);
  });

  it.each([
    "# torchrun train.py --lr 1\n",
    "echo python train.py --lr 1 --epochs 2\n",
    "Usage: python train.py --lr 1\n",
    "conda activate envs/datatrove\n",
    "pip install lm_harness\n",
    "python scripts/prepare_changelog.py\n",
    'ARGS="--deepspeed --lr 1e-4"\n',
  ])("%j launches nothing", (text) => {
    expect(rolesOf("scripts/x.sh", text).filter((role) => role.endsWith("strong"))).toEqual([]);
  });

  it("name the line on which a continued command starts", () => {
    const text = "#!/bin/bash\n\ntorchrun train.py \\\n  --lr 1\n";
    expect(analyseSource("x.sh", "", text).roles[0]?.line).toBe(3);
  });

  it("name what they download", () => {
    const text =
      "hf download acme/model --local-dir x\nhuggingface-cli download acme/data --repo-type dataset\nwget https://host.org/w/model.pt\ngsutil cp gs://bucket/x.bin .\nwget https://host.org/index.html\n";
    expect(referencesOf("get.sh", text)).toEqual([
      "hf-model acme/model",
      "hf-dataset acme/data",
      "url https://host.org/w/model.pt",
      "url gs://bucket/x.bin",
    ]);
  });
});

describe("notebooks", () => {
  const book = (...cells: { cell_type: string; source: string[] }[]) => JSON.stringify({ nbformat: 4, cells }, null, 1);

  it("are read by their code cells, magics dropped, with lines of the file", () => {
    const text = book(
      { cell_type: "markdown", source: ["loss.backward()\n", "optimizer.step()"] },
      {
        cell_type: "code",
        source: [
          "%matplotlib inline\n",
          "!lm_eval --model hf --tasks mmlu\n",
          "import jiwer\n",
          "print(jiwer.wer(a, b))",
        ],
      },
    );
    const { roles } = analyseSource("x.ipynb", "", text);
    expect(roles.map(({ role }) => role)).toEqual(["evaluates", "evaluates"]);
    const lines = text.split("\n");
    expect(lines[(roles[0]?.line ?? 0) - 1]).toContain("jiwer.wer");
    expect(lines[(roles[1]?.line ?? 0) - 1]).toContain("lm_eval");
  });

  it("that are broken give nothing", () => {
    for (const text of ["", "{", "[]", '{"cells": 1}', '{"cells": [null, {"cell_type": "code"}]}'])
      expect(rolesOf("x.ipynb", text)).toEqual([]);
  });
});
