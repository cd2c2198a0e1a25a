import fc from "fast-check";
import iconv from "iconv-lite";
import { describe, expect, it } from "vitest";
import { contentWithoutReading, decodeContent, parseLfsPointer } from "../../src/snapshot/content.ts";
import { type Entry, MAX_FILE_BYTES } from "../../src/snapshot/snapshot.ts";
import { LFS_POINTER } from "./repository.ts";

const file: Entry = { path: "a", kind: "file", executable: false, size: 1, sha: "0".repeat(40) };
const decode = (bytes: Uint8Array | string) =>
  decodeContent(typeof bytes === "string" ? Buffer.from(bytes) : bytes, file);

describe("the content of a file", () => {
  it.each([
    ["Shift_JIS", "このモデルは商用利用が可能です。学習データは公開されていません。詳しくはライセンスをご覧ください。"],
    ["GB18030", "本模型的权重可用于学术研究。商业使用需要获得书面许可，请联系作者申请授权。"],
    ["windows-1252", "Le modèle est publié sous une licence très permissive, libre d’être modifié et partagé."],
  ])("is read from %s", (encoding, text) => {
    expect(decode(iconv.encode(text, encoding))).toMatchObject({ kind: "text", text });
  });

  it("keeps a UTF-8 text with one broken byte readable", () => {
    const bytes = Buffer.concat([
      Buffer.from("模型许可协议：可用于商业用途。\n".repeat(20)),
      Buffer.from([0xff]),
      Buffer.from("\nend\n"),
    ]);
    expect(decode(bytes)).toMatchObject({
      kind: "text",
      text: expect.stringContaining("模型许可协议：可用于商业用途。\n"),
    });
  });

  it("ends lines with a line feed, and leaves a lone carriage return inside a line alone", () => {
    expect(decode("a\r\nb\rc\r\n")).toMatchObject({ text: "a\nb\rc\n" });
    expect(decode("old\rmac\r")).toMatchObject({ text: "old\nmac\n" });
  });

  it("is too large above the cap and not at it", () => {
    expect(decode(Buffer.alloc(MAX_FILE_BYTES + 1, 97))).toMatchObject({ kind: "too-large", size: MAX_FILE_BYTES + 1 });
    expect(decode(Buffer.alloc(MAX_FILE_BYTES, 97)).kind).toBe("text");
  });

  it("is known without reading for submodules and large files only", () => {
    expect(contentWithoutReading({ ...file, kind: "submodule" })).toEqual({ kind: "submodule", commit: file.sha });
    expect(contentWithoutReading({ ...file, size: MAX_FILE_BYTES + 1 })?.kind).toBe("too-large");
    expect(contentWithoutReading(file)).toBeUndefined();
    expect(contentWithoutReading({ ...file, size: undefined })).toBeUndefined();
  });

  it("never throws, whatever the bytes", () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 4000 }), (bytes) => decode(bytes).kind.length > 0));
  });
});

describe("a Git LFS pointer", () => {
  it("is recognised with Windows line ends and with the first address that was in use", () => {
    expect(decode(LFS_POINTER.replaceAll("\n", "\r\n")).kind).toBe("pointer");
    expect(decode(LFS_POINTER.replace("git-lfs.github.com", "hawser.github.com")).kind).toBe("pointer");
  });

  it("is plain text when it is quoted, cut, or too long to be one", () => {
    expect(decode(`Example:\n${LFS_POINTER}`).kind).toBe("text");
    expect(parseLfsPointer(LFS_POINTER.replace(/size.*/, ""))).toBeUndefined();
    expect(parseLfsPointer(LFS_POINTER.replace("sha256:4d", "sha256:zz"))).toBeUndefined();
    expect(decode(LFS_POINTER + "x-note y\n".repeat(200)).kind).toBe("text");
  });
});
