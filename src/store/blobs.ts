/** Contents by object id. */
import type { Sql } from "../database/database.ts";
import type { GitHubBlob } from "../snapshot/github.ts";
import { dayOf, toColumn, toKey } from "./columns.ts";
import { Lru } from "./lru.ts";
import { packBytes, toBytes, unpackValue } from "./packing.ts";
import { writeRows } from "./rows.ts";

/** Memory for contents, in bytes. */
const BYTES = 64 * 1024 * 1024;
/** What one of them takes besides its bytes, about. */
const OVERHEAD_BYTES = 200;
/** Each may have some megabytes: so many are read at once that the answer stays small beside them. */
const BLOBS_PER_STATEMENT = 250;

interface Row {
  readonly place: number;
  readonly blob: string;
  readonly is_stale: boolean;
}

const LOAD = `SELECT asked.place, encode(kept.blob, 'base64') AS blob, kept.used_on < $3::date AS is_stale
  FROM json_to_recordset($2::json) AS asked(place integer, sha text)
  JOIN openness.blobs AS kept ON kept.scope = $1 AND kept.sha = asked.sha`;

/** Whoever cannot have a row at once leaves it: marking as used is worth no waiting, and can so never end in a deadlock. */
const TOUCH = `UPDATE openness.blobs SET used_on = $3::date WHERE ctid = ANY (ARRAY(
  SELECT kept.ctid FROM json_to_recordset($2::json) AS asked(sha text)
  JOIN openness.blobs AS kept ON kept.scope = $1 AND kept.sha = asked.sha
  FOR UPDATE OF kept SKIP LOCKED))`;

/** Contents never change under their id; a row that could not be read back is replaced. */
const SAVE = `INSERT INTO openness.blobs (scope, sha, blob, used_on)
  SELECT $2, sha, decode(blob, 'base64'), $3::date FROM json_to_recordset($1::json) AS given(sha text, blob text)
  ON CONFLICT (scope, sha) DO UPDATE SET blob = excluded.blob, used_on = excluded.used_on`;

export class Blobs {
  readonly #sql: Sql;
  readonly #now: () => Date;
  readonly #memory = new Lru<GitHubBlob>(BYTES);

  constructor(sql: Sql, now: () => Date) {
    this.#sql = sql;
    this.#now = now;
  }

  /** Those of the blobs that are known. */
  async get(scope: string, shas: readonly string[]): Promise<Map<string, GitHubBlob>> {
    const found = new Map<string, GitHubBlob>();
    const unknown: string[] = [];
    for (const sha of new Set(shas)) {
      const blob = this.#memory.get(`${scope}/${sha}`);
      if (blob === undefined) unknown.push(sha);
      else found.set(sha, blob);
    }
    for (let from = 0; from < unknown.length; from += BLOBS_PER_STATEMENT)
      await this.#read(scope, unknown.slice(from, from + BLOBS_PER_STATEMENT), found);
    return found;
  }

  async remember(scope: string, blobs: ReadonlyMap<string, GitHubBlob>): Promise<void> {
    // An answer that was not to be had today may be tomorrow.
    const known = [...blobs].filter(([, { kind }]) => kind !== "unavailable");
    const rows = known.map(([sha, blob]) => ({ sha: toKey(sha), blob: packBytes(toBytes(blob)) }));
    await writeRows(this.#sql, SAVE, rows, ({ sha }) => sha, [toColumn(scope), dayOf(this.#now())]);
    for (const [sha, blob] of known) this.#keep(scope, sha, blob);
  }

  forgetScope(scope: string): void {
    this.#memory.deletePrefix(`${scope}/`);
  }

  async #read(scope: string, shas: readonly string[], found: Map<string, GitHubBlob>): Promise<void> {
    const asked = shas.map((sha, place) => ({ place, sha: toKey(sha) }));
    const day = dayOf(this.#now());
    const rows = await this.#sql.query<Row>(LOAD, [toColumn(scope), JSON.stringify(asked), day]);
    for (const { place, blob } of rows) {
      const sha = shas[place];
      const unpacked = unpackValue<GitHubBlob>(blob);
      if (sha === undefined || unpacked === undefined) continue;
      found.set(sha, unpacked.value);
      this.#keep(scope, sha, unpacked.value);
    }
    const stale = rows.filter(({ is_stale }) => is_stale).map(({ place }) => asked[place]);
    if (stale.length > 0) await this.#sql.query(TOUCH, [toColumn(scope), JSON.stringify(stale), day]);
  }

  #keep(scope: string, sha: string, blob: GitHubBlob): void {
    const bytes = blob.kind === "bytes" ? blob.bytes.length : 0;
    this.#memory.set(`${scope}/${sha}`, blob, OVERHEAD_BYTES + bytes);
  }
}
