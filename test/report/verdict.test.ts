import { describe, expect, test } from "vitest";
import { artifact } from "../../src/evidence/artifacts/index.ts";
import { en } from "../../src/messages/en.ts";
import { policyReasons, remedyOf, restrictionWords, sentencesOf, titleOf } from "../../src/report/verdict.ts";
import { ABSENT, everythingOpen, exampleReport, open, RESTRICTED_WEIGHTS } from "./example.ts";

describe("a title", () => {
  test("names the first reason that fits in 60 characters", () => {
    const unlicensed = { ...open("results.json"), openness: "unlicensed" as const, license: null };
    const report = exampleReport({
      components: { ...everythingOpen(), "evaluation-results": unlicensed, "data-card": ABSENT },
    });
    expect(titleOf(report)).toBe("No class yet · 4 of 6 for Class III · data card missing");
  });

  test("does without a reason rather than cut one", () => {
    const unlicensed = { ...open("results.json"), openness: "unlicensed" as const, license: null };
    const report = exampleReport({ components: { ...everythingOpen(), "evaluation-results": unlicensed } });
    expect(titleOf(report)).toBe("No class yet · 5 of 6 for Class III");
  });
});

test("the sentences count, and say is or are", () => {
  const only = { "model-card": open("MODEL_CARD.md") };
  const nothing = Object.fromEntries(Object.keys(everythingOpen()).map((id) => [id, ABSENT]));
  expect(sentencesOf(exampleReport({ components: { ...nothing, ...only } }))[1]).toMatch(
    /^1 of 6 artifacts for Class III is open; still needed: architecture \(missing\), .* and evaluation results \(missing\)\.$/,
  );
});

describe("a remedy fits the reason", () => {
  const report = exampleReport({ components: { datasets: { ...open("data/"), presence: "linked" } } });

  test("what is absent has to be added, which takes the effort that its rule says", () => {
    const { remedy, effort } = artifact("data-card");
    expect(remedyOf(report, "data-card", "absent")).toEqual({ remedy, effort });
  });

  test("what is unlicensed gets a license that suits its type, where it is or beside its link", () => {
    expect(remedyOf(report, "datasets", "unlicensed").remedy).toMatch(
      /beside the link; for instance CDLA-Permissive-2\.0/,
    );
    expect(remedyOf(report, "training-code", "unlicensed").remedy).toMatch(
      /a LICENSE file beside it; for instance Apache-2\.0 or MIT/,
    );
    expect(remedyOf(report, "model-parameters-final", "unlicensed").remedy).toMatch(/OpenMDW-1\.0/);
  });

  test("what is restricted says by what", () => {
    expect(remedyOf(report, "model-parameters-final", "restricted").remedy).toBe(
      "Release it under an open license: LicenseRef-Heron-Community restricts (non-commercial use only).",
    );
  });

  test("a license that was only named says what is known of it", () => {
    const named = {
      ...RESTRICTED_WEIGHTS,
      license: { ...RESTRICTED_WEIGHTS.license!, id: "CC-BY-NC-4.0", restrictions: [] },
    };
    const { remedy } = remedyOf(exampleReport({ components: { datasets: named } }), "datasets", "restricted");
    expect(remedy).toBe("Release it under an open license: CC-BY-NC-4.0 restricts (non-commercial use only).");
  });

  test("what could not be checked is not called missing", () => {
    expect(remedyOf(report, "datasets", "undetermined").remedy).toMatch(/^It may be there/);
  });
});

test("restrictions are told in words, each once, and an unknown one by its category", () => {
  const categories = ["use-policy", "use-policy", "constructor", "territory", "no-sale"];
  expect(
    restrictionWords(
      categories.map((category) => ({ category })),
      en,
    ),
  ).toEqual(["a policy of acceptable use", "constructor", "not in every country"]);
});

test("the policy speaks when it fails the check or aims at a class, and is silent otherwise", () => {
  expect(policyReasons(exampleReport()).title).toBeUndefined();
  expect(policyReasons(exampleReport({ policy: { target: 2 } })).reasons[0]).toMatch(
    /^The target is Class II; it is not reached:/,
  );
  expect(
    policyReasons(
      exampleReport({
        policy: { fail: ["unlicensed"] },
        components: { datasets: { ...RESTRICTED_WEIGHTS, openness: "unlicensed", license: null } },
      }),
    ).title,
  ).toMatch(/fails/);
});
