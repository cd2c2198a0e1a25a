/**
 * Where a release begins. A repository of one model begins at its root; of several, each begins at its own folder, and
 * what lies outside all of those folders is shared. What is shared but speaks of another model alone is not this one's.
 */
import type { Content, Entry, ModelPlace, Snapshot } from "../snapshot/snapshot.ts";
import { carriesName, squash } from "./artifacts/shared/names.ts";
import type { Document } from "./documents/document.ts";

/** True for a path in the folder; every path is in the folder "". */
export const isWithin = (path: string, folder: string): boolean => folder === "" || path.startsWith(`${folder}/`);

/** The path as the model's folder sees it; a shared path is left as it is. */
export function fromHome(path: string, model: ModelPlace | undefined): string {
  return model !== undefined && model.path !== "" && isWithin(path, model.path)
    ? path.slice(model.path.length + 1)
    : path;
}

type Found<T> = (entries: readonly Entry[], contents: ReadonlyMap<string, Content>) => readonly T[];

/**
 * Looks for something in a model's own files as if its folder were the root, then in the shared ones: what the folder is
 * called, and what lies around it, says nothing of the files in it. What is found has its path in the repository.
 */
export function perGround(
  entries: readonly Entry[],
  { contents, model }: Snapshot,
): <T extends { readonly path: string }>(find: Found<T>) => readonly T[] {
  const home = model?.path ?? "";
  if (home === "") return (find) => find(entries, contents);
  const own = entries
    .filter(({ path }) => isWithin(path, home))
    .map((entry) => ({ ...entry, path: fromHome(entry.path, model) }));
  const ownContents = new Map(
    [...contents].flatMap(([path, content]) =>
      isWithin(path, home) ? [[path.slice(home.length + 1), content] as const] : [],
    ),
  );
  const shared = entries.filter(({ path }) => !isWithin(path, home));
  return (find) => [
    ...find(own, ownContents).map((one) => ({ ...one, path: `${home}/${one.path}` })),
    ...find(shared, contents),
  ];
}

/** Shorter than this, a name is found only where it stands alone. */
const TELLING_LENGTH = 5;

/** Whether a text names another of the repository's models and not this one. A name within a longer one is not named. */
export function namesOnlyOthers(text: string, { name, path, others }: ModelPlace): boolean {
  const own = new Set([squash(name), squash(path.slice(path.lastIndexOf("/") + 1))]);
  const all = [...own, ...others.map(squash)].filter((one) => one !== "");
  let rest = squash(text);
  let isOther = false;
  for (const one of all.toSorted((a, b) => b.length - a.length)) {
    const isNamed = one.length >= TELLING_LENGTH ? rest.includes(one) : carriesName(text, [one]);
    if (!isNamed) continue;
    if (own.has(one)) return false;
    isOther = true;
    rest = rest.replaceAll(one, " ");
  }
  return isOther;
}

/**
 * A document without what it says of other models: links that name another in their words or address, else in the
 * sentence around; and, in a document that is shared, sections under a heading that names another.
 */
export function withoutOthers(document: Document, model: ModelPlace): Document {
  const isShared = !isWithin(document.path, model.path);
  const others = isShared ? document.sections.filter(({ title }) => namesOnlyOthers(title, model)) : [];
  const isLeft = (line: number): boolean => others.some(({ lines }) => lines[0] <= line && line <= lines[1]);
  const links = document.links.filter(
    ({ text, url, context, line }) =>
      !isLeft(line) && !namesOnlyOthers(`${text} ${url}`, model) && !(isShared && namesOnlyOthers(context, model)),
  );
  if (others.length === 0) return links.length === document.links.length ? document : { ...document, links };
  const stays = ({ lines }: { readonly lines: readonly [number, number] }): boolean => !isLeft(lines[0]);
  return {
    ...document,
    links,
    // Sections are told by their number, so that they keep their places.
    sections: document.sections.map((section) =>
      stays(section) ? section : { ...section, title: "", topics: [], text: "", filled: false },
    ),
    passages: document.passages.filter(stays),
    tables: document.tables.filter(stays),
    codeBlocks: document.codeBlocks.filter(stays),
    bibliography: document.bibliography.filter(stays),
  };
}
