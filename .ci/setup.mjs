// Installs the locked packages when they are missing or older than the lock file.
// Plain JavaScript: it runs on whatever Node the machine has, before the project's own Node is there.
import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");
const lock = join(root, "package-lock.json");
const installed = join(root, "node_modules", ".package-lock.json");
if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs) process.exit(0);

console.error("Installing the locked packages (once; this takes under a minute) …");
const run = spawnSync("npm", ["ci", "--loglevel=error"], { cwd: root, stdio: ["ignore", 2, 2] });
if (run.status !== 0) {
  console.error("npm ci failed: see the lines above. Is the npm registry reachable from here?");
  process.exit(run.status ?? 1);
}
