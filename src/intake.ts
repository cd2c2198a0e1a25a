/**
 * From events to jobs. Every event that the App subscribes to stands here once, with the permission that it takes, what
 * is asked by it, and when nothing is.
 */
import type { EmitterWebhookEvent, EmitterWebhookEventName } from "@octokit/webhooks";
import { headOf, ids, nameOf, ownerOf, timeOf, touchesPolicy } from "./intake/payload.ts";
import { type BackfillOrder, identitiesIn } from "./upkeep/begin.ts";
import { type Command, type Job, jobFor, type PullRequestWish } from "./worker/job.ts";
import { type Remark, remarkCommands } from "./worker/remark.ts";

export type Permission = "contents" | "pull_requests" | "issues" | "checks" | "merge_queues" | "metadata";

type EventName = Extract<
  EmitterWebhookEventName,
  | "push"
  | "pull_request.opened"
  | "pull_request.synchronize"
  | "pull_request.reopened"
  | "pull_request.ready_for_review"
  | "issue_comment.created"
  | "pull_request_review.submitted"
  | "pull_request_review_comment.created"
  | "check_run.rerequested"
  | "check_run.requested_action"
  | "check_suite.rerequested"
  | "merge_group.checks_requested"
  | "installation.created"
  | "installation.deleted"
  | "installation.suspend"
  | "installation.unsuspend"
  | "installation.new_permissions_accepted"
  | "installation_repositories.added"
  | "installation_repositories.removed"
>;

/** What an event asks for, and what it lets the store know. */
export interface Intake {
  readonly jobs: readonly Job[];
  /** The repository's own policy may have changed. */
  readonly policyChanged?: number;
  /** The owner's policy may have changed. */
  readonly ownerPolicyChanged?: string;
  /** Repositories that are to be looked at for the first time. */
  readonly backfill?: BackfillOrder;
  /** An installation that takes no work any more: what is owed to it is let go. */
  readonly suspended?: number;
  /** An installation that takes work again, or more than before: what it missed is to be found. */
  readonly resumed?: number;
  /** Repositories that are not the App's to know any more. */
  readonly forget?: {
    readonly installation: number;
    readonly repositories: readonly number[];
    readonly isAll: boolean;
  };
}

export interface Subscription<E extends EventName = EventName> {
  readonly event: E;
  /** Permission without which GitHub does not send the event; undefined where every App gets it. */
  readonly needs: Permission | undefined;
  intake(payload: EmitterWebhookEvent<E>["payload"], delivery: string): Intake;
}

const NOTHING: Intake = { jobs: [] };
const NO_COMMIT = /^0+$/;
/** Of one commit's pull requests, no more are answered on than these. */
const MOST_PULLS = 3;

const subscribe = <E extends EventName>(
  event: E,
  needs: Permission | undefined,
  intake: Subscription<E>["intake"],
): Subscription => ({ event, needs, intake }) as Subscription<E> as unknown as Subscription;

