import { describe, expect, test } from "vitest";
import { ARTIFACT_IDS } from "../../../src/evidence/artifacts/artifact.ts";
import { evaluateMof, mofVerdicts } from "../../../src/frameworks/mof/evaluate.ts";
import { component, components, upTo } from "./components.ts";

describe("the class that evidence supports", () => {
  test.each([3, 2, 1] as const)("everything that Class %i asks for reaches it", (mofClass) => {
    expect(evaluateMof(components(upTo(mofClass))).class).toBe(mofClass);
  });

  test.each(["absent", "undetermined", "unlicensed", "unknown", "!LicenseRef-Gemma"])(
    "weights that are %s keep every class away, and the reason is told",
    (weights) => {
      const outcome = evaluateMof(components({ ...upTo(1), "model-parameters-final": weights }));
      expect(outcome).toMatchObject({
        class: 0,
        label: "Unclassified",
        progress: { 1: 0, 2: 0, 3: (5 / 6) * 100 },
        nextClass: 3,
      });
      const why = weights.startsWith("!") ? "restricted" : weights;
      expect(outcome.missingForNext).toEqual([{ id: "model-parameters-final", why }]);
    },
  );

  test("called open without a license that is open does not count", () => {
    const inconsistent = { ...component("MIT"), license: { id: "MIT", open: null, typeAppropriate: null } };
    const all = { ...components(upTo(3)), "model-card": inconsistent };
    expect(evaluateMof(all).missingForNext).toEqual([{ id: "model-card", why: "unknown" }]);
    expect(evaluateMof({ ...all, "model-card": { ...inconsistent, license: null } }).class).toBe(0);
  });

  test("a license that was not found, where not everywhere could be looked, is not called missing", () => {
    const unseen = { presence: "in-repo", openness: "unknown", license: null } as const;
    const all = { ...components(upTo(3)), "model-card": unseen };
    expect(evaluateMof(all).missingForNext).toEqual([{ id: "model-card", why: "undetermined" }]);
    expect(mofVerdicts(all)["model-card"]).toBe("undetermined");
  });

  test("Class I leaves nothing to do", () => {
    expect(evaluateMof(components(upTo(1)))).toMatchObject({
      nextClass: null,
      missingForNext: [],
      progress: { 1: 100 },
    });
  });

  test("optional artifacts change nothing", () => {
    const all = components({
      ...upTo(3),
      "sample-model-outputs": "!CC-BY-NC-4.0",
      "supporting-libraries-and-tools": "absent",
    });
    expect(evaluateMof(all).class).toBe(3);
  });
});

describe("the research paper in the technical report's place", () => {
  const paperOnly = { ...upTo(3), "technical-report": "absent", "research-paper": "CC-BY-4.0" };

  test("completes Class III, and Class I becomes a matter of thirteen", () => {
    expect(evaluateMof(components(paperOnly))).toMatchObject({ class: 3, progress: { 3: 100, 2: 60 } });
    const twelve = { ...upTo(1), ...paperOnly, datasets: "absent" };
    expect(evaluateMof(components(twelve)).progress[1]).toBe((12 / 13) * 100);
  });

  test("does not when it is not open, and is then named as what is missing", () => {
    const outcome = evaluateMof(components({ ...paperOnly, "research-paper": "!LicenseRef-arXiv" }));
    expect(outcome.missingForNext).toEqual([{ id: "research-paper", why: "restricted" }]);
  });

  test("is an open question when it could not be checked", () => {
    const outcome = evaluateMof(components({ ...paperOnly, "research-paper": "undetermined" }));
    expect(outcome).toMatchObject({ class: 0, missingForNext: [{ id: "research-paper", why: "undetermined" }] });
  });

  test("where neither is there, the report is what is missing, once", () => {
    const outcome = evaluateMof(components({ ...paperOnly, "research-paper": "absent" }));
    expect(outcome.missingForNext).toEqual([{ id: "technical-report", why: "absent" }]);
  });
});

