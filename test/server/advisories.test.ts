import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "../..");

/** What continuous integration makes of an answer of `npm audit`. */
function verdict(output: string): { isHole: boolean; message: string } {
  const script = `import { verdictOf } from ${JSON.stringify(join(ROOT, ".ci/advisories.mjs"))};
    console.log(JSON.stringify(verdictOf(${JSON.stringify(output)})));`;
  const run = spawnSync(process.execPath, ["--input-type=module", "--eval", script], { encoding: "utf8" });
  return JSON.parse(run.stdout) as { isHole: boolean; message: string };
}

describe("known holes in dependencies", () => {
  it("a known hole stops, an answer that did not come does not", () => {
    const answer = (severity: string) =>
      JSON.stringify({ metadata: { vulnerabilities: { total: 1 } }, vulnerabilities: { left: { severity } } });
    expect(verdict(answer("critical"))).toEqual({ isHole: true, message: expect.stringContaining("left (critical)") });
    expect(verdict(answer("low")).isHole).toBe(false);
    const none = JSON.stringify({ metadata: { vulnerabilities: { total: 0 } }, vulnerabilities: {} });
    expect(verdict(none)).toEqual({ isHole: false, message: "advisories: no known hole" });
    for (const silence of ["", "<html>502</html>", "null", '{"error":{"code":"ENOAUDIT"}}'])
      expect(verdict(silence)).toEqual({ isHole: false, message: expect.stringContaining("nothing is known") });
  });

  it("dependencies are named exactly and locked by their content", () => {
    const { dependencies } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    for (const [name, version] of Object.entries(dependencies)) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
    const { packages } = JSON.parse(readFileSync(join(ROOT, "package-lock.json"), "utf8")) as {
      packages: Record<string, { integrity?: string; dev?: boolean; link?: boolean }>;
    };
    for (const [path, { integrity }] of Object.entries(packages))
      if (path !== "") expect(integrity, path).toMatch(/^sha512-/);
  });
});
