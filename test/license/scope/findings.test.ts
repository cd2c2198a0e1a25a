import { describe, expect, it } from "vitest";
import { en } from "../../../src/messages/en.ts";
import { auditOf } from "../../auditing.ts";
import { spdxText } from "../texts.ts";

const APACHE = spdxText("Apache-2.0");
const MIT = spdxText("MIT");
const WEIGHTS = "\n\nDownload the weights from [the hub](https://huggingface.co/acme-ai/lumo-7b).\n";

type Files = Parameters<typeof auditOf>[0];
const findings = (files: Files) => auditOf(files).findings.filter(({ rule }) => rule.startsWith("license-"));
const rules = (files: Files): string[] => findings(files).map(({ rule }) => rule);
const only = (files: Files, rule: string) => findings(files).filter((one) => one.rule === rule);
const card = (front: string, body = ""): string =>
  `---\n${front}\npipeline_tag: text-generation\n---\n# Lumo${WEIGHTS}${body}`;

describe("a license of another repository", () => {
  const readme = (words: string): Files => ({ LICENSE: MIT, "README.md": `# Lumo\n\n${words}\n` });

  it.each([
    "[![License](https://img.shields.io/github/license/someone/else)](LICENSE)",
    "[![License](https://img.shields.io/badge/License-MIT-yellow.svg)](https://github.com/someone/else/blob/main/LICENSE)",
    "## License\n\nSee the [LICENSE file](https://github.com/someone/else/blob/main/LICENSE).",
  ])("is told where it is shown as this one's: %s", (words) => {
    expect(only(readme(words), "license-elsewhere")).toEqual([
      expect.objectContaining({ message: en.license.elsewhere("someone/else"), path: "README.md" }),
    ]);
  });

  it.each([
    "[![License](https://img.shields.io/github/license/acme-ai/lumo)](LICENSE)",
    "[![License](https://img.shields.io/github/license/acme/lumo)](LICENSE)",
    "This work is based on Else, see its [license](https://github.com/someone/else/blob/main/LICENSE).",
    "The weights are under the [Else community license](https://github.com/someone/else/blob/main/LICENSE).",
    "## Acknowledgements\n\n[License](https://github.com/someone/else/blob/main/LICENSE)",
  ])("is no finding where it is this one's, or said to be another's: %s", (words) => {
    expect(rules(readme(words))).not.toContain("license-elsewhere");
  });
});

describe("a license file", () => {
  it.each([
    ["https://example.org/license\n", en.license.onlyAddress],
    ["License: https://example.org/license", en.license.onlyAddress],
    ["MIT\n", en.license.onlyName],
  ])("that holds only %j is told", (text, message) => {
    expect(only({ LICENSE: text, "README.md": "# Lumo\n" }, "license-file-empty")).toEqual([
      expect.objectContaining({ message, path: "LICENSE", lines: [1, 1] }),
    ]);
  });

  it("with a text, however short, is not", () => {
    for (const text of [MIT, spdxText("WTFPL"), spdxText("FSFAP")])
      expect(rules({ LICENSE: text, "README.md": "# Lumo\n" })).not.toContain("license-file-empty");
  });

  it("that is a PDF is told, unless the text is beside it", () => {
    const files = { "LICENSE.pdf": { bytes: 90_000 }, "README.md": "# Lumo\n" };
    expect(rules(files)).toContain("license-pdf");
    expect(rules({ ...files, "LICENSE.txt": MIT })).not.toContain("license-pdf");
  });
});

