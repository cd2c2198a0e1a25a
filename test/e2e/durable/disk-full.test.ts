import { cp } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, describe, expect, it, onTestFinished } from "vitest";
import { freshDataDir } from "../../database/embedded.ts";
import type { Delivery } from "../../github/deliveries.ts";
import { type LocalGitHub, startGitHub } from "../../github/server.ts";
import { manifest } from "../stage.ts";
import { type AppProcess, freePort, startApp, statusOf, untilNothingIsOwed } from "./app-process.ts";
import { addLaboratories, type Laboratories } from "./laboratories.ts";
import { mountSmallDisk } from "./small-disk.ts";

const disk = mountSmallDisk(300);
afterAll(() => disk?.unmount());

interface Scene {
  readonly github: LocalGitHub;
  readonly laboratories: Laboratories;
  readonly port: number;
  start(): AppProcess;
}

async function setScene(repositories: number): Promise<Scene> {
  const { dataDir, close } = await freshDataDir();
  const mine = `${disk!.directory}/data`;
  await cp(dataDir, mine, { recursive: true });
  await close();
  const { default_permissions: permissions, default_events: events } = manifest();
  const github = await startGitHub({ permissions, events });
  const laboratories = await addLaboratories(github, repositories);
  const port = await freePort();
  github.setWebhook(`http://127.0.0.1:${port}/api/github/webhooks`);
  onTestFinished(async () => {
    await github.close();
    await laboratories.remove();
  });
  return {
    github,
    laboratories,
    port,
    start() {
      const app = startApp("serve", {
        ...github.environment,
        DATA_DIR: mine,
        PORT: String(port),
        DRAIN_SECONDS: "1",
      });
      onTestFinished(async () => void (await app.end("SIGKILL")));
      return app;
    },
  };
}

async function untilReadiness(port: number, status: number): Promise<void> {
  for (const end = Date.now() + 20_000; (await statusOf(port, "/readyz")) !== status; await sleep(50))
    if (Date.now() > end) throw new Error(`/readyz did not become ${status}`);
}

describe.skipIf(disk === undefined)("a full disk under the embedded database", () => {
  it("refuses what it cannot keep, says why, and loses nothing that it acknowledged", {
    timeout: 120_000,
  }, async () => {
    const { github, laboratories, port, start } = await setScene(8);
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
    await untilReadiness(port, 503);
    const ready = (await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()) as { parts: object };
    expect(ready.parts).toMatchObject({
      database: { ok: false, problem: "its disk is full: free some space" },
      process: { ok: true },
    });
    expect(await statusOf(port, "/healthz")).toBe(200);
    expect(app.output()).toContain("Free some space; what was answered before is kept");

    disk!.empty();
    await untilReadiness(port, 200);
    for (const delivery of refused) expect((await github.redeliver(delivery)).status_code).toBe(200);
    const { dead } = await untilNothingIsOwed(port, 60_000);
    expect({ dead, problems: laboratories.problems() }).toEqual({ dead: 0, problems: [] });
    expect(await app.end("SIGTERM")).toBe(0);
  });

  it.each(["SIGTERM", "SIGKILL"] as const)(
    "says what to do at a start on it, and goes on once there is room (after %s)",
    { timeout: 120_000 },
    async (signal) => {
      const { github, laboratories, port, start } = await setScene(4);
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
