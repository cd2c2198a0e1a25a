/** Directories for the embedded database. */
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { inject } from "vitest";
import { openEmbedded } from "../../src/database/embedded.ts";

const MODULES = join(import.meta.dirname, "../../node_modules");

/** A temporary DATA_DIR, removed at the latest when the tests have ended, whose embedded database is made already, which saves the seconds that making one takes. */
export async function freshDataDir(): Promise<{ dataDir: string; close(): Promise<void> }> {
  const dataDir = await mkdtemp(join(inject("databases"), "data-"));
  await cp(await template(), dataDir, { recursive: true });
  return { dataDir, close: () => rm(dataDir, { recursive: true, force: true }) };
}

/** Made once for each version of the engine, and kept beside the packages. */
async function template(): Promise<string> {
  const manifest = await readFile(join(MODULES, "@electric-sql/pglite/package.json"), "utf8");
  const { version } = JSON.parse(manifest) as { version: string };
  const path = join(MODULES, ".cache/openness", `embedded-${version}`);
  if (existsSync(path)) return path;
  await mkdir(dirname(path), { recursive: true });
  const beside = await mkdtemp(`${path}.`);
  await (await openEmbedded({ dataDir: beside })).close();
  // Another test file may have been faster, and theirs is as good.
  await rename(beside, path).catch(() => rm(beside, { recursive: true, force: true }));
  return path;
}
