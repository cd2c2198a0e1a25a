import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readSwhid, swhidOf, swhidsIn, writeSwhid } from "../../src/evidence/swhid.ts";

const CONTENT = "swh:1:cnt:4d99d2d18326621ccdd70f5ea66c2e2ac236ad8b";
const ORIGIN = "origin=https://gitorious.org/ocamlp3l/ocamlp3l_cvs.git";
const VISIT = "visit=swh:1:snp:d7f1b9eb7ccb596c2622c4780febaa02549830f9";
const ANCHOR = "anchor=swh:1:rev:2db189928c94d62a3b4757b3eec68f0a4d4113f0";
const PATH = "path=/Examples/SimpleFarm/simplefarm.ml";

describe("the specification's own examples", () => {
  test.each([
    ["cnt", "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2"],
    ["dir", "swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505"],
    ["rev", "swh:1:rev:309cf2674ee7a0749978cf8265ab91a60aea0f7d"],
    ["rel", "swh:1:rel:22ece559cc7cc2364edc5e5593d63ae8bd229f9f"],
    ["snp", "swh:1:snp:c7c108084bc0bf3d81436bf980b46e98bd338453"],
  ])("a %s is read", (type, id) => {
    expect(readSwhid(id)).toMatchObject({ type, core: id, hash: id.slice(-40), ignored: [] });
  });

  test.each([
    `${CONTENT};lines=9-15`,
    `${CONTENT};bytes=154-315`,
    `${CONTENT};${ORIGIN}`,
    `${CONTENT};${ORIGIN};${VISIT}`,
    `${CONTENT};${ORIGIN};${VISIT};${ANCHOR};${PATH}`,
    `${CONTENT};${ORIGIN};${VISIT};${ANCHOR};${PATH};lines=9-15`,
  ])("%s is read with nothing ignored, and written as it was", (id) => {
    const read = readSwhid(id)!;
    expect(read.ignored).toEqual([]);
    expect(read.core).toBe(CONTENT);
    expect(read.qualifiers.size).toBe(id.split(";").length - 1);
    expect(writeSwhid(read)).toBe(id);
  });

  test("qualifiers in any order are written in the recommended one", () => {
    const read = readSwhid(`${CONTENT};lines=9-15;${PATH};${ANCHOR};${VISIT};${ORIGIN}`)!;
    expect(writeSwhid(read)).toBe(`${CONTENT};${ORIGIN};${VISIT};${ANCHOR};${PATH};lines=9-15`);
  });
});

describe("a core identifier", () => {
  test.each([
    "swh:1:cnt:94A9ED024D3859793618152EA559A168BBCBB5E2",
    "SWH:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2",
    "swh:2:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2",
    "swh:1:blob:94a9ed024d3859793618152ea559a168bbcbb5e2",
    "swh:1:ori:94a9ed024d3859793618152ea559a168bbcbb5e2",
    "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e",
    "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2a",
    "swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2\n",
    " swh:1:cnt:94a9ed024d3859793618152ea559a168bbcbb5e2",
    "swh:1:cnt",
    "",
  ])("%j is none", (text) => {
    expect(readSwhid(text)).toBeUndefined();
  });
});

