import { describe, expect, test } from "vitest";
import { isCall } from "../../../src/frameworks/openwashing/calls.ts";

const NAMES = ["aurora7b", "aurora"];

describe("a sentence that calls this model open source", () => {
  test.each([
    "Our model is fully open source",
    "The model weights are open-sourced under the Aurora license",
    "We have open-sourced our models on the Hub",
    "We open-source the model weights and the tokenizer",
    "Aurora-7B is an open-source large language model with 7 billion parameters",
    "Aurora is the first fully open-source video generation model",
    "This open-source language model speaks 12 languages",
    "本モデルは完全にオープンソースです",
    "Aurora-7Bは日本語に強いオープンソースの言語モデルです",
    "モデルの重みはオープンソースとして公開しています",
    "我们开源了 Aurora-7B 模型",
    "We have open-sourced our 7B LLM",
    "The Aurora-7B model is open source",
    "Aurora-7B 是一个开源的大语言模型",
    "模型权重已完全开源",
    "To support research, we have open-sourced Aurora-7B, Aurora-Zero, and six dense models distilled from it based on Borealis",
    "We complete the pre-training of Aurora-7B on 14.8T tokens, producing the currently strongest open-source base model",
  ])("counts: %s", (sentence) => {
    expect(isCall(sentence, NAMES)).toBe(true);
  });

  test.each([
    ["code", "The code is open source"],
    ["code", "We open-source our training code"],
    ["code", "We open-source the model training framework"],
    ["code", "The model code is open source"],
    ["tools", "We use open-source tools to train our model"],
    ["others", "Unlike open-source models, Aurora is proprietary"],
    ["others", "Aurora outperforms all open-source models of its size"],
    ["others", "We have open-sourced the Borealis-13B model"],
    ["others", "The Borealis model is open source"],
    ["others", "我们已经开源了 Borealis-13B 系列模型"],
    ["others", "Llama is an open-source language model"],
    ["others", "Aurora is built on an open-source language model"],
    ["others", "State-of-the-art open-source models are listed below"],
    ["others", "Compared with Mistral, which is an open-source model, Aurora is small"],
    ["others", "We have open-sourced Borealis-13B, which Aurora is based on"],
    ["tools", "We have open-sourced Aurora Toolkit for training"],
    ["code", "We have open-sourced Aurora code"],
    ["plan", "Once it is safe, we have open-sourced Aurora"],
    ["others", "We report the pre-training of Borealis, producing the strongest open-source base model"],
    ["denial", "Our model is not open source"],
    ["denial", "Our model isn't open-source"],
    ["plan", "We will open-source the model weights next month"],
    ["question", "Is our model open source?"],
    ["quotation", "Some say that our model is “open source”"],
    ["community", "We thank the open-source model community"],
    ["data", "We open-source the dataset"],
    ["denial", "本モデルはオープンソースではありません"],
    ["code", "本モデルのコードはオープンソースです"],
    ["others", "既存のオープンソースモデルと比較しました"],
    ["denial", "本模型不是开源模型"],
    ["plan", "我们即将开源模型权重"],
    ["others", "Aurora-7B 优于其他开源模型"],
    ["others", "我们基于开源模型训练了 Aurora"],
    ["code", "我们开源了训练代码"],
  ])("%s does not count: %s", (_, sentence) => {
    expect(isCall(sentence, NAMES)).toBe(false);
  });

  test("the longest sentences of any kind are read at once", () => {
    const started = performance.now();
    for (const part of ["our ", "open-source model ", "we open source the ", "开源模型", "モデルは", "is a "])
      isCall(`open source ${part.repeat(600 / part.length)}`, NAMES);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
