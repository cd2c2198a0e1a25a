/** What is known of single commits: their trees, and what stands on GitHub about them. */
import type { Sql } from "../database/database.ts";
import { dayOf, fromColumn, toColumn, toKey } from "./columns.ts";
import { Lru } from "./lru.ts";
import { packJson, unpackJson } from "./packing.ts";
import type { Published } from "./store.ts";

const NOTHING: Published = { isCheckDone: false, comments: [], answered: [], base: undefined, attempt: undefined };
const TREES = 20_000;

/** Trees are kept in memory too, because a commit's tree never changes; what stands on GitHub does, by any process. */
export class Commits {
  readonly #sql: Sql;
  readonly #now: () => Date;
  readonly #trees = new Lru<string>(TREES);

  constructor(sql: Sql, now: () => Date) {
    this.#sql = sql;
    this.#now = now;
  }

  async published(repository: number, head: string): Promise<Published> {
    const values = [repository, toKey(head), dayOf(this.#now())];
    const [row] = await this.#sql.query<{ published: string | null; is_stale: boolean }>(
      `SELECT encode(published, 'base64') AS published, used_on < $3::date AS is_stale FROM openness.commits
       WHERE repository = $1 AND head = $2`,
      values,
    );
    if (row?.is_stale === true)
      await this.#sql.query(
        `UPDATE openness.commits SET used_on = $3::date WHERE repository = $1 AND head = $2`,
        values,
      );
    const known = row?.published ? unpackJson<Published>(row.published)?.value : undefined;
    return { ...NOTHING, ...known };
  }

  async rememberPublished(repository: number, head: string, published: Published): Promise<void> {
    await this.#sql.query(
      `INSERT INTO openness.commits (repository, head, published, used_on)
       VALUES ($1, $2, decode($3, 'base64'), $4::date)
       ON CONFLICT (repository, head) DO UPDATE SET published = excluded.published, used_on = excluded.used_on`,
      [repository, toKey(head), packJson(published), dayOf(this.#now())],
    );
  }

  async tree(repository: number, head: string): Promise<string | undefined> {
    const known = this.#trees.get(`${repository}/${head}`);
    if (known !== undefined) return known;
    const [row] = await this.#sql.query<{ tree: string | null }>(
      `SELECT tree FROM openness.commits WHERE repository = $1 AND head = $2`,
      [repository, toKey(head)],
    );
    if (row === undefined || row.tree === null) return undefined;
    const tree = fromColumn(row.tree);
    this.#trees.set(`${repository}/${head}`, tree);
    return tree;
  }

  async rememberTree(repository: number, head: string, tree: string): Promise<void> {
    if (this.#trees.get(`${repository}/${head}`) === tree) return;
    await this.#sql.query(
      `INSERT INTO openness.commits (repository, head, tree, used_on) VALUES ($1, $2, $3, $4::date)
       ON CONFLICT (repository, head) DO UPDATE SET tree = excluded.tree, used_on = excluded.used_on`,
      [repository, toKey(head), toColumn(tree), dayOf(this.#now())],
    );
    this.#trees.set(`${repository}/${head}`, tree);
  }

  /** Of the process's memory. */
  forget(repositories: ReadonlySet<number>): void {
    this.#trees.deleteWhere((key) => repositories.has(Number(key.slice(0, key.indexOf("/")))));
  }
}
