/** Brings the tables to the shape that this version of the program needs. */
import { type Database, DatabaseError, type Migration } from "./database.ts";

/** Any number, but always the same: two processes that start at once migrate one after the other. */
const LOCK = 4_806_311_947;

/**
 * Runs those of the steps that this database has not seen, in their order, in one transaction: all of them, or none.
 * Several processes may call it at the same time. Steps that are unknown here were made by a newer version and stay.
 * @throws {DatabaseError} names the step that failed
 */
export async function migrate(database: Database, migrations: readonly Migration[]): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query("SELECT pg_advisory_xact_lock($1::bigint)", [LOCK]);
    await sql.query("CREATE SCHEMA IF NOT EXISTS openness");
    await sql.query(
      "CREATE TABLE IF NOT EXISTS openness.migrations (name text PRIMARY KEY, done_at timestamptz NOT NULL DEFAULT now())",
    );
    const done = new Set(
      (await sql.query<{ name: string }>("SELECT name FROM openness.migrations")).map((r) => r.name),
    );
    for (const { name, statements } of migrations.filter((step) => !done.has(step.name))) {
      for (const statement of statements) {
        try {
          await sql.query(statement);
        } catch (cause) {
          if (cause instanceof DatabaseError) throw cause;
          const reason = cause instanceof Error ? cause.message : String(cause);
          throw new DatabaseError(
            `the tables cannot be brought to this version's shape: step "${name}" failed (${reason}); nothing was changed`,
            { cause },
          );
        }
      }
      await sql.query("INSERT INTO openness.migrations (name) VALUES ($1)", [name]);
    }
  });
}
