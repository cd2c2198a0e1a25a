/** How far the first look at an installation's repositories has come. */
import type { Sql } from "../database/database.ts";
import { fromColumn, toColumn } from "./columns.ts";
import type { Backfill } from "./store.ts";

interface Row {
  readonly installation: number | string | bigint;
  readonly cursor: string | null;
  readonly listed: number;
  readonly looked: number;
  readonly models: number;
  readonly queued: number;
  readonly started_at: Date;
  readonly finished_at: Date | null;
}

export async function readBackfill(sql: Sql, installation: number): Promise<Backfill | undefined> {
  const [row] = await sql.query<Row>(`SELECT * FROM openness.backfills WHERE installation = $1`, [installation]);
  return row === undefined ? undefined : toBackfill(row);
}

export async function readUnfinishedBackfills(sql: Sql): Promise<Backfill[]> {
  const rows = await sql.query<Row>(
    `SELECT * FROM openness.backfills WHERE finished_at IS NULL ORDER BY started_at, installation`,
  );
  return rows.map(toBackfill);
}

export async function readBackfills(sql: Sql): Promise<Backfill[]> {
  const rows = await sql.query<Row>(`SELECT * FROM openness.backfills ORDER BY started_at, installation`);
  return rows.map(toBackfill);
}

export async function writeBackfill(sql: Sql, backfill: Backfill): Promise<void> {
  await sql.query(
    `INSERT INTO openness.backfills (installation, cursor, listed, looked, models, queued, started_at, finished_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7::timestamptz, $8::timestamptz)
     ON CONFLICT (installation) DO UPDATE SET cursor = excluded.cursor, listed = excluded.listed,
       looked = excluded.looked, models = excluded.models, queued = excluded.queued,
       started_at = excluded.started_at, finished_at = excluded.finished_at`,
    [
      backfill.installation,
      backfill.cursor === undefined ? null : toColumn(backfill.cursor),
      backfill.listed,
      backfill.looked,
      backfill.models,
      backfill.queued,
      backfill.startedAt.toISOString(),
      backfill.finishedAt?.toISOString() ?? null,
    ],
  );
}

function toBackfill(row: Row): Backfill {
  const { listed, looked, models, queued } = row;
  return {
    installation: Number(row.installation),
    cursor: row.cursor === null ? undefined : fromColumn(row.cursor),
    listed,
    looked,
    models,
    queued,
    startedAt: row.started_at,
    ...(row.finished_at === null ? {} : { finishedAt: row.finished_at }),
  };
}
