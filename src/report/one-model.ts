import type { Report } from "./schema.ts";

/** The report that a model has alone: the whole report, with that model's part in the place of the least open one's. */
export function reportOfModel(report: Report, name: string): Report | undefined {
  const found = report.models?.find((model) => model.name === name);
  if (found === undefined) return undefined;
  const { models: _, ...whole } = report;
  const { name: __, path: ___, ...own } = found;
  return { ...whole, ...own };
}
