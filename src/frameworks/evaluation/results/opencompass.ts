/** Figures of OpenCompass (its documentation, Results Summary): a table of data sets and models, and a file for each pair. */
import { firstLines } from "../../../evidence/files/content.ts";
import type { JsonObject } from "../../../evidence/files/json.ts";
import { partsOf } from "../../../evidence/files/path.ts";
import { metricOf, modelOf, taskOf } from "../score.ts";
import { type Found, figures, found, versionOf } from "./reading.ts";

const MOST_ROWS = 2_000;
/** By what the model was run: part of its short name there, not of the model's. */
const BACKEND = /[-_](?:hf|turbomind|vllm|lmdeploy|pytorch|api)$/i;
export const SUMMARY_HEAD = /^dataset,version,metric,mode,/;

/** The rows of a summary: a CSV file, or the part in that format of the text that is written beside it. */
export function openCompassSummary(text: string): readonly Found[] {
  const lines = firstLines(text, 3 * MOST_ROWS);
  const head = lines.findIndex((line) => SUMMARY_HEAD.test(line));
  if (head < 0) return [];
  const models = cellsOf(lines[head] ?? "").slice(4);
  const scores: Found[] = [];
  for (const line of lines.slice(head + 1, head + 1 + MOST_ROWS)) {
    const [dataset = "", version, metric = "", mode, ...values] = cellsOf(line);
    if (mode === undefined) break;
    const known = metricOf(metric);
    if (known === undefined) continue;
    for (const [index, abbreviation] of models.entries()) {
      const value = values[index] ?? "";
      if (!/^\d{1,4}(?:\.\d{1,8})?$/.test(value)) continue;
      for (const model of modelsOf(abbreviation))
        scores.push(
          ...found(Number(value), {
            model,
            task: taskOf(dataset.replace(/[-_]weighted$/, "")),
            metric: known,
            shots: undefined,
            version: versionOf(version),
            written: [`${dataset},`],
          }),
        );
    }
  }
  return scores;
}

/** The data sets that a summary has figures of. */
export function summaryDatasets(text: string): readonly string[] {
  const lines = firstLines(text, 3 * MOST_ROWS);
  const head = lines.findIndex((line) => SUMMARY_HEAD.test(line));
  if (head < 0) return [];
  const rows = lines.slice(head + 1, head + 1 + MOST_ROWS).map(cellsOf);
  return rows.flatMap(([dataset = "", , , , ...values]) =>
    values.some((value) => /^\d/.test(value)) ? [dataset] : [],
  );
}

/** `results/MODEL/dataset.json`. */
export function openCompassFile(value: JsonObject, path: string): readonly Found[] {
  const { folders, stem } = partsOf(path);
  const abbreviation = folders.at(-1) ?? "";
  if (folders.at(-2) !== "results") return [];
  return modelsOf(abbreviation).flatMap((model) =>
    figures(value, { model, task: taskOf(stem), shots: undefined, written: [] }),
  );
}

/** A model by its short name with and without the backend. */
function modelsOf(abbreviation: string): readonly string[] {
  const names = [abbreviation, abbreviation.replace(BACKEND, "")].map((name) => modelOf(name));
  return [...new Set(names.filter((name) => name !== undefined))];
}

const cellsOf = (line: string): string[] =>
  line
    .slice(0, 4_000)
    .split(",", 60)
    .map((cell) => cell.trim());
