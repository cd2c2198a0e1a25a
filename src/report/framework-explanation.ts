/** How one framework was decided, for a terminal: each requirement with its reason, its place, and what to do. */
import { en, type Messages } from "../messages/en.ts";
import { frameworkRows, type RequirementRow, ruleWords } from "./framework-rows.ts";
import { visible } from "./markdown/escape.ts";
import { linesLabel } from "./markdown/links.ts";
import type { Report } from "./schema.ts";

const MARKS = { pass: "✓", fail: "✗", warn: "!", "not-applicable": "–", undetermined: "?" } as const;
const MOST_PLACES = 10;

/** Draws a framework of a report, with a line break at the end; undefined where the report has none of the id. */
export function frameworkExplanation(report: Report, id: string, messages: Messages = en): string | undefined {
  const row = frameworkRows(report, messages).find((one) => one.id === id);
  if (row === undefined) return undefined;
  const lines = [
    messages.label(visible(row.title, 120), row.word),
    messages.label("Model Openness Framework", messages.className(report.mof.class)),
    "",
    ...row.requirements.flatMap((one) => requirementLines(one, id, messages)),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function requirementLines(one: RequirementRow, frameworkId: string, messages: Messages): readonly string[] {
  const words = ruleWords(frameworkId, one.id, messages);
  const isMissed = one.verdict === "fail" || one.verdict === "warn";
  return [
    `${MARKS[one.verdict]} ${messages.label(visible(one.title, 160), one.word)}  ${one.id}`,
    ...(words === undefined ? [] : [`    ${words.asks}`]),
    `    ${visible(one.because, 1200)}`,
    ...one.evidence.slice(0, MOST_PLACES).map(({ path, lines }) => `      ${visible(`${path}${linesLabel(lines)}`)}`),
    ...(isMissed && words !== undefined ? [`    → ${words.remedy}`] : []),
    "",
  ];
}
