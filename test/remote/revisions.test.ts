import { describe, expect, it } from "vitest";
import { proveCheckpoints } from "../../src/evidence/remote/checkpoints.ts";
import { lookAt, type Said } from "./local-hosts.ts";

const commit = (number: number): string => number.toString(16).padStart(40, "0");
const named = (...names: readonly string[]) => names.map((name, index) => ({ name, commit: commit(index) }));

describe("revisions of a hub repository", () => {
  it.each([
    ["branches of one training", ["main", "step0", "step1000", "step143000"]],
    ["stages", ["stage1-step1000-tokens5B", "stage1-step2000-tokens9B", "stage2-step1000-tokens4B"]],
    ["ingredients", ["stage2-ingredient1-step3000-tokens13B", "stage2-ingredient2-step3000-tokens13B", "step1"]],
    ["iterations", ["iter_0001000", "iter_0002000", "iter-0010000"]],
    ["numbered checkpoints", ["ckpt_000", "ckpt_001", "ckpt_356"]],
    ["steps with what they took", ["step-001000-2BT", "step-002000-4BT", "step-003000-6BT"]],
  ])("verify checkpoints by %s", (_, names) => {
    expect(proveCheckpoints(named(...names))).toMatchObject({
      state: "verified",
      reason: "steps-found",
      counted: { steps: 3 },
    });
  });

  it.each([
    ["a single branch", ["main", "step1000"]],
    ["two of them", ["step1000", "step2000"]],
    ["several names of one step", ["step1000", "step-1000", "step01000", "step1000-tokens4B"]],
    ["versions", ["main", "v1.0", "v1.1", "v2.0"]],
    ["words that only begin so", ["stepping1", "steps-all", "iterative2", "epochal3", "fix-step1", "fix-step2"]],
    ["nothing", []],
  ])("prove nothing by %s, and disprove nothing either", (_, names) => {
    expect(proveCheckpoints(named(...names))).toMatchObject({ state: "unverified", reason: "no-steps" });
  });

  it("prove nothing by many names of one commit", () => {
    const same = ["step1", "step2", "step3", "step4"].map((name) => ({ name, commit: commit(7) }));
    expect(proveCheckpoints(same)).toMatchObject({ state: "unverified", counted: { steps: 1 } });
  });
});

describe("Hugging Face, asked for branches and tags", () => {
  const look = (said: Said) => lookAt({ "GET /hf/api/models/us/ours/refs": said }, "hf-revisions", "us/ours");
  const ref = (kind: string) => (name: string, index: number) => ({
    name,
    ref: `refs/${kind}/${name}`,
    targetCommit: commit(index),
  });
  it("counts both", async () => {
    const branches = ["main", "step1000", "step2000"].map(ref("heads"));
    const tags = [{ name: "step3000", ref: "refs/tags/step3000", targetCommit: commit(9) }];
    expect(await look({ body: { branches, tags, converts: [] } })).toMatchObject({
      state: "verified",
      counted: { steps: 3 },
    });
    expect(await look({ body: { branches, tags: [], converts: [] } })).toMatchObject({ state: "unverified" });
  });
  it.each([
    ["too many requests", { status: 429 }],
    ["a failure", { status: 503 }],
    ["something else", { body: { branches: "main" }, departs: true as const }],
  ])("is unknown after %s", async (_, said) => {
    expect(await look(said)).toMatchObject({ state: "unknown" });
  });
});
