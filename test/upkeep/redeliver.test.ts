import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import { redeliverFailed } from "../../src/upkeep/redeliver.ts";
import type { Delivery } from "../github/deliveries.ts";
import { setUpkeepStage, type UpkeepStage } from "./stage.ts";

const FAST = { interval: 0, youngest: -5_000 };
const ATTEMPT = "POST /app/hook/deliveries/{delivery_id}/attempts";
const LIST = "GET /app/hook/deliveries";

/** An App that answers with what `status` says at the moment. */
async function setApp({ github }: UpkeepStage): Promise<{ status: number; guids: string[] }> {
  const app = { status: 200, guids: [] as string[] };
  const server = createServer((request, response) => {
    request.resume();
    app.guids.push(String(request.headers["x-github-delivery"]));
    response.writeHead(app.status).end();
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  onTestFinished(() => void server.close());
  github.setWebhook(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return app;
}

/** Puts a delivery into GitHub's record as if it had been made before. */
function record({ github }: UpkeepStage, delivery: Delivery, change: Partial<Delivery>): void {
  (github.deliveries as Delivery[]).push({ ...delivery, id: github.world.nextId(), ...change });
}

describe("a delivery", () => {
  it("that failed is asked for again by its latest attempt, and comes under the same guid", async () => {
    const stage = await setUpkeepStage();
    const app = await setApp(stage);
    app.status = 500;
    await stage.github.deliver("push", { zen: 1 }, { guid: "lost" });
    const latest = await stage.github.deliver("push", { zen: 1 }, { guid: "lost" });
    app.status = 200;
    expect(await redeliverFailed({ ...stage, limits: FAST }, 0)).toEqual({
      missed: 1,
      askedFor: 1,
      deferred: 0,
      leftAlone: 0,
    });
    expect(stage.requests()).toEqual([LIST, ATTEMPT]);
    const again = await stage.github.until(() => stage.github.deliveries.find(({ redelivery }) => redelivery), {
      what: "the redelivery",
    });
    expect(again).toMatchObject({ guid: "lost", status_code: 200 });
    expect(latest.id).toBeLessThan(again.id);
    expect(await redeliverFailed({ ...stage, limits: FAST }, 0)).toEqual({
      missed: 0,
      askedFor: 0,
      deferred: 0,
      leftAlone: 0,
    });
    expect(stage.github.violations).toEqual([]);
  });

  it("that succeeded, at once or later, is left, and so is one whose work is known", async () => {
    const stage = await setUpkeepStage();
    const app = await setApp(stage);
    await stage.github.deliver("push", {}, { guid: "fine" });
    app.status = 500;
    await stage.github.deliver("push", {}, { guid: "fine later" });
    await stage.github.deliver("push", {}, { guid: "taken, but answered too late" });
    app.status = 202;
    await stage.github.deliver("push", {}, { guid: "fine later" });
    stage.queue.deliveries.add("taken, but answered too late");
    expect(await redeliverFailed({ ...stage, limits: FAST }, 0)).toEqual({
      missed: 0,
      askedFor: 0,
      deferred: 0,
      leftAlone: 0,
    });
    expect(stage.requests()).toEqual([LIST]);
  });

  it("that may still be under way is waited for", async () => {
    const stage = await setUpkeepStage();
    (await setApp(stage)).status = 500;
    await stage.github.deliver("push", {}, { guid: "just now" });
    const limits = { ...FAST, youngest: 60_000 };
    expect(await redeliverFailed({ ...stage, limits }, 0)).toMatchObject({ askedFor: 0 });
    expect(await redeliverFailed({ ...stage, limits }, 0, Date.now() + 61_000)).toMatchObject({ askedFor: 1 });
  });

  it("that failed again after a repetition waits longer for the next, while the program may be down", async () => {
    const stage = await setUpkeepStage();
    (await setApp(stage)).status = 500;
    const first = await stage.github.deliver("push", {}, { guid: "patient" });
    record(stage, first, { redelivery: true });
    const at = (minutes: number) => Date.now() + minutes * 60_000;
    expect(await redeliverFailed({ ...stage, limits: FAST }, 0, at(50))).toMatchObject({ askedFor: 0, deferred: 1 });
    record(stage, first, { redelivery: true });
    expect(await redeliverFailed({ ...stage, limits: FAST }, 0, at(110))).toMatchObject({ askedFor: 0, deferred: 1 });
    expect(await redeliverFailed({ ...stage, limits: FAST }, 0, at(130))).toMatchObject({ askedFor: 1, deferred: 0 });
  });

  it("that failed again and again is left to the log", async () => {
    const stage = await setUpkeepStage();
    (await setApp(stage)).status = 500;
    const first = await stage.github.deliver("push", {}, { guid: "hopeless" });
    for (let time = 0; time < 3; time++) record(stage, first, { redelivery: true });
    const limits = { ...FAST, attempts: 3 };
    expect(await redeliverFailed({ ...stage, limits }, 0)).toEqual({
      missed: 1,
      askedFor: 0,
      deferred: 0,
      leftAlone: 1,
    });
    expect(stage.log.told).toContainEqual(
      expect.objectContaining({ level: "warn", facts: expect.objectContaining({ delivery: "hopeless" }) }),
    );
  });
});

describe("the record of deliveries", () => {
  it("is read page by page, and no further than to what was covered before", async () => {
    const stage = await setUpkeepStage();
    (await setApp(stage)).status = 500;
    const one = await stage.github.deliver("push", {}, { guid: "newest" });
    const at = (hours: number) => `${new Date(Date.now() - hours * 3_600_000).toISOString().slice(0, 19)}Z`;
    (stage.github.deliveries as Delivery[]).length = 0;
    for (let index = 0; index < 450; index++)
      record(stage, one, { guid: `d${index}`, delivered_at: at((450 - index) / 10) });
    stage.requests();
    const since = Date.now() - 15 * 3_600_000;
    const { missed } = await redeliverFailed({ ...stage, limits: { ...FAST, most: 20 } }, since);
    expect(missed).toBeGreaterThanOrEqual(149);
    expect(missed).toBeLessThanOrEqual(151);
    expect(stage.requests().filter((operation) => operation === LIST)).toHaveLength(2);
  });

  it("is asked about no more than three days back, and a run asks for the oldest up to its bound", async () => {
    const stage = await setUpkeepStage();
    const app = await setApp(stage);
    app.status = 500;
    const one = await stage.github.deliver("push", {}, { guid: "x" });
    (stage.github.deliveries as Delivery[]).length = 0;
    const at = (hours: number) => `${new Date(Date.now() - hours * 3_600_000).toISOString().slice(0, 19)}Z`;
    record(stage, one, { guid: "four days", delivered_at: at(96) });
    for (const hours of [70, 50, 30, 10]) record(stage, one, { guid: `${hours} h`, delivered_at: at(hours) });
    app.guids.length = 0;
    app.status = 200;
    expect(await redeliverFailed({ ...stage, limits: { ...FAST, most: 2 } }, 0)).toMatchObject({
      missed: 4,
      askedFor: 2,
    });
    await stage.github.until(() => app.guids.length === 2, { what: "two redeliveries" });
    expect(app.guids.toSorted()).toEqual(["50 h", "70 h"]);
  });

  it("that cannot be read is an error for whoever asked, and one refused question does not stop the others", async () => {
    const stage = await setUpkeepStage();
    (await setApp(stage)).status = 500;
    stage.github.fault({ match: { path: "/app/hook/deliveries" }, kind: "bad-gateway-before", times: 3 });
    await expect(redeliverFailed({ ...stage, limits: FAST }, 0)).rejects.toMatchObject({ name: "NoAnswer" });
    await stage.github.deliver("push", {}, { guid: "one" });
    await stage.github.deliver("push", {}, { guid: "two" });
    stage.github.fault({ match: { method: "POST", path: "/attempts" }, kind: "not-found" });
    expect(await redeliverFailed({ ...stage, limits: FAST }, 0)).toMatchObject({ missed: 2, askedFor: 1 });
  });
});
