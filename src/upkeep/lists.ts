/** The file lists of repositories that wait for their first audit, several in one request. */
import type { GitHubClient } from "../github/client.ts";
import { NoAnswer } from "../github/errors.ts";
import type { RepositoryState } from "../github/repositories.ts";
import { readWholeTrees } from "../github/whole-trees.ts";
import type { KeptList } from "../store/store.ts";
import type { Allowance } from "./allowance.ts";
import { groupsOf, inHalves } from "./halves.ts";

/** Lists in one request: small enough for the ten seconds that GitHub gives a query. */
export const LISTED_AT_ONCE = 10;
/** Requests without an answer after which the rest is left to the audits: it costs them one request each. */
const MOST_UNANSWERED = 6;

/**
 * Lists what it can in few requests. What is missing from the answer, because it is large, deep or not answered, is
 * listed by its audit.
 */
export async function listSome(
  client: GitHubClient,
  states: readonly RepositoryState[],
  allowance: Allowance,
): Promise<KeptList[]> {
  const wanted = states.flatMap(({ id, nodeId, head }) =>
    head?.tree === undefined ? [] : [{ repository: id, nodeId, tree: head.tree }],
  );
  let unanswered = 0;
  const kept: KeptList[] = [];
  for (const group of groupsOf(wanted, LISTED_AT_ONCE)) {
    // One alone costs a request either way.
    if (group.length === 1) continue;
    const read = await inHalves(group, async (some) => {
      if (unanswered >= MOST_UNANSWERED || (unanswered > 0 && some.length === 1)) return undefined;
      try {
        return await allowance.within(() => readWholeTrees(client, some));
      } catch (error) {
        if (error instanceof NoAnswer) unanswered += 1;
        throw error;
      }
    });
    for (const { about, answer } of read) {
      about.forEach(({ repository, tree }, index) => {
        const entries = answer?.lists[index];
        if (entries !== undefined) kept.push({ repository, tree, entries });
      });
      await allowance.spent(answer?.limit);
    }
  }
  return kept;
}
