/** The JSON that GitHub's REST API shows for each thing, as its OpenAPI description lists it. */
import type { AppIdentity } from "../auth.ts";
import { type GitObject, parseCommit, type TreeRow } from "../git.ts";
import { nodeId } from "../node-id.ts";
import type { Annotation, CheckRun, Comment, Installation, Issue, Pull, Reaction, Repository, User } from "../world.ts";
import { REPOSITORY_URLS } from "./repository-urls.ts";

export type Shape = Readonly<Record<string, unknown>>;

const SETTLED = "2026-01-05T09:00:00Z";

/** Builds shapes whose addresses lead to this server. */
export class Shapes {
  readonly app: AppIdentity;
  /** Address of the pages, without a slash at the end. */
  readonly html: string;
  readonly api: string;

  constructor(app: AppIdentity, html: string) {
    this.app = app;
    this.html = html;
    this.api = `${html}/api/v3`;
  }

  user(user: User): Shape {
    const url = `${this.api}/users/${encodeURIComponent(user.login)}`;
    return {
      login: user.login,
      id: user.id,
      node_id: nodeId(user.type === "Bot" ? "BOT" : user.type === "User" ? "U" : "O", user.id),
      avatar_url: `${this.html}/avatars/${user.id}`,
      gravatar_id: "",
      url,
      html_url: `${this.html}/${encodeURIComponent(user.login)}`,
      followers_url: `${url}/followers`,
      following_url: `${url}/following{/other_user}`,
      gists_url: `${url}/gists{/gist_id}`,
      starred_url: `${url}/starred{/owner}{/repo}`,
      subscriptions_url: `${url}/subscriptions`,
      organizations_url: `${url}/orgs`,
      repos_url: `${url}/repos`,
      events_url: `${url}/events{/privacy}`,
      received_events_url: `${url}/received_events`,
      type: user.type,
      site_admin: false,
    };
  }

  repositoryUrl(repository: Repository): string {
    return `${this.api}/repos/${repository.fullName}`;
  }

  repositoryPage(repository: Repository): string {
    return `${this.html}/${repository.fullName}`;
  }

  repository(repository: Repository): Shape {
    const url = this.repositoryUrl(repository);
    const page = this.repositoryPage(repository);
    const host = new URL(this.html).host;
    const open = [...repository.issues.values()].filter((issue) => issue.state === "open").length;
    return {
      id: repository.id,
      node_id: nodeId("R", repository.id),
      name: repository.name,
      full_name: repository.fullName,
      owner: this.user(repository.owner),
      private: repository.private,
      html_url: page,
      description: repository.description,
      fork: repository.fork,
      url,
      ...Object.fromEntries(Object.entries(REPOSITORY_URLS).map(([key, path]) => [key, url + path])),
      clone_url: `${page}.git`,
      git_url: `git://${host}/${repository.fullName}.git`,
      ssh_url: `git@${host}:${repository.fullName}.git`,
      svn_url: page,
      mirror_url: null,
      homepage: null,
      language: repository.language,
      license: null,
      forks: 0,
      forks_count: 0,
      stargazers_count: 0,
      watchers: 0,
      watchers_count: 0,
      size: 0,
      default_branch: repository.defaultBranch,
      open_issues: open,
      open_issues_count: open,
      is_template: false,
      topics: repository.topics,
      has_issues: true,
      has_projects: false,
      has_wiki: false,
      has_pages: false,
      has_downloads: false,
      has_discussions: false,
      archived: repository.archived,
      disabled: false,
      visibility: repository.private ? "private" : "public",
      allow_forking: true,
      web_commit_signoff_required: false,
      pushed_at: SETTLED,
      created_at: SETTLED,
      updated_at: SETTLED,
    };
  }

  fullRepository(repository: Repository): Shape {
    return { ...this.repository(repository), network_count: 0, subscribers_count: 0 };
  }

  integration(owner: User): Shape {
    return {
      id: this.app.id,
      slug: this.app.slug,
      node_id: nodeId("A", this.app.id),
      client_id: `Iv23${this.app.slug}`,
      owner: this.user(owner),
      name: this.app.name,
      description: "",
      external_url: this.html,
      html_url: `${this.html}/apps/${this.app.slug}`,
      created_at: SETTLED,
      updated_at: SETTLED,
      permissions: this.app.permissions ?? {},
      events: this.app.events,
    };
  }

