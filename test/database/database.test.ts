import { beforeEach, describe, expect, it } from "vitest";
import { DatabaseError } from "../../src/database/database.ts";
import { migrate } from "../../src/database/migrate.ts";
import { ENGINES } from "./engines.ts";

describe.each(ENGINES)("a database on $name", ({ isHere, open }) => {
  beforeEach(({ skip }) => skip(!isHere, "there is no PostgreSQL on this machine"));

  it("reads values alike on both engines", async () => {
    const database = await open();
    const [row] = await database.query<Record<string, unknown>>(
      `SELECT 7::bigint AS small, 9223372036854775807::bigint AS large, '2026-02-03'::date AS day, 1.50::numeric AS exact,
         '2026-02-03T04:05:06Z'::timestamptz AS at, ARRAY[1, NULL, 3]::bigint[] AS list, '{}'::bigint[] AS empty,
         $1::text[] AS words, $2::json AS json, $3::bytea AS bytes, count(*) AS count`,
      [["a", 'with "quotes", commas', "\\"], '{"a":[1]}', new Uint8Array([0, 255])],
    );
    expect(row).toMatchObject({
      small: 7,
      large: 9223372036854775807n,
      day: "2026-02-03",
      exact: "1.50",
      at: new Date("2026-02-03T04:05:06Z"),
      list: [1, null, 3],
      empty: [],
      words: ["a", 'with "quotes", commas', "\\"],
      json: { a: [1] },
      count: 1,
    });
    expect(Buffer.from(row?.bytes as Uint8Array)).toEqual(Buffer.from([0, 255]));
  });

  it("keeps all of a transaction or nothing of it", async () => {
    const database = await open();
    await database.query("CREATE TABLE t (n int PRIMARY KEY)");
    await database.transaction((sql) => sql.query("INSERT INTO t VALUES (1)"));
    const failing = database.transaction(async (sql) => {
      await sql.query("INSERT INTO t VALUES (2)");
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await database.query("SELECT n FROM t")).toEqual([{ n: 1 }]);
  });

  it("does not take a transaction for done whose failed statement was passed over", async () => {
    const database = await open();
    await database.query("CREATE TABLE t (n int PRIMARY KEY)");
    const careless = database.transaction(async (sql) => {
      await sql.query("INSERT INTO t VALUES (1)");
      await sql.query("INSERT INTO t VALUES (1)").catch(() => undefined);
    });
    await expect(careless).rejects.toThrow(/duplicate key/);
    expect(await database.query("SELECT n FROM t")).toEqual([]);
  });

  it("refuses statements that come after their transaction", async () => {
    const database = await open();
    const late = await database.transaction(async (sql) => sql);
    await expect(late.query("SELECT 1")).rejects.toThrow(DatabaseError);
  });

  it("runs a script, and is not left inside of one that fails halfway", async () => {
    const database = await open();
    expect(await database.query("SELECT 1 AS n; SELECT 2 AS n")).toEqual([{ n: 1 }, { n: 2 }]);
    await expect(database.query("BEGIN; SELECT 1/0; COMMIT")).rejects.toThrow(/division by zero/);
    expect(await database.query("SELECT 3 AS n")).toEqual([{ n: 3 }]);
  });

  it("runs transactions at the same time without mixing them", async () => {
    const database = await open();
    await database.query("CREATE TABLE t (n int)");
    const outcomes = await Promise.allSettled(
      Array.from({ length: 20 }, (_, i) =>
        database.transaction(async (sql) => {
          await sql.query("INSERT INTO t VALUES ($1)", [i]);
          if (i % 2 === 1) throw new Error("odd");
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === "rejected")).toHaveLength(10);
    const rows = await database.query<{ n: number }>("SELECT n FROM t ORDER BY n");
    expect(rows.map(({ n }) => n)).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
  });

  it("migrates once, whoever asks and however often", async () => {
    const database = await open();
    const steps = [
      { name: "test 001", statements: ["CREATE TABLE openness.t (n int)", "INSERT INTO openness.t VALUES (1)"] },
    ];
    await Promise.all([migrate(database, steps), migrate(database, steps), migrate(database, steps)]);
    const more = [...steps, { name: "test 002", statements: ["UPDATE openness.t SET n = n + 1"] }];
    await migrate(database, more);
    await migrate(database, more);
    expect(await database.query("SELECT n FROM openness.t")).toEqual([{ n: 2 }]);
  });

  it("leaves the tables as they were when a step fails, and names it", async () => {
    const database = await open();
    const steps = [
      { name: "test 001", statements: ["CREATE TABLE openness.t (n int)"] },
      { name: "test 002", statements: ["CREATE TABLE openness.t (n int)"] },
    ];
    await expect(migrate(database, steps)).rejects.toThrow(/step "test 002" failed .*nothing was changed/);
    await migrate(database, steps.slice(0, 1));
    expect(await database.query("SELECT n FROM openness.t")).toEqual([]);
  });
});
