/** Several models in one report: a table of them first, and behind folds what each of them has. */
import { countFor } from "../../frameworks/mof/state.ts";
import { reportOfModel } from "../one-model.ts";
import type { ModelReport, Report } from "../schema.ts";
import { conclusionSymbol, verdictLine } from "../verdict.ts";
import { code, text } from "./escape.ts";
import { details, type Frame, type Lines, remedies } from "./sections.ts";
import { artifactTable } from "./table.ts";

const rowOf = (cells: Lines): string => `| ${cells.join(" | ")} |`;
const MAX_NAME = 60;
/** Letters that folds take together, so that the rest of the page has its room. */
const MAX_FOLDS = 30_000;

/** One row for each model; nothing where there is only one. */
export function modelsTable(report: Report, { messages }: Frame): Lines {
  const { models = [] } = report;
  if (models.length < 2) return [];
  const { columns, conclusion, least } = messages.models;
  const rows = models.map((model) => {
    const { nextClass } = model.mof;
    const counted = messages.face.progress(countFor(model.components, nextClass ?? 1));
    return rowOf([
      text(model.name, MAX_NAME),
      messages.className(model.mof.class),
      nextClass === null ? counted : messages.label(messages.className(nextClass), counted),
      `${conclusionSymbol(model)} ${conclusion[model.policy.conclusion]}`,
      model.path === "" ? "" : code(model.path, 80),
    ]);
  });
  return [rowOf(columns), rowOf(columns.map(() => ":--")), ...rows, "", least];
}

/** What each of several models has and lacks, behind a fold each; the report itself speaks for one of them. */
export function modelDetails(report: Report, frame: Frame): Lines {
  const { models = [] } = report;
  if (models.length < 2) return [];
  const spokenFor = models.findIndex(
    ({ components, mof }) => isEqual(components, report.components) && isEqual(mof, report.mof),
  );
  const folds = models.filter((_, index) => index !== spokenFor).map((model) => foldOf(report, model, frame));
  let left = MAX_FOLDS;
  const shown = folds.filter((lines) => {
    left -= lines.join("\n").length;
    return left > 0;
  });
  const cut = folds.length - shown.length;
  return [...shown.flat(), ...(cut > 0 ? ["", frame.messages.models.cut(cut)] : [])];
}

const isEqual = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);

function foldOf(report: Report, { name }: ModelReport, frame: Frame): Lines {
  const alone = reportOfModel(report, name);
  if (alone === undefined) return [];
  const lines = [verdictLine(alone, frame.messages), "", ...artifactTable(alone, frame), "", ...remedies(alone, frame)];
  return details(frame.messages.label(name.slice(0, MAX_NAME), frame.messages.className(alone.mof.class)), lines);
}
