/** What an audit writes: the check run, comments on its pull requests, reactions to the commands. */
import type { GitHubClient } from "../github/client.ts";
import { ourComments, planComment } from "../github/comment.ts";
import type { Write } from "../github/documents.ts";
import type { PermissionName } from "../github/permissions.ts";
import { checkRunWrite } from "../github/publish.ts";
import { type Facts, type PullRequestFacts, readOlderComments } from "../github/read.ts";
import { messagesIn } from "../messages/languages.ts";
import { type Said, say } from "../messages/said.ts";
import type { Policy } from "../policy/policy.ts";
import { type CheckRunFace, checkRunFace } from "../report/checkrun.ts";
import { commentFace } from "../report/comment.ts";
import type { Report } from "../report/schema.ts";
import type { CheckAttempt, Store } from "../store/store.ts";
import { answerWrites, reactionWrites, refusalWrites } from "./answers.ts";
import { isRun, type Job, type PullRequestWish } from "./job.ts";
import { isCommentWanted } from "./wanted.ts";

export interface PlannedWrites {
  readonly writes: readonly Write[];
  /** The pull request that a write comments on, by the write's alias. */
  readonly commentsByAlias: ReadonlyMap<string, number>;
  /** Pull requests whose comment needs nothing. */
  readonly settled: readonly number[];
}

export interface Material {
  readonly client: GitHubClient;
  readonly store: Store;
  readonly job: Job;
  readonly head: string;
  readonly facts: Facts | undefined;
  readonly wishes: readonly PullRequestWish[];
  /** Pull requests that are settled already. */
  readonly settled: readonly number[];
  readonly report: Report;
  readonly base: Report | undefined;
  readonly policy: Policy;
  /** Written in the report's place where not enough could be seen to make one; then there is no comment either. */
  readonly undetermined: CheckRunFace | undefined;
  /** The reason for that, in the owner's language. */
  readonly unread: string | undefined;
  /** Left out where no check run is to be written. */
  readonly check: CheckAttempt | undefined;
  readonly repositoryNodeId: string;
  readonly serverUrl: string | undefined;
}

/** Plans all writes. Reads only where a pull request has more comments than were read with it. */
export async function planWrites(material: Material): Promise<PlannedWrites> {
  const { job, head, report, base, check } = material;
  const lacking = await material.client.lacking();
  const place = { owner: job.repository.owner, repo: job.repository.name, head, serverUrl: material.serverUrl };
  const writes: Write[] = [];
  if (check !== undefined) {
    const notice = isAboutPulls(material) ? noticeOf(lacking, "pull_requests: write", "unread.noComment") : undefined;
    const face = material.undetermined ?? checkRunFace(report, { ...place, base, notice });
    writes.push(checkRunWrite({ face, repositoryId: material.repositoryNodeId, head, ...check }));
  }
  const commentsByAlias = new Map<string, number>();
  const settled: number[] = [];
  for (const pull of material.undetermined === undefined ? pullsOf(material) : []) {
    if (await isElsewhere(material, pull)) continue;
    const alias = `comment${pull.number}`;
    const notice = check === undefined ? undefined : noticeOf(lacking, "checks: write", "unread.noCheckRun");
    const planned = await planOne(material, pull, bodyFor(material, pull, notice));
    if (planned === "settled") settled.push(pull.number);
    else if (planned !== "later") {
      planned.write === undefined ? settled.push(pull.number) : writes.push({ alias, ...planned.write });
      if (planned.write !== undefined) commentsByAlias.set(alias, pull.number);
      planned.duplicates.forEach((id, index) => {
        writes.push({ alias: `extra${pull.number}_${index}`, field: "deleteIssueComment", input: { id } });
      });
    }
  }
  const { facts, unread } = material;
  const messages = messagesIn(material.policy.language);
  writes.push(...answerWrites({ job, facts, report, base, place, messages, unread }));
  if (facts !== undefined) writes.push(...refusalWrites(job.commands, facts, messages));
  writes.push(...reactionWrites(job.commands, material.undetermined === undefined ? "THUMBS_UP" : "CONFUSED"));
  return { writes, commentsByAlias, settled };
}

