import type { Entry } from "../../snapshot/snapshot.ts";
import { areaOf } from "./area.ts";
import { type Contents, pointerOf, textOf } from "./content.ts";
import { dataFormat, isInDataFolder, roleOf } from "./data-names.ts";
import type { DataFile } from "./files.ts";
import { isObject } from "./json.ts";
import { folderOf, partsOf } from "./path.ts";
import { parseYaml } from "./yaml.ts";

/** A JSON file smaller than this is a configuration or a sample rather than a dataset, unless its folder says data. */
const SMALLEST_JSON = 100_000;
/** A text file in a data folder smaller than this is a note. */
const SMALLEST_TEXT = 2_000;

/**
 * Data files of a tree: tables, records and corpora by format and place, and objects behind Git LFS, git-annex and DVC.
 * Vendored ones are left out; those under tests keep their area, so that the rules can leave them out.
 */
export function findData(entries: readonly Entry[], contents: Contents): DataFile[] {
  const paths = new Set(entries.map((entry) => entry.path));
  const splits = foldersWithSplits(entries);
  const found: DataFile[] = [];
  for (const entry of entries) {
    if (entry.kind === "submodule") continue;
    const area = areaOf(entry.path);
    if (area === "vendored") continue;
    if (entry.path.endsWith(".dvc")) {
      found.push(...dvcOuts(entry, contents, area).filter((file) => !paths.has(file.path)));
      continue;
    }
    const format = dataFormat(entry.path);
    if (format === undefined) continue;
    const pointer = pointerOf(entry, contents);
    if (entry.kind === "symlink" && pointer === undefined) continue;
    const bytes = pointer ? (pointer.bytes ?? 0) : (entry.size ?? 0);
    if (pointer === undefined && !isData(entry.path, format, bytes, textOf(contents, entry.path))) continue;
    found.push({
      path: entry.path,
      sha: entry.sha,
      bytes,
      format,
      form: pointer ? "pointer" : bytes === 0 ? "placeholder" : "file",
      role: roleOf(entry.path, splits.has(folderOf(entry.path))),
      area,
    });
  }
  return found;
}

/**
 * Formats that only hold data count anywhere; JSON, CSV and text hold other things too: they must stand in a data folder
 * or be large, and JSON that was read must be a list (or an object of lists), not a setting.
 */
function isData(path: string, format: string, bytes: number, text: string | undefined): boolean {
  const placed = isInDataFolder(path);
  if (format === "json") {
    if (!placed && bytes < SMALLEST_JSON) return false;
    if (text === undefined) return true;
    const start = text.trimStart().slice(0, 1);
    return start === "[" || (start === "{" && bytes >= SMALLEST_JSON);
  }
  if (format === "text") return placed && bytes >= SMALLEST_TEXT;
  if (format === "csv" || format === "excel") return placed || bytes >= SMALLEST_TEXT;
  if (format === "binary") return placed && bytes >= SMALLEST_JSON;
  if (format === "archive") return placed && bytes >= SMALLEST_TEXT;
  return true;
}

/** DVC files name their outputs with size and hash (dvc.org, ".dvc files"): the data is kept elsewhere. */
function dvcOuts(entry: Entry, contents: Contents, area: DataFile["area"]): DataFile[] {
  const text = textOf(contents, entry.path);
  const value = text === undefined ? undefined : parseYaml(text);
  if (!isObject(value) || !Array.isArray(value.outs)) return [];
  const folder = folderOf(entry.path);
  return value.outs.slice(0, 100).flatMap((out): DataFile[] => {
    if (!isObject(out) || typeof out.path !== "string") return [];
    const path = (folder === "" ? out.path : `${folder}/${out.path}`).slice(0, 1_000);
    const format = dataFormat(path) ?? (partsOf(path).extension === "" ? "folder" : undefined);
    if (format === undefined) return [];
    const bytes = typeof out.size === "number" && Number.isFinite(out.size) ? out.size : 0;
    return [{ path, sha: entry.sha, bytes, format, form: "pointer", role: roleOf(path, false), area }];
  });
}

/** Folders that hold a training file beside others: there, `test` and `dev` are splits of one dataset. */
function foldersWithSplits(entries: readonly Entry[]): Set<string> {
  const folders = new Set<string>();
  for (const { path } of entries)
    if (/(?:^|\/)(?:[\w.-]{0,80}[-_.])?train[^/]{0,80}$/i.test(path) && dataFormat(path) !== undefined)
      folders.add(folderOf(path));
  return folders;
}
