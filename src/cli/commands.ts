import { auditCommand } from "./audit.ts";
import { backfillCommand } from "./backfill.ts";
import { evaluateCommand } from "./evaluate.ts";
import { licenseCommand } from "./license.ts";
import { serveCommand } from "./serve.ts";
import type { Command } from "./usage.ts";

/** Every command, in the order of the overview. */
export const COMMANDS: readonly Command[] = [
  auditCommand,
  evaluateCommand,
  licenseCommand,
  serveCommand,
  backfillCommand,
];
