import { minimatch } from "minimatch";
import { ARTIFACT_IDS, type ArtifactFinding, type ArtifactId, type Evidence } from "../evidence/artifacts/artifact.ts";
import type { Facts } from "../evidence/facts.ts";
import { type SaidValue, told } from "../messages/said.ts";
import type { Policy } from "./policy.ts";

interface DeclaredProblem {
  readonly rule: "declared-not-found";
  readonly level: "warning";
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
    for (const place of typeof declared === "string" ? [declared] : declared) {
      const found = /^https?:\/\//i.test(place) ? [declaredAddress(place)] : inTree(place, facts);
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
