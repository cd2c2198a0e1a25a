/**
 * When the weights behind a link are proven to be there for anybody: the answer of a caller without a name, no gate, a
 * whole set of files, a file that can be had, and a header that reads. One step that fails decides; one that could not
 * be taken leaves the rest unverified, and never counts against the release.
 */
import { weightFormat } from "../files/weights.ts";
import type { Counted, Finding } from "./fact.ts";

/** A file of the repository behind the link, as its host lists it. */
export interface HostedFile {
  readonly path: string;
  readonly bytes?: number | undefined;
}

/** What answered when a file was asked for, without its content. */
export interface Probe {
  readonly path: string;
  /** `there` with the size where the host tells it; `closed`: only for some; `unknown`: no answer. */
  readonly outcome: "there" | "closed" | "not-there" | "unknown";
  readonly bytes?: number | undefined;
  readonly sha256?: string | undefined;
}

export interface HostedModel {
  readonly files: readonly HostedFile[];
  /** False where the host did not list all of them. */
  readonly isWhole: boolean;
  /** The files that an index of shards asks for; undefined without index, or where it could not be read. */
  readonly indexed?: readonly string[] | undefined;
  readonly probes: readonly Probe[];
  readonly header?: Counted["header"] | undefined;
}

const SHARD = /^(.{1,300}?)[-_](\d{5,6})-of-(\d{5,6})(\.[a-z]{2,12})$/i;
const INDEX = /\.(?:safetensors|bin|h5|msgpack)\.index\.json$/i;
const ADAPTER = /(?:^|\/)adapter_model\.\w{1,12}$/i;
/** What a page on a hub has before anything is uploaded, and what is no weights in any format. */
const NO_WEIGHTS =
  /(?:^|\/)(?:\.gitattributes|\.gitignore|license[^/]{0,40}|notice[^/]{0,40}|readme[^/]{0,40}|[^/]{1,200}\.(?:md|txt|json|ya?ml|png|jpe?g|gif|svg|webp|pdf|py|ipynb|csv))$/i;
/** Below this a file on a hub is the pointer to a file, or nothing. */
const SMALLEST_FILE = 1_024;

/** The index of shards that the repository has, where it has one. */
export const indexIn = (files: readonly HostedFile[]): string | undefined =>
  files.find(({ path }) => path === "model.safetensors.index.json")?.path ??
  files.find(({ path }) => INDEX.test(path) && !path.includes("/"))?.path ??
  files.find(({ path }) => INDEX.test(path))?.path;

/** The weight files of a list, those of the top folder first. */
export function weightsIn(files: readonly HostedFile[]): HostedFile[] {
  const depth = ({ path }: HostedFile): number => path.split("/").length;
  return files.filter(({ path }) => weightFormat(path) !== undefined).toSorted((a, b) => depth(a) - depth(b));
}

/** The files that one asks for to see whether they can be had: the first and the last of a set. */
export function toProbe(files: readonly HostedFile[]): string[] {
  const weights = weightsIn(files);
  const shards = weights
    .filter(({ path }) => SHARD.test(path))
    .map(({ path }) => path)
    .toSorted();
  const [first, last] = [shards[0], shards.at(-1)];
  if (first !== undefined && last !== undefined) return [...new Set([first, last])];
  return weights.slice(0, 1).map(({ path }) => path);
}

