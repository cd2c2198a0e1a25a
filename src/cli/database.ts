/** The server's database, for commands that a person runs beside the server or while it is stopped. */
import { existsSync } from "node:fs";
import { type Database, DatabaseError, DatabaseUnreachable } from "../database/database.ts";
import { readDatabase, SettingsError } from "../server/settings.ts";
import { UsageError } from "./usage.ts";

/** A person waits: longer than this, the database is not there. */
const PATIENCE = 5_000;

/** What each such command says about where it looks. */
export const DATABASE_HELP =
  "The database is that of DATABASE_URL, else the embedded one in DATA_DIR, which must not be in use by a server.";

/**
 * Opens the database, brings its tables to their shape, and closes it when `work` is done.
 * @throws {UsageError} when it cannot be opened or used: says what to do
 */
export async function withDatabase<T>(
  work: (database: Database) => Promise<T>,
  { mayBeNew = false }: { readonly mayBeNew?: boolean } = {},
): Promise<T> {
  let database: Database | undefined;
  try {
    const { url, dataDir } = readDatabase(process.env);
    if (url === undefined && !mayBeNew && !existsSync(dataDir))
      throw new UsageError(
        `There is no database in ${dataDir}: no server ran here yet. Set DATABASE_URL or DATA_DIR as for the server.`,
      );
    const { openDatabase } = await import("../database/open.ts");
    const { migrate } = await import("../database/migrate.ts");
    const { MIGRATIONS } = await import("../server/migrations.ts");
    database = await openDatabase({ url, dataDir, patience: PATIENCE });
    await migrate(database, MIGRATIONS);
    return await work(database);
  } catch (error) {
    const isExpected =
      error instanceof SettingsError || error instanceof DatabaseError || error instanceof DatabaseUnreachable;
    throw isExpected ? new UsageError(error.message) : error;
  } finally {
    await database?.close();
  }
}
