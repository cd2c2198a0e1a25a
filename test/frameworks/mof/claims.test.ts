import { describe, expect, test } from "vitest";
import type { Document, Link } from "../../../src/evidence/documents/document.ts";
import { checkBadges, checkClaims, mofFileFindings } from "../../../src/frameworks/mof/claims.ts";
import { parseMofFile } from "../../../src/frameworks/mof/file.ts";
import type { MofComponents } from "../../../src/frameworks/mof/state.ts";
import { components, upTo } from "./components.ts";
import { CLASS_2, CLASS_3, mofFile, type WrittenFile } from "./mof-file.ts";

const check = (written: WrittenFile, found: MofComponents): readonly string[] =>
  checkClaims(parseMofFile(mofFile(written), "mof.yml").file!, found).map(({ rule, lines }) => `${rule} ${lines[0]}`);

const everywhere = { distribution: "OpenMDW-1.0" };

describe("a MOF file against what was found", () => {
  test("a claim that the evidence supports is no finding", () => {
    expect(check({ components: CLASS_3, license: everywhere }, components(upTo(3)))).toEqual([]);
  });

  test("a component that is nowhere is told on its line, and so is the class", () => {
    const found = components({ ...upTo(3), "data-card": "absent" });
    expect(check({ components: CLASS_3, license: everywhere }, found)).toEqual([
      "mof-claim-not-found 13",
      "mof-claim-class 8",
    ]);
  });

  test("what could not be checked contradicts nothing", () => {
    const found = components({ ...upTo(3), "data-card": "undetermined" });
    expect(check({ components: CLASS_3, license: everywhere }, found)).toEqual([]);
  });

  test("claimed open and found restricted is told as such", () => {
    const found = components({ ...upTo(3), "model-parameters-final": "!LicenseRef-Gemma" });
    const [finding] = checkClaims(
      parseMofFile(mofFile({ components: CLASS_3, license: everywhere }), "docs/mof.yml").file!,
      found,
    );
    expect(finding).toMatchObject({
      rule: "mof-claim-restricted",
      level: "warning",
      message:
        'The MOF file puts "Model parameters (Final)" under OpenMDW-1.0, which is open; what was found (LicenseRef-Gemma) restricts it.',
      path: "docs/mof.yml",
      lines: [9, 9],
    });
  });

  test("another license than the claimed one is a notice, the same in other letters is none", () => {
    const found = components({
      "training-code": "GPL-3.0-only",
      "inference-code": "MIT",
      "evaluation-code": "Apache-2.0",
    });
    const listed = ["Training code = GPL-3.0", "Inference code = mit", "Evaluation code = MIT"];
    const rules = check({ components: listed }, found);
    expect(rules.filter((rule) => rule.startsWith("mof-claim-license "))).toEqual(["mof-claim-license 11"]);
  });

  test("a license that nothing in the repository states is told", () => {
    expect(check({ components: ["Datasets = MIT"] }, components({ datasets: "unlicensed" }))).toEqual([
      "mof-claim-unlicensed 7",
    ]);
  });

  test("listed as unlicensed claims nothing", () => {
    expect(check({ components: ["Datasets = unlicensed"] }, components({ datasets: "!CC-BY-NC-4.0" }))).toEqual([]);
  });

  test("a name that the tool does not know is told once, with the identifier", () => {
    const file = parseMofFile(
      mofFile({ components: ["Training code", "Inference code"], license: { code: "Apache 2.0" } }),
      "mof.yml",
    ).file!;
    const found = components({ "training-code": "Apache-2.0", "inference-code": "Apache-2.0" });
    expect(checkClaims(file, found).map(({ message }) => message)).toEqual([
      'The Model Openness Tool knows licenses by their exact SPDX identifier and takes "Apache 2.0" for one that is not open: write Apache-2.0.',
    ]);
  });

  test("the class that an older file states counts as its claim", () => {
    const text = mofFile({ components: [] }).replace("  producer", "  mof_class: 2\n  producer");
    const findings = checkClaims(parseMofFile(text, "mof.yml").file!, components({}));
    expect(findings).toMatchObject([{ rule: "mof-claim-class", lines: [4, 4] }]);
    expect(findings[0]?.message).toMatch(/amounts to Class II; the evidence supports no class \(/);
  });

  test("claiming less than was found is fine", () => {
    expect(check({ components: CLASS_3, license: everywhere }, components(upTo(1)))).toEqual([]);
    expect(check({ components: [...CLASS_3, ...CLASS_2], license: everywhere }, components(upTo(1)))).toEqual([]);
  });

  test("what is wrong with the file itself becomes findings", () => {
    const parsed = parseMofFile(mofFile({ components: ["Robot arm"] }), "mof.yml");
    expect(mofFileFindings(parsed)).toMatchObject([
      { rule: "mof-file", level: "notice", path: "mof.yml", lines: [7, 7] },
    ]);
  });
});

describe("a badge against what was found", () => {
  const badge = (name: string): Document => {
    const url = `https://mot.isitopen.ai/modules/mof/assets/badge_${name}.png`;
    const link: Link = {
      url,
      target: { kind: "badge", url },
      text: "",
      line: 3,
      section: undefined,
      image: true,
      context: "",
    };
    return { path: "README.md", links: [link] } as unknown as Document;
  };

  test("a class that the evidence does not support is told", () => {
    expect(checkBadges([badge("class2_qualified")], components(upTo(3)))).toMatchObject([
      {
        rule: "mof-badge-class",
        path: "README.md",
        lines: [3, 3],
        message: expect.stringMatching(/Class II is reached; .* Class III/),
      },
    ]);
  });

  test("a badge that is in progress, fits, or waits for something unchecked is not", () => {
    expect(checkBadges([badge("class2_inprogress")], components({}))).toEqual([]);
    expect(checkBadges([badge("class3_qualified")], components(upTo(2)))).toEqual([]);
    const unchecked = components({ ...upTo(3), "model-card": "undetermined" });
    expect(checkBadges([badge("class3_qualified")], unchecked)).toEqual([]);
  });
});
