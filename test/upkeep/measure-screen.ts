/**
 * `node test/upkeep/measure-screen.ts DIR…`: how many of the model repositories on this machine the cheap look keeps, and
 * what else it lets through, held against full audits. DIR as for `npm run corpus`. Nothing but names at the root and
 * documents is shown to it: no description, no topics, no language, as of a repository that GitHub tells nothing about.
 */
import { execFileSync } from "node:child_process";
import { audit } from "../../src/audit.ts";
import { selectReads } from "../../src/evidence/files/select.ts";
import { loadPolicy } from "../../src/policy/load.ts";
import { gitSnapshot } from "../../src/snapshot/git.ts";
import { takeSnapshot } from "../../src/snapshot/snapshot.ts";
import { type FirstSight, screenDocuments, screenRoot } from "../../src/upkeep/screen.ts";
import { type Checkout, findCheckouts } from "../corpus/checkouts.ts";

/** Where GitHub cuts a text. */
const TEXT_CAP = 512_000;

function git(location: string, ...args: readonly string[]): Buffer {
  return execFileSync("git", ["-c", "safe.directory=*", "-C", location, ...args], { maxBuffer: 1 << 28 });
}

function sightOf(location: string): FirstSight {
  const rows = git(location, "ls-tree", "-z", "HEAD").toString().split("\0").filter(Boolean);
  const root = rows.map((row) => {
    const tab = row.indexOf("\t");
    const [, type = "", oid = ""] = row.slice(0, tab).split(" ");
    return { name: row.slice(tab + 1), type, oid };
  });
  return { root, description: undefined, topics: [], language: undefined };
}

function mayHoldModel({ location }: Checkout): boolean {
  const sight = sightOf(location);
  const first = screenRoot(sight);
  if (first.kind !== "read") return first.kind === "perhaps";
  const documents = first.documents.map(({ oid }) => {
    const bytes = git(location, "cat-file", "blob", oid);
    return { text: bytes.subarray(0, TEXT_CAP).toString(), isWhole: bytes.length <= TEXT_CAP };
  });
  return screenDocuments(sight, documents) === "perhaps";
}

const count = { kept: 0, lost: 0, extra: 0, left: 0 };
for (const checkout of await findCheckouts(process.argv.slice(2))) {
  const snapshot = await takeSnapshot(gitSnapshot(checkout.location, "HEAD"), selectReads);
  const { isModelRepository } = audit(snapshot, loadPolicy(null, ".github/openness.yml"));
  const isKept = mayHoldModel(checkout);
  const kind = isModelRepository ? (isKept ? "kept" : "lost") : isKept ? "extra" : "left";
  count[kind]++;
  if (kind !== "kept") console.log(`${kind.padEnd(6)} ${checkout.name}`);
}
const ratio = (part: number, whole: number) => (whole === 0 ? "-" : (part / whole).toFixed(3));
console.log(
  `recall ${ratio(count.kept, count.kept + count.lost)} · precision ${ratio(count.kept, count.kept + count.extra)} · ${JSON.stringify(count)}`,
);
