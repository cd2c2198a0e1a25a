/** The commands that serve: one process for all, or one for each half. */
import type { Role } from "../server/settings.ts";
import { readArguments } from "./arguments.ts";
import type { Command } from "./usage.ts";

const SETTINGS = "The settings are environment variables, explained in .env.example.";

export const serveCommand = serving(
  "serve",
  "the GitHub App: webhooks in, check runs and comments out",
  `Serves the GitHub App (the same as \`npm start\`). Webhooks arrive at /api/github/webhooks; /readyz answers 200 when it
is ready. ${SETTINGS} Without APP_ID and PRIVATE_KEY it opens the setup wizard that registers the App. Without
DATABASE_URL it keeps what is owed and remembered in an embedded database in DATA_DIR, which belongs to it alone.`,
);

export const webCommand = serving(
  "web",
  "only take webhooks, for workers on the same PostgreSQL",
  `Takes webhooks at /api/github/webhooks, writes down what they ask for and answers. One or more \`openness worker\` on the
same DATABASE_URL do the work. It knows the webhook secret and no key of the App. ${SETTINGS}`,
);

export const workerCommand = serving(
  "worker",
  "only carry out what is owed, on a shared PostgreSQL",
  `Carries out what \`openness web\` wrote down in the database of DATABASE_URL: audits, check runs, comments, and what is
done from time to time. Any number of workers share one database. It knows the App's key and no webhook secret; on PORT
it answers /healthz, /readyz and /metrics. ${SETTINGS}`,
);

function serving(role: Role, summary: string, about: string): Command {
  return {
    name: role,
    summary,
    help: `Usage: openness ${role}\n\n${about}\n`,
    async run(args) {
      readArguments(role, args, {});
      const { serve } = await import("../server.ts");
      await serve(role);
      return 0;
    },
  };
}
