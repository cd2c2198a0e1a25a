import { setImmediate as turn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { GroupCommit } from "../../src/queue/group-commit.ts";

/** Writes at once, as the embedded database does: the thread is busy, and then it is done. */
function writer(most: number) {
  const batches: (readonly number[])[] = [];
  const group = new GroupCommit<number, number>(
    async (items) => {
      batches.push(items);
      return items.map((item) => item * 2);
    },
    { most, isShared: () => false },
  );
  return { group, batches };
}

async function addOneEachTurn(group: GroupCommit<number, number>, count: number): Promise<number[]> {
  const added: Promise<number>[] = [];
  for (let i = 0; i < count; i += 1) {
    added.push(group.add(i));
    await turn();
  }
  return await Promise.all(added);
}

describe("writes that are committed in groups", () => {
  it("wait for what is about to arrive, even where writing leaves the thread no time for it", async () => {
    const { group, batches } = writer(100);
    expect(await addOneEachTurn(group, 12)).toEqual(Array.from({ length: 12 }, (_, i) => i * 2));
    expect(batches.length).toBeLessThanOrEqual(2);
    expect(batches.flat()).toEqual(Array.from({ length: 12 }, (_, i) => i));
  });

  it("do not wait for ever where more and more arrives", async () => {
    const { group, batches } = writer(1_000);
    await addOneEachTurn(group, 200);
    expect(batches.length).toBeGreaterThan(4);
    expect(Math.max(...batches.map(({ length }) => length))).toBeLessThan(60);
  });

  it("are never more at once than may be", async () => {
    const { group, batches } = writer(5);
    await Promise.all(Array.from({ length: 12 }, (_, i) => group.add(i)));
    expect(batches.map(({ length }) => length)).toEqual([5, 5, 2]);
  });

  it("are tried one by one where one of them cannot be written, so that the others are", async () => {
    const group = new GroupCommit<number, number>(
      async (items) => {
        if (items.includes(3)) throw new Error("three cannot be written");
        return [...items];
      },
      { most: 100, isShared: () => false },
    );
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map((item) => group.add(item)));
    expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected", "fulfilled"]);
  });
});
