import { describe, expect, it } from "vitest";
import { auditOf } from "../../auditing.ts";
import { spdxText } from "../texts.ts";

const HUB = "Models: [base](https://huggingface.co/acme-ai/lumo-2b), [large](https://huggingface.co/acme-ai/lumo-16b).";
const findings = (limit: string, links = HUB) =>
  auditOf({
    LICENSE: spdxText("BSD-3-Clause"),
    "README.md": `# Lumo\n\n${links}\n\n## Lumo 16B\n\n${limit}\n`,
  }).findings.filter(({ rule }) => rule === "license-limit-of-one");

describe("a limit on one of several checkpoints", () => {
  it("is told with the name of the one, on its line", () => {
    const found = findings("The checkpoint of Lumo 16B is licensed for research and non-commercial use only.");
    expect(found).toMatchObject([{ level: "notice", path: "README.md", lines: [7, 7], values: ["Lumo 16B"] }]);
    expect(found[0]?.message).toContain("Lumo 16B alone");
  });

  it("is not told where the limit is on all, or where there is only the one", () => {
    expect(findings("The checkpoints are licensed for research and non-commercial use only.")).toEqual([]);
    const one = "Model: [large](https://huggingface.co/acme-ai/lumo-16b).";
    expect(findings("The checkpoint of Lumo 16B is licensed for non-commercial use only.", one)).toEqual([]);
  });

  it("is not told of what is permitted", () => {
    expect(findings("The checkpoint of Lumo 16B is licensed for any use.")).toEqual([]);
  });
});
