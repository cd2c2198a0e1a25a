/** Reports by what decides them. */
import type { Sql } from "../database/database.ts";
import type { Report } from "../report/schema.ts";
import { dayOf, toKey } from "./columns.ts";
import { Lru } from "./lru.ts";
import { packJson, unpackJson } from "./packing.ts";
import type { AuditKey } from "./store.ts";

/** Memory for reports, in bytes of JSON; as objects they take about three times as much. Any other costs one read of the database. */
const BYTES = 8 * 1024 * 1024;

interface Row {
  readonly report: string;
  readonly is_stale: boolean;
}

/** A report never changes under its key, so that what is in memory never goes stale. */
export class Audits {
  readonly #sql: Sql;
  readonly #now: () => Date;
  readonly #reports = new Lru<Report>(BYTES);
  /** Packed forms of reports that are being kept, because one report is kept under two keys. */
  readonly #packed = new WeakMap<Report, string>();

  constructor(sql: Sql, now: () => Date) {
    this.#sql = sql;
    this.#now = now;
  }

  async get(key: AuditKey): Promise<Report | undefined> {
    const known = this.#reports.get(memoryKey(key));
    if (known !== undefined) return known;
    const values = [...columnsOf(key), dayOf(this.#now())];
    const [row] = await this.#sql.query<Row>(
      `SELECT encode(report, 'base64') AS report, used_on < $4::date AS is_stale FROM openness.audits
       WHERE repository = $1 AND tree = $2 AND rules = $3`,
      values,
    );
    const unpacked = row === undefined ? undefined : unpackJson<Report>(row.report);
    if (row === undefined || unpacked === undefined) return undefined;
    if (row.is_stale)
      await this.#sql.query(
        `UPDATE openness.audits SET used_on = $4::date WHERE repository = $1 AND tree = $2 AND rules = $3`,
        values,
      );
    this.#reports.set(memoryKey(key), unpacked.value, unpacked.bytes);
    return unpacked.value;
  }

  async remember(key: AuditKey, report: Report): Promise<void> {
    const packed = this.#packed.get(report) ?? packJson(report);
    this.#packed.set(report, packed);
    await this.#sql.query(
      `INSERT INTO openness.audits (repository, tree, rules, report, used_on)
       VALUES ($1, $2, $3, decode($4, 'base64'), $5::date)
       ON CONFLICT (repository, tree, rules) DO UPDATE SET report = excluded.report, used_on = excluded.used_on`,
      [...columnsOf(key), packed, dayOf(this.#now())],
    );
    // The report that was just made holds pieces of texts, and a piece keeps its whole text in memory: a copy does not.
    const copy = unpackJson<Report>(packed);
    if (copy !== undefined) this.#reports.set(memoryKey(key), copy.value, copy.bytes);
  }

  /** Of the process's memory. */
  forget(repositories: ReadonlySet<number>): void {
    this.#reports.deleteWhere((key) => repositories.has(Number(key.slice(0, key.indexOf("/")))));
  }
}

function columnsOf({ repository, tree, rules }: AuditKey): unknown[] {
  return [repository, toKey(tree), toKey(rules)];
}

function memoryKey({ repository, tree, rules }: AuditKey): string {
  return `${repository}/${tree}/${rules}`;
}
