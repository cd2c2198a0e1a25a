import { afterAll, beforeAll, beforeEach, describe } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { migrate } from "../../src/database/migrate.ts";
import { openDatabase } from "../../src/database/open.ts";
import { DatabaseStore } from "../../src/store/database-store.ts";
import { STORE_MIGRATIONS } from "../../src/store/migrations.ts";
import { freshDataDir } from "../database/embedded.ts";
import { freshDatabase, hasPostgres } from "../database/postgres.ts";

const TABLES = ["audits", "commits", "refs", "comments", "repositories", "blobs", "facts", "backfills", "lists"];

const ENGINES = [
  { name: "PostgreSQL", isHere: hasPostgres, begin: async () => ({ dataDir: "", ...(await freshDatabase()) }) },
  { name: "the embedded database", isHere: true, begin: async () => ({ url: undefined, ...(await freshDataDir()) }) },
];

export interface StoreTest {
  readonly database: Database;
  /** The day that stores made by {@link open} believe it is. */
  today: Date;
  /** A store as another process would have it: the same database, nothing in memory. */
  open(): DatabaseStore;
  /** Every row of a table, in the order of their first columns. */
  rows(table: string): Promise<Record<string, unknown>[]>;
}

/** Runs the tests on both engines, on one database each; every test begins with empty tables. */
export function describeStores(what: string, tests: (test: StoreTest) => void): void {
  for (const { name, isHere, begin } of ENGINES) {
    describe.skipIf(!isHere)(`${what}, on ${name}`, () => {
      let database: Database;
      let closePlace: () => Promise<void>;
      beforeAll(async () => {
        const { close, ...place } = await begin();
        closePlace = close;
        database = await openDatabase(place);
        await migrate(database, STORE_MIGRATIONS);
      }, 60_000);
      afterAll(async () => {
        await database.close();
        await closePlace();
      });
      const test: StoreTest = {
        get database() {
          return database;
        },
        today: new Date(),
        open: () => new DatabaseStore(database, { now: () => test.today }),
        rows: (table) => database.query(`SELECT * FROM openness.${table} ORDER BY 1, 2`),
      };
      beforeEach(async () => {
        test.today = new Date("2026-03-01T12:00:00Z");
        await database.query(`TRUNCATE ${TABLES.map((table) => `openness.${table}`).join(", ")}`);
      });
      tests(test);
    });
  }
}
