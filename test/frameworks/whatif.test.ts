import { describe, expect, test } from "vitest";
import { whatIf } from "../../src/frameworks/whatif.ts";
import { messagesIn } from "../../src/messages/languages.ts";
import { whatIfFace } from "../../src/report/whatif.ts";
import { auditOf } from "../auditing.ts";
import { everythingOpen } from "../report/example.ts";

const POINTER =
  "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 4000000000\n";
const release = (license: string, weights: Readonly<Record<string, string>> = { "model.safetensors": POINTER }) =>
  auditOf(
    {
      "README.md":
        "# Aurora-7B\n\n## Intended use\n\nAurora-7B answers questions in English and in French.\n\n## Model weights\n\nGet the weights from [the hub](https://huggingface.co/acme-ai/aurora-7b).\n\n## Paper\n\nOur paper, [Aurora-7B](https://arxiv.org/abs/2401.00001), tells more.\n",
      LICENSE: `SPDX-License-Identifier: ${license}\n`,
      ...weights,
    },
    { name: "aurora-7b", owner: "acme-ai", policy: "model: true\n" },
  ).components;

const of = (outcome: ReturnType<typeof whatIf>, id: string) => outcome.artifacts.find((one) => one.id === id);

describe("what if", () => {
  test("weights under a license that limits would count under an open one", () => {
    const outcome = whatIf(release("CC-BY-NC-4.0"), "OpenMDW-1.0");
    expect(of(outcome, "model-parameters-final")).toMatchObject({
      before: { state: "restricted", license: "CC-BY-NC-4.0" },
      after: { state: "open", license: "OpenMDW-1.0" },
      change: "gains",
    });
    expect(outcome.before.missingForNext.map(({ id }) => id)).toContain("model-parameters-final");
    expect(outcome.after.missingForNext.map(({ id }) => id)).not.toContain("model-parameters-final");
  });

  test("an open release would lose by a license that limits", () => {
    const outcome = whatIf(release("Apache-2.0"), "CC-BY-NC-4.0");
    expect(of(outcome, "model-parameters-final")).toMatchObject({ change: "loses", after: { state: "restricted" } });
    expect(outcome.license.limits).toEqual(["noncommercial"]);
  });

  test("what is missing stays missing, and a paper elsewhere keeps its terms", () => {
    const outcome = whatIf(release("CC-BY-NC-4.0"), "OpenMDW-1.0");
    expect(of(outcome, "training-code")).toMatchObject({ reach: "not-there", after: { state: "absent" } });
    expect(of(outcome, "research-paper")).toMatchObject({ reach: "theirs", change: "none" });
  });

  test("weights elsewhere count only on the condition that the documents say so", () => {
    const outcome = whatIf(release("CC-BY-NC-4.0", {}), "Apache-2.0");
    expect(of(outcome, "model-parameters-final")).toMatchObject({ reach: "relicensed-if-said", change: "gains" });
    expect(whatIfFace(outcome)).toMatch(/open · Apache-2\.0 ¹\n[\s\S]{0,2000}\n¹ Weights/);
  });

  test("a license that no list decides makes nothing open", () => {
    const outcome = whatIf(release("Apache-2.0"), "C-UDA-1.0");
    expect(of(outcome, "model-parameters-final")?.after.state).toBe("unknown");
    expect(outcome.license.open).toBeNull();
  });

  test("the Model Openness Tool's class is told where it would be another: it does not know OpenMDW 1.1", () => {
    const all = Object.fromEntries(
      Object.entries(everythingOpen()).map(([id, one]) => [id, { ...one, verdict: "pass" as const }]),
    ) as ReturnType<typeof everythingOpen>;
    const under = (id: string) => whatIf(all, id);
    expect(under("OpenMDW-1.0").after).toMatchObject({ class: 1, tool: { class: 1 } });
    expect(under("LicenseRef-OpenMDW-1.1").after).toMatchObject({ class: 1, tool: { class: 0 } });
    for (const language of ["en", "ja", "zh"] as const) {
      const messages = messagesIn(language);
      const line = messages.whatIf.tool(messages.className(0));
      expect(whatIfFace(under("LicenseRef-OpenMDW-1.1"), messages)).toContain(line);
      expect(whatIfFace(under("OpenMDW-1.0"), messages)).not.toContain(line);
    }
  });

  test("the license that is there already changes nothing", () => {
    const outcome = whatIf(release("Apache-2.0"), "Apache-2.0");
    expect(outcome.after).toEqual(outcome.before);
    expect(outcome.artifacts.filter(({ change }) => change !== "none")).toEqual([]);
  });

  test.each(["en", "ja", "zh"] as const)("is told in %s with both classes and what still lacks", (language) => {
    const messages = messagesIn(language);
    const text = whatIfFace(whatIf(release("CC-BY-NC-4.0"), "OpenMDW-1.0"), messages);
    expect(text).toContain(messages.className(0));
    expect(text).toContain(messages.artifact["data-card"]);
    expect(text.endsWith("\n")).toBe(true);
  });
});
