/** What other hosts said of what repositories link. It is public, so it is shared by all installations. */
import type { Sql } from "../database/database.ts";
import { type RemoteFact, remoteFact } from "../evidence/remote/fact.ts";
import { packJson, unpackJson } from "./packing.ts";
import { writeRows } from "./rows.ts";

interface Row {
  readonly key: string;
  readonly fact: string;
}

/** Those that are known; what another version wrote and this one cannot read counts as not known. */
export async function readRemoteFacts(sql: Sql, keys: readonly string[]): Promise<ReadonlyMap<string, RemoteFact>> {
  if (keys.length === 0) return new Map();
  const rows = await sql.query<Row>(
    `SELECT key, encode(fact, 'base64') AS fact FROM openness.remote_facts
     WHERE key IN (SELECT json_array_elements_text($1::json))`,
    [JSON.stringify(keys)],
  );
  return new Map(
    rows.flatMap(({ key, fact }) => {
      const read = remoteFact.safeParse(unpackJson<unknown>(fact)?.value).data;
      return read === undefined ? [] : [[key, read] as const];
    }),
  );
}

export async function writeRemoteFacts(sql: Sql, facts: ReadonlyMap<string, RemoteFact>, now: Date): Promise<void> {
  await writeRows(
    sql,
    `INSERT INTO openness.remote_facts (key, fact, asked_on)
     SELECT key, decode(fact, 'base64'), $2::date FROM json_to_recordset($1::json) AS rows (key text, fact text)
     ON CONFLICT (key) DO UPDATE SET fact = excluded.fact, asked_on = excluded.asked_on`,
    [...facts].map(([key, fact]) => ({ key, fact: packJson(fact) })),
    ({ key }) => key,
    [now.toISOString()],
  );
}
