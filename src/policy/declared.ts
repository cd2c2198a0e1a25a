import { minimatch } from "minimatch";
import { ARTIFACT_IDS, type ArtifactFinding, type ArtifactId, type Evidence } from "../evidence/artifacts/artifact.ts";
import type { Facts } from "../evidence/facts.ts";
import { normalizeLicenseName } from "../license/names.ts";
import { type SaidValue, say, told } from "../messages/said.ts";
import type { DeclaredPlace, Policy } from "./policy.ts";

interface DeclaredProblem {
  readonly rule: "declared-not-found" | "declared-license";
  readonly level: "warning" | "notice";
  /** In English. */
  readonly message: string;
  readonly code: string;
  readonly values: readonly SaidValue[];
}

export interface DeclaredOutcome {
  readonly findings: Record<ArtifactId, ArtifactFinding>;
  readonly problems: DeclaredProblem[];
}

/**
 * Adds what the owner says about where artifacts are. A path or glob counts when the tree has it; an address counts as
 * linked; a path that is not there is a finding and proves nothing.
 */
export function applyDeclared(
  policy: Policy,
  facts: Facts,
  findings: Record<ArtifactId, ArtifactFinding>,
): DeclaredOutcome {
  const problems: DeclaredOutcome["problems"] = [];
  const merged = { ...findings };
  for (const id of ARTIFACT_IDS) {
    const declared = policy.artifacts[id];
    if (declared === undefined) continue;
    const evidence: Evidence[] = [];
    for (const { place, isAddress } of placesIn(declared)) {
      const found = isAddress ? [declaredAddress(place)] : inTree(place, facts);
      if (found.length === 0)
        problems.push({
          rule: "declared-not-found",
          level: "warning",
          ...told("policy.declaredNotFound", id, place),
        });
      evidence.push(...found);
    }
    if (evidence.length === 0) continue;
    const inRepo = evidence.some((item) => "path" in item);
    const presence = inRepo || findings[id].presence === "in-repo" ? "in-repo" : "linked";
    merged[id] = { ...findings[id], presence, evidence: [...evidence, ...findings[id].evidence].slice(0, 12) };
  }
  return { findings: merged, problems };
}

interface Place {
  readonly place: string;
  readonly isAddress: boolean;
  readonly license: string | undefined;
}

/** One way to write places; a text is an address if it looks like one. */
function placesIn(declared: DeclaredPlace | readonly DeclaredPlace[]): readonly Place[] {
  return [declared].flat().map((one): Place => {
    if (typeof one === "string") return { place: one, isAddress: /^https?:\/\//i.test(one), license: undefined };
    return "url" in one
      ? { place: one.url, isAddress: true, license: one.license }
      : { place: one.path, isAddress: false, license: one.license };
  });
}

/** What an artifact's license is found to be. */
export interface StatedLicense {
  readonly license: { readonly id: string | null } | null;
}

/**
 * The licenses that the owner declares, where they are not what is stated. A declaration is shown and counts for nothing:
 * users of the artifact do not read this file, so a license has to be stated where they find it.
 */
export function declaredLicenses(
  { artifacts }: Pick<Policy, "artifacts">,
  components: Readonly<Record<ArtifactId, StatedLicense>>,
): DeclaredProblem[] {
  return ARTIFACT_IDS.flatMap((id): DeclaredProblem[] => {
    const places = artifacts[id] === undefined ? [] : placesIn(artifacts[id]);
    const stated = components[id].license;
    return [...new Set(places.flatMap(({ license }) => license ?? []))].flatMap((license): DeclaredProblem[] => {
      const named = normalizeLicenseName(license)?.id ?? license;
      if (stated === null)
        return [{ rule: "declared-license", level: "notice", ...told("policy.declaredLicense", id, license) }];
      if (stated.id === named) return [];
      const words = told("policy.declaredLicenseDiffers", id, license, stated.id ?? say("policy.unnamedLicense"));
      return [{ rule: "declared-license", level: "warning", ...words }];
    });
  });
}

function declaredAddress(url: string): Evidence {
  return { url, writtenAt: { path: ".github/openness.yml", lines: [1, 1] }, rule: "declared-by-owner" };
}

function inTree(place: string, facts: Facts): Evidence[] {
  const prefix = place.replace(/\/{1,20}$/, "");
  return facts.entries
    .filter(
      ({ path }) =>
        path === prefix || path.startsWith(`${prefix}/`) || minimatch(path, place, { dot: true, nobrace: true }),
    )
    .slice(0, 12)
    .map((entry) => ({ path: entry.path, sha: entry.sha, rule: "declared-by-owner" }));
}
