/** What is owed: one audit, with everything that several events about one commit asked for. */

export interface JobRepository {
  readonly id: number;
  readonly owner: string;
  readonly name: string;
  readonly isPrivate: boolean;
}

/** A pull request whose comment is wanted. */
export interface PullRequestWish {
  readonly number: number;
  /** GraphQL id, where the event told it. */
  readonly nodeId: string | undefined;
  /** Opened just now: none of its comments can be ours. */
  readonly isNew: boolean;
  readonly isDraft: boolean;
  readonly isByBot: boolean;
  readonly base: string;
}

/** A person's `/openness`: comment to react to, pull request to answer on. */
export interface Command {
  readonly commentId: string;
  readonly pullRequest: number;
  /** False for a person who may not ask: gets a reaction and nothing else. */
  readonly isAllowed: boolean;
}

export interface Job {
  readonly installation: number;
  readonly repository: JobRepository;
  /** Commit to audit; undefined where the event does not tell: the head of the commands' pull request, or of the default branch. */
  readonly head: string | undefined;
  /** Tree of that commit, where the event tells it. */
  readonly tree: string | undefined;
  /** Branch that was pushed. */
  readonly branch: string | undefined;
  /** Commits that the branch or pull request pointed to before: GitHub may still show them for a moment. */
  readonly before: readonly string[];
  /** A check run is wanted on `head`. */
  readonly wantsCheck: boolean;
  /** A person or the merge queue waits for the check run: it is written even where one stands already. */
  readonly isCheckDemanded: boolean;
  readonly pullRequests: readonly PullRequestWish[];
  readonly commands: readonly Command[];
  /** Delivery ids of the events, for the log. */
  readonly deliveries: readonly string[];
}

/** The repository as GitHub's APIs take it. */
export function nameOf({ repository: { owner, name } }: Job): { owner: string; name: string } {
  return { owner, name };
}

/** Work on one commit is merged; without a commit, work on one pull request or the default branch is. */
export function jobKey({ repository, head, commands }: Job): string {
  return `${repository.id}/${head ?? (commands[0] === undefined ? "default" : `#${commands[0].pullRequest}`)}`;
}

/** Makes one job of two for the same commit. */
export function mergeJobs(earlier: Job, later: Job): Job {
  const pullRequests = new Map<number, PullRequestWish>();
  for (const wish of [...earlier.pullRequests, ...later.pullRequests]) {
    const known = pullRequests.get(wish.number);
    // Opened and then marked ready: still new, no longer a draft.
    pullRequests.set(wish.number, known === undefined ? wish : { ...wish, isNew: known.isNew || wish.isNew });
  }
  const commands = new Map([...earlier.commands, ...later.commands].map((command) => [command.commentId, command]));
  return {
    ...later,
    head: later.head ?? earlier.head,
    tree: later.tree ?? earlier.tree,
    branch: later.branch ?? earlier.branch,
    before: [...new Set([...earlier.before, ...later.before])].slice(-20),
    wantsCheck: earlier.wantsCheck || later.wantsCheck,
    isCheckDemanded: earlier.isCheckDemanded || later.isCheckDemanded,
    pullRequests: [...pullRequests.values()],
    commands: [...commands.values()],
    deliveries: [...new Set([...earlier.deliveries, ...later.deliveries])].slice(-20),
  };
}
