/** Check runs, pull requests, comments and reactions. */
import { type AnnotationInput, type CheckRunInput, checkComment, createCheckRun, updateCheckRun } from "../checks.ts";
import { type CheckRun, type Comment, type Issue, notFound, type Pull, Refusal, type Repository } from "../world.ts";
import { type Answer, type Call, ok, paged, type Route, repositoryOf } from "./route.ts";

type PullRequest = Issue & { readonly pull: Pull };

const REPO = "/repos/{owner}/{repo}";
/** On a pull request either permission opens its conversation. */
const CONVERSATION = ["issues", "pull_requests"];

const isPull = (issue: Issue | undefined): issue is PullRequest => issue?.pull !== undefined;

const showRun = (call: Call, run: CheckRun): object =>
  call.shapes.checkRun(run, call.world.pullRequestsOf(run.repository, run.headSha), call.world.bot);

function runOf(call: Call, repository: Repository): CheckRun {
  const id = Number(call.params.check_run_id);
  const run = call.world.checkRuns.find((one) => one.id === id && one.repository === repository);
  if (run === undefined) throw notFound();
  return run;
}

function issueOf(call: Call, repository: Repository): Issue {
  const issue = repository.issues.get(Number(call.params.issue_number));
  if (issue === undefined) throw notFound();
  return issue;
}

function commentOf(call: Call, repository: Repository): Comment {
  const id = Number(call.params.comment_id);
  const comment = call.world.comments.find((one) => one.id === id && one.issue.repository === repository);
  if (comment === undefined) throw notFound();
  return comment;
}

async function runsOnCommit(call: Call): Promise<Answer> {
  const repository = repositoryOf(call);
  const commit = await call.world.commit(repository, call.params.ref ?? "");
  if (commit === undefined) throw new Refusal(422, "UNPROCESSABLE", `No commit found for SHA: ${call.params.ref}`);
  const name = call.query.get("check_name");
  const app = call.query.get("app_id");
  const status = call.query.get("status");
  let runs = call.world
    .checkRunsOf(repository, commit.sha)
    .filter((run) => app === null || run.appId === undefined || String(run.appId) === app)
    .filter((run) => (name === null || run.name === name) && (status === null || run.status === status))
    .reverse();
  // `latest`, the default, keeps the newest run of each name.
  if (call.query.get("filter") !== "all")
    runs = runs.filter((run, i) => runs.findIndex((r) => r.name === run.name) === i);
  const { items, headers } = paged(call, runs);
  return ok({ total_count: runs.length, check_runs: items.map((run) => showRun(call, run)) }, headers);
}

function listPulls(call: Call): Answer {
  const state = call.query.get("state") ?? "open";
  const [base, head] = [call.query.get("base"), call.query.get("head")];
  const pulls = [...repositoryOf(call).issues.values()]
    .filter(isPull)
    .filter(
      (issue) =>
        (state === "all" || issue.state === state) &&
        (base === null || issue.pull.baseRef === base) &&
        (head === null || `${issue.pull.headRepository.owner.login}:${issue.pull.headRef}` === head),
    )
    .reverse();
  const { items, headers } = paged(call, pulls);
  return ok(
    items.map((issue) => call.shapes.pullRequest(issue)),
    headers,
  );
}

