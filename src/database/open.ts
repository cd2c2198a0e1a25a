/** Opens the database that the settings name. */
import type { Database, DatabaseLog } from "./database.ts";
import { openEmbedded } from "./embedded.ts";
import { openPostgres } from "./postgres.ts";

export interface DatabaseSettings {
  /** `DATABASE_URL`. Absent: the embedded database. */
  readonly url?: string | undefined;
  /** `DATA_DIR`: where the embedded database lies. */
  readonly dataDir: string;
  /** Milliseconds to wait for a PostgreSQL that is not there yet; five minutes where left out. */
  readonly patience?: number;
  readonly log?: DatabaseLog;
}

/**
 * Opens PostgreSQL where there is a `DATABASE_URL`, else the embedded database in `DATA_DIR`.
 * @throws {DatabaseError} when it cannot be used; says what to do
 * @throws {DatabaseUnreachable} when no PostgreSQL answered in time
 */
export async function openDatabase({ url, dataDir, ...more }: DatabaseSettings): Promise<Database> {
  return url === undefined || url === ""
    ? await openEmbedded({ dataDir, ...more })
    : await openPostgres({ url, ...more });
}
