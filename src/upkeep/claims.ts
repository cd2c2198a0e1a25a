/** Who does which upkeep: of several processes on one database, one at a time. */
import type { Migration, Sql } from "../database/database.ts";

export const UPKEEP_MIGRATIONS: readonly Migration[] = [
  {
    name: "upkeep 001 claims",
    statements: [
      `CREATE SCHEMA IF NOT EXISTS openness`,
      `CREATE TABLE openness.upkeep (
        task text PRIMARY KEY,
        owner text,
        claimed_until timestamptz,
        ran_at timestamptz,
        covers_until timestamptz
      )`,
    ],
  },
];

/** Seconds after which a claim that is not renewed is anyone's: its process is gone. */
export const CLAIM_SECONDS = 60;

/** A task that this process may do now. */
export interface Claim {
  /** Until when the task's earlier runs covered what happened; undefined before the first. */
  readonly since: Date | undefined;
}

export interface Claims {
  /**
   * Claims a task that nobody does at the moment and that ran last more than `restSeconds` ago.
   * @returns undefined when it is another's, or not due
   */
  claim(task: string, owner: string, restSeconds: number): Promise<Claim | undefined>;
  /** Keeps a claim. @returns false when it was lost */
  renew(task: string, owner: string): Promise<boolean>;
  /** Gives a claim back. @param coversUntil what the run covered; undefined where it has to be covered again */
  release(task: string, owner: string, coversUntil: Date | undefined): Promise<void>;
}

/** Claims in the database, whose clock is the one that counts. */
export class DatabaseClaims implements Claims {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async claim(task: string, owner: string, restSeconds: number): Promise<Claim | undefined> {
    const [row] = await this.#sql.query<{ covers_until: Date | null }>(
      `INSERT INTO openness.upkeep AS known (task, owner, claimed_until)
       VALUES ($1, $2, now() + make_interval(secs => $3::double precision))
       ON CONFLICT (task) DO UPDATE SET owner = excluded.owner, claimed_until = excluded.claimed_until
       WHERE (known.claimed_until IS NULL OR known.claimed_until < now())
         AND (known.ran_at IS NULL OR known.ran_at <= now() - make_interval(secs => $4::double precision))
       RETURNING covers_until`,
      [task, owner, CLAIM_SECONDS, restSeconds],
    );
    return row === undefined ? undefined : { since: row.covers_until ?? undefined };
  }

  async renew(task: string, owner: string): Promise<boolean> {
    const rows = await this.#sql.query(
      `UPDATE openness.upkeep SET claimed_until = now() + make_interval(secs => $3::double precision)
       WHERE task = $1 AND owner = $2 RETURNING task`,
      [task, owner, CLAIM_SECONDS],
    );
    return rows.length > 0;
  }

  async release(task: string, owner: string, coversUntil: Date | undefined): Promise<void> {
    await this.#sql.query(
      `UPDATE openness.upkeep SET owner = NULL, claimed_until = NULL, ran_at = now(),
         covers_until = coalesce($3::timestamptz, covers_until)
       WHERE task = $1 AND owner = $2`,
      [task, owner, coversUntil?.toISOString() ?? null],
    );
  }
}
