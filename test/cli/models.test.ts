/** `--model`, as a shell sees it. */
import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { parse } from "yaml";

const ROOT = join(import.meta.dirname, "../..");
let folder = "";

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "openness-models-"));
  const weights = `version https://git-lfs.github.com/spec/v1\noid sha256:${"a".repeat(64)}\nsize 13476835328\n`;
  const files = {
    "willow/README.md": "# Willow\n\nWillow is a language model.\n",
    "willow/model.safetensors": weights,
    "willow/LICENSE": await readFile(join(ROOT, "LICENSE"), "utf8"),
    "cedar/README.md": "# Cedar\n\nCedar is a language model.\n",
    "cedar/model.safetensors": weights,
    "cedar/LICENSE": "Research license\n\nYou may use the model for research only. Commercial use is not permitted.\n",
  };
  for (const name of ["willow", "cedar"]) await mkdir(join(folder, name));
  for (const [path, text] of Object.entries(files)) await writeFile(join(folder, path), text);
  await mkdir(join(folder, ".github"));
  await writeFile(
    join(folder, ".github/openness.yml"),
    "fail: [restricted-license]\nmodels:\n  - {name: Willow, path: willow}\n  - {name: Cedar, path: cedar}\n",
  );
  return () => rm(folder, { recursive: true, force: true });
});

function openness(...args: string[]): Promise<{ code: number; out: string; complaint: string }> {
  return new Promise((done) => {
    execFile(process.execPath, [join(ROOT, "src/cli.ts"), ...args], (error, out, complaint) => {
      done({ code: error === null ? 0 : Number(error.code), out, complaint });
    });
  });
}

const audit = (...args: string[]) => openness("audit", folder, "--offline", ...args);

it("the whole fails with the model that fails; one that is asked for alone has its own outcome", async () => {
  const [whole, willow, cedar] = await Promise.all([audit(), audit("--model", "Willow"), audit("--model", "Cedar")]);
  expect(whole.out).toMatch(/2 models · lowest/);
  expect([whole.code, cedar.code]).toEqual([1, 1]);
  expect(willow.out).not.toMatch(/models · lowest|Cedar/);
  expect(willow.code).toBe(0);
});

it("a saved report gives out one model in any format", async () => {
  const { out } = await audit("--format", "json");
  await writeFile(join(folder, "report.json"), out);
  const mof = await openness("report", join(folder, "report.json"), "--format", "mof", "--model", "Willow");
  expect(parse(mof.out)).toMatchObject({ release: { name: "Willow" } });
});

it("--explain considers what the model sees and nothing of another", async () => {
  const { out } = await audit("--model", "Cedar", "--explain", "model-card");
  expect(out).not.toContain("willow/");
});

it("a model that is not declared is bad usage, and those that are are named", async () => {
  const { code, complaint } = await audit("--model", "Oak");
  expect([code, complaint]).toEqual([2, expect.stringMatching(/no model "Oak": choose Willow, Cedar/)]);
});
