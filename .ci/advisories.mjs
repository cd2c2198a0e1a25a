// Fails when a package that the program runs with has a known hole. A registry that does not answer is told and is no failure.
// Plain JavaScript, as .ci/setup.mjs.
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const LEVELS = ["moderate", "high", "critical"];

/**
 * What an answer of `npm audit --json` amounts to.
 * @param {string} output
 * @returns {{isHole: boolean, message: string}}
 */
export function verdictOf(output) {
  let answer;
  try {
    answer = JSON.parse(output);
  } catch {
    return { isHole: false, message: "advisories: the registry gave no answer, so nothing is known" };
  }
  const counts = answer?.metadata?.vulnerabilities;
  if (typeof counts !== "object" || counts === null)
    return { isHole: false, message: "advisories: the registry does not tell, so nothing is known" };
  const found = Object.entries(answer.vulnerabilities ?? {}).filter(([, { severity }]) => LEVELS.includes(severity));
  if (found.length === 0) return { isHole: false, message: "advisories: no known hole" };
  const names = found.map(([name, { severity }]) => `${name} (${severity})`).join(", ");
  return { isHole: true, message: `advisories: known holes in ${names}: see \`npm audit --omit=dev\`` };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const cwd = join(dirname(fileURLToPath(import.meta.url)), "..");
  const run = spawnSync("npm", ["audit", "--omit=dev", "--json"], { cwd, encoding: "utf8", timeout: 60_000 });
  const { isHole, message } = verdictOf(run.stdout ?? "");
  console.log(message);
  process.exit(isHole ? 1 : 0);
}
