/** The database as the rest of the program sees it: the same SQL on PostgreSQL and on the embedded engine. */

/** Where statements go: the database itself, or one transaction of it. */
export interface Sql {
  /**
   * Runs one statement. Values go in as `$1`, `$2`, …, never as text.
   * @throws {DatabaseUnreachable} when there is no database to be had at the moment
   */
  query<Row extends object>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface Database extends Sql {
  readonly kind: "postgres" | "embedded";
  /** Runs `work` in one transaction: all of it happens, or, when it throws, nothing. */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A step from one shape of the tables to the next. Once shipped, it never changes. */
export interface Migration {
  /** Sorts after the names of the steps before it, as `002 comments`. */
  readonly name: string;
  readonly statements: readonly string[];
}

/** The database does not answer: later it may. */
export class DatabaseUnreachable extends Error {
  override readonly name = "DatabaseUnreachable";
}

/** The database cannot be used as it is: says what is wrong, where, and what to do. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
}
