import { describe, expect, it } from "vitest";
import { identifyLicense } from "../../src/license/identify.ts";
import { spdxText } from "./texts.ts";

/** Sentences that take something away without any of the usual words for it, in words of our own. */
const UNUSUAL = [
  "This package is freeware.",
  "Distribution is permitted in original and unmodified form.",
  "You may use the model if you are a registered student.",
  "Companies need to contact sales@example.com before deploying.",
  "If you make money with this, talk to us first.",
  "This grant ends on 31 December 2026.",
  "All commercial rights are reserved by the author.",
  "Hosting the model behind an API is reserved to us.",
  "You may run it on at most two machines.",
  "Modified versions have to be approved by the author.",
  "See MODEL_LICENSE for the terms of the weights.",
  "Nur für den privaten Gebrauch.",
  "Réservé à la recherche.",
  "Solo para uso académico.",
  "Vietato l'uso commerciale.",
  "Только для некоммерческого использования.",
  "再配布を禁じます。",
  "转载请注明出处，未经许可不得转载。",
];

describe("default deny", () => {
  it.each(UNUSUAL)("an open text is not open with: %s", (sentence) => {
    for (const id of ["MIT", "Apache-2.0", "CC-BY-4.0"]) {
      expect(identifyLicense(`${spdxText(id)}\n\n${sentence}\n`).open).not.toBe(true);
      expect(identifyLicense(`${sentence}\n\n${spdxText(id)}\n`).open).not.toBe(true);
    }
  });

  it("a license file that says the weights are under other terms is not open", () => {
    const result = identifyLicense(`${spdxText("Apache-2.0")}\n\nThe model weights are released under CC BY-NC 4.0.\n`);
    expect(result.licenses.map(({ id }) => id)).toEqual(["Apache-2.0", "CC-BY-NC-4.0"]);
    expect(result.open).toBe(false);
  });

  it("a limiting license that lost its limit is not called by that license's name", () => {
    const text = spdxText("CC-BY-NC-4.0")
      .replace(/NonCommercial/gi, "")
      .replace(/for {2}purposes only/gi, "");
    const result = identifyLicense(text);
    expect(result.open).not.toBe(true);
    expect(result.licenses.map(({ id }) => id)).not.toContain("CC-BY-NC-4.0");
  });
});
