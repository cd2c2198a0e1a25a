import { describe, expect, test } from "vitest";
import { computeIn } from "../../../src/frameworks/eu-ai-act/compute.ts";

const close = (flop: number | undefined): string | undefined => flop?.toExponential(2);

describe("training compute in a sentence", () => {
  test.each([
    ["The model was trained with 3.8e25 FLOPs.", "3.80e+25"],
    ["Pre-training took 6.3 × 10^24 FLOP in all.", "6.30e+24"],
    ["Training compute: 6.3 x 10^24 FLOPs", "6.30e+24"],
    ["We used a training budget of 2.1·10²³ FLOP.", "2.10e+23"],
    ["Total training compute is about $3.14 \\times 10^{23}$ FLOPs.", "3.14e+23"],
    ["Our model completed training, requiring ~4.30E+23 FLOPs of compute.", "4.30e+23"],
    ["Training used 1,5e24 floating-point operations.", "1.50e+24"],
    ["Training took 500 petaflop/s-days.", "4.32e+22"],
    ["Training took 54,401 petaflop-days.", "4.70e+24"],
    ["The training compute was 2 yottaFLOPs.", "2.00e+24"],
    ["It was trained with 1e22 FLOPs, and 3e23 FLOPs with the second stage.", "3.00e+23"],
    ["模型训练共使用 3.3e24 FLOPs。", "3.30e+24"],
    ["学習の計算量は 1.2 × 10^22 FLOP です。", "1.20e+22"],
  ])("%s", (sentence, flop) => {
    expect(close(computeIn(sentence))).toBe(flop);
  });

  test.each([
    ["hours of accelerators", "Training took 1.3M GPU hours on H100."],
    ["hours of accelerators in powers of ten", "Training took 3e6 A100 GPU hours."],
    ["a speed", "Training ran at 1.5e18 FLOP/s on 1024 cards."],
    ["a speed in words", "Training ran at 4e20 FLOPs per second."],
    ["a peak of hardware", "We trained at 312 TFLOPS on A100."],
    ["operations of one pass", "The model needs 1.2e19 FLOPs per forward pass when it computes."],
    ["operations of a token", "Training takes 4e18 FLOPs per token."],
    ["a threshold", "Training compute is below the threshold of 1.0e25 FLOPs."],
    ["the line of the Act", "The AI Act presumes systemic risk for training with 1.0 × 10^25 FLOPs."],
    ["another model", "GPT-4 was trained with 2.1e25 FLOPs."],
    ["a comparison", "That is less training compute than the 3.8e25 FLOPs of others."],
    ["a rate of learning", "We train with a learning rate of 3e-4."],
    ["an amount that no training is", "Training needs 5e9 FLOPs."],
    ["no training", "The kernel does 2e20 FLOPs."],
  ])("%s is none", (_, sentence) => {
    expect(computeIn(sentence, ["aurora"])).toBeUndefined();
  });

  test("a sentence that names another model and this one is of this one only where it names it", () => {
    expect(close(computeIn("Aurora 2 was trained with 2.1e25 FLOPs.", ["aurora"]))).toBe("2.10e+25");
    expect(computeIn("Borealis 2 was trained with 2.1e25 FLOPs.", ["aurora"])).toBeUndefined();
  });

  test("a long line of digits and signs costs no time", () => {
    const started = performance.now();
    for (const part of ["1,", "9", "1 e ", "10^", "1x10", "1.1.", "*"])
      computeIn(`training ${part.repeat(100_000)} FLOPs`);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
