import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, fromColumn, toColumn, toKey } from "../../src/store/columns.ts";
import { HOSTILE_TEXTS } from "./hostile-texts.ts";

describe("texts in columns", () => {
  it("come back as they were, whatever they are made of", () => {
    for (const text of HOSTILE_TEXTS) expect(fromColumn(toColumn(text))).toBe(text);
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string({ unit: "binary" }), (one, other) => {
        const text = `${one}\uD800${other}\0\uFFFE`;
        expect(fromColumn(toColumn(text))).toBe(text);
      }),
    );
  });

  it("hold nothing that PostgreSQL refuses or UTF-8 loses", () => {
    for (const text of HOSTILE_TEXTS) {
      expect(toColumn(text)).not.toContain("\0");
      expect(toColumn(text).isWellFormed()).toBe(true);
    }
  });

  it("are left as they are where they are ordinary", () => {
    for (const text of ["refs/heads/main", "src/モデル.py", "a".repeat(40), "🦊"]) expect(toKey(text)).toBe(text);
  });

  it("are shortened as keys, and still differ where the whole differs", () => {
    const long = "deep/".repeat(1_000);
    for (const text of [long, "\0".repeat(500), "🦊".repeat(500), `${"x".repeat(599)}🦊`])
      expect(Buffer.byteLength(toKey(text))).toBeLessThanOrEqual(600);
    expect(toKey(`${long}a`)).not.toBe(toKey(`${long}b`));
    expect(toKey(`${long}\uD800`)).not.toBe(toKey(`${long}\uD801`));
    expect(toKey(`${long}a`)).toBe(toKey(`${long}a`));
  });
});

it("a day is told in UTC", () => {
  expect(dayOf(new Date("2026-03-01T23:59:59-05:00"))).toBe("2026-03-02");
});
