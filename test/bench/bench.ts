/**
 * `npm run bench`: what the project's speed and economy are, each beside a floor or a peer measured in the same run.
 * Figures are medians; the machine is shared, so compare the ratios.
 */
import { parseArgs } from "node:util";
import { auditBench } from "./audit.ts";
import { growthBench } from "./growth.ts";
import { licenseBench } from "./licenses.ts";
import { requestBench } from "./requests.ts";

export interface Bench {
  readonly name: string;
  /** What is measured, in one sentence. */
  readonly what: string;
  /** The lines to print. */
  run(): Promise<readonly string[]>;
}

const BENCHES: readonly Bench[] = [auditBench, growthBench, licenseBench, requestBench];

const { values } = parseArgs({ options: { only: { type: "string" }, help: { type: "boolean", short: "h" } } });
if (values.help === true) {
  console.log(
    `Usage: npm run bench [-- --only NAME]\n\n${BENCHES.map(({ name, what }) => `  ${name.padEnd(10)} ${what}`).join("\n")}`,
  );
  process.exit(0);
}
const chosen = BENCHES.filter(({ name }) => values.only === undefined || name === values.only);
if (chosen.length === 0) {
  console.error(`There is no bench "${values.only}": choose ${BENCHES.map(({ name }) => name).join(", ")}.`);
  process.exit(2);
}
for (const bench of chosen) {
  console.log(`${bench.name}: ${bench.what}`);
  for (const line of await bench.run()) console.log(`  ${line}`);
}
