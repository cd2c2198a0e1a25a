/** Hugging Face as a caller without a name sees it (hub documentation, "Hub API Endpoints", "Gated models", "Rate limits"). */
import { z } from "zod";
import { readGguf } from "../evidence/files/gguf.ts";
import { isObject } from "../evidence/files/json.ts";
import type { Counted, Finding } from "../evidence/remote/fact.ts";
import { type HostedFile, indexIn, type Probe, proveData, proveWeights, toProbe } from "../evidence/remote/proof.ts";
import type { RemoteRequest } from "../evidence/remote/request.ts";
import { hubIds } from "../evidence/remote/wanted.ts";
import type { Lane } from "./lane.ts";
import { inPath, jsonOf, missing, stated, unclear, unknown, words } from "./reading.ts";
import type { Answer } from "./transport.ts";

const repository = z.object({
  sha: z.string().regex(/^[0-9a-f]{40}$/),
  private: z.boolean(),
  gated: z.union([z.boolean(), z.enum(["auto", "manual"])]),
  disabled: z.boolean().optional(),
  cardData: z.record(z.string(), z.unknown()).nullish(),
  siblings: z.array(z.object({ rfilename: z.string().max(1_000) })).optional(),
  safetensors: z.object({ total: z.number() }).partial().nullish(),
  gguf: z.unknown().optional(),
});
type Repository = z.infer<typeof repository>;

const index = z.object({ weight_map: z.record(z.string(), z.string().max(1_000)) });

const FIELDS = ["sha", "gated", "private", "disabled", "lastModified", "cardData", "siblings"];
const MODEL_FIELDS = [...FIELDS, "safetensors", "gguf"];
/** Files of a list that are looked at; a data set can have a million. */
const MOST_FILES = 20_000;
const MOST_OF_A_HEADER = 256 * 1024;

/** Looks at a model, a data set, or what a base model's card says. */
export async function lookAtHuggingFace(
  { kind, id, revision }: RemoteRequest,
  base: string,
  lane: Lane,
  signal: AbortSignal,
): Promise<Finding> {
  const isData = kind === "hf-dataset";
  const at = revision === undefined ? "" : `/revision/${encodeURIComponent(revision)}`;
  const fields = (
    isData ? FIELDS : kind === "hf-base" ? ["sha", "gated", "private", "disabled", "cardData"] : MODEL_FIELDS
  )
    .map((field) => `expand[]=${field}`)
    .join("&");
  const answer = await lane.ask({
    url: `${base}/api/${isData ? "datasets" : "models"}/${inPath(id)}${at}?${fields}`,
    signal,
  });
  if (answer.status !== 200) return refused(answer);
  const found = jsonOf(answer, repository);
  if (found === undefined) return unknown("not-understood");
  const known = { revision: found.sha, ...licenseOf(found), ...basesOf(found) };
  // The card is all that is asked of a base model, and a card is public where its files are not.
  if (kind === "hf-base")
    return found.disabled === true || found.private
      ? unknown("refused")
      : { state: "verified", reason: "found", ...known };
  if (found.disabled === true) return { ...missing("disabled"), revision: found.sha };
  if (found.private) return { ...missing("not-found"), revision: found.sha };
  if (found.gated !== false)
    return { state: "gated", reason: found.gated === "manual" ? "gate-manual" : "gate-automatic", ...known };
  const files: HostedFile[] = (found.siblings ?? []).slice(0, MOST_FILES).map(({ rfilename }) => ({ path: rfilename }));
  const isWhole = found.siblings !== undefined && found.siblings.length <= MOST_FILES;
  const resolve = `${base}/${isData ? "datasets/" : ""}${inPath(id)}/resolve/${found.sha}`;
  const place: Place = { resolve, lane, signal };
  if (isData) {
    const first = files.find(
      ({ path }) => !/(?:^|\/)(?:\.gitattributes|\.gitignore|readme[^/]{0,40}|license[^/]{0,40})$/i.test(path),
    );
    const probes = first === undefined ? [] : [await probe(first.path, place)];
    return { ...proveData(files, isWhole, probes), ...known };
  }
  const indexed = await indexedFiles(files, place);
  const probes = await Promise.all(toProbe(files).map((path) => probe(path, place)));
  const header = (found.safetensors?.total ?? 0) > 0 ? "stated" : await headerOf(probes[0], place);
  return { ...proveWeights({ files, isWhole, indexed, probes, header }), ...known };
}

