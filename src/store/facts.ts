/** What files were seen to show, in the database: read before an audit in one statement, written after it in another. */
import type { Sql } from "../database/database.ts";
import type { FactsCache, FactsKey, Kept } from "../evidence/facts-cache.ts";
import { RULES_VERSION } from "../version.ts";
import { dayOf, toColumn, toKey } from "./columns.ts";
import type { FileFacts, FileKey, MemoryFacts } from "./memory-facts.ts";
import { packBytes, toBytes, unpackValue } from "./packing.ts";
import { writeRows } from "./rows.ts";

/** A file whose facts an audit may ask for. */
export type FactsFile = Pick<FactsKey, "path" | "sha">;

/** The facts that one audit works with. */
export interface KeptFacts extends FactsCache {
  /** Keeps what is new; what was kept before is not written again. */
  save(): Promise<void>;
}

interface Row {
  /** Place of the file in the list that was asked for. */
  readonly place: number;
  readonly facts: string;
  readonly is_stale: boolean;
}

const FILES_PER_STATEMENT = 2_000;

const LOAD = `SELECT asked.place, encode(kept.facts, 'base64') AS facts, kept.used_on < $4::date AS is_stale
  FROM json_to_recordset($3::json) AS asked(place integer, sha text, path text)
  JOIN openness.facts AS kept
    ON kept.scope = $1 AND kept.version = $2 AND kept.sha = asked.sha AND kept.path = asked.path`;

/** Whoever cannot have a row at once leaves it: marking as used is worth no waiting, and can so never end in a deadlock. */
const TOUCH = `UPDATE openness.facts SET used_on = $4::date WHERE ctid = ANY (ARRAY(
  SELECT kept.ctid FROM json_to_recordset($3::json) AS asked(sha text, path text)
  JOIN openness.facts AS kept
    ON kept.scope = $1 AND kept.version = $2 AND kept.sha = asked.sha AND kept.path = asked.path
  FOR UPDATE OF kept SKIP LOCKED))`;

/** A row that could not be read back is not known, is found anew, and is replaced. */
const SAVE = `INSERT INTO openness.facts (scope, sha, path, version, facts, used_on)
  SELECT $2, sha, path, version, decode(facts, 'base64'), $3::date
  FROM json_to_recordset($1::json) AS given(sha text, path text, version text, facts text)
  ON CONFLICT (scope, sha, path, version) DO UPDATE SET facts = excluded.facts, used_on = excluded.used_on`;

/**
 * Opens the facts of some files. All of them that are known under the current version of the rules are in memory when it
 * resolves, so that an audit finds them without waiting.
 * @param memory what this process knows already; it is not read again
 */
export async function openFacts(
  sql: Sql,
  memory: MemoryFacts,
  scope: string,
  files: readonly FactsFile[],
  now: Date,
): Promise<KeptFacts> {
  const kept = new Kepts(sql, memory, scope, dayOf(now));
  await kept.load(files);
  return kept;
}

class Kepts implements KeptFacts {
  readonly #sql: Sql;
  readonly #memory: MemoryFacts;
  readonly #scope: string;
  readonly #day: string;
  /** Held besides the memory of the process, which may forget anything at any time. */
  readonly #files = new Map<string, FileFacts>();
  readonly #changed = new Map<string, FileKey>();

  constructor(sql: Sql, memory: MemoryFacts, scope: string, day: string) {
    this.#sql = sql;
    this.#memory = memory;
    this.#scope = scope;
    this.#day = day;
  }

  async load(files: readonly FactsFile[]): Promise<void> {
    const keys = new Map(files.map(({ path, sha }) => [nameOf({ path, sha, version: RULES_VERSION }), { path, sha }]));
    const unknown: FileKey[] = [];
    for (const [name, { path, sha }] of keys) {
      const key: FileKey = { path, sha, version: RULES_VERSION };
      const known = this.#memory.file(this.#scope, key);
      if (known === undefined) unknown.push(key);
      else this.#files.set(name, known);
    }
    for (let from = 0; from < unknown.length; from += FILES_PER_STATEMENT)
      await this.#read(unknown.slice(from, from + FILES_PER_STATEMENT));
  }

  get(key: FactsKey): Kept | undefined {
    return (this.#files.get(nameOf(key)) ?? this.#memory.file(this.#scope, key))?.get(key.analyser);
  }

  set(key: FactsKey, kept: Kept): void {
    const name = nameOf(key);
    this.#files.set(name, this.#memory.add(this.#scope, key, kept, this.#files.get(name)));
    this.#changed.set(name, { path: key.path, sha: key.sha, version: key.version });
  }

  async save(): Promise<void> {
    const rows = Array.from(this.#changed, ([name, { path, sha, version }]) => ({
      sha: toKey(sha),
      path: toKey(path),
      version: toKey(version),
      facts: packBytes(toBytes(this.#files.get(name))),
    }));
    const keyOf = ({ sha, path, version }: (typeof rows)[number]) => `${sha}/${version}/${path}`;
    await writeRows(this.#sql, SAVE, rows, keyOf, [toColumn(this.#scope), this.#day]);
    this.#changed.clear();
  }

  async #read(keys: readonly FileKey[]): Promise<void> {
    const asked = keys.map(({ sha, path }, place) => ({ place, sha: toKey(sha), path: toKey(path) }));
    const values = [toColumn(this.#scope), toKey(RULES_VERSION)];
    const rows = await this.#sql.query<Row>(LOAD, [...values, JSON.stringify(asked), this.#day]);
    for (const { place, facts } of rows) {
      const key = keys[place];
      const unpacked = unpackValue<FileFacts>(facts);
      if (key === undefined || !(unpacked?.value instanceof Map)) continue;
      this.#files.set(nameOf(key), unpacked.value);
      this.#memory.setFile(this.#scope, key, unpacked.value, unpacked.bytes);
    }
    const stale = rows.filter(({ is_stale }) => is_stale).map(({ place }) => asked[place]);
    if (stale.length > 0) await this.#sql.query(TOUCH, [...values, JSON.stringify(stale), this.#day]);
  }
}

/** The path comes last, because it may hold any character. */
function nameOf({ version, path, sha }: FileKey): string {
  return `${version}/${sha}/${path}`;
}
