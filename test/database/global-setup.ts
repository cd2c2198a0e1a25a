/** Starts PostgreSQL once for a whole run of the tests, while the first of them are on their way already. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { hasPostgres, startPostgres } from "./server.ts";

declare module "vitest" {
  export interface ProvidedContext {
    /** A directory where `postgres.json` appears once the server is there, or once it is known that it cannot be. */
    databases: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const directory = await mkdtemp(join(tmpdir(), "openness-databases-"));
  project.provide("databases", directory);
  const starting = hasPostgres ? begin(join(directory, "postgres.json")) : Promise.resolve(undefined);
  return async () => {
    await (await starting)?.remove();
    await rm(directory, { recursive: true, force: true });
  };
}

async function begin(path: string) {
  try {
    const server = await startPostgres();
    await writeFile(path, JSON.stringify({ url: server.url("postgres") }));
    return server;
  } catch (error) {
    await writeFile(path, JSON.stringify({ error: String(error) }));
    return undefined;
  }
}
