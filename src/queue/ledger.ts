/** What is owed, and which deliveries asked for it. */
import type { Database, Sql } from "../database/database.ts";
import type { WaitingKey } from "./jobs.ts";

/** One delivery's work, as text. */
export interface Entry {
  readonly delivery: string;
  readonly work: readonly (WaitingKey & { readonly value: string })[];
}

/** One row of owed work. */
export interface OwedRow {
  readonly id: number;
  readonly key: string;
  readonly group: string;
  readonly delivery: string;
  readonly priority: number;
  readonly value: unknown;
  readonly spent: number;
}

export interface DeadRow extends OwedRow {
  readonly letter: number;
  readonly reason: string | null;
  readonly dead_at: Date;
}

/** GitHub delivers again what is at most three days old; the rest of the time is for clocks and people. */
const KEPT = "8 days";
const REASON_LENGTH = 2_000;
const COLUMNS = `id, key, "group", delivery, priority, value, spent`;
const WAITING_KEY = `key, lane, "group", priority`;

/**
 * Writes down deliveries and what they ask for, in their order.
 * @returns the deliveries that are new, and the keys that are owed now: theirs, and those of dead work asked for again
 */
export async function enter(sql: Sql, entries: readonly Entry[]): Promise<{ taken: Set<string>; keys: WaitingKey[] }> {
  const deliveries = entries.map(({ delivery }) => delivery).sort();
  const work = entries.flatMap(({ delivery, work }) => work.map((one) => ({ ...one, delivery })));
  const numbered = work.map((one, n) => ({ ...one, n }));
  const rows = await sql.query<{ id: string }>(
    `WITH fresh AS (
      INSERT INTO openness.deliveries (id) SELECT id FROM unnest($1::text[]) AS d (id) ORDER BY id
      ON CONFLICT (id) DO NOTHING RETURNING id
    ), added AS (
      INSERT INTO openness.owed (delivery, ${WAITING_KEY}, value)
      SELECT delivery, ${WAITING_KEY}, value::json
      FROM json_to_recordset($2::json)
        AS w (n integer, delivery text, key text, lane text, "group" text, priority integer, value text)
      WHERE delivery IN (SELECT id FROM fresh) ORDER BY n
    )
    SELECT id FROM fresh`,
    [deliveries, JSON.stringify(numbered)],
  );
  const taken = new Set(rows.map(({ id }) => id));
  const keys: WaitingKey[] = work.filter(({ delivery }) => taken.has(delivery));
  const known = deliveries.filter((id) => !taken.has(id));
  if (known.length > 0) {
    const revived = await sql.query<WaitingKey & { delivery: string }>(
      `UPDATE openness.owed SET dead_at = NULL, letter = NULL, reason = NULL, spent = 0
      WHERE delivery = ANY($1::text[]) AND dead_at IS NOT NULL RETURNING delivery, ${WAITING_KEY}`,
      [known],
    );
    for (const { delivery, ...key } of revived) {
      taken.add(delivery);
      keys.push(key);
    }
  }
  return { taken, keys };
}

/** The work that each of some keys is owed, oldest first. */
export async function owedTo(sql: Sql, keys: readonly string[]): Promise<OwedRow[][]> {
  const rows = await sql.query<OwedRow>(
    `SELECT ${COLUMNS} FROM openness.owed WHERE key = ANY($1::text[]) AND dead_at IS NULL ORDER BY id`,
    [[...keys]],
  );
  const byKey = Map.groupBy(rows, ({ key }) => key);
  return keys.map((key) => byKey.get(key) ?? []);
}

/** The work that was added to a key after one of its rows. */
export async function owedAfter(sql: Sql, key: string, row: number): Promise<OwedRow[]> {
  return await sql.query<OwedRow>(
    `SELECT ${COLUMNS} FROM openness.owed WHERE key = $1 AND dead_at IS NULL AND id > $2::bigint ORDER BY id`,
    [key, row],
  );
}

export async function strike(sql: Sql, rows: readonly OwedRow[]): Promise<void> {
  if (rows.length > 0) await sql.query("DELETE FROM openness.owed WHERE id = ANY($1::bigint[])", [idsOf(rows)]);
}

/** @param tenths of an attempt that were spent */
export async function spend(sql: Sql, rows: readonly OwedRow[], tenths: number, reason: string): Promise<void> {
  await sql.query(
    "UPDATE openness.owed SET spent = spent + $2::int, reason = $3 WHERE id = ANY($1::bigint[]) AND dead_at IS NULL",
    [idsOf(rows), tenths, readable(reason)],
  );
}