/** The header tells what the status does not: the same status is given for what is private and for what is not there. */
export function refused(answer: Answer): Finding {
  const { status, headers } = answer;
  const code = headers["x-error-code"];
  if (code === "GatedRepo") return { state: "gated", reason: "not-public" };
  if ((status === 401 || status === 404) && (code === "RepoNotFound" || code === "RevisionNotFound"))
    return missing("not-found");
  if (status === 403 && /access to this resource is disabled/i.test((headers["x-error-message"] ?? "").slice(0, 300)))
    return missing("disabled");
  return unclear(answer);
}

function licenseOf({ cardData }: Repository) {
  return stated(cardData?.license, cardData?.license_name, cardData?.license_link);
}

function basesOf({ cardData }: Repository): { baseModels?: string[] } {
  const bases = hubIds(cardData?.base_model);
  return bases.length === 0 ? {} : { baseModels: bases };
}

interface Place {
  /** Where files of the commit are given out. */
  readonly resolve: string;
  readonly lane: Lane;
  readonly signal: AbortSignal;
}

async function indexedFiles(
  files: readonly HostedFile[],
  { resolve, lane, signal }: Place,
): Promise<string[] | undefined> {
  const path = indexIn(files);
  if (path === undefined) return undefined;
  const answer = await lane.ask({ url: `${resolve}/${inPath(path)}`, signal }).catch(() => undefined);
  const read = answer?.status === 200 ? jsonOf(answer, index) : undefined;
  if (read === undefined) return undefined;
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  return [...new Set(Object.values(read.weight_map))].slice(0, MOST_FILES).map((file) => `${folder}${file}`);
}

/** Asks for a file without its content; a redirect to where the files lie is the answer that it is there. */
async function probe(path: string, { resolve, lane, signal }: Place): Promise<Probe> {
  const question = { url: `${resolve}/${inPath(path)}`, method: "HEAD", stopsAtOtherHost: true, signal } as const;
  const answer = await lane.ask(question).catch(() => undefined);
  if (answer === undefined) return { path, outcome: "unknown" };
  const { status, headers } = answer;
  if (status === 200 || status === 206 || (status >= 302 && status <= 308)) {
    const bytes = sizeOf(headers["x-linked-size"] ?? (status === 200 ? headers["content-length"] : undefined));
    const sha256 = /^"?([0-9a-f]{64})"?$/.exec(headers["x-linked-etag"] ?? "")?.[1];
    return { path, outcome: "there", bytes, sha256 };
  }
  const code = headers["x-error-code"];
  if (code === "GatedRepo") return { path, outcome: "closed" };
  return { path, outcome: status === 404 && code === "EntryNotFound" ? "not-there" : "unknown" };
}

function sizeOf(text: string | undefined): number | undefined {
  const number = words(text) === undefined ? Number.NaN : Number(text);
  return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** The format that the head of a file has, where it reads. */
async function headerOf(probed: Probe | undefined, { resolve, lane, signal }: Place): Promise<Counted["header"]> {
  if (probed?.outcome !== "there") return undefined;
  const url = `${resolve}/${inPath(probed.path)}`;
  const answer = await lane
    .ask({ url, range: [0, MOST_OF_A_HEADER - 1], most: MOST_OF_A_HEADER, signal })
    .catch(() => undefined);
  if (answer === undefined || (answer.status !== 206 && answer.status !== 200)) return undefined;
  return formatOf(answer.body, probed.bytes);
}

/**
 * A safetensors header read as far as it came: its length fits the file and it opens as an object of tensors; GGUF by its
 * first keys; a zip of PyTorch by its signature. Nothing is ever unpickled.
 */
export function formatOf(head: Buffer, size: number | undefined): Counted["header"] {
  if (readGguf(head) !== undefined) return "gguf";
  if (head.subarray(0, 4).toString("latin1") === "PK\u0003\u0004") return "zip";
  if (head.length < 10) return undefined;
  const length = Number(head.readBigUInt64LE(0));
  if (length > 25_000_000 || (size !== undefined && length + 8 > size)) return undefined;
  const text = head.subarray(8, 8 + length).toString("utf8");
  if (length + 8 > head.length) return /^\{\s{0,8}"/.test(text) ? "safetensors" : undefined;
  try {
    const header: unknown = JSON.parse(text);
    return isObject(header) ? "safetensors" : undefined;
  } catch {
    return undefined;
  }
}
