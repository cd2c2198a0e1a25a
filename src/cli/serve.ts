import { readArguments } from "./arguments.ts";
import type { Command } from "./usage.ts";

export const serveCommand: Command = {
  name: "serve",
  summary: "the GitHub App: webhooks in, check runs and comments out",
  help: `Usage: openness serve

Serves the GitHub App (the same as \`npm start\`). Webhooks arrive at /api/github/webhooks; /readyz answers 200 when it
is ready. The settings are environment variables, explained in .env.example. Without APP_ID and PRIVATE_KEY it opens
the setup wizard that registers the App.
`,
  async run(args) {
    readArguments("serve", args, {});
    const { serve } = await import("../server.ts");
    await serve();
    return 0;
  },
};
