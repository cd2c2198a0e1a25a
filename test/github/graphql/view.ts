/** GitHub's GraphQL objects, as plain objects whose functions are the fields that take arguments. */
import { forbidden, reaches } from "../auth.ts";
import type { GitObject } from "../git.ts";
import { nodeId } from "../node-id.ts";
import type { Annotation, CheckRun, Comment, Issue, Pull, Reaction, Repository, User } from "../world.ts";
import { connection, type PageArguments } from "./connection.ts";
import { gitObject } from "./git-view.ts";
import { need, type Sight } from "./sight.ts";

type PullRequest = Issue & { readonly pull: Pull };
type Fields = Record<string, unknown>;

const REACTIONS: Readonly<Record<string, string>> = {
  "+1": "THUMBS_UP",
  "-1": "THUMBS_DOWN",
  laugh: "LAUGH",
  hooray: "HOORAY",
  confused: "CONFUSED",
  heart: "HEART",
  rocket: "ROCKET",
  eyes: "EYES",
};

const NODES = {
  comment: { type: "IssueComment", prefix: "IC" },
  review: { type: "PullRequestReview", prefix: "PRR" },
  "review-comment": { type: "PullRequestReviewComment", prefix: "PRRC" },
} as const;

/** REST's word for a GraphQL reaction. */
export const reactionContent = (name: string): string =>
  Object.entries(REACTIONS).find(([, value]) => value === name)?.[0] ?? name;

const CONVERSATION = ["issues", "pull_requests"];

export class View {
  readonly #sight: Sight;

  constructor(sight: Sight) {
    this.#sight = sight;
  }

  /** An app's author is shown without the `[bot]` that REST adds. */
  actor(user: User): Fields {
    const login = user.type === "Bot" ? user.login.replace(/\[bot\]$/, "") : user.login;
    return {
      __typename: user.type,
      id: nodeId(user.type === "Bot" ? "BOT" : user.type === "User" ? "U" : "O", user.id),
      databaseId: user.id,
      login,
      url: `${this.#sight.shapes.html}/${login}`,
      resourcePath: `/${login}`,
      avatarUrl: `${this.#sight.shapes.html}/avatars/${user.id}`,
    };
  }

