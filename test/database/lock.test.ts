import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { lockDirectory } from "../../src/database/lock.ts";
import { thisProcess } from "../../src/database/process-name.ts";

async function scratch(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "openness-lock-"));
  onTestFinished(() => rm(directory, { recursive: true, force: true }));
  return directory;
}

/** Another process that takes the lock and keeps it until it is killed. */
async function holder(directory: string) {
  const module = JSON.stringify(join(import.meta.dirname, "../../src/database/lock.ts"));
  const program = `const { lockDirectory } = await import(${module});
    await lockDirectory(${JSON.stringify(directory)}); console.log("held"); setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  return child;
}

async function lockOf(directory: string, held: object): Promise<void> {
  await writeFile(join(directory, "lock"), JSON.stringify({ ...thisProcess(), token: "theirs", ...held }));
}

describe("the lock of a directory", () => {
  it("refuses a second process, and names the first, the directory and what to do", async () => {
    const directory = await scratch();
    const child = await holder(directory);
    await expect(lockDirectory(directory)).rejects.toThrow(
      new RegExp(`${directory}.*process ${child.pid}\\b.*DATA_DIR.*DATABASE_URL`),
    );
  });

  it("is taken over at once from a process that was killed", async () => {
    const directory = await scratch();
    const child = await holder(directory);
    child.kill("SIGKILL");
    await once(child, "exit");
    const start = Date.now();
    const lock = await lockDirectory(directory);
    expect(Date.now() - start).toBeLessThan(1000);
    lock.release();
    expect(await readdir(directory)).toEqual([]);
  });

  it("is free after its release", async () => {
    const directory = await scratch();
    (await lockDirectory(directory)).release();
    (await lockDirectory(directory)).release();
    expect(await readdir(directory)).toEqual([]);
  });

  it("refuses a second database in the same process", async () => {
    const directory = await scratch();
    const lock = await lockDirectory(directory);
    await expect(lockDirectory(directory)).rejects.toThrow(`process ${process.pid}`);
    lock.release();
  });

  it("does not take another process for the holder because it has been given the same id", async () => {
    const directory = await scratch();
    await lockOf(directory, { started: "1" });
    (await lockDirectory(directory)).release();
  });

  it.each(["", "{", "null", "7"])(
    "is taken over, after a while, where it was cut short: %j",
    { timeout: 20_000 },
    async (text) => {
      const directory = await scratch();
      await writeFile(join(directory, "lock"), text);
      (await lockDirectory(directory, { silence: 200 })).release();
    },
  );

  it("refuses while a process on another machine shows that it lives", async () => {
    const directory = await scratch();
    await lockOf(directory, { pid: 12, host: "elsewhere", place: "elsewhere" });
    const beat = setInterval(
      () => void utimes(join(directory, "lock"), new Date(), new Date()).catch(() => undefined),
      500,
    );
    await expect(lockDirectory(directory, { silence: 2_000 })).rejects.toThrow("process 12 on elsewhere");
    clearInterval(beat);
  });

  it("is taken over from a process on another machine that has fallen silent", async () => {
    const directory = await scratch();
    await lockOf(directory, { pid: process.pid, host: "elsewhere", place: "elsewhere" });
    (await lockDirectory(directory, { silence: 200 })).release();
  });

  it("goes to one of several that find a dead process's lock", async () => {
    const directory = await scratch();
    await lockOf(directory, { pid: 4_194_304, started: "1" });
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => lockDirectory(directory)));
    const taken = outcomes.filter((outcome) => outcome.status === "fulfilled");
    expect(taken).toHaveLength(1);
    taken[0]?.value.release();
  });

  it("notices that it was taken while its process stood still", async () => {
    const directory = await scratch();
    const lock = await lockDirectory(directory, { beat: 50 });
    expect(lock.isLost).toBe(false);
    await lockOf(directory, { host: hostname() });
    await sleep(200);
    expect(lock.isLost).toBe(true);
    lock.release();
    expect(await readFile(join(directory, "lock"), "utf8")).toContain("theirs");
  });
});
