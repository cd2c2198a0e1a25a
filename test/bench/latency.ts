import { setTimeout as sleep } from "node:timers/promises";
import type { Bench } from "./bench.ts";
import { ENGINES, type Engine, NO_POSTGRES, withEngine } from "./engines.ts";
import { openReleases, withApp } from "./releases.ts";
import { atShare, median, ms } from "./timing.ts";

const RATE = 50;
/** Each is pushed to once: a push that is overtaken by the next one to its branch has no check run. */
const REPOSITORIES = 400;

export const latencyBench: Bench = {
  name: "latency",
  what: `from a delivery to its check run, ${RATE} pushes of known trees a second, against the local GitHub without latency`,
  async run() {
    const lines: string[] = [];
    for (const engine of ENGINES) lines.push(...(await withEngine(engine, (settings) => measure(engine, settings))));
    return ENGINES.length === 1 ? [...lines, NO_POSTGRES] : lines;
  },
};

async function measure(engine: Engine, settings: Readonly<Record<string, string>>): Promise<string[]> {
  const releases = await openReleases(REPOSITORIES, 1);
  try {
    return await withApp(releases, ["serve"], settings, async (repositories) => {
      const { commits } = releases;
      for (const commit of [commits.first, commits.moved])
        await Promise.all(repositories.map((repository) => releases.push(repository, commit)));
      await sleep(1_000);
      const due = commits.same.flatMap((commit) => repositories.map((repository) => ({ repository, commit })));
      const start = performance.now();
      const underWay = due.map(async ({ repository, commit }, i) => {
        await sleep(Math.max(0, start + (i * 1_000) / RATE - performance.now()));
        return releases.push(repository, commit);
      });
      const taken = await Promise.all(underWay);
      return [
        `${engine.padEnd(11)} median ${ms(median(taken))} · 99 of 100 within ${ms(atShare(taken, 0.99))} · ${taken.length} pushes`,
      ];
    });
  } finally {
    await releases.close();
  }
}