/** Every event that is listened to. Names and permissions have to agree with `app.yml`; a test compares them. */
export const SUBSCRIPTIONS: readonly Subscription[] = [
  subscribe("push", "contents", (payload, delivery) => {
    const { ref, after, before, repository, head_commit: commit, installation } = payload;
    const branch = /^refs\/heads\/(.+)$/s.exec(ref)?.[1];
    if (branch === undefined || payload.deleted || NO_COMMIT.test(after) || repository.archived) return NOTHING;
    const isDefault = branch === repository.default_branch;
    // GitHub tests a merge group by pushing this branch; the `merge_group` event asks for its audit.
    if (branch.startsWith("gh-readonly-queue/")) return NOTHING;
    const owner = ownerOf(repository.full_name);
    return {
      ...(installation === undefined || installation === null
        ? NOTHING
        : {
            jobs: [
              jobFor(installation.id, nameOf(repository), delivery, {
                head: after,
                tree: commit?.id === after ? commit.tree_id : undefined,
                branch,
                before: NO_COMMIT.test(before) ? [] : [before],
                at: timeOf(repository.pushed_at),
                wantsCheck: true,
              }),
            ],
          }),
      ...(isDefault && touchesPolicy(payload) ? { policyChanged: repository.id } : {}),
      ...(isDefault && repository.name === ".github" && touchesPolicy(payload) ? { ownerPolicyChanged: owner } : {}),
    };
  }),
  ...(["opened", "synchronize", "reopened", "ready_for_review"] as const).map((action) =>
    subscribe(`pull_request.${action}`, "pull_requests", (payload, delivery) => {
      const { pull_request: pull, repository, installation } = payload;
      if (pull.state !== "open" || repository.archived || installation === undefined) return NOTHING;
      const wish: PullRequestWish = {
        number: pull.number,
        nodeId: pull.node_id,
        isNew: action === "opened",
        isDraft: pull.draft === true,
        isByBot: pull.user?.type === "Bot",
        base: pull.base.sha,
        headBranch: headOf(pull.head),
      };
      return {
        jobs: [
          jobFor(installation.id, nameOf(repository), delivery, {
            head: pull.head.sha,
            before: "before" in payload && typeof payload.before === "string" ? [payload.before] : [],
            at: timeOf(pull.updated_at),
            // Pushes to a fork are never sent; pushes to this repository may have been lost or come before the installation.
            wantsCheck: true,
            pullRequests: [wish],
          }),
        ],
      };
    }),
  ),
  subscribe("issue_comment.created", "issues", (payload, delivery) => {
    const { issue, comment, repository, installation } = payload;
    if (issue.pull_request === undefined || issue.pull_request === null || issue.state !== "open") return NOTHING;
    if (repository.archived || installation === undefined) return NOTHING;
    const commands = remarkCommands({
      ...remarkOf(comment),
      kind: "comment",
      pullRequest: issue.number,
      isByAuthor: isSame(comment.user, issue.user),
    });
    return commands.length === 0
      ? NOTHING
      : { jobs: [jobFor(installation.id, nameOf(repository), delivery, { commands })] };
  }),
  subscribe("pull_request_review.submitted", "pull_requests", ({ review, ...payload }, delivery) =>
    onPull(payload, delivery, { ...remarkOf(review), kind: "review" }, review.user),
  ),
  subscribe("pull_request_review_comment.created", "pull_requests", ({ comment, ...payload }, delivery) =>
    onPull(payload, delivery, { ...remarkOf(comment), kind: "review-comment" }, comment.user),
  ),
  subscribe("check_run.rerequested", "checks", checkDemanded),
  subscribe("check_run.requested_action", "checks", (payload, delivery) => {
    const { check_run: run, repository, installation, requested_action: action } = payload;
    if (installation === undefined || repository.archived) return NOTHING;
    // GitHub shows buttons to those who may write to the repository, and to nobody else.
    if (action?.identifier === "rerun") return checkDemanded(payload, delivery);
    if (action?.identifier !== "explain") return NOTHING;
    const pulls = run.pull_requests.filter(({ base }) => base.repo.id === repository.id).slice(0, MOST_PULLS);
    // GitHub names no pull requests of forks: the check run, written anew, tells the same.
    if (pulls.length === 0) return checkDemanded(payload, delivery);
    return {
      jobs: pulls.map(({ number }) => {
        const command: Command = {
          commentId: run.node_id,
          subjectKind: "button",
          pullRequest: number,
          isAllowed: true,
          name: "explain",
        };
        return jobFor(installation.id, nameOf(repository), delivery, { commands: [command] });
      }),
    };
  }),
  subscribe("check_suite.rerequested", "checks", (payload, delivery) => {
    const { check_suite: suite, repository, installation } = payload;
    if (installation === undefined || repository.archived) return NOTHING;
    const commit = suite.head_commit;
    return {
      jobs: [
        jobFor(installation.id, nameOf(repository), delivery, {
          head: suite.head_sha,
          tree: commit?.id === suite.head_sha ? commit.tree_id : undefined,
          wantsCheck: true,
          isCheckDemanded: true,
        }),
      ],
    };
  }),
  subscribe("merge_group.checks_requested", "merge_queues", (payload, delivery) => {
    const { merge_group: group, repository, installation } = payload;
    if (installation === undefined || repository === undefined) return NOTHING;
    const commit = group.head_commit;
    return {
      jobs: [
        jobFor(installation.id, nameOf(repository), delivery, {
          head: group.head_sha,
          tree: commit.id === group.head_sha ? commit.tree_id : undefined,
          before: [group.base_sha],
          wantsCheck: true,
          isCheckDemanded: true,
        }),
      ],
    };
  }),
  subscribe("installation.created", undefined, ({ installation, repositories }) => ({
    jobs: [],
    backfill: { installation: installation.id, repositories: identitiesIn(repositories ?? []), isAll: true },
  })),
  subscribe("installation_repositories.added", undefined, ({ installation, repositories_added: repositories }) => ({
    jobs: [],
    backfill: { installation: installation.id, repositories: identitiesIn(repositories), isAll: false },
  })),
  subscribe("installation.suspend", undefined, ({ installation }) => ({ jobs: [], suspended: installation.id })),
  subscribe("installation.unsuspend", undefined, ({ installation }) => ({
    jobs: [],
    resumed: installation.id,
    // Repositories that were added meanwhile.
    backfill: { installation: installation.id, repositories: [], isAll: true },
  })),
  subscribe("installation.new_permissions_accepted", undefined, ({ installation }) => ({
    jobs: [],
    resumed: installation.id,
  })),
  subscribe("installation.deleted", undefined, (payload) => ({
    jobs: [],
    forget: { installation: payload.installation.id, repositories: ids(payload.repositories ?? []), isAll: true },
  })),
  subscribe("installation_repositories.removed", undefined, (payload) => ({
    jobs: [],
    forget: { installation: payload.installation.id, repositories: ids(payload.repositories_removed), isAll: false },
  })),
];

