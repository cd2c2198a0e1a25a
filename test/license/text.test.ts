import { describe, expect, it } from "vitest";
import { identifyLicense } from "../../src/license/identify.ts";
import { isCopyrightLine } from "../../src/license/text/lines.ts";
import { readLicenseText } from "../../src/license/text/read.ts";
import { splitWords, written } from "../../src/license/text/tokens.ts";
import { spdxText } from "./texts.ts";

const words = (text: string): readonly string[] => splitWords(text).words;

describe("words of a text", () => {
  it("are the same however non-commercial is written", () => {
    for (const text of [
      "non-commercial",
      "Non\u2011Commercial",
      "non commercial",
      "noncommercial",
      "NON\u2013COMMERCIAL",
    ]) {
      expect(words(text)).toEqual(["noncommercial"]);
    }
  });

  it("leave out list markers, comment leaders, tags, entities and emphasis", () => {
    expect(words("# 1. **Grant** of <b>Rights</b>")).toEqual(["grant", "of", "rights"]);
    expect(words("(a) to use &quot;it&quot;; (ii) to copy")).toEqual(["to", "use", "it", "to", "copy"]);
    expect(words(" * See [the text](LICENSE.md)")).toEqual(["see", "the", "text", "license", "md"]);
  });

  it("keep versions whole and accents inside words", () => {
    expect(words("Version 2.0, académico, OpenRAIL++-M, THIRD_PARTY.md")).toEqual([
      "version",
      "2.0",
      "académico",
      "openrail++",
      "m",
      "third",
      "party",
      "md",
    ]);
  });

  it("are one for each character of Chinese and Japanese", () => {
    expect(words("禁止商用 AI")).toEqual(["禁", "止", "商", "用", "ai"]);
  });

  it("know their lines and sentences, as Git counts them", () => {
    const text = splitWords("One two.\r\nThree four; five\u2028\n\nsix");
    expect([...text.lineOf]).toEqual([1, 1, 2, 2, 2, 4]);
    expect([...text.startsSentence]).toEqual([1, 0, 1, 0, 1, 1]);
    expect([...splitWords("a\rb").lineOf]).toEqual([1, 2]);
    expect(written(text, 1, 4, 200)).toBe("two. Three four");
  });

  it("do not begin a sentence after an abbreviation or inside a version", () => {
    expect(
      [...splitWords("under MPL, v. 2.0 of Foo Inc. and FLUX.1 too").startsSentence].filter((one) => one === 1),
    ).toHaveLength(1);
  });
});

describe("a line that only says whose the work is", () => {
  it.each([
    "Copyright (c) 2024 Example Lab",
    "Copyright 2019-2024 The Example Authors <a@example.org>",
    "© 2020 Jane Doe. All rights reserved.",
    "Portions Copyright (C) 2022 Example",
    "All rights reserved.",
  ])("%s", (line) => {
    expect(isCopyrightLine(line.replace("©", "(c)"))).toBe(true);
  });

  it.each([
    "copyright on the Program, and are irrevocable provided the stated conditions",
    "Copyright (c) 2024 Example. Redistribution and non-commercial use permitted.",
    "Copyright (c) 2024 Example, for academic research",
    "Copyright (c) 2024 例 禁止商用",
    "The copyright holder may change these terms",
  ])("is not: %s", (line) => {
    expect(isCopyrightLine(line)).toBe(false);
  });
});

describe("names that go on below a copyright line", () => {
  const MIT = spdxText("MIT");
  const holders = (lines: string) => identifyLicense(MIT.replace(/Copyright[^\n]*/, lines));

  it("say nothing more than the line above them", () => {
    expect(
      holders("Copyright (c) 2021 Ada Example, Bo Example,\nCy J. Example, and Dee O'Example,\nEli Example"),
    ).toMatchObject({
      open: true,
      review: [],
    });
  });

  it("are not believed where they hold words of terms, or where no copyright line is above", () => {
    for (const lines of [
      "Copyright (c) 2021 Ada Example,\nFor Academic Use Only",
      "Copyright (c) 2021 Ada Example,\nNon Commercial Edition For Members",
      "Copyright (c) 2021 Ada Example,\nand silver editions for friends of the house.",
    ])
      expect(holders(lines).open).not.toBe(true);
  });
});

describe("reading a file", () => {
  const bytes = (text: string, encoding: BufferEncoding): Uint8Array => new Uint8Array(Buffer.from(text, encoding));

  it("takes UTF-8, UTF-16 by its mark, and Latin-1 for what is not UTF-8", () => {
    expect(readLicenseText(bytes("é", "utf8"))).toBe("é");
    expect(readLicenseText(bytes("\ufeffé", "utf16le"))).toBe("é");
    expect(readLicenseText(bytes("\u00e9t\u00e9", "latin1"))).toBe("été");
  });

  it("finds no text in a binary file", () => {
    expect(readLicenseText(new Uint8Array([1, 0, 2]))).toBeUndefined();
  });

  it("stops at 512 KB, even in the middle of a character", () => {
    const text = readLicenseText(bytes("あ".repeat(300_000), "utf8"));
    expect(text?.length).toBe(Math.floor((512 * 1024) / 3));
    expect(text).not.toContain("\ufffd");
  });
});
