import { describe, expect, test } from "vitest";
import { differenceBetween, isSame } from "../../../src/report/difference/difference.ts";
import type { ComponentReport, Report } from "../../../src/report/schema.ts";
import { ABSENT, everythingOpen, exampleReport, open } from "../example.ts";

describe("what changed between two reports", () => {
  test("nothing, where only evidence moved", () => {
    const moved = exampleReport({ components: { "model-card": open("docs/MODEL_CARD.md") } });
    expect(isSame(differenceBetween(exampleReport(), moved))).toBe(true);
  });

  test("class and artifact, for better and for worse", () => {
    const full = exampleReport({ components: everythingOpen() });
    const less = exampleReport({ components: { ...everythingOpen(), datasets: ABSENT } });
    expect(differenceBetween(less, full)).toMatchObject({
      class: { from: 2, to: 1, direction: "better" },
      artifacts: [{ id: "datasets", from: "absent", to: "open", direction: "better" }],
    });
    expect(differenceBetween(full, less)).toMatchObject({
      class: { direction: "worse" },
      artifacts: [{ direction: "worse" }],
    });
  });

  test("what can no longer be checked is neither better nor worse", () => {
    const unchecked = exampleReport({ components: { "training-code": { ...ABSENT, presence: "undetermined" } } });
    expect(differenceBetween(exampleReport(), unchecked).artifacts).toEqual([
      { id: "training-code", from: "open", to: "undetermined", direction: "other" },
    ]);
  });

  test("a class that differs only by what could not be checked is neither better nor worse", () => {
    const having = (own: Partial<Report["components"]>) =>
      exampleReport({ components: { ...everythingOpen(), ...own } });
    const full = having({});
    const unseen = having({ datasets: { ...ABSENT, presence: "undetermined" } });
    expect(differenceBetween(full, unseen).class).toMatchObject({ direction: "other" });
    expect(differenceBetween(unseen, full).class).toMatchObject({ direction: "other" });
    expect(differenceBetween(full, having({ datasets: ABSENT })).class).toMatchObject({ direction: "worse" });
  });

  test("where no license was found and not all was seen, none is said to be gone", () => {
    const unseen: ComponentReport = { ...open("MODEL_CARD.md"), license: null, openness: "unknown" };
    const difference = differenceBetween(exampleReport(), exampleReport({ components: { "model-card": unseen } }));
    expect(difference).toMatchObject({
      licenses: [],
      lost: [],
      artifacts: [{ to: "undetermined", direction: "other" }],
    });
  });

  test("gained and lost are what came and went, whatever its license; what could not be looked at is neither", () => {
    const without = exampleReport({ components: { "training-code": ABSENT } });
    expect(differenceBetween(without, exampleReport()).gained).toEqual(["training-code"]);
    expect(differenceBetween(exampleReport(), without).lost).toEqual(["training-code"]);
    const unseen = exampleReport({ components: { "training-code": { ...ABSENT, presence: "undetermined" } } });
    expect(differenceBetween(exampleReport(), unseen)).toMatchObject({ lost: [], gained: [] });
  });

  test("findings are new by rule and words, whatever their lines, and notices are none", () => {
    const finding = {
      rule: "license-contradiction",
      level: "warning" as const,
      message: "Two licenses.",
      path: "README.md",
    };
    const before = { ...exampleReport(), findings: [{ ...finding, lines: [1, 1] as [number, number] }] };
    const moved = { ...finding, lines: [9, 9] as [number, number] };
    const other = { ...finding, message: "Three licenses." };
    const after = {
      ...exampleReport(),
      findings: [moved, other, { ...other, level: "notice" as const, message: "A note." }],
    };
    expect(differenceBetween(before, after).findings).toEqual([other]);
  });
});
