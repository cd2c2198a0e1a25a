/** Branches and tags of a model on Hugging Face (hub documentation, "Hub API Endpoints", `/api/models/{repo_id}/refs`). */
import { z } from "zod";
import { proveCheckpoints } from "../evidence/remote/checkpoints.ts";
import type { Finding } from "../evidence/remote/fact.ts";
import type { RemoteRequest } from "../evidence/remote/request.ts";
import { refused } from "./hugging-face.ts";
import type { Lane } from "./lane.ts";
import { inPath, jsonOf, unknown } from "./reading.ts";

const reference = z.object({ name: z.string(), targetCommit: z.string().regex(/^[0-9a-f]{40}$/) });
const references = z.object({ branches: z.array(reference), tags: z.array(reference) });

/** Trainings with a thousand checkpoints are known; a longer list than this is cut. */
const MOST_REFERENCES = 20_000;
const MOST_BYTES = 4 * 1024 * 1024;

/** Looks whether a model's revisions are checkpoints of its training. */
export async function lookAtRevisions(
  { id }: RemoteRequest,
  base: string,
  lane: Lane,
  signal: AbortSignal,
): Promise<Finding> {
  const answer = await lane.ask({ url: `${base}/api/models/${inPath(id)}/refs`, most: MOST_BYTES, signal });
  if (answer.status !== 200) return refused(answer);
  const found = jsonOf(answer, references);
  if (found === undefined) return unknown("not-understood");
  const all = [...found.branches, ...found.tags].slice(0, MOST_REFERENCES);
  return proveCheckpoints(all.map(({ name, targetCommit }) => ({ name, commit: targetCommit })));
}
