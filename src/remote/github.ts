/** Public repositories and releases on GitHub, without the App's key (REST documentation, "Repositories", "Releases"). */
import { z } from "zod";
import type { Finding } from "../evidence/remote/fact.ts";
import type { RemoteRequest } from "../evidence/remote/request.ts";
import type { Lane } from "./lane.ts";
import { inPath, jsonOf, missing, stated, unclear, unknown, words } from "./reading.ts";

const repository = z.object({
  private: z.boolean(),
  size: z.number(),
  license: z.object({ spdx_id: z.string().max(100).nullish() }).nullish(),
});
const release = z.object({
  tag_name: z.string().max(300),
  draft: z.boolean().optional(),
  assets: z.array(z.object({ name: z.string().max(300), size: z.number(), state: z.string().max(40).optional() })),
});
const refusal = z.object({ message: z.literal("Not Found") });

/** Looks at a repository or one of its releases. */
export async function lookAtGitHub(
  { kind, id, revision }: RemoteRequest,
  base: string,
  lane: Lane,
  signal: AbortSignal,
): Promise<Finding> {
  const isRelease = kind === "github-release";
  const of = `${base}/repos/${inPath(id)}`;
  const path = revision === undefined ? "releases/latest" : `releases/tags/${encodeURIComponent(revision)}`;
  const answer = await lane.ask({
    url: isRelease ? `${of}/${path}` : of,
    accept: "application/vnd.github+json",
    signal,
  });
  if (answer.status === 404) {
    if (jsonOf(answer, refusal) === undefined) return unknown("not-understood");
    // A repository may have releases of which none is the newest: all may be marked as trials.
    return isRelease && revision === undefined ? { state: "unverified", reason: "list-cut" } : missing("not-found");
  }
  if (answer.status === 451) return missing("disabled");
  if (answer.status !== 200) return unclear(answer);
  if (!isRelease) {
    const found = jsonOf(answer, repository);
    if (found === undefined) return unknown("not-understood");
    if (found.size === 0) return { state: "unverified", reason: "no-files" };
    return { state: "verified", reason: "found", ...stated(found.license?.spdx_id) };
  }
  const found = jsonOf(answer, release);
  if (found === undefined) return unknown("not-understood");
  const tag = words(found.tag_name);
  // A file whose upload was begun and not finished is listed as open, and nobody can have it.
  const files = found.assets.filter(({ state }) => state !== "open").length;
  const known = { counted: { files }, ...(tag === undefined ? {} : { revision: tag }) };
  return files === 0
    ? { state: "unverified", reason: "no-files", ...known }
    : { state: "verified", reason: "found", ...known };
}
