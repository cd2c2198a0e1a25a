/**
 * `npm run numbers -- DIR…`: compares the documents' numbers of repositories on this machine with
 * their result files and tells how many accusations are true. What the documents say as they stand is judged by hand and
 * kept in `judged.json`; besides, figures that agree are altered one at a time, and the altered one alone may be accused.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Facts } from "../../../src/evidence/facts.ts";
import type { FactsCache, FactsKey, Kept } from "../../../src/evidence/facts-cache.ts";
import { selectReads } from "../../../src/evidence/files/select.ts";
import { gatherFacts } from "../../../src/evidence/gather.ts";
import { type Compared, compareNumbers, isDoubtful } from "../../../src/frameworks/evaluation/compare.ts";
import type { Comparison } from "../../../src/frameworks/evaluation/comparison.ts";
import { gitSnapshot } from "../../../src/snapshot/git.ts";
import {
  type Entry,
  type Listing,
  type Snapshot,
  SnapshotError,
  takeSnapshot,
} from "../../../src/snapshot/snapshot.ts";
import { findCheckouts } from "../../corpus/checkouts.ts";

const USAGE = `Usage: npm run numbers -- DIR... [--rev REV] [--every-result] [--altered N] [--details]

DIR is a git directory or work tree called OWNER+NAME or OWNER+NAME/repo, or a folder of such.

  --rev REV       look at this commit, tag or branch (HEAD)
  --every-result  read every result file, not only those that an audit takes
  --altered N     alter at most N agreeing figures of each repository (10)
  --details       list each comparison

Exit code: 0; 1 when an accusation is false or was not judged by hand.
`;

const judgedSchema = z.array(
  z.object({
    repository: z.string(),
    path: z.string(),
    line: z.number(),
    written: z.string(),
    isTrue: z.boolean(),
    why: z.string(),
  }),
);
const judged = judgedSchema.parse(JSON.parse(readFileSync(new URL("judged.json", import.meta.url), "utf8")));

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rev: { type: "string", default: "HEAD" },
    "every-result": { type: "boolean", default: false },
    altered: { type: "string", default: "10" },
    details: { type: "boolean", default: false },
    help: { type: "boolean", short: "h", default: false },
  },
});
if (values.help || positionals.length === 0) {
  process.stdout.write(USAGE);
  process.exit(values.help ? 0 : 2);
}

const sum = {
  repositories: 0,
  compared: 0,
  doubtful: 0,
  true: 0,
  false: 0,
  unjudged: 0,
  altered: 0,
  caught: 0,
  beside: 0,
};
const left = new Map<string, number>();
for (const { name, location } of await findCheckouts(positionals)) {
  try {
    const cache = memoryCache();
    const snapshot = await takeSnapshot(
      gitSnapshot(location, values.rev),
      values["every-result"] ? withEveryResult : selectReads,
    );
    const facts = gatherFacts(snapshot, [], cache);
    const compared = compareNumbers(facts);
    for (const [reason, count] of compared.left) left.set(reason, (left.get(reason) ?? 0) + count);
    sum.repositories += 1;
    sum.compared += compared.comparisons.length;
    tell(name, compared);
    alter(name, snapshot, facts, compared, cache);
  } catch (error) {
    if (!(error instanceof SnapshotError)) throw error;
    console.log(`${name}: ${error.message}`);
  }
}
const accused = sum.true + sum.caught;
const wrong = sum.false + sum.unjudged + sum.beside;
console.log(
  [
    `${sum.repositories} repositories: ${sum.compared} figures compared, ${sum.true + sum.false + sum.unjudged} accused (${sum.true} true, ${sum.false} false, ${sum.unjudged} not judged), ${sum.doubtful} differ while a result file is unread`,
    `not compared: ${[...left].map(([reason, count]) => `${reason} ${count}`).join(", ") || "none"}`,
    `altered: ${sum.altered}, accused ${sum.caught}, others accused with them ${sum.beside}`,
    `precision ${(accused + wrong === 0 ? 1 : accused / (accused + wrong)).toFixed(3)} of ${accused + wrong} accusations`,
  ].join("\n"),
);
process.exitCode = wrong > 0 ? 1 : 0;

function tell(name: string, { comparisons, unread, left: reasons }: Compared): void {
  if (values.details && (comparisons.length > 0 || reasons.size > 0))
    console.log(
      `${name}: ${comparisons.length} compared, ${unread.length} unread, left ${JSON.stringify([...reasons])}`,
    );
  for (const one of comparisons) {
    const { stated, agrees } = one;
    const verdict = agrees ? "agrees" : isDoubtful(one, unread) ? "doubtful" : judgement(name, one);
    if (verdict === "doubtful") sum.doubtful += 1;
    else if (verdict !== "agrees") sum[verdict] += 1;
    if (!values.details && agrees) continue;
    const found = one.found.map(
      ({ metric, shots, value, place }) => `${metric}/${shots ?? "?"} ${value} ${place.path}:${place.lines[0]}`,
    );
    console.log(
      `  ${name} ${stated.place.path}:${stated.place.lines[0]} ${verdict}: ${stated.model} ${stated.task} ${stated.metric ?? "?"}/${stated.shots ?? "?"} ${stated.written} | ${found.slice(0, 4).join(" | ")}`,
    );
  }
}

function judgement(name: string, { stated }: Comparison): "true" | "false" | "unjudged" {
  const known = judged.find(
    (one) =>
      one.repository === name &&
      one.path === stated.place.path &&
      one.line === stated.place.lines[0] &&
      one.written === stated.written,
  );
  return known === undefined ? "unjudged" : known.isTrue ? "true" : "false";
}

/** Alters agreeing figures in the text of the document, one at a time, and counts who is accused then. */
function alter(name: string, snapshot: Snapshot, facts: Facts, { comparisons }: Compared, cache: FactsCache): void {
  const before = new Set(accusedIn(facts).map(keyOf));
  const agreeing = comparisons.filter(({ agrees, stated }) => agrees && stated.decimals > 0);
  for (const { stated } of agreeing.slice(0, Number(values.altered))) {
    const { path, lines } = stated.place;
    const content = snapshot.contents.get(path);
    if (content?.kind !== "text" || lines[0] !== lines[1]) continue;
    const text = content.text.split("\n");
    const line = text[lines[0] - 1] ?? "";
    if (line.split(stated.written).length !== 2) continue;
    const changed = (stated.value * 1.2 + 0.03).toFixed(stated.decimals);
    text[lines[0] - 1] = line.replace(stated.written, changed);
    const contents = new Map(snapshot.contents).set(path, { ...content, text: text.join("\n") });
    // Another text is another blob.
    sum.altered += 1;
    const sha = String(sum.altered).padStart(40, "0");
    const entries = snapshot.entries.map((entry) => (entry.path === path ? { ...entry, sha } : entry));
    for (const one of accusedIn(gatherFacts({ ...snapshot, entries, contents }, [], cache))) {
      if (before.has(keyOf(one))) continue;
      if (one.stated.place.lines[0] === lines[0] && one.stated.written === changed) sum.caught += 1;
      else {
        sum.beside += 1;
        console.log(`  ${name} ${keyOf(one)} is accused when ${path}:${lines[0]} is altered`);
      }
    }
  }
}

function accusedIn(facts: Facts): readonly Comparison[] {
  const { comparisons, unread } = compareNumbers(facts);
  return comparisons.filter((one) => !one.agrees && !isDoubtful(one, unread));
}

function keyOf({ stated }: Comparison): string {
  return `${stated.place.path}:${stated.place.lines[0]} ${stated.written}`;
}

/** Keeps the analyses of one repository's files while its figures are altered. */
function memoryCache(): FactsCache {
  const kept = new Map<string, Kept>();
  const nameOf = ({ analyser, path, sha }: FactsKey): string => `${analyser} ${sha} ${path}`;
  return { get: (key) => kept.get(nameOf(key)), set: (key, facts) => void kept.set(nameOf(key), facts) };
}

/** What an audit reads, and every other file that may be one of results. */
function withEveryResult(listing: Listing): Entry[] {
  const usual = selectReads(listing);
  const taken = new Set(usual.map(({ path }) => path));
  const more = listing.entries.filter(
    ({ path, kind, size = 0 }) =>
      kind === "file" && !taken.has(path) && /\.(?:json|csv|eval)$/i.test(path) && size > 0 && size < 1_000_000,
  );
  return [...usual, ...more.slice(0, 4_000)];
}
