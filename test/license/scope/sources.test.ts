import { describe, expect, it } from "vitest";
import { matchesPattern, readReuseToml } from "../../../src/license/scope/reuse.ts";
import { auditOf } from "../../auditing.ts";
import { spdxText } from "../texts.ts";

const network = (head = ""): string => `${head}import torch.nn as nn

class Net(nn.Module):
    def __init__(self):
        super().__init__()
        self.layer = nn.Linear(8, 8)

    def forward(self, x):
        return self.layer(x)
`;
const WEIGHTS = "\n\nDownload the weights from [the hub](https://huggingface.co/acme-ai/lumo-7b).\n";
const DATA =
  "# Lumo\n\n## Training data\n\nLumo was trained on the [Lumo corpus](https://huggingface.co/datasets/acme-ai/lumo-corpus).\n";
const APACHE = spdxText("Apache-2.0");

type Files = Parameters<typeof auditOf>[0];
const architecture = (files: Files) => auditOf(files).components["model-architecture"].license;
const weights = (files: Files) => auditOf(files).components["model-parameters-final"].license;

describe("a tag in a source file", () => {
  it("wins for that file over the repository's license, and says where it stands", () => {
    const found = architecture({
      LICENSE: APACHE,
      "README.md": "# Lumo\n",
      "model.py": network("# Copyright Acme\n# SPDX-License-Identifier: CC-BY-NC-4.0\n"),
    });
    expect(found).toMatchObject({ id: "CC-BY-NC-4.0", open: false, source: { path: "model.py", lines: [2, 2] } });
    expect(found?.restrictions[0]).toMatchObject({
      category: "noncommercial",
      freedoms: expect.arrayContaining(["use"]),
    });
  });

  it("speaks for that file alone", () => {
    const files = { LICENSE: APACHE, "README.md": "# Lumo\n", "model.py": network() };
    expect(
      architecture({ ...files, "tools/x.py": "# SPDX-License-Identifier: CC-BY-NC-4.0\nprint(1)\n" }),
    ).toMatchObject({
      id: "Apache-2.0",
      open: true,
    });
  });

  it("makes up for a license file that is not there", () => {
    const files = { "README.md": "# Lumo\n", "model.py": network("# SPDX-License-Identifier: MIT\n") };
    expect(architecture(files)).toMatchObject({ id: "MIT", open: true, scope: "component" });
    expect(architecture({ "README.md": "# Lumo\n", "model.py": network() })).toBeNull();
  });

  it("with a choice is open when one of the licenses is, and not when all of them apply", () => {
    const under = (tag: string) =>
      architecture({ "README.md": "# Lumo\n", "model.py": network(`# SPDX-License-Identifier: ${tag}\n`) });
    expect(under("CC-BY-NC-4.0 OR MIT")?.open).toBe(true);
    expect(under("CC-BY-NC-4.0 AND MIT")?.open).toBe(false);
  });

  it("in a string of code, or far down, is none", () => {
    const text = network('print("SPDX-License-Identifier: CC-BY-NC-4.0")\n');
    expect(architecture({ LICENSE: APACHE, "README.md": "# Lumo\n", "model.py": text })?.id).toBe("Apache-2.0");
    const late = `${network()}${"\n".repeat(60)}# SPDX-License-Identifier: CC-BY-NC-4.0\n`;
    expect(architecture({ LICENSE: APACHE, "README.md": "# Lumo\n", "model.py": late })?.id).toBe("Apache-2.0");
  });
});

describe("REUSE information", () => {
  const toml = (precedence: string): string =>
    `version = 1\n\n[[annotations]]\npath = [\n  "src/**",\n  "other/*.py",\n]\nprecedence = "${precedence}"\nSPDX-License-Identifier = "CC-BY-NC-4.0"\n`;
  const files = (precedence: string, head = "") => ({
    LICENSE: APACHE,
    "README.md": "# Lumo\n",
    "REUSE.toml": toml(precedence),
    "src/lumo/model.py": network(head),
  });

  it("covers the files that its patterns stand for", () => {
    expect(architecture(files("closest"))).toMatchObject({ id: "CC-BY-NC-4.0", source: { path: "REUSE.toml" } });
    const { "src/lumo/model.py": model, ...rest } = files("closest");
    expect(architecture({ ...rest, "lumo/model.py": model })).toMatchObject({ id: "Apache-2.0" });
  });

  it("gives way to the file's own tag unless it says that it overrides", () => {
    const tag = "# SPDX-License-Identifier: MIT\n";
    expect(architecture(files("closest", tag))?.id).toBe("MIT");
    expect(architecture(files("override", tag))?.id).toBe("CC-BY-NC-4.0");
    expect(architecture(files("aggregate", tag))?.id).toBe("CC-BY-NC-4.0");
  });

  it("in the older form is read too", () => {
    const found = architecture({
      LICENSE: APACHE,
      "README.md": "# Lumo\n",
      ".reuse/dep5": "Format: x\n\nFiles: src/*\n other/*\nCopyright: Acme\nLicense: CC-BY-NC-4.0\n",
      "src/lumo/model.py": network(),
    });
    expect(found).toMatchObject({ id: "CC-BY-NC-4.0", open: false });
  });

  it("beside a file is about that file and no license of the folder", () => {
    const found = architecture({
      LICENSE: APACHE,
      "README.md": "# Lumo\n",
      "model.py": network(),
      "logo.png": { bytes: 900 },
      "logo.png.license": "SPDX-License-Identifier: CC-BY-NC-4.0\n",
    });
    expect(found?.id).toBe("Apache-2.0");
  });

  it.each([
    ["src/a/b.py", "src/**", true],
    ["src/a/b.py", "src/*", false],
    ["src/a.py", "src/*.py", true],
    ["srca.py", "src/*.py", false],
    ["a*b", "a\\*b", true],
    ["axb", "a\\*b", false],
  ])("%s and the pattern %s", (path, pattern, matches) => {
    expect(matchesPattern(path, pattern, false)).toBe(matches);
  });

  it("is read whatever it holds", () => {
    expect(readReuseToml('[[annotations]]\npath = [\n"a"\n')).toEqual([]);
    expect(readReuseToml('path = "a"\nSPDX-License-Identifier = "MIT"\n')).toEqual([]);
  });
});

