/** What a report says of the owner's policy: whether it is met, what is waived, what is proposed, and what is in force. */
import type { Messages } from "../../messages/en.ts";
import { spoken } from "../../messages/said.ts";
import { spokenAll } from "../language.ts";
import type { Report, ReportFinding } from "../schema.ts";
import { policyReasons } from "../verdict.ts";
import { code, text } from "./escape.ts";
import type { Frame, Lines } from "./sections.ts";

/** What the policy demands and does not get, or what it aims at; the owner's waivers; and what a changed policy would do. */
export function policySection(report: Report, { messages }: Frame, base?: Report): Lines {
  const { title, reasons } = policyReasons(report, messages);
  const verdict =
    title === undefined ? "" : `**${title}** ${messages.join(reasons.map((reason) => text(reason, 600)))}`;
  const waivers = waiversOf(report)
    .slice(0, 20)
    .map((waiver) => `- ${WAIVER_SYMBOLS[waiver.rule] ?? "ℹ️"} ${text(spoken(messages, waiver), 600)}`);
  const proposed = proposedSentences(report, messages, base).map((sentence) => text(sentence, 600));
  return [
    ...withSpace(verdict === "" ? [] : [verdict.trimEnd()]),
    ...withSpace(waivers),
    ...withSpace(proposed.length === 0 ? [] : [`📝 ${messages.join(proposed)}`]),
  ];
}

const withSpace = (lines: Lines): Lines => (lines.length === 0 ? [] : ["", ...lines]);

const WAIVER_SYMBOLS: Readonly<Record<string, string>> = {
  "waiver-applied": "⏸️",
  "waiver-expired": "⌛",
  "waiver-unused": "ℹ️",
};

/** Findings about waivers: they stand with the policy, not among the problems. */
export const waiversOf = ({ findings }: Pick<Report, "findings">): readonly ReportFinding[] =>
  findings.filter(isAboutWaiver);

export const isAboutWaiver = ({ rule }: ReportFinding): boolean => Object.hasOwn(WAIVER_SYMBOLS, rule);

/**
 * What the check would be with the policy that the commit holds, in plain sentences.
 * @param base the report that this one is compared with: what is as it was there is not proposed here
 */
export function proposedSentences({ policy }: Report, messages: Messages, base?: Report): readonly string[] {
  const { proposed, file } = policy;
  if (proposed === undefined || (base !== undefined && base.policy.file === file)) return [];
  const { conclusion, reasons, reasonsSaid, isGone, isPart } = proposed;
  const { inForce } = messages;
  const word = { success: inForce.success, neutral: inForce.neutral, failure: inForce.failure }[conclusion];
  return [
    isGone ? inForce.gone : inForce.proposed,
    inForce.would(word, spokenAll(messages, reasons.slice(0, 5), reasonsSaid)),
    ...(isPart ? [inForce.isPart] : []),
  ];
}

/** The files that the policy is made of, at their commits; nothing for the defaults. */
export function policySources(report: Report, { messages }: Frame): Lines {
  const files = sourceWords(report, messages, (word, max) => code(word, max));
  return files.length === 0 ? [] : [messages.inForce.sources(files)];
}

/** The files and commits as words; `mark` makes them fit the face. */
export function sourceWords(
  { policy: { source, sources = source === null ? [] : [{ path: source }] } }: Report,
  { inForce }: Messages,
  mark: (word: string, max: number) => string,
): readonly string[] {
  return sources
    .slice(-5)
    .map(({ path, commit }) =>
      commit === undefined ? mark(path, 200) : inForce.source(mark(path, 200), mark(commit.slice(0, 12), 12)),
    );
}
