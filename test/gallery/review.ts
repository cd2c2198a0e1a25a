/**
 * What was found wrong in the gallery by reading the repositories, for as long as the program says it. The page tells
 * it beside what it corrects, and the script and the tests tell once it is not said any more.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { KEPT_FOLDER, REVIEW_FILE } from "./files.ts";
import { type Kept, type Mistake, reviewSchema } from "./schema.ts";

/** On which day the repositories were last read for it. */
export const REVIEWED = "2026-11-24";

export const MISTAKES: readonly Mistake[] = reviewSchema.parse(
  JSON.parse(readFileSync(join(KEPT_FOLDER, REVIEW_FILE), "utf8")),
);

/** Whether what is kept still says it. */
export function isStillSaid({ about, says }: Mistake, kept: Kept): boolean {
  const { isModelRepository, because, artifacts, frameworks } = kept;
  if (about === "model") return JSON.stringify({ isModelRepository, because }).includes(says);
  const artifact = Object.entries(artifacts).find(([id]) => id === about)?.[1];
  const requirement = frameworks.flatMap(({ requirements }) => requirements).find(({ id }) => id === about);
  return [artifact, requirement].some((one) => one !== undefined && JSON.stringify(one).includes(says));
}
