/** ModelScope as a caller without a name sees it (its Python client, `modelscope/hub/api.py`). A refusal may come with status 200. */
import { z } from "zod";
import type { Finding } from "../evidence/remote/fact.ts";
import { type HostedFile, indexIn, type Probe, proveData, proveWeights, toProbe } from "../evidence/remote/proof.ts";
import type { RemoteRequest } from "../evidence/remote/request.ts";
import { formatOf } from "./hugging-face.ts";
import type { Lane } from "./lane.ts";
import { inPath, jsonOf, missing, stated, unclear, unknown } from "./reading.ts";
import type { Answer } from "./transport.ts";

const envelope = z.object({ Code: z.number(), Message: z.string().optional(), Data: z.unknown().optional() });
const about = z.object({ Id: z.number().optional(), License: z.string().nullish(), Visibility: z.number().optional() });
const listed = z.object({
  Files: z.array(
    z.object({
      Path: z.string().max(1_000),
      Size: z.number().optional(),
      Type: z.string(),
      Revision: z.string().nullish(),
    }),
  ),
});
const index = z.object({ weight_map: z.record(z.string(), z.string().max(1_000)) });

/** `Visibility`: 1 private, 3 internal, 5 public (`modelscope/hub/constants.py`). */
const PUBLIC = 5;
const HEAD_BYTES = 256 * 1024;
/** Files of a data set come by pages; the first tells whether there is data. */
const PAGE = 100;

/** Looks at a model or a data set. */
export async function lookAtModelScope(
  { kind, id }: RemoteRequest,
  base: string,
  lane: Lane,
  signal: AbortSignal,
): Promise<Finding> {
  const isData = kind === "modelscope-dataset";
  const place = `${base}/api/v1/${isData ? "datasets" : "models"}/${inPath(id)}`;
  const first = read(await lane.ask({ url: isData ? place : `${place}?Revision=master`, signal }), about);
  if (!("data" in first)) return first;
  const license = stated(first.data.License);
  if (first.data.Visibility !== undefined && first.data.Visibility !== PUBLIC)
    return { state: "gated", reason: "not-public", ...license };
  const files = isData
    ? `${base}/api/v1/datasets/${first.data.Id ?? inPath(id)}/repo/tree?Revision=master&Root=/&Recursive=True&PageNumber=1&PageSize=${PAGE}`
    : `${place}/repo/files?Revision=master&Recursive=True&Root=`;
  const second = read(await lane.ask({ url: files, signal }), listed);
  if (!("data" in second)) return second.state === "unknown" ? second : unknown("not-understood");
  const hosted: HostedFile[] = second.data.Files.filter(({ Type }) => Type === "blob").map(({ Path, Size }) => ({
    path: Path,
    bytes: Size,
  }));
  const at = (path: string): string => `${place}/repo?Revision=master&FilePath=${encodeURIComponent(path)}`;
  if (isData) {
    const isWhole = second.data.Files.length < PAGE;
    const data = hosted.find(
      ({ path }) => !/(?:^|\/)(?:\.gitattributes|readme[^/]{0,40}|license[^/]{0,40})$/i.test(path),
    );
    // The list gives the size of each file, which is all that can be seen of a data set without an account's client.
    const probes: Probe[] =
      data === undefined
        ? []
        : [{ path: data.path, outcome: (data.bytes ?? 0) > 0 ? "there" : "unknown", bytes: data.bytes }];
    return { ...proveData(hosted, isWhole, probes), ...license };
  }
  const indexPath = indexIn(hosted);
  const indexAnswer =
    indexPath === undefined ? undefined : await lane.ask({ url: at(indexPath), signal }).catch(() => undefined);
  const map = indexAnswer?.status === 200 ? jsonOf(indexAnswer, index)?.weight_map : undefined;
  const folder = indexPath?.slice(0, indexPath.lastIndexOf("/") + 1) ?? "";
  const sizes = new Map(hosted.map(({ path, bytes }) => [path, bytes]));
  const heads = await Promise.all(
    toProbe(hosted).map(async (path) => {
      const answer = await lane
        .ask({ url: at(path), range: [0, HEAD_BYTES - 1], most: HEAD_BYTES, accept: "*/*", signal })
        .catch(() => undefined);
      return { path, answer };
    }),
  );
  const probes = heads.map(({ path, answer }): Probe => probeOf(path, sizes.get(path), answer));
  const header =
    heads[0]?.answer === undefined || probes[0]?.outcome !== "there"
      ? undefined
      : formatOf(heads[0].answer.body, probes[0].bytes);
  const indexed = map === undefined ? undefined : [...new Set(Object.values(map))].map((file) => `${folder}${file}`);
  return { ...proveWeights({ files: hosted, isWhole: true, indexed, probes, header }), ...license };
}

function probeOf(path: string, listedBytes: number | undefined, answer: Answer | undefined): Probe {
  if (answer?.status === 206) {
    const total = Number(/\/(\d{1,15})$/.exec(answer.headers["content-range"] ?? "")?.[1]);
    return { path, outcome: "there", bytes: Number.isSafeInteger(total) ? total : listedBytes };
  }
  return { path, outcome: answer?.status === 200 && answer.body.length > 0 ? "there" : "unknown", bytes: listedBytes };
}

function read<T>(answer: Answer, schema: z.ZodType<T>): { data: T } | Finding {
  const body = jsonOf(answer, envelope);
  const isNotFound =
    body !== undefined &&
    body.Code !== 200 &&
    /not (?:found|exist)|不存在|record not found/i.test((body.Message ?? "").slice(0, 500));
  if (isNotFound && (answer.status === 404 || answer.status === 200)) return missing("not-found");
  if (answer.status !== 200 || body?.Code !== 200)
    return body === undefined || answer.status !== 200 ? unclear(answer) : unknown("not-understood");
  const data = schema.safeParse(body.Data).data;
  return data === undefined ? unknown("not-understood") : { data };
}
