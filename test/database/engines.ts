/** Both engines, for tests that must hold on each: `describe.each(ENGINES)("… on $name", ({ open }) => …)`. */
import { onTestFinished } from "vitest";
import type { Database } from "../../src/database/database.ts";
import { openDatabase } from "../../src/database/open.ts";
import { freshDataDir } from "./embedded.ts";
import { freshDatabase, hasPostgres } from "./postgres.ts";

export interface Engine {
  readonly name: string;
  readonly isHere: boolean;
  /** An empty database for one test; nothing of it is left for the next one. */
  open(): Promise<Database>;
}

export const ENGINES: readonly Engine[] = [
  {
    name: "PostgreSQL",
    isHere: hasPostgres,
    async open() {
      const { url, close } = await freshDatabase();
      onTestFinished(close);
      return closedAfterwards(await openDatabase({ url, dataDir: "" }));
    },
  },
  { name: "the embedded database", isHere: true, open: emptied },
];

/** Opening an embedded database takes a second of two busy processors: the tests of a file take turns with one. */
let shared: Promise<Database> | undefined;

async function emptied(): Promise<Database> {
  shared ??= freshDataDir().then(({ dataDir }) => openDatabase({ dataDir }));
  const database = await shared;
  await database.query(
    "DROP SCHEMA IF EXISTS openness, openness_queue CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public",
  );
  return { ...methodsOf(database), close: async () => undefined };
}

function methodsOf(database: Database): Omit<Database, "close"> {
  return {
    kind: database.kind,
    query: (statement, values) => database.query(statement, values),
    transaction: (work) => database.transaction(work),
  };
}

/** What is registered last ends first: connections before the database they lead to. */
function closedAfterwards(database: Database): Database {
  onTestFinished(() => database.close());
  return database;
}
