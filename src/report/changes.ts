/** What differs between two reports in a way that a reader of the comment cares about. */
import { ARTIFACT_IDS, type ArtifactId } from "../evidence/artifacts/artifact.ts";
import { type MofLevel, rankOf } from "../frameworks/mof/catalogue.ts";
import type { MofState } from "../frameworks/mof/state.ts";
import { statesOf } from "./rows.ts";
import type { Report } from "./schema.ts";

export interface ArtifactChange {
  readonly id: ArtifactId;
  readonly from: MofState;
  readonly to: MofState;
  /** `other` where neither side counts, or where one side could not be checked. */
  readonly direction: "better" | "worse" | "other";
}

export interface Changes {
  readonly class:
    | { readonly from: MofLevel; readonly to: MofLevel; readonly direction: "better" | "worse" }
    | undefined;
  readonly artifacts: readonly ArtifactChange[];
  /** Artifacts that stay in their state under another license. */
  readonly licenses: readonly { readonly id: ArtifactId; readonly from: string; readonly to: string }[];
}

/** Compares a report with that of the base. */
export function changesBetween(base: Report, report: Report): Changes {
  const before = statesOf(base);
  const after = statesOf(report);
  const artifacts = ARTIFACT_IDS.filter((id) => before[id] !== after[id]).map((id) => ({
    id,
    from: before[id],
    to: after[id],
    direction: directionOf(before[id], after[id]),
  }));
  const licenses = ARTIFACT_IDS.flatMap((id) => {
    const from = base.components[id].license?.id;
    const to = report.components[id].license?.id;
    return before[id] === after[id] && from && to && from !== to ? [{ id, from, to }] : [];
  });
  const [from, to] = [base.mof.class, report.mof.class];
  const direction = rankOf(to) > rankOf(from) ? "better" : "worse";
  return { class: from === to ? undefined : { from, to, direction }, artifacts, licenses };
}

export const hasChanges = ({ class: mofClass, artifacts, licenses }: Changes): boolean =>
  mofClass !== undefined || artifacts.length > 0 || licenses.length > 0;

function directionOf(from: MofState, to: MofState): ArtifactChange["direction"] {
  if (from === "undetermined" || to === "undetermined") return "other";
  if (to === "open") return "better";
  return from === "open" ? "worse" : "other";
}
