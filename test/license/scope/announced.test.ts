import { describe, expect, it } from "vitest";
import { auditOf } from "../../auditing.ts";
import { spdxText } from "../texts.ts";
import { NETWORK } from "./network.ts";

const HUB = "Download the weights from [the hub](https://huggingface.co/acme-ai/lumo-7b).";
const DATA = "Lumo was trained on the [Lumo corpus](https://huggingface.co/datasets/acme-ai/lumo-corpus).";
const NC = spdxText("CC-BY-NC-4.0");
const MIT = spdxText("MIT");
const licenses = (text: string, files: Record<string, string> = { LICENSE: NC, MIT_LICENSE: MIT }) => {
  const { components } = auditOf({
    ...files,
    "model.py": NETWORK,
    "README.md": `# Lumo\n\n${HUB}\n\n## Training\n\n${DATA}\n\n## License\n\n${text}\n`,
  });
  return {
    code: components["model-architecture"].license,
    weights: components["model-parameters-final"].license,
    data: components.datasets.license,
  };
};

const SHARED = `The following components are MIT licensed as found in [MIT_LICENSE](MIT_LICENSE):
- Code
- Text only part of the Lumo corpus dataset

The following models are CC-BY-NC 4.0 licensed as found in the [LICENSE](LICENSE):
- Lumo models (v1 and v2)
`;

describe("several license files, each for its part", () => {
  it("cover what the documents give to each, whichever is called LICENSE", () => {
    const { code, weights } = licenses(SHARED);
    expect(code).toMatchObject({ id: "MIT", open: true });
    expect(weights).toMatchObject({ id: "CC-BY-NC-4.0", open: false });
  });

  it("grant nothing of a whole where the list names a part of it", () => {
    expect(licenses(SHARED).data).toBeNull();
    expect(licenses(SHARED.replace(/Text only part of.*/, "The dataset")).data).toMatchObject({ id: "MIT" });
    // What limits a part limits the whole that holds it.
    const limited = "The following are CC-BY-NC 4.0 licensed:\n- Text only part of the Lumo corpus dataset\n";
    expect(licenses(limited).data).toMatchObject({ id: "CC-BY-NC-4.0", open: false });
  });

  it("do not lift a restrictive LICENSE that nobody gave to anything else", () => {
    expect(licenses("The code is under the [MIT license](MIT_LICENSE).").code).toMatchObject({ id: "CC-BY-NC-4.0" });
    const both = "The code is under [MIT](MIT_LICENSE). The code and the models are under [CC BY-NC 4.0](LICENSE).";
    expect(licenses(both).code).toMatchObject({ open: false });
    // Without a file that holds the other license, the restrictive text stands.
    const named = "The code is under the MIT license. The models are under [CC BY-NC 4.0](LICENSE).";
    expect(licenses(named, { LICENSE: NC }).code).toMatchObject({ id: "CC-BY-NC-4.0", open: false });
  });
});

describe("what a Chinese sentence says of its subject", () => {
  it("is no second subject: open-source code under one file, weights under the other", () => {
    const text =
      "此仓库中的代码是在[MIT 许可证](LICENSE)下的开源代码，而使用 Lumo 模型权重必须遵守[模型许可](MODEL_LICENSE)。";
    const { code, weights } = licenses(text, { LICENSE: MIT, MODEL_LICENSE: NC });
    expect(code).toMatchObject({ id: "MIT", open: true });
    expect(weights).toMatchObject({ id: "CC-BY-NC-4.0", open: false });
  });
});

describe("a list that names no kind of thing", () => {
  it("is not all of the repository", () => {
    const text = "The following are MIT licensed:\n- Lumo speech encoder\n- Aligner\n";
    expect(licenses(text, {})).toEqual({ code: null, weights: null, data: null });
  });
});

describe("files under several licenses that show one artifact", () => {
  it("make it as restricted as the strictest of them, whichever comes first by name", () => {
    const of = (files: Record<string, string>) =>
      auditOf({ ...files, LICENSE: MIT, "README.md": "# Lumo\n" }).components["model-architecture"].license;
    expect(of({ "a/model.py": NETWORK, "b/model.py": NETWORK, "b/LICENSE": NC })).toMatchObject({ open: false });
    expect(of({ "b/model.py": NETWORK, "a/model.py": NETWORK, "a/LICENSE": NC })).toMatchObject({ open: false });
    expect(of({ "a/model.py": NETWORK, "b/model.py": NETWORK })).toMatchObject({ id: "MIT", open: true });
  });
});

describe("terms that a download asks to accept", () => {
  it("are the license of the data, though the repository has an open one", () => {
    const text =
      "By downloading the dataset you agree that you accept the terms of the SA-1B Dataset Research License.";
    expect(licenses(text, { LICENSE: MIT }).data).toMatchObject({
      id: "LicenseRef-SA-1B-Dataset-Research",
      open: false,
    });
  });
});