  repository(repository: Repository): Fields {
    const { world } = this.#sight;
    const issue = ({ number }: { number: number }): Issue => {
      const found = repository.issues.get(number);
      if (found === undefined) throw new MissingNumber(number);
      return found;
    };
    return {
      __typename: "Repository",
      id: nodeId("R", repository.id),
      databaseId: repository.id,
      name: repository.name,
      nameWithOwner: repository.fullName,
      owner: () => this.actor(repository.owner),
      url: this.#sight.shapes.repositoryPage(repository),
      resourcePath: `/${repository.fullName}`,
      isPrivate: repository.private,
      isArchived: repository.archived,
      isFork: repository.fork,
      isDisabled: false,
      isEmpty: repository.refs.size === 0,
      isTemplate: false,
      description: repository.description,
      primaryLanguage:
        repository.language === null
          ? null
          : { __typename: "Language", id: nodeId("LA", repository.language), name: repository.language, color: null },
      repositoryTopics: (page: PageArguments) =>
        connection(repository.topics, page, (name) => ({
          __typename: "RepositoryTopic",
          id: nodeId("RT", `${repository.id}/${name}`),
          topic: { __typename: "Topic", id: nodeId("T", name), name },
        })),
      pushedAt: repository.pushedAt,
      visibility: repository.private ? "PRIVATE" : "PUBLIC",
      defaultBranchRef: () => this.reference(repository, `refs/heads/${repository.defaultBranch}`),
      ref: ({ qualifiedName }: { qualifiedName: string }) =>
        this.reference(repository, qualifiedName.startsWith("refs/") ? qualifiedName : `refs/heads/${qualifiedName}`),
      object: async ({ oid, expression }: { oid?: string; expression?: string }) => {
        if (!reaches(this.#sight.authority, repository) && repository.private) throw forbidden();
        if (repository.private || repository.installation) need(this.#sight, ["contents"], "read");
        const object = await world.object(repository, oid ?? expression ?? "");
        return object === undefined ? null : this.object(repository, object);
      },
      pullRequest: (page: { number: number }) => {
        need(this.#sight, ["pull_requests"], "read");
        const found = issue(page);
        if (found.pull === undefined) throw new MissingNumber(page.number);
        return this.pullRequest(found as PullRequest);
      },
      issueOrPullRequest: (page: { number: number }) => {
        need(this.#sight, CONVERSATION, "read");
        const found = issue(page);
        return found.pull === undefined ? this.issue(found) : this.pullRequest(found as PullRequest);
      },
      issue: (page: { number: number }) => {
        need(this.#sight, ["issues"], "read");
        return this.issue(issue(page));
      },
      pullRequests: (
        page: PageArguments & {
          states?: string[];
          headRefName?: string;
          baseRefName?: string;
          orderBy?: { field: "CREATED_AT" | "UPDATED_AT"; direction: "ASC" | "DESC" };
        },
      ) => {
        need(this.#sight, ["pull_requests"], "read");
        const pulls = [...repository.issues.values()].filter(
          (one): one is PullRequest =>
            one.pull !== undefined &&
            (page.states?.includes(stateOf(one)) ?? true) &&
            (page.headRefName ?? one.pull.headRef) === one.pull.headRef &&
            (page.baseRefName ?? one.pull.baseRef) === one.pull.baseRef,
        );
        const { orderBy } = page;
        const time = (one: PullRequest) => (orderBy?.field === "UPDATED_AT" ? one.updatedAt : one.createdAt);
        const ordered =
          orderBy === undefined || orderBy === null
            ? pulls
            : pulls.toSorted((a, b) => time(a).localeCompare(time(b)) * (orderBy.direction === "ASC" ? 1 : -1));
        return connection(ordered, page, (one) => this.pullRequest(one));
      },
    };
  }

  reference(repository: Repository, name: string): Fields | null {
    const sha = repository.refs.get(name);
    if (sha === undefined) return null;
    const [, prefix, short] = /^(refs\/[^/]+\/)(.+)$/.exec(name) as unknown as [string, string, string];
    return {
      __typename: "Ref",
      id: nodeId("REF", `${repository.id}/${name}`),
      name: short,
      prefix,
      repository: () => this.repository(repository),
      target: async () => {
        const object = await this.#sight.world.object(repository, sha);
        return object === undefined ? null : this.object(repository, object);
      },
    };
  }

  object(repository: Repository, object: GitObject): Fields {
    return gitObject(this, this.#sight, repository, object);
  }

  issue(issue: Issue): Fields {
    const { world, shapes } = this.#sight;
    return {
      __typename: "Issue",
      id: nodeId("I", issue.id),
      databaseId: issue.id,
      fullDatabaseId: String(issue.id),
      number: issue.number,
      title: issue.title,
      body: issue.body,
      state: stateOf(issue),
      closed: issue.state === "closed",
      locked: false,
      createdAt: issue.createdAt,
      updatedAt: issue.updatedAt,
      author: () => this.actor(issue.author),
      authorAssociation: issue.authorAssociation,
      url: `${shapes.repositoryPage(issue.repository)}/issues/${issue.number}`,
      repository: () => this.repository(issue.repository),
      comments: (page: PageArguments) => {
        need(this.#sight, CONVERSATION, "read");
        return connection(world.commentsOf(issue), page, (comment) => this.comment(comment));
      },
    };
  }

  pullRequest(issue: PullRequest): Fields {
    const { pull } = issue;
    const { shapes } = this.#sight;
    return {
      ...this.issue(issue),
      __typename: "PullRequest",
      id: nodeId("PR", issue.id),
      url: `${shapes.repositoryPage(issue.repository)}/pull/${issue.number}`,
      isDraft: pull.draft,
      merged: pull.merged,
      isCrossRepository: pull.headRepository !== issue.repository,
      baseRefName: pull.baseRef,
      baseRefOid: pull.baseSha,
      headRefName: pull.headRef,
      headRefOid: pull.headSha,
      baseRef: () => this.reference(issue.repository, `refs/heads/${pull.baseRef}`),
      headRef: () => this.reference(pull.headRepository, `refs/heads/${pull.headRef}`),
      baseRepository: () => this.repository(issue.repository),
      headRepository: () => (pull.headRepository.isDeleted ? null : this.repository(pull.headRepository)),
      headRepositoryOwner: () => this.actor(pull.headRepository.owner),
    };
  }

  comment(comment: Comment): Fields {
    const { shapes, world } = this.#sight;
    const { issue } = comment;
    const kind = issue.pull === undefined ? "issues" : "pull";
    return {
      __typename: NODES[comment.kind].type,
      id: nodeId(NODES[comment.kind].prefix, comment.id),
      databaseId: comment.id,
      fullDatabaseId: String(comment.id),
      body: comment.body,
      bodyText: comment.body,
      createdAt: comment.createdAt,
      updatedAt: comment.updatedAt,
      lastEditedAt: comment.updatedAt === comment.createdAt ? null : comment.updatedAt,
      isMinimized: comment.minimized,
      minimizedReason: comment.minimized ? "outdated" : null,
      viewerDidAuthor: comment.author === world.bot,
      viewerCanUpdate: comment.author === world.bot,
      author: () => this.actor(comment.author),
      authorAssociation: comment.authorAssociation,
      url: `${shapes.repositoryPage(issue.repository)}/${kind}/${issue.number}#issuecomment-${comment.id}`,
      repository: () => this.repository(issue.repository),
      issue: () => this.issue(issue),
      pullRequest: () => (issue.pull === undefined ? null : this.pullRequest(issue as PullRequest)),
      reactions: (page: PageArguments & { content?: string }) =>
        connection(
          comment.reactions.filter((one) => !page.content || REACTIONS[one.content] === page.content),
          page,
          (one) => this.reaction(one, comment),
        ),
    };
  }

  reaction(reaction: Reaction, comment: Comment): Fields {
    return {
      __typename: "Reaction",
      id: nodeId("REA", reaction.id),
      databaseId: reaction.id,
      content: REACTIONS[reaction.content],
      createdAt: reaction.createdAt,
      user: () => (reaction.user.type === "User" ? this.actor(reaction.user) : null),
      reactable: () => this.comment(comment),
    };
  }

  checkSuite(run: CheckRun): Fields {
    const { shapes, world } = this.#sight;
    const runs = world.checkRuns.filter((one) => one.suite === run.suite);
    return {
      __typename: "CheckSuite",
      id: nodeId("CS", run.suite),
      databaseId: run.suite,
      repository: () => this.repository(run.repository),
      status: runs.every((one) => one.status === "completed") ? "COMPLETED" : "IN_PROGRESS",
      app: () => ({
        __typename: "App",
        id: nodeId("A", shapes.app.id),
        databaseId: shapes.app.id,
        slug: shapes.app.slug,
        name: shapes.app.name,
      }),
      checkRuns: (page: PageArguments & { filterBy?: { checkName?: string; status?: string; appId?: number } }) => {
        const { appId, checkName, status } = page.filterBy ?? {};
        const wanted = runs.filter(
          (one) =>
            (checkName ?? one.name) === one.name &&
            (status ?? one.status.toUpperCase()) === one.status.toUpperCase() &&
            (appId ?? shapes.app.id) === shapes.app.id,
        );
        return connection(wanted, page, (one) => this.checkRun(one));
      },
    };
  }

  checkRun(run: CheckRun): Fields {
    const page = `${this.#sight.shapes.repositoryPage(run.repository)}/runs/${run.id}`;
    return {
      __typename: "CheckRun",
      id: nodeId("CR", run.id),
      databaseId: run.id,
      name: run.name,
      status: run.status.toUpperCase(),
      conclusion: run.conclusion?.toUpperCase() ?? null,
      externalId: run.externalId,
      detailsUrl: run.detailsUrl ?? this.#sight.shapes.html,
      title: run.output.title,
      summary: run.output.summary,
      text: run.output.text,
      startedAt: run.startedAt,
      completedAt: run.completedAt,
      url: page,
      permalink: page,
      resourcePath: new URL(page).pathname,
      repository: () => this.repository(run.repository),
      checkSuite: () => this.checkSuite(run),
      annotations: (args: PageArguments) => connection(run.annotations, args, (one) => annotationFields(one)),
    };
  }
}

const annotationFields = (annotation: Annotation): Fields => ({
  __typename: "CheckAnnotation",
  path: annotation.path,
  annotationLevel: annotation.annotation_level.toUpperCase(),
  message: annotation.message,
  title: annotation.title,
  rawDetails: annotation.raw_details,
  location: {
    start: { line: annotation.start_line, column: annotation.start_column },
    end: { line: annotation.end_line, column: annotation.end_column },
  },
});

const stateOf = (issue: Issue): string =>
  issue.pull?.merged === true ? "MERGED" : issue.state === "open" ? "OPEN" : "CLOSED";

/** An issue or pull request number that is not there. */
export class MissingNumber extends Error {
  readonly number: number;

  constructor(number: number) {
    super(`Could not resolve to an issue or pull request with the number of ${number}.`);
    this.number = number;
  }
}
