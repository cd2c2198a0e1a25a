import { describe, expect, it } from "vitest";
import { discoverInstallations } from "../../src/upkeep/discover.ts";
import { setUpkeepStage } from "./stage.ts";

describe("an installation", () => {
  it("whose event never came is found, and once; one that is suspended is left until it is not", async () => {
    const { github, app, store, log, requests } = await setUpkeepStage();
    const all = Array.from({ length: 130 }, (_, index) =>
      github.world.installationOf(github.world.user(`lab-${index}`)),
    );
    all[3]!.suspended = true;
    const begun = new Date("2026-11-01T00:00:00Z");
    const known = { cursor: "listed", listed: 4, looked: 4, models: 1, queued: 1, startedAt: begun, finishedAt: begun };
    await store.rememberBackfill({ installation: all[0]!.id, ...known });
    expect(await discoverInstallations(app, store, log)).toBe(128);
    expect(requests()).toEqual(["GET /app/installations", "GET /app/installations"]);
    expect(await store.backfill(all[0]!.id)).toMatchObject(known);
    expect(await store.backfill(all[3]!.id)).toBeUndefined();
    expect(await store.unfinishedBackfills()).toHaveLength(128);
    expect(await discoverInstallations(app, store, log)).toBe(0);
    expect(github.violations).toEqual([]);
  });
});
