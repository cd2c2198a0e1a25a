import { describe, expect, test } from "vitest";
import type { ArtifactId } from "../../src/evidence/artifacts/artifact.ts";
import { evaluateMof } from "../../src/frameworks/mof/evaluate.ts";
import { type Conclusion, conclude, type Outcome } from "../../src/policy/conclude.ts";
import { DEFAULT_POLICY, type Policy } from "../../src/policy/policy.ts";
import { components, upTo } from "../frameworks/mof/components.ts";

type Written = Partial<Record<ArtifactId, string>>;

function concluded(policy: Partial<Policy>, found: Written, more: Partial<Outcome> = {}): Conclusion {
  const all = components(found);
  const outcome = { isModelRepository: true, components: all, class: evaluateMof(all).class, complete: true, ...more };
  return conclude({ ...DEFAULT_POLICY, ...policy }, outcome);
}

describe("with nothing under fail, nothing fails", () => {
  test.each([
    ["nothing at all", {}],
    ["restricted weights", { ...upTo(3), "model-parameters-final": "!LicenseRef-Gemma" }],
    ["weights that could not be checked", { ...upTo(3), "model-parameters-final": "undetermined" }],
  ] as const)("%s is neutral", (_, found) => {
    expect(concluded({}, found)).toMatchObject({ conclusion: "neutral", met: true });
    expect(concluded({ target: 1 }, found)).toMatchObject({ conclusion: "neutral", met: true });
  });

  test("Class III is a success where no target is set", () => {
    expect(concluded({}, upTo(3))).toMatchObject({
      conclusion: "success",
      met: true,
      reasons: ["Class III is reached."],
    });
  });

  test("a target above the class is neutral and says what is missing; one below is a success", () => {
    const { conclusion, reasons } = concluded({ target: 2 }, { ...upTo(2), "training-code": "absent" });
    expect(conclusion).toBe("neutral");
    expect(reasons).toEqual(["The target is Class II; it is not reached: training code missing."]);
    expect(concluded({ target: 3 }, upTo(1)).conclusion).toBe("success");
  });
});

describe("what the owner lists under fail", () => {
  test("target-missed fails below the target, and not at it", () => {
    const policy = { target: 2, fail: ["target-missed"] } as const satisfies Partial<Policy>;
    expect(concluded({ ...policy, fail: [...policy.fail] }, upTo(3))).toMatchObject({
      conclusion: "failure",
      met: false,
    });
    expect(concluded({ ...policy, fail: [...policy.fail] }, upTo(2)).conclusion).toBe("success");
  });

  test("target-missed without a target means Class III", () => {
    expect(concluded({ fail: ["target-missed"] }, {}).conclusion).toBe("failure");
    expect(concluded({ fail: ["target-missed"] }, upTo(3)).conclusion).toBe("success");
  });

  test("what could not be checked fails a demanded target, in words that do not say no", () => {
    const { conclusion, reasons } = concluded({ fail: ["target-missed"] }, { ...upTo(3), "data-card": "undetermined" });
    expect(conclusion).toBe("failure");
    expect(reasons).toEqual([
      "The target is Class III; whether it is reached could not be determined: data card could not be checked.",
    ]);
  });

  test("class-dropped compares with the base, and fails where the base could not be evaluated", () => {
    const fail: Policy["fail"] = ["class-dropped"];
    expect(concluded({ fail }, upTo(3), { base: 2 })).toMatchObject({
      conclusion: "failure",
      met: false,
      reasons: ["The class dropped from Class II to Class III."],
    });
    expect(concluded({ fail }, {}, { base: 3 }).conclusion).toBe("failure");
    expect(concluded({ fail }, upTo(2), { base: 3 }).conclusion).toBe("success");
    expect(concluded({ fail }, {}, { base: 0 }).conclusion).toBe("neutral");
    expect(concluded({ fail }, upTo(3)).conclusion).toBe("success");
    expect(concluded({ fail }, upTo(3), { base: "undetermined" }).conclusion).toBe("failure");
  });

  test("restricted-license fails on any artifact that is there, optional ones too", () => {
    const fail: Policy["fail"] = ["restricted-license"];
    expect(concluded({ fail }, { ...upTo(3), "sample-model-outputs": "!CC-BY-NC-4.0" }).reasons).toEqual([
      "Under a license that restricts: sample outputs.",
    ]);
    expect(concluded({ fail }, upTo(3)).conclusion).toBe("success");
    expect(concluded({ fail }, { "model-card": "unlicensed" }).conclusion).toBe("neutral");
  });

  test("restricted-license fails on a license that could not be determined", () => {
    expect(concluded({ fail: ["restricted-license"] }, { datasets: "unknown" }).reasons).toEqual([
      "The license could not be determined: datasets.",
    ]);
  });

  test("unlicensed fails on what is released without a license, not on what is absent", () => {
    expect(concluded({ fail: ["unlicensed"] }, { datasets: "unlicensed" }).conclusion).toBe("failure");
    expect(concluded({ fail: ["unlicensed"] }, {}).conclusion).toBe("neutral");
  });

  test("a demand on licenses fails where a required artifact could not be checked, not where an optional one could not", () => {
    const fail: Policy["fail"] = ["unlicensed"];
    expect(concluded({ fail }, { ...upTo(3), "model-card": "undetermined" }).conclusion).toBe("failure");
    expect(concluded({ fail }, { ...upTo(3), "model-metadata": "undetermined" }).conclusion).toBe("success");
  });

  test("undetermined fails on anything that could not be checked and on a tree that was not seen whole", () => {
    const fail: Policy["fail"] = ["undetermined"];
    expect(concluded({ fail }, { ...upTo(3), "model-metadata": "undetermined" }).conclusion).toBe("failure");
    expect(concluded({ fail }, upTo(3), { complete: false }).conclusion).toBe("failure");
    expect(concluded({ fail }, upTo(3)).conclusion).toBe("success");
  });

  test("every failing reason is given", () => {
    const found = { ...upTo(3), "model-card": "unlicensed", "data-card": "!CC-BY-NC-4.0" };
    expect(concluded({ fail: ["unlicensed", "restricted-license", "target-missed"] }, found).reasons).toHaveLength(3);
  });
});

describe("a repository that releases no model", () => {
  const none: Partial<Outcome> = { isModelRepository: false };
  const fail: Policy["fail"] = ["target-missed", "class-dropped"];

  test("is asked for nothing", () => {
    expect(concluded({ fail }, {}, none)).toMatchObject({ conclusion: "neutral", met: true });
  });

  test("is asked all the same when the owner says that it does", () => {
    expect(concluded({ fail, model: true }, {}, none).conclusion).toBe("failure");
  });

  test("fails under enforcement when it could not be seen, or was a model before", () => {
    expect(concluded({ fail }, {}, { ...none, complete: false }).conclusion).toBe("failure");
    expect(concluded({ fail }, {}, { ...none, base: 3 }).conclusion).toBe("failure");
    expect(concluded({}, {}, { ...none, complete: false, base: 3 }).conclusion).toBe("neutral");
  });
});
