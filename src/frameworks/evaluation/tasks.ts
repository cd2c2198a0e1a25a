/** Which benchmarks the results are of, as tables and result files name them. */
import { releaseDocuments } from "../../evidence/artifacts/shared/links.ts";
import { enclosingSections } from "../../evidence/documents/sections.ts";
import { isResultTable } from "../../evidence/documents/tables.ts";
import type { Facts } from "../../evidence/facts.ts";
import { isObject, parseJson } from "../../evidence/files/json.ts";
import type { RuleEvidence } from "../framework.ts";
import { textAt } from "../looking.ts";

export interface Tasks {
  readonly names: readonly string[];
  readonly places: readonly RuleEvidence[];
}

const TOOLS: ReadonlySet<string> = new Set(["lm-evaluation-harness", "lighteval"]);
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
  for (const { path, tool, area } of facts.results) {
    const text = area === "own" && TOOLS.has(tool) ? textAt(facts, path) : undefined;
    const value = text === undefined ? undefined : parseJson(text);
    if (isObject(value) && isObject(value.results))
      add(
        Object.keys(value.results)
          .slice(0, MOST_TASKS)
          .map((task) => task.slice(0, 60)),
        { path, lines: [1, 1] },
      );
  }
  return { names: [...names.values()], places };
}
