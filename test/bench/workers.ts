import { hasPostgres } from "../database/server.ts";
import type { Role } from "../e2e/durable/app-process.ts";
import type { Bench } from "./bench.ts";
import { NO_POSTGRES, withEngine } from "./engines.ts";
import { openReleases, withApp } from "./releases.ts";

const REPOSITORIES = 150;
const WARM_UP = 20;
/** What github.com takes to answer, in milliseconds. */
const LATENCY = 150;
const CREWS: readonly (readonly Role[])[] = [
  ["web", "worker"],
  ["web", "worker", "worker"],
];

export const workersBench: Bench = {
  name: "workers",
  what: `cold audits a second by one worker and by two on PostgreSQL, against a local GitHub that answers at once and after ${LATENCY} ms`,
  async run() {
    if (!hasPostgres) return [NO_POSTGRES];
    const lines: string[] = [];
    for (const latency of [0, LATENCY]) {
      const rates: number[] = [];
      for (const crew of CREWS)
        rates.push(await withEngine("PostgreSQL", (settings) => measure(crew, latency, settings)));
      const [one, two] = rates as [number, number];
      lines.push(
        `GitHub answers ${latency === 0 ? "at once      " : `after ${latency} ms`} one worker ${one.toFixed(1)} a second · two ${two.toFixed(1)} · ${(two / one).toFixed(2)} times`,
      );
    }
    return lines;
  },
};

async function measure(
  roles: readonly Role[],
  latency: number,
  settings: Readonly<Record<string, string>>,
): Promise<number> {
  const releases = await openReleases(REPOSITORIES + WARM_UP);
  const { github, commits } = releases;
  try {
    return await withApp(releases, roles, settings, async (repositories) => {
      const pushAll = (to: typeof repositories) =>
        Promise.all(to.map((repository) => releases.push(repository, commits.first)));
      await pushAll(repositories.slice(0, WARM_UP));
      if (latency > 0)
        github.fault({ match: {}, kind: "slow", milliseconds: latency, times: Number.POSITIVE_INFINITY });
      const start = performance.now();
      await pushAll(repositories.slice(WARM_UP));
      return (REPOSITORIES * 1_000) / (performance.now() - start);
    });
  } finally {
    await releases.close();
  }
}
