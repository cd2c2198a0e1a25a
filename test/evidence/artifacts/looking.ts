import type { ArtifactFinding, ArtifactId } from "../../../src/evidence/artifacts/artifact.ts";
import { artifact } from "../../../src/evidence/artifacts/index.ts";
import { gatherFacts } from "../../../src/evidence/gather.ts";
import { type FileOf, snapshotOf } from "../../snapshot-of.ts";

/** What a rule finds in a small tree. */
export function look(
  id: ArtifactId,
  files: Readonly<Record<string, FileOf>>,
  options?: Parameters<typeof snapshotOf>[1],
): ArtifactFinding {
  return artifact(id).find(gatherFacts(snapshotOf(files, options)));
}

/** Where a rule finds the artifact. */
export function presence(
  id: ArtifactId,
  files: Readonly<Record<string, FileOf>>,
  options?: Parameters<typeof snapshotOf>[1],
): string {
  return look(id, files, options).presence;
}
