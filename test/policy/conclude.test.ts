import { describe, expect, test } from "vitest";
import type { ArtifactId } from "../../src/evidence/artifacts/artifact.ts";
import { evaluateMof } from "../../src/frameworks/mof/evaluate.ts";
import { type Conclusion, conclude, type Outcome } from "../../src/policy/conclude.ts";
import { DEFAULT_POLICY, type Policy, type Waiver } from "../../src/policy/policy.ts";
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
  test("below-target fails below the target, and not at it", () => {
    const policy = { target: 2, fail: ["below-target"] } as const satisfies Partial<Policy>;
    expect(concluded({ ...policy, fail: [...policy.fail] }, upTo(3))).toMatchObject({
      conclusion: "failure",
      met: false,
    });
    expect(concluded({ ...policy, fail: [...policy.fail] }, upTo(2)).conclusion).toBe("success");
  });

  test("below-target without a target means Class III", () => {
    expect(concluded({ fail: ["below-target"] }, {}).conclusion).toBe("failure");
    expect(concluded({ fail: ["below-target"] }, upTo(3)).conclusion).toBe("success");
  });

  test("what could not be checked fails a demanded target, in words that do not say no", () => {
    const { conclusion, reasons } = concluded({ fail: ["below-target"] }, { ...upTo(3), "data-card": "undetermined" });
    expect(conclusion).toBe("failure");
    expect(reasons).toEqual([
      "The target is Class III; whether it is reached could not be determined: data card could not be checked.",
    ]);
  });

  test("regression compares with the base, and fails where the base could not be evaluated", () => {
    const fail: Policy["fail"] = ["regression"];
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
    expect(concluded({ fail: ["unlicensed", "restricted-license", "below-target"] }, found).reasons).toHaveLength(3);
  });
});

