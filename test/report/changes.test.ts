import { describe, expect, test } from "vitest";
import { changesBetween, hasChanges } from "../../src/report/changes.ts";
import { ABSENT, everythingOpen, exampleReport, open } from "./example.ts";

describe("what changed between two reports", () => {
  test("nothing, where only evidence moved", () => {
    const moved = exampleReport({ components: { "model-card": open("docs/MODEL_CARD.md") } });
    expect(hasChanges(changesBetween(exampleReport(), moved))).toBe(false);
  });

  test("class and artifact, for better and for worse", () => {
    const full = exampleReport({ components: everythingOpen() });
    const less = exampleReport({ components: { ...everythingOpen(), datasets: ABSENT } });
    expect(changesBetween(less, full)).toMatchObject({
      class: { from: 2, to: 1, direction: "better" },
      artifacts: [{ id: "datasets", from: "absent", to: "open", direction: "better" }],
    });
    expect(changesBetween(full, less)).toMatchObject({
      class: { direction: "worse" },
      artifacts: [{ direction: "worse" }],
    });
  });

  test("what can no longer be checked is neither better nor worse", () => {
    const unchecked = exampleReport({ components: { "training-code": { ...ABSENT, presence: "undetermined" } } });
    expect(changesBetween(exampleReport(), unchecked).artifacts).toEqual([
      { id: "training-code", from: "open", to: "undetermined", direction: "other" },
    ]);
  });

  test("another license in the same state", () => {
    const other = exampleReport({ components: { "training-code": open("train.py", "MIT") } });
    const changes = changesBetween(exampleReport(), other);
    expect(changes.licenses).toEqual([{ id: "training-code", from: "Apache-2.0", to: "MIT" }]);
    expect(hasChanges(changes)).toBe(true);
  });
});
