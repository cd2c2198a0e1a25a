import type { Report } from "./schema.ts";

/** The report as JSON text, without a line break at the end; `docs/report.schema.json` describes it. */
export const jsonFace = (report: Report): string => JSON.stringify(report, null, 2);
