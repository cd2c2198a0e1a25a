/**
 * The Model Openness Framework read strictly, from evidence: an artifact counts when it is there (in the repository or
 * linked) and its license is open; the license should also fit its type, which is advice and never decides (MOF
 * specification, section 4, and the Model Openness Tool's commit e8ff5b1: MUST be open, SHOULD be type-appropriate).
 */
import { ARTIFACT_IDS, type ArtifactId, type MofClass } from "../../evidence/artifacts/artifact.ts";
import { CLASS_LABELS, CLASSES_UPWARD, componentKind, type MofLevel, type Progress } from "./catalogue.ts";
import { type MotView, motView } from "./mot-view.ts";
import { askedFor, type MissingArtifact, type MofComponents, missingFor, paperStandsIn, stateOf } from "./state.ts";

export interface MofOutcome {
  readonly class: MofLevel;
  readonly label: string;
  /** Per cent of each class, not rounded; 0 until the class below is complete. */
  readonly progress: Progress;
  /** What keeps the release from `nextClass`; `undetermined` where it might be there but could not be checked. */
  readonly missingForNext: readonly MissingArtifact[];
  readonly nextClass: MofClass | null;
  readonly mot: MotView;
}

/** Which class the evidence supports, and what is missing for the next one. */
export function evaluateMof(components: MofComponents): MofOutcome {
  const progress = {
    1: progressOf(components, 1),
    2: progressOf(components, 2),
    3: progressOf(components, 3),
  };
  const reached = CLASSES_UPWARD.findLast((mofClass) => progress[mofClass] === 100) ?? 0;
  const nextClass = CLASSES_UPWARD.find((mofClass) => progress[mofClass] !== 100) ?? null;
  return {
    class: reached,
    label: CLASS_LABELS[reached],
    progress,
    missingForNext: nextClass === null ? [] : missingFor(components, nextClass),
    nextClass,
    mot: motView(components),
  };
}

function progressOf(components: MofComponents, mofClass: MofClass): number {
  const isIncomplete = (other: MofClass): boolean => missingFor(components, other).length > 0;
  if (CLASSES_UPWARD.some((other) => other > mofClass && isIncomplete(other))) return 0;
  const asked = askedFor(components, mofClass);
  const open = asked.filter((id) => stateOf(components[id]) === "open");
  return (open.length / asked.length) * 100;
}

export type MofVerdict = "pass" | "fail" | "warn" | "not-applicable" | "undetermined";

/**
 * The framework's verdict on each artifact: `warn` where it is open under a license that does not fit its type, or where
 * the license cannot be told; optional artifacts never fail for being absent.
 */
export function mofVerdicts(components: MofComponents): Readonly<Record<ArtifactId, MofVerdict>> {
  const verdict = (id: ArtifactId): MofVerdict => {
    const component = components[id];
    const state = stateOf(component);
    if (state === "open") return component.license?.typeAppropriate === false ? "warn" : "pass";
    if (state === "undetermined") return "undetermined";
    const isCovered = id === "technical-report" && paperStandsIn(components);
    if (state === "absent") return isCovered || !componentKind(id).required ? "not-applicable" : "fail";
    return isCovered || state === "unknown" ? "warn" : "fail";
  };
  return Object.fromEntries(ARTIFACT_IDS.map((id) => [id, verdict(id)])) as Record<ArtifactId, MofVerdict>;
}
