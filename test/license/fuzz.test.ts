import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { licenseCommand } from "../../src/license/command.ts";
import { identifyLicense } from "../../src/license/identify.ts";
import { findLicenseNames, normalizeLicenseName, parseLicenseExpression } from "../../src/license/names.ts";
import { linesOf } from "../../src/license/text/lines.ts";
import { LIMITS, spdxText } from "./texts.ts";

const OPEN = [
  "MIT",
  "BSD-3-Clause",
  "BSD-2-Clause",
  "ISC",
  "Apache-2.0",
  "MPL-2.0",
  "OpenMDW-1.0",
  "Zlib",
  "CC-BY-4.0",
  "CC0-1.0",
];
const openTexts = OPEN.map((id) => spdxText(id));
const limits = Object.values(LIMITS);

describe("nothing that a repository can hold breaks the reader", () => {
  it("any bytes are answered", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 3000 }), (bytes) => {
        expect(licenseCommand([{ file: "LICENSE", bytes }])).toHaveLength(1);
      }),
      { numRuns: 150 },
    );
  });

  it("any text is answered, and lines lie inside it", () => {
    const words = fc.constantFrom(
      "license",
      "MIT",
      "not",
      "use",
      "(c)",
      "2024",
      "\n",
      "- ",
      "# ",
      "<p>",
      "&quot;",
      "[a](b)",
      "许可",
      "商用",
      "'",
      "SPDX-License-Identifier:",
      "Apache-2.0",
      "OR",
      "(",
      "CC BY",
      "4.0",
      "---\n",
      "license: other\n",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ unit: "grapheme", maxLength: 12 })), { maxLength: 120 }),
        (parts) => {
          const text = parts.join(" ");
          const result = identifyLicense(text);
          const last = linesOf(text).length;
          for (const { lines } of [...result.licenses, ...result.restrictions]) {
            expect(lines[0]).toBeGreaterThanOrEqual(1);
            expect(lines[1]).toBeLessThanOrEqual(last);
            expect(lines[0]).toBeLessThanOrEqual(lines[1]);
          }
          for (const { quote } of result.restrictions) expect(quote.length).toBeLessThanOrEqual(200);
          if (result.licenses.length === 0) expect(result.open).not.toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("any name is answered", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 200 }), (name) => {
        normalizeLicenseName(name);
        parseLicenseExpression(name);
        for (const { index, length } of findLicenseNames(name)) expect(index + length).toBeLessThanOrEqual(name.length);
      }),
      { numRuns: 300 },
    );
  });
});

describe("an open license stays open only while nothing limits it", () => {
  it("a limiting paragraph between any two lines is seen", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...openTexts),
        fc.constantFrom(...limits),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (text, limit, where) => {
          const lines = text.split("\n");
          const at = Math.floor(where * (lines.length + 1));
          const changed = [...lines.slice(0, at), "", limit, "", ...lines.slice(at)].join("\n");
          expect(identifyLicense(changed).open).not.toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  }, 60_000);

  it("a limiting sentence between any two words is seen", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...openTexts),
        fc.constantFrom(...limits),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (text, limit, where) => {
          const words = text.split(/(?<=\s)/);
          const at = Math.floor(where * (words.length + 1));
          const changed = [...words.slice(0, at), `${limit} `, ...words.slice(at)].join("");
          expect(identifyLicense(changed).open).not.toBe(true);
        },
      ),
      { numRuns: 400 },
    );
  }, 60_000);

  it("a limiting sentence at any place about the names of the holders is seen, in any language, in angle brackets too", () => {
    for (const id of ["MIT", "BSD-3-Clause", "ISC", "Apache-2.0"]) {
      const words = spdxText(id).split(/(?<=\s)/);
      const [first, last] = [
        words.findIndex((word) => word.startsWith("<")),
        words.findLastIndex((word) => word.includes(">")),
      ];
      for (const limit of limits)
        for (let at = Math.max(0, first - 4); at <= Math.min(last + 2, first + 12); at++) {
          const changed = [...words.slice(0, at), `${limit} `, ...words.slice(at)].join("");
          expect(identifyLicense(changed).open, `${id} ${at}: ${limit}`).not.toBe(true);
        }
    }
  }, 60_000);

  it("a text that stops early is never whole", () => {
    fc.assert(
      fc.property(fc.constantFrom(...openTexts), fc.double({ min: 0.4, max: 0.8, noNaN: true }), (text, share) => {
        expect(identifyLicense(text.slice(0, Math.floor(text.length * share))).open).not.toBe(true);
      }),
      { numRuns: 200 },
    );
  }, 60_000);
});

describe("time", () => {
  it.each([
    ["a line of one letter", "a".repeat(1_000_000)],
    ["a line of brackets", "[".repeat(1_000_000)],
    ["a line of less-than signs", "<a ".repeat(330_000)],
    ["hyphens", "a-".repeat(500_000)],
    ["prose", "The quick brown fox must not jump over the lazy dog. ".repeat(20_000)],
    ["the words of licenses, repeated", "permission is hereby granted free of charge to any person ".repeat(17_000)],
    ["names of licenses", "under the MIT License, Apache 2.0 and CC BY-NC 4.0; ".repeat(20_000)],
    ["CJK", "本模型仅供学术研究使用".repeat(90_000)],
    ["spaces", " \t".repeat(500_000)],
  ])("a megabyte of %s is read in bounded time", (_, text) => {
    identifyLicense("MIT");
    const begin = performance.now();
    identifyLicense(text);
    // A slow machine under load is allowed a multiple of what is wanted (a quarter of a second).
    expect(performance.now() - begin).toBeLessThan(2_000);
  });
});