/** Gives rows up, together: they are one dead letter from now on. */
export async function bury(sql: Sql, rows: readonly OwedRow[], tenths: number, reason: string): Promise<void> {
  await sql.query(
    `UPDATE openness.owed SET dead_at = now(), letter = $2::bigint, spent = spent + $3::int, reason = $4
    WHERE id = ANY($1::bigint[]) AND dead_at IS NULL`,
    [idsOf(rows), rows[0]?.id, tenths, readable(reason)],
  );
}

/** The rows of the latest dead letters, latest first. */
export async function deadRows(sql: Sql, letters: number): Promise<DeadRow[]> {
  return await sql.query<DeadRow>(
    `SELECT ${COLUMNS}, letter, reason, dead_at FROM openness.owed
    WHERE dead_at IS NOT NULL AND letter IN (
      SELECT letter FROM openness.owed WHERE dead_at IS NOT NULL
      GROUP BY letter ORDER BY max(dead_at) DESC, letter DESC LIMIT $1::int
    )
    ORDER BY dead_at DESC, letter DESC, id`,
    [letters],
  );
}

const CHOSEN = "dead_at IS NOT NULL AND ($1::bigint[] IS NULL OR letter = ANY($1::bigint[]))";

export async function reviveLetters(sql: Sql, ids: readonly number[] | undefined): Promise<[number, WaitingKey[]]> {
  const rows = await sql.query<WaitingKey & { was: number }>(
    `UPDATE openness.owed o SET dead_at = NULL, letter = NULL, reason = NULL, spent = 0
    FROM (SELECT id, letter AS was FROM openness.owed WHERE ${CHOSEN}) AS dead
    WHERE o.id = dead.id RETURNING ${WAITING_KEY}, was`,
    [ids === undefined ? null : [...ids]],
  );
  return [new Set(rows.map(({ was }) => was)).size, rows];
}

export async function discardLetters(sql: Sql, ids: readonly number[] | undefined): Promise<number> {
  const rows = await sql.query<{ letter: number }>(`DELETE FROM openness.owed WHERE ${CHOSEN} RETURNING letter`, [
    ids === undefined ? null : [...ids],
  ]);
  return new Set(rows.map(({ letter }) => letter)).size;
}

export async function countDead(sql: Sql): Promise<number> {
  const [row] = await sql.query<{ dead: number }>(
    "SELECT count(DISTINCT key) AS dead FROM openness.owed WHERE dead_at IS NOT NULL",
  );
  return row?.dead ?? 0;
}

/** Those of the deliveries that were taken, less those with work that was given up. */
export async function knownDeliveries(sql: Sql, ids: readonly string[]): Promise<Set<string>> {
  const rows = await sql.query<{ id: string }>(
    `SELECT id FROM openness.deliveries d WHERE id = ANY($1::text[]) AND NOT EXISTS (
      SELECT 1 FROM openness.owed o WHERE o.delivery = d.id AND o.dead_at IS NOT NULL
    )`,
    [[...ids]],
  );
  return new Set(rows.map(({ id }) => id));
}

export async function pause(sql: Sql, group: string, seconds: number): Promise<void> {
  await sql.query(
    `INSERT INTO openness.pauses ("group", until) VALUES ($1, now() + $2::float8 * interval '1 second')
    ON CONFLICT ("group") DO UPDATE SET until = EXCLUDED.until`,
    [group, seconds],
  );
}

export async function pausedGroups(sql: Sql): Promise<string[]> {
  const rows = await sql.query<{ group: string }>(`SELECT "group" FROM openness.pauses WHERE until > now()`);
  return rows.map(({ group }) => group);
}

/** Throws away all that a group is owed. Jobs that stand for it find nothing to do. */
export async function forgetGroup(sql: Sql, group: string): Promise<number> {
  const rows = await sql.query(`DELETE FROM openness.owed WHERE "group" = $1 RETURNING 1 AS one`, [group]);
  return rows.length;
}

/** Forgets deliveries that GitHub cannot repeat any more, and pauses that are over; what is owed or dead stays. */
export async function forgetOld(database: Database): Promise<number> {
  const rows = await database.query(
    `DELETE FROM openness.deliveries d WHERE taken_at < now() - interval '${KEPT}'
      AND NOT EXISTS (SELECT 1 FROM openness.owed o WHERE o.delivery = d.id)
    RETURNING 1 AS one`,
  );
  await database.query("DELETE FROM openness.pauses WHERE until < now() - interval '1 minute'");
  return rows.length;
}

const idsOf = (rows: readonly OwedRow[]): number[] => rows.map(({ id }) => id);

/** A reason may quote anything, and PostgreSQL takes no NUL in a text. */
const readable = (reason: string): string => reason.slice(0, REASON_LENGTH).replaceAll("\0", "");

/** The rows' work as one, oldest first. */
export function merged<T>(rows: readonly OwedRow[], merge: (earlier: T, later: T) => T): T {
  return rows.map(({ value }) => value as T).reduce((earlier, later) => merge(earlier, later));
}
