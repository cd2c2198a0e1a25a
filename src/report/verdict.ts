/** The verdict in one line: for a title, for a heading, and in a sentence. */
import type { Effort, MofClass } from "../evidence/artifacts/artifact.ts";
import { artifact } from "../evidence/artifacts/index.ts";
import { countFor, type MissingArtifact } from "../frameworks/mof/state.ts";
import { licenseFacts } from "../license/catalogue.ts";
import { en } from "../messages/en.ts";
import { MAX_TITLE } from "./limit.ts";
import type { ComponentReport, Report } from "./schema.ts";

/** The most telling reason first: a license that can be changed today before something that has yet to be written. */
const BY_TELLING = ["restricted", "unlicensed", "unknown", "undetermined", "absent"] as const;

/** At most 60 characters, since GitHub's merge box shows no more: "No class yet · 4 of 6 for Class III · weights restricted". */
export function titleOf(report: Report): string {
  if (!report.isModelRepository) return en.verdict.notAModelTitle;
  const { mof } = report;
  const parts = [en.className(mof.class)];
  if (report.policy.conclusion === "failure") parts.push(en.verdict.policyNotMet);
  if (mof.class !== 0) parts.push(en.verdict.artifactsOpen(countFor(report.components, mof.class)));
  else parts.push(en.verdict.towards(countFor(report.components, 3), 3));
  const fitting = reasonsFor(report).find((reason) => [...parts, reason].join(" · ").length <= MAX_TITLE);
  return [...parts, ...(fitting === undefined ? [] : [fitting])].join(" · ");
}

/** What a title may add, the best first: why there is no class yet, or how far the next one is. */
function reasonsFor({ mof }: Report): readonly string[] {
  if (mof.nextClass === null) return [];
  if (mof.class !== 0) return [en.verdict.shortOf(mof.missingForNext.length, mof.nextClass)];
  return BY_TELLING.flatMap((why) => mof.missingForNext.filter((artifact) => artifact.why === why)).map(
    en.verdict.reason,
  );
}

/** What a license takes away, in words, each once, at most three. */
export const restrictionWords = (restrictions: readonly { readonly category: string }[]): readonly string[] =>
  [...new Set(restrictions.map(({ category }) => category))]
    .slice(0, 3)
    .map((category) => (Object.hasOwn(en.restriction, category) ? en.restriction[category]! : category.slice(0, 40)));

/** What a license takes away, by the clauses that were found, else by what is known of a license that was only named. */
export function limitWords({ id, restrictions }: NonNullable<ComponentReport["license"]>): readonly string[] {
  if (restrictions.length > 0 || id === null) return restrictionWords(restrictions);
  return restrictionWords(licenseFacts(id).limits.map((category) => ({ category })));
}

/** The symbol of the conclusion; the words beside it say the same. */
export const conclusionSymbol = (report: Report): string =>
  ({ success: "✅", neutral: "🔎", failure: "❌" })[report.policy.conclusion];

/** The heading of a comment or page: symbol and class. */
export const headlineOf = (report: Report): string =>
  `${conclusionSymbol(report)} ${report.mof.class === 0 ? en.className(0) : en.classTitle(report.mof.class)}`;

/** What was reached and what lacks for the next class, in a sentence or two of plain text. */
export function sentencesOf(report: Report): readonly string[] {
  const { mof, components } = report;
  const reached = mof.class === 0 ? en.verdict.none : en.verdict.reached(mof.class, countFor(components, mof.class));
  const next = mof.nextClass === null ? undefined : nextSentence(report, mof.nextClass);
  return next === undefined ? [reached] : [reached, next];
}

/** The sentences in one line of Markdown; the first stands out. */
export function verdictLine(report: Report): string {
  const [reached, ...rest] = sentencesOf(report);
  return [`**${reached}**`, ...rest].join(" ");
}

function nextSentence(report: Report, nextClass: MofClass): string {
  const missing = report.mof.missingForNext.map(({ id, why }) => `${en.artifact[id]} (${en.state[why]})`);
  return en.verdict.next(nextClass, countFor(report.components, nextClass), missing);
}

/** What to do about an artifact that the next class lacks, in plain text, and how long that takes where it is work. */
export function remedyOf(
  report: Report,
  id: MissingArtifact["id"],
  why: MissingArtifact["why"],
): { readonly remedy: string; readonly effort: Effort | undefined } {
  const rule = artifact(id);
  const { license } = report.components[id];
  switch (why) {
    case "absent":
      return { remedy: rule.remedy, effort: rule.effort };
    case "unlicensed": {
      const kind = id.startsWith("model-parameters-") ? "weights" : rule.type;
      const isLinked = report.components[id].presence === "linked";
      return { remedy: en.remedy.unlicensed(isLinked, en.remedy.suggestion[kind]), effort: "minutes" };
    }
    case "unknown":
      return { remedy: en.remedy.unknown, effort: "minutes" };
    case "undetermined":
      return { remedy: en.remedy.undetermined, effort: undefined };
    case "restricted": {
      const words = license === null ? [] : limitWords(license);
      return {
        remedy: en.remedy.restricted(license?.id?.slice(0, 80) ?? en.face.notNamed, words),
        effort: undefined,
      };
    }
  }
}

/** The policy's reasons where they matter: when it fails the check, or when the owner set a target. */
export function policyReasons(report: Report): {
  readonly title: string | undefined;
  readonly reasons: readonly string[];
} {
  const { conclusion, reasons, target } = report.policy;
  if (conclusion === "failure") return { title: `❌ ${en.face.policyFailed}`, reasons: reasons.slice(0, 10) };
  return target === null || !report.isModelRepository
    ? { title: undefined, reasons: [] }
    : { title: en.face.policyAim, reasons: reasons.slice(0, 10) };
}
