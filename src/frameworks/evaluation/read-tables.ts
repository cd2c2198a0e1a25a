/** The figures of a document's tables: those that harnesses print, and benchmarks on one side with models on the other. */
import { squash } from "../../evidence/artifacts/shared/names.ts";
import type { Document, Table } from "../../evidence/documents/document.ts";
import { enclosingSections } from "../../evidence/documents/sections.ts";
import { hasFootnote, type Label, labelOf, namesVariant, oneOf, tellsOtherWay } from "./labels.ts";
import { altersWeights, argumentsOf, isReleased, versionOf } from "./results/reading.ts";
import { metricOf, modelOf, taskOf } from "./score.ts";
import { type Known, type Stated, stated } from "./stated.ts";

/** A column that holds the one model's own figures. */
const OWN_COLUMN = /^(?:score|scores|value|values|result|results|performance)?$/i;

/** Columns that tell of a part of the task, or of a way of running it, in words that result files do not have. */
const TELLS_MORE =
  /^(?:languages?|lang|subset|config|subject|prompts?|template|mode|settings?|variant|checkpoint|steps?|precision|quantization|dtype|method|version|notes?|remarks?)$/;

interface Reading extends Known {
  /** The one model that the document is about. */
  readonly own: string | undefined;
}

/** Every figure of a table that may be one of these models on one of these tasks. */
export function tableScores(document: Document, table: Table, known: Reading): readonly Stated[] {
  return (
    printedTable(document, table, known) ?? summaryTable(document, table, known) ?? crossTable(document, table, known)
  );
}

/** Where the columns of these names stand; -1 where there is none. */
function columnsOf(table: Table): (...wanted: readonly string[]) => number {
  const names = table.headers.map((header) => squash(header));
  return (...wanted) => names.findIndex((name) => wanted.includes(name));
}

/** The table that lm-evaluation-harness and lighteval print: a row for each metric of a task. */
function printedTable(document: Document, table: Table, { own, models }: Reading): readonly Stated[] | undefined {
  const at = columnsOf(table);
  const [task, metric, value] = [at("tasks", "task"), at("metric"), at("value")];
  if (task < 0 || metric < 0 || value < 0) return undefined;
  const [shots, version, filter] = [at("nshot", "fewshot", "numfewshot"), at("version"), at("filter")];
  const caption = captionOf(document, table);
  const [, called] = /pretrained=([^,\s)]{1,200})/.exec(caption) ?? [];
  const model = called === undefined ? own : modelOf(called);
  // A caption that changes the weights, or that cuts the run, speaks of another run.
  const [, inner = ""] = /\(([^()]{0,600}pretrained=[^()]{0,600})\)/.exec(caption) ?? [];
  const given = argumentsOf(inner);
  const isCut = /\blimit: (?!None\b)/.test(caption) || altersWeights(given) || !isReleased(given.revision);
  if (model === undefined || !models.has(model) || isCut) return [];
  const words = caption.replace(/\([^()]{0,600}pretrained=[^()]{0,600}\)/, "");
  const isOtherWay = tellsOtherWay(words) || (called === undefined && namesVariant(words, model));
  let last = { task: "", version: "", shots: "", filter: "" };
  return table.rows.flatMap((row, index) => {
    const cell = (column: number): string => (column < 0 ? "" : (row[column] ?? "").trim());
    const named = cell(task).replace(/^[\s-]{0,10}/, "");
    const now = { task: named, version: cell(version), shots: cell(shots), filter: cell(filter) };
    // A task's further rows leave out what the first says.
    last =
      named !== ""
        ? now
        : { ...now, task: last.task, version: now.version || last.version, shots: now.shots || last.shots };
    const told = last.shots === "" ? undefined : Number(last.shots);
    const [name = "", inKey] = cell(metric).split(",");
    return stated(cell(value), {
      model,
      task: taskOf(last.task),
      metric: metricOf(name),
      shots: Number.isInteger(told) ? told : undefined,
      version: versionOf(last.version),
      filter: inKey ?? (last.filter === "" ? undefined : last.filter),
      table: `${document.path}:${table.lines[0]}`,
      label: `${last.task} ${cell(metric)} ${last.filter}`,
      isOtherWay,
      place: { path: document.path, lines: rowLines(table, index) },
    });
  });
}

/** OpenCompass's summary as a table: a row a data set, with the version of its prompts, and a column a model. */
function summaryTable(document: Document, table: Table, { models }: Reading): readonly Stated[] | undefined {
  const names = table.headers.map((header) => squash(header));
  if (names.slice(0, 4).join() !== "dataset,version,metric,mode") return undefined;
  const isOtherWay = tellsOtherWay(captionOf(document, table));
  return table.rows.flatMap((row, index) => {
    const [dataset = "", version = "", metric = "", , ...cells] = row;
    return cells.flatMap((cell, offset) => {
      const model = modelOf(table.headers[offset + 4] ?? "");
      if (model === undefined || !models.has(model)) return [];
      return stated(cell, {
        model,
        task: taskOf(dataset.trim().replace(/[-_]weighted$/, "")),
        metric: metricOf(metric),
        shots: undefined,
        version: versionOf(version.trim()),
        table: `${document.path}:${table.lines[0]}`,
        label: dataset,
        isOtherWay,
        place: { path: document.path, lines: rowLines(table, index) },
      });
    });
  });
}

