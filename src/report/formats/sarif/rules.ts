/** The rules of the SARIF file: one for each artifact, from its declaration, and one for each kind of finding. */
import type { ArtifactId } from "../../../evidence/artifacts/artifact.ts";
import { ARTIFACTS } from "../../../evidence/artifacts/index.ts";
import { FRAMEWORKS } from "../../../frameworks/frameworks.ts";
import { en } from "../../../messages/en.ts";
import { wordIn } from "../../language.ts";
import { text, visible } from "../../markdown/escape.ts";
import type { Report, ReportFinding } from "../../schema.ts";

export interface SarifRule {
  readonly id: string;
  readonly name: string;
  readonly shortDescription: { readonly text: string };
  readonly fullDescription: { readonly text: string };
  readonly help: { readonly text: string; readonly markdown: string };
  readonly defaultConfiguration: { readonly level: SarifLevel };
  readonly properties: { readonly tags: readonly string[]; readonly precision: "high" };
}

export type SarifLevel = "none" | "note" | "warning" | "error";

/** Stable: alerts are followed by it (SARIF 2.1.0, section 3.49.3). */
export const artifactRuleId = (id: ArtifactId): string => `mof/${id}`;
export const findingRuleId = (rule: string): string => `finding/${visible(rule, 80) || "unnamed"}`;

/** GitHub takes 25,000 rules of a run; a report that was written by hand can name more. */
const MOST_FINDING_RULES = 1000;

/** The rules that results refer to by their position. */
export function sarifRules(report: Report): readonly SarifRule[] {
  const kinds = [...new Set(report.findings.map(({ rule }) => rule))].slice(0, MOST_FINDING_RULES);
  const findings = new Map(kinds.map((rule) => [findingRuleId(rule), findingRule(rule, report.findings)]));
  return [...ARTIFACTS.map(artifactRule), ...findings.values()];
}

function artifactRule({
  id,
  name,
  mofClass,
  type,
  asks,
  why,
  decides,
  remedy,
  references,
}: (typeof ARTIFACTS)[number]) {
  const parts = [
    ["Why it matters", why],
    ["How it is decided", decides],
    ["What to do", remedy],
  ] as const;
  const sources = references.map((reference) => `- ${reference}`);
  return {
    id: artifactRuleId(id),
    name: pascal(id),
    shortDescription: { text: `${name}: released under an open license` },
    fullDescription: { text: asks },
    help: {
      text: [asks, ...parts.map(([head, words]) => `${head}: ${words}`), "References:", ...sources].join("\n"),
      markdown: [
        text(asks, 1000),
        ...parts.flatMap(([head, words]) => ["", `**${head}.** ${text(words, 2000)}`]),
        "",
        ...references.map((reference) => `- ${text(reference, 500)}`),
      ].join("\n"),
    },
    defaultConfiguration: { level: "warning" as const },
    properties: { tags: ["model-openness", en.className(mofClass), type], precision: "high" as const },
  };
}

function findingRule(rule: string, findings: readonly ReportFinding[]): SarifRule {
  const title = wordIn(en.rule, rule) ?? (visible(rule, 80) || "Finding");
  const level = sarifLevel(findings.find((finding) => finding.rule === rule)?.level ?? "warning");
  const about = `${title}. The result says what was found, and where.`;
  const parts = helpOf(rule);
  return {
    id: findingRuleId(rule),
    name: pascal(visible(rule, 80)) || "Finding",
    shortDescription: { text: title },
    fullDescription: { text: about },
    help: {
      text: [about, ...parts.map(([head, words]) => `${head}: ${words}`)].join("\n"),
      markdown: [text(about), ...parts.flatMap(([head, words]) => ["", `**${head}.** ${text(words, 2000)}`])].join(
        "\n",
      ),
    },
    defaultConfiguration: { level },
    properties: { tags: ["model-openness", "finding"], precision: "high" },
  };
}

/** What a rule of a framework declares, or what helps against a finding of another kind. */
function helpOf(rule: string): readonly (readonly [head: string, words: string])[] {
  const declared = FRAMEWORKS.flatMap(({ rules }) => rules).find(({ id }) => id === rule);
  if (declared !== undefined)
    return [
      ["Why it matters", declared.why],
      ["How it is decided", declared.decides],
      ["What to do", declared.remedy],
    ];
  const help = wordIn(en.commands.ruleHelp, rule);
  return help === undefined ? [] : [["What to do", help]];
}

export const sarifLevel = (level: ReportFinding["level"]): SarifLevel =>
  ({ notice: "note", warning: "warning", failure: "error" })[level] as SarifLevel;

const pascal = (id: string): string =>
  id
    .split(/[^A-Za-z0-9]/)
    .map((part) => part.slice(0, 1).toUpperCase() + part.slice(1))
    .join("");
