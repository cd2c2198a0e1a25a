/** The database as the rest of the program sees it: the same SQL on PostgreSQL and on the embedded engine. */

/**
 * Where statements go: the database itself, or one transaction of it.
 *
 * Values come back alike from both engines: `bigint` columns as numbers where they are safe ones and as BigInt beyond,
 * `date` as "2026-01-31", `timestamptz` as Date, `numeric` as text, `bytea` as Uint8Array, `json` parsed. They go in as
 * numbers, text, booleans, Dates, Uint8Arrays and arrays of text; JSON goes in as text (`$1::json`).
 */
export interface Sql {
  /**
   * Runs one statement. Values go in as `$1`, `$2`, …, never as text. Without values it may be several statements with
   * semicolons between them; then the rows of all of them come back.
   * @throws {DatabaseUnreachable} when there is no database to be had at the moment
   * @throws {DatabaseError} when the database cannot be used as it is: its disk is full, the rights are missing
   */
  query<Row extends object>(statement: string, values?: readonly unknown[]): Promise<Row[]>;
}

export interface Database extends Sql {
  readonly kind: "postgres" | "embedded";
  /**
   * Runs `work` in one transaction: all of it happens, or, when it throws, nothing. A transaction in which a statement
   * failed is never committed, even where `work` passes over the error. Where the connection breaks during the commit,
   * nobody can know which it was: {@link DatabaseUnreachable}, and the work has to bear being done again.
   */
  transaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
  /**
   * Tells whether writing would be refused before it is tried; the embedded database alone can know.
   * @throws {DatabaseError} when it would be: says why
   */
  assertWritable?(): void;
  /** One connection of its own. Only PostgreSQL has it: the embedded database has one process, which needs none. */
  connect?(): Promise<Connection>;
  close(): Promise<void>;
}

/** A connection that stays the same: what is locked on it, and what it listens for, lasts until it ends. */
export interface Connection extends Sql {
  /** Calls `listener` whenever another transaction notifies a channel that this connection listens to. */
  onNotification(listener: (channel: string) => void): void;
  /** Resolves when the connection has ended: by {@link close}, or because it broke. */
  readonly ended: Promise<void>;
  close(): void;
}

/** A step from one shape of the tables to the next. Once shipped, it never changes. */
export interface Migration {
  /** Sorts after the names of the steps before it, as `002 comments`. */
  readonly name: string;
  readonly statements: readonly string[];
}

/** The part of a log that the database writes to; pino's loggers are one. */
export interface DatabaseLog {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

/** The database does not answer: later it may. */
export class DatabaseUnreachable extends Error {
  override readonly name = "DatabaseUnreachable";
}

/** The database cannot be used as it is: says what is wrong, where, and what to do. */
export class DatabaseError extends Error {
  override readonly name = "DatabaseError";
  /** Nothing can be written until somebody makes room. */
  readonly isDiskFull: boolean;

  constructor(
    message: string,
    { isDiskFull = false, ...options }: ErrorOptions & { readonly isDiskFull?: boolean } = {},
  ) {
    super(message, options);
    this.isDiskFull = isDiskFull;
  }
}
