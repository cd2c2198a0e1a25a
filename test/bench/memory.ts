import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import type { Role } from "../e2e/durable/app-process.ts";
import type { Bench } from "./bench.ts";
import { ENGINES, type Engine, NO_POSTGRES, withEngine } from "./engines.ts";
import { openReleases, withApp } from "./releases.ts";

const AUDITS = 100;
const SETTLED = 3_000;

export const memoryBench: Bench = {
  name: "memory",
  what: `megabytes that processes take of the machine: at rest, after ${AUDITS} cold audits, and at most; each started once before`,
  async run() {
    if (!existsSync("/proc/self/status")) return ["only Linux tells what a process takes"];
    const crews: readonly { engine: Engine; roles: readonly Role[] }[] = [
      ...ENGINES.map((engine) => ({ engine, roles: ["serve"] as const })),
      ...(ENGINES.includes("PostgreSQL") ? [{ engine: "PostgreSQL", roles: ["web", "worker"] } as const] : []),
    ];
    const lines: string[] = [];
    for (const { engine, roles } of crews)
      lines.push(...(await withEngine(engine, (settings) => measure(engine, roles, settings))));
    const bare = await bareNode();
    return [...lines, `a node that does nothing  ${bare}`, ...(ENGINES.length === 1 ? [NO_POSTGRES] : [])];
  },
};

async function measure(
  engine: Engine,
  roles: readonly Role[],
  settings: Readonly<Record<string, string>>,
): Promise<string[]> {
  const releases = await openReleases(AUDITS);
  const { github, commits } = releases;
  try {
    // The first start makes the database, which takes more than any later one.
    await withApp({ github, addRepositories: async () => [] }, roles, settings, async () => {});
    return await withApp(releases, roles, settings, async (repositories, processes) => {
      const atRest = await Promise.all(processes.map(({ pid }) => megabytesOf(pid)));
      await Promise.all(repositories.map((repository) => releases.push(repository, commits.first)));
      await sleep(SETTLED);
      const after = await Promise.all(processes.map(({ pid }) => megabytesOf(pid)));
      return roles.map((role, i) => {
        const [rest, then] = [atRest[i]!, after[i]!];
        return `${`openness ${role}`.padEnd(15)} ${engine.padEnd(11)} at rest ${rest.now} · after ${then.now} · at most ${then.most}`;
      });
    });
  } finally {
    await releases.close();
  }
}

/** Megabytes of a process, now and at most; Linux tells. */
async function megabytesOf(pid: number | undefined): Promise<{ readonly now: number; readonly most: number }> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  const of = (name: string) => Math.round(Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(status)?.[1]) / 1024);
  return { now: of("VmRSS"), most: of("VmHWM") };
}

async function bareNode(): Promise<string> {
  const node = spawn(process.execPath, ["--eval", "setInterval(() => {}, 1000); console.log('up')"], {
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = once(node, "exit");
  try {
    await once(node.stdout, "data");
    await sleep(SETTLED);
    return String((await megabytesOf(node.pid)).now);
  } finally {
    node.kill();
    await ended;
  }
}
