import { describe, expect, it } from "vitest";
import { identifyLicense } from "../../src/license/identify.ts";
import { LIMITS, spdxIds, spdxText } from "./texts.ts";

const ids = (text: string): string[] => identifyLicense(text).licenses.map(({ id }) => id);

describe("license texts", () => {
  it.each([
    "MIT",
    "Apache-2.0",
    "BSD-3-Clause",
    "GPL-3.0-only",
    "MPL-2.0",
    "CC-BY-4.0",
    "CC0-1.0",
    "OpenMDW-1.0",
    "ISC",
  ])("names %s and calls it open when nothing is added", (id) => {
    const result = identifyLicense(spdxText(id));
    expect(result.licenses.map((one) => one.id)).toEqual([id]);
    expect(result.open).toBe(true);
    expect(result.restrictions).toEqual([]);
    expect(result.expression).toBe(id);
  });

  it.each(["CC-BY-NC-4.0", "CC-BY-ND-4.0", "BUSL-1.1", "SSPL-1.0", "PolyForm-Noncommercial-1.0.0"])(
    "names %s and says that it restricts",
    (id) => {
      const result = identifyLicense(spdxText(id));
      expect(result.licenses.map((one) => one.id)).toEqual([id]);
      expect(result.open).toBe(false);
      expect(result.restrictions.length).toBeGreaterThan(0);
    },
  );

  it("recognises every text of the SPDX list as itself", () => {
    const wrong = spdxIds.filter((id) => {
      const found = identifyLicense(spdxText(id)).licenses;
      const same = found.length === 1 && (found[0]?.id === id || spdxText(found[0]?.id ?? id) === spdxText(id));
      // Texts that differ in nothing but names and years are one text.
      return !same && !(found.length === 1 && found[0]?.coverage === 1);
    });
    expect(wrong).toEqual([]);
  }, 60_000);

  it("tells OpenMDW 1.1 from 1.0 by the two words that differ", () => {
    const text = spdxText("OpenMDW-1.0")
      .replaceAll("1.0", "1.1")
      .replace("any patent, then", "any patent or copyright, then");
    expect(ids(text)).toEqual(["LicenseRef-OpenMDW-1.1"]);
    expect(identifyLicense(text).open).toBe(true);
  });

  it("tells CC-BY from CC-BY-NC, which are almost the same words", () => {
    expect(ids(spdxText("CC-BY-4.0"))).toEqual(["CC-BY-4.0"]);
    expect(ids(spdxText("CC-BY-NC-4.0"))).toEqual(["CC-BY-NC-4.0"]);
  });

  it("finds two licenses in one file and is open only when both are", () => {
    const both = identifyLicense(`${spdxText("Apache-2.0")}\n\n-----\n\n${spdxText("MIT")}`);
    expect(both.licenses.map(({ id }) => id).sort()).toEqual(["Apache-2.0", "MIT"]);
    expect(both.open).toBe(true);
    const half = identifyLicense(`${spdxText("MIT")}\n\n=====\n\n${spdxText("CC-BY-NC-4.0")}`);
    expect(half.licenses.map(({ id }) => id).sort()).toEqual(["CC-BY-NC-4.0", "MIT"]);
    expect(half.open).toBe(false);
  });

  it("names an unfinished copy and does not call it open", () => {
    const words = spdxText("Apache-2.0").split(" ");
    const result = identifyLicense(words.slice(0, Math.floor(words.length * 0.6)).join(" "));
    expect(result.licenses.map(({ id }) => id)).toEqual(["Apache-2.0"]);
    expect(result.open).toBeNull();
  });
});

describe("layouts", () => {
  const layouts: Readonly<Record<string, (text: string) => string>> = {
    "comment leaders": (text) => text.replace(/^/gm, "# "),
    "Windows line ends and a byte order mark": (text) => `\ufeff${text.replace(/\n/g, "\r\n")}`,
    "other line breaks": (text) => text.replace(/\s+/g, " ").replace(/(.{50,60}) /g, "$1\n"),
    capitals: (text) => text.toUpperCase(),
    "typographic quotes": (text) => text.replace(/"([^"]*)"/g, "“$1”").replace(/'/g, "’"),
    HTML: (text) =>
      `<p>${text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\n\n/g, "</p>\n<p>")}</p>`,
    "a heading and holders": (text) =>
      `ExampleNet\n==========\n\nCopyright (c) 2023-2025 Example Lab, Inc. and affiliates.\n\n${text}`,
  };
  for (const [name, change] of Object.entries(layouts)) {
    it.each(["MIT", "Apache-2.0", "BSD-3-Clause", "OpenMDW-1.0"])(`do not hide %s: ${name}`, (id) => {
      const result = identifyLicense(change(spdxText(id)));
      expect(result.licenses.map((one) => one.id)).toEqual([id]);
      expect(result.open).toBe(true);
    });
  }
});

