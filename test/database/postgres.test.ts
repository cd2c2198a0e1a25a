import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished } from "vitest";
import { DatabaseError, DatabaseUnreachable } from "../../src/database/database.ts";
import { openDatabase } from "../../src/database/open.ts";
import { freshDatabase, hasPostgres } from "./postgres.ts";
import { startPostgres } from "./server.ts";

async function databaseUrl(): Promise<string> {
  const { url, close } = await freshDatabase();
  onTestFinished(close);
  return url;
}

describe.skipIf(!hasPostgres)("PostgreSQL", () => {
  it("is waited for when it is not there yet, and the wait is logged", async () => {
    const server = await startPostgres();
    onTestFinished(() => server.remove());
    await server.stop();
    const warnings: string[] = [];
    const log = { info: () => undefined, warn: (_: object, message: string) => void warnings.push(message) };
    const opening = openDatabase({ url: server.url("postgres"), dataDir: "", log });
    await sleep(600);
    await server.start();
    const database = await opening;
    expect(await database.query("SELECT 1 AS n")).toEqual([{ n: 1 }]);
    expect(warnings[0]).toMatch(/does not answer \(ECONNREFUSED\): waiting for it/);
    await database.close();
  });

  it("is not waited for longer than there is patience", async () => {
    const listener = createServer().listen(0, "127.0.0.1");
    await once(listener, "listening");
    const address = listener.address();
    const port = typeof address === "object" ? address?.port : undefined;
    listener.close();
    const url = `postgres://me:hidden-word@127.0.0.1:${port}/openness`;
    const opening = openDatabase({ url, dataDir: "", patience: 300 });
    const error: unknown = await opening.catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DatabaseUnreachable);
    expect(String(error)).toContain(`openness at 127.0.0.1:${port}`);
    expect(String(error)).not.toContain("hidden-word");
  });

  it("is given up at once where waiting cannot help", async () => {
    const url = await databaseUrl();
    const nowhere = openDatabase({ url: url.replace(/\/[^/]*$/, "/nowhere"), dataDir: "" });
    await expect(nowhere).rejects.toThrow(/there is no database of this name/);
    await expect(openDatabase({ url: "localhost:5432", dataDir: "" })).rejects.toThrow(DatabaseError);
  });

  it("replaces connections that a restart of the server broke, in and out of transactions", async () => {
    const server = await startPostgres();
    onTestFinished(() => server.remove());
    const database = await openDatabase({ url: server.url("postgres"), dataDir: "" });
    await database.query("CREATE TABLE t (n int)");
    const cut = database.transaction(async (sql) => {
      await sql.query("INSERT INTO t VALUES (1)");
      await server.stop("kill");
      await sql.query("INSERT INTO t VALUES (2)");
    });
    await expect(cut).rejects.toThrow(DatabaseUnreachable);
    await expect(database.query("SELECT 1")).rejects.toThrow(DatabaseUnreachable);
    await server.start();
    await database.transaction((sql) => sql.query("INSERT INTO t VALUES (3)"));
    expect(await database.query("SELECT n FROM t")).toEqual([{ n: 3 }]);
    await database.close();
  });

  it("gives connections of their own, which hear of what others notify and tell when they break", async () => {
    const database = await openDatabase({ url: await databaseUrl(), dataDir: "" });
    onTestFinished(() => database.close());
    const connection = await database.connect!();
    const heard = new Promise<string>((done) => connection.onNotification(done));
    await connection.query("LISTEN news");
    await database.query("NOTIFY news");
    expect(await heard).toBe("news");
    const [row] = await connection.query<{ pid: number }>("SELECT pg_backend_pid() AS pid");
    await database.query("SELECT pg_terminate_backend($1)", [row?.pid]);
    await connection.ended;
    await expect(connection.query("SELECT 1")).rejects.toThrow(DatabaseUnreachable);
  });
});
