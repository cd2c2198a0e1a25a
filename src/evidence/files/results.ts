import type { Entry } from "../../snapshot/snapshot.ts";
import { type Analyse, analyseAnew } from "../facts-cache.ts";
import { areaOf } from "./area.ts";
import { type Contents, textOf } from "./content.ts";
import { isInDataFolder } from "./data-names.ts";
import type { ResultFile } from "./files.ts";
import { readInspectHeader } from "./inspect-archive.ts";
import { isObject, parseJson } from "./json.ts";
import { folderOf, partsOf, shapeOf } from "./path.ts";
import { recogniseResults } from "./result-formats.ts";
import { recogniseNotebook, recogniseResultTable, recogniseResultText } from "./result-tables.ts";
import { parseYaml } from "./yaml.ts";

interface Recognised {
  readonly tool: string;
  readonly model: string | undefined;
}

/**
 * Files of evaluation results: recognised by their structure, never by their name (the names of result files are those
 * of configurations and data too). Tests and vendored code are left out: harnesses carry genuine results as fixtures.
 *
 * Where a series is too long to be read whole, an unread file counts when a read and recognised one stands in the same
 * folder, or in a sibling folder with the same path but for digits, under the same extension.
 */
export function findResults(
  entries: readonly Entry[],
  contents: Contents,
  analyse: Analyse = analyseAnew,
): ResultFile[] {
  const found = new Map<string, ResultFile>();
  const series = new Map<string, string>();
  const refuted = new Set<string>();
  const unread: Entry[] = [];
  for (const entry of entries) {
    if (entry.kind !== "file" || !isResultExtension(entry.path)) continue;
    const area = areaOf(entry.path);
    if (area === "test" || area === "vendored") continue;
    const result = /\.eval$/i.test(entry.path)
      ? recogniseArchive(entry, contents, analyse)
      : recogniseText(entry, contents, analyse);
    if (result === "not-read") {
      if (!contents.has(entry.path) && SERIES.test(entry.path)) unread.push(entry);
      continue;
    }
    if (!SERIES.test(entry.path)) {
      if (result) found.set(entry.path, { path: entry.path, sha: entry.sha, ...result, area });
      continue;
    }
    for (const key of seriesKeys(entry.path)) {
      if (result) series.set(key, result.tool);
      else refuted.add(key);
    }
    if (result) found.set(entry.path, { path: entry.path, sha: entry.sha, ...result, area });
  }
  for (const entry of unread) {
    const key = seriesKeys(entry.path).find((candidate) => series.has(candidate) && !refuted.has(candidate));
    const tool = key === undefined ? undefined : series.get(key);
    if (tool === undefined) continue;
    found.set(entry.path, { path: entry.path, sha: entry.sha, tool, model: undefined, area: areaOf(entry.path) });
  }
  return entries.flatMap((entry) => found.get(entry.path) ?? []);
}

/** Formats that harnesses write in series; notebooks and texts are each of their own kind. */
const SERIES = /\.(?:json|csv|tsv|eval)$/i;

/** What alike files share: the path without numbers, the folder without numbers, and the same folder name beside it. */
function seriesKeys(path: string): string[] {
  const { extension } = partsOf(path);
  const folder = folderOf(path);
  const leaf = folder.slice(folder.lastIndexOf("/") + 1);
  const grandparent = folderOf(folderOf(folder));
  const keys = [shapeOf(path), `${shapeOf(folder)}/*.${extension}`];
  return grandparent === "" ? keys : [...keys, `${grandparent}/*/${leaf}/*.${extension}`];
}

function isResultExtension(path: string): boolean {
  return /\.(?:json|csv|tsv|ya?ml|txt|log|out|ipynb|eval)$/i.test(path);
}

function recogniseText(entry: Entry, contents: Contents, analyse: Analyse): Recognised | "not-read" | undefined {
  const text = textOf(contents, entry.path);
  if (text === undefined) return "not-read";
  return analyse("result", { ...entry, text }, (file) => recognise(file.path, file.text));
}

/** An Inspect log in an archive counts as the same log in JSON does. */
function recogniseArchive(entry: Entry, contents: Contents, analyse: Analyse): Recognised | "not-read" | undefined {
  const content = contents.get(entry.path);
  if (content?.kind !== "binary" || content.head === undefined) return "not-read";
  const { head } = content;
  return analyse("archive", { ...entry, text: "" }, (file) => recogniseResults(readInspectHeader(head), file.path));
}

function recognise(path: string, text: string): Recognised | undefined {
  const { extension, folders } = partsOf(path);
  if (extension === "json") {
    const value = parseJson(text);
    return value === undefined ? undefined : recogniseResults(value, path);
  }
  if (extension === "ipynb") return recogniseNotebook(path, parseJson(text));
  if (extension === "yaml" || extension === "yml")
    return folders.includes(".eval_results") ? communityEvaluation(text) : undefined;
  if (extension === "csv" || extension === "tsv") return recogniseResultTable(text, extension === "tsv" ? "\t" : ",");
  // A text among raw data came with the data: what it scores is somebody's baseline.
  return folders.includes("raw") && folders.some((folder) => isInDataFolder(`${folder}/`))
    ? undefined
    : recogniseResultText(path, text);
}

/** Hugging Face community evaluations: a list of `{dataset: {id, task_id}, value}` (Hub documentation, eval results). */
function communityEvaluation(text: string): Recognised | undefined {
  const value = parseYaml(text);
  const rows = Array.isArray(value) ? value : [value];
  const isRow = (row: unknown) => isObject(row) && isObject(row.dataset) && typeof row.value === "number";
  return rows.some(isRow) ? { tool: "hf-eval-results", model: undefined } : undefined;
}
