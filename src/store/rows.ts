/** Many rows in few statements. */
import type { Sql } from "../database/database.ts";

/** Characters of one statement's rows: enough for most audits at once, and little beside what a process may hold. */
const CHARACTERS_PER_STATEMENT = 8 * 1024 * 1024;
const ROWS_PER_STATEMENT = 2_000;

/**
 * Runs `statement` for all rows, as many at a time as is good; in it, `json_to_recordset($1::json)` gives them. Rows are
 * written in the order of their keys, so that two processes that write the same ones never wait for each other in a ring.
 * @param keyOf orders the rows; of two with the same key the later is written
 * @param more values of `$2`, `$3`, …
 */
export async function writeRows<Row extends object>(
  sql: Sql,
  statement: string,
  rows: readonly Row[],
  keyOf: (row: Row) => string,
  more: readonly unknown[] = [],
): Promise<void> {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  const sorted = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1));
  let pending: string[] = [];
  let characters = 0;
  const flush = async () => {
    if (pending.length > 0) await sql.query(statement, [`[${pending.join(",")}]`, ...more]);
    pending = [];
    characters = 0;
  };
  for (const [, row] of sorted) {
    const text = JSON.stringify(row);
    if (characters + text.length > CHARACTERS_PER_STATEMENT || pending.length >= ROWS_PER_STATEMENT) await flush();
    pending.push(text);
    characters += text.length;
  }
  await flush();
}
