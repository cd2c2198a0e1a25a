import { describe, expect, it } from "vitest";
import { noEffort, steps } from "../../src/license/match/effort.ts";
import { findTexts } from "../../src/license/match/texts.ts";
import { splitWords } from "../../src/license/text/tokens.ts";
import { spdxIds, spdxText } from "./texts.ts";

/** Steps taken over a text; they are the same on every machine. */
function effortOf(text: string) {
  const effort = noEffort();
  findTexts(splitWords(text), effort);
  return effort;
}

const all = spdxIds.slice(0, 260).map(spdxText).join("\n\n");

describe("steps grow no faster than the text", () => {
  it.each([
    ["one license again and again", (size: number) => `${spdxText("MIT")}\n`.repeat(size / 1000)],
    ["many licenses run together", (size: number) => all.slice(0, size)],
    [
      "the commonest words of licenses",
      (size: number) => "the software is provided as is without warranty ".repeat(size / 48),
    ],
    [
      "one license with a word put in everywhere",
      (size: number) => `${spdxText("BSD-3-Clause").replaceAll(" the ", " the very ")}\n`.repeat(size / 1400),
    ],
    ["words that no license has", (size: number) => "lorem ipsum dolor sit amet ".repeat(size / 27)],
  ])("%s", (_, make) => {
    const small = steps(effortOf(make(60_000)));
    const large = steps(effortOf(make(240_000)));
    // Four times the text: the tables that align it have their own bound, so a sixth of that again is allowed.
    expect(large).toBeLessThanOrEqual(Math.max(small, 250_000) * 4 * 1.15);
  });
});

it("half a megabyte of license texts costs a bounded number of steps", () => {
  const text = spdxIds
    .map(spdxText)
    .join("\n\n")
    .slice(0, 512 * 1024);
  const effort = effortOf(text);
  expect(effort.alignments).toBeLessThanOrEqual(20);
  expect(effort.blockPairs).toBeLessThanOrEqual(20 * 80_000);
  expect(steps(effort)).toBeLessThan(20_000_000);
});

it("a license to the letter is aligned once", () => {
  for (const id of ["MIT", "Apache-2.0", "GPL-3.0-only", "BSD-3-Clause", "CC-BY-4.0"])
    expect(effortOf(spdxText(id)).alignments).toBe(1);
});
