/** Which benchmarks the results are of, as tables and result files name them. */
import { releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import { enclosingSections } from "../../evidence/documents/sections.ts";
import { isResultTable } from "../../evidence/documents/tables.ts";
import type { Facts } from "../../evidence/facts.ts";
import type { ResultFile } from "../../evidence/files/files.ts";
import { isObject } from "../../evidence/files/json.ts";
import type { RuleEvidence } from "../framework.ts";
import { type ReadResult, readResult } from "./read-results.ts";
import { summaryDatasets } from "./results/opencompass.ts";
import { objectOf, objectsOf } from "./results/reading.ts";

export interface Tasks {
  readonly names: readonly string[];
  readonly places: readonly RuleEvidence[];
}

const MOST_TASKS = 200;

/** Benchmarks in result tables of the documents and tasks in result files, each once. */
export function tasksOf(facts: Facts): Tasks {
  const names = new Map<string, string>();
  const places: RuleEvidence[] = [];
  const add = (found: readonly string[], place: RuleEvidence): void => {
    if (found.length > 0) places.push(place);
    for (const name of found)
      if (names.size < MOST_TASKS && !names.has(name.toLowerCase())) names.set(name.toLowerCase(), name);
  };
  for (const document of releaseDocuments(facts))
    for (const table of document.tables) {
      const found = isResultTable(table, enclosingSections(document, table.section)[0])?.benchmarks ?? [];
      add(found, { path: document.path, lines: table.lines });
    }
  for (const file of facts.results) {
    const read = file.area === "own" ? readResult(facts, file) : undefined;
    if (read === undefined) continue;
    const found = tasksIn(file, read).slice(0, MOST_TASKS);
    add(
      found.map((task) => task.slice(0, 60)),
      { path: file.path, lines: [1, 1] },
    );
  }
  return { names: [...names.values()], places };
}

/** The tasks of a result file as its tool names them. */
function tasksIn({ tool }: ResultFile, { text, value }: ReadResult): readonly string[] {
  if (tool === "opencompass" && !isObject(value)) return summaryDatasets(text);
  if (!isObject(value)) return [];
  const named = (task: unknown): readonly string[] => (typeof task === "string" && task !== "" ? [task] : []);
  switch (tool) {
    case "lm-evaluation-harness":
    case "lighteval":
      return Object.keys(objectOf(value.results));
    case "inspect":
      return named(objectOf(value.eval).task);
    case "mteb":
      return named(value.task_name ?? value.mteb_dataset_name);
    case "helm":
      return named(value.name).map((name) => name.split(":")[0] ?? name);
    case "moonshot": {
      const { cookbooks, recipes } = objectOf(value.results);
      const inside = objectsOf(cookbooks).flatMap((cookbook) => objectsOf(cookbook.recipes));
      return [...objectsOf(recipes), ...inside].flatMap(({ id }) => named(id));
    }
    default:
      return [];
  }
}