/** Decides the state of weights that are public by their host's word and have no gate. */
export function proveWeights(model: HostedModel): Finding {
  const weights = weightsIn(model.files);
  const shards = missingShards(model);
  const [probe] = model.probes;
  const counted: Counted = {
    files: model.files.length,
    ...(shards === undefined ? {} : { shards: shards.there, shardsExpected: shards.expected }),
    ...(probe?.bytes === undefined ? {} : { bytes: probe.bytes }),
    ...(model.header === undefined ? {} : { header: model.header }),
    ...(probe?.sha256 === undefined ? {} : { sha256: probe.sha256 }),
  };
  const as = (state: Finding["state"], reason: Finding["reason"]): Finding => ({ state, reason, counted });

  if (model.probes.some(({ outcome }) => outcome === "closed")) return as("gated", "not-public");
  if (!model.isWhole) return as("unverified", "list-cut");
  if (weights.length === 0)
    return model.files.every(({ path }) => NO_WEIGHTS.test(path))
      ? as("incomplete", "no-files")
      : as("unverified", "other-format");
  if (shards !== undefined && shards.there < shards.expected) return as("incomplete", "shards-missing");
  const sizes = new Map(model.files.map(({ path, bytes }) => [path, bytes]));
  if (
    weights.every(({ bytes }) => bytes === 0) ||
    model.probes.some(({ outcome, bytes }) => outcome === "there" && bytes === 0)
  )
    return as("incomplete", "empty-file");
  if (weights.every(({ path }) => ADAPTER.test(path))) return as("unverified", "adapter-only");
  if (weights.every(({ path }) => /\.(?:gguf|ggml)$/i.test(path))) return as("unverified", "derived-only");
  const isHad = model.probes.length > 0 && model.probes.every((one) => isThere(one, sizes.get(one.path)));
  if (!isHad) return as("unverified", "not-downloaded");
  return model.header === undefined ? as("unverified", "header-not-read") : as("verified", "proven");
}

/** The size must be that of the list where both tell it, and more than a pointer's anyway. */
function isThere({ outcome, bytes }: Probe, listed: number | undefined): boolean {
  if (outcome !== "there") return false;
  if (bytes !== undefined && listed !== undefined && bytes !== listed) return false;
  return (bytes ?? listed ?? 0) >= SMALLEST_FILE;
}

/** How many shards are there and how many there should be, by the index or else by their numbers. */
function missingShards({ files, indexed }: HostedModel): { there: number; expected: number } | undefined {
  const paths = new Set(files.map(({ path }) => path));
  const sets = shardSets(paths);
  // Whole weights in another format do: an index may be left over from an upload that was given up.
  const isWholeOtherwise =
    sets.some(({ total, numbers }) => numbers.size >= total) ||
    [...paths].some((path) => weightFormat(path) !== undefined && !SHARD.test(path) && !ADAPTER.test(path));
  if (indexed !== undefined && indexed.length > 0) {
    const there = indexed.filter((path) => paths.has(path)).length;
    return there < indexed.length && isWholeOtherwise ? undefined : { there, expected: indexed.length };
  }
  const best = sets.find(({ total, numbers }) => numbers.size >= total) ?? sets[0];
  if (best === undefined || (best.numbers.size < best.total && isWholeOtherwise)) return undefined;
  return { there: Math.min(best.numbers.size, best.total), expected: best.total };
}

function shardSets(paths: Iterable<string>): { total: number; numbers: Set<string> }[] {
  const sets = new Map<string, { total: number; numbers: Set<string> }>();
  for (const path of paths) {
    const [, base, number, total, extension] = SHARD.exec(path) ?? [];
    if (number === undefined || weightFormat(path) === undefined) continue;
    const key = `${base}-of-${total}${extension}`;
    const set = sets.get(key) ?? { total: Number(total), numbers: new Set() };
    sets.set(key, { ...set, numbers: set.numbers.add(number) });
  }
  return [...sets.values()];
}

/** Files of a data set that are data: anything beside its description. */
export function proveData(files: readonly HostedFile[], isWhole: boolean, probes: readonly Probe[]): Finding {
  const counted: Counted = { files: files.length };
  if (probes.some(({ outcome }) => outcome === "closed")) return { state: "gated", reason: "not-public", counted };
  const isDescription = (path: string): boolean =>
    /(?:^|\/)(?:\.gitattributes|\.gitignore|license[^/]{0,40}|readme[^/]{0,40}|dataset_infos?\.json)$/i.test(path);
  const data = files.filter(({ path }) => !isDescription(path));
  if (data.length === 0)
    return isWhole
      ? { state: "incomplete", reason: "no-files", counted }
      : { state: "unverified", reason: "list-cut", counted };
  const isHad = probes.some(({ outcome, bytes }) => outcome === "there" && (bytes ?? 1) > 0);
  return isHad
    ? { state: "verified", reason: "proven", counted }
    : { state: "unverified", reason: "not-downloaded", counted };
}
