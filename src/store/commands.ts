/** When people had pull requests audited on demand. */
import type { Sql } from "../database/database.ts";

/** The newest are enough to tell whether another one comes too soon. */
const KEPT = 20;

/** @param except a command that does not count: the one that is about to be carried out, where it was before a crash */
export async function readCommands(
  sql: Sql,
  repository: number,
  pullRequest: number,
  except: string | undefined,
): Promise<Date[]> {
  const rows = await sql.query<{ at: Date }>(
    `SELECT at FROM openness.commands
    WHERE repository = $1 AND pull_request = $2 AND ($3::text IS NULL OR command IS DISTINCT FROM $3::text)
    ORDER BY at DESC LIMIT ${KEPT}`,
    [repository, pullRequest, except ?? null],
  );
  return rows.map(({ at }) => at);
}

/** @param command by which it is told from others, so that it is written down once; undefined where each time counts */
export async function writeCommand(
  sql: Sql,
  repository: number,
  pullRequest: number,
  at: Date,
  command: string | undefined,
): Promise<void> {
  await sql.query(
    `INSERT INTO openness.commands (repository, pull_request, at, command) VALUES ($1, $2, $3::timestamptz, $4::text)
    ON CONFLICT (repository, pull_request, command) DO NOTHING`,
    [repository, pullRequest, at.toISOString(), command ?? null],
  );
}
