import { describe, expect, it } from "vitest";
import { findLicenseNames, normalizeLicenseName, parseLicenseExpression } from "../../src/license/names.ts";

describe("a license's name", () => {
  it.each([
    ["Apache-2.0", "Apache-2.0", true],
    ["apache-2.0", "Apache-2.0", false],
    ["Apache 2.0", "Apache-2.0", false],
    ["Apache License, Version 2.0", "Apache-2.0", false],
    ["Apache License 2.0", "Apache-2.0", false],
    ["MIT", "MIT", true],
    ["MIT License", "MIT", false],
    ["The MIT License", "MIT", false],
    ["BSD-3", "BSD-3-Clause", false],
    ["3-clause BSD license", "BSD-3-Clause", false],
    ["CC BY 4.0", "CC-BY-4.0", false],
    ["CC BY 4.0 International", "CC-BY-4.0", false],
    ["CC BY-NC-SA 4.0", "CC-BY-NC-SA-4.0", false],
    ["Creative Commons Attribution-NonCommercial 4.0 International", "CC-BY-NC-4.0", false],
    ["Attribution-NonCommercial 4.0 International", "CC-BY-NC-4.0", false],
    ["Attribution-ShareAlike 4.0 International", "CC-BY-SA-4.0", false],
    ["CC0", "CC0-1.0", false],
    ["GPLv3", "GPL-3.0-only", false],
    ["gpl-3.0", "GPL-3.0-only", false],
    ["GPL-3.0+", "GPL-3.0-or-later", false],
    ["GPL v2 or later", "GPL-2.0-or-later", false],
    ["GNU General Public License v3.0 only", "GPL-3.0-only", false],
    ["odc-by", "ODC-By-1.0", false],
    ["llama3.1", "LicenseRef-Llama-3.1", false],
    ["llama 3 community license", "LicenseRef-Llama-3", false],
    ["Llama 2 Community License Agreement", "LicenseRef-Llama-2", false],
    ["Gemma Terms of Use", "LicenseRef-Gemma", false],
    ["Tongyi Qianwen", "LicenseRef-Tongyi-Qianwen", false],
    ["DeepSeek License", "LicenseRef-DeepSeek", false],
    ["creativeml-openrail-m", "LicenseRef-CreativeML-Open-RAIL-M", false],
    ["openmdw-1.0", "OpenMDW-1.0", false],
    ["OpenMDW-1.1", "LicenseRef-OpenMDW-1.1", false],
    ["Modified MIT", "LicenseRef-modified-MIT", false],
    ["modified-mit", "LicenseRef-modified-MIT", false],
    ["MIT 许可证", "MIT", false],
    ["Apache 2.0 ライセンス", "Apache-2.0", false],
    ["https://creativecommons.org/licenses/by-nc/4.0/", "CC-BY-NC-4.0", false],
    ["http://www.apache.org/licenses/LICENSE-2.0", "Apache-2.0", false],
    ["https://opensource.org/licenses/MIT", "MIT", false],
  ])("%s is %s", (raw, id, exact) => {
    expect(normalizeLicenseName(raw)).toEqual({ id, exact });
  });

  it.each([
    ["gpl", "LicenseRef-GPL-family"],
    ["cc", "LicenseRef-CC-family"],
    ["OpenRAIL-M", "LicenseRef-OpenRAIL-family"],
    ["BSD License", "LicenseRef-BSD-family"],
    ["CC BY-NC", "LicenseRef-CC-BY-NC-family"],
  ])("%s is a family, no version is guessed", (raw, id) => {
    expect(normalizeLicenseName(raw)?.id).toBe(id);
  });

  it("Business Source 1.1 is not Boost 1.0, whose names look alike", () => {
    expect(normalizeLicenseName("BSL 1.1")?.id).toBe("BUSL-1.1");
    expect(normalizeLicenseName("bsl-1.0")?.id).toBe("BSL-1.0");
  });

  it.each([
    "MIT non-commercial",
    "This is not MIT licensed",
    "Apache 2.0 for non-commercial use only",
    "other",
    "unknown",
    "",
    "see LICENSE",
    "MIT or so, except on Sundays",
    "42",
  ])("%j is no name", (raw) => {
    expect(normalizeLicenseName(raw)).toBeUndefined();
  });
});

