import { inEnglish, type Said, say } from "../../../messages/said.ts";
import type { Facts } from "../../facts.ts";
import { areaOf } from "../../files/area.ts";
import { CODE_REASONS, wantOf } from "../../files/wants.ts";
import type { ArtifactFinding, Evidence, Lines } from "../artifact.ts";
import type { PlacedLink } from "./links.ts";
import { takenBecause } from "./reasons.ts";

/** Evidence shown per artifact; the rest adds nothing for a reader. */
const MAX_EVIDENCE = 12;

/** Evidence of a file or folder in the tree. */
export function inTree(rule: string, file: { path: string; sha?: string }, lines?: Lines): Evidence {
  return {
    path: file.path,
    ...(file.sha === undefined ? {} : { sha: file.sha }),
    ...(lines === undefined ? {} : { lines }),
    rule,
  };
}

/** Evidence of a link in a document. */
export function atLink(rule: string, { document, link }: PlacedLink): Evidence {
  return { url: link.url, writtenAt: { path: document.path, lines: [link.line, link.line] }, rule };
}

/** The artifact is in the tree, or else linked, or else not there; "not there" is only said when everything was seen. */
export function decide(
  facts: Facts,
  inRepo: readonly Evidence[],
  linked: readonly Evidence[],
  note?: Said,
): ArtifactFinding {
  const extra = note === undefined ? {} : noted(note);
  record(facts, inRepo, true);
  record(facts, linked, inRepo.length === 0);
  if (inRepo.length > 0) return { presence: "in-repo", evidence: distinct(inRepo), ...extra };
  if (linked.length > 0) return { presence: "linked", evidence: distinct(linked), ...extra };
  const [spot] = facts.blindSpotsSaid;
  if (spot !== undefined) return { presence: "undetermined", evidence: [], ...noted(say("note.blind", spot)) };
  return { presence: "absent", evidence: [], ...extra };
}

const noted = (said: Said): Pick<ArtifactFinding, "note" | "noteSaid"> => ({ note: inEnglish(said), noteSaid: said });

/** What is linked stands back where the tree has the artifact itself. */
function record({ onConsidered }: Facts, found: readonly Evidence[], taken: boolean): void {
  if (onConsidered === undefined) return;
  for (const evidence of found) {
    const because = takenBecause(evidence.rule);
    onConsidered({
      evidence,
      taken,
      because: taken ? because : say("leftOut.behindTree", because),
    });
  }
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  const seen = new Set<string>();
  return evidence
    .filter((item) => {
      const key = "path" in item ? `${item.path}#${item.lines?.[0] ?? ""}` : item.url;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    })
    .slice(0, MAX_EVIDENCE);
}

const unreadByFacts = new WeakMap<Facts, number>();

/** Source files of the release that were not read, because a large tree has more of them than one audit reads. */
function unreadSources(facts: Facts): number {
  const known = unreadByFacts.get(facts);
  if (known !== undefined) return known;
  const unread = facts.entries.filter((entry) => {
    if (facts.snapshot.contents.has(entry.path)) return false;
    const area = areaOf(entry.path);
    const want = area === "own" || area === "example" ? wantOf(entry) : undefined;
    return want !== undefined && CODE_REASONS.includes(want.reason);
  }).length;
  unreadByFacts.set(facts, unread);
  return unread;
}

/** As `decide`, for code: what none of the files that were read shows may stand in one that was not. */
export function decideCode(...[facts, inRepo, linked, note]: Parameters<typeof decide>): ArtifactFinding {
  return unlessUnread(decide(facts, inRepo, linked, note), () => unreadSources(facts), "note.unreadSources");
}

/** As `decide`, for results: they may stand in an evaluation's archive that was too large to be read. */
export function decideResults(...[facts, inRepo, linked]: Parameters<typeof decide>): ArtifactFinding {
  const unread = () =>
    facts.entries.filter(({ path, kind }) => {
      if (kind !== "file" || !ARCHIVE.test(path) || areaOf(path) !== "own") return false;
      const content = facts.snapshot.contents.get(path);
      return content?.kind !== "binary" || content.head === undefined;
    }).length;
  return unlessUnread(decide(facts, inRepo, linked), unread, "note.unreadArchives");
}

/** Inspect keeps the log of an evaluation as one archive. */
const ARCHIVE = /\.eval$/i;

function unlessUnread(
  finding: ArtifactFinding,
  count: () => number,
  why: "note.unreadSources" | "note.unreadArchives",
): ArtifactFinding {
  const unread = finding.presence === "absent" ? count() : 0;
  return unread === 0 ? finding : { presence: "undetermined", evidence: [], ...noted(say(why, unread)) };
}