describe("package metadata", () => {
  it.each([
    ['classifiers = [\n  "License :: OSI Approved :: MIT License",\n]\n', "MIT"],
    ['classifiers = [\n  "License :: OSI Approved :: Apache Software License",\n]\n', "LicenseRef-Apache-family"],
    ['classifiers = ["License :: Free for non-commercial use"]\n', "LicenseRef-noncommercial"],
    ['license = {text = "BSD-3-Clause"}\nclassifiers = ["License :: OSI Approved :: MIT License"]\n', "BSD-3-Clause"],
  ])("%s", (fields, id) => {
    const files = {
      "README.md": "# Lumo\n",
      "model.py": network(),
      "pyproject.toml": `[project]\nname = "lumo"\n${fields}`,
    };
    expect(architecture(files)?.id).toBe(id);
  });

  it("of a folder covers the code of that folder", () => {
    const files = { "README.md": "# Lumo\n", "lumo/setup.cfg": "[metadata]\nname = lumo\nlicense = MIT\n" };
    expect(architecture({ ...files, "lumo/model.py": network() })?.id).toBe("MIT");
    expect(architecture({ ...files, "other/model.py": network() })).toBeNull();
  });
});

it("the license of a citation file is that of the code where nothing else says one, and never lifts", () => {
  const cff = "cff-version: 1.2.0\ntitle: Lumo\nlicense: MIT\n";
  const files = { "README.md": `# Lumo${WEIGHTS}`, "CITATION.cff": cff, "model.py": network() };
  expect(architecture(files)).toMatchObject({ id: "MIT", source: { path: "CITATION.cff", lines: [3, 3] } });
  expect(weights(files)).toBeNull();
  expect(architecture({ ...files, LICENSE: spdxText("CC-BY-NC-4.0") })?.open).toBe(false);
});

describe("descriptions for machines", () => {
  const croissant = (license: unknown, url: string) =>
    JSON.stringify({
      "@type": "sc:Dataset",
      conformsTo: "http://mlcommons.org/croissant/1.1",
      name: "corpus of Lumo",
      url,
      license,
    });
  const datasets = (license: unknown, url = "https://huggingface.co/datasets/acme-ai/lumo-corpus") =>
    auditOf({ "README.md": DATA, "croissant.json": croissant(license, url) }).components.datasets.license;

  it("Croissant puts the data set that it describes under its license", () => {
    expect(datasets("https://creativecommons.org/licenses/by/4.0/")).toMatchObject({ id: "CC-BY-4.0", open: true });
    expect(datasets(["https://spdx.org/licenses/CC-BY-NC-4.0"])).toMatchObject({ id: "CC-BY-NC-4.0", open: false });
  });

  it("Croissant of another data set says nothing of this one", () => {
    expect(datasets("https://creativecommons.org/licenses/by/4.0/", "https://example.org/datasets/birds")).toBeNull();
  });

  it("a model's configuration can restrict weights that are hosted elsewhere, and cannot open them", () => {
    const files = (license: string) => ({
      "README.md": `# Lumo${WEIGHTS}`,
      "model.py": network(),
      "config.json": JSON.stringify({ model_type: "lumo", license }, null, 1),
    });
    expect(weights(files("cc-by-nc-4.0"))).toMatchObject({ id: "CC-BY-NC-4.0", open: false });
    expect(weights(files("mit"))).toBeNull();
  });
});

it.each(["llama3.1", "gemma", "cc-by-nc-4.0", "openrail", "deepseek"])(
  "%s, known by its name alone, brings what it restricts",
  (license) => {
    const card = `---\nlicense: ${license}\npipeline_tag: text-generation\n---\n# Lumo${WEIGHTS}`;
    const found = weights({ "README.md": card });
    expect(found?.open).toBe(false);
    expect(found?.restrictions.length).toBeGreaterThan(0);
    for (const { freedoms, quote } of found?.restrictions ?? []) {
      expect(freedoms.length).toBeGreaterThan(0);
      expect(quote).toContain(license);
    }
  },
);