  installation(installation: Installation): Shape {
    return {
      id: installation.id,
      account: this.user(installation.account),
      repository_selection: "selected",
      access_tokens_url: `${this.api}/app/installations/${installation.id}/access_tokens`,
      repositories_url: `${this.api}/installation/repositories`,
      html_url: `${this.html}/organizations/${installation.account.login}/settings/installations/${installation.id}`,
      app_id: this.app.id,
      app_slug: this.app.slug,
      target_id: installation.account.id,
      target_type: installation.account.type,
      permissions: this.app.permissions ?? {},
      events: this.app.events,
      created_at: SETTLED,
      updated_at: SETTLED,
      single_file_name: null,
      has_multiple_single_files: false,
      single_file_paths: [],
      suspended_by: null,
      suspended_at: installation.suspended ? SETTLED : null,
    };
  }

  checkRun(run: CheckRun, pulls: readonly (Issue & { readonly pull: Pull })[], owner: User): Shape {
    const url = `${this.repositoryUrl(run.repository)}/check-runs/${run.id}`;
    return {
      id: run.id,
      node_id: nodeId("CR", run.id),
      head_sha: run.headSha,
      external_id: run.externalId,
      url,
      html_url: `${this.repositoryPage(run.repository)}/commit/${run.headSha}`,
      details_url: run.detailsUrl ?? this.html,
      status: run.status,
      conclusion: run.conclusion,
      started_at: run.startedAt,
      completed_at: run.completedAt,
      output: { ...run.output, annotations_count: run.annotations.length, annotations_url: `${url}/annotations` },
      name: run.name,
      check_suite: { id: run.suite },
      app: this.integration(owner),
      // GitHub lists no pull request whose head is in a fork.
      pull_requests: pulls
        .filter((issue) => issue.pull.headRepository === run.repository)
        .map((issue) => this.pullRequestMinimal(issue)),
    };
  }

  pullRequestMinimal(issue: Issue & { readonly pull: Pull }): Shape {
    const { pull } = issue;
    const side = (repository: Repository, ref: string, sha: string): Shape => ({
      ref,
      sha,
      repo: { id: repository.id, url: this.repositoryUrl(repository), name: repository.name },
    });
    return {
      id: issue.id,
      number: issue.number,
      url: `${this.repositoryUrl(issue.repository)}/pulls/${issue.number}`,
      head: side(pull.headRepository, pull.headRef, pull.headSha),
      base: side(issue.repository, pull.baseRef, pull.baseSha),
    };
  }

  annotation(run: CheckRun, annotation: Annotation): Shape {
    const page = `${this.repositoryPage(run.repository)}/blob/${run.headSha}/${encodePath(annotation.path)}`;
    return { ...annotation, blob_href: page };
  }

  comment(comment: Comment): Shape {
    const base = this.repositoryUrl(comment.issue.repository);
    const page = this.repositoryPage(comment.issue.repository);
    const { number, pull } = comment.issue;
    const counts = new Map<string, number>();
    for (const { content } of comment.reactions) counts.set(content, (counts.get(content) ?? 0) + 1);
    const url = `${base}/issues/comments/${comment.id}`;
    return {
      id: comment.id,
      node_id: nodeId("IC", comment.id),
      url,
      html_url: `${page}/${pull === undefined ? "issues" : "pull"}/${number}#issuecomment-${comment.id}`,
      issue_url: `${base}/issues/${number}`,
      user: this.user(comment.author),
      created_at: comment.createdAt,
      updated_at: comment.updatedAt,
      author_association: comment.authorAssociation,
      body: comment.body,
      performed_via_github_app: null,
      reactions: {
        url: `${url}/reactions`,
        total_count: comment.reactions.length,
        ...Object.fromEntries(
          ["+1", "-1", "laugh", "confused", "heart", "hooray", "eyes", "rocket"].map((key) => [
            key,
            counts.get(key) ?? 0,
          ]),
        ),
      },
    };
  }

  reaction(reaction: Reaction): Shape {
    return {
      id: reaction.id,
      node_id: nodeId("REA", reaction.id),
      user: this.user(reaction.user),
      content: reaction.content,
      created_at: reaction.createdAt,
    };
  }

