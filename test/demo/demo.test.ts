import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";

const DEMO = join(import.meta.dirname, "demo.ts");

/** Starts the demo with a temporary folder of its own, so that what it leaves behind can be seen. */
function startDemo(...args: string[]) {
  const temporary = mkdtempSync(join(tmpdir(), "openness-demo-test-"));
  const child: ChildProcess = spawn(process.execPath, [DEMO, ...args], {
    env: { ...process.env, TMPDIR: temporary, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const listeners: (() => void)[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output += chunk.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  onTestFinished(async () => {
    // Never SIGKILL: the demo could not take its App along. The second request is obeyed at once.
    for (let attempt = 0; attempt < 2 && child.exitCode === null && child.signalCode === null; attempt += 1) {
      child.kill("SIGTERM");
      await Promise.race([ended, delay(7000)]);
    }
    rmSync(temporary, { recursive: true, force: true });
  });
  return {
    child,
    ended,
    output: () => output,
    left: () => readdirSync(temporary).filter((name) => name.startsWith("openness-")),
    seen: (pattern: RegExp) =>
      new Promise<RegExpExecArray>((resolve) => {
        const look = (): void => {
          const found = pattern.exec(output);
          if (found !== null) resolve(found);
        };
        listeners.push(look);
        look();
      }),
  };
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe("the demo", { timeout: 120_000 }, () => {
  it("shows the push, the pull request and the command, and leaves nothing behind", async () => {
    const demo = startDemo("--once");
    expect(await demo.ended, demo.output()).toBe(0);
    const output = demo.output();
    expect(output).toContain("Class III");
    expect(output).toMatch(/Data card +❌ missing/);
    expect(output).toMatch(/Data card: missing → open/);
    expect(output).toMatch(/Model parameters \(Fin.* restricted/);
    expect(output).toContain("openness[bot] wrote on #1");
    expect(output).toContain("openness[bot] reacted with +1");
    expect(output).toContain("0 of which GitHub's own description");
    const [, folder] = /Its database is in (\S+), a folder that is removed at the end/.exec(output) ?? [];
    expect(folder).toContain("openness-demo-");
    expect(demo.left()).toEqual([]);
    expect(isAlive(Number(/The App, process (\d+)/.exec(output)?.[1]))).toBe(false);
  });

  it("ends the App and cleans up when it is interrupted", async () => {
    const demo = startDemo();
    const [, pid] = await demo.seen(/The App, process (\d+)/);
    demo.child.kill("SIGINT");
    expect(await demo.ended).toBe(130);
    expect(isAlive(Number(pid))).toBe(false);
    expect(demo.left()).toEqual([]);
  });

  it("keeps its pages open until it is interrupted", async () => {
    const demo = startDemo("--port", "0");
    const [, url] = await demo.seen(/stay open at (\S+)\./);
    const html = await (await fetch(String(url).replace(/\. End.*/, ""))).text();
    expect(html).toContain("Add a data card");
    demo.child.kill("SIGTERM");
    expect(await demo.ended).toBe(0);
    expect(demo.left()).toEqual([]);
  });

  it("works on a repository of this machine without changing it, and says when it holds no model", async () => {
    const folder = mkdtempSync(join(tmpdir(), "openness-demo-repository-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const git = (...args: string[]): string => {
      const who = ["-c", "user.name=Ada", "-c", "user.email=ada@example.org"];
      return execFileSync("git", [...who, "-C", folder, ...args], { encoding: "utf8" });
    };
    git("init", "--quiet", "--initial-branch=trunk");
    writeFileSync(join(folder, "index.js"), "export const one = 1;\n");
    git("add", "index.js");
    git("commit", "--quiet", "-m", "One");
    const before = [git("for-each-ref"), git("count-objects"), readFileSync(join(folder, ".git/config"), "utf8")];
    const demo = startDemo("--once", "--repo", folder);
    expect(await demo.ended, demo.output()).toBe(0);
    expect(demo.output()).toContain("A push to trunk");
    expect(demo.output()).toContain("does not hold a model");
    expect(demo.output()).toContain("reacted with +1");
    expect([git("for-each-ref"), git("count-objects"), readFileSync(join(folder, ".git/config"), "utf8")]).toEqual(
      before,
    );
    expect(demo.left()).toEqual([]);
  });

  it("says what is wrong with its arguments", async () => {
    const help = startDemo("--help");
    expect([await help.ended, help.output()]).toEqual([0, expect.stringContaining("--repo PATH")]);
    const unknown = startDemo("--twice");
    expect([await unknown.ended, unknown.output()]).toEqual([2, expect.stringContaining("--twice")]);
    const missing = startDemo("--once", "--repo", "/nowhere/at/all");
    expect([await missing.ended, missing.output()]).toEqual([2, expect.stringContaining("not a git repository")]);
  });
});
