/** Where branches and pull requests point, and which comments are ours. */
import type { Sql } from "../database/database.ts";
import { fromColumn, toColumn, toKey } from "./columns.ts";
import type { RefState } from "./store.ts";

export async function readRef(sql: Sql, repository: number, ref: string): Promise<RefState | undefined> {
  const [row] = await sql.query<{ head: string; at: Date }>(
    `SELECT head, at FROM openness.refs WHERE repository = $1 AND ref = $2`,
    [repository, toKey(ref)],
  );
  return row === undefined ? undefined : { head: fromColumn(row.head), at: row.at };
}

/** One statement, so that of two processes that tell at the same time the later event wins, in whatever order they come. */
export async function writeRef(sql: Sql, repository: number, ref: string, head: string, at: Date): Promise<boolean> {
  const written = await sql.query(
    `INSERT INTO openness.refs (repository, ref, head, at) VALUES ($1, $2, $3, $4::timestamptz)
     ON CONFLICT (repository, ref) DO UPDATE SET head = excluded.head, at = excluded.at
     WHERE openness.refs.at <= excluded.at
     RETURNING repository`,
    [repository, toKey(ref), toColumn(head), at.toISOString()],
  );
  return written.length > 0;
}

export async function readComment(sql: Sql, repository: number, pullRequest: number): Promise<string | undefined> {
  const [row] = await sql.query<{ comment: string }>(
    `SELECT comment FROM openness.comments WHERE repository = $1 AND pull_request = $2`,
    [repository, pullRequest],
  );
  return row === undefined ? undefined : fromColumn(row.comment);
}

export async function hasComments(sql: Sql, repository: number): Promise<boolean> {
  const rows = await sql.query(`SELECT 1 AS one FROM openness.comments WHERE repository = $1 LIMIT 1`, [repository]);
  return rows.length > 0;
}

export async function writeComment(sql: Sql, repository: number, pullRequest: number, id: string): Promise<void> {
  await sql.query(
    `INSERT INTO openness.comments (repository, pull_request, comment) VALUES ($1, $2, $3)
     ON CONFLICT (repository, pull_request) DO UPDATE SET comment = excluded.comment`,
    [repository, pullRequest, toColumn(id)],
  );
}
