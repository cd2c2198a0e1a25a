/** What is owed to an installation that takes work again, or takes what it refused before. */
import type { Store } from "../store/store.ts";
import type { Job } from "../worker/job.ts";
import { firstJob } from "./jobs.ts";

/**
 * An audit of the default branch of each of its model repositories: what stands already is found and left. Pull requests
 * are found by the next sweep.
 */
export async function jobsOnResuming(
  store: Pick<Store, "repositories">,
  installation: number,
  delivery: string,
): Promise<Job[]> {
  const known = await store.repositories(installation);
  return known.flatMap(({ id, nodeId, owner, name, isPrivate, isModelRepository, isChecked }) => {
    if (isModelRepository !== true && isChecked !== true) return [];
    if (nodeId === undefined || owner === undefined || name === undefined || isPrivate === undefined) return [];
    return [firstJob(installation, { id, nodeId, owner, name, isPrivate }, undefined, `${delivery}/${id}`)];
  });
}
