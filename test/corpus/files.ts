/** Where the corpus's files lie, and reading them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type FirstLook, firstLookSchema, type Golden, goldenSchema, type Label, labelSchema } from "./schemas.ts";

const FIXTURES = join(import.meta.dirname, "../../fixtures");
const FIRST_LOOK = "first-look";

/** Names of the JSON files in a folder of the fixtures, without their ending. */
export function namesIn(folder: "corpus" | "labels"): string[] {
  const place = join(FIXTURES, folder);
  if (!existsSync(place)) return [];
  return readdirSync(place)
    .filter((file) => file.endsWith(".json") && file !== `${FIRST_LOOK}.json`)
    .map((file) => file.slice(0, -".json".length))
    .sort();
}

export const goldenPath = (name: string): string => join(FIXTURES, "corpus", `${name}.json`);
export const firstLookPath = join(FIXTURES, "labels", `${FIRST_LOOK}.json`);

/** @throws {z.ZodError} when the file has another shape */
export function readGolden(name: string): Golden | undefined {
  const path = goldenPath(name);
  return existsSync(path) ? goldenSchema.parse(read(path)) : undefined;
}

/** @throws {z.ZodError} when the file has another shape */
export function readLabel(name: string): Label | undefined {
  const path = join(FIXTURES, "labels", `${name}.json`);
  return existsSync(path) ? labelSchema.parse(read(path)) : undefined;
}

/** @throws {z.ZodError} when the file has another shape */
export function readFirstLook(): FirstLook {
  return existsSync(firstLookPath) ? firstLookSchema.parse(read(firstLookPath)) : [];
}

const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
