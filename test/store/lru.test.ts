import { describe, expect, it } from "vitest";
import { Lru } from "../../src/store/lru.ts";

describe("the least recently used", () => {
  it("is forgotten first, by weight", () => {
    const lru = new Lru<string>(8);
    lru.set("a", "1", 2);
    lru.set("b", "2", 2);
    lru.set("c", "3", 2);
    lru.set("d", "4", 2);
    lru.get("a");
    lru.set("e", "5", 2);
    expect(lru.entries().map(([key]) => key)).toEqual(["c", "d", "a", "e"]);
    lru.set("huge", "6", 3);
    expect(lru.get("huge"), "nothing may push out all the others").toBeUndefined();
    expect(lru.size).toBe(4);
  });

  it("goes by a rule over keys where it is told to", () => {
    const lru = new Lru<number>(8);
    for (const key of ["1/a", "11/a", "2/a"]) lru.set(key, 0);
    lru.deletePrefix("1/");
    expect(lru.entries().map(([key]) => key)).toEqual(["11/a", "2/a"]);
    lru.deleteWhere((key) => key.endsWith("a"));
    expect(lru.size).toBe(0);
  });
});
