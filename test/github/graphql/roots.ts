/** The fields at the root of a document: what can be asked for, and what can be changed. */
import { forbidden, reaches, readOnly } from "../auth.ts";
import { type AnnotationInput, type CheckRunInput, checkComment, createCheckRun, updateCheckRun } from "../checks.ts";
import { parseNodeId } from "../node-id.ts";
import { type Comment, type Issue, notFound, type Pull, type Repository } from "../world.ts";
import { need, type Sight } from "./sight.ts";
import { reactionContent, View } from "./view.ts";

type Arguments = Readonly<Record<string, unknown>>;
type Resolver = (args: Arguments, sight: Sight) => unknown;
type PullRequest = Issue & { readonly pull: Pull };
type Input<T> = { readonly input: T & { readonly clientMutationId?: string } };

const CONVERSATION = ["issues", "pull_requests"];
const KINDS: Readonly<Record<string, Comment["kind"]>> = { IC: "comment", PRR: "review", PRRC: "review-comment" };
const missingNode = (id: string) => notFound(`Could not resolve to a node with the global id of '${id}'.`);

const sees = (sight: Sight, repository: Repository): boolean =>
  !repository.private || reaches(sight.authority, repository);

/** What a node id names, as far as the caller may know of it. */
function find(
  sight: Sight,
  id: string,
): { repository: Repository } | { issue: Issue } | { comment: Comment } | { run: number } {
  const parsed = parseNodeId(id);
  const { world } = sight;
  const number = Number(parsed?.id);
  if (parsed?.prefix === "R") {
    const repository = world.repositoryById(number);
    if (repository !== undefined && sees(sight, repository)) return { repository };
  }
  if (parsed?.prefix === "PR" || parsed?.prefix === "I") {
    for (const repository of world.repositories.values()) {
      const issue = [...repository.issues.values()].find((one) => one.id === number);
      if (issue !== undefined && sees(sight, repository)) return { issue };
    }
  }
  const kind = KINDS[parsed?.prefix ?? ""];
  if (kind !== undefined) {
    const comment = world.comments.find((one) => one.id === number && one.kind === kind);
    if (comment !== undefined && sees(sight, comment.issue.repository)) return { comment };
  }
  if (parsed?.prefix === "CR") {
    const run = world.checkRuns.find((one) => one.id === number);
    if (run !== undefined && sees(sight, run.repository)) return { run: run.id };
  }
  throw missingNode(id);
}

function node(sight: Sight, id: string): unknown {
  const view = new View(sight);
  const found = find(sight, id);
  if ("repository" in found) return view.repository(found.repository);
  if ("comment" in found) return view.comment(found.comment);
  if ("run" in found) return view.checkRun(sight.world.checkRuns.find((run) => run.id === found.run)!);
  return found.issue.pull === undefined ? view.issue(found.issue) : view.pullRequest(found.issue as PullRequest);
}

/** @throws {Refusal} when the caller may not change the repository */
function mayWrite(sight: Sight, repository: Repository, permissions: readonly string[]): void {
  need(sight, permissions, "write");
  if (!reaches(sight.authority, repository)) throw forbidden();
  if (repository.archived) throw readOnly();
}

function commentOf(sight: Sight, id: string): Comment {
  const found = find(sight, id);
  if (!("comment" in found)) throw missingNode(id);
  mayWrite(sight, found.comment.issue.repository, CONVERSATION);
  return found.comment;
}

export const QUERIES: Readonly<Record<string, Resolver>> = {
  repository(args, sight) {
    const { owner, name } = args as { owner: string; name: string };
    // GraphQL follows renames unless told not to.
    const repository = sight.world.repository(owner, name) ?? sight.world.movedFrom(owner, name);
    if (repository === undefined || !sees(sight, repository)) {
      throw notFound(`Could not resolve to a Repository with the name '${owner}/${name}'.`);
    }
    return new View(sight).repository(repository);
  },
  node: (args, sight) => node(sight, args.id as string),
  nodes: (args, sight) =>
    (args.ids as string[]).map((id) => {
      try {
        return node(sight, id);
      } catch (error) {
        // Each missing node is an error of its own; the others are still answered.
        return error;
      }
    }),
  viewer: (_, sight) => ({
    ...new View(sight).actor(sight.world.bot),
    __typename: "User",
    login: sight.world.bot.login,
  }),
  rateLimit: (_, { limits }) => ({
    cost: 1,
    limit: limits.limit,
    remaining: limits.remaining("graphql") - 1,
    used: limits.used("graphql") + 1,
    nodeCount: 1,
    resetAt: `${new Date(limits.reset * 1000).toISOString().slice(0, 19)}Z`,
  }),
};

type GraphCheckRun = {
  readonly repositoryId: string;
  readonly checkRunId?: string;
  readonly name?: string;
  readonly headSha?: string;
  readonly detailsUrl?: string;
  readonly externalId?: string;
  readonly status?: string;
  readonly conclusion?: string;
  readonly startedAt?: string;
  readonly completedAt?: string;
  readonly actions?: CheckRunInput["actions"];
  readonly output?: {
    readonly title: string;
    readonly summary: string;
    readonly text?: string;
    readonly annotations?: readonly {
      readonly path: string;
      readonly location: { startLine: number; endLine: number; startColumn?: number; endColumn?: number };
      readonly annotationLevel: string;
      readonly message: string;
      readonly title?: string;
      readonly rawDetails?: string;
    }[];
  };
};

