import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { MemoryQueue, type MemoryQueueOptions } from "../../src/queue/memory-queue.ts";
import { GiveUp, QueueClosed, RetryLater } from "../../src/queue/queue.ts";

function queueOf(options: Partial<MemoryQueueOptions<string>> = {}) {
  const dropped: string[] = [];
  const queue = new MemoryQueue<string>({
    merge: (earlier, later) => `${earlier}+${later}`,
    onGiveUp: (value) => void dropped.push(value),
    backoff: () => 1,
    ...options,
  });
  const add = (value: string, key = value, lane = key, group = "g") => queue.add({ key, lane, group, value });
  return { queue, add, dropped };
}

describe("the queue", () => {
  it("makes one of what waits for the same thing", async () => {
    const { queue, add } = queueOf();
    await add("push", "k");
    await add("pull", "k");
    await add("other");
    const done: string[] = [];
    queue.start(async (value) => void done.push(value));
    await queue.idle();
    expect(done.toSorted()).toEqual(["other", "push+pull"]);
  });

  it("runs work that comes while the same thing runs, afterwards and once", async () => {
    const { queue, add } = queueOf();
    const done: string[] = [];
    queue.start(async (value) => {
      await sleep(10);
      done.push(value);
    });
    await add("a", "k");
    await sleep(2);
    await add("b", "k");
    await add("c", "k");
    await queue.idle();
    expect(done).toEqual(["a", "b+c"]);
  });

  it("never runs two things of one lane at once", async () => {
    const { queue, add } = queueOf();
    let running = 0;
    let most = 0;
    queue.start(async () => {
      most = Math.max(most, ++running);
      await sleep(2);
      running--;
    });
    for (let i = 0; i < 10; i++) await add(`job ${i}`, `job ${i}`, "repository");
    await queue.idle();
    expect(most).toBe(1);
  });

  it("lets a busy group not starve the others", async () => {
    const { queue, add } = queueOf({ concurrency: 4, groupConcurrency: 3 });
    const done: string[] = [];
    queue.start(async (value) => {
      await sleep(2);
      done.push(value);
    });
    for (let i = 0; i < 30; i++) await add(`busy ${i}`, `busy ${i}`, `busy ${i}`, "busy");
    await add("small", "small", "small", "small");
    await queue.idle();
    expect(done.indexOf("small")).toBeLessThan(6);
  });

  it("tries again with patience, and gives up in the end", async () => {
    const { queue, add, dropped } = queueOf({ attempts: 3 });
    let attempts = 0;
    queue.start(async () => {
      attempts++;
      throw new Error("no");
    });
    await add("x");
    await queue.idle();
    expect([attempts, dropped]).toEqual([3, ["x"]]);
  });

  it("gives up at once when trying again cannot help, even if telling so fails", async () => {
    let attempts = 0;
    const { queue, add } = queueOf({
      onGiveUp: async () => {
        throw new Error("cannot tell either");
      },
    });
    queue.start(async () => {
      attempts++;
      throw new GiveUp("gone");
    });
    await add("x");
    await queue.idle();
    expect(attempts).toBe(1);
  });

  it("pauses a whole group when its rate limit asks for it, and only that group", async () => {
    const { queue, add } = queueOf({ attempts: 1 });
    const done: [string, number][] = [];
    const start = Date.now();
    let isLimited = true;
    queue.start(async (value) => {
      if (value.startsWith("limited") && isLimited) {
        isLimited = false;
        throw new RetryLater("limit", 0.1, { isPause: true });
      }
      done.push([value, Date.now() - start]);
    });
    await add("limited 1", "1", "1", "limited");
    await sleep(5);
    await add("limited 2", "2", "2", "limited");
    await add("free", "3", "3", "free");
    await queue.idle();
    const at = Object.fromEntries(done);
    expect(at.free).toBeLessThan(80);
    expect(at["limited 1"]).toBeGreaterThanOrEqual(90);
    expect(at["limited 2"]).toBeGreaterThanOrEqual(90);
  });

  it("finishes what is owed before it stops, and takes nothing more", async () => {
    const { queue, add } = queueOf();
    const done: string[] = [];
    queue.start(async (value) => {
      await sleep(10);
      done.push(value);
    });
    await add("a");
    await add("b", "b", "a");
    const left = queue.drain(1000);
    await expect(add("c")).rejects.toThrow(QueueClosed);
    expect(await left).toBe(0);
    expect(done).toEqual(["a", "b"]);
  });

  it("stops when its time is up, and says how much it leaves", async () => {
    const { queue, add } = queueOf();
    queue.start(() => sleep(60));
    await add("a");
    await add("b", "b", "a");
    expect(await queue.drain(10)).toBe(2);
    await sleep(70);
    expect(queue.counts()).toEqual({ waiting: 1, running: 0 });
  });
});
