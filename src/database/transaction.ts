/** What both engines do the same around the statements of a transaction. */
import { DatabaseError, type Sql } from "./database.ts";

/**
 * Runs the work of a transaction that has begun. Rejects where a statement failed, even when the work passed over it:
 * PostgreSQL answers the COMMIT of such a transaction with a ROLLBACK and no error.
 * @param query runs a statement on the transaction's connection
 */
export async function transactionOf<T>(query: Sql["query"], work: (sql: Sql) => Promise<T>): Promise<T> {
  let failure: { readonly error: unknown } | undefined;
  let isOver = false;
  const sql: Sql = {
    async query(statement, values) {
      if (isOver)
        throw new DatabaseError("a statement came after the end of its transaction: wait for it before the end");
      try {
        return await query(statement, values);
      } catch (error) {
        failure ??= { error };
        throw error;
      }
    },
  };
  try {
    const result = await work(sql);
    if (failure !== undefined) throw failure.error;
    return result;
  } finally {
    isOver = true;
  }
}
