/**
 * `npm run corpus -- DIR…`: audits repositories on this machine, shows what a change to a rule changes against the kept
 * summaries, and scores against labels where there are any. Each repository is audited at the commit of its label, else
 * of its summary, else at HEAD; as from the command line, without knowing what it is called on GitHub.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { audit } from "../../src/audit.ts";
import { ARTIFACT_IDS } from "../../src/evidence/artifacts/artifact.ts";
import { selectReads } from "../../src/evidence/files/select.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { gitSnapshot } from "../../src/snapshot/git.ts";
import { SnapshotError, takeSnapshot } from "../../src/snapshot/snapshot.ts";
import { type Checkout, findCheckouts } from "./checkouts.ts";
import { firstLookPath, goldenPath, readFirstLook, readGolden, readLabel } from "./files.ts";
import { differences, goldenOf, writtenGolden } from "./golden.ts";
import type { Golden, Label } from "./schemas.ts";
import { measures, ratio, type Score, score } from "./score.ts";

const USAGE = `Usage: npm run corpus -- DIR... [--update] [--details] [--first-look BATCH]

DIR is a git directory or work tree called OWNER+NAME or OWNER+NAME/repo, or a folder of such.

  --update            keep what the audit says now in fixtures/corpus
  --details           list each disagreement with the labels
  --first-look BATCH  record the figures in fixtures/labels/first-look.json: only for labels that no rule was made with

Exit code: 0; 1 when a summary changed and was not updated, something is falsely open, or a repository failed.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    update: { type: "boolean", default: false },
    details: { type: "boolean", default: false },
    "first-look": { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  },
});
if (values.help || positionals.length === 0) {
  process.stdout.write(USAGE);
  process.exit(values.help ? 0 : 2);
}

const pairs: { name: string; label: Label; found: Golden }[] = [];
let changed = 0;
let failed = 0;
const checkouts = await findCheckouts(positionals);
for (const checkout of checkouts) {
  const { name } = checkout;
  try {
    const label = readLabel(name);
    const before = readGolden(name);
    const found = await summaryOf(checkout, label?.commit ?? before?.commit ?? "HEAD");
    if (label !== undefined) pairs.push({ name, label, found });
    const lines = before === undefined ? ["not kept yet"] : differences(before, found);
    if (lines.length === 0) continue;
    changed += 1;
    console.log(`${name}\n${lines.map((line) => `  ${line}`).join("\n")}`);
    if (values.update) writeFileSync(goldenPath(name), writtenGolden(found));
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    failed += 1;
    console.log(`${name}\n  failed: ${error.message}`);
  }
}
console.log(
  `${checkouts.length} repositories: ${changed} ${values.update ? "updated" : "changed"}, ${failed} failed, ${pairs.length} with labels`,
);
const result = score(pairs);
if (pairs.length > 0) printScore(result);
recordFirstLook(values["first-look"], result);
for (const { batch, date, repositories, presenceF1, license, falseOpen } of readFirstLook())
  console.log(
    `first look ${batch} (${date}): ${repositories} repositories · presence F1 ${presenceF1.toFixed(3)} · license ${license.toFixed(3)} · false open ${falseOpen}`,
  );
process.exitCode = (changed > 0 && !values.update) || failed > 0 || result.falseOpen.length > 0 ? 1 : 0;

async function summaryOf({ name, location }: Checkout, rev: string): Promise<Golden> {
  const snapshot = await takeSnapshot(gitSnapshot(location, rev), selectReads);
  return goldenOf(name, audit(snapshot, loadPolicy(null, ".github/openness.yml")));
}

function printScore(given: Score): void {
  for (const id of ARTIFACT_IDS) {
    const { precision, recall, f1 } = measures(given.perArtifact[id]);
    console.log(`  ${id.padEnd(32)} P ${precision.toFixed(3)}  R ${recall.toFixed(3)}  F1 ${f1.toFixed(3)}`);
  }
  if (values.details) for (const miss of given.misses) console.log(`  ${miss}`);
  for (const wrong of given.falseOpen) console.log(`  FALSE OPEN ${wrong}`);
  const { precision, recall, f1 } = measures(given.presence);
  console.log(
    `presence F1 ${f1.toFixed(3)} (P ${precision.toFixed(3)}, R ${recall.toFixed(3)}) · place ${ratio(given.place).toFixed(3)} · license ${ratio(given.license).toFixed(3)} of ${given.license.of} · false open ${given.falseOpen.length} · model repository ${ratio(given.modelRepository).toFixed(3)}`,
  );
}

function recordFirstLook(batch: string | undefined, given: Score): void {
  if (batch === undefined) return;
  const known = readFirstLook();
  if (known.some((one) => one.batch === batch) || given.repositories === 0) {
    console.error(
      given.repositories === 0
        ? "There are no labels for these repositories: nothing to record."
        : `The first look at ${batch} is recorded already; there is no second first look.`,
    );
    process.exit(2);
  }
  const rounded = (value: number): number => Math.round(value * 1000) / 1000;
  known.push({
    batch,
    date: new Date().toISOString().slice(0, 10),
    repositories: given.repositories,
    presenceF1: rounded(measures(given.presence).f1),
    license: rounded(ratio(given.license)),
    falseOpen: given.falseOpen.length,
  });
  writeFileSync(firstLookPath, `${JSON.stringify(known, null, 1)}\n`);
}
