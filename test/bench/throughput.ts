import { readFile } from "node:fs/promises";
import { auditOf } from "../auditing.ts";
import { MODEL } from "../e2e/stage.ts";
import type { Repository } from "../github/world.ts";
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
    return await withApp(releases, ["serve"], settings, async (repositories, [app]) => {
      const { first, moved, same } = releases.commits;
      const measured = repositories.slice(WARM_UP);
      await pushAll(releases, app?.pid, repositories.slice(0, WARM_UP), first);
      const cold = await pushAll(releases, app?.pid, measured, first);
      const reordered = await pushAll(releases, app?.pid, measured, moved);
      const known: Round[] = [];
      for (const commit of same) known.push(await pushAll(releases, app?.pid, measured, commit));
      const best = known.toSorted((a, b) => a.milliseconds - b.milliseconds)[Math.floor(known.length / 2)]!;
      const say = ({ milliseconds, requests, app, github }: Round) =>
        `${perSecond(REPOSITORIES, milliseconds)} a second (each ${requests} requests, ${app} ms of a core, and ${github} of the local GitHub)`;
      return [
        `${engine.padEnd(11)} nothing known ${say(cold)} · new tree of known files ${say(reordered)} · tree known ${say(best)}`,
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
  /** Milliseconds of a core for each audit, taken by the App; whoever else uses the machine does not change them much. */
  readonly app: string;
  /** The same of this process: the local GitHub, and whoever delivers. */
  readonly github: string;
}

async function pushAll(
  { github, push }: Releases,
  pid: number | undefined,
  to: readonly Repository[],
  commit: string,
): Promise<Round> {
  github.resetRequests();
  const [appBefore, ours] = [await coreMilliseconds(pid), process.cpuUsage()];
  const start = performance.now();
  await Promise.all(to.map((repository) => push(repository, commit)));
  const milliseconds = performance.now() - start;
  const { user, system } = process.cpuUsage(ours);
  const asked = github.requests.filter(({ operation }) => !operation.includes("access_tokens")).length;
  const each = (total: number) => (total / to.length).toFixed(1);
  return {
    milliseconds,
    requests: each(asked),
    app: each((await coreMilliseconds(pid)) - appBefore),
    github: each((user + system) / 1_000),
  };
}

/** Milliseconds of a core that a process took so far, by proc(5): fields 14 and 15, in hundredths of a second. Linux alone tells. */
async function coreMilliseconds(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const perSecond = (count: number, milliseconds: number): string => String(Math.round((count * 1000) / milliseconds));
