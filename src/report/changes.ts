/** What differs between two reports in a way that a reader of the comment cares about. */
import { ARTIFACT_IDS, type ArtifactId } from "../evidence/artifacts/artifact.ts";
import { type MofLevel, rankOf } from "../frameworks/mof/catalogue.ts";
import type { MofState } from "../frameworks/mof/state.ts";
import { reportOfModel } from "./one-model.ts";
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

/** Compares a report with that of the base; of several models each with itself, and the class of the whole with the whole's. */
export function changesBetween(base: Report, report: Report): Changes {
  const whole = changesOfOne(base, report);
  const { models = [] } = report;
  if (models.length < 2 || base.models === undefined) return whole;
  const each = models.flatMap(({ name }) => {
    const [before, after] = [reportOfModel(base, name), reportOfModel(report, name)];
    return before === undefined || after === undefined ? [] : [changesOfOne(before, after)];
  });
  return {
    class: whole.class ?? each.find((changes) => changes.class !== undefined)?.class,
    artifacts: once(each.flatMap(({ artifacts }) => artifacts)),
    licenses: once(each.flatMap(({ licenses }) => licenses)),
  };
}

/** What models share changes for each of them, and is told once. */
const once = <T>(changes: readonly T[]): readonly T[] => [
  ...new Map(changes.map((change) => [JSON.stringify(change), change])).values(),
];

function changesOfOne(base: Report, report: Report): Changes {
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
