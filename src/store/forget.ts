/** What is deleted because it is nobody's to know any more, and what because nobody used it for long. */
import type { Database, Sql } from "../database/database.ts";
import { dayOf, toColumn } from "./columns.ts";
import { installationScope } from "./scope.ts";

/** Everything that belongs to one repository, the repository itself last. */
const OF_A_REPOSITORY = ["audits", "commits", "refs", "comments"] as const;
/**
 * What may be made or asked for again. Comments are not among it: that a person deleted one is known only as long as it
 * is remembered that it was written.
 */
const UNUSED = [
  ["audits", "used_on"],
  ["commits", "used_on"],
  ["blobs", "used_on"],
  ["facts", "used_on"],
  ["refs", "at"],
] as const;
const DAYS = 90;
const ROWS_PER_STATEMENT = 1_000;

/** Deletes all that is kept of repositories, in one transaction. */
export async function deleteRepository(database: Database, repository: number): Promise<void> {
  await database.transaction(async (sql) => {
    for (const table of OF_A_REPOSITORY)
      await sql.query(`DELETE FROM openness.${table} WHERE repository = $1`, [repository]);
    await sql.query(`DELETE FROM openness.repositories WHERE id = $1`, [repository]);
  });
}

/** Deletes all that is kept of an installation, in one transaction; what others share stays. Resolves with its repositories. */
export async function deleteInstallation(database: Database, installation: number): Promise<number[]> {
  return await database.transaction(async (sql) => {
    const rows = await sql.query<{ id: number | string | bigint }>(
      `DELETE FROM openness.repositories WHERE installation = $1 RETURNING id`,
      [installation],
    );
    const ids = rows.map(({ id }) => Number(id));
    for (const table of OF_A_REPOSITORY)
      await sql.query(
        `DELETE FROM openness.${table} WHERE repository IN (SELECT value::bigint FROM json_array_elements_text($1::json))`,
        [JSON.stringify(ids)],
      );
    await deleteScope(sql, installationScope(installation));
    await sql.query(`DELETE FROM openness.backfills WHERE installation = $1`, [installation]);
    return ids;
  });
}

export async function deleteScope(sql: Sql, scope: string): Promise<void> {
  await sql.query(`DELETE FROM openness.blobs WHERE scope = $1`, [toColumn(scope)]);
  await sql.query(`DELETE FROM openness.facts WHERE scope = $1`, [toColumn(scope)]);
}

/** Deletes what was not used for ninety days, a little at a time. Resolves with the number of rows. */
export async function deleteUnused(sql: Sql, now: Date): Promise<number> {
  const day = dayOf(new Date(now.getTime() - DAYS * 24 * 60 * 60 * 1000));
  let deleted = 0;
  for (const [table, column] of UNUSED) {
    // A row that another process is using at this moment is left, and so is one that it has just marked as used.
    const statement = `WITH gone AS (DELETE FROM openness.${table} WHERE ctid = ANY (ARRAY(
        SELECT ctid FROM openness.${table} WHERE ${column} < $1::date LIMIT ${ROWS_PER_STATEMENT} FOR UPDATE SKIP LOCKED
      )) RETURNING 1) SELECT count(*)::integer AS rows FROM gone`;
    while (true) {
      const [answer] = await sql.query<{ rows: number }>(statement, [day]);
      deleted += answer?.rows ?? 0;
      if ((answer?.rows ?? 0) < ROWS_PER_STATEMENT) break;
    }
  }
  return deleted;
}
