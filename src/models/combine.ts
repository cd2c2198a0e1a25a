/** The reports of a repository's models as one: it speaks for the least open of them, and holds what each one is. */
import { stateOf } from "../frameworks/mof/state.ts";
import { inEnglish, type Said, say } from "../messages/said.ts";
import type { ModelReport, Report, ReportFinding } from "../report/schema.ts";

/** One model's report. */
export interface OneModel {
  readonly name: string;
  readonly path: string;
  readonly report: Report;
}

/** Found by looking at one model's files: what another model makes true is not said. */
const UNLESS_ELSEWHERE: readonly string[] = ["declared-not-found", "waiver-unused"];

const CONCLUSIONS = ["failure", "neutral", "success"] as const;

/**
 * One report of several models. No part of it is better than what the least open model has: class, progress and artifacts
 * are that model's, the conclusion is the worst of all, and what one model lacks to see, the report does not see.
 */
export function combined(models: readonly [OneModel, ...OneModel[]]): Report {
  const least = leastOpen(models);
  const reports = models.map(({ report }) => report);
  const spots = oncePer(
    reports.flatMap(({ subject }) =>
      subject.blindSpots.map((words, index) => ({ words, said: subject.blindSpotsSaid?.[index] })),
    ),
    ({ words }) => words,
  );
  return {
    ...least,
    subject: {
      ...least.subject,
      complete: reports.every(({ subject }) => subject.complete),
      occupied: oncePer(
        reports.flatMap(({ subject }) => subject.occupied ?? []),
        (path) => path,
      ),
      blindSpots: spots.map(({ words }) => words),
      blindSpotsSaid: allOf(spots.map(({ said }) => said)),
    },
    licenseFiles: oncePer(
      reports.flatMap(({ licenseFiles }) => licenseFiles),
      ({ path }) => path,
    ),
    findings: findingsOf(reports),
    policy: { ...least.policy, ...conclusionOf(models), ...waiversOf(reports) },
    models: models.map(modelReport),
  };
}

/** A waiver that stopped a failure of any model was used. */
function waiversOf(reports: readonly Report[]): Pick<Report["policy"], "waivers"> {
  const [waivers, ...others] = reports.map(({ policy }) => policy.waivers ?? []);
  if (waivers === undefined || waivers.length === 0) return {};
  const isUsed = (index: number): boolean => others.some((other) => other[index]?.state === "applied");
  return { waivers: waivers.map((waiver, index) => (isUsed(index) ? { ...waiver, state: "applied" } : waiver)) };
}

/** The lowest class first, then the least way to the next, then the fewest artifacts that count. */
function leastOpen([first, ...others]: readonly [OneModel, ...OneModel[]]): Report {
  return others.reduce((least, { report }) => (compare(report, least) < 0 ? report : least), first.report);
}

function compare(one: Report, other: Report): number {
  const [a, b] = [rankOf(one), rankOf(other)];
  const index = a.findIndex((value, at) => value !== b[at]);
  return index < 0 ? 0 : (a[index] ?? 0) - (b[index] ?? 0);
}

function rankOf({ mof, components, isModelRepository }: Report): readonly number[] {
  const open = Object.values(components).filter((component) => stateOf(component) === "open").length;
  const reached = mof.class === 0 ? 0 : 4 - mof.class;
  const { progress } = mof;
  return [Number(isModelRepository), reached, progress[3], progress[2], progress[1], open];
}

function findingsOf(reports: readonly Report[]): ReportFinding[] {
  const keyOf = (finding: ReportFinding): string =>
    JSON.stringify([finding.rule, finding.path, finding.lines, finding.message]);
  const count = new Map<string, number>();
  for (const { findings } of reports)
    for (const key of new Set(findings.map(keyOf))) count.set(key, (count.get(key) ?? 0) + 1);
  const isEverywhere = (finding: ReportFinding): boolean => count.get(keyOf(finding)) === reports.length;
  return oncePer(
    reports
      .flatMap(({ findings }) => findings)
      .filter((finding) => !UNLESS_ELSEWHERE.includes(finding.rule) || isEverywhere(finding)),
    keyOf,
  );
}

/** The worst conclusion, and why, each reason with the model that it is about. */
function conclusionOf(
  models: readonly OneModel[],
): Pick<Report["policy"], "conclusion" | "met" | "reasons" | "reasonsSaid"> {
  const conclusion =
    CONCLUSIONS.find((one) => models.some(({ report }) => report.policy.conclusion === one)) ?? "neutral";
  const said = models
    .filter(({ report }) => report.policy.conclusion === conclusion)
    .flatMap(({ name, report }) =>
      report.policy.reasons.map((words, index) => say("models.of", name, report.policy.reasonsSaid?.[index] ?? words)),
    );
  return {
    conclusion,
    met: models.every(({ report }) => report.policy.met),
    reasons: said.map(inEnglish),
    reasonsSaid: said,
  };
}

const modelReport = ({ name, path, report }: OneModel): ModelReport => ({
  name,
  path,
  isModelRepository: report.isModelRepository,
  isModelRepositoryBecause: report.isModelRepositoryBecause,
  ...(report.isModelRepositoryBecauseSaid === undefined
    ? {}
    : { isModelRepositoryBecauseSaid: report.isModelRepositoryBecauseSaid }),
  components: report.components,
  licenseFiles: report.licenseFiles,
  ...(report.modelDescription === undefined ? {} : { modelDescription: report.modelDescription }),
  mof: report.mof,
  frameworks: report.frameworks,
  findings: report.findings,
  policy: report.policy,
});

/** The codes, where every sentence has its own. */
function allOf(said: readonly (Said | undefined)[]): readonly Said[] | undefined {
  const all = said.filter((one) => one !== undefined);
  return all.length === said.length ? all : undefined;
}

function oncePer<T>(values: readonly T[], keyOf: (value: T) => string): T[] {
  const known = new Set<string>();
  return values.filter((value) => {
    const key = keyOf(value);
    const isNew = !known.has(key);
    known.add(key);
    return isNew;
  });
}
