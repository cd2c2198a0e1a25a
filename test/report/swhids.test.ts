import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { audit } from "../../src/audit.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { checkRunFace } from "../../src/report/checkrun.ts";
import { formatNamed } from "../../src/report/formats/formats.ts";
import { htmlFace } from "../../src/report/formats/html.ts";
import { markdownFace } from "../../src/report/markdown.ts";
import { type Report, reportSchema } from "../../src/report/schema.ts";
import { textFace } from "../../src/report/text.ts";
import { auditOf } from "../auditing.ts";
import { snapshotOf } from "../snapshot-of.ts";
import { isCycloneDx, isSpdx, mistakes } from "./formats/validators.ts";

const REVISION = "swh:1:rev:0123456789abcdef0123456789abcdef01234567";
const DIRECTORY = "swh:1:dir:89abcdef0123456789abcdef0123456789abcdef";
const FILES = { "README.md": "# Lumo\n\nLumo is a language model.\n", "requirements.txt": "torch==2.4.0\n" };

const facesOf = (report: Report): Readonly<Record<string, string>> => ({
  text: textFace(report, { colour: false }),
  markdown: markdownFace(report),
  html: htmlFace(report, { created: new Date(0) }),
  check: checkRunFace(report, { owner: "acme-ai", repo: "lumo", head: "0".repeat(40) }).text,
});

describe("the audited commit's Software Heritage identifiers", () => {
  const report = auditOf(FILES, { policy: "model: true\n" });

  test("are in the report, those of evidence too", () => {
    expect(report.subject.swhids).toEqual({ revision: REVISION, directory: DIRECTORY });
    const [file] = report.components["supporting-libraries-and-tools"].evidence;
    expect(file?.swhid).toBe(`swh:1:cnt:${file?.sha}`);
    expect(() => reportSchema.parse(report)).not.toThrow();
  });

  test.each(Object.keys(facesOf(report)))("stand on one line of the face %s", (face) => {
    const line = facesOf(report)
      [face]!.split("\n")
      .find((one) => one.includes(REVISION));
    expect(line).toContain("Software Heritage");
    if (face !== "html") expect(line).toContain(DIRECTORY);
    else expect(facesOf(report).html).toContain(DIRECTORY);
  });

  test("name the model in a bill of materials and in SPDX, valid by the schemas", () => {
    const written = (name: string): unknown =>
      JSON.parse(formatNamed(name)!.render(report, { created: new Date("2026-11-24T09:30:12Z") }));
    const bom = written("cyclonedx") as { metadata: { component: { swhid: string[] } } };
    expect(mistakes(isCycloneDx, bom)).toEqual([]);
    expect(bom.metadata.component.swhid).toEqual([REVISION, DIRECTORY]);
    const spdx = written("spdx") as { "@graph": { type: string; software_contentIdentifier?: object[] }[] };
    expect(mistakes(isSpdx, spdx)).toEqual([]);
    const identified = spdx["@graph"].find(({ type }) => type === "ai_AIPackage")?.software_contentIdentifier;
    expect(identified).toMatchObject([
      { software_contentIdentifierType: "swhid", software_contentIdentifierValue: REVISION },
      { software_contentIdentifierValue: DIRECTORY },
    ]);
  });

  test("there are none of a SHA-256 repository, and no line about them", () => {
    const sha256 = { commit: "a".repeat(64), tree: "b".repeat(64) };
    const without = audit({ ...snapshotOf(FILES), ...sha256 }, loadPolicy("model: true\n", ".github/openness.yml"));
    expect(without.subject).not.toHaveProperty("swhids");
    for (const face of Object.values(facesOf(without))) expect(face).not.toContain("Software Heritage identifiers");
  });

  test("a folder has that of its tree, unless some of it could not be read", () => {
    const { commit: _, ...folder } = snapshotOf(FILES);
    const policy = loadPolicy("model: true\n", ".github/openness.yml");
    expect(audit({ ...folder, commit: undefined }, policy).subject.swhids).toEqual({ directory: DIRECTORY });
    const entries = folder.entries.map((entry) => ({ ...entry, sha: "0".repeat(40) }));
    expect(audit({ ...folder, entries, commit: undefined }, policy).subject).not.toHaveProperty("swhids");
  });

  test("are those that git itself gives", () => {
    const folder = mkdtempSync(join(tmpdir(), "openness-swhids-"));
    const git = (...words: string[]): string =>
      execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.org", ...words], {
        encoding: "utf8",
      }).trim();
    try {
      git("init", "-q", "--object-format=sha1");
      mkdirSync(join(folder, "lumo"));
      writeFileSync(join(folder, "lumo", "requirements.txt"), FILES["requirements.txt"]);
      writeFileSync(join(folder, "README.md"), FILES["README.md"]);
      git("add", ".");
      git("commit", "-q", "-m", "one");
      const out = execFileSync(
        process.execPath,
        [join(import.meta.dirname, "../../src/cli.ts"), "audit", "--offline", "--format", "json", folder],
        { encoding: "utf8" },
      );
      expect((JSON.parse(out) as Report).subject.swhids).toEqual({
        revision: `swh:1:rev:${git("rev-parse", "HEAD")}`,
        directory: `swh:1:dir:${git("rev-parse", "HEAD^{tree}")}`,
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