describe("the Model Openness Tool's view of the same evidence", () => {
  test("agrees where both read the license alike", () => {
    const { mot, progress } = evaluateMof(components(upTo(2)));
    expect(mot).toMatchObject({ class: 2, progress, differences: [] });
  });

  test("a public-domain dedication is open here and invalid there, because its list misspells it", () => {
    const { class: reached, mot } = evaluateMof(components({ ...upTo(1), datasets: "PDDL-1.0" }));
    expect(reached).toBe(1);
    expect(mot.class).toBe(2);
    expect(mot.differences).toEqual([
      "Datasets: the Model Openness Tool rejects PDDL-1.0, because its list misspells the identifier; here it is open.",
    ]);
  });

  test("OpenMDW-1.1 is open here and unknown there", () => {
    const { mot } = evaluateMof(components({ ...upTo(3), "model-card": "LicenseRef-OpenMDW-1.1" }));
    expect(mot.class).toBe(0);
    expect(mot.differences).toEqual([
      "Model card: the Model Openness Tool does not count LicenseRef-OpenMDW-1.1 as open; here it is open.",
    ]);
  });

  test("an identifier that is open there does not help where the terms restrict", () => {
    const { class: reached, mot } = evaluateMof(components({ ...upTo(3), "model-parameters-final": "!MIT" }));
    expect(reached).toBe(0);
    expect(mot.class).toBe(3);
    expect(mot.differences[0]).toMatch(/^Model parameters \(Final\): by its identifier.*MIT/);
  });

  test("a license whose openness could not be told here is said to be unclear, not closed", () => {
    const unclear = {
      ...component("MIT"),
      openness: "unknown" as const,
      license: { id: "MIT", open: null, typeAppropriate: null },
    };
    const { mot } = evaluateMof({ ...components(upTo(3)), "model-card": unclear });
    expect(mot.differences).toEqual([expect.stringMatching(/^Model card: .*could not be determined/)]);
  });

  test("CC-BY-4.0 for data fits here and is warned of there", () => {
    const { mot } = evaluateMof(components({ ...upTo(1), datasets: "CC-BY-4.0" }));
    expect(mot.class).toBe(1);
    expect(mot.differences).toEqual([
      "Datasets: the Model Openness Tool warns that CC-BY-4.0 does not suit data; here it does.",
    ]);
  });

  test.each([
    ["MIT AND CC-BY-NC-4.0", 0],
    ["MIT AND Apache-2.0", 3],
    ["CC-BY-NC-4.0 OR MIT", 3],
    ["(MIT OR GPL-3.0-only) AND LicenseRef-x", 0],
  ])("of %s one identifier is entered, which gives Class %i", (expression, mofClass) => {
    expect(evaluateMof(components({ ...upTo(3), "model-architecture": expression })).mot.class).toBe(mofClass);
  });

  test("what could not be checked counts as not released there, and that is said", () => {
    const { mot } = evaluateMof(
      components({ ...upTo(3), "model-parameters-final": "undetermined", "sample-model-outputs": "undetermined" }),
    );
    expect(mot).toMatchObject({ class: 0, progress: { 3: (5 / 6) * 100 } });
    expect(mot.differences).toHaveLength(1);
  });
});

describe("verdicts", () => {
  test("say for each artifact what the framework makes of it", () => {
    const unfitting = { ...component("Apache-2.0"), license: { id: "Apache-2.0", open: true, typeAppropriate: false } };
    const verdicts = mofVerdicts({
      ...components({
        "model-architecture": "MIT",
        "model-card": "unlicensed",
        "data-card": "unknown",
        "evaluation-results": "undetermined",
        "research-paper": "CC-BY-4.0",
        "training-code": "!CC-BY-NC-4.0",
      }),
      "model-parameters-final": unfitting,
    });
    expect(Object.keys(verdicts).sort()).toEqual([...ARTIFACT_IDS].sort());
    expect(verdicts).toMatchObject({
      "model-architecture": "pass",
      "model-parameters-final": "warn",
      "model-card": "fail",
      "data-card": "warn",
      "evaluation-results": "undetermined",
      "technical-report": "not-applicable",
      "training-code": "fail",
      "inference-code": "fail",
      "sample-model-outputs": "not-applicable",
    });
  });
});
