/** Databases on the PostgreSQL server of this test run. */
import { randomUUID } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { inject } from "vitest";

export { hasPostgres } from "./server.ts";

export interface FreshDatabase {
  readonly url: string;
  /** Drops it, with whatever is still connected to it. */
  close(): Promise<void>;
}

const START_TIMEOUT = 30_000;

/** An empty database that nobody else has. Only where {@link hasPostgres}. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const server = await serverUrl();
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await administer(server, `CREATE DATABASE ${name}`);
  return {
    url: server.replace(/\/postgres$/, `/${name}`),
    close: () => administer(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function administer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function serverUrl(): Promise<string> {
  const path = join(inject("databases"), "postgres.json");
  for (const end = Date.now() + START_TIMEOUT; ; await sleep(50)) {
    const text = await readFile(path, "utf8").catch(() => "");
    const { url, error } = text === "" ? {} : (JSON.parse(text) as { url?: string; error?: string });
    if (url !== undefined) return url;
    if (error !== undefined || Date.now() > end) throw new Error(`no PostgreSQL for the tests: ${error ?? "too slow"}`);
  }
}
