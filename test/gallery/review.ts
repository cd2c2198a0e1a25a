/**
 * What was found wrong in the gallery by reading the repositories, for as long as the program says it. The page tells
 * it beside what it corrects, and the script and the tests tell once it is not said any more.
 */
import type { ArtifactId } from "../../src/evidence/artifacts/artifact.ts";
import type { Kept } from "./schema.ts";

export interface Mistake {
  readonly repository: string;
  /** The artifact or the requirement that is judged wrongly, or that the repository is taken for a model's. */
  readonly about: ArtifactId | `${string}-${string}` | "model";
  /** A part of what is kept of it that is wrong: an address, a path, a state, some words. */
  readonly says: string;
  /** What is right; plain text, written by us. */
  readonly right: string;
  /** Where that is written. */
  readonly at?: { readonly path: string; readonly lines: readonly [number, number] };
}

/** On which day the repositories were last read for it. */
export const REVIEWED = "2026-11-24";

export const MISTAKES: readonly Mistake[] = [];

/** Whether what is kept still says it. */
export function isStillSaid({ about, says }: Mistake, kept: Kept): boolean {
  const { isModelRepository, because, artifacts, frameworks } = kept;
  if (about === "model") return JSON.stringify({ isModelRepository, because }).includes(says);
  const artifact = Object.entries(artifacts).find(([id]) => id === about)?.[1];
  const requirement = frameworks.flatMap(({ requirements }) => requirements).find(({ id }) => id === about);
  return [artifact, requirement].some((one) => one !== undefined && JSON.stringify(one).includes(says));
}
