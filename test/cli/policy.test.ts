/** `openness policy` and the day on which waivers end, as a shell sees them. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { MODEL } from "../e2e/stage.ts";

const CLI = join(import.meta.dirname, "../../src/cli.ts");

const openness = (...args: readonly string[]): Promise<{ code: number; out: string; complaint: string }> =>
  new Promise((done) => {
    execFile(process.execPath, [CLI, ...args], { env: { PATH: process.env.PATH } }, (error, out, complaint) => {
      done({ code: error === null ? 0 : Number(error.code), out, complaint });
    });
  });

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "openness-policy-"));
  await mkdir(join(folder, ".github"));
  for (const [path, content] of Object.entries(MODEL)) await writeFile(join(folder, path), String(content));
  return () => rm(folder, { recursive: true, force: true });
});

async function written(name: string, text: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
}

describe("openness policy", () => {
  it("says that a valid file is valid, old names included", async () => {
    const file = await written("valid.yml", "target: II\nfail: [target-missed]\n");
    const { code, out } = await openness("policy", file);
    expect([code, out.split("\n")]).toEqual([
      0,
      [
        `${file}:2:8: notice: fail: target-missed is called below-target now; it still works under the old name.`,
        `${file}: valid`,
        "",
      ],
    ]);
  });

  it("prints each problem with line and column, and ends with 2", async () => {
    const file = await written("wrong.yml", "# ours\r\ndrafts: maybe\r\nwaivers:\r\n  - rule: regression\r\n");
    const { code, out } = await openness("policy", file);
    expect(code).toBe(2);
    expect(out.split("\n").map((line) => line.slice(0, line.indexOf(": found")))).toEqual([
      `${file}:2:1: warning: drafts`,
      expect.stringMatching(/:4:5: warning: waivers\.reason$/),
      "",
    ]);
  });

  it("ends with 2 on broken YAML, on no file and on none that can be read", async () => {
    const file = await written("broken.yml", "fail: [\n");
    const [broken, nothing, missing] = await Promise.all([
      openness("policy", file),
      openness("policy"),
      openness("policy", join(folder, "nowhere.yml")),
    ]);
    expect([broken.code, nothing.code, missing.code]).toEqual([2, 2, 2]);
    expect(broken.out).toContain("Not valid YAML");
    expect(nothing.complaint).toContain("Name at least one file");
    expect(missing.complaint).toContain("could not be read");
  });
});

describe("openness audit --date", () => {
  it("holds waivers against their expiry on that day", async () => {
    await written(
      ".github/openness.yml",
      "fail: [below-target]\nwaivers: [{rule: below-target, reason: Until the release., expires: 2027-03-31}]\n",
    );
    const on = (date: string) => openness("audit", folder, "--offline", "--date", date);
    const [before, after] = await Promise.all([on("2027-03-31"), on("2027-04-01")]);
    expect([before.code, after.code]).toEqual([0, 1]);
    expect(before.out).toContain("Waived by the policy: below-target");
    expect(after.out).toContain("expired after 2027-03-31");
  });
});
