/** Names of artifacts for a sentence: the first of them, and how many more there are. */
import type { ArtifactId } from "../../evidence/artifacts/artifact.ts";
import { type Said, say } from "../../messages/said.ts";

const MOST = 4;

/** At most four names; of more, three and the number of the rest. */
export function someOf(ids: readonly ArtifactId[]): readonly Said[] {
  const names = ids.map((id) => say(`artifact.${id}`));
  return names.length <= MOST ? names : [...names.slice(0, MOST - 1), say("freedoms.more", names.length - MOST + 1)];
}
