/** The verdict in one line: for a title, for a heading, and in a sentence. */
import type { Effort, MofClass } from "../evidence/artifacts/artifact.ts";
import { artifact } from "../evidence/artifacts/index.ts";
import { countFor, type MissingArtifact } from "../frameworks/mof/state.ts";
import { licenseFacts } from "../license/catalogue.ts";
import type { Messages } from "../messages/en.ts";
import { declaredWords, messagesOf, restrictionWord, spokenAll } from "./language.ts";
import { MAX_TITLE } from "./limit.ts";
import type { ComponentReport, Report } from "./schema.ts";

/** The most telling reason first: a license that can be changed today before something that has yet to be written. */
const BY_TELLING = ["restricted", "unlicensed", "unknown", "undetermined", "absent"] as const;

/** At most 60 characters, since GitHub's merge box shows no more: "No class yet · 4 of 6 for Class III · weights restricted". */
export function titleOf(report: Report, messages: Messages = messagesOf(report)): string {
  const { verdict } = messages;
  if (!report.isModelRepository) return verdict.notAModelTitle;
  const { mof, models = [] } = report;
  const parts = [models.length > 1 ? messages.models.lowest(models.length, mof.class) : messages.className(mof.class)];
  if (report.policy.conclusion === "failure") parts.push(verdict.policyNotMet);
  const fits = (part: string): boolean => [...parts, part].join(" · ").length <= MAX_TITLE;
  const counted =
    mof.class !== 0
      ? verdict.artifactsOpen(countFor(report.components, mof.class))
      : verdict.towards(countFor(report.components, 3), 3);
  if (fits(counted)) parts.push(counted);
  const fitting = reasonsFor(report, messages).find(fits);
  return [...parts, ...(fitting === undefined ? [] : [fitting])].join(" · ");
}

/** What a title may add, the best first: why there is no class yet, or how far the next one is. */
function reasonsFor({ mof }: Report, { verdict }: Messages): readonly string[] {
  if (mof.nextClass === null) return [];
  if (mof.class !== 0) return [verdict.shortOf(mof.missingForNext.length, mof.nextClass)];
  return BY_TELLING.flatMap((why) => mof.missingForNext.filter((artifact) => artifact.why === why)).map(verdict.reason);
}

/** What a license takes away, in words, each once, at most three. */
export const restrictionWords = (
  restrictions: readonly { readonly category: string }[],
  messages: Messages,
): readonly string[] =>
  [...new Set(restrictions.map(({ category }) => category))]
    .slice(0, 3)
    .map((category) => restrictionWord(messages, category));

/** What a license takes away, by the clauses that were found, else by what is known of a license that was only named. */
export function limitWords(
  { id, restrictions }: NonNullable<ComponentReport["license"]>,
  messages: Messages,
): readonly string[] {
  if (restrictions.length > 0 || id === null) return restrictionWords(restrictions, messages);
  return restrictionWords(
    licenseFacts(id).limits.map((category) => ({ category })),
    messages,
  );
}

/** The symbol of the conclusion; the words beside it say the same. */
export const conclusionSymbol = (report: Pick<Report, "policy">): string =>
  ({ success: "✅", neutral: "🔎", failure: "❌" })[report.policy.conclusion];

/** The heading of a comment or page: symbol and title. */
export const headlineOf = (report: Report, messages: Messages = messagesOf(report)): string =>
  `${conclusionSymbol(report)} ${titleOf(report, messages)}`;

/** What was reached and what lacks for the next class, in a sentence or two of plain text. */
export function sentencesOf(report: Report, messages: Messages = messagesOf(report)): readonly string[] {
  const { verdict } = messages;
  const { mof, components } = report;
  // One artifact that is known to lack settles it, whatever could not be looked at.
  const isUnsure = mof.missingForNext.every(({ why }) => why === "undetermined");
  const none = isUnsure ? verdict.noneSeen : verdict.none;
  const reached = mof.class === 0 ? none : verdict.reached(mof.class, countFor(components, mof.class));
  const next = mof.nextClass === null ? undefined : nextSentence(report, mof.nextClass, messages);
  return next === undefined ? [reached] : [reached, next];
}

/** The sentences in one line of Markdown; the first stands out. */
export function verdictLine(report: Report, messages: Messages = messagesOf(report)): string {
  const [reached, ...rest] = sentencesOf(report, messages);
  // Bold type ends after a full stop only where a space follows, in every language (CommonMark 6.2).
  return [`**${reached}**`, ...rest].join(" ");
}

/** What could not be looked at is not called needed. */
function nextSentence(report: Report, nextClass: MofClass, { artifact, state, verdict }: Messages): string {
  const { missingForNext } = report.mof;
  const needed = missingForNext.filter(({ why }) => why !== "undetermined");
  const unchecked = missingForNext.filter(({ why }) => why === "undetermined").map(({ id }) => artifact[id]);
  const words = needed.map(({ id, why }) => verdict.missing(artifact[id], state[why]));
  return verdict.next(nextClass, countFor(report.components, nextClass), words, unchecked);
}

/** What to do about an artifact that the next class lacks, in plain text, and what that takes: time, or a decision. */
export function remedyOf(
  report: Report,
  id: MissingArtifact["id"],
  why: MissingArtifact["why"],
  messages: Messages = messagesOf(report),
): { readonly remedy: string; readonly effort: Effort | "decision" } {
  const rule = artifact(id);
  const { license } = report.components[id];
  switch (why) {
    case "absent":
      return { remedy: declaredWords(id, messages).remedy, effort: rule.effort };
    case "unlicensed": {
      const kind = id.startsWith("model-parameters-") ? "weights" : rule.type;
      const isLinked = report.components[id].presence === "linked";
      return { remedy: messages.remedy.unlicensed(isLinked, messages.suggestion[kind]), effort: "minutes" };
    }
    case "unknown":
      return { remedy: messages.remedy.unknown, effort: "minutes" };
    case "undetermined":
      return { remedy: messages.remedy.undetermined, effort: "minutes" };
    case "restricted": {
      const words = license === null ? [] : limitWords(license, messages);
      return {
        remedy: messages.remedy.restricted(license?.id?.slice(0, 80) ?? messages.face.notNamed, words),
        effort: "decision",
      };
    }
  }
}

/** The policy's reasons where they matter: when it fails the check, or when the owner set a target. */
export function policyReasons(
  report: Report,
  messages: Messages = messagesOf(report),
): {
  readonly title: string | undefined;
  readonly reasons: readonly string[];
} {
  const { conclusion, target } = report.policy;
  const reasons = spokenAll(messages, report.policy.reasons.slice(0, 10), report.policy.reasonsSaid);
  if (conclusion === "failure") return { title: `❌ ${messages.face.policyFailed}`, reasons };
  return target === null || !report.isModelRepository
    ? { title: undefined, reasons: [] }
    : { title: messages.face.policyAim, reasons };
}
