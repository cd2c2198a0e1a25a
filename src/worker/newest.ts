/** Which commit is to be spoken of, as far as events and GitHub tell. */
import type { Turn } from "../queue/queue.ts";
import type { Store } from "../store/store.ts";
import type { Course } from "./auditor.ts";
import { isNewer, type Job, jobRef } from "./job.ts";

/**
 * The job, unless events that were taken before told of a newer commit of its branch or pull request: then nothing is
 * to be said about its own, and what people ask for is answered on the newest.
 */
export async function onNewest(store: Pick<Store, "ref" | "rememberRef">, job: Job): Promise<Job | undefined> {
  const ref = jobRef(job);
  if (ref === undefined || job.head === undefined) return job;
  if (await store.rememberRef(job.repository.id, ref, job.head, new Date(job.at))) return job;
  if ((await store.ref(job.repository.id, ref))?.head === job.head) return job;
  return job.commands.length === 0 ? undefined : { ...job, head: undefined, tree: undefined, pullRequests: [] };
}

/**
 * True when the branch or the pull request points to another commit by now. GitHub's own answer may lag behind the
 * event: a commit that was there before the event says nothing.
 */
export async function isSuperseded({ job, head, facts }: Course, turn: Pick<Turn<Job>, "newer">): Promise<boolean> {
  const newer = await turn.newer();
  // What came later within the same second need not be newer: GitHub's answer counts then.
  if (newer?.head !== undefined && newer.head !== head && isNewer(newer, { ...job, head })) return true;
  if (facts === undefined) return false;
  const isOther = (now: string | undefined) => now !== undefined && now !== head && !job.before.includes(now);
  if (job.branch !== undefined) return isOther(facts.branchHead);
  // A first look means the default branch as it is when its turn comes.
  if (jobRef(job) === undefined) return isOther(facts.defaultHead);
  const wished = facts.pullRequests.filter((pull) => job.pullRequests.some(({ number }) => number === pull.number));
  return wished.length > 0 && wished.every((pull) => isOther(pull.head) || !pull.isOpen);
}
