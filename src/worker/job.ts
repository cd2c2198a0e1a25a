/** What is owed: one audit, with everything that several events asked for. */
import type { CommandName } from "../commands/registry.ts";
import type { Owed } from "../queue/queue.ts";

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
  /** The branch that it comes from, in the repository that holds it; undefined where that is gone. */
  readonly headBranch?: { readonly owner: string; readonly repo: string; readonly branch: string } | undefined;
}

/** What a person asked for on a pull request, in words or by a button. */
export interface Command {
  /** GraphQL id of the comment, the review or the review comment; of the check run whose button was pressed. */
  readonly commentId: string;
  /** A button takes no reaction, and is not refused in words. `comment` where left out. */
  readonly subjectKind?: "comment" | "review" | "review-comment" | "button";
  /** Which of the comment's commands it is; 0 where left out. */
  readonly position?: number;
  readonly pullRequest: number;
  /** False for a person who may not ask, and for a command that comes too soon. */
  readonly isAllowed: boolean;
  /** Left out in jobs that were kept when there was one command only: `run`. */
  readonly name?: CommandName;
  readonly argument?: string;
  /** The person's id at GitHub. */
  readonly person?: number;
  /** Seconds after which it may be asked again, where it comes too soon. */
  readonly wait?: number;
}

/** True for the command that has the pull request audited again, false for those that are answered. */
export const isRun = ({ name = "run" }: Command): boolean => name === "run";

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
  /** Delivery ids of the events. */
  readonly deliveries: readonly string[];
  /** When the branch or pull request came to point to `head`, by GitHub's clock, in milliseconds since 1970. */
  readonly at: number;
  /** Commits that the same branch or pull request pointed to when earlier events asked, and that nobody waits for any more. */
  readonly superseded: readonly string[];
}

/** A job that asks for nothing but what is given. */
export function jobFor(
  installation: number,
  { id, owner, name, isPrivate }: JobRepository,
  delivery: string,
  asked: Partial<Job> = {},
): Job {
  return {
    installation,
    repository: { id, owner, name, isPrivate },
    head: undefined,
    tree: undefined,
    branch: undefined,
    before: [],
    wantsCheck: false,
    isCheckDemanded: false,
    pullRequests: [],
    commands: [],
    deliveries: [delivery],
    at: 0,
    superseded: [],
    ...asked,
  };
}

/** The repository as GitHub's APIs take it. */
export function nameOf({ repository: { owner, name } }: Job): { owner: string; name: string } {
  return { owner, name };
}

/** The branch (`refs/heads/…`) or pull request (`#7`) whose newest commit is meant; undefined where one commit is. */
export function jobRef({ branch, pullRequests, commands }: Job): string | undefined {
  if (branch !== undefined) return `refs/heads/${branch}`;
  const number = pullRequests[0]?.number ?? commands[0]?.pullRequest;
  return number === undefined ? undefined : `#${number}`;
}

/** Work on one branch or pull request is merged, whatever the commit; so is work on one commit, or on the default branch. */
export function jobKey(job: Job): string {
  return `${job.repository.id}/${jobRef(job) ?? job.head ?? "default"}`;
}

/** A demand is met once per delivery, so that one that is delivered again is not met again. */
export function isStillDemanded(job: Job, { answered }: { readonly answered: readonly string[] }): boolean {
  return job.isCheckDemanded && !job.deliveries.every((id) => answered.includes(id));
}

/** The job as the queue takes it. */
export function owedFor(job: Job, priority = 0): Owed<Job> {
  return {
    key: jobKey(job),
    // One repository's audits run one after the other, so that two of them never write one comment twice.
    lane: String(job.repository.id),
    group: String(job.installation),
    value: job,
    ...(priority === 0 ? {} : { priority }),
  };
}

/** Makes one job of two for the same key: all that both ask for, on the newer commit. */
export function mergeJobs(earlier: Job, later: Job): Job {
  const [older, newer] = isNewer(earlier, later) ? [later, earlier] : [earlier, later];
  const pullRequests = new Map<number, PullRequestWish>();
  for (const wish of [...older.pullRequests, ...newer.pullRequests]) {
    const known = pullRequests.get(wish.number);
    // Opened and then marked ready: still new, no longer a draft.
    pullRequests.set(wish.number, known === undefined ? wish : { ...wish, isNew: known.isNew || wish.isNew });
  }
  const commands = new Map(
    [...older.commands, ...newer.commands].map((command) => [`${command.commentId} ${command.position ?? 0}`, command]),
  );
  const head = newer.head ?? older.head;
  const left = older.head === undefined || older.head === head ? [] : [older.head];
  // Of one second and out of order, either may be the newer one: GitHub is asked then, and its answer counts.
  const isSure = newer.at !== older.at || left.every((commit) => newer.before.includes(commit));
  return {
    ...newer,
    head,
    at: newer.head === undefined ? older.at : newer.at,
    tree: newer.tree ?? (left.length === 0 ? older.tree : undefined),
    branch: newer.branch ?? older.branch,
    before: lastOf([...older.before, ...(isSure ? left : []), ...newer.before]).filter((commit) => commit !== head),
    wantsCheck: older.wantsCheck || newer.wantsCheck,
    isCheckDemanded: older.isCheckDemanded || newer.isCheckDemanded,
    pullRequests: [...pullRequests.values()],
    commands: [...commands.values()],
    deliveries: lastOf([...older.deliveries, ...newer.deliveries]),
    superseded: lastOf([...older.superseded, ...left, ...newer.superseded]).filter((commit) => commit !== head),
  };
}

/**
 * True when `one` is about a newer commit than `other`, which came after it: deliveries may arrive in any order. GitHub
 * tells time in whole seconds; within one of them, the commit that another one names as its predecessor is the older.
 */
export function isNewer(one: Job, other: Job): boolean {
  if (one.head === undefined || other.head === undefined || one.head === other.head) return false;
  if (one.at !== other.at) return one.at > other.at;
  return one.before.includes(other.head) && !other.before.includes(one.head);
}

/** Commits that may be newer than the one that is meant: the events do not tell. */
export const rivalsOf = ({ superseded, before }: Job): string[] =>
  superseded.filter((commit) => !before.includes(commit));

/** Each once, and of many the last: what is merged again and again may not grow without end. */
const lastOf = (values: readonly string[]): string[] => [...new Set(values)].slice(-20);
