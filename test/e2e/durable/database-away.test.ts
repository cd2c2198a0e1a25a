import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { freshDataDir } from "../../database/embedded.ts";
import { freshDatabase, hasPostgres } from "../../database/postgres.ts";
import { startPostgres, type TestServer } from "../../database/server.ts";
import { statusOf, untilNothingIsOwed } from "./app-process.ts";
import { deliverAll, type Sent } from "./laboratories.ts";
import { setScene, untilStatus } from "./scene.ts";

async function server(): Promise<TestServer> {
  const server = await startPostgres();
  onTestFinished(() => server.remove());
  return server;
}

describe.skipIf(!hasPostgres)("a database that is away", () => {
  it("costs no delivery that was accepted: what comes meanwhile is refused, and taken when it is sent again", {
    timeout: 120_000,
  }, async () => {
    const postgres = await server();
    const { github, laboratories, port, start } = await setScene(12, { DATABASE_URL: postgres.url("postgres") });
    await start().listening();
    const sent: Sent = { accepted: 0, refused: 0 };
    const sending = deliverAll(github, laboratories.happenings(72), sent);
    await github.until(() => sent.accepted >= 15, { what: "the first deliveries", within: 30_000 });
    await postgres.stop("kill");
    const [accepted, before] = [sent.accepted, github.deliveries.length];
    await sleep(1_500);
    // Those that were on their way when it stopped had been written down.
    expect(sent.accepted - accepted).toBeLessThanOrEqual(8);
    expect(await statusOf(port, "/healthz")).toBe(200);
    expect(await statusOf(port, "/readyz")).toBe(503);
    await postgres.start();
    await sending;
    const refused = github.deliveries.slice(before).filter(({ status_code: status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    expect(new Set(refused.map(({ status_code: status }) => Math.floor(status / 100)))).toEqual(new Set([5]));
    const { dead } = await untilNothingIsOwed(port, 60_000);
    expect({ dead, problems: laboratories.problems() }).toEqual({ dead: 0, problems: [] });
  });

  it("is waited for at the start: alive, not ready, then ready", { timeout: 60_000 }, async () => {
    const postgres = await server();
    await postgres.stop();
    const { github, laboratories, port, start } = await setScene(1, { DATABASE_URL: postgres.url("postgres") });
    const app = start();
    await untilStatus(port, "/healthz", 200);
    const ready = await fetch(`http://127.0.0.1:${port}/readyz`);
    expect([ready.status, await ready.json()]).toEqual([
      503,
      { ready: false, parts: { process: { ok: false, problem: "starting" } } },
    ]);
    const [first] = laboratories.happenings(1);
    const early = await github.deliver(first!.event, await first!.payload());
    expect(early.status_code).toBe(503);
    expect(app.output()).not.toContain("Listening on");
    await postgres.start();
    await untilStatus(port, "/readyz", 200);
    expect((await github.redeliver(early)).status_code).toBe(200);
    await untilNothingIsOwed(port, 20_000);
    expect(laboratories.problems()).toEqual([]);
  });
});

describe("a process that is asked to stop in the middle of work", () => {
  it.each(["postgres", "embedded"].filter((engine) => engine === "embedded" || hasPostgres))(
    "ends in order, and what it did not finish is done at the next start (%s)",
    { timeout: 60_000 },
    async (engine) => {
      const { environment, close } = await databaseOf(engine);
      onTestFinished(close);
      const { github, laboratories, port, start } = await setScene(8, { ...environment, DRAIN_SECONDS: "1" });
      const app = start();
      await app.listening();
      github.fault({ match: { path: "/git/trees/" }, kind: "slow", milliseconds: 2_500, times: 8 });
      const sent: Sent = { accepted: 0, refused: 0 };
      await deliverAll(github, laboratories.happenings(24), sent);
      expect(sent).toEqual({ accepted: 24, refused: 0 });
      expect(await app.end("SIGTERM")).toBe(0);
      expect(github.checkRuns.length).toBeLessThan(16);
      expect(app.output()).toContain("stopped with work owed");
      github.clearFaults();
      await start().listening();
      // Handed back, not left to a heartbeat that ceases: a second process goes on at once.
      const handedOver = Date.now();
      const { dead } = await untilNothingIsOwed(port, 30_000);
      expect(Date.now() - handedOver).toBeLessThan(12_000);
      expect({ dead, problems: laboratories.problems() }).toEqual({ dead: 0, problems: [] });
    },
  );
});

async function databaseOf(engine: string): Promise<{ environment: Record<string, string>; close(): Promise<void> }> {
  if (engine === "embedded") {
    const { dataDir, close } = await freshDataDir();
    return { environment: { DATA_DIR: dataDir }, close };
  }
  const { url, close } = await freshDatabase();
  return { environment: { DATABASE_URL: url }, close };
}
