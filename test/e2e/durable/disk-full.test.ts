import { cp } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { freshDataDir } from "../../database/embedded.ts";
import type { Delivery } from "../../github/deliveries.ts";
import { statusOf, untilNothingIsOwed } from "./app-process.ts";
import { type Scene, setScene, untilStatus } from "./scene.ts";
import { mountSmallDisk } from "./small-disk.ts";

const disk = mountSmallDisk(300);
afterAll(() => disk?.unmount());

/** A scene whose App keeps its data on the small disk. */
async function setSceneOnDisk(repositories: number): Promise<Scene> {
  const { dataDir, close } = await freshDataDir();
  const mine = `${disk!.directory}/data`;
  await cp(dataDir, mine, { recursive: true });
  await close();
  return await setScene(repositories, { DATA_DIR: mine, DRAIN_SECONDS: "1" });
}

describe.skipIf(disk === undefined)("a full disk under the embedded database", () => {
  it("refuses what it cannot keep, says why, and loses nothing that it acknowledged", {
    timeout: 120_000,
  }, async () => {
    const { github, laboratories, port, start } = await setSceneOnDisk(8);
    onTestFinished(() => disk!.empty());
    const app = start();
    await app.listening();
    const happenings = laboratories.happenings(24);
    const deliver = async (from: number, to: number): Promise<Delivery[]> => {
      const sent: Delivery[] = [];
      for (const { event, payload } of happenings.slice(from, to))
        sent.push(await github.deliver(event, await payload()));
      return sent;
    };
    const statuses = (sent: readonly Delivery[]) => [...new Set(sent.map(({ status_code: status }) => status))];

    // Owed, and under way, at the moment at which the disk fills up.
    github.fault({ match: { path: "/git/trees/" }, kind: "slow", milliseconds: 1_500, times: 4 });
    expect(statuses(await deliver(0, 12))).toEqual([200]);
    disk!.fill(0);
    const refused = await deliver(12, 24);
    expect(statuses(refused)).toEqual([500]);
    await untilStatus(port, "/readyz", 503);
    const ready = (await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()) as { parts: object };
    expect(ready.parts).toMatchObject({
      database: { ok: false, problem: "its disk is full: free some space" },
      process: { ok: true },
    });
    expect(await statusOf(port, "/healthz")).toBe(200);
    expect(app.output()).toContain("Free some space; what was answered before is kept");

    disk!.empty();
    await untilStatus(port, "/readyz", 200);
    for (const delivery of refused) expect((await github.redeliver(delivery)).status_code).toBe(200);
    const { dead } = await untilNothingIsOwed(port, 60_000);
    expect({ dead, problems: laboratories.problems() }).toEqual({ dead: 0, problems: [] });
    expect(await app.end("SIGTERM")).toBe(0);
  });

  it.each(["SIGTERM", "SIGKILL"] as const)(
    "says what to do at a start on it, and goes on once there is room (after %s)",
    { timeout: 120_000 },
    async (signal) => {
      const { github, laboratories, port, start } = await setSceneOnDisk(4);
      onTestFinished(() => disk!.empty());
      const first = start();
      await first.listening();
      github.fault({ match: { path: "/git/trees/" }, kind: "slow", milliseconds: 1_500, times: 4 });
      for (const { event, payload } of laboratories.happenings(12))
        expect((await github.deliver(event, await payload())).status_code).toBe(200);
      disk!.fill(0);
      // It ends at once, though what it has in hand cannot be handed back.
      const asked = Date.now();
      expect(await first.end(signal)).toBe(signal === "SIGTERM" ? 0 : null);
      expect(Date.now() - asked).toBeLessThan(8_000);
      for (let attempt = 1; attempt <= (signal === "SIGKILL" ? 2 : 1); attempt += 1) {
        const second = start();
        const started = Date.now();
        while (!second.isGone && Date.now() < started + 8_000) await sleep(20);
        expect(second.isGone).toBe(true);
        expect(await second.end("SIGKILL")).toBe(1);
        expect(second.output()).toMatch(/^openness: the disk of \S+ is full: 0 MB are free .+ Free some space/m);
      }
      disk!.empty();
      await start().listening();
      const { dead } = await untilNothingIsOwed(port, 60_000);
      expect({ dead, problems: laboratories.problems() }).toEqual({ dead: 0, problems: [] });
    },
  );
});
