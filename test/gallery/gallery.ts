/**
 * `npm run gallery -- DIR…`: audits the checkouts of the repositories that the gallery shows, without asking any host,
 * and holds what the program says against what is kept. They are audited at the kept commit, as the App would see them:
 * by their name on GitHub.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { SnapshotError } from "../../src/snapshot/snapshot.ts";
import { findCheckouts } from "../corpus/checkouts.ts";
import { auditCheckout } from "./audit.ts";
import { allKept, fileName, keptPath, PAGE, readKept } from "./files.ts";
import { differences, writtenKept } from "./kept.ts";
import { SHOWN } from "./list.ts";
import { pageOf } from "./page.ts";
import { isStillSaid, MISTAKES } from "./review.ts";

const USAGE = `Usage: npm run gallery -- DIR... [--update] [--head]
       npm run gallery -- --update

DIR is a git directory or work tree called OWNER+NAME or OWNER+NAME/repo, or a folder of such. Others than those of the
gallery's list are passed over.

  --update  keep what the audit says now in fixtures/gallery, and write docs/gallery.md; without DIR the page alone is
            written, from what is kept
  --head    audit what is checked out, not the commit that is kept

Exit code: 0; 1 when something is said otherwise than it is kept and was not updated, when a mistake that the review names
is not made any more, or when a repository failed.
`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    update: { type: "boolean", default: false },
    head: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
if (values.help || (positionals.length === 0 && !values.update)) {
  process.stdout.write(USAGE);
  process.exit(values.help ? 0 : 2);
}

const today = new Date().toISOString().slice(0, 10);
const checkouts = new Map((await findCheckouts(positionals)).map(({ name, location }) => [name, location]));
let changed = 0;
let failed = 0;
let looked = 0;
let mended = 0;
for (const { repository } of SHOWN) {
  const location = checkouts.get(fileName(repository));
  if (location === undefined) {
    if (positionals.length > 0) process.stderr.write(`${repository}: no checkout here\n`);
    continue;
  }
  const before = readKept(repository);
  const rev = values.head ? "HEAD" : (before?.commit ?? "HEAD");
  process.stderr.write(`${repository}: auditing ${rev.slice(0, 12)}\n`);
  try {
    const found = await auditCheckout(repository, location, rev, today);
    looked += 1;
    for (const mistake of MISTAKES.filter((one) => one.repository === repository && !isStillSaid(one, found))) {
      mended += 1;
      console.log(
        `${repository}\n  said rightly now, take it out of fixtures/gallery/review.json: ${mistake.about} (${mistake.says})`,
      );
    }
    const lines = before === undefined ? ["not kept yet"] : differences(before, found);
    if (lines.length === 0) continue;
    changed += 1;
    console.log(`${repository}\n${lines.map((line) => `  ${line}`).join("\n")}`);
    if (values.update) writeFileSync(keptPath(repository), writtenKept(found));
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    failed += 1;
    console.log(`${repository}\n  failed: ${error.message}`);
  }
}
if (values.update) writeFileSync(PAGE, pageOf(allKept()));
console.log(
  `${looked} of ${SHOWN.length} repositories looked at: ${changed} ${values.update ? "updated" : "changed"}, ${failed} failed`,
);
process.exitCode =
  (changed > 0 && !values.update) || mended > 0 || failed > 0 || (looked === 0 && positionals.length > 0) ? 1 : 0;
