/** One snapshot of several models, taken apart: to each model what is its own and what all share. */
import { isWithin, namesOnlyOthers } from "../evidence/home.ts";
import type { Entry, Snapshot } from "../snapshot/snapshot.ts";

/** A model as the owner declares it. */
export interface DeclaredModel {
  readonly name: string;
  /** Its folder; `.` for the root. */
  readonly path: string;
}

/** License texts and use policies stay with everybody, whatever they are called: the strictest counts. */
const TERMS = /(?:licen[cs]e|copying|policy|notice|terms)[^/]{0,100}$/i;

/** The folder as git writes it: without `./` in front and without slashes around it. */
export function folderOfModel(path: string): string {
  return path
    .split("/")
    .filter((step) => step !== "" && step !== ".")
    .join("/");
}

/**
 * The snapshot as each of the models sees it, in the owner's order: files of its own folder, and files outside every
 * model's folder unless their path names another model alone. A folder within another model's folder is its own model's.
 */
export function partsOf(snapshot: Snapshot, models: readonly DeclaredModel[]): readonly Snapshot[] {
  const folders = models.map(({ path }) => folderOfModel(path));
  // A model at the root has no folder of its own: what it holds, the others may use as well.
  const own = [...new Set(folders.filter((folder) => folder !== ""))].toSorted((a, b) => b.length - a.length);
  const folderOf = (path: string): string => own.find((folder) => isWithin(path, folder)) ?? "";
  const owners = snapshot.entries.map((entry) => ({ entry, folder: folderOf(entry.path) }));
  return models.map(({ name }, index) => {
    const path = folders[index] ?? "";
    const others = models.filter((_, other) => other !== index).map((other) => other.name);
    const model = { name, path, others };
    const isShared = (entry: Entry): boolean => TERMS.test(entry.path) || !namesOnlyOthers(entry.path, model);
    const entries = owners
      .filter(({ entry, folder }) => (folder === path && path !== "" ? true : folder === "" && isShared(entry)))
      .map(({ entry }) => entry);
    const paths = new Set(entries.map((entry) => entry.path));
    const contents = new Map([...snapshot.contents].filter(([file]) => paths.has(file)));
    return { ...snapshot, entries, contents, model };
  });
}

/** Whether a model has any file of its own. One at the root has all that no other has. */
export const hasFiles = ({ entries, model }: Snapshot): boolean =>
  entries.some(({ path }) => model === undefined || isWithin(path, model.path));
