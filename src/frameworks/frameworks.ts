/** The frameworks beside the Model Openness Framework, and what they amount to. A new one is added to the list below. */
import type { ArtifactId } from "../evidence/artifacts/artifact.ts";
import { inEnglish, type Said } from "../messages/said.ts";
import { cardQuality } from "./card-quality/card-quality.ts";
import { euAiAct } from "./eu-ai-act/eu-ai-act.ts";
import { evaluation } from "./evaluation/evaluation.ts";
import type { Framework, Material, RuleEvidence, Verdict } from "./framework.ts";
import { freedoms } from "./freedoms/freedoms.ts";
import { openmdw } from "./openmdw/openmdw.ts";
import { openwashing } from "./openwashing/openwashing.ts";
import { osaid } from "./osaid/osaid.ts";
import { softwareHeritage } from "./software-heritage/software-heritage.ts";
import { trueFramework } from "./true/true.ts";

export const FRAMEWORKS: readonly Framework[] = [
  freedoms,
  osaid,
  openmdw,
  openwashing,
  trueFramework,
  softwareHeritage,
  evaluation,
  cardQuality,
  euAiAct,
];

export interface RequirementReport {
  id: string;
  verdict: Verdict;
  because: string;
  becauseSaid: Said;
  evidence: { path: string; lines: [number, number] }[];
  artifacts?: { id: ArtifactId; verdict: Verdict }[];
}

export interface FrameworkReport {
  id: string;
  title: string;
  version: string;
  verdict: Verdict;
  requirements: RequirementReport[];
}

/** A finding on the line of what a rule is not content with; the shape of the report's findings. */
export interface FrameworkFinding {
  rule: string;
  level: "notice" | "warning";
  message: string;
  code: string;
  values: Said["values"];
  path: string;
  lines: [number, number];
}

/** Many lines may say the same; these show what is meant. */
const MOST_FINDINGS = 5;
/** The worst first: what one rule forbids, no other rule makes good; what could not be looked at is no pass. */
const WORST = ["fail", "undetermined", "warn", "pass", "not-applicable"] as const satisfies readonly Verdict[];

/** Judges by every framework: their reports by id, and findings on the lines that they are about. */
export function judge(
  material: Material,
  frameworks: readonly Framework[] = FRAMEWORKS,
): { readonly reports: Record<string, FrameworkReport>; readonly findings: FrameworkFinding[] } {
  const findings: FrameworkFinding[] = [];
  const reports: Record<string, FrameworkReport> = {};
  for (const { id, title, version, rules } of frameworks) {
    const requirements = rules.map((rule): RequirementReport => {
      const { verdict, said, evidence, artifacts } = rule.check(material);
      const because = inEnglish(said);
      const isMissed = verdict === "fail" || verdict === "warn";
      if (isMissed && rule.finding !== undefined) {
        const words = { rule: rule.id, level: rule.finding, message: because, ...said };
        findings.push(...evidence.slice(0, MOST_FINDINGS).map((place) => ({ ...words, ...placeOf(place) })));
      }
      const each = artifacts === undefined ? {} : { artifacts: artifacts.map((artifact) => ({ ...artifact })) };
      return { id: rule.id, verdict, because, becauseSaid: said, evidence: evidence.map(placeOf), ...each };
    });
    reports[id] = { id, title, version, verdict: worstOf(requirements), requirements };
  }
  return { reports, findings };
}

const worstOf = (requirements: readonly RequirementReport[]): Verdict =>
  WORST.find((one) => requirements.some(({ verdict }) => verdict === one)) ?? "not-applicable";

const placeOf = ({ path, lines }: RuleEvidence): { path: string; lines: [number, number] } => ({
  path,
  lines: [lines[0], lines[1]],
});
