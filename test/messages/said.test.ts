import { describe, expect, it } from "vitest";
import { LANGUAGES, messagesIn } from "../../src/messages/languages.ts";
import { inEnglish, say, speak, spoken, told } from "../../src/messages/said.ts";

const said = say("policy.targetMissed", 3, [say("policy.missing", say("artifact.datasets"), say("state.absent"))]);

describe("what was said", () => {
  it("is spoken in each language, with what was said inside it", () => {
    expect(LANGUAGES.map((language) => speak(messagesIn(language), said))).toEqual([
      "The target is Class III; it is not reached: datasets missing.",
      "目標はクラス III ですが、達成していません：データセット（不足）。",
      "目标是 III 类，尚未达到：数据集（缺失）。",
    ]);
  });

  it("survives JSON", () => {
    expect(inEnglish(JSON.parse(JSON.stringify(said)) as typeof said)).toBe(inEnglish(said));
  });

  it("is told in English with its code and values", () => {
    expect(told("license.textMissing", "MIT")).toEqual({
      message: "MIT is named here, but its text is in no file of the repository. Add it as a LICENSE file.",
      code: "license.textMissing",
      values: ["MIT"],
    });
  });

  it("takes words from a repository as they are, even if they look like a code", () => {
    expect(inEnglish(say("license.linkBroken", "license.other"))).toMatch(/leads to license\.other,/);
  });
});

describe("what a language has no sentence for is told in English as it stands", () => {
  const ja = messagesIn("ja");

  it.each([
    ["without a code", {}],
    ["of another version", { code: "license.gone", values: [] }],
    ["of an unknown group", { code: "face.problems", values: [] }],
    ["of another number of values", { code: "license.textMissing", values: ["MIT", "BSD"] }],
    ["of an inherited name", { code: "license.constructor", values: [] }],
    ["without a group", { code: "license", values: [] }],
  ])("a sentence %s", (_, rest) => {
    expect(spoken(ja, { message: "As it stands.", ...rest })).toBe("As it stands.");
  });
});