/** Benchmarks on one side and models on the other, in either direction. */
function crossTable(document: Document, table: Table, known: Reading): readonly Stated[] {
  const caption = captionOf(document, table);
  const around = labelOf(caption);
  const isOtherWay = tellsOtherWay(caption);
  const heads = table.headers.map((header) => labelOf(header));
  const at = columnsOf(table);
  const columns = { shots: at("nshot", "fewshot", "numfewshot", "shots", "shot"), metric: at("metric", "metrics") };
  const split = at("split");
  const more = table.headers.flatMap((header, index) => (index > 0 && TELLS_MORE.test(squash(header)) ? [index] : []));
  return table.rows.flatMap((row, index) => {
    const label = labelOf(row[0] ?? "");
    // A column of its own may tell what the figures of the row are.
    const inShots = /^\s{0,4}(\d{1,3})(?:[- ]?shots?)?\s{0,4}$/i.exec(
      columns.shots < 1 ? "" : (row[columns.shots] ?? ""),
    );
    const inMetric = columns.metric < 1 ? undefined : metricOf(row[columns.metric] ?? "");
    const inSplit = split < 1 ? [] : labelOf(`(${row[split] ?? ""})`).splits;
    return row.slice(1).flatMap((cell, offset) => {
      const head = heads[offset + 1];
      if (head === undefined || Object.values(columns).includes(offset + 1)) return [];
      const side = sidesOf(label, head, known);
      if (side === undefined) return [];
      const near = [...label.shots, ...head.shots, ...(inShots === null ? [] : [inShots[1] ?? ""])];
      const shots = near.length > 0 ? oneOf(near) : oneOf(around.shots);
      const isVariant = side.isOwn && namesVariant(caption, side.model);
      const tellsMore = more.some((column) => (row[column] ?? "").trim() !== "");
      const isNoted = [row[0] ?? "", table.headers[offset + 1] ?? "", cell].some(hasFootnote);
      const splits = [...label.splits, ...head.splits, ...inSplit];
      return stated(cell, {
        model: side.model,
        task: side.task,
        metric: oneOf([...label.metrics, ...head.metrics, ...(inMetric === undefined ? [] : [inMetric])]),
        shots: shots === undefined ? undefined : Number(shots),
        split: oneOf(splits.length > 0 ? splits : around.splits),
        table: `${document.path}:${table.lines[0]}`,
        label: `${label.text} ${head.text}`,
        isOtherWay: isOtherWay || isVariant || tellsMore || isNoted || tellsOtherWay(`${label.text} ${head.text}`),
        place: { path: document.path, lines: rowLines(table, index) },
      });
    });
  });
}

interface Side {
  readonly model: string;
  readonly task: string;
  /** The table names no model: it is the document's own. */
  readonly isOwn: boolean;
}

function sidesOf(row: Label, head: Label, { models, tasks, own }: Reading): Side | undefined {
  const [rowTask, headTask] = [taskOf(row.name), taskOf(head.name)];
  const [rowModel, headModel] = [modelIn(row.text), modelIn(head.text)];
  if (tasks.has(rowTask) && headModel !== undefined && models.has(headModel))
    return { model: headModel, task: rowTask, isOwn: false };
  if (tasks.has(headTask) && rowModel !== undefined && models.has(rowModel))
    return { model: rowModel, task: headTask, isOwn: false };
  return tasks.has(rowTask) && own !== undefined && OWN_COLUMN.test(head.name)
    ? { model: own, task: rowTask, isOwn: true }
    : undefined;
}

/** A model as a table names it: a hub id or its name, with at most the remark that it is the authors' own. */
const modelIn = (text: string): string | undefined =>
  modelOf(
    text
      .replace(/[*`~]{1,4}|^\s{0,4}_{1,3}|_{1,3}\s{0,4}$/g, "")
      .replace(/\((?:ours?|us|this model|this work|我们|本モデル)\)\s{0,4}$/i, "")
      .trim(),
  );

/** The heading above a table and the words right before it. */
function captionOf(document: Document, { lines, section }: Table): string {
  const before = document.passages.filter((passage) => passage.lines[1] < lines[0] && passage.lines[1] >= lines[0] - 3);
  return [enclosingSections(document, section)[0]?.title ?? "", ...before.map(({ text }) => text)]
    .join(" ")
    .slice(0, 2_000);
}

/** A row's own line in a table of the usual form; the whole table where its rows take several lines. */
function rowLines({ lines, rows }: Table, index: number): readonly [number, number] {
  const line = lines[0] + 2 + index;
  return lines[1] - lines[0] === rows.length + 1 ? [line, line] : lines;
}
