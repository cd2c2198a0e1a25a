/**
 * arXiv's metadata by OAI-PMH, which alone tells the license (arXiv API documentation, "Open Archives Initiative"; the
 * other interface has no field for it). Only the newest version is told.
 */
import type { Finding } from "../evidence/remote/fact.ts";
import type { RemoteRequest } from "../evidence/remote/request.ts";
import type { Lane } from "./lane.ts";
import { missing, stated, unclear, unknown } from "./reading.ts";

const RECORD = /<metadata>[\s\S]{0,200}<arXiv[\s>]/;
const ID = /<id>([a-z0-9./-]{1,40})<\/id>/i;
const LICENSE = /<license>\s{0,20}(https?:\/\/[^<\s]{1,200})\s{0,20}<\/license>/;
const NOT_THERE = /<error\s{1,5}code="(?:idDoesNotExist|badArgument)"/;
const MOST_BYTES = 256 * 1024;

/** Looks at a paper: that it is there, and under which license. */
export async function lookAtArxiv(
  { id }: RemoteRequest,
  base: string,
  lane: Lane,
  signal: AbortSignal,
): Promise<Finding> {
  const url = `${base}/oai?verb=GetRecord&identifier=${encodeURIComponent(`oai:arXiv.org:${id}`)}&metadataPrefix=arXiv`;
  const answer = await lane.ask({ url, accept: "text/xml", most: MOST_BYTES, signal });
  if (answer.status !== 200) return unclear(answer);
  const text = answer.body.toString("utf8");
  if (NOT_THERE.test(text)) return missing("not-found");
  if (!RECORD.test(text) || ID.exec(text)?.[1] !== id) return unknown("not-understood");
  return { state: "verified", reason: "found", ...stated(LICENSE.exec(text)?.[1]) };
}
