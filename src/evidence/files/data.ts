import type { Entry } from "../../snapshot/snapshot.ts";
import { type Analyse, analyseAnew } from "../facts-cache.ts";
import { areaOf } from "./area.ts";
import { type Contents, firstLines, pointerOf, sizeOf, textOf } from "./content.ts";
import { dataFormat, isAboutData, isGenerated, isInDataFolder, isSample, roleOf } from "./data-names.ts";
import type { DataFile } from "./files.ts";
import { isObject, parseJson } from "./json.ts";
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
export function findData(entries: readonly Entry[], contents: Contents, analyse: Analyse = analyseAnew): DataFile[] {
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
    const bytes = pointer ? (pointer.bytes ?? 0) : sizeOf(entry);
    const text = textOf(contents, entry.path);
    const holdsRecords = () =>
      text === undefined || analyse("records", { ...entry, text }, (file) => isListOfRecords(parseJson(file.text)));
    if (pointer === undefined && !isData(entry.path, format, bytes, text, holdsRecords)) continue;
    found.push({
      path: entry.path,
      sha: entry.sha,
      bytes,
      format,
      form: pointer ? "pointer" : bytes === 0 ? "placeholder" : "file",
      role: /^(?:sequences|structure|music)$/.test(format)
        ? "outputs"
        : roleBySize(entry.path, bytes, roleOf(entry.path, splits.has(folderOf(entry.path)))),
      area,
    });
  }
  return found;
}

/** A dataset by the last word of its name (`alpaca_data.json`), or kept right in a data folder. */
const NAMED_DATASET = /(?:^|[-_.])(?:data|dataset|corpus|instructions?|conversations?|dialogues?)$/i;
const DATA_FOLDER = /^(?:data|datas|dataset|datasets|corpus|corpora)$/i;

/**
 * A megabyte or more of data that is neither said to evaluate, nor a sample, nor an output is what a model repository
 * carries to train on; less of it may be an example of the format.
 */
function roleBySize(path: string, bytes: number, role: DataFile["role"]): DataFile["role"] {
  if (role !== "unknown" || bytes < 10 * SMALLEST_JSON || isSample(path)) return role;
  const { stem, folders } = partsOf(path);
  return NAMED_DATASET.test(stem) || DATA_FOLDER.test(folders.at(-1) ?? "") ? "training" : role;
}

/** Columns of texts to learn from or to answer; a table without one holds figures. */
const TEXT_COLUMN =
  /(?:^|[,\t;"])\s{0,3}(?:\w{0,20}_)?(?:text|texts|sentence\d?|question|prompt|instruction|input|output|answer|response|context|passage|document|content|source|target|src|tgt|dialog(?:ue)?|utterance|title|body|transcript(?:ion)?|caption|translation|premise|hypothesis|query|code|label|messages|conversations?)s?\s{0,3}(?=$|[,\t;"])/i;
const DATA_NAME =
  /(?:^|[-_./])(?:data|dataset|train|training|sft|instruct\w{0,8}|conversations?|corpus|dialogues?|pairs|prompts)(?=$|[-_./\d])/i;

/**
 * Formats that only hold data count anywhere; JSON, tables and text hold other things too. They must stand in a data
 * folder or be large, must not be named as being about data, and where they were read: JSON must be a list and not a
 * setting, a table must have a column of texts.
 */
function isData(
  path: string,
  format: string,
  bytes: number,
  text: string | undefined,
  holdsRecords: () => boolean,
): boolean {
  const placed = isInDataFolder(path);
  if (/^(?:json|csv|excel|text|binary|archive)$/.test(format) && isAboutData(path) && !/\.log\b/.test(path))
    return false;
  switch (format) {
    case "json": {
      if (!placed && bytes < (DATA_NAME.test(path) ? SMALLEST_JSON : 10 * SMALLEST_JSON)) return false;
      return holdsRecords();
    }
    case "csv":
      if (bytes < SMALLEST_TEXT) return false;
      return text === undefined ? placed : TEXT_COLUMN.test(firstLines(text, 1)[0] ?? "");
    case "excel":
    case "text":
      return bytes >= SMALLEST_TEXT && (placed || roleOf(path, false) === "outputs");
    case "archive":
      return placed && bytes >= SMALLEST_TEXT;
    case "sequences":
    case "structure":
    case "music":
      return isGenerated(path);
    case "binary":
      return placed && bytes >= SMALLEST_JSON;
    default:
      return true;
  }
}

/** A list of texts or records, bare or as a member of an object: numbers and settings are no data to learn from. */
function isListOfRecords(value: unknown): boolean {
  const lists = Array.isArray(value) ? [value] : isObject(value) ? Object.values(value).filter(Array.isArray) : [];
  return lists.some(
    (list) => list.length >= 10 && list.slice(0, 10).every((item) => isObject(item) || typeof item === "string"),
  );
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
