import { describe, expect, it } from "vitest";
import { audit } from "../../src/audit.ts";
import { en } from "../../src/messages/en.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import type { LoadedPolicy } from "../../src/policy/policy.ts";
import { POLICY_PATH, policyEntries, proposedPolicy } from "../../src/policy/proposed.ts";
import { annotationsOf } from "../../src/report/annotations.ts";
import { type FileOf, snapshotOf } from "../snapshot-of.ts";

const OWN = `lab/tiny/${POLICY_PATH}`;
const OWNERS = loadPolicy("comment: never\nfail: [regression]\nlock: [fail]\n", `lab/.github/${POLICY_PATH}`);

/** A policy in force as GitHub's default branch has it. */
function inForce(text: string | null, inherited?: LoadedPolicy): LoadedPolicy {
  const own = { path: OWN, isThere: text !== null, inherited };
  return { ...loadPolicy(text, OWN, inherited, "c0ffee"), own, inherited };
}

const MODEL: Readonly<Record<string, FileOf>> = {
  "config.json": '{"architectures": ["Lumo"], "hidden_size": 8}\n',
  "model.safetensors": { lfs: 5_000_000 },
  "README.md":
    "---\npipeline_tag: text-generation\n---\n# Lumo\n\nWeights of Lumo: [here](https://huggingface.co/acme/lumo).\n",
  "modeling.py": "import torch.nn as nn\n\n\nclass Lumo(nn.Module):\n    def forward(self, x):\n        return x\n",
};
const at = (policy: FileOf | undefined, options: { complete?: boolean } = {}) =>
  snapshotOf(policy === undefined ? MODEL : { ...MODEL, [POLICY_PATH]: policy }, options);

describe("nothing is proposed", () => {
  it.each([
    ["where the commit holds what is in force", "target: II\n", "target: II\n"],
    ["where only words of a comment differ", "target: II\n", "# ours\ntarget: 2\n"],
    ["where neither has a file", null, undefined],
  ])("%s", (_, loaded, head) => {
    expect(proposedPolicy(inForce(loaded), at(head))).toBeUndefined();
  });

  it("where the policy was read from the audited tree", () => {
    expect(proposedPolicy(loadPolicy("target: I\n", POLICY_PATH), at("target: II\n"))).toBeUndefined();
  });

  it("where the file, or the end of the list of files, could not be read", () => {
    expect(proposedPolicy(inForce("target: I\n"), at({ unavailable: "502" }))).toBeUndefined();
    expect(proposedPolicy(inForce("target: I\n"), at(undefined, { complete: false }))).toBeUndefined();
  });
});

describe("what the commit holds", () => {
  it("goes over what the one in force goes over, locks and all", () => {
    const found = proposedPolicy(inForce("target: II\n", OWNERS), at("target: I\nfail: []\n"));
    expect(found).toMatchObject({ isOther: true, isGone: false, isPart: false });
    expect(found?.loaded.policy).toMatchObject({ target: 1, fail: ["regression"], comment: "never" });
    expect(found?.problems).toMatchObject([{ path: POLICY_PATH, line: 2, code: "policy.locked" }]);
  });

  it("may be nothing: then the owner's policy is left", () => {
    const found = proposedPolicy(inForce("target: II\n", OWNERS), at(undefined));
    expect(found).toMatchObject({ isOther: true, isGone: true, problems: [] });
    expect(found?.loaded.policy).toMatchObject({ comment: "never", fail: ["regression"] });
    expect(found?.loaded.policy.target).toBeUndefined();
  });

  it("may start from another policy, which is not known; from the same one it is", () => {
    const parent = loadPolicy("fail: [unlicensed]\n", "lab/shared/.github/openness.yml");
    const whole = loadPolicy("extends: lab/shared\n", OWN, parent);
    const own = { path: OWN, isThere: true, inherited: undefined };
    const loaded = { ...whole, policy: { ...whole.policy, extends: "lab/shared" }, own, inherited: parent };
    expect(proposedPolicy(loaded, at("extends: lab/shared\n"))).toBeUndefined();
    const same = proposedPolicy(loaded, at("extends: lab/shared\ntarget: I\n"));
    expect(same).toMatchObject({ isPart: false, loaded: { policy: { target: 1, fail: ["unlicensed"] } } });
    expect(proposedPolicy(loaded, at("extends: lab/other\n"))).toMatchObject({
      isPart: true,
      loaded: { policy: { fail: [] } },
    });
    expect(proposedPolicy(loaded, at("target: I\n"))).toMatchObject({
      isPart: false,
      loaded: { policy: { fail: [] } },
    });
  });

  it("may be no text", () => {
    const found = proposedPolicy(inForce("target: II\n"), at({ bytes: 40 }));
    expect(found?.problems[0]?.message).toContain("it is not text");
  });

  it("is read only where a policy may be so long", () => {
    const entries = [
      { path: POLICY_PATH, kind: "file", executable: false, size: 5_000_000, sha: "a" },
      { path: "docs/openness.yml", kind: "file", executable: false, size: 5, sha: "b" },
    ] as const;
    expect(policyEntries({ entries })).toEqual([]);
    expect(policyEntries({ entries: [{ ...entries[0], size: 90 }] })).toHaveLength(1);
  });
});

describe("a report of a commit that proposes a policy", () => {
  const loaded = inForce("target: III\nwrong: 1\nmodel: true\n");
  const report = audit(at("model: true\n\nfail: [below-target]\nwrong: 1\ndrafts: maybe\n"), loaded);

  it("is judged by the one in force, and tells what the other would come to", () => {
    expect(report.policy).toMatchObject({ conclusion: "neutral", met: true });
    expect(report.policy.proposed).toMatchObject({ conclusion: "failure", met: false, isGone: false, isPart: false });
    expect(report.policy.proposed?.reasons[0]).toMatch(/^The target is Class III; it is not reached/);
  });

  it("tells what is wrong in the commit's file on its own lines, and what is wrong in the other on none of them", () => {
    const shown = annotationsOf(report, en).shown.filter(({ path }) => path === POLICY_PATH);
    expect(shown.map(({ start_line, title }) => [start_line, title])).toEqual([
      [4, "Proposed policy"],
      [5, "Proposed policy"],
    ]);
    const inForces = report.findings.filter(({ rule }) => rule === "policy-invalid");
    expect(inForces).toMatchObject([{ path: OWN, lines: [2, 2], elsewhere: true }]);
  });

  it("tells nothing of a preview where only what is wrong differs", () => {
    const slip = audit(at("target: III\n\nwrong: 1\nmodel: true\n"), loaded);
    expect(slip.policy.proposed).toBeUndefined();
    expect(slip.findings).toContainEqual(expect.objectContaining({ rule: "policy-proposed-invalid", lines: [3, 3] }));
  });

  it("shows what other settings than those of failing would do", () => {
    const hidden = audit(at("model: false\n"), inForce("fail: [below-target]\nmodel: true\n"));
    expect(hidden.policy.conclusion).toBe("failure");
    expect(hidden.policy.proposed).toMatchObject({
      conclusion: "neutral",
      reasons: ["This is not a model repository, so the policy asks nothing of it."],
    });
  });
});
