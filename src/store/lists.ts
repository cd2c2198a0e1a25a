/** File lists that were read ahead of an audit. They are its own, and gone once it has used them. */
import type { Sql } from "../database/database.ts";
import type { Entry } from "../snapshot/snapshot.ts";
import { dayOf, toKey } from "./columns.ts";
import { packJson, unpackJson } from "./packing.ts";
import { writeRows } from "./rows.ts";
import type { KeptList } from "./store.ts";

export async function readList(sql: Sql, repository: number, tree: string): Promise<readonly Entry[] | undefined> {
  const [row] = await sql.query<{ entries: string }>(
    `SELECT encode(entries, 'base64') AS entries FROM openness.lists WHERE repository = $1 AND tree = $2`,
    [repository, toKey(tree)],
  );
  if (row === undefined) return undefined;
  // JSON has no `undefined`: the size of a submodule was left out.
  const entries = unpackJson<readonly (Omit<Entry, "size"> & Partial<Pick<Entry, "size">>)[]>(row.entries)?.value;
  return entries?.map(({ size, ...entry }) => ({ ...entry, size }));
}

export async function writeLists(sql: Sql, lists: readonly KeptList[], now: Date): Promise<void> {
  await writeRows(
    sql,
    `INSERT INTO openness.lists (repository, tree, entries, kept_on)
     SELECT repository, tree, decode(entries, 'base64'), $2::date
     FROM json_to_recordset($1::json) AS rows (repository bigint, tree text, entries text)
     ON CONFLICT (repository) DO UPDATE SET tree = excluded.tree, entries = excluded.entries, kept_on = excluded.kept_on`,
    lists.map(({ repository, tree, entries }) => ({ repository, tree: toKey(tree), entries: packJson(entries) })),
    ({ repository }) => String(repository),
    [dayOf(now)],
  );
}

export async function deleteList(sql: Sql, repository: number): Promise<void> {
  await sql.query(`DELETE FROM openness.lists WHERE repository = $1`, [repository]);
}
