import { describe, expect, it } from "vitest";
import { auditOf } from "../../auditing.ts";
import { spdxText } from "../texts.ts";
import { NETWORK } from "./network.ts";

const WEIGHTS = "\n\nDownload the weights from [the hub](https://huggingface.co/acme-ai/lumo-7b).\n";
const APACHE = spdxText("Apache-2.0");
const MIT = spdxText("MIT");
const NC = spdxText("CC-BY-NC-4.0");

const licenseOf = (
  report: ReturnType<typeof auditOf>,
  id: "model-parameters-final" | "model-architecture" | "model-card" | "datasets",
) => report.components[id].license;

describe("the repository's license file", () => {
  it("covers what is in the repository, not weights that are hosted elsewhere", () => {
    const report = auditOf({ LICENSE: APACHE, "model.py": NETWORK, "README.md": `# Lumo${WEIGHTS}` });
    expect(licenseOf(report, "model-architecture")).toMatchObject({
      id: "Apache-2.0",
      open: true,
      scope: "distribution",
    });
    expect(report.components["model-parameters-final"]).toMatchObject({
      presence: "linked",
      license: null,
      openness: "unlicensed",
    });
  });

  it("reaches the weights when it is a license made for a model", () => {
    const terms =
      "LUMO MODEL LICENSE AGREEMENT\n\nYou may use the Model and its weights for non-commercial research purposes only. You may not use the Model for commercial purposes.\n";
    const report = auditOf({ LICENSE: terms, "README.md": `# Lumo${WEIGHTS}` });
    expect(licenseOf(report, "model-parameters-final")).toMatchObject({ open: false });
  });

  it("gives way to the license file of a folder", () => {
    const report = auditOf({ LICENSE: APACHE, "lumo/LICENSE": NC, "lumo/model.py": NETWORK, "README.md": "# Lumo\n" });
    expect(licenseOf(report, "model-architecture")).toMatchObject({ id: "CC-BY-NC-4.0", open: false, scope: "folder" });
  });

  it("named for the model covers the model, and one named for code covers code", () => {
    const report = auditOf({
      "LICENSE-CODE": MIT,
      "LICENSE-MODEL": NC,
      "model.py": NETWORK,
      "README.md": `# Lumo${WEIGHTS}`,
    });
    expect(licenseOf(report, "model-architecture")).toMatchObject({ id: "MIT", open: true });
    expect(licenseOf(report, "model-parameters-final")).toMatchObject({ id: "CC-BY-NC-4.0", open: false });
  });

  it("of vendored code covers the vendored code only", () => {
    const report = auditOf({ "third_party/x/LICENSE": MIT, "model.py": NETWORK, "README.md": "# Lumo\n" });
    expect(licenseOf(report, "model-architecture")).toBeNull();
  });

  it("that is a PDF is present and not read", () => {
    const report = auditOf({ "LICENSE.pdf": { bytes: 90_000 }, "model.py": NETWORK, "README.md": "# Lumo\n" });
    expect(report.components["model-architecture"].openness).toBe("unknown");
    expect(report.findings.map(({ rule }) => rule)).toContain("license-pdf");
  });
});

describe("a sentence of the README", () => {
  const weights = (sentence: string, files: Record<string, string> = {}) =>
    licenseOf(
      auditOf({ LICENSE: APACHE, "README.md": `# Lumo${WEIGHTS}\n## License\n\n${sentence}\n`, ...files }),
      "model-parameters-final",
    );

  it.each([
    ["The model weights are released under the MIT license.", "MIT", true],
    [
      "The code is released under the Apache 2.0 license, the weights are released under CC BY-NC 4.0.",
      "CC-BY-NC-4.0",
      false,
    ],
    ["Code and model weights are licensed under Apache-2.0.", "Apache-2.0", true],
    ["All Lumo models are distributed under the [Apache 2.0](LICENSE) license.", "Apache-2.0", true],
    ["本仓库的代码依照 Apache-2.0 协议开源，Lumo 模型权重的使用遵循 CC BY-NC 4.0 协议。", "CC-BY-NC-4.0", false],
    ["コードは Apache-2.0、モデルの重みは CC BY-NC 4.0 ライセンスの下で公開しています。", "CC-BY-NC-4.0", false],
  ])("%s", (sentence, id, open) => {
    expect(weights(sentence)).toMatchObject({ id, open });
  });

  it.each([
    "The code is released under the MIT license.",
    "This repository is licensed under the MIT license.",
    "This project is based on other code that was originally licensed under MIT.",
    "Is the model licensed under MIT?",
  ])("about something else does not reach the weights: %s", (sentence) => {
    expect(weights(sentence)).toBeNull();
  });

  it("that calls the license by no known name leaves it unknown, never open", () => {
    expect(
      weights("The code is under Apache 2.0 and use of the model is subject to the Lumo Community License Agreement.")
        ?.open,
    ).not.toBe(true);
    expect(
      weights(
        "Use of the model must follow Apache 2.0 and the [Lumo community license](https://huggingface.co/acme-ai/lumo-7b/blob/main/LICENSE.pdf).",
      )?.open,
    ).toBeNull();
  });

  it("never lifts what a license file restricts", () => {
    const found = weights("The model weights are released under the MIT license.", { "LICENSE-MODEL": NC });
    expect(found).toMatchObject({ id: "CC-BY-NC-4.0", open: false });
    const report = auditOf({
      LICENSE: NC,
      "model.py": NETWORK,
      "README.md": "# Lumo\n\n## License\n\nThe code is released under the MIT license.\n",
    });
    expect(licenseOf(report, "model-architecture")).toMatchObject({ id: "CC-BY-NC-4.0", open: false });
  });
});

