/**
 * How well audits agree with labels. Components of low confidence are left out, and licenses of low confidence.
 *
 *   presence   present (in-repo or linked) against absent: precision, recall, F1; `undetermined` is not present
 *   place      of those that are present and found, how many in the right place
 *   license    of those that are present, found and labelled with a license, how many with the same one
 *   falseOpen  reported open where no labelled license is open: the error that must not happen
 */
import { ARTIFACT_IDS, type ArtifactId } from "../../src/evidence/artifacts/artifact.ts";
import type { Golden, Label } from "./schemas.ts";

export interface Share {
  right: number;
  of: number;
}

export interface Counts {
  truePositive: number;
  falsePositive: number;
  falseNegative: number;
}

export interface Score {
  readonly repositories: number;
  readonly presence: Counts;
  readonly perArtifact: Readonly<Record<ArtifactId, Counts>>;
  readonly place: Share;
  readonly license: Share;
  readonly modelRepository: Share;
  readonly falseOpen: readonly string[];
  /** Each disagreement on presence or license, as a line to read. */
  readonly misses: readonly string[];
}

/** Licenses that are open by OSI, FSF, or as open data or content, without the suffix for later versions. */
const OPEN = new Set(
  `afl-3.0 apache-2.0 mit mit-0 bsd-2-clause bsd-3-clause isc 0bsd zlib unlicense upl-1.0 ecl-2.0 artistic-2.0 bsl-1.0 mpl-2.0
  epl-2.0 eupl-1.2 gpl-2.0 gpl-3.0 lgpl-2.1 lgpl-3.0 agpl-3.0 mulanpsl-2.0 ncsa postgresql cc0-1.0 cc-by-2.0 cc-by-2.5
  cc-by-3.0 cc-by-4.0 cc-by-sa-3.0 cc-by-sa-4.0 cdla-permissive-1.0 cdla-permissive-2.0 cdla-sharing-1.0 odc-by-1.0
  odbl-1.0 pddl-1.0 openmdw-1.0 openmdw-1.1 python-2.0 psf-2.0`.split(/\s+/),
);

/** Ways in which one license is written become one. Undefined where no license is named. */
export function licenseKey(id: string | null | undefined): string | undefined {
  const key = (id ?? "")
    .toLowerCase()
    .replace(/^licenseref-/, "")
    .replace(/[\s_]+/g, "-")
    .replace(/-(only|or-later)$/, "")
    .replace(/-license(-agreement)?$/, "")
    .replace(/-community$/, "");
  return key === "" || /^(none|unknown|noassertion|unlicensed)$/.test(key) ? undefined : key;
}

/** Scores summaries against labels of the same names. */
export function score(pairs: readonly { name: string; label: Label; found: Golden }[]): Score {
  const perArtifact = Object.fromEntries(
    ARTIFACT_IDS.map((id) => [id, { truePositive: 0, falsePositive: 0, falseNegative: 0 }]),
  ) as Record<ArtifactId, Counts>;
  const place: Share = { right: 0, of: 0 };
  const license: Share = { right: 0, of: 0 };
  const modelRepository: Share = { right: 0, of: 0 };
  const falseOpen: string[] = [];
  const misses: string[] = [];
  for (const { name, label, found } of pairs) {
    count(modelRepository, label.is_model_repo === found.isModelRepository);
    for (const id of ARTIFACT_IDS) {
      const want = label.components[id];
      const got = found.components[id];
      if (want === undefined || want.confidence === "low") continue;
      const isWanted = want.presence !== "absent";
      const isFound = got.presence === "in-repo" || got.presence === "linked";
      if (isWanted || isFound)
        perArtifact[id][isWanted && isFound ? "truePositive" : isWanted ? "falseNegative" : "falsePositive"] += 1;
      if (isWanted !== isFound) misses.push(`${name} ${id}: labelled ${want.presence}, found ${got.presence}`);
      const accepted = [want.licence, ...(want.licence_any ?? [])].flatMap((one) => licenseKey(one) ?? []);
      const isLicenseSure = want.licence_confidence !== "low";
      if (isWanted && isFound) {
        count(place, want.presence === got.presence);
        if (isLicenseSure && licenseKey(want.licence) !== undefined) {
          const isRight = accepted.includes(licenseKey(got.license) ?? "");
          count(license, isRight);
          if (!isRight) misses.push(`${name} ${id}: license labelled ${want.licence}, found ${got.license ?? "none"}`);
        }
      }
      if (got.openness === "open" && isLicenseSure && !accepted.some((key) => OPEN.has(key)))
        falseOpen.push(`${name} ${id}: labelled ${want.licence ?? "none"}, found open under ${got.license}`);
    }
  }
  const presence = { truePositive: 0, falsePositive: 0, falseNegative: 0 };
  for (const counts of Object.values(perArtifact))
    for (const key of Object.keys(presence) as (keyof Counts)[]) presence[key] += counts[key];
  return { repositories: pairs.length, presence, perArtifact, place, license, modelRepository, falseOpen, misses };
}

/** Precision, recall and their harmonic mean; 1 where there was nothing to get wrong. */
export function measures({ truePositive, falsePositive, falseNegative }: Counts): {
  precision: number;
  recall: number;
  f1: number;
} {
  const precision = ratio({ right: truePositive, of: truePositive + falsePositive });
  const recall = ratio({ right: truePositive, of: truePositive + falseNegative });
  return { precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall) };
}

/** 1 where nothing was counted. */
export function ratio({ right, of }: Share): number {
  return of === 0 ? 1 : right / of;
}

function count(share: Share, isRight: boolean): void {
  share.of += 1;
  if (isRight) share.right += 1;
}