describe("a license that is named", () => {
  it.each([
    ["front matter", { "README.md": card("license: apache-2.0") }, "README.md", [1, 4]],
    [
      "package metadata",
      { "README.md": "# Lumo\n", "pyproject.toml": '[project]\nlicense = "MIT"\n' },
      "pyproject.toml",
      [2, 2],
    ],
    [
      "the README",
      { "README.md": "# Lumo\n\n## License\n\nLumo is released under the MIT license.\n" },
      "README.md",
      [5, 5],
    ],
  ] as const)("in %s asks for its text", (_, files, path, lines) => {
    expect(only(files, "license-text-missing")).toEqual([expect.objectContaining({ path, lines })]);
  });

  it("is satisfied by a text that can be read or by one that could not", () => {
    const readme = "# Lumo\n\n## License\n\nLumo is released under the MIT license.\n";
    for (const files of [
      { LICENSE: MIT },
      { "LICENSES/MIT.txt": MIT },
      { LICENSE: { unavailable: "no answer" } },
    ] as Files[])
      expect(rules({ ...files, "README.md": readme })).not.toContain("license-text-missing");
  });

  it("by its family asks for the version", () => {
    expect(only({ "README.md": card("license: gpl") }, "license-family")).toEqual([
      expect.objectContaining({ message: en.license.family("GPL") }),
    ]);
    expect(rules({ LICENSE: spdxText("GPL-3.0-only"), "README.md": card("license: gpl") })).not.toContain(
      "license-family",
    );
  });

  it("as other asks for a name and an address", () => {
    expect(rules({ "README.md": card("license: other") })).toContain("license-other");
    expect(rules({ "README.md": card("license: other\nlicense_name: lumo") })).toContain("license-other");
    expect(
      rules({ "README.md": card("license: other\nlicense_name: lumo\nlicense_link: https://example.org/lumo") }),
    ).not.toContain("license-other");
  });
});

describe("front matter, license file and README", () => {
  it("that name three licenses are told with all three", () => {
    const found = only(
      {
        LICENSE: APACHE,
        "README.md": card("license: mit", "\n## License\n\nThis project is released under the BSD-3-Clause license.\n"),
      },
      "license-sources-differ",
    );
    expect(found).toHaveLength(1);
    for (const id of ["MIT", "Apache-2.0", "BSD-3-Clause"]) expect(found[0]?.message).toContain(id);
  });

  it("that differ in two are told", () => {
    const readme = "# Lumo\n\n## License\n\nThis project is released under the MIT license.\n";
    expect(rules({ LICENSE: APACHE, "README.md": readme })).toContain("license-sources-differ");
    expect(rules({ LICENSE: APACHE, "README.md": card("license: cc-by-4.0") })).toContain("license-sources-differ");
  });

  it("that say which license is for what are no conflict", () => {
    const readme = card(
      "license: cc-by-4.0",
      "\n## License\n\nThe code is released under the Apache 2.0 license. The model weights are released under CC BY 4.0.\n",
    );
    expect(rules({ LICENSE: APACHE, "README.md": readme })).not.toContain("license-sources-differ");
    expect(rules({ LICENSE: spdxText("GPL-3.0-only"), "README.md": card("license: gpl-3.0") })).not.toContain(
      "license-sources-differ",
    );
  });
});

it("a sentence about the code agrees with the file that is named for the code", () => {
  const readme = card(
    "license: openmdw-1.0",
    "\n## License\n\nThis repository is licensed under [the MIT License](LICENSE-CODE). The model weights are released under OpenMDW-1.0.\n",
  );
  const files = { "LICENSE-CODE": MIT, "LICENSE-MODEL": spdxText("OpenMDW-1.0"), "README.md": readme };
  expect(rules(files)).not.toContain("license-sources-differ");
});

it("a tool's package deeper in the tree does not ask for a license text", () => {
  const files = { LICENSE: APACHE, "README.md": "# Lumo\n", "web/package.json": '{\n  "license": "ISC"\n}\n' };
  expect(rules(files)).not.toContain("license-text-missing");
});

it("a use policy that restricts is told with what it limits", () => {
  const policy = "ACCEPTABLE USE POLICY\n\nYou may not use the Model in the European Union.\n";
  const found = only({ LICENSE: MIT, "USE_POLICY.md": policy, "README.md": "# Lumo\n" }, "license-policy");
  expect(found).toEqual([expect.objectContaining({ path: "USE_POLICY.md", lines: [1, 1] })]);
  expect(found[0]?.message).toContain("not in every country");
});

it("a plain repository under one license has no finding about it", () => {
  const readme = "# Lumo\n\n## License\n\nThis project is released under the [MIT license](LICENSE).\n";
  expect(rules({ LICENSE: MIT, "README.md": readme })).toEqual([]);
});

it("every rule has a title", () => {
  const all = Object.keys(en.rule).filter((rule) => rule.startsWith("license-"));
  expect(all).toHaveLength(15);
});
