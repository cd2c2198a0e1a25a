/** What a rule asks and what it came to here: rules of frameworks, of findings, and those by which artifacts are recognised. */
import { ARTIFACT_IDS } from "../evidence/artifacts/artifact.ts";
import type { Framework, FrameworkRule, Verdict } from "../frameworks/framework.ts";
import { FRAMEWORKS } from "../frameworks/frameworks.ts";
import { en, type Messages } from "../messages/en.ts";
import { FRAMEWORK_WORDS, type FrameworkWords, type RuleWords } from "../messages/frameworks.ts";
import { LANGUAGES, messagesIn } from "../messages/languages.ts";
import { spokenAs } from "../messages/said.ts";
import { wordIn } from "../report/language.ts";
import { code, text } from "../report/markdown/escape.ts";
import { evidenceLink, fileLink } from "../report/markdown/links.ts";
import { type Frame, type Lines, problems, section } from "../report/markdown/sections.ts";
import type { Report } from "../report/schema.ts";

const FRAMEWORK_RULES: ReadonlyMap<string, { readonly framework: Framework; readonly rule: FrameworkRule }> = new Map(
  FRAMEWORKS.flatMap((framework) => framework.rules.map((rule) => [rule.id, { framework, rule }])),
);

/** All that can be asked for beside artifacts. */
export const RULE_NAMES: readonly string[] = [
  ...new Set([
    ...FRAMEWORKS.map(({ id }) => id),
    ...FRAMEWORK_RULES.keys(),
    ...Object.keys(en.rule),
    ...Object.keys(en.taken),
  ]),
];

/** Begins the names of rules that know results by the tool that wrote them. */
const BY_TOOL = "results-by-";

const MOST_PLACES = 10;
/** The sentence beside it says the same in words. */
const SYMBOLS: Readonly<Record<Verdict, string>> = {
  pass: "✅",
  fail: "❌",
  warn: "⚠️",
  undetermined: "❔",
  "not-applicable": "➖",
};

/**
 * Undefined where nothing is called so.
 * @param report undefined where nothing may be said of the commit
 */
export function ruleLines(topic: string, report: Report | undefined, frame: Frame): Lines | undefined {
  const framework = FRAMEWORKS.find(({ id }) => id === topic);
  if (framework !== undefined) return ofFramework(framework, report, frame);
  const declared = FRAMEWORK_RULES.get(topic);
  if (declared !== undefined) return ofFrameworkRule(declared.framework, declared.rule, report, frame);
  if (wordIn(en.rule, topic) !== undefined) return ofFinding(topic, report, frame);
  const isTaken = wordIn(en.taken, topic) !== undefined || topic.startsWith(BY_TOOL);
  return isTaken ? ofEvidence(topic, report, frame) : undefined;
}

/** A paragraph with a bold head. */
export const paragraph = (head: string, words: string, messages: Messages): Lines => [
  "",
  messages.label(`**${head}**`, text(words, 2000)),
];

function ofFramework(framework: Framework, report: Report | undefined, frame: Frame): Lines {
  const { id, rules, version } = framework;
  const words = wordsOf(framework, frame.messages);
  return [
    `### ${text(words?.title ?? framework.title)} (\`${id}\`, ${version})`,
    "",
    ...rules.map((rule) => {
      const title = `**${text((words?.rules[rule.id] ?? rule).title)}** (\`${rule.id}\`)`;
      const outcome = requirementOf(report, framework, rule);
      if (outcome === undefined) return `- ${title}`;
      const because = text(spokenAs(frame.messages, outcome.because, outcome.becauseSaid), 600);
      return `- ${SYMBOLS[outcome.verdict]} ${frame.messages.label(title, because)}`;
    }),
  ];
}

