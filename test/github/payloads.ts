/**
 * Webhook payloads in the shapes of `@octokit/webhooks-examples`, with the values of this server's repositories, commits
 * and pull requests. What an example holds beyond that stays as it is, renamed to the repository.
 */
import { createRequire } from "node:module";
import type { TreeRow } from "./git.ts";
import { nodeId } from "./node-id.ts";
import type { Shape, Shapes } from "./rest/shapes.ts";
import type { CheckRun, Comment, Installation, Issue, Pull, Repository, User, World } from "./world.ts";

export type Payload = Record<string, unknown>;
type PullRequest = Issue & { readonly pull: Pull };
type Examples = readonly { readonly name: string; readonly examples: readonly Payload[] }[];

export const ZERO = "0".repeat(40);
/** GitHub lists up to 2,048 commits of a push; no test needs that many. */
const MOST_COMMITS = 20;

let loaded: Examples | undefined;
function example(event: string, action?: string): Payload {
  loaded ??= createRequire(import.meta.url)("@octokit/webhooks-examples") as Examples;
  const all = loaded.find(({ name }) => name === event)?.examples ?? [];
  const fitting = all.filter((one) => action === undefined || one.action === action);
  const chosen = fitting.find((one) => one.installation !== undefined && one.deleted !== true) ?? fitting[0] ?? all[0];
  if (chosen === undefined) throw new Error(`no example of the event ${event}`);
  return structuredClone(chosen);
}

const object = (value: unknown): Payload => (typeof value === "object" && value !== null ? (value as Payload) : {});

export class Payloads {
  readonly #world: World;
  readonly #shapes: Shapes;

  constructor(world: World, shapes: Shapes) {
    this.#world = world;
    this.#shapes = shapes;
  }

