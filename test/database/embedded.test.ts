import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { DatabaseError } from "../../src/database/database.ts";
import { EMBEDDED_MAJOR, openEmbedded } from "../../src/database/embedded.ts";
import { freshDataDir } from "./embedded.ts";

async function dataDirectory(): Promise<string> {
  const { dataDir, close } = await freshDataDir();
  onTestFinished(close);
  return dataDir;
}

describe("the embedded database", () => {
  it("keeps what was written when it is opened again", async () => {
    const dataDir = await dataDirectory();
    const first = await openEmbedded({ dataDir });
    await first.query("CREATE TABLE t (n int); INSERT INTO t VALUES (1)");
    await first.close();
    await first.close();
    const second = await openEmbedded({ dataDir });
    expect(await second.query("SELECT n FROM t")).toEqual([{ n: 1 }]);
    // Directories are compared with this constant before they are opened.
    const [row] = await second.query<{ version: string }>("SELECT current_setting('server_version') AS version");
    expect(row?.version.split(".")[0]).toBe(EMBEDDED_MAJOR);
    await second.close();
  });

  it("is made in a directory that is not there yet, whatever a killed process left of making it", async () => {
    const parent = await mkdtemp(join(tmpdir(), "openness-first-"));
    onTestFinished(() => rm(parent, { recursive: true, force: true }));
    const dataDir = join(parent, "some/where");
    await mkdir(join(dataDir, "database.new/base"), { recursive: true });
    await writeFile(join(dataDir, "database.new/PG_VERSION"), "18\n");
    const database = await openEmbedded({ dataDir });
    expect(await database.query("SELECT 1 AS n")).toEqual([{ n: 1 }]);
    expect((await readdir(dataDir)).toSorted()).toEqual(["database", "lock"]);
    await database.close();
  });

  it("is refused to a second opener until the first has closed it", async () => {
    const dataDir = await dataDirectory();
    const first = await openEmbedded({ dataDir });
    await expect(openEmbedded({ dataDir })).rejects.toThrow(DatabaseError);
    await first.close();
    await (await openEmbedded({ dataDir })).close();
  });

  it("sets aside a directory of another major version of PostgreSQL, keeps it, and begins anew", async () => {
    const dataDir = await dataDirectory();
    await writeFile(join(dataDir, "database/PG_VERSION"), "17\n");
    const warnings: string[] = [];
    const log = { info: () => undefined, warn: (_: object, message: string) => void warnings.push(message) };
    const database = await openEmbedded({ dataDir, log });
    expect(await database.query("SELECT 1 AS n")).toEqual([{ n: 1 }]);
    expect(existsSync(join(dataDir, "database.postgresql-17/base"))).toBe(true);
    expect(warnings.join()).toContain("PostgreSQL 17");
    await database.close();
  });

  it("says what to do when its files are damaged, and leaves them and the lock alone", async () => {
    const dataDir = await dataDirectory();
    await rm(join(dataDir, "database/global"), { recursive: true });
    await expect(openEmbedded({ dataDir })).rejects.toThrow(/move the directory away/);
    expect(existsSync(join(dataDir, "database/base"))).toBe(true);
    expect(existsSync(join(dataDir, "lock"))).toBe(false);
  });

  it("writes nothing more before the disk is full, says so, still reads, and goes on when there is space", async () => {
    const dataDir = await dataDirectory();
    let free = 500 * 1024 * 1024;
    const database = await openEmbedded({ dataDir, freeSpace: () => free });
    onTestFinished(() => database.close());
    await database.query("CREATE TABLE t (n int)");
    free = 20 * 1024 * 1024;
    const full = `the disk of ${dataDir} is full: 20 MB are free`;
    await expect(database.query("INSERT INTO t VALUES (1)")).rejects.toThrow(full);
    await expect(database.transaction((sql) => sql.query("INSERT INTO t VALUES (1)"))).rejects.toThrow(full);
    expect(await database.query("SELECT n FROM t")).toEqual([]);
    expect(() => database.assertWritable?.()).toThrow(expect.objectContaining({ isDiskFull: true }));
    free = 500 * 1024 * 1024;
    database.assertWritable?.();
    await database.query("INSERT INTO t VALUES (1)");
    expect(await database.query("SELECT n FROM t")).toEqual([{ n: 1 }]);
  });

  it("is not begun on a full disk, where it leaves nothing, not even a lock", async () => {
    const parent = await mkdtemp(join(tmpdir(), "openness-full-"));
    onTestFinished(() => rm(parent, { recursive: true, force: true }));
    const opening = openEmbedded({ dataDir: parent, freeSpace: () => 99 * 1024 * 1024 });
    await expect(opening).rejects.toThrow(/99 MB are free and the embedded database needs 100 MB .+Free some space/);
    expect(await readdir(parent)).toEqual([]);
  });

  it("answers a statement after its end with an error that names the directory", async () => {
    const dataDir = await dataDirectory();
    const database = await openEmbedded({ dataDir });
    await database.close();
    await expect(database.query("SELECT 1")).rejects.toThrow(dataDir);
  });
});
