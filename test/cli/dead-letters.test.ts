/** `openness dead-letters` and `openness migrate` on a real database, as a person runs them beside a server. */
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { deadLettersCommand } from "../../src/cli/dead-letters.ts";
import { migrateCommand } from "../../src/cli/migrate.ts";
import { openDatabase } from "../../src/database/open.ts";
import { DurableQueue } from "../../src/queue/durable-queue.ts";
import { GiveUp } from "../../src/queue/queue.ts";
import { DatabaseStore } from "../../src/store/database-store.ts";
import { type Job, jobFor, mergeJobs, owedFor } from "../../src/worker/job.ts";
import { dataDir, run } from "./on-database.ts";

const jobOn = (branch: string): Job =>
  jobFor(4001, { id: 7, owner: "lab", name: "tiny", isPrivate: false }, `delivery-${branch}`, {
    head: "a".repeat(40),
    branch,
    wantsCheck: true,
  });

/** Runs a queue in the folder until nothing is owed, and tells which branches it was handed. */
async function work(directory: string, add: readonly string[], handle: () => void): Promise<string[]> {
  const database = await openDatabase({ dataDir: directory });
  const queue = await DurableQueue.open<Job>(database, { merge: mergeJobs, onGiveUp: () => {} });
  const done: string[] = [];
  for (const branch of add) await queue.add(`delivery-${branch}`, [owedFor(jobOn(branch))]);
  queue.start(async ({ branch }) => {
    done.push(branch ?? "");
    handle();
  });
  await queue.idle();
  await queue.drain(1_000);
  await database.close();
  return done.toSorted();
}

describe("openness dead-letters", () => {
  it("shows what was given up and why, has it done again, and throws it away", async () => {
    const directory = await dataDir();
    expect(await run(deadLettersCommand)).toBe("Nothing was given up.\n");
    const refuse = () => {
      throw new GiveUp("the repository\u001b[2J cannot be read");
    };
    expect(await work(directory, ["main", "next"], refuse)).toEqual(["main", "next"]);
    const list = await run(deadLettersCommand);
    expect(list).toMatch(
      /^\d+ {2}\d{4}-\d\d-\d\d \d\d:\d\dZ {2}lab\/tiny refs\/heads\/(?:main|next) {2}after 1 attempt$/m,
    );
    expect(list).toContain("the repository [2J cannot be read");
    expect(list).not.toContain("\u001b");
    const id = /^(\d+) .*refs\/heads\/next/m.exec(list)?.[1] ?? "";
    expect(await run(deadLettersCommand, "--discard", id)).toBe("One piece of work is thrown away.\n");
    expect(await run(deadLettersCommand, "--retry")).toBe("One piece of work is owed again.\n");
    expect(await work(directory, [], () => {})).toEqual(["main"]);
    expect(await run(deadLettersCommand)).toBe("Nothing was given up.\n");
  });

  it("says what is wrong with its arguments before it opens anything", async () => {
    vi.stubEnv("DATA_DIR", "/nowhere");
    for (const [args, complaint] of [
      [["--discard"], "--discard needs the ids"],
      [["7"], "Say what is to be done"],
      [["--retry", "--discard", "7"], "Choose one of"],
      [["--retry", "seven"], '"seven" is no id'],
    ] as const)
      await expect(run(deadLettersCommand, ...args)).rejects.toThrow(complaint);
  });
});

describe("openness migrate", () => {
  it("makes the tables of a database that is new, and may be repeated", async () => {
    const directory = await dataDir();
    for (let times = 0; times < 2; times++) expect(await run(migrateCommand)).toContain("this version needs");
    const database = await openDatabase({ dataDir: directory });
    onTestFinished(() => database.close());
    expect(await new DatabaseStore(database).backfills()).toEqual([]);
    expect(await database.query("SELECT 1 AS one FROM openness.owed")).toEqual([]);
  });
});
