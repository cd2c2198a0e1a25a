/** Under which key an outcome is kept: what follows another policy, or another day, is another outcome. */
import { describe, expect, it } from "vitest";
import { loadPolicy } from "../../src/policy/load.ts";
import type { LoadedPolicy } from "../../src/policy/policy.ts";
import { auditKey } from "../../src/worker/policy.ts";
import { exampleReport } from "../report/example.ts";

const PATH = ".github/openness.yml";
const WAIVED = "fail: [below-target]\nwaivers: [{rule: below-target, reason: r, expires: 2027-03-31}]\n";
const keyOf = (loaded: LoadedPolicy, base?: Parameters<typeof auditKey>[3]): string =>
  auditKey(1, "a".repeat(40), loaded, base).rules;
const on = (today: string | undefined, text = WAIVED): string => keyOf({ ...loadPolicy(text, PATH), today });

describe("an outcome is kept", () => {
  it("until a waiver ends, and apart from then on", () => {
    expect(on("2026-11-24")).toBe(on("2027-03-31"));
    expect(on("2027-04-01")).not.toBe(on("2027-03-31"));
    expect(on("2027-04-01")).toBe(on("2030-01-01"));
    // Where the day is not known, none that ends holds.
    expect(on(undefined)).toBe(on("2027-04-01"));
  });

  it("on every day where no waiver ends", () => {
    expect(on("2026-11-24", "fail: [below-target]\n")).toBe(on("2030-01-01", "fail: [below-target]\n"));
  });

  it("while commits go on and the policy stays, and apart where it is read from elsewhere", () => {
    const at = (path: string, commit: string): string => keyOf(loadPolicy("target: II\n", path, undefined, commit));
    expect(at(PATH, "aaa")).toBe(at(PATH, "bbb"));
    expect(at(PATH, "aaa")).not.toBe(at("lab/.github/openness.yml", "aaa"));
  });

  it("apart where what a proposed policy would go over is another", () => {
    const over = (text: string): string => {
      const inherited = loadPolicy(text, `lab/.github/${PATH}`);
      const own = { path: PATH, isThere: true, inherited };
      return keyOf({ ...loadPolicy("target: II\n", PATH), own, inherited });
    };
    expect(over("drafts: true\n")).not.toBe(over("drafts: false\n"));
  });

  it("whatever it is compared with, unless the policy asks what became worse", () => {
    const base = exampleReport();
    const [free, asking] = ["target: II\n", "fail: [regression]\n"].map((text) => loadPolicy(text, PATH));
    expect(keyOf(free!, base)).toBe(keyOf(free!));
    expect(keyOf(asking!, base)).not.toBe(keyOf(asking!));
  });
});
