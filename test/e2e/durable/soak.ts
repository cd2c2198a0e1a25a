/**
 * Memory over many deliveries: `npm run soak -- [postgres|embedded] [deliveries]`, 20,000 where left out.
 * The first 1,800 are audited in full; the rest push branches to and fro between commits that have their check run, which
 * goes through intake, queue and worker and writes nothing. Exits with 1 where the last quarter takes over a tenth more
 * memory than the second. The lowest heap of each quarter is what is left after collection: it tells a leak from garbage.
 */
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startPostgres } from "../../database/server.ts";
import { startGitHub } from "../../github/server.ts";
import { manifest } from "../stage.ts";
import { freePort, startApp, statusOf, untilNothingIsOwed } from "./app-process.ts";
import { addLaboratories, deliverAll, type Happening, type Sent } from "./laboratories.ts";

const REPOSITORIES = 600;
const engine = process.argv.includes("embedded") ? "embedded" : "postgres";
const deliveries = Number(process.argv.find((one) => /^\d+$/.test(one)) ?? 20_000);

/** Megabytes that the process has in memory; Linux tells. */
async function megabytesOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8");
  return Number(/^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1] ?? Number.NaN) / 1024;
}

/** Megabytes of the heap in use, as its metrics tell; garbage that was not collected yet included. */
async function heapOf(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  return Number(/^nodejs_heap_size_used_bytes (\S{1,30})$/m.exec(text)?.[1] ?? Number.NaN) / 1024 ** 2;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const dataDir = await mkdtemp(join(tmpdir(), "openness-soak-"));
const server = engine === "embedded" ? undefined : await startPostgres();
const { default_permissions: permissions, default_events: events } = manifest();
const github = await startGitHub({ permissions, events });
const laboratories = await addLaboratories(github, REPOSITORIES);
const port = await freePort();
const app = startApp("serve", {
  ...github.environment,
  ...(server === undefined ? { DATA_DIR: dataDir } : { DATABASE_URL: server.url("postgres") }),
  PORT: String(port),
  LOG_LEVEL: "warn",
});
const sent: Sent = { accepted: 0, refused: 0 };
const quarters: number[][] = [[], [], [], []];
const heaps: number[][] = [[], [], [], []];
let isOver = false;
try {
  for (const end = Date.now() + 30_000; (await statusOf(port, "/readyz")) !== 200; await sleep(50))
    if (Date.now() > end) throw new Error(`it did not start: ${app.output()}`);
  github.setWebhook(`http://127.0.0.1:${port}/api/github/webhooks`);
  const happenings: Happening[] = [...laboratories.happenings(Math.min(deliveries, REPOSITORIES * 3))];
  for (let i = 0; happenings.length < deliveries; i++) {
    const repository = laboratories.repositories[i % REPOSITORIES]!;
    happenings.push({ event: "push", payload: () => laboratories.pushAgain(repository) });
  }
  const started = performance.now();
  const watching = (async () => {
    while (!isOver) {
      const quarter = Math.min(3, Math.floor((sent.accepted / deliveries) * 4));
      quarters[quarter]!.push(await megabytesOf(app.pid!));
      heaps[quarter]!.push(await heapOf(port));
      // The local GitHub remembers every request; it is not what is measured.
      github.resetRequests();
      await sleep(500);
    }
  })();
  await deliverAll(github, happenings, sent);
  const owed = await untilNothingIsOwed(port, 1_800_000);
  isOver = true;
  await watching;
  const seconds = (performance.now() - started) / 1000;
  const [first, second, third, last] = quarters.map(median) as [number, number, number, number];
  console.log(engine, JSON.stringify({ ...sent, seconds, owed, checkRuns: github.checkRuns.length }));
  console.log(`megabytes by quarter: ${[first, second, third, last].map((one) => one.toFixed(0)).join(", ")}`);
  console.log(`lowest heap by quarter: ${heaps.map((some) => Math.min(...some).toFixed(0)).join(", ")}`);
  console.log(`the last quarter takes ${(last / second).toFixed(3)} times as much as the second`);
  if (!(last / second <= 1.1)) process.exitCode = 1;
} finally {
  isOver = true;
  await app.end("SIGKILL");
  await github.close();
  await laboratories.remove();
  await server?.remove();
  await rm(dataDir, { recursive: true, force: true });
}
