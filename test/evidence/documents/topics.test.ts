import { describe, expect, test } from "vitest";
import { topicsOf } from "../../../src/evidence/documents/topics.ts";

describe("a heading's topics", () => {
  test.each([
    ["License", ["license"]],
    ["7. License", ["license"]],
    ["## 📄 **License**", ["license"]],
    ["Intended uses & limitations", ["intended-use", "limitations"]],
    ["Out-of-Scope Use", ["out-of-scope-use"]],
    ["Bias, Risks, and Limitations", ["limitations"]],
    ["Training Data", ["training-data"]],
    ["Training and evaluation data", ["training", "evaluation"]],
    ["Data", ["training-data"]],
    ["Pre-training data", ["training-data"]],
    ["Training Hyperparameters", ["training", "hyperparameters"]],
    ["Dataset and Training", ["training-data", "training"]],
    ["Evaluation Results", ["evaluation"]],
    ["Performance", ["evaluation"]],
    ["Inference Performance", ["speed"]],
    ["Intermediate checkpoints", ["checkpoints"]],
    ["Model Downloads", ["download"]],
    ["Model Architecture and Objective", ["architecture"]],
    ["Technical Report", ["paper"]],
    ["Environmental Impact", ["environmental-impact"]],
    ["How to Get Started with the Model", ["usage"]],
    ["[Citation](#cite)", ["citation"]],
    ["What's New", ["news"]],
    ["Model Card Contact", ["contact"]],
    ["Contact", ["contact"]],
    ["Paper & samples", ["paper", "samples"]],
    ["3. Results", ["evaluation"]],
  ])("English: %s", (heading, topics) => expect(topicsOf(heading)).toEqual(topics));

  test.each([
    ["声明、协议、引用", ["disclaimer", "license", "citation"]],
    ["一、模型介绍：", ["model-description"]],
    ["开源许可证", ["license"]],
    ["预训练数据", ["training-data"]],
    ["训练过程", ["training"]],
    ["许可证与数据格式", ["license"]],
    ["数据预处理", ["data-processing"]],
    ["局限性", ["limitations"]],
    ["Benchmark 结果", ["evaluation"]],
    ["推理和部署", ["inference"]],
    ["中间 Checkpoints", ["checkpoints"]],
    ["技术报告", ["paper"]],
    ["期望模型使用方式以及适用范围", ["intended-use"]],
    ["訓練資料", ["training-data"]],
    ["授權條款", ["license"]],
    ["評測結果", ["evaluation"]],
  ])("Chinese: %s", (heading, topics) => expect(topicsOf(heading)).toEqual(topics));

  test.each([
    ["ライセンス", ["license"]],
    ["ご利用の前に", ["disclaimer"]],
    ["学習データ", ["training-data"]],
    ["第1章 学習", ["training"]],
    ["制限事項と倫理的考慮事項 / Limitations and Ethical Considerations", ["limitations", "ethics"]],
    ["ベンチマーク結果 / Benchmark Results", ["evaluation"]],
    ["評価", ["evaluation"]],
    ["モデルのダウンロード", ["download"]],
    ["ﾗｲｾﾝｽ", ["license"]],
  ])("Japanese: %s", (heading, topics) => expect([...new Set(topicsOf(heading))]).toEqual(topics));

  test.each([
    ["라이선스", ["license"]],
    ["학습 데이터", ["training-data"]],
    ["모델 설명", ["model-description"]],
    ["평가 결과", ["evaluation"]],
  ])("Korean: %s", (heading, topics) => expect(topicsOf(heading)).toEqual(topics));

  test.each([
    "数据集格式示例",
    "训练数据格式及处理",
    "数据集准备",
    "评估输出模型",
    "参数说明",
    "データセットのダウンロードと変換",
    "特定データセット上でのパープレキシティ計算",
    "パラメータ説明",
    "Dataset format",
    "Converting datasets",
    "Using your own dataset",
    "Load the dataset",
    "Data and model parallel",
    "How to reproduce the issue",
    "create_dataset helper",
    "Tool calls and tool results",
    "Pack these samples",
    "Checkpoint directory",
    "Unsupervised contact prediction",
    "Zero-shot variant prediction",
    "Table of Contents",
    "Miscellaneous",
    "",
    "🔥🔥",
  ])("nothing: %s", (heading) => expect(topicsOf(heading)).toEqual([]));

  test.each(["训练性能", "推理性能", "性能测试", "硬件性能", "推論速度"])("speed, not quality: %s", (heading) =>
    expect(topicsOf(heading)).toEqual(["speed"]),
  );

  test("a word inside another is not found", () => {
    expect(topicsOf("Retraining constraints of newspapers")).toEqual([]);
  });
});
