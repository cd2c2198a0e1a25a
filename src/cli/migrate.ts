/** Brings the database's tables to the shape that this version needs. */
import { readArguments } from "./arguments.ts";
import { DATABASE_HELP, withDatabase } from "./database.ts";
import type { Command } from "./usage.ts";

export const migrateCommand: Command = {
  name: "migrate",
  summary: "bring the database to the shape that this version needs",
  help: `Usage: openness migrate

Makes the tables, or changes them from an earlier version's shape to this one's: those of the queue and those of what is
remembered. Every server does the same at its start; a deployment may do it once before, so that all of them find it done.

${DATABASE_HELP}

Exit code: 0; 2 on bad usage, or when the database cannot be opened.
`,
  async run(args) {
    readArguments("migrate", args, {});
    await withDatabase(
      async (database) => {
        const { DurableQueue } = await import("../queue/durable-queue.ts");
        const queue = await DurableQueue.open(database, { merge: (_, later) => later, onGiveUp: () => {} });
        await queue.drain(0);
      },
      { mayBeNew: true },
    );
    process.stdout.write("The database has the shape that this version needs.\n");
    return 0;
  },
};
