import { say } from "../messages/said.ts";
import type { ArtifactFinding, ArtifactId } from "./artifacts/artifact.ts";
import { artifact } from "./artifacts/index.ts";
import type { Considered } from "./artifacts/shared/considered.ts";
import type { Facts } from "./facts.ts";
import { areaOf } from "./files/area.ts";

/** How one artifact was decided: the outcome and every candidate, those that count first. */
export interface Explanation {
  readonly finding: ArtifactFinding;
  readonly considered: readonly Considered[];
}

/** Asks one artifact's rule again and listens to what it considers. The outcome is the audit's own. */
export function explainArtifact(facts: Facts, id: ArtifactId): Explanation {
  const considered: Considered[] = [];
  const finding = artifact(id).find({ ...facts, onConsidered: (candidate) => considered.push(candidate) });
  const all = [...withoutRepeats(considered), ...vendored(facts)];
  return { finding, considered: [...all.filter(({ taken }) => taken), ...all.filter(({ taken }) => !taken)] };
}

/** One sentence about each place: what is taken in one respect does not also stand as left. */
function withoutRepeats(considered: readonly Considered[]): Considered[] {
  const kept = new Map<string, Considered>();
  for (const candidate of considered) {
    const { evidence } = candidate;
    const place =
      "path" in evidence
        ? `${evidence.path}#${evidence.lines?.[0] ?? ""}`
        : `${evidence.url}@${evidence.writtenAt.path}#${evidence.writtenAt.lines[0]}`;
    const known = kept.get(place);
    if (known === undefined || (candidate.taken && !known.taken)) kept.set(place, candidate);
  }
  return [...kept.values()];
}

/** Folders of vendored code, which no rule looks into. */
function vendored({ snapshot }: Facts): Considered[] {
  const folders = new Map<string, number>();
  for (const { path } of snapshot.entries) {
    if (areaOf(path) !== "vendored") continue;
    const pieces = path.split("/");
    const depth = pieces.findIndex((_, index) => areaOf(`${pieces.slice(0, index + 1).join("/")}/file`) === "vendored");
    const folder = `${pieces.slice(0, depth + 1).join("/")}/`;
    folders.set(folder, (folders.get(folder) ?? 0) + 1);
  }
  return Array.from(folders, ([path, files]) => ({
    evidence: { path, rule: "considered" },
    taken: false,
    because: say("leftOut.vendoredFolder", files),
  }));
}