describe("changes to a license", () => {
  it.each(Object.entries(LIMITS))("a paragraph about %s after MIT is found, with its line", (_, paragraph) => {
    const text = `${spdxText("MIT")}\n\n${paragraph}\n`;
    const result = identifyLicense(text);
    expect(result.open).toBe(false);
    expect(result.licenses.map(({ id }) => id)).toContain("LicenseRef-modified-MIT");
    const line = text.split("\n").findIndex((one) => one.startsWith(paragraph.slice(0, 20))) + 1;
    expect(result.restrictions.some(({ lines }) => lines[0] <= line && line <= lines[1])).toBe(true);
  });

  it.each([
    ["MIT", "without restriction, including without limitation", "for non-commercial purposes, including"],
    ["MIT", "publish, distribute, sublicense, and/or sell", "and publish"],
    ["BSD-3-Clause", "with or without modification", "without modification"],
    ["BSD-2-Clause", "with or without modification", "without modification"],
    ["Apache-2.0", "irrevocable", "revocable"],
    ["ISC", "for any purpose", "for any academic purpose"],
    ["Unlicense", "commercial or non-commercial", "non-commercial only"],
    ["Zlib", "including commercial applications", "excluding commercial applications"],
    ["BSL-1.0", "any person or organization", "any non-profit organization"],
  ])("a few words changed in %s are seen (%s)", (id, from, to) => {
    const original = spdxText(id).replace(/\s+/g, " ");
    const text = original.replaceAll(from, to);
    expect(text).not.toBe(original);
    const result = identifyLicense(text);
    expect(result.open).toBe(false);
    expect(result.licenses.map((one) => one.id)).toEqual([`LicenseRef-modified-${id}`]);
  });

  it("a missing patent grant is no whole Apache license", () => {
    const text = spdxText("Apache-2.0").replace(/3\. Grant of Patent License\.[\s\S]*?(?=4\. Redistribution)/, "");
    const result = identifyLicense(text);
    expect(result.open).not.toBe(true);
    expect(result.licenses.map(({ id }) => id)).toEqual(["LicenseRef-modified-Apache-2.0"]);
  });

  it("a title that says Modified is believed", () => {
    const result = identifyLicense(spdxText("MIT").replace("MIT License", "Modified MIT License"));
    expect(result.licenses.map(({ id }) => id)).toEqual(["LicenseRef-modified-MIT"]);
    expect(result.open).toBeNull();
  });

  it.each([
    ["a list of contributors", "The contributors are listed in AUTHORS.md. Thank you all."],
    ["a citation", "If you use this in a paper, please cite Doe et al. (2024)."],
    ["a contact", "Questions about this license? Write to legal@example.org."],
    ["a trademark", "ExampleNet is a trademark of Example Lab."],
    ["both kinds of use", "The model may be used for research and commercial purposes alike."],
    ["a credit", "Parts are derived from libexample, Copyright (c) 2019 Example, also under the MIT License."],
  ])("%s after MIT changes nothing", (_, note) => {
    const result = identifyLicense(`${spdxText("MIT")}\n\n${note}\n`);
    expect(result.licenses.map(({ id }) => id)).toEqual(["MIT"]);
    expect(result.open).toBe(true);
  });

  it("terms that nobody can place keep a text from being open and are shown", () => {
    const text = `${spdxText("MIT")}\n\nRecipients must hop on one leg while the program runs.\n`;
    const result = identifyLicense(text);
    expect(result.open).toBeNull();
    expect(result.licenses.map(({ id }) => id)).toEqual(["MIT"]);
    expect(result.review).toEqual([[text.trimEnd().split("\n").length, text.trimEnd().split("\n").length]]);
  });
});
