/** `/openness explain`: what an artifact or a rule asks, and how it was decided here. */
import { ARTIFACT_IDS, type ArtifactId } from "../evidence/artifacts/artifact.ts";
import { artifact } from "../evidence/artifacts/index.ts";
import { en } from "../messages/en.ts";
import { declaredWords } from "../report/language.ts";
import { code, text } from "../report/markdown/escape.ts";
import { evidenceOfArtifact } from "../report/markdown/evidence.ts";
import { type Frame, type Lines, notAModel, section } from "../report/markdown/sections.ts";
import type { Report } from "../report/schema.ts";
import { missingSections } from "../report/templates/missing.ts";
import type { HeadBranch } from "../report/templates/pages.ts";
import { verdictLine } from "../report/verdict.ts";
import { paragraph, RULE_NAMES, ruleLines } from "./explain-rule.ts";
import { nearest } from "./nearest.ts";

const isArtifact = (name: string): name is ArtifactId => ARTIFACT_IDS.some((id) => id === name);

/**
 * @param report undefined where nothing may be said of the commit: then declarations alone are told
 * @param head where missing files are added; without it, they are told in words alone
 */
export function explainLines(
  written: string | undefined,
  report: Report | undefined,
  frame: Frame,
  head?: HeadBranch,
): Lines {
  if (written === undefined) return report === undefined ? [] : overall(report, frame, head);
  const { messages } = frame;
  const topic = topicOf(written);
  if (isArtifact(topic)) return ofArtifact(topic, report, frame);
  const rule = ruleLines(topic, report, frame);
  if (rule !== undefined) return rule;
  const { commands } = messages;
  const near = nearest(topic, [...ARTIFACT_IDS, ...RULE_NAMES]);
  const shown = (names: readonly string[]): string => messages.enumerate(names.map((name) => code(name)));
  return [
    messages.join([
      commands.noTopic(code(written, 80)),
      near.length > 0 ? commands.nearest(shown(near)) : commands.topics(shown(ARTIFACT_IDS)),
    ]),
  ];
}

/** A name as a person writes it: "Model card", `model_card`, the id of a SARIF rule. */
function topicOf(written: string): string {
  const word = written
    .toLowerCase()
    .replaceAll(/[`"'<>]/g, "")
    .trim();
  const byName = ARTIFACT_IDS.find((id) => en.component[id].toLowerCase() === word || en.artifact[id] === word);
  return byName ?? word.replace(/^(?:mof|finding)\//, "").replaceAll(/[ _]/g, "-");
}

function overall(report: Report, frame: Frame, head: HeadBranch | undefined): Lines {
  const { messages } = frame;
  if (!report.isModelRepository) return notAModel(report, frame);
  const isDone = report.mof.missingForNext.length === 0;
  return [
    verdictLine(report, messages),
    ...(isDone ? ["", messages.commands.nothingMissing] : []),
    ...missingSections(report, frame, head),
  ];
}

function ofArtifact(id: ArtifactId, report: Report | undefined, frame: Frame): Lines {
  const { messages } = frame;
  const { asks, why, decides, remedy } = declaredWords(id, messages);
  const { commands } = messages;
  const isHere = report?.isModelRepository === true;
  return [
    `### ${messages.component[id]} (\`${id}\`)`,
    "",
    `**${text(asks, 1000)}**`,
    "",
    text(why, 1000),
    ...paragraph(commands.decided, decides, messages),
    ...paragraph(commands.remedy, remedy, messages),
    "",
    `${messages.classTitle(artifact(id).mofClass)} · ${messages.effort[artifact(id).effort]}`,
    ...(isHere ? section(`#### ${commands.here}`, evidenceOfArtifact(report, id, frame, 20)) : []),
  ];
}
