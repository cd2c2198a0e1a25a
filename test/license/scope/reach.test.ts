import { describe, expect, it } from "vitest";
import { reachOf } from "../../../src/license/scope/reach.ts";
import { auditOf } from "../../auditing.ts";
import { spdxText } from "../texts.ts";

const HUB = "Download the weights from [the hub](https://huggingface.co/acme-ai/lumo-7b).";
const MIT = spdxText("MIT");
const weights = (readme: string, license = MIT) =>
  auditOf({ LICENSE: license, "README.md": `# Lumo\n\n${HUB}\n\n# License\n\n${readme}\n` }).components[
    "model-parameters-final"
  ];

describe("a license that is said to go further", () => {
  it.each([
    "Lumo is MIT-licensed.\nThe license applies to the pre-trained models as well.",
    "Lumo is under the MIT license. This license also covers the model weights.",
    "本项目采用 MIT 许可证。该许可证同样适用于模型权重。",
  ])("reaches the weights elsewhere: %s", (text) => {
    expect(weights(text)).toMatchObject({ presence: "linked", license: { id: "MIT", open: true } });
  });

  it.each([
    "Lumo is MIT-licensed.\nThe license does not apply to the pre-trained models.",
    "Lumo is MIT-licensed. The license covers the code, but not the weights.",
    "Lumo is MIT-licensed. The license applies to the models if you paid for them.",
    "Lumo is MIT-licensed.",
  ])("does not: %s", (text) => {
    expect(weights(text).license).toBeNull();
  });

  it("is the repository's where no other was named and it has one", () => {
    const text = "The license applies to the pre-trained models as well.";
    expect(weights(text)).toMatchObject({ license: { id: "MIT", source: { path: "README.md" } } });
    const two = auditOf({
      LICENSE: MIT,
      "LICENSE-2": spdxText("Apache-2.0"),
      "README.md": `# Lumo\n\n${HUB}\n\n# License\n\n${text}\n`,
    });
    expect(two.components["model-parameters-final"].license).toBeNull();
  });

  it("is the one that was named last, where that is not open", () => {
    const text = "The data is under the CC BY-NC 4.0 license. The license applies to the pre-trained models as well.";
    expect(weights(text).license).toMatchObject({ id: "CC-BY-NC-4.0", open: false });
  });
});

describe("a license file that says itself what it covers", () => {
  const BSD = spdxText("BSD-3-Clause");
  const saying = (sentence: string) => BSD.replace(/\n\n/, `\n\n${sentence}\n\n`);

  it("reaches the weights that it speaks of", () => {
    const text = saying(
      "This copyright and license covers both the source code and model weights linked in the README.",
    );
    expect(weights("See the license file.", text)).toMatchObject({
      license: { id: "BSD-3-Clause", scope: "component" },
    });
  });

  it("does not reach the weights that it leaves out", () => {
    const report = auditOf({
      LICENSE: saying("This license covers the source code, but not the model weights."),
      "README.md": "# Lumo\n\nThe weights of Lumo are in this repository.\n",
      "lumo.safetensors": { bytes: 9_000_000 },
    });
    expect(report.components["model-parameters-final"]).toMatchObject({ presence: "in-repo", license: null });
  });

  it.each(["Apache-2.0", "GPL-3.0-only", "CC-BY-4.0", "MPL-2.0", "LGPL-2.1-only", "OFL-1.1"])(
    "does not think that %s says so of weights",
    (id) => {
      const reach = reachOf(spdxText(id));
      expect(reach?.covers ?? []).not.toContain("parameters");
      expect(reach?.leavesOut ?? []).not.toContain("parameters");
    },
  );
});
