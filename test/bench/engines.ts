/** Where the App keeps its work while a bench runs: a fresh folder, or a PostgreSQL server of its own. */
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { hasPostgres, startPostgres } from "../database/server.ts";

export type Engine = "embedded" | "PostgreSQL";

/** The engines that this machine has. */
export const ENGINES: readonly Engine[] = hasPostgres ? ["embedded", "PostgreSQL"] : ["embedded"];

/** Said in the place of figures that cannot be had. */
export const NO_POSTGRES = "PostgreSQL is not on this machine: apt-get install postgresql";

/** Runs something with an empty database, whose settings it is given; PostgreSQL waits for the disk as in service. */
export async function withEngine<R>(
  engine: Engine,
  work: (environment: Readonly<Record<string, string>>) => Promise<R>,
): Promise<R> {
  if (engine === "PostgreSQL") {
    const server = await startPostgres({ isDurable: true });
    try {
      return await work({ DATABASE_URL: server.url("postgres") });
    } finally {
      await server.remove();
    }
  }
  const dataDir = await mkdtemp(join(tmpdir(), "openness-bench-"));
  try {
    return await work({ DATA_DIR: dataDir });
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}
