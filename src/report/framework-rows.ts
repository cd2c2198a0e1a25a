/** What the frameworks beside the Model Openness Framework came to, in words: one row for each, and one for each requirement. */
import { FRAMEWORKS } from "../frameworks/frameworks.ts";
import type { Messages } from "../messages/en.ts";
import { FRAMEWORK_WORDS, type RuleWords } from "../messages/frameworks.ts";
import { LANGUAGES, messagesIn } from "../messages/languages.ts";
import { spokenAs } from "../messages/said.ts";
import type { Report } from "./schema.ts";

export type FrameworkReport = Report["frameworks"][string];
export type RequirementReport = FrameworkReport["requirements"][number];
export type RequirementVerdict = RequirementReport["verdict"];

/** A symbol never stands without its word. */
export const VERDICT_SYMBOLS: Readonly<Record<RequirementVerdict, string>> = {
  pass: "✅",
  fail: "❌",
  warn: "⚠️",
  "not-applicable": "➖",
  undetermined: "❔",
};

export interface RequirementRow {
  readonly id: string;
  readonly title: string;
  readonly verdict: RequirementVerdict;
  /** The verdict in words. */
  readonly word: string;
  readonly because: string;
  readonly evidence: RequirementReport["evidence"];
}

export interface FrameworkRow {
  readonly id: string;
  /** Title and version. */
  readonly title: string;
  readonly verdict: RequirementVerdict;
  readonly word: string;
  readonly requirements: readonly RequirementRow[];
  /** The requirements of the framework's own verdict, where that is no pass: what is lacking, or could not be told. */
  readonly lacking: readonly RequirementRow[];
}

/** The frameworks of a report in the order of the registry; those that this version does not know come last. */
export function frameworkRows(report: Report, messages: Messages): readonly FrameworkRow[] {
  const known = FRAMEWORKS.map(({ id }) => id);
  const rank = (id: string): number => (known.includes(id) ? known.indexOf(id) : known.length);
  return Object.values(report.frameworks)
    .toSorted((a, b) => rank(a.id) - rank(b.id))
    .map((framework) => rowOf(framework, messages));
}

function rowOf(framework: FrameworkReport, messages: Messages): FrameworkRow {
  const { id, version, verdict } = framework;
  const { frameworkFace } = messages;
  const words =
    FRAMEWORKS.find((one) => one.id === id)?.isEvidence === true ? frameworkFace.evidence : frameworkFace.verdict;
  const requirements = framework.requirements.map((one): RequirementRow => {
    const { because, becauseSaid, evidence } = one;
    return {
      id: one.id,
      title: ruleWords(id, one.id, messages)?.title ?? one.id,
      verdict: one.verdict,
      word: words[one.verdict],
      because: spokenAs(messages, because, becauseSaid),
      evidence,
    };
  });
  const isLacking = verdict === "fail" || verdict === "warn" || verdict === "undetermined";
  return {
    id,
    title: `${frameworkTitle(framework, messages)} ${version}`,
    verdict,
    word: words[verdict],
    requirements,
    lacking: isLacking ? requirements.filter((one) => one.verdict === verdict) : [],
  };
}

const tableIn = (messages: Messages) => {
  const language = LANGUAGES.find((one) => messagesIn(one) === messages) ?? "en";
  return language === "en" ? undefined : FRAMEWORK_WORDS[language];
};

/** What a framework is called. */
export const frameworkTitle = ({ id, title }: Pick<FrameworkReport, "id" | "title">, messages: Messages): string =>
  tableIn(messages)?.[id]?.title ?? title;

/** What a rule declares, in a language; undefined for a rule that this version does not have. */
export function ruleWords(frameworkId: string, ruleId: string, messages: Messages): RuleWords | undefined {
  const rule = FRAMEWORKS.find(({ id }) => id === frameworkId)?.rules.find(({ id }) => id === ruleId);
  return tableIn(messages)?.[frameworkId]?.rules[ruleId] ?? rule;
}
