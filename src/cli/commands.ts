import { auditCommand } from "./audit.ts";
import { backfillCommand } from "./backfill.ts";
import { deadLettersCommand } from "./dead-letters.ts";
import { evaluateCommand } from "./evaluate.ts";
import { licenseCommand } from "./license.ts";
import { migrateCommand } from "./migrate.ts";
import { policyCommand } from "./policy.ts";
import { reportCommand } from "./report.ts";
import { serveCommand, webCommand, workerCommand } from "./serve.ts";
import type { Command } from "./usage.ts";
import { whatIfCommand } from "./whatif.ts";

/** Every command, in the order of the overview. */
export const COMMANDS: readonly Command[] = [
  auditCommand,
  reportCommand,
  evaluateCommand,
  licenseCommand,
  policyCommand,
  whatIfCommand,
  serveCommand,
  webCommand,
  workerCommand,
  migrateCommand,
  backfillCommand,
  deadLettersCommand,
];
