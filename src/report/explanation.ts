/** How one artifact was decided, for a terminal. Everything from the repository passes `visible`. */
import type { ArtifactId, Evidence } from "../evidence/artifacts/artifact.ts";
import type { Considered } from "../evidence/artifacts/shared/considered.ts";
import { takenBecause } from "../evidence/artifacts/shared/reasons.ts";
import type { Explanation } from "../evidence/explain.ts";
import { en, type Messages } from "../messages/en.ts";
import { inEnglish, speak, spokenAs } from "../messages/said.ts";
import { declaredWords } from "./language.ts";
import { visible } from "./markdown/escape.ts";
import type { ComponentReport } from "./schema.ts";

/**
 * Draws every candidate with its place, whether it counts, and why or why not; with a line break at the end.
 * @param component the artifact in the report, which knows what the owner's policy adds
 */
export function explanationFace(
  id: ArtifactId,
  { considered }: Explanation,
  component: ComponentReport,
  messages: Messages = en,
): string {
  const { asks, decides } = declaredWords(id, messages);
  const { counted, leftOut, nothing, presence } = messages.explanation;
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
    messages.label(messages.component[id], presence[component.presence]),
    ...(component.note === undefined ? [] : [visible(spokenAs(messages, component.note, component.noteSaid))]),
    "",
    asks,
    decides,
    "",
    ...part(counted, "✓", taken, messages),
    ...part(leftOut, "✗", left, messages),
    ...(all.length === 0 ? [nothing] : []),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function part(title: string, mark: string, candidates: readonly Considered[], messages: Messages): string[] {
  if (candidates.length === 0) return [];
  return [
    messages.label(title, `${candidates.length}`),
    ...candidates.flatMap(({ evidence, because }) => [
      `  ${mark} ${visible(placeOf(evidence))}`,
      `      ${visible(speak(messages, because) ?? inEnglish(because))}`,
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
