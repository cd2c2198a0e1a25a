import type { ModelReport, Report } from "./schema.ts";

/** The report that a model has alone: the whole report, with that model's part in the place of the least open one's. */
export function reportOfModel(report: Report, name: string): Report | undefined {
  const found = report.models?.find((model) => model.name === name);
  return found === undefined ? undefined : reportAbout(report, found);
}

/** The same of a model in the report's list, whatever its name. */
export function reportAbout(report: Report, model: ModelReport): Report {
  const { name: _, path: __, ...own } = model;
  // What the model has no word on must not be said of it in the words of the least open one.
  const { modelDescription: ___, ...shared } = report;
  return { ...shared, ...own, models: [model] };
}

/** The one model that a report is about by its name; undefined where it is about the repository as a whole. */
export function onlyModel({ models = [] }: Report): ModelReport | undefined {
  const [first, ...others] = models;
  return others.length === 0 ? first : undefined;
}