export const TALK_ROUTES: readonly Route[] = [
  {
    operation: `POST ${REPO}/check-runs`,
    caller: "installation",
    permissions: ["checks"],
    level: "write",
    async handle(call) {
      const repository = repositoryOf(call, true);
      return {
        status: 201,
        body: showRun(call, await createCheckRun(call.world, repository, call.body as CheckRunInput)),
      };
    },
  },
  {
    operation: `PATCH ${REPO}/check-runs/{check_run_id}`,
    caller: "installation",
    permissions: ["checks"],
    level: "write",
    handle(call) {
      const run = runOf(call, repositoryOf(call, true));
      updateCheckRun(call.world, run, call.body as CheckRunInput & { annotations?: AnnotationInput[] });
      return ok(showRun(call, run));
    },
  },
  {
    operation: `GET ${REPO}/check-runs/{check_run_id}`,
    caller: "installation",
    permissions: ["checks"],
    handle: (call) => ok(showRun(call, runOf(call, repositoryOf(call)))),
  },
  {
    operation: `GET ${REPO}/check-runs/{check_run_id}/annotations`,
    caller: "installation",
    permissions: ["checks"],
    handle(call) {
      const run = runOf(call, repositoryOf(call));
      const { items, headers } = paged(call, run.annotations);
      return ok(
        items.map((annotation) => call.shapes.annotation(run, annotation)),
        headers,
      );
    },
  },
  {
    operation: `GET ${REPO}/commits/{ref}/check-runs`,
    caller: "installation",
    permissions: ["checks"],
    handle: runsOnCommit,
  },
  {
    operation: `GET ${REPO}/commits/{commit_sha}/pulls`,
    caller: "installation",
    permissions: ["pull_requests", "contents"],
    handle(call) {
      const repository = repositoryOf(call);
      const { items, headers } = paged(call, call.world.pullRequestsOf(repository, call.params.commit_sha ?? ""));
      return ok(
        items.map((issue) => call.shapes.pullRequest(issue)),
        headers,
      );
    },
  },
  {
    operation: `GET ${REPO}/pulls`,
    caller: "installation",
    permissions: ["pull_requests"],
    handle: listPulls,
  },
  {
    operation: `GET ${REPO}/pulls/{pull_number}`,
    caller: "installation",
    permissions: ["pull_requests", "contents"],
    handle(call) {
      const issue = repositoryOf(call).issues.get(Number(call.params.pull_number));
      if (!isPull(issue)) throw notFound();
      return ok(call.shapes.fullPullRequest(issue, call.world.commentsOf(issue).length));
    },
  },
  {
    operation: `GET ${REPO}/issues/{issue_number}/comments`,
    caller: "installation",
    permissions: CONVERSATION,
    handle(call) {
      const since = call.query.get("since") ?? "";
      const comments = call.world
        .commentsOf(issueOf(call, repositoryOf(call)))
        .filter((comment) => comment.updatedAt >= since);
      const { items, headers } = paged(call, comments);
      return ok(
        items.map((comment) => call.shapes.comment(comment)),
        headers,
      );
    },
  },
  {
    operation: `POST ${REPO}/issues/{issue_number}/comments`,
    caller: "installation",
    permissions: CONVERSATION,
    level: "write",
    handle(call) {
      const issue = issueOf(call, repositoryOf(call, true));
      const { body } = call.body as { body: string };
      checkComment(body);
      return { status: 201, body: call.shapes.comment(call.world.addComment(issue, call.world.bot, body, "NONE")) };
    },
  },
  {
    operation: `GET ${REPO}/issues/comments/{comment_id}`,
    caller: "installation",
    permissions: CONVERSATION,
    handle: (call) => ok(call.shapes.comment(commentOf(call, repositoryOf(call)))),
  },
  {
    operation: `PATCH ${REPO}/issues/comments/{comment_id}`,
    caller: "installation",
    permissions: CONVERSATION,
    level: "write",
    handle(call) {
      const comment = commentOf(call, repositoryOf(call, true));
      const { body } = call.body as { body: string };
      checkComment(body);
      call.world.editComment(comment, body);
      return ok(call.shapes.comment(comment));
    },
  },
  {
    operation: `DELETE ${REPO}/issues/comments/{comment_id}`,
    caller: "installation",
    permissions: CONVERSATION,
    level: "write",
    handle(call) {
      call.world.deleteComment(commentOf(call, repositoryOf(call, true)));
      return { status: 204 };
    },
  },
  {
    operation: `GET ${REPO}/issues/comments/{comment_id}/reactions`,
    caller: "installation",
    permissions: CONVERSATION,
    handle(call) {
      const content = call.query.get("content");
      const all = commentOf(call, repositoryOf(call)).reactions.filter(
        (one) => content === null || one.content === content,
      );
      const { items, headers } = paged(call, all);
      return ok(
        items.map((reaction) => call.shapes.reaction(reaction)),
        headers,
      );
    },
  },
  {
    operation: `POST ${REPO}/issues/comments/{comment_id}/reactions`,
    caller: "installation",
    permissions: CONVERSATION,
    level: "write",
    handle(call) {
      const comment = commentOf(call, repositoryOf(call, true));
      const { content } = call.body as { content: string };
      const { reaction, created } = call.world.react(comment, call.world.bot, content);
      return { status: created ? 201 : 200, body: call.shapes.reaction(reaction) };
    },
  },
  {
    operation: `DELETE ${REPO}/issues/comments/{comment_id}/reactions/{reaction_id}`,
    caller: "installation",
    permissions: CONVERSATION,
    level: "write",
    handle(call) {
      const comment = commentOf(call, repositoryOf(call, true));
      const index = comment.reactions.findIndex((one) => one.id === Number(call.params.reaction_id));
      if (index < 0) throw notFound();
      comment.reactions.splice(index, 1);
      call.world.emit("change");
      return { status: 204 };
    },
  },
  {
    operation: `GET ${REPO}/collaborators/{username}/permission`,
    caller: "installation",
    permissions: ["metadata"],
    handle(call) {
      const repository = repositoryOf(call);
      const login = call.params.username ?? "";
      // On a public repository everybody may read; that is what GitHub answers for a stranger.
      const role = repository.collaborators.get(login) ?? (repository.private ? undefined : "read");
      if (role === undefined) throw notFound(`${login} is not a user`);
      // GitHub maps maintain to write and triage to read in the older field.
      const permission = role === "maintain" ? "write" : role === "triage" ? "read" : role;
      const at = ["pull", "triage", "push", "maintain", "admin"];
      const level = at.indexOf({ read: "pull", write: "push" }[role as string] ?? role);
      const permissions = Object.fromEntries(at.map((name, i) => [name, i <= level]));
      const user = { ...call.shapes.user(call.world.user(login)), permissions, role_name: role };
      return ok({ permission, role_name: role, user });
    },
  },
];