describe("a sentence that licenses a name", () => {
  const found = (opening: string) =>
    licenseOf(
      auditOf({
        LICENSE: MIT,
        "README.md": `# Lumo\n\n${opening}${WEIGHTS}\n## License\n\nLumo is licensed under the MIT License.\n`,
      }),
      "model-parameters-final",
    );

  it("reaches the weights where the page says that the name is a model", () => {
    expect(found("Lumo is a transformer-based text-to-audio model.")).toMatchObject({ id: "MIT", open: true });
  });

  it("does not where the name is a library, an architecture, or is not defined", () => {
    expect(found("Lumo is a library for training language models quickly.")).toBeNull();
    expect(found("Lumo is a new state space model architecture.")).toBeNull();
    expect(found("Welcome to Lumo.")).toBeNull();
  });
});

describe("front matter", () => {
  it("of a model card covers the model, not the card", () => {
    const card =
      "---\nlicense: apache-2.0\npipeline_tag: text-generation\n---\n# Lumo\n\n## Intended use\n\nLumo answers questions about gardening for hobby gardeners.\n\n## Limitations\n\nIt may be wrong about toxic plants.\n";
    const report = auditOf({ "MODEL_CARD.md": card, "README.md": `# Lumo${WEIGHTS}` });
    expect(licenseOf(report, "model-parameters-final")).toMatchObject({ id: "Apache-2.0", open: true });
    expect(licenseOf(report, "model-card")).toBeNull();
  });

  it("of a data set card covers the data, and `other` is never open", () => {
    const card =
      "---\nlicense: other\ntask_categories: [text-generation]\nsize_categories: [1M<n<10M]\n---\n# Lumo corpus\n\n## Source data\n\nCrawled from public gardening forums in 2024 and filtered for quality.\n\n## Size\n\nThe corpus has 12 million posts.\n";
    const report = auditOf({
      "DATASET_CARD.md": card,
      "README.md":
        "# Lumo\n\n## Training data\n\nLumo was trained on the [Lumo corpus](https://huggingface.co/datasets/acme-ai/lumo-corpus).\n",
    });
    expect(report.components.datasets.presence).toBe("linked");
    expect(licenseOf(report, "datasets")?.open ?? null).toBeNull();
  });
});

it("tells contradictions and links to license files that are not there", () => {
  const report = auditOf({
    LICENSE: APACHE,
    "LICENSE-MODEL": NC,
    "README.md": `# Lumo${WEIGHTS}\n## License\n\nThe model weights are under the MIT license, see [the model license](MODEL_LICENSE.txt).\n`,
  });
  expect(report.findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(["license-contradiction", "license-link-broken"]),
  );
});

it("a link to a folder of license files leads somewhere", () => {
  const report = auditOf({
    "LICENSES/Apache-2.0.txt": APACHE,
    "README.md": `# Lumo${WEIGHTS}\n## License\n\nSee [the licenses](./LICENSES) and [their texts](LICENSES/).\n`,
  });
  expect(report.findings.map(({ rule }) => rule)).not.toContain("license-link-broken");
});

it("adds what a use policy takes away", () => {
  const policy =
    "ACCEPTABLE USE POLICY\n\nYou agree not to use the Model for any military purpose. You may not use the Model in the European Union.\n";
  const report = auditOf({
    LICENSE: APACHE,
    "USE_POLICY.md": policy,
    "README.md": `# Lumo${WEIGHTS}\n## License\n\nThe model weights are released under Apache 2.0.\n`,
  });
  expect(licenseOf(report, "model-parameters-final")).toMatchObject({ open: false });
});
