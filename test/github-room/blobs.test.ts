import { describe, expect, it } from "vitest";
import { toBlob } from "../../src/github/blobs.ts";
import type { Entry } from "../../src/snapshot/snapshot.ts";

const entry = (path: string, size = 10): Entry => ({
  path,
  kind: "file",
  executable: false,
  size,
  sha: "a".repeat(40),
});
const answer = { oid: "a".repeat(40), byteSize: 10, isBinary: false, isTruncated: false, text: "text" };

describe("a blob in GraphQL's answer", () => {
  it("is its text, or is not there", () => {
    expect(toBlob(answer, entry("a.md"))).toEqual({ kind: "bytes", bytes: Buffer.from("text") });
    expect(toBlob(null, entry("a.md"))).toMatchObject({ kind: "unavailable" });
    expect(toBlob({}, entry("a.md"))).toMatchObject({ kind: "unavailable" });
  });

  it("is never taken whole when it was cut or altered", () => {
    expect(toBlob({ ...answer, isTruncated: true }, entry("a.md"))).toBe("read-raw");
    expect(toBlob({ ...answer, text: "mod\uFFFDle" }, entry("a.md"))).toBe("read-raw");
  });

  it("that is binary is looked at again only where its name promises text", () => {
    const binary = { ...answer, isBinary: true, text: null };
    expect(toBlob(binary, entry("requirements.txt"))).toBe("read-raw");
    expect(toBlob(binary, entry("LICENSE"))).toBe("read-raw");
    expect(toBlob(binary, entry("logo.png"))).toEqual({ kind: "binary", size: 10 });
    expect(toBlob({ ...binary, byteSize: 1_000_000 }, entry("a.txt"))).toEqual({ kind: "binary", size: 1_000_000 });
  });
});
