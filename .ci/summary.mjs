// Prints the outcome of a test run from vitest's JSON report: what failed, what was skipped, and the counts as the last line.
import { readFileSync } from "node:fs";

let report;
try {
  report = JSON.parse(readFileSync(process.argv[2], "utf8"));
} catch {
  console.log("Tests: the run did not come to its end, see above");
  process.exit(1);
}
const tests = report.testResults.flatMap(({ name, assertionResults }) =>
  assertionResults.map(({ fullName, status }) => ({ file: name, fullName, status })),
);
const named = (status) => tests.filter((test) => test.status === status);
// A file that could not even be loaded has no tests to count.
const broken = report.testResults.filter(
  ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
);
const skipped = tests.length - named("passed").length - named("failed").length;
for (const { fullName } of named("failed")) console.log(`failed: ${fullName}`);
for (const { name } of broken) console.log(`failed: ${name} could not be run`);
for (const { fullName, status } of tests)
  if (status !== "passed" && status !== "failed") console.log(`skipped: ${fullName}`);
const failed = named("failed").length + broken.length;
console.log(`Tests: ${named("passed").length} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
