/** Zenodo's records (developers.zenodo.org, "Records"). A concept's number leads to its newest version. */
import { z } from "zod";
import type { Finding } from "../evidence/remote/fact.ts";
import type { RemoteRequest } from "../evidence/remote/request.ts";
import type { Lane } from "./lane.ts";
import { jsonOf, missing, stated, unclear, unknown } from "./reading.ts";

const record = z.object({
  id: z.union([z.number(), z.string().max(20)]),
  metadata: z.object({
    access_right: z.string().max(40),
    license: z.object({ id: z.string().max(100) }).nullish(),
    version: z.string().max(200).optional(),
  }),
  files: z.array(z.object({ key: z.string().max(1_000), size: z.number() })).optional(),
});

const refusal = z.object({ status: z.number() });

/** Looks at a record: open, and with files. */
export async function lookAtZenodo(
  { id }: RemoteRequest,
  base: string,
  lane: Lane,
  signal: AbortSignal,
): Promise<Finding> {
  const answer = await lane.ask({ url: `${base}/api/records/${id}`, signal });
  if (answer.status === 404 || answer.status === 410) {
    if (jsonOf(answer, refusal)?.status !== answer.status) return unknown("not-understood");
    return missing(answer.status === 410 ? "deleted" : "not-found");
  }
  if (answer.status !== 200) return unclear(answer);
  const found = jsonOf(answer, record);
  if (found === undefined) return unknown("not-understood");
  const { access_right: right, license } = found.metadata;
  const files = found.files ?? [];
  const known = { revision: String(found.id), ...stated(license?.id), counted: { files: files.length } };
  if (right === "embargoed") return { state: "gated", reason: "embargoed", ...known };
  if (right !== "open") return { state: "gated", reason: "not-public", ...known };
  if (found.files === undefined) return { state: "unverified", reason: "list-cut", ...known };
  if (files.length === 0) return { state: "incomplete", reason: "no-files", ...known };
  const isEmpty = files.every(({ size }) => size === 0);
  return isEmpty
    ? { state: "incomplete", reason: "empty-file", ...known }
    : { state: "verified", reason: "proven", ...known };
}
