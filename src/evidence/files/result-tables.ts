import { namesBenchmark, namesMetric, surelyNamesBenchmark } from "./benchmarks.ts";
import { firstLines } from "./content.ts";
import { isObject } from "./json.ts";
import { type Recognised, speaksOfResults } from "./result-formats.ts";

/**
 * A CSV or TSV of results: a header (or first column) that names benchmarks or quality metrics, and numbers below.
 * One metric column alone is enough only beside a column that says what was measured; loss alone is a training log.
 */
export function recogniseResultTable(text: string, separator: string): Recognised | undefined {
  const rows = firstLines(text, 40)
    .filter((line) => line.trim() !== "")
    .map((line) => cells(line, separator));
  const header = rows[0];
  if (!header || header.length < 2 || rows.length < 2) return undefined;
  if (OPENCOMPASS_HEAD.test(header.join(","))) return { tool: "opencompass", model: header[4] };
  const scored = header.filter(
    (cell, column) => (namesBenchmark(cell) || namesMetric(cell)) && isNumeric(rows, column),
  );
  const benchmarks = scored.filter((cell) => namesBenchmark(cell));
  if (benchmarks.length >= 2) return { tool: "table", model: undefined };
  // A list of data sets counts their examples per split, and tells which of them are for training.
  if (header.some((cell) => /^(?:do_train|train_size|num_train|n_train|train_examples|split_sizes?)$/i.test(cell)))
    return undefined;
  const labels = header.some((cell) =>
    /^(?:model|checkpoint|step|task|tasks|dataset|benchmark|language|subset|split|method|system|#?tokens?)s?$/i.test(
      cell,
    ),
  );
  if (scored.length >= 1 && labels) return { tool: "table", model: undefined };
  const named = rows.slice(1).filter((row) => namesBenchmark(row[0] ?? "") && row.slice(1).some(isNumber));
  return named.length >= 2 ? { tool: "table", model: undefined } : undefined;
}

const OPENCOMPASS_HEAD = /^dataset,version,metric,mode,/;
const SCORE_LINE =
  /\b(accuracy|acc|score|exact match|wer|cer|bleu|rouge[-\w]{0,4}|f1|pass@\d{1,3}|perplexity|ppl|win rate|correct)\b[^\n\w]{1,12}[-+]?\d{1,6}(?:\.\d{1,12})?\s*%?/i;
const TRAINING_LINE = /\b(?:lr|learning rate|grad_norm|iter(?:ation)?|epoch)\b/i;

/** A small text or log of results: lines with a metric and its figure, in a file whose path speaks of results. */
export function recogniseResultText(path: string, text: string): Recognised | undefined {
  if (!speaksOfResults(path) || text.length > 200_000) return undefined;
  const lines = firstLines(text, 400).map((line) => line.slice(0, 300));
  // OpenCompass writes its table once more in CSV form into the text beside it.
  const summary = lines.find((line) => OPENCOMPASS_HEAD.test(line));
  if (summary !== undefined) return { tool: "opencompass", model: summary.split(",")[4]?.trim() };
  const scores = lines.filter((line) => SCORE_LINE.test(line) && !TRAINING_LINE.test(line));
  return scores.length > 0 ? { tool: "text", model: undefined } : undefined;
}

/** A notebook of evaluation (by its path) whose kept outputs hold a metric with its figure. */
export function recogniseNotebook(path: string, value: unknown): Recognised | undefined {
  if (!speaksOfResults(path) && !path.split(/[/.]/).some((part) => surelyNamesBenchmark(part))) return undefined;
  if (!isObject(value) || !Array.isArray(value.cells)) return undefined;
  for (const cell of value.cells) {
    if (!isObject(cell) || !Array.isArray(cell.outputs)) continue;
    for (const output of cell.outputs) {
      if (!isObject(output)) continue;
      const data = isObject(output.data) ? output.data["text/plain"] : output.text;
      const lines = (Array.isArray(data) ? data : [data]).filter((line): line is string => typeof line === "string");
      const scored = lines
        .slice(0, 200)
        .some((line) => SCORE_LINE.test(line.slice(0, 300)) && !TRAINING_LINE.test(line.slice(0, 300)));
      if (scored) return { tool: "notebook", model: undefined };
    }
  }
  return undefined;
}

function cells(line: string, separator: string): string[] {
  return line.split(separator, 200).map((cell) => cell.trim().replace(/^"|"$/g, ""));
}

function isNumeric(rows: readonly (readonly string[])[], column: number): boolean {
  return rows.slice(1).some((row) => isNumber(row[column] ?? ""));
}

function isNumber(cell: string): boolean {
  return /^[-+]?\d{1,12}(?:\.\d{1,20})?(?:e[-+]?\d{1,3})?\s?%?$/i.test(cell.trim());
}