describe("names in sentences", () => {
  const named = (sentence: string): string[] =>
    findLicenseNames(sentence)
      .filter(({ negated }) => !negated)
      .map(({ id }) => id);

  it.each([
    [
      "The code is released under the Apache License 2.0, the weights under CC BY-NC 4.0.",
      ["Apache-2.0", "CC-BY-NC-4.0"],
    ],
    ["本仓库代码依照 Apache License 2.0 协议开源，模型遵循 MIT 许可证。", ["Apache-2.0", "MIT"]],
    ["本モデルは Apache License, Version 2.0 の下で公開されています。", ["Apache-2.0"]],
    ["このデータは CC BY-SA 4.0 ライセンスです。", ["CC-BY-SA-4.0"]],
    ["Dieses Werk ist unter einer Creative Commons Namensnennung 4.0 International Lizenz.", ["CC-BY-4.0"]],
    [
      "under the GNU Lesser General Public License; either version 2.1 of the License, or (at your option) any later version",
      ["LGPL-2.1-or-later"],
    ],
    ["[![License](https://img.shields.io/badge/License-Apache_2.0-blue.svg)](LICENSE)", ["Apache-2.0"]],
    ["Llama 3.1 is licensed under the Llama 3.1 Community License.", ["LicenseRef-Llama-3.1"]],
    ["It is under a modified MIT license.", ["LicenseRef-modified-MIT"]],
    ["We thank our colleagues at MIT CSAIL and Apache Spark users.", []],
  ])("%s", (sentence, ids) => {
    expect(named(sentence)).toEqual(ids);
  });

  it("says which names are denied", () => {
    expect(findLicenseNames("This software is NOT released under the MIT License.")).toMatchObject([
      { id: "MIT", negated: true },
    ]);
    expect(findLicenseNames("It is not only under the MIT License but also free of charge.")).toMatchObject([
      { id: "MIT", negated: false },
    ]);
    expect(findLicenseNames("本项目不采用 MIT 许可证。")).toMatchObject([{ id: "MIT", negated: true }]);
  });

  it("that something replaced is not stated; what replaces it is", () => {
    const sentence =
      "The parameters fall under CC BY 4.0, which replaces the original, more restrictive CC BY-NC 4.0 license.";
    expect(findLicenseNames(sentence)).toMatchObject([
      { id: "CC-BY-4.0", negated: false },
      { id: "CC-BY-NC-4.0", negated: true },
    ]);
  });

  it("says where a name stands", () => {
    const sentence = "Weights: CC BY-NC 4.0";
    const [name] = findLicenseNames(sentence);
    expect(sentence.slice(name?.index, (name?.index ?? 0) + (name?.length ?? 0))).toBe("CC BY-NC 4.0");
  });
});

describe("SPDX expressions", () => {
  it("are read in any case, with LicenseRef and exceptions", () => {
    expect(parseLicenseExpression("mit or apache-2.0")).toEqual({
      ids: ["MIT", "Apache-2.0"],
      expression: "MIT OR Apache-2.0",
      choice: true,
    });
    expect(parseLicenseExpression("Apache-2.0 WITH LLVM-exception")).toMatchObject({
      ids: ["Apache-2.0"],
      choice: false,
    });
    expect(parseLicenseExpression("(MIT AND LicenseRef-Llama-3.1)")).toMatchObject({
      ids: ["MIT", "LicenseRef-Llama-3.1"],
    });
  });

  it.each(["MIT non-commercial", "Apache 2.0", "MIT OR", ""])("%j is none", (raw) => {
    expect(parseLicenseExpression(raw)).toBeUndefined();
  });
});
