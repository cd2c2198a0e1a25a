import { setTimeout as sleep } from "node:timers/promises";
import { beforeEach, describe, expect, it } from "vitest";
import { GiveUp, QueueClosed, RetryLater } from "../../src/queue/queue.ts";
import { ENGINES } from "../database/engines.ts";
import { owed, queueOn } from "./owing.ts";

describe.each(ENGINES)("the queue on $name", ({ isHere, open }) => {
  beforeEach(({ skip }) => skip(!isHere, "there is no PostgreSQL on this machine"));

  it("takes a delivery once, also after its work is done", async () => {
    const { queue } = await queueOn(await open());
    const done: string[] = [];
    expect(await queue.add("d1", [owed("a")])).toBe("taken");
    expect(await queue.add("d1", [owed("a")])).toBe("known");
    queue.start(async (value) => void done.push(value));
    await queue.idle();
    expect(await queue.add("d1", [owed("a")])).toBe("known");
    expect(await Promise.all([queue.add("d2", [owed("b")]), queue.add("d2", [owed("b")])])).toEqual(["taken", "known"]);
    await queue.idle();
    expect(done).toEqual(["a", "b"]);
    expect(await queue.known(["d1", "d2", "d3"])).toEqual(new Set(["d1", "d2"]));
  });

  it("owes all that one delivery asks for, or nothing", async () => {
    const { queue } = await queueOn(await open());
    const done: string[] = [];
    expect(await queue.add("none", [])).toBe("taken");
    await queue.add("two", [owed("a"), owed("b")]);
    await expect(queue.add("bad", [owed("c"), owed("d", { key: "no\0text" })])).rejects.toThrow();
    queue.start(async (value) => void done.push(value));
    await queue.idle();
    expect(done.toSorted()).toEqual(["a", "b"]);
    expect(await queue.known(["none", "two", "bad"])).toEqual(new Set(["none", "two"]));
  });

  it("does not let a delivery that cannot be written take those with it that come at the same time", async () => {
    const { queue } = await queueOn(await open());
    const outcomes = await Promise.allSettled(
      Array.from({ length: 9 }, (_, i) => queue.add(`d${i}`, [owed(`w${i}`, i === 5 ? { key: "no\0text" } : {})])),
    );
    expect(outcomes.map(({ status }) => status === "rejected")).toEqual(outcomes.map((_, i) => i === 5));
    const circle: { self?: unknown } = {};
    circle.self = circle;
    await expect(queue.add("circle", [owed(circle as unknown as string, { key: "k" })])).rejects.toThrow(TypeError);
    expect((await queue.counts()).waiting).toBe(8);
  });

  it("makes one of what waits for the same thing, oldest first", async () => {
    const { queue, add } = await queueOn(await open());
    const words = Array.from({ length: 50 }, (_, i) => `w${i}`);
    await Promise.all(words.map((word) => add(word, { key: "k" })));
    const done: string[] = [];
    queue.start(async (value) => void done.push(value));
    await queue.idle();
    expect(done).toEqual([words.join("+")]);
  });

  it("runs what comes while the same thing runs afterwards and once, and tells the one that runs", async () => {
    const { queue, add } = await queueOn(await open());
    const done: string[] = [];
    const newer: (string | undefined)[] = [];
    queue.start(async (value, turn) => {
      newer.push(await turn.newer());
      if (value === "a") {
        await Promise.all(Array.from({ length: 50 }, (_, i) => add(`b${i}`, { key: "k" })));
        newer.push(await turn.newer());
      }
      done.push(value);
    });
    await add("a", { key: "k" });
    await queue.idle();
    const later = Array.from({ length: 50 }, (_, i) => `b${i}`).join("+");
    expect(done).toEqual(["a", later]);
    expect(newer).toEqual([undefined, later, undefined]);
  });

  it("never runs two things of one lane at once", async () => {
    const { queue, add } = await queueOn(await open());
    let running = 0;
    let most = 0;
    queue.start(async () => {
      most = Math.max(most, ++running);
      await sleep(2);
      running--;
    });
    await Promise.all(Array.from({ length: 10 }, (_, i) => add(`job ${i}`, { lane: "repository", group: `g${i}` })));
    await queue.idle();
    expect(most).toBe(1);
  });

  it("lets a busy group not starve the others", async () => {
    const { queue, add } = await queueOn(await open(), { concurrency: 4, groupConcurrency: 3 });
    const done: string[] = [];
    let busy = 0;
    let most = 0;
    await Promise.all(Array.from({ length: 300 }, (_, i) => add(`busy ${i}`, { group: "busy" })));
    await Promise.all(Array.from({ length: 5 }, (_, i) => add(`small ${i}`, { group: "small" })));
    queue.start(async (value) => {
      if (value.startsWith("busy")) most = Math.max(most, ++busy);
      await sleep(2);
      if (value.startsWith("busy")) busy--;
      done.push(value);
    });
    await queue.idle();
    expect(done).toHaveLength(305);
    expect(most).toBeLessThanOrEqual(3);
    expect(done.findLastIndex((value) => value.startsWith("small"))).toBeLessThan(40);
  });

  it("hands work of a higher priority out first", async () => {
    const { queue, add } = await queueOn(await open(), { concurrency: 1 });
    const done: string[] = [];
    await add("back-fill 1", { priority: -1 });
    await add("back-fill 2", { priority: -1 });
    await add("push");
    await add("urgent", { key: "back-fill 2", priority: 5 });
    queue.start(async (value) => void done.push(value));
    await queue.idle();
    expect(done).toEqual(["back-fill 2+urgent", "push", "back-fill 1"]);
  });

  it("tries again with patience, counts the attempts, and gives up in the end", async () => {
    const waits: number[] = [];
    const backoff = (attempt: number) => {
      waits.push(attempt);
      return 20;
    };
    const { queue, add, dropped } = await queueOn(await open(), { attempts: 3, backoff });
    const attempts: number[] = [];
    const at: number[] = [];
    queue.start(async (_, turn) => {
      attempts.push(turn.attempt);
      at.push(Date.now());
      throw new Error("no");
    });
    await add("x");
    await queue.idle();
    expect(attempts).toEqual([1, 2, 3]);
    expect(waits).toEqual([2, 3]);
    expect(at[2]! - at[0]!).toBeGreaterThanOrEqual(40);
    expect(dropped).toEqual([["x", "Error: no"]]);
    expect(await queue.counts()).toMatchObject({ waiting: 0, running: 0, dead: 1 });
  });

  it("runs what is added under a key that waits for another attempt at once, merged", async () => {
    const { queue, add } = await queueOn(await open(), { backoff: () => 60_000 });
    const done: string[] = [];
    queue.start(async (value) => {
      done.push(value);
      if (value === "a") throw new Error("not yet");
    });
    await add("a", { key: "k" });
    while (done.length === 0 || (await queue.counts()).running > 0) await sleep(5);
    await add("b", { key: "k" });
    await queue.idle();
    expect(done).toEqual(["a", "a+b"]);
  });

  it("gives up at once when trying again cannot help, even if telling so fails", async () => {
    let attempts = 0;
    const onGiveUp = async () => {
      throw new Error("cannot tell either");
    };
    const { queue, add } = await queueOn(await open(), { onGiveUp });
    queue.start(async () => {
      attempts++;
      throw new GiveUp("gone\0");
    });
    await add("x");
    await queue.idle();
    expect(attempts).toBe(1);
  });

  it("pauses a whole group when its rate limit asks for it, and only that group", async () => {
    const { queue, add } = await queueOn(await open(), { attempts: 1 });
    const done: [string, number][] = [];
    const start = Date.now();
    let isLimited = true;
    queue.start(async (value) => {
      if (value.startsWith("limited") && isLimited) {
        isLimited = false;
        throw new RetryLater("limit", 1.5, { isPause: true });
      }
      done.push([value, Date.now() - start]);
    });
    await add("limited 1", { group: "limited" });
    while (isLimited || (await queue.counts()).running > 0) await sleep(5);
    await add("limited 2", { group: "limited" });
    await add("free", { group: "free" });
    await queue.idle();
    const at = Object.fromEntries(done);
    expect(at.free).toBeLessThan(at["limited 1"]!);
    expect(at["limited 1"]).toBeGreaterThanOrEqual(1500);
    expect(at["limited 2"]).toBeGreaterThanOrEqual(1500);
  });

  it("pauses one key alone where only that has a reason to wait", async () => {
    const { queue, add } = await queueOn(await open(), { attempts: 1 });
    const done: string[] = [];
    let isEarly = true;
    queue.start(async (value) => {
      if (value === "early" && isEarly) {
        isEarly = false;
        throw new RetryLater("too early", 1, { isPause: true, isAlone: true });
      }
      done.push(value);
    });
    await add("early", { key: "early", group: "one" });
    while (isEarly || (await queue.counts()).running > 0) await sleep(5);
    await add("other", { key: "other", group: "one" });
    await queue.idle();
    expect(done).toEqual(["other", "early"]);
  });

  it("does not pause for ever", async () => {
    const { queue, add, dropped } = await queueOn(await open(), { attempts: 1 });
    let pauses = 0;
    queue.start(async () => {
      pauses++;
      throw new RetryLater("limit", 0, { isPause: true });
    });
    await add("x");
    await queue.idle();
    expect([pauses, dropped.length]).toEqual([10, 1]);
  });

  it("keeps what was given up: it can be read, done again, and thrown away", async () => {
    const { queue, add } = await queueOn(await open());
    let isBroken = true;
    const done: string[] = [];
    queue.start(async (value) => {
      if (isBroken) throw new GiveUp("broken");
      done.push(value);
    });
    await queue.add("d1", [owed("a", { key: "k" })]);
    await queue.idle();
    await add("other");
    await queue.idle();
    const letters = await queue.deadLetters();
    expect(letters.map(({ key, value, reason, attempts }) => [key, value, reason, attempts])).toEqual([
      ["other", "other", "GiveUp: broken", 1],
      ["k", "a", "GiveUp: broken", 1],
    ]);
    expect(letters[1]).toMatchObject({ group: "g", deliveries: ["d1"] });
    expect(await queue.known(["d1"])).toEqual(new Set());
    expect(await queue.discard([letters[0]!.id])).toBe(1);
    isBroken = false;
    expect(await queue.revive([letters[1]!.id, letters[0]!.id])).toBe(1);
    await queue.idle();
    expect(done).toEqual(["a"]);
    expect(await queue.deadLetters()).toEqual([]);
    expect(await queue.known(["d1"])).toEqual(new Set(["d1"]));
  });

  it("owes a delivery again that is delivered again after its work was given up", async () => {
    const { queue } = await queueOn(await open());
    let isBroken = true;
    const done: string[] = [];
    queue.start(async (value) => {
      if (isBroken) throw new GiveUp("broken");
      done.push(value);
    });
    await queue.add("d1", [owed("a")]);
    await queue.idle();
    isBroken = false;
    expect(await queue.add("d1", [owed("a")])).toBe("taken");
    await queue.idle();
    expect(done).toEqual(["a"]);
    expect(await queue.add("d1", [owed("a")])).toBe("known");
  });

  it("finishes what runs before it stops, hands back the rest, and takes nothing more", async () => {
    const database = await open();
    const { queue, add } = await queueOn(database, { concurrency: 1 });
    const begun: string[] = [];
    const done: string[] = [];
    queue.start(async (value) => {
      begun.push(value);
      await sleep(50);
      done.push(value);
    });
    await add("a");
    await add("b");
    // What is claimed and has not begun yet is handed back too.
    while (begun.length === 0) await sleep(1);
    const left = queue.drain(5_000);
    await expect(add("c")).rejects.toThrow(QueueClosed);
    expect(await left).toBe(1);
    expect(done).toEqual(["a"]);
    const next = await queueOn(database);
    next.queue.start(async (value) => void done.push(value));
    await next.queue.idle();
    expect(done).toEqual(["a", "b"]);
  });

  it("stops when its time is up, and hands back what still runs", async () => {
    const database = await open();
    const { queue, add } = await queueOn(database);
    queue.start(() => sleep(300));
    await add("a");
    await add("b", { lane: "a" });
    while ((await queue.counts()).running < 2) await sleep(1);
    expect(await queue.drain(10)).toBe(2);
    const next = await queueOn(database);
    const done: string[] = [];
    next.queue.start(async (value) => void done.push(value));
    await next.queue.idle();
    expect(done.toSorted()).toEqual(["a", "b"]);
    await sleep(300);
  });

  it("counts what waits and how long the oldest has waited, less what is not due yet", async () => {
    const { queue, add } = await queueOn(await open(), { backoff: () => 60_000 });
    expect(await queue.counts()).toEqual({ waiting: 0, running: 0, dead: 0, lag: 0 });
    await add("a");
    await add("b");
    await sleep(30);
    const counts = await queue.counts();
    expect(counts).toMatchObject({ waiting: 2, running: 0, dead: 0 });
    expect(counts.lag).toBeGreaterThan(0.02);
    let failures = 0;
    queue.start(async () => {
      failures++;
      throw new Error("later");
    });
    while (failures < 2 || (await queue.counts()).running > 0) await sleep(5);
    expect(await queue.counts()).toEqual({ waiting: 2, running: 0, dead: 0, lag: 0 });
  });

  it("forgets deliveries after eight days, but none whose work is owed", async () => {
    const database = await open();
    const { queue } = await queueOn(database);
    await queue.add("old and done", []);
    await queue.add("old and owed", [owed("a")]);
    await queue.add("young", []);
    await database.query("UPDATE openness.deliveries SET taken_at = now() - interval '9 days' WHERE id LIKE 'old%'");
    expect(await queue.prune()).toBe(1);
    expect(await queue.known(["old and done", "old and owed", "young"])).toEqual(new Set(["old and owed", "young"]));
  });

  it("does what is owed even where its turn was lost", async () => {
    const database = await open();
    const { queue, add } = await queueOn(database);
    await add("a");
    await database.query("DELETE FROM openness_queue.job");
    const done: string[] = [];
    queue.start(async (value) => void done.push(value));
    await queue.prune();
    await queue.idle();
    expect(done).toEqual(["a"]);
  });
});
