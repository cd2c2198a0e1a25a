/** What is deleted because it is nobody's to know any more, and what because nobody used it for long. */
import type { Database, Sql } from "../database/database.ts";
import { dayOf, toColumn } from "./columns.ts";
import { INSTALLATION_SCOPE, installationScope, PUBLIC_SCOPE } from "./scope.ts";

/** Everything that belongs to one repository, the repository itself last. */
const OF_A_REPOSITORY = ["audits", "commits", "refs", "comments", "commands", "lists"] as const;
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
  ["remote_facts", "asked_on"],
] as const;
const DAYS = 90;

const HAS_NO_REPOSITORY = "repository NOT IN (SELECT id FROM openness.repositories)";
const HAS_NO_INSTALLATION = `scope <> '${PUBLIC_SCOPE}' AND scope NOT IN (
  SELECT '${INSTALLATION_SCOPE}' || installation FROM openness.repositories WHERE installation IS NOT NULL)`;
/** `$1` is a day; what was used since may belong to a repository that is just being heard of. */
const LEFT_OVER = [
  ["audits", `used_on < $1::date AND ${HAS_NO_REPOSITORY}`],
  ["commits", `used_on < $1::date AND ${HAS_NO_REPOSITORY}`],
  ["refs", `at < $1::date AND ${HAS_NO_REPOSITORY}`],
  // They matter for an hour, whoever's they are.
  ["commands", "at < $1::date"],
  // What was not used by now is an audit's that came to nothing, or was made of a newer commit.
  ["lists", "kept_on < $1::date"],
  ["blobs", `used_on < $1::date AND ${HAS_NO_INSTALLATION}`],
  ["facts", `used_on < $1::date AND ${HAS_NO_INSTALLATION}`],
] as const;
const LEFT_OVER_DAYS = 1;
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

/**
 * Deletes what was not used for ninety days, and what is left of repositories and installations that are forgotten: an
 * audit that was under way in another process may have ended after it. Resolves with the number of rows.
 */
export async function deleteUnused(sql: Sql, now: Date): Promise<number> {
  const daysAgo = (days: number) => dayOf(new Date(now.getTime() - days * 24 * 60 * 60 * 1000));
  let deleted = 0;
  for (const [table, column] of UNUSED) deleted += await deleteRows(sql, table, `${column} < $1::date`, daysAgo(DAYS));
  for (const [table, condition] of LEFT_OVER)
    deleted += await deleteRows(sql, table, condition, daysAgo(LEFT_OVER_DAYS));
  return deleted;
}

/**
 * Deletes the rows that meet the condition, a little at a time. One that another process has in hand at this moment is
 * left, and so is one that was marked as used meanwhile.
 */
async function deleteRows(sql: Sql, table: string, condition: string, day: string): Promise<number> {
  const statement = `WITH gone AS (DELETE FROM openness.${table} WHERE ctid = ANY (ARRAY(
      SELECT ctid FROM openness.${table} WHERE ${condition} LIMIT ${ROWS_PER_STATEMENT} FOR UPDATE SKIP LOCKED
    )) RETURNING 1) SELECT count(*)::integer AS rows FROM gone`;
  for (let deleted = 0; ; ) {
    const [answer] = await sql.query<{ rows: number }>(statement, [day]);
    const rows = answer?.rows ?? 0;
    deleted += rows;
    if (rows < ROWS_PER_STATEMENT) return deleted;
  }
}