  /** A push that moved `ref` from `before` to `after`; ZERO stands for a branch made or deleted. */
  async push(
    repository: Repository,
    options: { ref?: string; before?: string; after?: string; sender?: string; forced?: boolean } = {},
  ): Promise<Payload> {
    const ref = options.ref ?? `refs/heads/${repository.defaultBranch}`;
    const after = options.after ?? repository.refs.get(ref) ?? ZERO;
    const before = options.before ?? (await this.#world.commit(repository, after))?.parents[0] ?? ZERO;
    const commits = after === ZERO ? [] : await this.#commits(repository, before, after);
    const page = this.#shapes.repositoryPage(repository);
    const seconds = Math.floor(Date.now() / 1000);
    return {
      ...this.#common("push", undefined, repository, options.sender),
      ref,
      before,
      after,
      created: before === ZERO,
      deleted: after === ZERO,
      forced: options.forced ?? false,
      base_ref: null,
      compare: `${page}/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`,
      commits,
      head_commit: commits.at(-1) ?? null,
      pusher: { name: options.sender ?? repository.owner.login, email: "pusher@example.org" },
      repository: {
        ...object(example("push").repository),
        ...this.#shapes.repository(repository),
        created_at: seconds,
        pushed_at: seconds,
        owner: { ...this.#shapes.user(repository.owner), name: repository.owner.login, email: null },
      },
    };
  }

  /** `before` and `after` belong to `synchronize`; `changes` to `edited`. */
  pullRequest(
    action: string,
    issue: PullRequest,
    extra: { before?: string; changes?: object; sender?: string } = {},
  ): Payload {
    const common = this.#common("pull_request", action, issue.repository, extra.sender ?? issue.author.login);
    return {
      action,
      number: issue.number,
      pull_request: this.#shapes.fullPullRequest(issue, this.#world.commentsOf(issue).length),
      repository: common.repository,
      sender: common.sender,
      ...(common.installation === undefined ? {} : { installation: common.installation }),
      ...(action === "synchronize" ? { before: extra.before ?? ZERO, after: issue.pull.headSha } : {}),
      ...(extra.changes === undefined ? {} : { changes: extra.changes }),
    };
  }

  issueComment(comment: Comment, action: "created" | "edited" | "deleted" = "created"): Payload {
    const { issue } = comment;
    const common = this.#common("issue_comment", action, issue.repository, comment.author.login);
    const base = `${this.#shapes.repositoryUrl(issue.repository)}/issues/${issue.number}`;
    const page = `${this.#shapes.repositoryPage(issue.repository)}/${issue.pull ? "pull" : "issues"}/${issue.number}`;
    const pull = `${this.#shapes.repositoryUrl(issue.repository)}/pulls/${issue.number}`;
    return {
      ...common,
      action,
      ...(action === "edited" ? { changes: { body: { from: comment.body } } } : {}),
      issue: {
        ...object(common.issue),
        id: issue.id,
        node_id: nodeId(issue.pull ? "PR" : "I", issue.id),
        number: issue.number,
        url: base,
        repository_url: this.#shapes.repositoryUrl(issue.repository),
        labels_url: `${base}/labels{/name}`,
        comments_url: `${base}/comments`,
        events_url: `${base}/events`,
        html_url: page,
        title: issue.title,
        body: issue.body,
        user: this.#shapes.user(issue.author),
        labels: [],
        assignee: null,
        assignees: [],
        milestone: null,
        state: issue.state,
        locked: false,
        comments: this.#world.commentsOf(issue).length,
        created_at: issue.createdAt,
        updated_at: issue.updatedAt,
        closed_at: issue.state === "closed" ? issue.updatedAt : null,
        author_association: issue.authorAssociation,
        draft: issue.pull?.draft ?? false,
        ...(issue.pull === undefined
          ? {}
          : {
              pull_request: {
                url: pull,
                html_url: page,
                diff_url: `${page}.diff`,
                patch_url: `${page}.patch`,
                merged_at: null,
              },
            }),
      },
      comment: this.#shapes.comment(comment),
    };
  }

  /** A review was submitted, with a text of its own. */
  pullRequestReview(review: Comment): Payload {
    const common = this.#remark("pull_request_review", "submitted", review);
    const id = nodeId("PRR", review.id);
    const written = { ...object(common.review), id: review.id, node_id: id, ...this.#written(review) };
    return { ...common, review: { ...written, state: "commented", submitted_at: review.createdAt } };
  }

  /** Somebody wrote beside a line of the changes. */
  pullRequestReviewComment(comment: Comment): Payload {
    const common = this.#remark("pull_request_review_comment", "created", comment);
    const id = nodeId("PRRC", comment.id);
    return {
      ...common,
      comment: { ...object(common.comment), id: comment.id, node_id: id, ...this.#written(comment) },
    };
  }

  #written({ body, author, authorAssociation }: Comment): Shape {
    return { body, user: this.#shapes.user(author), author_association: authorAssociation };
  }

  #remark(event: string, action: string, { issue, author }: Comment): Payload {
    const common = this.#common(event, action, issue.repository, author.login);
    const pull = this.#shapes.fullPullRequest(issue as PullRequest, this.#world.commentsOf(issue).length);
    // These events tell the pull request without what takes GitHub a look at its changes.
    const known = Object.entries(pull).filter(([key]) => key in object(common.pull_request));
    return { ...common, action, pull_request: Object.fromEntries(known) };
  }

  async checkRunRerequested(run: CheckRun, sender?: string): Promise<Payload> {
    return this.#checkRun("rerequested", run, sender);
  }

  /** Somebody pressed one of the run's buttons. */
  async checkRunRequestedAction(run: CheckRun, identifier: string, sender?: string): Promise<Payload> {
    return { ...(await this.#checkRun("requested_action", run, sender)), requested_action: { identifier } };
  }

  async checkSuiteRerequested(repository: Repository, headSha: string, sender?: string): Promise<Payload> {
    const common = this.#common("check_suite", "rerequested", repository, sender);
    const runs = this.#world.checkRunsOf(repository, headSha);
    return {
      ...common,
      action: "rerequested",
      check_suite: {
        ...object(common.check_suite),
        ...this.#suite(repository, headSha),
        latest_check_runs_count: runs.length,
        check_runs_url: `${this.#shapes.repositoryUrl(repository)}/check-suites/${this.#world.suiteOf(repository, headSha)}/check-runs`,
        head_commit: await this.#simpleCommit(repository, headSha),
      },
    };
  }

  /** The merge queue asks for checks of a group made for one pull request. */
  async mergeGroup(
    repository: Repository,
    options: { headSha: string; baseSha: string; pullNumber: number },
  ): Promise<Payload> {
    const base = repository.defaultBranch;
    return {
      ...this.#common("merge_group", "checks_requested", repository),
      action: "checks_requested",
      merge_group: {
        head_sha: options.headSha,
        head_ref: `refs/heads/gh-readonly-queue/${base}/pr-${options.pullNumber}-${options.baseSha}`,
        base_sha: options.baseSha,
        base_ref: `refs/heads/${base}`,
        head_commit: await this.#simpleCommit(repository, options.headSha),
      },
    };
  }

  installation(
    action: "created" | "deleted" | "suspend" | "unsuspend" | "new_permissions_accepted",
    installation: Installation,
  ): Payload {
    return {
      action,
      installation: this.#fullInstallation(installation),
      repositories: this.#repositoriesOf(installation).map((one) => this.#brief(one)),
      requester: null,
      sender: this.#shapes.user(this.#world.user("admin")),
    };
  }

  installationRepositories(action: "added" | "removed", repositories: readonly [Repository, ...Repository[]]): Payload {
    const [{ owner }] = repositories;
    const list = repositories.map((one) => this.#brief(one));
    return {
      action,
      installation: this.#fullInstallation(this.#world.installationOf(owner)),
      repository_selection: "selected",
      repositories_added: action === "added" ? list : [],
      repositories_removed: action === "removed" ? list : [],
      requester: null,
      sender: this.#shapes.user(this.#world.user("admin")),
    };
  }

  /** The example with its repository renamed, and the fields that every payload of a repository has. */
  #common(event: string, action: string | undefined, repository: Repository, sender?: string): Payload {
    const raw = example(event, action);
    const before = object(raw.repository);
    const renamed = JSON.parse(
      JSON.stringify(raw)
        .replaceAll("https://api.github.com", this.#shapes.api)
        .replaceAll("https://github.com", this.#shapes.html)
        .replaceAll(String(before.full_name), repository.fullName),
    ) as Payload;
    const { installation } = repository;
    const who: User = this.#world.user(sender ?? repository.owner.login);
    delete renamed.organization;
    delete renamed.installation;
    return {
      ...renamed,
      repository: { ...object(renamed.repository), ...this.#shapes.repository(repository) },
      sender: this.#shapes.user(who),
      ...(installation === undefined
        ? {}
        : { installation: { id: installation.id, node_id: nodeId("MDIzO", installation.id) } }),
    };
  }

  async #checkRun(action: string, run: CheckRun, sender?: string): Promise<Payload> {
    const common = this.#common("check_run", action, run.repository, sender);
    const pulls = this.#world.pullRequestsOf(run.repository, run.headSha);
    return {
      ...common,
      action,
      check_run: {
        ...this.#shapes.checkRun(run, pulls, this.#world.bot),
        check_suite: this.#suite(run.repository, run.headSha),
      },
    };
  }

  #suite(repository: Repository, headSha: string): Shape {
    const id = this.#world.suiteOf(repository, headSha);
    const pulls = this.#world
      .pullRequestsOf(repository, headSha)
      .filter((one) => one.pull.headRepository === repository);
    const branch = [...repository.refs].find(([, sha]) => sha === headSha)?.[0].replace("refs/heads/", "");
    return {
      id,
      node_id: nodeId("CS", id),
      head_branch: branch ?? null,
      head_sha: headSha,
      status: "completed",
      conclusion: "success",
      url: `${this.#shapes.repositoryUrl(repository)}/check-suites/${id}`,
      before: null,
      after: headSha,
      pull_requests: pulls.map((one) => this.#shapes.pullRequestMinimal(one)),
      app: this.#shapes.integration(this.#world.bot),
      created_at: "2026-01-05T09:00:00Z",
      updated_at: "2026-01-05T09:00:00Z",
    };
  }

  #brief(repository: Repository): Shape {
    const { fullName: full_name, id, name } = repository;
    return { id, node_id: nodeId("R", id), name, full_name, private: repository.private };
  }

  #repositoriesOf(installation: Installation): Repository[] {
    return [...this.#world.repositories.values()].filter((one) => one.installation === installation);
  }

  #fullInstallation(installation: Installation): Shape {
    return { ...object(example("installation", "created").installation), ...this.#shapes.installation(installation) };
  }

  async #simpleCommit(repository: Repository, sha: string): Promise<Shape | null> {
    const commit = await this.#world.commit(repository, sha);
    if (commit === undefined) return null;
    const person = ({ email, name }: { email: string; name: string }): Shape => ({ name, email });
    return {
      id: commit.sha,
      tree_id: commit.tree,
      message: commit.message,
      timestamp: commit.committer.date,
      author: person(commit.author),
      committer: person(commit.committer),
    };
  }

  /** The commits of a push, oldest first, along first parents. */
  async #commits(repository: Repository, before: string, after: string): Promise<Shape[]> {
    const found: Shape[] = [];
    for (let sha: string | undefined = after; sha !== undefined && sha !== before && found.length < MOST_COMMITS; ) {
      const commit = await this.#world.commit(repository, sha);
      if (commit === undefined) break;
      const [parent]: readonly string[] = commit.parents;
      found.push({
        ...(await this.#simpleCommit(repository, sha)),
        distinct: true,
        url: `${this.#shapes.repositoryPage(repository)}/commit/${sha}`,
        ...(await this.#changes(repository, parent, sha)),
      });
      sha = parent;
    }
    return found.reverse();
  }

  async #changes(repository: Repository, parent: string | undefined, sha: string): Promise<Shape> {
    const files = async (commit: string | undefined): Promise<Map<string, TreeRow>> => {
      if (commit === undefined) return new Map();
      const rows = await (await this.#world.readerOf(repository, commit)).tree(commit, true);
      return new Map(rows.filter((row) => row.type !== "tree").map((row) => [row.path, row]));
    };
    const [old, young] = await Promise.all([files(parent), files(sha)]);
    return {
      added: [...young.keys()].filter((path) => !old.has(path)),
      removed: [...old.keys()].filter((path) => !young.has(path)),
      modified: [...young].filter(([path, row]) => (old.get(path)?.sha ?? row.sha) !== row.sha).map(([path]) => path),
    };
  }
}
