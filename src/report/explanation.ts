/** How one artifact was decided, for a terminal. Everything from the repository passes `visible`. */
import type { ArtifactId, Evidence } from "../evidence/artifacts/artifact.ts";
import { artifact } from "../evidence/artifacts/index.ts";
import type { Considered } from "../evidence/artifacts/shared/considered.ts";
import { takenBecause } from "../evidence/artifacts/shared/reasons.ts";
import type { Explanation } from "../evidence/explain.ts";
import { visible } from "./markdown/escape.ts";
import type { ComponentReport } from "./schema.ts";

const PRESENCE = {
  "in-repo": "in the repository",
  linked: "linked",
  absent: "absent",
  undetermined: "could not be told",
} as const;

/**
 * Draws every candidate with its place, whether it counts, and why or why not; with a line break at the end.
 * @param component the artifact in the report, which knows what the owner's policy adds
 */
export function explanationFace(id: ArtifactId, { considered }: Explanation, component: ComponentReport): string {
  const { name, asks, decides } = artifact(id);
  const declared = component.evidence.filter(({ rule }) => rule === "declared-by-owner");
  const all: Considered[] = [
    ...declared.map((evidence) => ({
      evidence: evidence as Evidence,
      taken: true,
      because: takenBecause(evidence.rule),
    })),
    ...considered,
  ];
  const taken = all.filter((candidate) => candidate.taken);
  const left = all.filter((candidate) => !candidate.taken);
  const lines = [
    `${name}: ${PRESENCE[component.presence]}`,
    ...(component.note === undefined ? [] : [visible(component.note)]),
    "",
    asks,
    decides,
    "",
    ...part("Counted", "✓", taken),
    ...part("Left out", "✗", left),
    ...(all.length === 0 ? ["Nothing in what was read came into question."] : []),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function part(title: string, mark: string, candidates: readonly Considered[]): string[] {
  if (candidates.length === 0) return [];
  return [
    `${title}: ${candidates.length}`,
    ...candidates.flatMap(({ evidence, because }) => [
      `  ${mark} ${visible(placeOf(evidence))}`,
      `      ${visible(because)}`,
    ]),
    "",
  ];
}

function placeOf(evidence: Evidence): string {
  if ("path" in evidence) return `${evidence.path}${linesOf(evidence.lines)}`;
  return `${evidence.url}  (${evidence.writtenAt.path}${linesOf(evidence.writtenAt.lines)})`;
}

function linesOf(lines: readonly [number, number] | undefined): string {
  if (lines === undefined) return "";
  return lines[0] === lines[1] ? `:${lines[0]}` : `:${lines[0]}-${lines[1]}`;
}
