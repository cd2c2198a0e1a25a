/** When people had pull requests audited on demand. */
import type { Sql } from "../database/database.ts";

/** The newest are enough to tell whether another one comes too soon. */
const KEPT = 20;

export async function readCommands(sql: Sql, repository: number, pullRequest: number): Promise<Date[]> {
  const rows = await sql.query<{ at: Date }>(
    `SELECT at FROM openness.commands WHERE repository = $1 AND pull_request = $2 ORDER BY at DESC LIMIT ${KEPT}`,
    [repository, pullRequest],
  );
  return rows.map(({ at }) => at);
}

export async function writeCommand(sql: Sql, repository: number, pullRequest: number, at: Date): Promise<void> {
  await sql.query(`INSERT INTO openness.commands (repository, pull_request, at) VALUES ($1, $2, $3::timestamptz)`, [
    repository,
    pullRequest,
    at.toISOString(),
  ]);
}
