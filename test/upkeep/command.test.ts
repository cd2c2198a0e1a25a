import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { backfillCommand, statusTable } from "../../src/cli/backfill.ts";
import { openDatabase } from "../../src/database/open.ts";
import { DatabaseStore } from "../../src/store/database-store.ts";
import { dataDir, run as runCommand } from "../cli/on-database.ts";

const run = (...args: string[]) => runCommand(backfillCommand, ...args);

describe("openness backfill", () => {
  it("tells how far each installation is, and starts one again for a server to take up", async () => {
    const directory = await dataDir();
    expect(await run("--status")).toBe("No installation has been looked at yet.\n");
    expect(await run("4001")).toContain("4001 within a minute");
    const [, row] = (await run()).split("\n");
    expect(row?.trim().split(/\s+/).slice(0, 5)).toEqual(["4001", "0", "0", "0", "0"]);
    const database = await openDatabase({ dataDir: directory });
    expect(await new DatabaseStore(database).unfinishedBackfills()).toMatchObject([{ installation: 4001 }]);
    await database.close();
  });

  it("says so where a server has the embedded database open, and where there is none", async () => {
    const directory = await dataDir();
    const database = await openDatabase({ dataDir: directory });
    await expect(run("--status")).rejects.toMatchObject({ name: "UsageError" });
    await database.close();
    const none = join(directory, "none");
    vi.stubEnv("DATA_DIR", none);
    await expect(run()).rejects.toThrow("There is no database in");
    expect(existsSync(none)).toBe(false);
  });

  it("refuses what is no installation, and an address of another kind of database without showing it", async () => {
    await dataDir();
    await expect(run("lab")).rejects.toThrow('"lab" is no installation');
    await expect(run("--status", "4001")).rejects.toThrow("--status is about all installations");
    vi.stubEnv("DATABASE_URL", "mysql://root:sesame@db/x");
    await expect(run()).rejects.toThrow(/^(?!.*sesame).*DATABASE_URL/s);
  });

  it("prints columns that line up", () => {
    const startedAt = new Date("2026-11-24T01:02:03Z");
    const one = { installation: 5, cursor: "2/300", listed: 100, looked: 0, models: 0, queued: 0, startedAt };
    const two = { ...one, installation: 60_000_001, listed: 10_000, looked: 10_000, models: 41, queued: 40 };
    expect(statusTable([one, { ...two, finishedAt: new Date("2026-11-24T02:00:00Z") }])).toBe(
      [
        "installation  listed  looked at  may hold models  audits owed  started            finished",
        "           5     100          0                0            0  2026-11-24 01:02Z  -",
        "    60000001   10000      10000               41           40  2026-11-24 01:02Z  2026-11-24 02:00Z",
        "",
      ].join("\n"),
    );
  });
});
