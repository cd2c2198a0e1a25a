/** How far the first look at each installation has come, and how to have it made again. */
import type { Database } from "../database/database.ts";
import type { Backfill } from "../store/store.ts";
import { readArguments } from "./arguments.ts";
import { withDatabase } from "./database.ts";
import { type Command, UsageError } from "./usage.ts";

export const backfillCommand: Command = {
  name: "backfill",
  summary: "how far the first look at an App's repositories is; start it again",
  help: `Usage: openness backfill [--status]
       openness backfill INSTALLATION...

When the App is installed it looks at every repository once, to find those that hold models. This goes on by itself,
also after a restart, at the pace that GitHub's rate limit leaves to it.

--status (or no argument) prints a line for each installation: repositories listed, looked at, that may hold a model,
and audits that were owed for them. With an installation's number the look is started again, or goes on: a running
server takes it up within a minute. What was audited before is not looked at again.

The database is that of DATABASE_URL, else the embedded one in DATA_DIR, which must not be in use by a server.

Exit code: 0; 2 on bad usage, or when the database cannot be opened.
`,
  async run(args) {
    const { values, positionals } = readArguments("backfill", args, { status: { type: "boolean", default: false } });
    if (values.status === true && positionals.length > 0)
      throw new UsageError("--status is about all installations: leave it out, or the numbers.");
    const installations = positionals.map(numberOf);
    await withDatabase(async (database) => {
      process.stdout.write(await carryOut(database, installations));
    });
    return 0;
  },
};

async function carryOut(database: Database, installations: readonly number[]): Promise<string> {
  const { DatabaseStore } = await import("../store/database-store.ts");
  const store = new DatabaseStore(database);
  if (installations.length === 0) return statusTable(await store.backfills());
  const { beginBackfill } = await import("../upkeep/begin.ts");
  for (const installation of installations) await beginBackfill(store, { installation, repositories: [], isAll: true });
  const names = installations.join(", ");
  return `A running server looks at the repositories of ${names} within a minute. \`openness backfill --status\` tells how far it is.\n`;
}

/** One line for each installation. */
export function statusTable(backfills: readonly Backfill[]): string {
  if (backfills.length === 0) return "No installation has been looked at yet.\n";
  const head = ["installation", "listed", "looked at", "may hold models", "audits owed", "started", "finished"];
  const rows = backfills.map((one) => [
    String(one.installation),
    ...[one.listed, one.looked, one.models, one.queued].map(String),
    timeOf(one.startedAt),
    one.finishedAt === undefined ? "-" : timeOf(one.finishedAt),
  ]);
  const widths = head.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (column < 5 ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join("  ");
  return `${[head, ...rows].map((cells) => line(cells).trimEnd()).join("\n")}\n`;
}

/** To the minute, in UTC. */
const timeOf = (date: Date): string => `${date.toISOString().slice(0, 16).replace("T", " ")}Z`;

function numberOf(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text))
    throw new UsageError(`"${text}" is no installation: give the number at the end of its address on GitHub.`);
  return Number(text);
}
