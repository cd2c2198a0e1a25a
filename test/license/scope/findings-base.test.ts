import { describe, expect, test } from "vitest";
import { differenceBetween } from "../../../src/report/difference/difference.ts";
import { auditOf } from "../../auditing.ts";

const card = (front: string) =>
  `---\n${front}\n---\n# Heron\n\nHeron 8B is a language model. Its weights are in this repository.\n`;
const found = (front: string) =>
  auditOf({ "README.md": card(front), "model.safetensors": "x" }).findings.filter(
    ({ rule }) => rule === "license-base-model",
  );

describe("a card that names a base model", () => {
  test.each([
    ["one", "license: apache-2.0\nbase_model: meta-llama/Llama-3.1-8B", "LicenseRef-Llama-3.1"],
    ["several", "license: mit\nbase_model:\n  - Qwen/Qwen3-8B\n  - google/gemma-2-9b-it", "LicenseRef-Gemma"],
    ["an older name", "base_model: meta-llama/Meta-Llama-3-8B\nlicense: cc-by-4.0", "LicenseRef-Llama-3"],
  ])("whose license goes over to it, and states an open one: %s", (_, front, license) => {
    const [finding] = found(front);
    expect(finding).toMatchObject({ level: "warning", path: "README.md" });
    expect(finding?.message).toContain(license);
  });

  test.each([
    ["states that license", "license: llama3.1\nbase_model: meta-llama/Llama-3.1-8B"],
    ["states another restricted one", "license: cc-by-nc-4.0\nbase_model: google/gemma-2-9b"],
    ["states none", "base_model: meta-llama/Llama-3.1-8B"],
    ["names a base under an open license", "license: apache-2.0\nbase_model: mistralai/Mistral-7B-v0.1"],
    ["names a later family of the same maker under other terms", "license: apache-2.0\nbase_model: google/gemma-9-9b"],
    ["names a base that only sounds like one", "license: apache-2.0\nbase_model: someone/Llama-3.1-8B-free"],
    ["has something else in its place", "license: apache-2.0\nbase_model: {a: meta-llama/Llama-3.1-8B}"],
  ])("and %s is not accused", (_, front) => {
    expect(found(front)).toEqual([]);
  });

  test("is told as new where a pull request changes the license to one that contradicts", () => {
    const at = (license: string) =>
      auditOf({
        "README.md": card(`license: ${license}\nbase_model: meta-llama/Llama-3.1-8B`),
        "model.safetensors": "x",
      });
    const { findings } = differenceBetween(at("llama3.1"), at("apache-2.0"));
    expect(findings.map(({ rule }) => rule)).toContain("license-base-model");
  });
});
