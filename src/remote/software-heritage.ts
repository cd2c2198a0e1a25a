/** Whether the Software Heritage archive holds what an identifier names (its web API, `resolve`). */
import { z } from "zod";
import type { Finding } from "../evidence/remote/fact.ts";
import type { RemoteRequest } from "../evidence/remote/request.ts";
import type { Lane } from "./lane.ts";
import { jsonOf, missing, unclear, unknown } from "./reading.ts";

const resolved = z.object({ object_id: z.string().regex(/^[0-9a-f]{40}$/) });
const refusal = z.object({ exception: z.literal("NotFoundExc") });

/** Looks an identifier up. */
export async function lookAtSoftwareHeritage(
  { id }: RemoteRequest,
  base: string,
  lane: Lane,
  signal: AbortSignal,
): Promise<Finding> {
  const answer = await lane.ask({ url: `${base}/api/1/resolve/${id}/`, signal });
  if (answer.status === 404)
    return jsonOf(answer, refusal) === undefined ? unknown("not-understood") : missing("not-found");
  if (answer.status !== 200) return unclear(answer);
  const found = jsonOf(answer, resolved);
  if (found === undefined || !id.endsWith(found.object_id)) return unknown("not-understood");
  return { state: "verified", reason: "found", revision: found.object_id };
}
