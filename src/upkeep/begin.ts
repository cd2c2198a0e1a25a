/** Where a back-fill comes from: an installation, or repositories that are added to one. */
import type { RepositoryIdentity } from "../github/repositories.ts";
import type { Backfill } from "../store/store.ts";
import { LISTED, type UpkeepStore } from "./ports.ts";

export interface BackfillOrder {
  readonly installation: number;
  /** Repositories that the event names; where it names all, the list is read from GitHub all the same. */
  readonly repositories: readonly RepositoryIdentity[];
  /** All of the installation's repositories are meant, not only those. */
  readonly isAll: boolean;
}

/** A repository as events of an installation name it. */
export interface EventRepository {
  readonly id?: number;
  readonly node_id?: string;
  readonly full_name?: string;
  readonly private?: boolean;
}

/** The repositories of an event, those left out that it does not name in full. */
export function identitiesIn(repositories: readonly EventRepository[]): RepositoryIdentity[] {
  return repositories.flatMap(({ id, node_id: nodeId, full_name: fullName = "", private: isPrivate = true }) => {
    const [owner = "", name = ""] = fullName.split("/");
    if (id === undefined || nodeId === undefined || owner === "" || name === "") return [];
    return [{ id, nodeId, owner, name, isPrivate }];
  });
}

/**
 * Promises a first look at repositories. Nothing is asked of GitHub here: whichever process does the upkeep goes on from
 * what is remembered.
 */
export async function beginBackfill(
  store: Pick<UpkeepStore, "backfill" | "rememberBackfill" | "rememberRepositories">,
  { installation, repositories, isAll }: BackfillOrder,
  now = new Date(),
): Promise<Backfill> {
  // The repositories come first: a run that ends at this moment looks for new ones after it said that it ended.
  if (repositories.length > 0)
    await store.rememberRepositories(repositories.map((repository) => ({ ...repository, installation })));
  const current = await store.backfill(installation);
  if (current !== undefined && current.finishedAt === undefined && !(isAll && current.cursor === LISTED))
    return current;
  const progress: Backfill = {
    installation,
    cursor: isAll ? undefined : LISTED,
    listed: 0,
    looked: 0,
    models: 0,
    queued: 0,
    startedAt: now,
  };
  await store.rememberBackfill(progress);
  return progress;
}
