/**
 * The kills in full size: `npm run kills -- [postgres|embedded|workers]…`, 1,000 deliveries over 300
 * repositories and twenty kills each. Exits with 1 where anything was lost or happened twice. The tests run a tenth of it.
 */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startPostgres } from "../../database/server.ts";
import { type KillRun, killRun } from "./kill-run.ts";

const SIZE = { repositories: 300, deliveries: 1_000, kills: 20, patience: 300_000 };
const RUNS = ["postgres", "embedded", "workers"] as const;

for (const name of RUNS.filter((one) => process.argv.length < 3 || process.argv.includes(one))) {
  const dataDir = await mkdtemp(join(tmpdir(), "openness-full-"));
  const server = name === "embedded" ? undefined : await startPostgres();
  const environment: Record<string, string> =
    server === undefined ? { DATA_DIR: dataDir } : { DATABASE_URL: server.url("postgres") };
  const run: KillRun = {
    ...SIZE,
    environment,
    ...(name === "workers"
      ? { roles: ["web", "worker", "worker"] as const, victim: { role: 1, isReplaced: true } }
      : {}),
  };
  try {
    const { log, problems, owed: _owed, ...figures } = await killRun(run);
    console.log(name, JSON.stringify(figures), `${problems.length} problems`);
    for (const problem of problems.slice(0, 20)) console.log(`  ${problem}`);
    if (problems.length > 0) {
      process.exitCode = 1;
      console.log(log.slice(-5_000));
    }
  } finally {
    await server?.remove();
    await rm(dataDir, { recursive: true, force: true });
  }
}