/** What a reader is told where the other face cannot be written, because an owner has not accepted a permission yet. */
const noticeOf = (
  lacking: readonly PermissionName[],
  permission: PermissionName,
  sentence: "unread.noComment" | "unread.noCheckRun",
): Said | undefined => (lacking.includes(permission) ? say(sentence, say("unread.permission", permission)) : undefined);

const isAboutPulls = ({ facts, wishes }: Material): boolean =>
  wishes.length > 0 || (facts?.pullRequests ?? []).some(({ isOpen }) => isOpen);

function bodyFor(
  { job, head, report, base, serverUrl }: Material,
  { number, headBranch }: Commented,
  notice: Said | undefined,
): string {
  return commentFace(report, {
    notice,
    owner: job.repository.owner,
    repo: job.repository.name,
    head,
    pullRequest: number,
    ...(serverUrl === undefined ? {} : { serverUrl }),
    ...(base === undefined ? {} : { base }),
    ...(headBranch === undefined ? {} : { headRef: headBranch.branch, headBranch: { ...headBranch, serverUrl } }),
  });
}

interface Commented extends PullRequestFacts {
  readonly isAsked: boolean;
}

/** Every open pull request at this commit whose comment is not settled yet, or was asked for. */
function pullsOf({ job, head, facts, wishes, settled }: Material): Commented[] {
  const runs = job.commands.filter((command) => command.isAllowed && isRun(command));
  const asked = new Set(runs.map(({ pullRequest }) => pullRequest));
  if (facts !== undefined) {
    return facts.pullRequests
      .filter((pull) => pull.isOpen && (pull.head === head || job.before.includes(pull.head)))
      .filter(({ number }) => asked.has(number) || !settled.includes(number))
      .map((pull) => ({ ...pull, isAsked: asked.has(pull.number) }));
  }
  // Without facts every wish is for a pull request that was opened just now.
  return wishes.flatMap(({ number, nodeId, isDraft, isByBot, base, headBranch }) =>
    nodeId === undefined
      ? []
      : [
          {
            id: nodeId,
            number,
            isOpen: true,
            isDraft,
            isByBot,
            head,
            headBranch,
            base,
            comments: [],
            allComments: true,
            before: undefined,
            isAsked: false,
          },
        ],
  );
}

/**
 * True when a pull request is on a commit that the branch left with this push, and a later event said so: it came back.
 * Without that event, GitHub shows what was before the push.
 */
async function isElsewhere({ store, job, head }: Material, pull: Commented): Promise<boolean> {
  if (pull.head === head) return false;
  const heard = await store.ref(job.repository.id, `#${pull.number}`);
  return heard !== undefined && heard.head === pull.head && heard.at.getTime() > job.at;
}

type Planned =
  | "settled"
  | "later"
  | { readonly write: Omit<Write, "alias"> | undefined; readonly duplicates: readonly string[] };

async function planOne(
  { client, store, job, report, base, policy }: Material,
  found: Commented,
  body: string,
): Promise<Planned> {
  const { isAsked } = found;
  const { owner, name } = job.repository;
  const isOurs = (comments: PullRequestFacts["comments"]) => ourComments(comments).length > 0;
  const isFirst = !(await store.hasCommented(job.repository.id));
  const decide = (pull: PullRequestFacts) =>
    isCommentWanted(report, policy, {
      isAsked,
      isDraft: pull.isDraft,
      isByBot: pull.isByBot,
      hasComment: isOurs(pull.comments),
      isFirst,
      base,
    });
  if (policy.comment === "never" && !isAsked) return "settled";
  const pull = isOurs(found.comments) ? found : await readOlderComments(client, { owner, name }, found, isOurs);
  const wanted = decide(pull);
  if (wanted === "later") return "later";
  if (wanted === "no") return "settled";
  const plan = planComment(pull, body, await store.comment(job.repository.id, pull.number), isAsked);
  switch (plan.kind) {
    case "create":
      return { write: { field: "addComment", input: { subjectId: pull.id, body } }, duplicates: [] };
    case "update":
      return { write: { field: "updateIssueComment", input: { id: plan.id, body } }, duplicates: plan.duplicates };
    case "unchanged":
      await store.rememberComment(job.repository.id, pull.number, plan.id);
      return { write: undefined, duplicates: plan.duplicates };
    case "unwanted":
      return "settled";
  }
}