describe("a repository that releases no model", () => {
  const none: Partial<Outcome> = { isModelRepository: false };
  const fail: Policy["fail"] = ["below-target", "regression"];

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

describe("waivers", () => {
  const today = "2026-03-01";
  const restricted: Written = { ...upTo(3), "model-parameters-final": "!LicenseRef-Gemma" };
  const fail: Policy["fail"] = ["restricted-weights", "below-target"];
  const waived = (waiver: Partial<Waiver>, more: Partial<Outcome> = {}) =>
    concluded({ fail, waivers: [{ artifact: "model-parameters-final", reason: "agreed", ...waiver }] }, restricted, {
      today,
      ...more,
    });

  test("stop a failure and never make a success of it", () => {
    expect(concluded({ fail }, restricted).conclusion).toBe("failure");
    const { conclusion, met, waivers } = waived({});
    expect({ conclusion, met }).toEqual({ conclusion: "neutral", met: true });
    expect(waivers).toMatchObject([{ state: "applied", reason: "agreed" }]);
  });

  test("hold through their last day, and not where the day is unknown", () => {
    expect(waived({ expires: today }).conclusion).toBe("neutral");
    expect(waived({ expires: "2026-02-28" })).toMatchObject({ conclusion: "failure", waivers: [{ state: "expired" }] });
    expect(waived({ expires: today }, { today: undefined }).conclusion).toBe("failure");
  });

  test("for another artifact stop nothing and are unused", () => {
    expect(waived({ artifact: "datasets" })).toMatchObject({ conclusion: "failure", waivers: [{ state: "unused" }] });
  });

  test("for a path stop only what is wholly of that path", () => {
    const at = (...paths: string[]): Partial<Outcome> => ({ pathsOf: () => paths });
    expect(waived({ path: "weights/**" }, at("weights/a")).conclusion).toBe("neutral");
    expect(waived({ path: "weights/**" }, at("weights/a", "LICENSE")).conclusion).toBe("failure");
    expect(waived({ path: "weights/**" }, at()).conclusion).toBe("failure");
  });

  test("by rule stop that reason alone", () => {
    const byRule: Partial<Policy> = { fail, waivers: [{ rule: "restricted-weights", reason: "agreed" }] };
    const { conclusion, reasons } = concluded(byRule, restricted, { today });
    expect(conclusion).toBe("failure");
    expect(reasons).toHaveLength(1);
  });
});

describe("what is new since the base, and what is claimed", () => {
  test("license-more-restrictive fails on what a license took away, and where the base is not known", () => {
    const fail: Policy["fail"] = ["license-more-restrictive"];
    const licenseLosses = [{ of: { artifacts: ["datasets" as const] } }, { of: { file: "LICENSE" } }];
    expect(concluded({ fail }, upTo(3), { base: 3, licenseLosses }).reasons).toEqual([
      "The license takes something away that the base gave: datasets and LICENSE.",
    ]);
    expect(concluded({ fail }, upTo(3), { base: "undetermined" }).conclusion).toBe("failure");
    expect(concluded({ fail }, upTo(3), { base: 3, licenseLosses: [] }).conclusion).toBe("success");
  });

  test("openwashing fails on words and claims that the evidence contradicts; a notice is none", () => {
    const fail: Policy["fail"] = ["openwashing"];
    const finding = {
      rule: "openwashing-weights",
      level: "warning",
      message: "It is not.",
      path: "README.md",
    } as const;
    expect(concluded({ fail }, upTo(3), { findings: [finding] }).conclusion).toBe("failure");
    expect(concluded({ fail }, upTo(3), { findings: [{ ...finding, level: "notice" }] }).conclusion).toBe("success");
    const waivers: Policy["waivers"] = [{ rule: "openwashing-weights", path: "README.md", reason: "quoted" }];
    expect(concluded({ fail, waivers }, upTo(3), { findings: [finding] }).conclusion).toBe("success");
  });
});

describe("a required framework", () => {
  const rule = (id: string, verdict: "pass" | "fail" | "undetermined") => ({
    id,
    verdict,
    becauseSaid: { code: "policy.targetMet", values: [3] },
  });
  const judged = (verdict: "pass" | "fail" | "undetermined" | "warn", ...of: ReturnType<typeof rule>[]) => ({
    frameworks: { openwashing: { verdict, requirements: of } },
  });
  const required = { frameworks: ["openwashing"] } as Partial<Policy>;

  test("that is met, or only warns, fails nothing", () => {
    expect(concluded(required, upTo(3), judged("pass", rule("words", "pass"))).conclusion).toBe("success");
    expect(concluded(required, upTo(3), judged("warn")).conclusion).toBe("success");
  });

  test("that is not met fails the check and names what is unmet; one that is not required does not", () => {
    const found = judged("fail", rule("words", "fail"), rule("badge", "pass"), rule("card", "undetermined"));
    const { conclusion, reasons } = concluded(required, upTo(3), found);
    expect(conclusion).toBe("failure");
    expect(reasons).toEqual([
      "The framework openwashing is required and not met. words: Class III is reached. card: Class III is reached.",
    ]);
    expect(concluded({}, upTo(3), found).conclusion).toBe("success");
  });

  test("that could not be judged fails in words that do not say no", () => {
    const { conclusion, reasons } = concluded(required, upTo(3), judged("undetermined", rule("card", "undetermined")));
    expect(conclusion).toBe("failure");
    expect(reasons[0]).toContain("could not be determined. card:");
    expect(concluded(required, upTo(3)).conclusion).toBe("failure");
  });

  test("may be waived rule by rule, or as a whole", () => {
    const found = judged("fail", rule("words", "fail"), rule("card", "fail"));
    const waived = (...rules: string[]): Conclusion =>
      concluded({ ...required, waivers: rules.map((one) => ({ rule: one, reason: "ours" })) }, upTo(3), found);
    expect(waived("words").reasons[0]).not.toContain("words:");
    expect(waived("words").conclusion).toBe("failure");
    expect(waived("words", "card").conclusion).toBe("success");
    expect(waived("openwashing").waivers).toMatchObject([{ state: "applied" }]);
    expect(waived("openwashing").conclusion).toBe("success");
  });

  test("asks nothing of a repository that is no model, unless that could not be seen", () => {
    const none = { isModelRepository: false };
    expect(concluded(required, {}, none).conclusion).toBe("neutral");
    expect(concluded(required, {}, { ...none, complete: false }).conclusion).toBe("failure");
  });
});