interface DemandedPayload {
  readonly check_run: { readonly head_sha: string };
  readonly repository: Parameters<typeof nameOf>[0] & { readonly archived: boolean };
  readonly installation?: { readonly id: number };
}

/** A person wants the check run of a commit anew. */
function checkDemanded({ check_run: run, repository, installation }: DemandedPayload, delivery: string): Intake {
  if (installation === undefined || repository.archived) return NOTHING;
  const asked = { head: run.head_sha, wantsCheck: true, isCheckDemanded: true };
  return { jobs: [jobFor(installation.id, nameOf(repository), delivery, asked)] };
}

interface Author {
  readonly id: number;
  readonly type?: string;
}

interface Written {
  readonly node_id: string;
  readonly body: string | null;
  readonly author_association: string;
  readonly user: Author | null;
}

/** What somebody wrote, as far as events of all kinds tell it alike. */
const remarkOf = ({
  node_id,
  body,
  author_association,
  user,
}: Written): Omit<Remark, "kind" | "pullRequest" | "isByAuthor"> => ({
  id: node_id,
  body: body ?? "",
  association: author_association,
  person: user === null || user.type === "Bot" ? undefined : user.id,
});

const isSame = (one: Author | null | undefined, other: Author | null | undefined): boolean =>
  one?.id !== undefined && one.id === other?.id;

interface ReviewPayload {
  readonly pull_request: { readonly number: number; readonly state: string; readonly user: Author | null };
  readonly repository: Parameters<typeof nameOf>[0] & { readonly archived: boolean };
  readonly installation?: { readonly id: number };
}

/** Commands in a review, or beside a line of the changes. */
function onPull(
  { pull_request: pull, repository, installation }: ReviewPayload,
  delivery: string,
  remark: Omit<Remark, "pullRequest" | "isByAuthor">,
  writer: Author | null,
): Intake {
  if (pull.state !== "open" || repository.archived || installation === undefined) return NOTHING;
  const commands = remarkCommands({ ...remark, pullRequest: pull.number, isByAuthor: isSame(writer, pull.user) });
  return commands.length === 0
    ? NOTHING
    : { jobs: [jobFor(installation.id, nameOf(repository), delivery, { commands })] };
}