/** GraphQL's input under REST's names. */
function restInput(input: GraphCheckRun): CheckRunInput {
  const annotations = input.output?.annotations?.map(
    (one): AnnotationInput => ({
      path: one.path,
      start_line: one.location.startLine,
      end_line: one.location.endLine,
      start_column: one.location.startColumn ?? null,
      end_column: one.location.endColumn ?? null,
      annotation_level: one.annotationLevel.toLowerCase() as AnnotationInput["annotation_level"],
      message: one.message,
      title: one.title ?? null,
      raw_details: one.rawDetails ?? null,
    }),
  );
  const { output } = input;
  return {
    ...(input.name === undefined ? {} : { name: input.name }),
    ...(input.headSha === undefined ? {} : { head_sha: input.headSha }),
    ...(input.status === undefined ? {} : { status: input.status?.toLowerCase() }),
    ...(input.actions === undefined ? {} : { actions: input.actions }),
    details_url: input.detailsUrl ?? null,
    external_id: input.externalId ?? null,
    conclusion: input.conclusion?.toLowerCase() ?? null,
    started_at: input.startedAt ?? null,
    completed_at: input.completedAt ?? null,
    ...(output
      ? {
          output: {
            title: output.title,
            summary: output.summary,
            text: output.text ?? null,
            annotations: annotations ?? [],
          },
        }
      : {}),
  };
}

const echo = (input: { readonly clientMutationId?: string }): { clientMutationId: string | null } => ({
  clientMutationId: input.clientMutationId ?? null,
});

export const MUTATIONS: Readonly<Record<string, Resolver>> = {
  async createCheckRun(args, sight) {
    const { input } = args as Input<GraphCheckRun>;
    const found = find(sight, input.repositoryId);
    if (!("repository" in found)) throw missingNode(input.repositoryId);
    mayWrite(sight, found.repository, ["checks"]);
    const run = await createCheckRun(sight.world, found.repository, restInput(input));
    return { ...echo(input), checkRun: new View(sight).checkRun(run) };
  },
  updateCheckRun(args, sight) {
    const { input } = args as Input<GraphCheckRun & { checkRunId: string }>;
    const found = find(sight, input.checkRunId);
    const run = "run" in found ? sight.world.checkRuns.find((one) => one.id === found.run) : undefined;
    if (run === undefined) throw missingNode(input.checkRunId);
    mayWrite(sight, run.repository, ["checks"]);
    updateCheckRun(sight.world, run, restInput(input));
    return { ...echo(input), checkRun: new View(sight).checkRun(run) };
  },
  addComment(args, sight) {
    const { input } = args as Input<{ subjectId: string; body: string }>;
    const found = find(sight, input.subjectId);
    if (!("issue" in found)) throw missingNode(input.subjectId);
    const { issue } = found;
    mayWrite(sight, issue.repository, CONVERSATION);
    checkComment(input.body);
    const comment = sight.world.addComment(issue, sight.world.bot, input.body, "NONE");
    const view = new View(sight);
    return {
      ...echo(input),
      commentEdge: { cursor: String(comment.id), node: view.comment(comment) },
      subject: () => (issue.pull === undefined ? view.issue(issue) : view.pullRequest(issue as PullRequest)),
      timelineEdge: { cursor: String(comment.id), node: view.comment(comment) },
    };
  },
  updateIssueComment(args, sight) {
    const { input } = args as Input<{ id: string; body: string }>;
    const comment = commentOf(sight, input.id);
    checkComment(input.body);
    sight.world.editComment(comment, input.body);
    return { ...echo(input), issueComment: new View(sight).comment(comment) };
  },
  deleteIssueComment(args, sight) {
    const { input } = args as Input<{ id: string }>;
    sight.world.deleteComment(commentOf(sight, input.id));
    return echo(input);
  },
  addReaction(args, sight) {
    const { input } = args as Input<{ subjectId: string; content: string }>;
    const comment = commentOf(sight, input.subjectId);
    const { reaction } = sight.world.react(comment, sight.world.bot, reactionContent(input.content));
    const view = new View(sight);
    return { ...echo(input), reaction: view.reaction(reaction, comment), subject: view.comment(comment) };
  },
  removeReaction(args, sight) {
    const { input } = args as Input<{ subjectId: string; content: string }>;
    const comment = commentOf(sight, input.subjectId);
    const content = reactionContent(input.content);
    const index = comment.reactions.findIndex((one) => one.content === content && one.user === sight.world.bot);
    const [removed] = index < 0 ? [] : comment.reactions.splice(index, 1);
    if (removed === undefined) throw notFound("Could not find that reaction.");
    sight.world.emit("change");
    const view = new View(sight);
    return { ...echo(input), reaction: view.reaction(removed, comment), subject: view.comment(comment) };
  },
};
