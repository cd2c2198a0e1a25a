import { describe, expect, it } from "vitest";
import { foreignFolders } from "../../../src/evidence/files/foreign.ts";
import { presence } from "../artifacts/looking.ts";
import { tree } from "./tree.ts";

const license = (holder: string) => `MIT License\n\nCopyright (c) 2023 ${holder}\n\nPermission is hereby granted…\n`;
const foreign = (files: Record<string, string>): string[] => {
  const { entries, contents } = tree(files);
  return foreignFolders(entries, contents);
};

describe("a package with its own license inside a release", () => {
  it("is other people's where the copyright holder is another", () => {
    const files = {
      LICENSE: license("Acme University"),
      "env/equivariant/LICENSE": license("Chipmaker Corporation & affiliates"),
      "env/equivariant/setup.py": "",
    };
    expect(foreign(files)).toEqual(["env/equivariant"]);
  });

  it("is the release's own where the holder is the same, or either does not say", () => {
    const own = { "packages/core/LICENSE": license("Acme, Inc."), "packages/core/pyproject.toml": "" };
    expect(foreign({ LICENSE: license("The Acme Authors"), ...own })).toEqual([]);
    expect(foreign({ LICENSE: "Copyright [yyyy] [name of copyright owner]", ...own })).toEqual([]);
    const silent = { "packages/core/LICENSE": "Apache License\nVersion 2.0", "packages/core/pyproject.toml": "" };
    expect(foreign({ LICENSE: license("Acme"), ...silent })).toEqual([]);
  });

  it("is no package where only a license for weights lies in the folder", () => {
    expect(foreign({ LICENSE: license("Acme"), "weights/LICENSE": license("Lumo Labs") })).toEqual([]);
  });

  it("trains nothing for the release, as code beside it does", () => {
    const code = "import torch\nfor x in d:\n    loss = m(x)\n    loss.backward()\n    optimizer.step()\n";
    const files = {
      "README.md": "# Lumo\n",
      LICENSE: license("Acme"),
      "env/other/LICENSE": license("Chipmaker"),
      "env/other/setup.py": "",
      "env/other/train.py": code,
    };
    expect(presence("training-code", files)).toBe("absent");
    expect(presence("training-code", { ...files, "train.py": code })).toBe("in-repo");
  });
});
