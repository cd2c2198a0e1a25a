import { describe, expect, it } from "vitest";
import { auditOf } from "../../auditing.ts";
import { spdxText } from "../texts.ts";

const HUB = "Download the weights from [the hub](https://huggingface.co/acme-ai/lumo-7b).";
const NETWORK =
  "import torch.nn as nn\n\n\nclass Lumo(nn.Module):\n    def __init__(self):\n        super().__init__()\n        self.layer = nn.Linear(8, 8)\n\n    def forward(self, x):\n        return self.layer(x)\n";
const weights = (sentence: string, options?: Parameters<typeof auditOf>[1]) =>
  auditOf(
    { LICENSE: spdxText("Apache-2.0"), "README.md": `# Lumo\n\n## Model weights\n\n${HUB}\n\n${sentence}\n` },
    options,
  ).components["model-parameters-final"];
const link = (words: string, repository: string) => `[${words}](https://github.com/${repository}/blob/main/LICENSE)`;

describe("a license file in another repository", () => {
  it("is not this repository's, though both are called LICENSE", () => {
    const found = weights(`The weights are released under the ${link("model license", "others/aria")}.`);
    expect(found).toMatchObject({ presence: "linked", license: { id: null, open: null } });
  });

  it("is this repository's at its own address, also where that still has the old owner's name", () => {
    for (const repository of ["acme-ai/lumo", "before/lumo"])
      expect(weights(`The weights are released under the ${link("license", repository)}.`).license).toMatchObject({
        id: "Apache-2.0",
        open: true,
      });
  });

  it("is known by whose it is, with the version that the sentence names", () => {
    const under = (base: string) =>
      `Lumo is based on ${base} and should be used under Llama's ${link("model license", "others/llama")}.`;
    expect(weights(under("Llama 2")).license).toMatchObject({ id: "LicenseRef-Llama-2", open: false });
    expect(weights(under("Llama 3.1")).license).toMatchObject({ id: "LicenseRef-Llama-3.1", open: false });
    // Two versions: which of them is meant is not said.
    expect(weights(under("Llama 2 and Llama 3")).license?.id).not.toMatch(/Llama-[23]$/);
  });

  it("is never opened by the name of whose it is", () => {
    const sentence = `The weights should be used under Apache's ${link("model license", "others/aria")}.`;
    expect(weights(sentence).license).toMatchObject({ id: null, open: null });
  });
});

describe("the license of what is only used", () => {
  const code = (sentence: string) =>
    auditOf({
      "README.md": `# Lumo\n\n${HUB}\n\n## Inference\n\n${sentence}\n\n## License\n\nCode: MIT License\n`,
      "lumo/modeling.py": NETWORK,
    }).components["model-architecture"].license;

  it.each([
    "You can run it in your own code, but the inference depends on a GPL-licensed package.",
    "A [GPL-licensed fork](https://github.com/others/lumo) can be imported.",
  ])("is not the code's: %s", (sentence) => {
    expect(code(sentence)).toMatchObject({ id: "MIT" });
  });
});

describe("a family of licenses that is named", () => {
  const named = (files: Readonly<Record<string, string>>) =>
    auditOf({
      "README.md": `# Lumo\n\n${HUB}\n\n## License\n\nThe code and the model weights are licensed under CC-BY-NC.\n`,
      ...files,
    }).components["model-parameters-final"].license?.id;

  it("is the one whose text is there", () => {
    expect(named({ LICENSE: spdxText("CC-BY-NC-4.0") })).toBe("CC-BY-NC-4.0");
  });

  it("stays a family where the texts of none or of several are", () => {
    expect(named({})).toBe("LicenseRef-CC-BY-NC-family");
    const two = { "LICENSE-A": spdxText("CC-BY-NC-4.0"), "LICENSE-B": spdxText("CC-BY-NC-3.0") };
    expect(named(two)).toBe("LicenseRef-CC-BY-NC-family");
  });
});

it("of several licenses in a file, the one by which it is not open is named", () => {
  const listed = "License information for the parts\n\n* First: Apache 2.0\n* Second: MIT\n* Third: cc-by-nc-4.0\n";
  const { license } = auditOf({
    LICENSE: spdxText("Apache-2.0"),
    "README.md": `# Lumo\n\n${HUB}\n`,
    "lumo/LICENSE": listed,
    "lumo/modeling.py": NETWORK,
  }).components["model-architecture"];
  expect(license).toMatchObject({ id: "CC-BY-NC-4.0", open: false });
});

describe("a license file that only names several licenses", () => {
  const NAMES =
    "The source code of Lumo is licensed under Apache 2.0.\nThe weights of Lumo are licensed under CC-BY-NC-ND 4.0.\n";
  const components = (sentence: string, file = NAMES) =>
    auditOf({
      LICENSE: file,
      "README.md": `# Lumo\n\n${HUB}\n\n## License\n\n${sentence}\n`,
      "lumo/modeling.py": NETWORK,
    }).components;

  it("leaves it to the documents which of them is for what", () => {
    const { "model-architecture": code, "model-parameters-final": model } = components(NAMES);
    expect(code.license).toMatchObject({ id: "Apache-2.0", open: true });
    expect(model.license).toMatchObject({ id: "CC-BY-NC-ND-4.0", open: false });
  });

  it("is not lifted by one of its own for what it gives another", () => {
    const held = { LICENSE: NAMES, "model.safetensors": { lfs: 4_000_000_000 } };
    const card = `---\nlicense: apache-2.0\n---\n# Lumo\n\n${HUB}\n`;
    const said = `# Lumo\n\n${HUB}\n\n## License\n\nThe model weights are released under the Apache 2.0 license.\n`;
    for (const readme of [card, said]) {
      const of = (files: Parameters<typeof auditOf>[0]) => auditOf(files).components["model-parameters-final"].openness;
      expect(of({ ...held, "README.md": readme })).toBe("restricted");
      expect(of({ LICENSE: NAMES, "README.md": readme })).toBe("restricted");
    }
  });

  it("is not lifted by a license that it does not name, nor where nothing says which is for what", () => {
    const code = (sentence: string) =>
      components(sentence, "Licenses: Apache 2.0, CC-BY-NC-ND 4.0\n")["model-architecture"].openness;
    expect(code("The source code is licensed under MIT.")).toBe("restricted");
    expect(code("See the file.")).toBe("restricted");
    expect(code("The source code is licensed under Apache 2.0.")).toBe("restricted");
  });
});
