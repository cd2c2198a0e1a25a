/** Where the gallery's files lie, and reading them. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SHOWN } from "./list.ts";
import { type Kept, keptSchema } from "./schema.ts";

const ROOT = join(import.meta.dirname, "../..");

export const KEPT_FOLDER = join(ROOT, "fixtures/gallery");
/** In the same folder: what was found wrong. */
export const REVIEW_FILE = "review.json";
export const PAGE = join(ROOT, "docs/gallery.md");

/** `owner/name` as the folder of its checkout and its kept file are called. */
export const fileName = (repository: string): string => repository.replace("/", "+");
export const keptPath = (repository: string): string => join(KEPT_FOLDER, `${fileName(repository)}.json`);

/** @throws {z.ZodError} when the file has another shape */
export function readKept(repository: string): Kept | undefined {
  const path = keptPath(repository);
  return existsSync(path) ? keptSchema.parse(JSON.parse(readFileSync(path, "utf8"))) : undefined;
}

/** Everything that is kept, in the order of the gallery. */
export const allKept = (): readonly Kept[] => SHOWN.flatMap(({ repository }) => readKept(repository) ?? []);
