/** The figures that documents state in tables and front matter, where they tell of which model, task and metric. */
import { releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import { squash } from "../../evidence/artifacts/shared/names.ts";
import type { Document, Table } from "../../evidence/documents/document.ts";
import { enclosingSections } from "../../evidence/documents/sections.ts";
import type { Facts } from "../../evidence/facts.ts";
import { isObject } from "../../evidence/files/json.ts";
import { metricOf, modelOf, type Score, taskOf } from "./score.ts";

/** A stated figure keeps how exactly it was written, and in which table. */
export interface Stated extends Omit<Score, "metric"> {
  /** Undefined where it is not told. */
  readonly metric: string | undefined;
  /** Which table, or front matter, holds it. */
  readonly table: string;
  /** Digits after the point. */
  readonly decimals: number;
  readonly written: string;
}

const FIGURE = /^[\s*_~]{0,6}(\d{1,4}(?:[.,](\d{1,6}))?)\s?%?[\s*_]{0,6}(?:(?:±|\+\/-|\(±).{0,20})?$/;
const SHOTS =
  /\b(\d{1,3})\s?[-‑ ]?\s?shots?\b|\b(zero)[- ]?shot\b|\bn[-_]?shots?\s?[=:]\s?(\d{1,3})\b|\bnum_fewshot\s?[=:]\s?(\d{1,3})\b/gi;
/** A column that holds the one model's own figures. */
const OWN_COLUMN = /^(?:score|scores|value|values|result|results|performance)?$/i;
const MOST_CELLS = 4_000;

/** Every figure of the documents that may be one of these models on one of these tasks. */
export function statedScores(facts: Facts, known: Pick<Known, "models" | "tasks">): readonly Stated[] {
  return releaseDocuments(facts).flatMap((document) => {
    const own = ownModel(document, facts, known.models);
    return [
      ...frontMatterScores(document, known.models),
      ...document.tables.flatMap((table) => tableScores(document, table, { ...known, own })),
    ].slice(0, MOST_CELLS);
  });
}

interface Known {
  readonly models: ReadonlySet<string>;
  readonly tasks: ReadonlySet<string>;
  /** The one model that the document is about. */
  readonly own: string | undefined;
}

/** The model whose name is a document's title, or the repository's, to the letter. */
function ownModel(document: Document, facts: Facts, models: ReadonlySet<string>): string | undefined {
  const isRoot = !document.path.includes("/");
  const titles = [document.sections[0]?.title, isRoot ? facts.snapshot.repository?.name : undefined];
  const named = titles.flatMap((title) =>
    title === undefined ? [] : [squash(title.replace(/^model card (?:for|of)\s/i, ""))],
  );
  return named.find((name) => models.has(name));
}

function tableScores(document: Document, table: Table, known: Known): readonly Stated[] {
  return harnessTable(document, table, known) ?? crossTable(document, table, known);
}

/** The table that lm-evaluation-harness prints: a row for each metric of a task. */
function harnessTable(document: Document, table: Table, { own, models }: Known): readonly Stated[] | undefined {
  const names = table.headers.map((header) => squash(header));
  const at = (...wanted: readonly string[]): number => names.findIndex((name) => wanted.includes(name));
  const [task, metric, value, shots] = [
    at("tasks", "task"),
    at("metric"),
    at("value"),
    at("nshot", "fewshot", "numfewshot"),
  ];
  if (task < 0 || metric < 0 || value < 0) return undefined;
  const caption = captionOf(document, table);
  const called = /pretrained=([^,\s)]{1,200})/.exec(caption)?.[1]?.split("/").at(-1);
  const model = called === undefined ? own : squash(called);
  // A caption that changes the weights, or that cuts the run, speaks of another run.
  if (model === undefined || !models.has(model) || /revision=(?!main)|load_in_|peft=|limit: [^N]/.test(caption))
    return [];
  let lastTask = "";
  return table.rows.flatMap((row, index) => {
    const cell = (column: number): string => (column < 0 ? "" : (row[column] ?? "").trim());
    lastTask = cell(task).replace(/^[\s-]{0,10}/, "") || lastTask;
    const told = cell(shots) === "" ? undefined : Number(cell(shots));
    return stated(cell(value), {
      model,
      task: taskOf(lastTask),
      metric: metricOf(cell(metric)),
      shots: Number.isInteger(told) ? told : undefined,
      table: `${document.path}:${table.lines[0]}`,
      place: { path: document.path, lines: rowLines(table, index) },
    });
  });
}

/** Benchmarks on one side and models on the other, in either direction. */
function crossTable(document: Document, table: Table, known: Known): readonly Stated[] {
  const caption = captionOf(document, table);
  const heads = table.headers.map((header) => labelOf(header));
  return table.rows.flatMap((row, index) => {
    const label = labelOf(row[0] ?? "");
    return row.slice(1).flatMap((cell, offset) => {
      const head = heads[offset + 1];
      if (head === undefined) return [];
      const side = sidesOf(label, head, known);
      if (side === undefined) return [];
      const shots = oneOf([...label.shots, ...head.shots]) ?? oneOf(labelOf(caption).shots);
      return stated(cell, {
        ...side,
        metric: oneOf([...label.metrics, ...head.metrics]),
        shots: shots === undefined ? undefined : Number(shots),
        table: `${document.path}:${table.lines[0]}`,
        place: { path: document.path, lines: rowLines(table, index) },
      });
    });
  });
}

interface Label {
  readonly text: string;
  /** What is left when metric and shots are taken out. */
  readonly name: string;
  readonly metrics: readonly string[];
  readonly shots: readonly string[];
}

function labelOf(text: string): Label {
  const short = text.slice(0, 200);
  const shots = [...short.matchAll(SHOTS)].map((match) =>
    match[2] === undefined ? (match[1] ?? match[3] ?? match[4] ?? "") : "0",
  );
  const metrics: string[] = [];
  const name = short
    .replace(SHOTS, " ")
    .split(/[\s(),;/[\]*|]{1,10}/)
    .filter((word) => {
      const metric = metricOf(word);
      if (metric !== undefined) metrics.push(metric);
      return metric === undefined;
    })
    .join(" ");
  return { text: short, name: name.trim(), metrics, shots };
}

function sidesOf(row: Label, head: Label, { models, tasks, own }: Known): { model: string; task: string } | undefined {
  const [rowTask, headTask] = [taskOf(row.name), taskOf(head.name)];
  const [rowModel, headModel] = [modelIn(row.text), modelIn(head.text)];
  if (tasks.has(rowTask) && headModel !== undefined && models.has(headModel))
    return { model: headModel, task: rowTask };
  if (tasks.has(headTask) && rowModel !== undefined && models.has(rowModel)) return { model: rowModel, task: headTask };
  return tasks.has(rowTask) && own !== undefined && OWN_COLUMN.test(head.name)
    ? { model: own, task: rowTask }
    : undefined;
}

/** A model as a table names it: a hub id or its name, with a remark in brackets at most. */
const modelIn = (text: string): string | undefined =>
  modelOf(
    text
      .replace(/[*_`~]{1,4}(?=\S)|(?<=\S)[*~`]{1,4}/g, "")
      .replace(/\([^()]{0,12}\)\s{0,4}$/, "")
      .trim(),
  );

function stated(cell: string, known: Omit<Stated, "value" | "decimals" | "written">): readonly Stated[] {
  const [, written, decimals = ""] = FIGURE.exec(cell.slice(0, 80)) ?? [];
  if (written === undefined) return [];
  return [{ ...known, value: Number(written.replace(",", ".")), decimals: decimals.length, written }];
}

/** `model-index` of a card (Hugging Face model card metadata). Figures with a source are somebody else's run. */
function frontMatterScores(document: Document, models: ReadonlySet<string>): readonly Stated[] {
  const lines = document.frontMatter?.lines ?? [1, 1];
  return listOf(document.frontMatter?.data["model-index"]).flatMap((entry) => {
    const model = squash(textOf(entry.name));
    if (!models.has(model)) return [];
    return listOf(entry.results).flatMap((result) => {
      if (result.source !== undefined || !isObject(result.dataset)) return [];
      const { dataset } = result;
      const label = labelOf(textOf(dataset.name));
      const args = isObject(dataset.args) ? dataset.args : {};
      const shots = typeof args.num_few_shot === "number" ? args.num_few_shot : oneOf(label.shots);
      return listOf(result.metrics).flatMap(({ type, value }) =>
        stated(typeof value === "number" || typeof value === "string" ? String(value) : "", {
          model,
          task: taskOf(label.name),
          metric: metricOf(textOf(type)),
          shots: shots === undefined ? undefined : Number(shots),
          table: document.path,
          place: { path: document.path, lines },
        }),
      );
    });
  });
}

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

function oneOf(values: readonly string[]): string | undefined {
  const distinct = [...new Set(values)];
  return distinct.length === 1 ? distinct[0] : undefined;
}

const listOf = (value: unknown): readonly Readonly<Record<string, unknown>>[] =>
  Array.isArray(value) ? value.slice(0, 500).filter(isObject) : [];
const textOf = (value: unknown): string => (typeof value === "string" ? value.slice(0, 200) : "");