  pullRequest(issue: Issue & { readonly pull: Pull }): Shape {
    const { pull, number, repository } = issue;
    const base = this.repositoryUrl(repository);
    const page = `${this.repositoryPage(repository)}/pull/${number}`;
    const url = `${base}/pulls/${number}`;
    const addresses = {
      html_url: page,
      issue_url: `${base}/issues/${number}`,
      comments_url: `${base}/issues/${number}/comments`,
      commits_url: `${url}/commits`,
      review_comments_url: `${url}/comments`,
      review_comment_url: `${base}/pulls/comments{/number}`,
      statuses_url: `${base}/statuses/${pull.headSha}`,
    };
    const side = (of: Repository, ref: string, sha: string): Shape => ({
      label: `${of.owner.login}:${ref}`,
      ref,
      sha,
      user: this.user(of.owner),
      repo: of.isDeleted ? null : this.repository(of),
    });
    return {
      id: issue.id,
      node_id: nodeId("PR", issue.id),
      number,
      url,
      ...addresses,
      diff_url: `${page}.diff`,
      patch_url: `${page}.patch`,
      state: issue.state,
      locked: false,
      title: issue.title,
      body: issue.body,
      user: this.user(issue.author),
      created_at: issue.createdAt,
      updated_at: issue.updatedAt,
      closed_at: issue.state === "closed" ? issue.updatedAt : null,
      merged_at: pull.merged ? issue.updatedAt : null,
      merge_commit_sha: null,
      assignee: null,
      assignees: [],
      requested_reviewers: [],
      requested_teams: [],
      labels: [],
      milestone: null,
      draft: pull.draft,
      head: side(pull.headRepository, pull.headRef, pull.headSha),
      base: side(repository, pull.baseRef, pull.baseSha),
      _links: {
        self: { href: url },
        html: { href: page },
        issue: { href: addresses.issue_url },
        comments: { href: addresses.comments_url },
        review_comments: { href: addresses.review_comments_url },
        review_comment: { href: addresses.review_comment_url },
        commits: { href: addresses.commits_url },
        statuses: { href: addresses.statuses_url },
      },
      author_association: issue.authorAssociation,
      auto_merge: null,
      active_lock_reason: null,
    };
  }

  fullPullRequest(issue: Issue & { readonly pull: Pull }, comments: number): Shape {
    return {
      ...this.pullRequest(issue),
      merged: issue.pull.merged,
      mergeable: null,
      rebaseable: null,
      mergeable_state: "unknown",
      merged_by: null,
      comments,
      review_comments: 0,
      maintainer_can_modify: false,
      commits: 1,
      additions: 0,
      deletions: 0,
      changed_files: 0,
    };
  }

  commit(repository: Repository, object: GitObject): Shape {
    const commit = parseCommit(object);
    const url = this.repositoryUrl(repository);
    return {
      sha: commit.sha,
      node_id: nodeId("C", commit.sha),
      url: `${url}/commits/${commit.sha}`,
      html_url: `${this.repositoryPage(repository)}/commit/${commit.sha}`,
      comments_url: `${url}/commits/${commit.sha}/comments`,
      commit: {
        url: `${url}/git/commits/${commit.sha}`,
        author: commit.author,
        committer: commit.committer,
        message: commit.message,
        comment_count: 0,
        tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
        verification: { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null },
      },
      author: null,
      committer: null,
      parents: commit.parents.map((sha) => ({
        sha,
        url: `${url}/commits/${sha}`,
        html_url: `${this.repositoryPage(repository)}/commit/${sha}`,
      })),
    };
  }

  treeEntry(repository: Repository, row: TreeRow): Shape {
    const kind = row.type === "commit" ? "commits" : row.type === "tree" ? "trees" : "blobs";
    return {
      path: row.path,
      mode: row.mode,
      type: row.type,
      sha: row.sha,
      ...(row.size === undefined ? {} : { size: row.size }),
      ...(row.type === "commit" ? {} : { url: `${this.repositoryUrl(repository)}/git/${kind}/${row.sha}` }),
    };
  }
}

export const encodePath = (path: string): string => path.split("/").map(encodeURIComponent).join("/");
