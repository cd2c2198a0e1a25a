/** A record of the model in the Model Openness Tool, held against the evidence, component by component. */
import type { ArtifactId } from "../../evidence/artifacts/artifact.ts";
import { CLASS_LABELS, COMPONENTS, type MofLevel } from "../../frameworks/mof/catalogue.ts";
import type { MofFile } from "../../frameworks/mof/file.ts";
import { evaluateMot, resolveLicense } from "../../frameworks/mof/mot.ts";
import { stateOf } from "../../frameworks/mof/state.ts";
import { normalizeLicenseName } from "../../license/names.ts";
import { visible } from "../markdown/escape.ts";
import type { Report } from "../schema.ts";
import { mofLicense } from "./mof-license.ts";

export type MofDifference =
  | { readonly id: ArtifactId; readonly kind: "recorded-not-found" | "undetermined"; readonly recorded: string }
  | { readonly id: ArtifactId; readonly kind: "found-not-recorded"; readonly found: string }
  | { readonly id: ArtifactId; readonly kind: "license"; readonly recorded: string; readonly found: string };

export interface MofComparison {
  readonly recordedClass: MofLevel;
  readonly foundClass: MofLevel;
  readonly differences: readonly MofDifference[];
  /** Components that record and evidence agree on, those that neither has included. */
  readonly agreed: number;
}

const UNLICENSED = "no license";

/** Compares; what could not be looked at is told as such and contradicts nothing. */
export function compareMof(report: Report, record: MofFile): MofComparison {
  const listed = new Set(record.components.map(({ id }) => id));
  const differences = COMPONENTS.flatMap(({ id }): MofDifference[] => {
    const component = report.components[id];
    const recorded = listed.has(id) ? (resolveLicense(record, id) ?? UNLICENSED) : undefined;
    const isFound = component.presence === "in-repo" || component.presence === "linked";
    const found = isFound ? (component.license === null ? UNLICENSED : mofLicense(component.license.id)) : undefined;
    if (recorded !== undefined && stateOf(component) === "undetermined")
      return [{ id, kind: "undetermined", recorded }];
    if (recorded !== undefined && found === undefined) return [{ id, kind: "recorded-not-found", recorded }];
    if (recorded === undefined) return found === undefined ? [] : [{ id, kind: "found-not-recorded", found }];
    if (found === undefined || isSame(recorded, found)) return [];
    return [{ id, kind: "license", recorded, found }];
  });
  return {
    recordedClass: evaluateMot(record).class,
    foundClass: report.mof.mot.class,
    differences,
    agreed: COMPONENTS.length - differences.length,
  };
}

/** Names of licenses are compared by what they mean. */
const isSame = (one: string, other: string): boolean => meaning(one) === meaning(other);
const meaning = (name: string): string => (normalizeLicenseName(name.slice(0, 200))?.id ?? name).trim().toLowerCase();

/** The comparison as lines of text, with a line break at the end. */
export function mofComparisonText({ recordedClass, foundClass, differences, agreed }: MofComparison): string {
  const names = new Map(COMPONENTS.map(({ id, name }) => [id, name]));
  const width = Math.max(0, ...differences.map(({ id }) => names.get(id)!.length));
  return [
    `Record: ${CLASS_LABELS[recordedClass]}`,
    `Evidence, by the same rules: ${CLASS_LABELS[foundClass]}`,
    `${agreed} of ${COMPONENTS.length} components agree.`,
    ...(differences.length === 0 ? [] : [""]),
    ...differences.map((one) => `  ${names.get(one.id)!.padEnd(width)}  ${wordsOf(one)}`),
    "",
  ].join("\n");
}

function wordsOf(difference: MofDifference): string {
  switch (difference.kind) {
    case "recorded-not-found":
      return `recorded (${visible(difference.recorded, 80)}), not found`;
    case "undetermined":
      return `recorded (${visible(difference.recorded, 80)}), could not be checked`;
    case "found-not-recorded":
      return `found (${visible(difference.found, 80)}), not recorded`;
    case "license":
      return `recorded with ${visible(difference.recorded, 80)}, found with ${visible(difference.found, 80)}`;
  }
}
