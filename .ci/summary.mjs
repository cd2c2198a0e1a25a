// Prints the outcome of a test run: what failed, what was skipped, and the counts as the last line.
// Arguments: vitest's JSON report and its exit code.
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
let failed = named("failed").length + broken.length;
// Errors outside of tests, and files whose process died, are not in the report.
if (failed === 0 && process.argv[3] !== "0") {
  console.log("failed: the test runner itself, see its errors above");
  failed = 1;
}
console.log(`Tests: ${named("passed").length} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);
