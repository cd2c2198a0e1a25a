/** A queue of words for tests. */
import { onTestFinished } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { DurableQueue, type DurableQueueOptions } from "../../src/queue/durable-queue.ts";
import type { Owed } from "../../src/queue/queue.ts";

let deliveries = 0;

/** Opens a queue that joins words with "+", fails quickly, and is drained after the test. */
export async function queueOn(database: Database, options: Partial<DurableQueueOptions<string>> = {}) {
  const dropped: [string, string][] = [];
  const queue = await DurableQueue.open<string>(database, {
    merge: (earlier, later) => `${earlier}+${later}`,
    onGiveUp: (value, error) => void dropped.push([value, String(error)]),
    backoff: () => 1,
    poll: 100,
    ...options,
  });
  onTestFinished(async () => void (await queue.drain(0)));
  /** Owes one word by a delivery of its own. */
  const add = (value: string, more: Partial<Owed<string>> = {}) => {
    deliveries += 1;
    return queue.add(`delivery ${deliveries}`, [owed(value, more)]);
  };
  return { queue, add, dropped };
}

export function owed(value: string, more: Partial<Owed<string>> = {}): Owed<string> {
  const key = more.key ?? value;
  return { key, lane: key, group: "g", value, ...more };
}
