/** The four freedoms artifact by artifact: a row for each that was found, a column for each freedom. */
import { ARTIFACT_IDS } from "../../evidence/artifacts/artifact.ts";
import type { Freedom } from "../../license/license.ts";
import { VERDICT_SYMBOLS } from "../framework-rows.ts";
import type { Report } from "../schema.ts";
import { code } from "./escape.ts";
import type { Frame, Lines } from "./sections.ts";

const FREEDOMS: readonly Freedom[] = ["use", "study", "modify", "share"];

/** Draws the table; nothing where the report judges no artifact by the freedoms. */
export function freedomTable(report: Report, { messages }: Frame): Lines {
  const requirements = report.frameworks.freedoms?.requirements ?? [];
  const columns = FREEDOMS.map((freedom) => ({
    freedom,
    artifacts: requirements.find(({ id }) => id === `freedoms-${freedom}`)?.artifacts ?? [],
  }));
  const rows = ARTIFACT_IDS.flatMap((id): string[] => {
    const verdicts = columns.map(({ artifacts }) => artifacts.find((one) => one.id === id)?.verdict);
    if (verdicts.every((verdict) => verdict === undefined)) return [];
    const cells = verdicts.map(
      (verdict = "not-applicable") => `${VERDICT_SYMBOLS[verdict]} ${messages.frameworkFace.verdict[verdict]}`,
    );
    const license = report.components[id].license?.id ?? null;
    const name = license === null ? messages.face.noLicense : code(license, 60);
    return [`| ${[messages.component[id], name, ...cells].join(" | ")} |`];
  });
  if (rows.length === 0) return [];
  const [artifact, , licenseTitle] = messages.face.columns;
  const head = [artifact, licenseTitle, ...FREEDOMS.map((freedom) => messages.freedom[freedom])];
  return [`| ${head.join(" | ")} |`, `| ${head.map(() => ":--").join(" | ")} |`, ...rows];
}
