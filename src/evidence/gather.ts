import { extname } from "node:path/posix";
import { minimatch } from "minimatch";
import { inEnglish, type Said, say } from "../messages/said.ts";
import type { Content, Entry, ModelPlace, Snapshot } from "../snapshot/snapshot.ts";
import type { Document } from "./documents/document.ts";
import { parseDocument } from "./documents/parse.ts";
import type { Facts } from "./facts.ts";
import { type Analyse, analyseThrough, type FactsCache } from "./facts-cache.ts";
import { areaOf } from "./files/area.ts";
import { findCitations } from "./files/citations.ts";
import { findConfigs } from "./files/configs.ts";
import { findData } from "./files/data.ts";
import { foreignFolders } from "./files/foreign.ts";
import { findMedia } from "./files/media.ts";
import { findResults } from "./files/results.ts";
import { findWeights } from "./files/weights.ts";
import { fromHome, isWithin, perGround, withoutOthers } from "./home.ts";
import { folderName, modelNames, ownOrganisations } from "./naming.ts";
import { analyseSource } from "./source/analyse.ts";
import type { SourceFile } from "./source/source.ts";

const DOCUMENT =
  /\.(md|markdown|mdx|rst|html?)$|(^|\/)(readme|notice|model[-_]?card|data[-_]?card|datasheet)[^/.]{0,40}(\.txt)?$/i;
const SOURCE = /\.(py|ipynb|sh|bash|sbatch|slurm|c|cc|cpp|cu|cuh|h|hpp|js|mjs|ts|rs|jl|go|swift)$/i;

/**
 * Everything that a snapshot shows, ready for the artifact rules. Pure; never throws on hostile content.
 * @param ignore globs of paths that the owner leaves out
 * @param cache facts of blobs that were analysed before; the outcome is the same without
 */
export function gatherFacts(snapshot: Snapshot, ignore: readonly string[] = [], cache?: FactsCache): Facts {
  const analyse = analyseThrough(cache);
  const ignored = (path: string): boolean => ignore.some((glob) => minimatch(path, glob, { dot: true, nobrace: true }));
  const foreign = foreignFolders(snapshot.entries, snapshot.contents, snapshot.model);
  const entries = snapshot.entries.filter(
    ({ path }) =>
      areaOf(path) !== "vendored" && !ignored(path) && !foreign.some((folder) => path.startsWith(`${folder}/`)),
  );
  const { model } = snapshot;
  const documents = parseDocuments(entries, snapshot.contents, analyse, model);
  const frontPages = documents.filter(({ path }) => isFrontPage(path, documents, model));
  // Two folders deep a document still speaks of the release; below, of parts that it uses.
  const near = documents.filter(({ path }) => fromHome(path, model).split("/").length <= 2 && areaOf(path) === "own");
  const hubIds = (frontPages.some(linksModel) ? frontPages : near)
    .flatMap((page) => page.links)
    .flatMap(({ target }) => (target.kind === "hf-model" || target.kind === "hf-collection" ? [target.id] : []));
  const names = modelNames(
    model?.name ?? snapshot.repository?.name ?? folderName(snapshot.source.location),
    frontPages,
    hubIds,
  );
  const inEach = perGround(entries, snapshot);
  const spots = [...blindSpots(snapshot), ...unreadPages(entries, snapshot, documents)];
  return {
    snapshot,
    entries,
    documents,
    sources: inEach((files, contents) => analyseSources(files, contents, analyse)),
    weights: inEach(findWeights),
    results: inEach((files, contents) => findResults(files, contents, analyse)),
    data: inEach((files, contents) => findData(files, contents, analyse)),
    configs: inEach((files, contents) => findConfigs(files, contents, analyse)),
    media: inEach(findMedia),
    citations: inEach((files, contents) => findCitations(files, contents, analyse)),
    modelNames: names,
    ownOrganisations: ownOrganisations(
      snapshot.repository?.owner,
      frontPages.some(linksModel) ? frontPages : near,
      names,
    ),
    blindSpots: spots.map(inEnglish),
    blindSpotsSaid: spots,
  };
}

