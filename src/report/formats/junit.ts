/**
 * JUnit XML, as build servers read it: one test case for each artifact and one for the policy. What the policy demands
 * and does not find fails; what is missing without being demanded is skipped; so failures and exit code agree.
 */
import { COMPONENTS } from "../../frameworks/mof/catalogue.ts";
import { missingFor, stateOf } from "../../frameworks/mof/state.ts";
import { reportAbout } from "../one-model.ts";
import type { Report } from "../schema.ts";
import { type ArtifactRow, artifactRows } from "./artifact-rows.ts";
import { type FormatContext, timestampOf } from "./context.ts";
import { fullName, repositoryName } from "./subject.ts";
import { xml } from "./xml.ts";

/** Draws it, with a line break at the end: one suite, or one for each of several models. */
export function junitFace(report: Report, context: FormatContext): string {
  const { models = [] } = report;
  const suites =
    models.length < 2
      ? [suiteOf(report, fullName(report), context)]
      : models.map((model) => suiteOf(reportAbout(report, model), `${repositoryName(report)}: ${model.name}`, context));
  const cases = suites.flatMap((suite) => suite.cases);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="openness" ${countsOf(cases)} time="0">
${suites.map(({ drawn }) => drawn).join("\n")}
</testsuites>
`;
}

interface Suite {
  readonly cases: readonly string[];
  readonly drawn: string;
}

function suiteOf(report: Report, name: string, context: FormatContext): Suite {
  const demanded = demandedBy(report);
  const rows = report.isModelRepository ? artifactRows(report) : [];
  const cases = [...rows.map((row) => artifactCase(row, demanded.has(row.id))), policyCase(report)];
  const at = timestampOf(context.created).slice(0, 19);
  return {
    cases,
    drawn: `  <testsuite name="${xml(name)}" ${countsOf(cases)} time="0" timestamp="${at}">
${cases.join("\n")}
  </testsuite>`,
  };
}

function countsOf(cases: readonly string[]): string {
  const count = (element: string): number => cases.filter((one) => one.includes(`<${element} `)).length;
  return `tests="${cases.length}" failures="${count("failure")}" errors="0" skipped="${count("skipped")}"`;
}

/** Artifacts in the states that the policy's reasons speak of; without codes, those that keep the release from its target. */
function demandedBy({ policy, components }: Report): ReadonlySet<string> {
  if (policy.met) return new Set();
  const codes = (policy.reasonsSaid ?? []).map(({ code }) => code);
  const missing = missingFor(components, policy.target ?? 3).map(({ id }) => id);
  if (codes.length === 0 || codes.some((code) => code.startsWith("policy.target"))) return new Set(missing);
  return new Set(COMPONENTS.map(({ id }) => id).filter((id) => codes.includes(`policy.${stateOf(components[id])}`)));
}

function artifactCase(row: ArtifactRow, isDemanded: boolean): string {
  const name = xml(row.kind.name);
  const head = `    <testcase classname="openness.class-${row.kind.mofClass}" name="${name}" time="0"`;
  if (row.state === "open" || row.excused === "covered") return `${head}/>`;
  const element = isDemanded
    ? `<failure type="${row.state}" message="${xml(row.word)}">${xml(row.sentence, 1200)}</failure>`
    : `<skipped message="${xml(row.sentence, 1200)}"/>`;
  return `${head}>\n      ${element}\n    </testcase>`;
}

function policyCase({ policy, isModelRepository }: Report): string {
  const head = '    <testcase classname="openness" name="Policy" time="0"';
  const reasons = xml(policy.reasons.slice(0, 10).join(" "), 1200);
  if (!policy.met)
    return `${head}>\n      <failure type="policy" message="The policy is not met.">${reasons}</failure>\n    </testcase>`;
  if (!isModelRepository) return `${head}>\n      <skipped message="Not a model repository."/>\n    </testcase>`;
  return `${head}/>`;
}
