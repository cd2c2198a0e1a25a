import { auditOf } from "../auditing.ts";
import { MODEL } from "../e2e/stage.ts";
import type { Bench } from "./bench.ts";
import { ENGINES, type Engine, NO_POSTGRES, withEngine } from "./engines.ts";
import { openReleases, type Releases, withApp } from "./releases.ts";
import { timesOf } from "./timing.ts";

const REPOSITORIES = 200;
const WARM_UP = 20;
const ROUNDS = 3;

export const throughputBench: Bench = {
  name: "audits",
  what: `audits a second of ${REPOSITORIES} repositories pushed at once, from webhook to check run, against the local GitHub without latency; both share this machine`,
  async run() {
    const lines: string[] = [];
    for (const engine of ENGINES) lines.push(...(await withEngine(engine, (settings) => measure(engine, settings))));
    const files = Object.fromEntries(Object.entries(MODEL).map(([path, file]) => [path, String(file)]));
    await timesOf(WARM_UP, () => auditOf(files));
    const alone = await timesOf(REPOSITORIES, () => auditOf(files));
    const total = alone.reduce((all, one) => all + one, 0);
    lines.push(
      `the floor: ${perSecond(REPOSITORIES, total)} a second when the same files are audited in one process, in memory, with nothing around it`,
    );
    return ENGINES.length === 1 ? [...lines, NO_POSTGRES] : lines;
  },
};

async function measure(engine: Engine, settings: Readonly<Record<string, string>>): Promise<string[]> {
  const releases = await openReleases(REPOSITORIES + WARM_UP, ROUNDS);
  try {
    return await withApp(releases.github, ["serve"], settings, async () => {
      const { first, changed, same } = releases.commits;
      const measured = releases.repositories.slice(WARM_UP);
      await pushAll(releases, releases.repositories.slice(0, WARM_UP), first);
      const cold = await pushAll(releases, measured, first);
      const moved = await pushAll(releases, measured, changed);
      const known: Round[] = [];
      for (const commit of same) known.push(await pushAll(releases, measured, commit));
      const best = known.toSorted((a, b) => a.milliseconds - b.milliseconds)[Math.floor(known.length / 2)]!;
      const say = ({ milliseconds, requests }: Round) =>
        `${perSecond(REPOSITORIES, milliseconds)} a second (${requests} requests each)`;
      return [
        `${engine.padEnd(11)} nothing known ${say(cold)} · one file changed ${say(moved)} · tree known ${say(best)}`,
      ];
    });
  } finally {
    await releases.close();
  }
}

interface Round {
  readonly milliseconds: number;
  /** Requests to GitHub for each audit, without tokens. */
  readonly requests: string;
}

async function pushAll({ github, push }: Releases, to: Releases["repositories"], commit: string): Promise<Round> {
  github.resetRequests();
  const start = performance.now();
  await Promise.all(to.map((repository) => push(repository, commit)));
  const milliseconds = performance.now() - start;
  const asked = github.requests.filter(({ operation }) => !operation.includes("access_tokens")).length;
  return { milliseconds, requests: (asked / to.length).toFixed(1) };
}

const perSecond = (count: number, milliseconds: number): string => String(Math.round((count * 1000) / milliseconds));
