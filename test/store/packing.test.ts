import { describe, expect, it } from "vitest";
import { packBytes, packJson, toBytes, unpackJson, unpackValue } from "../../src/store/packing.ts";

describe("packed values", () => {
  it("come back whole: maps, sets, bytes, nothing, halves of pairs", () => {
    const value = {
      map: new Map([["a", { facts: undefined }]]),
      set: new Set([1]),
      bytes: Buffer.from([0, 255]),
      text: "\0\uD83E",
    };
    expect(unpackValue(packBytes(toBytes(value)))?.value).toEqual(value);
    expect(unpackValue(packBytes(toBytes(undefined)))).toEqual({ value: undefined, bytes: expect.any(Number) });
    expect(unpackJson(packJson({ text: "\0\uD83E" }))?.value).toEqual({ text: "\0\uD83E" });
  });

  it("take less room than they were given", () => {
    expect(packJson({ text: "the same again ".repeat(1_000) }).length).toBeLessThan(200);
  });

  it("count as not known when they are damaged, whichever byte it is", () => {
    const packed = Buffer.from(packBytes(toBytes({ facts: "open" })), "base64");
    for (let place = 0; place < packed.length; place++) {
      const damaged = Buffer.from(packed);
      damaged[place] = (damaged[place] ?? 0) ^ 0x5a;
      const found = unpackValue<unknown>(damaged.toString("base64"));
      // A few bits of a frame mean nothing: what is read then is what was written.
      if (found !== undefined) expect(found.value).toEqual({ facts: "open" });
    }
    expect(unpackValue(packed.subarray(0, -3).toString("base64"))).toBeUndefined();
    expect(unpackJson("")).toBeUndefined();
    expect(unpackJson("not Base64 !")).toBeUndefined();
    expect(unpackJson(packBytes(Buffer.from("{")))).toBeUndefined();
  });
});