function linksModel({ links }: Document): boolean {
  return links.some(({ target }) => target.kind === "hf-model");
}

function textOf(entry: Entry, contents: ReadonlyMap<string, Content>): string | undefined {
  const content = contents.get(entry.path);
  return content?.kind === "text" ? content.text : undefined;
}

function parseDocuments(
  entries: readonly Entry[],
  contents: ReadonlyMap<string, Content>,
  analyse: Analyse,
  model: ModelPlace | undefined,
): Document[] {
  const found = entries.flatMap((entry) => {
    if (!DOCUMENT.test(entry.path)) return [];
    const text = textOf(entry, contents);
    return text === undefined
      ? []
      : [analyse("document", { ...entry, text }, (file) => parseDocument(file.path, file.sha, file.text))];
  });
  const own = model === undefined ? found : found.map((document) => withoutOthers(document, model));
  return own.sort((a, b) => rank(a.path, model) - rank(b.path, model) || (a.path < b.path ? -1 : 1));
}

/** The root's README in each of its languages; of a model in a folder its own, where it has one. */
function isFrontPage(path: string, documents: readonly Document[], model: ModelPlace | undefined): boolean {
  const isReadme = (one: string): boolean => !one.includes("/") && /^readme/i.test(one);
  if (model === undefined) return isReadme(path);
  const isOwn = (one: string): boolean => isWithin(one, model.path) && isReadme(fromHome(one, model));
  return documents.some((document) => isOwn(document.path)) ? isOwn(path) : isReadme(path);
}

/** What is shared comes after all of a model's own documents. */
const SHARED = 10_000;

/** The root README before its translations, then by depth; what a model has of its own before what is shared. */
function rank(path: string, model: ModelPlace | undefined): number {
  const own = fromHome(path, model);
  const shared = model === undefined || isWithin(path, model.path) ? 0 : SHARED;
  const depth = own.split("/").length - 1;
  if (depth > 0) return shared + 10 + depth;
  return shared + (/^readme(\.[a-z]{2,8})?$/i.test(own) ? 0 : /^readme/i.test(own) ? 1 : 2);
}

function analyseSources(
  entries: readonly Entry[],
  contents: ReadonlyMap<string, Content>,
  analyse: Analyse,
): SourceFile[] {
  return entries.flatMap((entry) => {
    if (!SOURCE.test(entry.path) && extname(entry.path) !== "") return [];
    const text = textOf(entry, contents);
    if (text === undefined || (extname(entry.path) === "" && !text.startsWith("#!"))) return [];
    return [analyse("source", { ...entry, text }, (file) => analyseSource(file.path, file.sha, file.text))];
  });
}

/** Front pages that were not read, or only in part, because of their size: nothing may be called absent without them. */
function unreadPages(entries: readonly Entry[], { contents, model }: Snapshot, documents: readonly Document[]): Said[] {
  const isPage = (path: string): boolean => /^readme/i.test(fromHome(path, model));
  const large = entries.filter(({ path, kind, size }) => {
    const content = contents.get(path);
    const isText = content === undefined ? (size ?? 0) > 0 : content.kind === "too-large";
    return kind === "file" && /^readme[^/]{0,40}\.(md|markdown|rst|txt)$/i.test(fromHome(path, model)) && isText;
  });
  const cut = documents.filter(({ path, truncated }) => truncated === true && isPage(path));
  return [...large.map(({ path }) => say("blind.tooLarge", path)), ...cut.map(({ path }) => say("blind.cut", path))];
}

/** What was wanted and could not be seen. A file over the size cap that is data or weights is not a blind spot. */
function blindSpots(snapshot: Snapshot): Said[] {
  const spots: Said[] = [];
  if (!snapshot.complete) spots.push(say("blind.listCut"));
  for (const [path, content] of snapshot.contents) {
    if (content.kind === "unavailable") spots.push(say("blind.unreadable", path, content.reason));
    if (spots.length >= 20) break;
  }
  return spots;
}
