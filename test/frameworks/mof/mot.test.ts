import { describe, expect, test } from "vitest";
import { parseMofFile } from "../../../src/frameworks/mof/file.ts";
import { evaluateMot, type MotEvaluation, resolveLicense } from "../../../src/frameworks/mof/mot.ts";
import { CLASS_1, CLASS_2, CLASS_3, mofFile, type WrittenFile } from "./mof-file.ts";

function evaluate(written: WrittenFile): MotEvaluation {
  const { file } = parseMofFile(mofFile(written), "mof.yml");
  return evaluateMot(file!);
}

const everywhere = { distribution: "Apache-2.0" };

describe("class and progress, as the Model Openness Tool computes them", () => {
  test("nothing listed is unclassified", () => {
    expect(evaluate({ components: [] })).toMatchObject({
      class: 0,
      label: "Unclassified",
      progress: { 1: 0, 2: 0, 3: 0 },
    });
  });

  test("the six components of Class III reach it, and the next class begins at what they are of its ten", () => {
    expect(evaluate({ components: CLASS_3, license: everywhere })).toMatchObject({
      class: 3,
      label: "Class III - Open Model",
      progress: { 3: 100, 2: 60, 1: 0 },
    });
  });

  test("ten components reach Class II, and Class I begins at ten of fourteen, not rounded", () => {
    const { class: reached, progress } = evaluate({ components: [...CLASS_3, ...CLASS_2], license: everywhere });
    expect(reached).toBe(2);
    expect(progress[1]).toBe((10 / 14) * 100);
  });

  test("fourteen components reach Class I", () => {
    const components = [...CLASS_3, ...CLASS_2, ...CLASS_1];
    expect(evaluate({ components, license: everywhere })).toMatchObject({
      class: 1,
      progress: { 1: 100, 2: 100, 3: 100 },
    });
  });

  test("a higher class has no progress while a lower one is incomplete, however much of it is there", () => {
    const components = [...CLASS_3.slice(0, 4), ...CLASS_2, ...CLASS_1.slice(0, 3)];
    const { class: reached, progress } = evaluate({ components, license: everywhere });
    expect(reached).toBe(0);
    expect(progress).toEqual({ 1: 0, 2: 0, 3: (4 / 6) * 100 });
  });

  test("optional components never move the progress, whatever their license", () => {
    const { progress, evaluation } = evaluate({
      components: ["Sample model outputs = CC-BY-NC-4.0", "Model metadata", "Supporting libraries and tools"],
      license: everywhere,
    });
    expect(progress[3]).toBe(0);
    expect(evaluation[3].invalid).toEqual(["sample-model-outputs"]);
    expect(evaluation[1].optional).toEqual(["supporting-libraries-and-tools", "model-metadata"]);
    expect(evaluation[3].missing).not.toContain("sample-model-outputs");
  });
});

describe("a research paper in the technical report's place", () => {
  const withoutReport = CLASS_3.filter((name) => name !== "Technical report");

  test("completes Class III", () => {
    const { class: reached, evaluation } = evaluate({
      components: [...withoutReport, "Research paper"],
      license: everywhere,
    });
    expect(reached).toBe(3);
    expect(evaluation[3].missing).toEqual([]);
    expect(evaluation[3].included).toContain("research-paper");
  });

  test("makes Class I a matter of thirteen", () => {
    const components = [...withoutReport, ...CLASS_2, "Research paper"];
    expect(evaluate({ components, license: everywhere }).progress[1]).toBe((10 / 13) * 100);
  });

  test("stands in with its own outcome: one that is not open leaves the class incomplete, and nothing missing", () => {
    const components = [...withoutReport, "Research paper = LicenseRef-arXiv"];
    const { class: reached, progress, evaluation } = evaluate({ components, license: everywhere });
    expect(reached).toBe(0);
    expect(progress[3]).toBe((5 / 6) * 100);
    expect(evaluation[3]).toMatchObject({ missing: [], invalid: ["research-paper"] });
  });

  test("stands in for a report that is listed but not open", () => {
    const components = [...withoutReport, "Technical report = unlicensed", "Research paper"];
    expect(evaluate({ components, license: everywhere })).toMatchObject({ class: 3, progress: { 3: 100 } });
  });

  test("adds nothing where the report is open as well: progress stays at 100", () => {
    expect(evaluate({ components: [...CLASS_3, "Research paper"], license: everywhere }).progress[3]).toBe(100);
  });
});

