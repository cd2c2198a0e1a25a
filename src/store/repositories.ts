/** Repositories as wholes: whose they are, whether they hold a model, and by which policy they are audited. */
import type { Sql } from "../database/database.ts";
import { fromColumn, toColumn } from "./columns.ts";
import { packJson, unpackJson } from "./packing.ts";
import { writeRows } from "./rows.ts";
import type { KnownRepository, RepositoryWithId } from "./store.ts";

type Property = keyof KnownRepository;

const COLUMNS: Readonly<Record<Property, { readonly name: string; readonly type: string }>> = {
  installation: { name: "installation", type: "bigint" },
  owner: { name: "owner", type: "text" },
  name: { name: "name", type: "text" },
  isPrivate: { name: "is_private", type: "boolean" },
  isModelRepository: { name: "is_model", type: "boolean" },
  isChecked: { name: "is_checked", type: "boolean" },
  nodeId: { name: "node_id", type: "text" },
  defaultBranch: { name: "default_branch", type: "text" },
  auditedHead: { name: "audited_head", type: "text" },
  policy: { name: "policy", type: "text" },
};
const PROPERTIES = Object.keys(COLUMNS) as Property[];

interface Row {
  readonly id: number | string | bigint;
  readonly installation: number | string | bigint | null;
  readonly owner: string | null;
  readonly name: string | null;
  readonly is_private: boolean | null;
  readonly is_model: boolean | null;
  readonly is_checked: boolean | null;
  readonly node_id: string | null;
  readonly default_branch: string | null;
  readonly audited_head: string | null;
  readonly policy: string | null;
}

const SELECT = `SELECT id, installation, owner, name, is_private, is_model, is_checked, node_id, default_branch, audited_head,
  encode(policy, 'base64') AS policy FROM openness.repositories`;
const PAGE = 500;

export async function readRepository(sql: Sql, id: number): Promise<KnownRepository> {
  const [row] = await sql.query<Row>(`${SELECT} WHERE id = $1`, [id]);
  return row === undefined ? {} : toKnown(row);
}

/** Those of an installation, in the order of their ids. */
export async function readRepositories(sql: Sql, installation: number): Promise<RepositoryWithId[]> {
  const rows = await sql.query<Row>(`${SELECT} WHERE installation = $1 ORDER BY id`, [installation]);
  return rows.map((row) => ({ id: Number(row.id), ...toKnown(row) }));
}

/** Those that hold a model, a page at a time; what changes meanwhile may or may not be seen. */
export async function* readModelRepositories(sql: Sql): AsyncGenerator<RepositoryWithId> {
  let after = -1;
  while (true) {
    const rows = await sql.query<Row>(`${SELECT} WHERE is_model AND id > $1 ORDER BY id LIMIT ${PAGE}`, [after]);
    for (const row of rows) yield { id: Number(row.id), ...toKnown(row) };
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = Number(last.id);
  }
}

/** Writes the properties that each names, `undefined` as nothing known, and leaves the others as they are. */
export async function writeRepositories(sql: Sql, repositories: readonly RepositoryWithId[]): Promise<void> {
  const merged = new Map<number, RepositoryWithId>();
  for (const one of repositories) merged.set(one.id, { ...merged.get(one.id), ...one });
  const byShape = new Map<string, { named: Property[]; rows: RepositoryWithId[] }>();
  for (const one of merged.values()) {
    const named = PROPERTIES.filter((property) => property in one);
    const shape = byShape.get(named.join()) ?? { named, rows: [] };
    shape.rows.push(one);
    byShape.set(named.join(), shape);
  }
  for (const { named, rows } of byShape.values())
    await writeRows(sql, upsertOf(named), rows.map(toRow), ({ id }) => String(id).padStart(20, "0"));
}

export async function forgetPoliciesOf(sql: Sql, owner: string): Promise<void> {
  await sql.query(`UPDATE openness.repositories SET policy = NULL WHERE owner = $1 AND policy IS NOT NULL`, [
    toColumn(owner),
  ]);
}

function upsertOf(named: readonly Property[]): string {
  const columns = named.map((property) => COLUMNS[property]);
  const names = ["id", ...columns.map(({ name }) => name)].join(", ");
  const given = ["id", ...columns.map(({ name }) => (name === "policy" ? "decode(policy, 'base64')" : name))].join(
    ", ",
  );
  const types = ["id bigint", ...columns.map(({ name, type }) => `${name} ${type}`)].join(", ");
  const changes = columns.map(({ name }) => `${name} = excluded.${name}`).join(", ");
  return `INSERT INTO openness.repositories (${names}) SELECT ${given} FROM json_to_recordset($1::json) AS given(${types})
    ON CONFLICT (id) ${columns.length === 0 ? "DO NOTHING" : `DO UPDATE SET ${changes}`}`;
}

function toRow(known: RepositoryWithId): Partial<Row> & { id: number } {
  const text = (value: string | undefined) => (value === undefined ? null : toColumn(value));
  return {
    id: known.id,
    installation: known.installation ?? null,
    owner: text(known.owner),
    name: text(known.name),
    is_private: known.isPrivate ?? null,
    is_model: known.isModelRepository ?? null,
    is_checked: known.isChecked ?? null,
    node_id: text(known.nodeId),
    default_branch: text(known.defaultBranch),
    audited_head: text(known.auditedHead),
    policy: known.policy === undefined ? null : packJson(known.policy),
  };
}

function toKnown(row: Row): KnownRepository {
  const policy =
    row.policy === null ? undefined : unpackJson<NonNullable<KnownRepository["policy"]>>(row.policy)?.value;
  return {
    ...(row.installation === null ? {} : { installation: Number(row.installation) }),
    ...(row.owner === null ? {} : { owner: fromColumn(row.owner) }),
    ...(row.name === null ? {} : { name: fromColumn(row.name) }),
    ...(row.is_private === null ? {} : { isPrivate: row.is_private }),
    ...(row.is_model === null ? {} : { isModelRepository: row.is_model }),
    ...(row.is_checked === null ? {} : { isChecked: row.is_checked }),
    ...(row.node_id === null ? {} : { nodeId: fromColumn(row.node_id) }),
    ...(row.default_branch === null ? {} : { defaultBranch: fromColumn(row.default_branch) }),
    ...(row.audited_head === null ? {} : { auditedHead: fromColumn(row.audited_head) }),
    ...(policy === undefined ? {} : { policy }),
  };
}
