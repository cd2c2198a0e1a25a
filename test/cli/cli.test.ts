/** The `openness` command as a shell sees it: output, complaint and exit code. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { COMMANDS } from "../../src/cli/commands.ts";
import { MODEL } from "../e2e/stage.ts";

const CLI = join(import.meta.dirname, "../../src/cli.ts");

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly complaint: string;
}

const openness = (...args: readonly string[]): Promise<Outcome> =>
  new Promise((done) => {
    execFile(process.execPath, [CLI, ...args], { env: { PATH: process.env.PATH } }, (error, out, complaint) => {
      done({ code: error === null ? 0 : Number(error.code), out, complaint });
    });
  });

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "openness-cli-"));
  for (const [path, content] of Object.entries(MODEL)) await writeFile(join(folder, path), String(content));
  return () => rm(folder, { recursive: true, force: true });
});

describe("openness", () => {
  it("explains itself and each command, and says what is wrong with its arguments", async () => {
    const [overview, nothing, unknown] = await Promise.all([openness("--help"), openness(), openness("adit")]);
    expect(overview.code).toBe(0);
    for (const { name } of COMMANDS) expect(overview.out).toMatch(new RegExp(`^ {2}${name} `, "m"));
    expect([nothing.code, nothing.out]).toEqual([2, overview.out]);
    expect([unknown.code, unknown.out]).toEqual([2, ""]);
    expect(unknown.complaint).toBe('openness: There is no command "adit". `openness --help` lists them.\n');
    for (const { code, out } of await Promise.all(COMMANDS.map(({ name }) => openness(name, "--help"))))
      expect([code, out]).toEqual([0, expect.stringContaining("Usage: openness ")]);
  });

  it("audit ends with 0 where the policy is met, with 1 where it is not", async () => {
    const met = await openness("audit", folder, "--offline");
    expect([met.code, met.complaint]).toEqual([0, ""]);
    expect(met.out).toContain("Model card");
    await mkdir(join(folder, ".github"));
    await writeFile(join(folder, ".github/openness.yml"), "fail: [below-target]\n");
    const missed = await openness("audit", folder, "--format", "json");
    expect(missed.code).toBe(1);
    expect(JSON.parse(missed.out).policy).toMatchObject({ met: false, conclusion: "failure" });
  });

  it.each<[string, readonly string[], string]>([
    ["no such place", ["audit", "/nonexistent/place"], "There is nothing at /nonexistent/place"],
    ["no source", ["audit"], "Name exactly one source"],
    ["an unknown format", ["audit", ".", "--format", "xml"], 'There is no format "xml"'],
    ["an unknown option", ["audit", ".", "--fast"], "--fast"],
    ["GitHub while offline", ["audit", "lab/tiny", "--offline"], "offline"],
    ["no license file", ["license", "/nonexistent"], "could not be read"],
    ["no file to evaluate", ["evaluate"], "Name at least one file"],
  ])("%s is said in one sentence, with exit code 2", async (_, args, sentence) => {
    const { code, complaint } = await openness(...args);
    expect(code).toBe(2);
    expect(complaint.trim().split("\n")).toEqual([expect.stringContaining(sentence)]);
    expect(complaint).toMatch(/^openness: /);
  });
});
