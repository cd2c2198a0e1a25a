import { describe, expect, it } from "vitest";
import { auditOf } from "../../auditing.ts";
import { spdxText } from "../texts.ts";

const HUB = "Download the weights from [the hub](https://huggingface.co/acme-ai/lumo-7b).";
const GPL = spdxText("GPL-3.0-only");
const weights = (text: string, heading = "Overview") =>
  auditOf({ LICENSE: GPL, "README.md": `# Lumo\n\n${HUB}\n\n## ${heading}\n\n${text}\n` }).components[
    "model-parameters-final"
  ].license;

describe("a limit on what weights or data may be used for", () => {
  const PAGE = `# Lumo\n\n${HUB}\n\nThe code is released under [GPL-3.0](./LICENSE). All model weights and data are for **research use ONLY**. Commercial use is **strictly prohibited**.\n\n## Training data\n\nLumo was trained on the [dialogs](data/train.jsonl) in this repository.\n`;

  it("holds against the license of the repository, for the data in it as for the weights elsewhere", () => {
    const report = auditOf({
      LICENSE: GPL,
      "README.md": PAGE,
      "data/train.jsonl": '{"instruction":"Say hello","output":"Hello"}\n'.repeat(3_000),
    });
    expect(report.components.datasets).toMatchObject({
      presence: "in-repo",
      license: { id: "LicenseRef-research-only", open: false, source: { path: "README.md" } },
    });
    expect(report.components["model-parameters-final"].license).toMatchObject({
      id: "LicenseRef-research-only",
      open: false,
    });
  });

  it.each([
    "The checkpoints can only be used for non-commercial purposes.",
    "Our models may not be used for commercial purposes.",
    "The data and checkpoint is intended and licensed for research use only.",
    "The weights are restricted to academic research purposes.",
    "The code is under the GPL-3.0 license, and the weights are for research purposes only.",
    "We release the weights. They are for non-commercial research use only.",
    "As it learned from outputs of the Aria API, the checkpoint is licensed for research and **non-commercial** use only.",
    "模型权重仅供学术研究使用。",
    "本项目相关资源仅供学术研究之用，严禁用于商业用途。",
    "モデルの重みは研究目的での利用に限ります。",
  ])("is read from: %s", (text) => {
    expect(weights(text)).toMatchObject({ open: false });
  });

  it.each([
    ["an intention", "The model is intended for research purposes only."],
    ["a demonstration", "The online demo of the model is for research use only."],
    ["another's model", "The original model weights are for research use only."],
    ["both permitted", "The weights can be used not only for academic research purposes but in products."],
    ["a denial that is denied", "For our model weights commercial use is not prohibited."],
    [
      "a request",
      "While the model is released, we ask that usage of the weights be limited to non-commercial purposes.",
    ],
    ["advice", "We do not recommend the model for commercial use."],
    ["nothing that is the model's", "Please use the mailing list for research only."],
  ])("is not seen in %s", (_, text) => {
    expect(weights(text)).toBeNull();
  });

  it("is no license where a page says what a model is good for", () => {
    expect(weights("The model is for research use only.", "Intended use")).toBeNull();
  });

  it("leaves a license that is named beside it as the one that is reported", () => {
    const text = "The weights are CC BY-NC 4.0 licensed. The weights are for research use only.";
    expect(weights(text)).toMatchObject({ id: "CC-BY-NC-4.0", open: false });
  });

  it("on the project in general gives way to what is said of the weights", () => {
    const text = "This project is for academic research purposes only. The weights are released under the MIT license.";
    expect(weights(text)).toMatchObject({ id: "MIT", open: true });
    expect(weights("This project is for academic research purposes only.")).toMatchObject({ open: false });
  });
});
