import { audit } from "../src/audit.ts";
import { loadPolicy } from "../src/policy/load.ts";
import type { Report } from "../src/report/schema.ts";
import { type FileOf, snapshotOf } from "./snapshot-of.ts";

/** The report on a small tree written in the test, under a policy text. */
export function auditOf(
  files: Readonly<Record<string, FileOf>>,
  options: { policy?: string; complete?: boolean; name?: string; owner?: string } = {},
): Report {
  return audit(snapshotOf(files, options), loadPolicy(options.policy ?? null, ".github/openness.yml"));
}
