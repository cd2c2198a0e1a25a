import type { ModelReport, Report } from "../../src/report/schema.ts";

/** A model as it stands in the report of several. */
export function modelOf(report: Report, name: string): ModelReport {
  const { isModelRepositoryBecause, components, licenseFiles, modelDescription, mof, frameworks, findings, policy } =
    report;
  const { isModelRepository } = report;
  const described = modelDescription === undefined ? {} : { modelDescription };
  const own = {
    isModelRepository,
    isModelRepositoryBecause,
    components,
    licenseFiles,
    mof,
    frameworks,
    findings,
    policy,
  };
  return { name, path: name, ...own, ...described };
}