describe("a qualifier that is not valid is ignored and told why", () => {
  test.each([
    ["unknown", `${CONTENT};branch=main`],
    ["unknown", `${CONTENT};`],
    ["malformed", `${CONTENT};lines=0`],
    ["malformed", `${CONTENT};lines=15-9`],
    ["malformed", `${CONTENT};bytes=-4`],
    ["malformed", `${CONTENT};origin=not an address`],
    ["malformed", `${CONTENT};origin=https://example.org/50%`],
    ["malformed", `${CONTENT};path=relative/file.py`],
    ["malformed", `${CONTENT};path=//host/file.py`],
    ["malformed", `${CONTENT};${ORIGIN};visit=${CONTENT}`],
    ["malformed", `${CONTENT};${PATH};anchor=${CONTENT}`],
    ["malformed", `${CONTENT};${ORIGIN};${VISIT.slice(0, -1)}`],
    ["repeated", `${CONTENT};${ORIGIN};${ORIGIN}`],
    ["needs-origin", `${CONTENT};${VISIT}`],
    ["needs-path", `${CONTENT};${ANCHOR}`],
    ["not-content", "swh:1:dir:d198bc9d7a6bcf6db04f476d29314f157507d505;lines=1"],
    ["overruled", `${CONTENT};lines=1;bytes=0-9`],
  ])("%s: %s", (fault, id) => {
    const read = readSwhid(id)!;
    expect(read.ignored.map((one) => one.fault)).toEqual([fault]);
    expect(read.core).toBe(id.split(";")[0]);
    expect(readSwhid(writeSwhid(read))?.ignored).toEqual([]);
  });

  test("percent-encoded semicolons and percent signs belong to the value", () => {
    const id = `${CONTENT};origin=https://example.org/a%3Bb%25;path=/x%3By/%E6%96%87.py`;
    expect(readSwhid(id)).toMatchObject({ ignored: [] });
    expect(readSwhid(id)?.qualifiers.get("path")).toBe("/x%3By/%E6%96%87.py");
  });

  test("whatever is written after a core, it is read, and what is kept reads back the same", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (rest) => {
        const read = readSwhid(`${CONTENT};${rest}`);
        expect(read?.core).toBe(CONTENT);
        const again = readSwhid(writeSwhid(read!))!;
        expect(again.qualifiers).toEqual(read?.qualifiers);
        expect(again.ignored).toEqual([]);
      }),
    );
  });
});

test("identifiers are found in running text, each once, and longer hashes are none", () => {
  const text = `See ${CONTENT};lines=1, (${CONTENT}) and swh:1:rev:${"a".repeat(41)}, xswh:1:cnt:${"b".repeat(40)}.`;
  expect(swhidsIn(text, 10)).toEqual([CONTENT]);
});

describe("ids of git objects", () => {
  test("equal those that git and the specification's computation give", () => {
    const folder = mkdtempSync(join(tmpdir(), "openness-swhid-"));
    const git = (...words: string[]): string =>
      execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.org", ...words], {
        encoding: "utf8",
      }).trim();
    try {
      git("init", "-q", "--object-format=sha1");
      mkdirSync(join(folder, "src"));
      const text = "print('heron')\n";
      writeFileSync(join(folder, "src", "generate.py"), text);
      git("add", ".");
      git("commit", "-q", "-m", "one");
      // Clause 5.2: SHA-1 of "blob", a space, the length, a NUL byte and the content.
      const content = createHash("sha1").update(`blob ${text.length}\0${text}`).digest("hex");
      expect(swhidOf("cnt", git("rev-parse", "HEAD:src/generate.py"))).toBe(`swh:1:cnt:${content}`);
      // Clause 5.3: a directory of one entry.
      const entry = Buffer.concat([Buffer.from("100644 generate.py\0"), Buffer.from(content, "hex")]);
      const inner = createHash("sha1").update(`tree ${entry.length}\0`).update(entry).digest("hex");
      expect(swhidOf("dir", git("rev-parse", "HEAD:src"))).toBe(`swh:1:dir:${inner}`);
      // Clause 5.4: a revision is the serialised commit.
      const commit = execFileSync("git", ["-C", folder, "cat-file", "commit", "HEAD"]);
      const revision = createHash("sha1").update(`commit ${commit.length}\0`).update(commit).digest("hex");
      expect(swhidOf("rev", git("rev-parse", "HEAD"))).toBe(`swh:1:rev:${revision}`);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("a SHA-256 repository and what could not be read have none", () => {
    expect(swhidOf("rev", "a".repeat(64))).toBeUndefined();
    expect(swhidOf("cnt", "0".repeat(40))).toBeUndefined();
  });
});
