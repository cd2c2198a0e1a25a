import { describe, expect, it } from "vitest";
import { sentencesOf, sureLimitsIn } from "../../../src/license/clauses/find.ts";
import { splitWords } from "../../../src/license/text/tokens.ts";

/** What a text of one or more sentences limits, as a license file is read. */
function limitsOf(text: string): string[] {
  const found = sentencesOf(splitWords(text), () => true).flatMap(({ plain }) => sureLimitsIn(plain));
  return [...new Set(found)].sort();
}

describe("what a clause takes away", () => {
  it.each([
    ["You will not use, copy, modify or distribute the Software for any military purposes.", ["field-of-use"]],
    [
      "You are not allowed to copy, modify, publish or create derivative works of this model for military or illegal purposes.",
      ["field-of-use", "use-restrictions"],
    ],
    ["您不得将本模型及其衍生模型用于任何军事目的。", ["field-of-use"]],
    ["You may not modify or distribute the model for advertising purposes.", ["field-of-use"]],
    ["You must not reproduce, modify or distribute the Works outside the Territory.", ["territory"]],
    [
      "The Licensee is prohibited from using the Model, Derivatives, or Output for any commercial purposes.",
      ["noncommercial"],
    ],
    ["You will not use Acorn or Acorn Derivatives to improve any other large language model.", ["no-training-others"]],
    ["You may not use the Output to train a model that is competitive with Acorn.", ["no-training-others"]],
    ["The model may not be used for commercial purposes.", ["noncommercial"]],
    ["No license is granted that would permit anyone to exploit the Software commercially.", ["noncommercial"]],
    ["Use it solely for your internal business purposes.", ["field-of-use"]],
    ["许可方授予您不可转让、不可再许可、可撤销的版权许可。", ["revocable"]],
  ])("a thing denied for one purpose or place is free for others: %s", (text, limits) => {
    expect(limitsOf(text)).toEqual(limits);
  });

  it.each([
    ["You may not modify the model.", "no-derivatives"],
    ["You may not modify or adapt the model for any purpose.", "no-derivatives"],
    ["You may not create derivative works of the model.", "no-derivatives"],
    ["You may not prepare or publish any derivatives.", "no-derivatives"],
    ["Derivative works are prohibited.", "no-derivatives"],
    ["You may not redistribute the weights.", "no-redistribution"],
    ["You may not copy the weights for any purpose whatsoever.", "no-redistribution"],
    ["不得创建衍生作品。", "no-derivatives"],
    ["不得出于任何目的修改本模型。", "no-derivatives"],
    ["不得转让本模型。", "no-redistribution"],
    ["不得分发本模型。", "no-redistribution"],
    ["You agree not to use the model to deceive people.", "use-restrictions"],
  ])("a thing denied altogether stays denied: %s", (text, limit) => {
    expect(limitsOf(text)).toContain(limit);
  });

  it.each([
    "You may not use the Materials if you do not accept this Agreement.",
    "You may not assign this Agreement without the prior written consent of the Licensor.",
    '"Derivatives" refers to all models created by transferring the weights, but not to a model trained for another use.',
    "It also includes any models, but it does not include any datasets used to train a model.",
    "or for any purpose prohibited by Export Laws, including nuclear or biological weapons",
    "Use includes, but is not limited to, running, training and evaluating the Model.",
    "Use means running, including but not limited to evaluation.",
    "No modification of any provision of this Agreement is binding unless it is in writing.",
    "您不得以任何方式使用许可方的任何标识，未经许可方事先书面同意除外。",
    "许可方授予您不可撤销、不可转让的版权许可。",
  ])("is no limit on what is done with the work: %s", (text) => {
    expect(limitsOf(text)).toEqual([]);
  });
});
