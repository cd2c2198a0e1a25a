/** Work that upkeep finds undone, in the shape that events give it. */
import type { OpenPullRequest, RepositoryIdentity, RepositoryState } from "../github/repositories.ts";
import { type Job, jobFor } from "../worker/job.ts";

/** Nobody waits for a first look, so that every event goes before it. */
export const FIRST_LOOK_PRIORITY = -10;

/** The audit of a default branch's head, as its push would have asked for it. */
export function pushedJob(installation: number, state: RepositoryState, delivery: string): Job | undefined {
  const { head } = state;
  if (head === undefined) return undefined;
  return jobFor(installation, state, delivery, {
    head: head.commit,
    tree: head.tree,
    branch: head.branch,
    // The push was not after the last one that GitHub knows of, so that no later event loses against this.
    at: state.pushedAt,
    wantsCheck: true,
  });
}

/** The audit of a pull request, as its event would have asked for it. */
export function pullRequestJob(
  installation: number,
  repository: RepositoryIdentity,
  pull: OpenPullRequest,
  delivery: string,
): Job {
  const { number, nodeId, isDraft, isByBot, base } = pull;
  return jobFor(installation, repository, delivery, {
    head: pull.head,
    at: pull.updatedAt,
    wantsCheck: true,
    // Another process may have commented on it: its comments are looked through first.
    pullRequests: [{ number, nodeId, isNew: false, isDraft, isByBot, base }],
  });
}

/**
 * The first audit of a repository: a check run on the head of its default branch, and no comment anywhere, since no branch
 * and no pull request is named.
 * @param state what is known of the head; without it the audit looks it up
 */
export function firstJob(
  installation: number,
  repository: RepositoryIdentity,
  state: Pick<RepositoryState, "head" | "pushedAt"> | undefined,
  delivery: string,
): Job {
  return jobFor(installation, repository, delivery, {
    head: state?.head?.commit,
    tree: state?.head?.tree,
    at: state?.pushedAt ?? 0,
    wantsCheck: true,
  });
}