function ofFrameworkRule(framework: Framework, rule: FrameworkRule, report: Report | undefined, frame: Frame): Lines {
  const { messages } = frame;
  const { commands } = messages;
  const translated = wordsOf(framework, messages);
  const { title, asks, why, decides, remedy }: RuleWords = translated?.rules[rule.id] ?? rule;
  return [
    `### ${text(title)} (\`${rule.id}\`)`,
    "",
    `**${text(asks, 1000)}**`,
    "",
    text(why, 1000),
    ...paragraph(commands.decided, decides, messages),
    ...paragraph(commands.remedy, remedy, messages),
    "",
    `${commands.ruleOf(text(translated?.title ?? framework.title))} · ${messages.effort[rule.effort]}`,
    ...section(`#### ${commands.here}`, requirementLines(framework, rule, report, frame)),
  ];
}

/** How the rule came out, and the places and artifacts that it is about. */
function requirementLines(
  framework: Framework,
  rule: FrameworkRule,
  report: Report | undefined,
  { messages, place }: Frame,
): Lines {
  const outcome = requirementOf(report, framework, rule);
  if (outcome === undefined) return [];
  const { verdict, because, becauseSaid, evidence, artifacts = [] } = outcome;
  const unmet = artifacts.filter((one) => one.verdict !== "pass" && one.verdict !== "not-applicable");
  return [
    `- ${SYMBOLS[verdict]} ${text(spokenAs(messages, because, becauseSaid), 1000)}`,
    ...unmet.map((one) => `  - ${SYMBOLS[one.verdict]} ${messages.component[one.id]}`),
    ...evidence.slice(0, MOST_PLACES).map(({ path, lines }) => `  - ${fileLink(place, path, lines)}`),
    ...cut(evidence.length, messages),
  ];
}

const requirementOf = (report: Report | undefined, framework: Framework, rule: FrameworkRule) =>
  report?.isModelRepository === true
    ? report.frameworks[framework.id]?.requirements.find(({ id }) => id === rule.id)
    : undefined;

function wordsOf({ id }: Framework, messages: Messages): FrameworkWords | undefined {
  const language = LANGUAGES.find((one) => messagesIn(one) === messages);
  return language === undefined || language === "en" ? undefined : FRAMEWORK_WORDS[language][id];
}

function ofFinding(rule: string, report: Report | undefined, frame: Frame): Lines {
  const { rule: titles } = frame.messages;
  const { here: heading, ruleHelp, ruleNotHere } = frame.messages.commands;
  const help = wordIn(ruleHelp, rule);
  const findings = (report?.findings ?? []).filter((finding) => finding.rule === rule);
  const here = report === undefined ? [] : problems({ ...report, findings }, frame, 30);
  return [
    `### ${wordIn(titles, rule) ?? code(rule)} (\`${rule}\`)`,
    ...(help === undefined ? [] : ["", help]),
    ...section(`#### ${heading}`, report !== undefined && here.length === 0 ? [ruleNotHere] : here),
  ];
}

function ofEvidence(rule: string, report: Report | undefined, frame: Frame): Lines {
  const { commands, taken } = frame.messages;
  const here = report?.isModelRepository === true ? placesOf(rule, report, frame) : [];
  const byTool = rule.startsWith(BY_TOOL) ? wordIn(taken, `${BY_TOOL}tool`) : undefined;
  return [
    `### ${code(rule)}`,
    "",
    wordIn(taken, rule) ?? byTool ?? "",
    ...section(`#### ${commands.here}`, report !== undefined && here.length === 0 ? [commands.ruleNotHere] : here),
  ];
}

/** The artifacts that the rule found, with where. */
function placesOf(rule: string, { components }: Report, { messages, place }: Frame): Lines {
  return ARTIFACT_IDS.flatMap((id) => {
    const found = components[id].evidence.filter((piece) => piece.rule === rule);
    if (found.length === 0) return [];
    const places = found.slice(0, MOST_PLACES).map((piece) => `  - ${evidenceLink(place, piece)}`);
    return [`- **${messages.component[id]}**`, ...places, ...cut(found.length, messages)];
  });
}

const cut = (count: number, { face }: Messages): Lines =>
  count > MOST_PLACES ? [`  - ${face.more(count - MOST_PLACES)}`] : [];
