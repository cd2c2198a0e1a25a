/** Waivers over several models: what one of them stops for one model stops nothing for another. */
import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit.ts";
import { messagesIn } from "../../src/messages/languages.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { checkRunFace } from "../../src/report/checkrun.ts";
import { markdownFace } from "../../src/report/markdown.ts";
import { textFace } from "../../src/report/text.ts";
import { type FileOf, snapshotOf } from "../snapshot-of.ts";

const RESEARCH_ONLY = "Research license\n\nYou may use the model for research only. Commercial use is not permitted.\n";
const folder = (name: string): Readonly<Record<string, FileOf>> => ({
  [`${name}/README.md`]: `---\npipeline_tag: text-generation\n---\n# ${name}\n\n${name} is a language model.\n`,
  [`${name}/LICENSE`]: RESEARCH_ONLY,
  [`${name}/model.safetensors`]: { lfs: 3_476_835_328 },
});
const FILES = { "README.md": "# Models\n", ...folder("willow"), ...folder("cedar") };

function audited(waivers: string, today = "2026-11-24") {
  const policy = `models: [{name: Willow, path: willow}, {name: Cedar, path: cedar}]\nfail: [restricted-weights]\nwaivers:\n${waivers}`;
  return audit(snapshotOf(FILES), { ...loadPolicy(policy, ".github/openness.yml"), today });
}
const CEDARS = "  - {rule: restricted-weights, path: cedar/**, reason: Agreed.}\n";
const WILLOWS = "  - {rule: restricted-weights, path: willow/**, reason: Agreed too., expires: 2027-03-31}\n";
const rules = ({ findings }: ReturnType<typeof audit>) =>
  findings.map(({ rule }) => rule).filter((rule) => rule.startsWith("waiver-"));

describe("waivers over several models", () => {
  it("stop the failures of the model that they are about alone", () => {
    const report = audited(CEDARS);
    expect(report.policy.conclusion).toBe("failure");
    expect(report.policy.reasons).toEqual([expect.stringMatching(/^Willow: /)]);
    expect(report.models?.map(({ name, policy }) => [name, policy.conclusion])).toEqual([
      ["Willow", "failure"],
      ["Cedar", "neutral"],
    ]);
  });

  it("are said to be used where one model used them, and raise no class", () => {
    const report = audited(CEDARS);
    expect(report.policy.waivers?.map(({ state }) => state)).toEqual(["applied"]);
    expect(rules(report)).toEqual(["waiver-applied"]);
    expect(report.models?.map(({ mof }) => mof.class)).toEqual([0, 0]);
  });

  it("together let the check be neutral, until the first of them ends", () => {
    expect(audited(CEDARS + WILLOWS, "2027-03-31").policy).toMatchObject({ conclusion: "neutral", met: true });
    const after = audited(CEDARS + WILLOWS, "2027-04-01");
    expect(after.policy.conclusion).toBe("failure");
    expect(after.policy.waivers?.map(({ state }) => state)).toEqual(["applied", "expired"]);
    expect(rules(after).toSorted()).toEqual(["waiver-applied", "waiver-expired"]);
  });

  it("that no model used are said to be unused, once", () => {
    const report = audited("  - {artifact: datasets, reason: Licensed data.}\n");
    expect(report.policy.waivers?.map(({ state }) => state)).toEqual(["unused"]);
    expect(rules(report)).toEqual(["waiver-unused"]);
  });
});

describe("every face", () => {
  const report = audited(CEDARS + WILLOWS, "2027-04-01");
  const place = { owner: "acme", repo: "models", head: "0".repeat(40) };

  it.each(["en", "ja", "zh"] as const)(
    "shows each waiver with its reason once, and the file in force, in %s",
    (tag) => {
      const messages = messagesIn(tag);
      const run = checkRunFace(report, { ...place, messages });
      const faces = [
        `${run.summary}\n${run.text}`,
        markdownFace(report, undefined, messages),
        textFace(report, { colour: false, messages }),
      ];
      for (const face of faces) {
        expect(face.split("Agreed.").length).toBe(2);
        expect(face.split("Agreed too.").length).toBe(2);
        expect(face.replaceAll("`", "")).toContain(messages.inForce.sources([".github/openness.yml"]));
      }
    },
  );
});
