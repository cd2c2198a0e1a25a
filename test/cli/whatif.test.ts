/** `openness whatif` and `openness audit --explain FRAMEWORK` as a shell sees them. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { MODEL } from "../e2e/stage.ts";

const CLI = join(import.meta.dirname, "../../src/cli.ts");

const openness = (
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly out: string; readonly complaint: string }> =>
  new Promise((done) => {
    execFile(process.execPath, [CLI, ...args], { env: { PATH: process.env.PATH } }, (error, out, complaint) => {
      done({ code: error === null ? 0 : Number(error.code), out, complaint });
    });
  });

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "openness-whatif-"));
  for (const [path, content] of Object.entries(MODEL)) await writeFile(join(folder, path), String(content));
  return () => rm(folder, { recursive: true, force: true });
});

describe("openness whatif", () => {
  it("tells both classes as text or JSON, under any name of a license", async () => {
    const [text, json] = await Promise.all([
      openness("whatif", "--license", "cc-by-nc-4.0", folder, "--offline"),
      openness("whatif", "--license", "openmdw-1.0", folder, "--offline", "--format", "json"),
    ]);
    expect([text.code, text.complaint]).toEqual([0, ""]);
    expect(text.out).toMatch(/^Under CC-BY-NC-4\.0: .*\nCC-BY-NC-4\.0 is not open \(non-commercial use only\)\.\n/);
    expect(JSON.parse(json.out)).toMatchObject({ license: { id: "OpenMDW-1.0", open: true, limits: [] } });
  });

  it.each<[string, readonly string[], string]>([
    ["no license", ["whatif", "."], "Say which license"],
    ["a license that nobody knows", ["whatif", ".", "--license", "my-own"], '"my-own" is no license'],
    ["a family without a version", ["whatif", ".", "--license", "gpl"], "no license with a version"],
    ["no source", ["whatif", "--license", "MIT"], "Name exactly one source"],
    ["another format", ["whatif", ".", "--license", "MIT", "--format", "html"], "choose text or json"],
    ["neither artifact nor framework", ["audit", ".", "--explain", "osaids"], 'no artifact or framework "osaids"'],
  ])("says what is wrong with %s", async (_, args, words) => {
    const { code, out, complaint } = await openness(...args);
    expect([code, out]).toEqual([2, ""]);
    expect(complaint).toContain(words);
  });
});

describe("openness audit --explain", () => {
  it("tells a framework's requirements with reasons, and ends with 0", async () => {
    const { code, out } = await openness("audit", folder, "--offline", "--explain", "osaid");
    expect(code).toBe(0);
    expect(out).toMatch(/^Open Source AI Definition 1\.0: /);
    expect(out).toContain("osaid-parameters");
  });
});
