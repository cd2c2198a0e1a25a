import { describe, expect, it } from "vitest";
import { licenseCommand } from "../../src/license/command.ts";
import { spdxText } from "./texts.ts";

const run = (text: string | Uint8Array) =>
  licenseCommand([{ file: "F", bytes: typeof text === "string" ? new TextEncoder().encode(text) : text }])[0];
const nothing = { file: "F", licenses: [], expression: null, open: null, restrictions: [] };

describe("openness license", () => {
  it("prints one entry for each file, in order", () => {
    const bytes = new TextEncoder().encode("MIT");
    expect(
      licenseCommand([
        { file: "a", bytes },
        { file: "b", bytes },
      ]).map(({ file }) => file),
    ).toEqual(["a", "b"]);
  });

  it("names a license text, its coverage and its openness", () => {
    expect(run(spdxText("MIT"))).toEqual({
      file: "F",
      licenses: [{ id: "MIT", coverage: 1 }],
      expression: "MIT",
      open: true,
      restrictions: [],
    });
  });

  it("names what restricts", () => {
    expect(run(spdxText("CC-BY-NC-ND-4.0"))).toMatchObject({
      open: false,
      restrictions: expect.arrayContaining(["noncommercial", "no-derivatives"]),
    });
  });

  it.each([
    ["nothing", ""],
    ["spaces", "  \n\t \n"],
    ["a to-do", "TODO: add a license"],
    ["a bare address", "https://example.org/some/where"],
    ["rights reserved", "Copyright (c) 2024 Example Lab. All rights reserved."],
    ["a denial", "This software is NOT released under the MIT License. All rights reserved."],
    ["a pointer", "Please see the LICENSE file in the parent repository."],
    ["code", "def license(x):\n    return x\n"],
  ])("finds no license in %s", (_, text) => {
    expect(run(text)).toEqual(nothing);
  });

  it("finds nothing in a binary file", () => {
    expect(run(new Uint8Array([0x25, 0x50, 0x44, 0x46, 0, 1, 2]))).toEqual(nothing);
  });

  it("reads UTF-16 and Latin-1", () => {
    const utf16 = new Uint8Array(Buffer.from(`\ufeff${spdxText("ISC")}`, "utf16le"));
    expect(run(utf16)?.licenses.map(({ id }) => id)).toEqual(["ISC"]);
    const latin1 = new Uint8Array(Buffer.from(`Copyright (c) 2020 Jos\u00e9\n\n${spdxText("MIT")}`, "latin1"));
    expect(run(latin1)?.licenses.map(({ id }) => id)).toEqual(["MIT"]);
  });
});

describe("notices", () => {
  it.each([
    ["Apache 2.0", ["Apache-2.0"], true],
    ["MIT", ["MIT"], true],
    ["Released under the MIT License. See the LICENSE file for details.", ["MIT"], true],
    ["SPDX-License-Identifier: Apache-2.0", ["Apache-2.0"], true],
    ["<!-- SPDX-License-Identifier: CC-BY-NC-4.0 -->", ["CC-BY-NC-4.0"], false],
    ["// SPDX-License-Identifier: MIT OR LicenseRef-Llama-3.1", ["MIT", "LicenseRef-Llama-3.1"], true],
    ["// SPDX-License-Identifier: MIT AND LicenseRef-Llama-3.1", ["MIT", "LicenseRef-Llama-3.1"], false],
    ["Licensed under the Apache License 2.0 for non-commercial use only.", ["Apache-2.0"], false],
    [
      "The code is MIT licensed, however the model may not be used for commercial purposes.",
      ["MIT", "LicenseRef-noncommercial"],
      false,
    ],
    [
      "The code is under Apache 2.0. The weights are released under CC-BY-NC 4.0.",
      ["Apache-2.0", "CC-BY-NC-4.0"],
      false,
    ],
    ["The weights may be used for non-commercial research only.", ["LicenseRef-noncommercial"], false],
    ["本模型权重仅供学术研究使用，禁止任何商业用途。", ["LicenseRef-noncommercial"], false],
    ["本モデルの商用利用は禁止されています。", ["LicenseRef-noncommercial"], false],
    ["본 모델의 상업적 이용은 금지됩니다.", ["LicenseRef-noncommercial"], false],
    ["Die Nutzung zu kommerziellen Zwecken ist untersagt.", ["LicenseRef-noncommercial"], false],
  ])("%s", (text, ids, open) => {
    const result = run(text);
    expect(result?.licenses.map(({ id }) => id)).toEqual(ids);
    expect(result?.open).toBe(open);
  });

  it("reads a card's front matter, and its license_name when the license is other", () => {
    expect(run("---\nlicense: apache-2.0\n---\n# Net\n")).toMatchObject({ expression: "Apache-2.0", open: true });
    expect(run("---\nlicense:\n- mit\n- apache-2.0\n---\n# Net\n")).toMatchObject({
      expression: "MIT AND Apache-2.0",
      open: true,
    });
    expect(run("---\nlicense: other\nlicense_name: deepseek\n---\n# Net\n")).toMatchObject({
      expression: "LicenseRef-DeepSeek",
      open: false,
    });
    expect(run("---\nlicense: other\nlicense_name: our own terms\n---\n# Net\n")).toMatchObject({
      expression: "LicenseRef-our-own-terms",
      open: null,
    });
    expect(run("---\nlicense: unknown\n---\n# Net\n")).toEqual(nothing);
  });

  it("believes the tag of a source file, whatever the code says", () => {
    const code = "def step(x, y):\n    if not x: raise ValueError('must not be empty')\n    return x + y\n".repeat(40);
    expect(run(`# SPDX-License-Identifier: MIT\n\n${code}`)).toMatchObject({ expression: "MIT", open: true });
  });

  it("does not believe a tag over terms of its own", () => {
    const terms =
      "The licensor grants the recipient a seat at the table. The recipient shall hum while reading this agreement. ".repeat(
        12,
      );
    expect(run(`SPDX-License-Identifier: MIT\n\nExample License Agreement\n\n${terms}`)?.open).toBeNull();
  });

  it("in a document only the parts about the license count", () => {
    const filler = "We evaluate on many tasks and describe each of them here in some detail. ".repeat(30);
    const card = (license: string) =>
      `# Net\n\n${filler}\n\nWe compare with Foo, which is research only.\n\n## Intended use\n\nIt should not be used for medical advice.\n\n## License\n\n${license}\n\n## Citation\n\nPlease cite us.\n`;
    expect(run(card("The model is released under the Apache 2.0 license."))).toMatchObject({
      expression: "Apache-2.0",
      open: true,
    });
    expect(run(card("Code: MIT. The weights are for non-commercial research only."))).toMatchObject({ open: false });
    expect(run(`# Net\n\n${filler}\n`)).toEqual(nothing);
  });
});