describe("which license counts", () => {
  const licenseOf = (written: WrittenFile): string | undefined =>
    resolveLicense(parseMofFile(mofFile(written), "mof.yml").file!, "model-card");

  test("the component's own, then its type's, then the distribution's", () => {
    const license = { distribution: "MIT", document: "CC-BY-4.0" };
    expect(licenseOf({ components: ["Model card = CC0-1.0"], license })).toBe("CC0-1.0");
    expect(licenseOf({ components: ["Model card"], license })).toBe("CC-BY-4.0");
    expect(licenseOf({ components: ["Model card"], license: { distribution: "MIT", code: "ISC" } })).toBe("MIT");
    expect(licenseOf({ components: ["Model card"] })).toBeUndefined();
  });

  test("an explicit `unlicensed` or empty license ends the search", () => {
    expect(licenseOf({ components: ["Model card = unlicensed"], license: everywhere })).toBeUndefined();
    expect(licenseOf({ components: ["Model card = ''"], license: everywhere })).toBeUndefined();
    expect(
      licenseOf({ components: ["Model card"], license: { ...everywhere, document: "unlicensed" } }),
    ).toBeUndefined();
  });

  test("an empty type license or a null component license is as if it were not there", () => {
    expect(licenseOf({ components: ["Model card"], license: { ...everywhere, document: "''" } })).toBe("Apache-2.0");
    expect(licenseOf({ components: ["Model card = null"], license: everywhere })).toBe("Apache-2.0");
  });

  test("of a component that is listed twice the last entry counts, even where it only inherits", () => {
    expect(licenseOf({ components: ["Model card = CC-BY-NC-4.0", "Model card"], license: everywhere })).toBe(
      "Apache-2.0",
    );
  });
});

describe("the tool's license tables, oddities included", () => {
  const bucketOf = (component: string): string => {
    const { evaluation } = evaluate({ components: [component] });
    const buckets = Object.entries(evaluation[1]).filter(([name]) => name !== "missing");
    return buckets.find(([, ids]) => ids.length > 0)?.[0] ?? "none";
  };

  test.each([
    ["Datasets = PDDL-1.0", "invalid"],
    ["Datasets = ODC-PDDL-1.0", "included"],
    ["Datasets = C-UDA-1.0", "invalid"],
    ["Datasets = CC-BY-NC-4.0", "invalid"],
    ["Datasets = unlicensed", "unlicensed"],
    ["Model card = OpenMDW-1.0", "included"],
    ["Model card = OpenMDW-1.1", "invalid"],
    ["Model card = CC-PDDC", "invalid"],
    ["Training code = MulanPSL-1.0", "invalid"],
    ["Training code = Apache 2.0", "invalid"],
    ["Training code = apache-2.0", "invalid"],
    ["Training code = BSD-3", "invalid"],
    ["Training code = BSD-3-Clause", "included"],
  ])("%s is %s", (component, bucket) => {
    expect(bucketOf(component)).toBe(bucket);
  });

  test.each([
    ["Datasets = CC0-1.0", true],
    ["Datasets = CDLA-Permissive-2.0", false],
    ["Model parameters (Final) = Apache-2.0", true],
    ["Model parameters (Final) = OpenMDW-1.0", false],
    ["Training code = BSD-3-Clause", true],
    ["Training code = MIT", false],
    ["Model card = Apache-2.0", false],
    ["Model card = MIT", true],
  ])("%s: warned of as unfitting is %s", (component, warned) => {
    expect(evaluate({ components: [component] }).notTypeAppropriate.length > 0).toBe(warned);
  });
});
