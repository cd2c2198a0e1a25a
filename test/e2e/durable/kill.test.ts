import { describe, it, type TestContext } from "vitest";
import { freshDataDir } from "../../database/embedded.ts";
import { freshDatabase, hasPostgres } from "../../database/postgres.ts";
import { killRun } from "./kill-run.ts";

/** A tenth of what `full.ts` does. */
const SIZE = { repositories: 30, deliveries: 100, kills: 2 };

async function postgres({ onTestFinished }: TestContext): Promise<Record<string, string>> {
  const { url, close } = await freshDatabase();
  onTestFinished(close);
  return { DATABASE_URL: url };
}

async function embedded({ onTestFinished }: TestContext): Promise<Record<string, string>> {
  const { dataDir, close } = await freshDataDir();
  onTestFinished(close);
  return { DATA_DIR: dataDir };
}

// Most of the time is waiting for heartbeats to cease.
describe.concurrent("processes that are killed lose nothing and do nothing twice:", () => {
  it.skipIf(!hasPostgres)("one that does all, on PostgreSQL", { timeout: 120_000 }, async (test) => {
    const { problems, accepted, kills } = await killRun({ ...SIZE, environment: await postgres(test) });
    test.expect({ problems, accepted, kills }).toEqual({ problems: [], accepted: 100, kills: 2 });
  });

  it("one that does all, on the embedded database", { timeout: 120_000 }, async (test) => {
    const { problems, accepted, kills } = await killRun({ ...SIZE, kills: 3, environment: await embedded(test) });
    test.expect({ problems, accepted, kills }).toEqual({ problems: [], accepted: 100, kills: 3 });
  });

  it.skipIf(!hasPostgres)("one of two workers, for good", { timeout: 120_000 }, async (test) => {
    const { problems, accepted, kills } = await killRun({
      ...SIZE,
      kills: 1,
      roles: ["web", "worker", "worker"],
      victim: { role: 1, isReplaced: false },
      environment: await postgres(test),
    });
    test.expect({ problems, accepted, kills }).toEqual({ problems: [], accepted: 100, kills: 1 });
  });
});
