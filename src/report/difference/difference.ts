/** What a pull request does to the openness of a release: two reports, compared. */
import { ARTIFACT_IDS, type ArtifactId } from "../../evidence/artifacts/artifact.ts";
import { type MofLevel, rankOf } from "../../frameworks/mof/catalogue.ts";
import type { MofState } from "../../frameworks/mof/state.ts";
import { reportOfModel } from "../one-model.ts";
import { statesOf } from "../rows.ts";
import type { Report, ReportFinding } from "../schema.ts";
import { isHarsher, type LicenseChange, licenseChangeOf, narrowedFiles } from "./license-change.ts";

export interface ArtifactChange {
  readonly id: ArtifactId;
  readonly from: MofState;
  readonly to: MofState;
  /** `other` where neither side counts, or where one side could not be checked. */
  readonly direction: "better" | "worse" | "other";
}

export interface ClassChange {
  readonly from: MofLevel;
  readonly to: MofLevel;
  /** `other` where the class differs for no more than that one side could not be checked. */
  readonly direction: "better" | "worse" | "other";
}

export interface Difference {
  readonly class: ClassChange | undefined;
  /** Artifacts that are there now and were not before. */
  readonly gained: readonly ArtifactId[];
  /** Artifacts that were there and are gone; what could not be looked at is not lost. */
  readonly lost: readonly ArtifactId[];
  readonly artifacts: readonly ArtifactChange[];
  /** The harsher ones first. */
  readonly licenses: readonly LicenseChange[];
  /** Warnings and failures that the base does not have. */
  readonly findings: readonly ReportFinding[];
}

/** Compares a report with that of the base; of several models each with itself, and the class of the whole with the whole's. */
export function differenceBetween(base: Report, report: Report): Difference {
  const whole = differenceOfOne(base, report);
  const { models = [] } = report;
  if (models.length < 2 || base.models === undefined) return whole;
  const each = models.flatMap(({ name }) => {
    const [before, after] = [reportOfModel(base, name), reportOfModel(report, name)];
    return before === undefined || after === undefined ? [] : [differenceOfOne(before, after)];
  });
  return {
    ...whole,
    class: whole.class ?? each.find((one) => one.class !== undefined)?.class,
    gained: once(each.flatMap(({ gained }) => gained)),
    lost: once(each.flatMap(({ lost }) => lost)),
    artifacts: once(each.flatMap(({ artifacts }) => artifacts)),
    licenses: once(each.flatMap(({ licenses }) => licenses)),
  };
}

/** True where class, artifacts and licenses are what they were. */
export const isSame = ({ class: mofClass, artifacts, licenses }: Difference): boolean =>
  mofClass === undefined && artifacts.length === 0 && licenses.length === 0;

/** What models share changes for each of them, and is told once. */
const once = <T>(changes: readonly T[]): readonly T[] => [
  ...new Map(changes.map((change) => [JSON.stringify(change), change])).values(),
];

function differenceOfOne(base: Report, report: Report): Difference {
  const before = statesOf(base);
  const after = statesOf(report);
  const artifacts = ARTIFACT_IDS.filter((id) => before[id] !== after[id]).map((id) => ({
    id,
    from: before[id],
    to: after[id],
    direction: directionOf(before[id], after[id]),
  }));
  return {
    class: classChange(base.mof.class, report.mof.class, artifacts),
    gained: artifacts.filter((change) => change.from === "absent" && isThere(change.to)).map(({ id }) => id),
    lost: artifacts.filter((change) => change.to === "absent" && isThere(change.from)).map(({ id }) => id),
    artifacts,
    licenses: licensesBetween(base, report),
    findings: newFindings(base, report),
  };
}

function classChange(from: MofLevel, to: MofLevel, artifacts: readonly ArtifactChange[]): ClassChange | undefined {
  if (from === to) return undefined;
  const direction = rankOf(to) > rankOf(from) ? "better" : "worse";
  const isSeen = artifacts.some((change) => change.direction === direction) || !artifacts.some(isUncompared);
  return { from, to, direction: isSeen ? direction : "other" };
}

/** One side could not be checked. */
export const isUncompared = ({ from, to }: Pick<ArtifactChange, "from" | "to">): boolean =>
  from === "undetermined" || to === "undetermined";

const isThere = (state: MofState): boolean => state !== "absent" && state !== "undetermined";

/** Artifacts whose license changed in the same way are told of together, wherever the license before was stated. */
function licensesBetween(base: Report, report: Report): readonly LicenseChange[] {
  const byChange = new Map<string, LicenseChange & { readonly of: { readonly artifacts: ArtifactId[] } }>();
  for (const id of ARTIFACT_IDS) {
    const change = licenseChangeOf(base.components[id], report.components[id]);
    if (change === undefined) continue;
    const { license, path } = change.before;
    const key = JSON.stringify({ ...change, before: { license, isStated: path !== undefined } });
    const known = byChange.get(key);
    if (known === undefined) byChange.set(key, { ...change, of: { artifacts: [id] } });
    else known.of.artifacts.push(id);
  }
  const all = [...byChange.values(), ...narrowedFiles(base, report)];
  return [...all.filter(isHarsher), ...all.filter((change) => !isHarsher(change))];
}

/** Findings are the same where their rule and words are: lines may have moved. */
function newFindings(base: Report, report: Report): readonly ReportFinding[] {
  const keyOf = ({ rule, message, path }: ReportFinding) => JSON.stringify([rule, message, path]);
  const known = new Set(base.findings.map(keyOf));
  return report.findings.filter((finding) => finding.level !== "notice" && !known.has(keyOf(finding)));
}

function directionOf(from: MofState, to: MofState): ArtifactChange["direction"] {
  if (isUncompared({ from, to })) return "other";
  if (to === "open") return "better";
  return from === "open" ? "worse" : "other";
}
