/**
 * `npm run bench`: what the project's speed and economy are, each beside a floor or a peer measured in the same run.
 * Figures are medians; the machine is shared, so compare the ratios.
 */
import { parseArgs } from "node:util";
import { auditBench } from "./audit.ts";
import { backfillBench } from "./backfill.ts";
import { growthBench } from "./growth.ts";
import { latencyBench } from "./latency.ts";
import { licenseBench } from "./licenses.ts";
import { memoryBench } from "./memory.ts";
import { queueBench } from "./queue.ts";
import { requestBench } from "./requests.ts";
import { throughputBench } from "./throughput.ts";
import { unreachableBench } from "./unreachable.ts";
import { webhookBench } from "./webhooks.ts";
import { workersBench } from "./workers.ts";

export interface Bench {
  readonly name: string;
  /** What is measured, in one sentence. */
  readonly what: string;
  /** The lines to print. */
  run(): Promise<readonly string[]>;
}

const BENCHES: readonly Bench[] = [
  auditBench,
  growthBench,
  licenseBench,
  webhookBench,
  throughputBench,
  latencyBench,
  workersBench,
  queueBench,
  memoryBench,
  requestBench,
  backfillBench,
  unreachableBench,
];

function chosenBenches(): readonly Bench[] {
  const { values } = parseArgs({ options: { only: { type: "string" }, help: { type: "boolean", short: "h" } } });
  if (values.help === true) {
    console.log(
      `Usage: npm run bench [-- --only NAME]\n\n${BENCHES.map(({ name, what }) => `  ${name.padEnd(11)} ${what}`).join("\n")}`,
    );
    return [];
  }
  const chosen = BENCHES.filter(({ name }) => values.only === undefined || name === values.only);
  if (chosen.length > 0) return chosen;
  throw new TypeError(`There is no bench "${values.only}": choose ${BENCHES.map(({ name }) => name).join(", ")}.`);
}

let chosen: readonly Bench[] = [];
try {
  chosen = chosenBenches();
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
for (const bench of chosen) {
  console.log(`${bench.name}: ${bench.what}`);
  for (const line of await bench.run()) console.log(`  ${line}`);
}
