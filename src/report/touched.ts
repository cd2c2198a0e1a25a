/** Whether what a pull request changes belongs to an artifact. */
import type { ComponentReport, Report } from "./schema.ts";

/**
 * True where the files and addresses that are evidence of artifacts, or the files that state licenses, are not the same in
 * both reports. It takes no request, since the reports name them with the ids of their contents; so it sees a changed file
 * that was evidence before or is evidence now, and one that came, went or moved. It does not see a change to a file that
 * is evidence of nothing on either side, nor one within a license file that leaves its licenses the same.
 */
export function touchesArtifact(base: Report, report: Report): boolean {
  const before = placesOf(base);
  const after = placesOf(report);
  return before.size !== after.size || before.values().some((place) => !after.has(place));
}

function placesOf(report: Report): ReadonlySet<string> {
  const parts: readonly Pick<Report, "components" | "licenseFiles">[] = [report, ...(report.models ?? [])];
  const places = parts.flatMap(({ components, licenseFiles }) => [
    ...Object.entries(components).flatMap(([id, component]) => evidenceOf(component).map((place) => `${id} ${place}`)),
    ...licenseFiles.map(({ path, ids, scope }) => JSON.stringify([path, ids, scope])),
  ]);
  return new Set(places);
}

const evidenceOf = ({ evidence }: ComponentReport): readonly string[] =>
  evidence.map(({ path, sha, url }) => JSON.stringify([path ?? url, path === undefined ? undefined : sha]));
