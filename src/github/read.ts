/** Everything that an audit reads besides the list of files: blobs, policies, pull requests with our comments. */
import { say } from "../messages/said.ts";
import type { GitHubBlob } from "../snapshot/github.ts";
import { hasWantedHead } from "../snapshot/heads.ts";
import { type Entry, MAX_FILE_BYTES } from "../snapshot/snapshot.ts";
import { type BlobAnswer, readLarge, toBlob } from "./blobs.ts";
import type { Answer, GitHubClient } from "./client.ts";
import { blobsDocument, COMMENTS, readDocument } from "./documents.ts";
import { NoAnswer, NotReadable } from "./errors.ts";
import { type OrganizationAnswer, type Policies, policiesOf } from "./policies.ts";
import type { RepositoryName } from "./tree.ts";

/** A comment on a pull request, as far as it matters here. */
export interface PullRequestComment {
  readonly id: string;
  readonly body: string;
  /** Written by this App. */
  readonly viewerDidAuthor: boolean;
  /** Hidden by a person. */
  readonly isMinimized: boolean;
}

/** A branch by its name, in the repository that holds it. */
export interface HeadName {
  readonly owner: string;
  readonly repo: string;
  readonly branch: string;
}

export interface PullRequestFacts {
  readonly id: string;
  readonly number: number;
  readonly isOpen: boolean;
  readonly isDraft: boolean;
  readonly isByBot: boolean;
  readonly head: string;
  /** Where the head is, for pages that add files to it; undefined where its repository is gone, or not to be seen. */
  readonly headBranch?: HeadName | undefined;
  readonly base: string;
  /** Oldest first; all of them where `allComments`, else the last hundred. */
  readonly comments: readonly PullRequestComment[];
  readonly allComments: boolean;
  /** Where to go on reading older comments. */
  readonly before: string | undefined;
}

export interface Facts extends Policies {
  readonly nodeId: string;
  readonly isArchived: boolean;
  readonly defaultBranch: string | undefined;
  /** Head of the default branch; undefined in an empty repository. */
  readonly defaultHead: string | undefined;
  /** Tree of the commit that was asked about. */
  readonly tree: string | undefined;
  /** First parent of that commit. */
  readonly parent: string | undefined;
  /** Where the branch that was asked about points now. */
  readonly branchHead: string | undefined;
  readonly pullRequests: readonly PullRequestFacts[];
  readonly blobs: ReadonlyMap<string, GitHubBlob>;
}

export interface Question {
  readonly head?: string | undefined;
  /** Branch whose head and open pull requests are wanted. */
  readonly branch?: string | undefined;
  readonly pullRequests?: readonly number[];
  readonly blobs?: readonly Entry[];
}

/** How many blobs one GraphQL request carries, and how many bytes of them: GitHub gives a query ten seconds. */
const BLOBS_PER_REQUEST = 250;
/** As many as are asked for at once after a larger request went unanswered. */
const FEWER_BLOBS_PER_REQUEST = 80;
const BYTES_PER_REQUEST = 10 * 1024 * 1024;
/** `Blob.text` is cut at this size, so that larger blobs are not worth asking GraphQL for. */
const GRAPHQL_TEXT_BYTES = 512_000;
const MAX_COMMENT_PAGES = 20;

interface PullRequestAnswer {
  readonly id: string;
  readonly number: number;
  readonly state: string;
  readonly isDraft: boolean;
  readonly headRefOid: string;
  readonly headRefName: string;
  readonly headRepository: { readonly name: string; readonly owner: { readonly login: string } } | null;
  readonly baseRefOid: string;
  readonly author: { readonly __typename: string } | null;
  readonly comments: CommentsAnswer;
}

interface CommentsAnswer {
  readonly pageInfo: { readonly hasPreviousPage: boolean; readonly startCursor: string | null };
  readonly nodes: readonly PullRequestComment[];
}

interface RepositoryAnswer {
  readonly id: string;
  readonly isArchived: boolean;
  readonly defaultBranchRef: { readonly name: string; readonly target: { readonly oid: string } | null } | null;
  readonly commit?: {
    readonly tree?: { readonly oid: string };
    readonly parents?: { readonly nodes: readonly { readonly oid: string }[] };
  } | null;
  readonly ref?: { readonly target: { readonly oid: string } | null } | null;
  readonly pullRequests?: { readonly nodes: readonly PullRequestAnswer[] };
  readonly policy: BlobAnswer | null;
}

interface ReadAnswer {
  readonly repository: (RepositoryAnswer & Readonly<Record<string, unknown>>) | null;
  readonly organization: OrganizationAnswer | null;
}

/**
 * Reads all that is asked in one GraphQL request; more only for more than a few hundred blobs, and one REST request for
 * each blob that GraphQL cut and for each binary file that is looked into.
 * @throws {NotReadable} when the repository is not there for this installation
 */
export async function readFacts(client: GitHubClient, repository: RepositoryName, question: Question): Promise<Facts> {
  try {
    return await readInBatches(client, repository, question, BLOBS_PER_REQUEST);
  } catch (error) {
    const isLarge = (question.blobs ?? []).length > FEWER_BLOBS_PER_REQUEST;
    if (!(error instanceof NoAnswer) || !isLarge) throw error;
    return await readInBatches(client, repository, question, FEWER_BLOBS_PER_REQUEST);
  }
}

async function readInBatches(
  client: GitHubClient,
  repository: RepositoryName,
  question: Question,
  blobsPerRequest: number,
): Promise<Facts> {
  const wanted = (question.blobs ?? []).filter(({ size }) => size === undefined || size <= MAX_FILE_BYTES);
  // GraphQL gives no bytes of a binary file.
  const binaries = onePerBlob(wanted.filter(hasWantedHead));
  const texts = wanted.filter((entry) => !hasWantedHead(entry));
  const large = texts.filter(({ size }) => size !== undefined && size >= GRAPHQL_TEXT_BYTES);
  const [first = [], ...rest] = batches(
    texts.filter((entry) => !large.includes(entry)),
    blobsPerRequest,
  );
  const numbers = question.pullRequests ?? [];
  const answer = await client.query<ReadAnswer>(
    readDocument(
      first.map(({ sha }) => sha),
      numbers,
    ),
    {
      ...repository,
      head: question.head ?? null,
      withHead: question.head !== undefined,
      branch: question.branch ?? "",
      ref: `refs/heads/${question.branch ?? ""}`,
      withBranch: question.branch !== undefined,
    },
  );
  const found = answer.data?.repository;
  if (found === null || found === undefined) throw unreadable(repository, answer);

  const blobs = new Map<string, GitHubBlob>();
  const retry: Entry[] = [...large];
  const collect = (batch: readonly Entry[], from: Readonly<Record<string, unknown>>) => {
    batch.forEach((entry, index) => {
      const blob = toBlob(from[`b${index}`] as BlobAnswer | null | undefined, entry);
      if (blob === "read-raw") retry.push(entry);
      else blobs.set(entry.sha, blob);
    });
  };
  collect(first, found);
  for (const batch of rest) {
    const more = await client.query<{ repository: Record<string, unknown> | null }>(
      blobsDocument(batch.map(({ sha }) => sha)),
      { ...repository },
    );
    if (more.data?.repository) collect(batch, more.data.repository);
    else for (const { sha } of batch) blobs.set(sha, { kind: "unavailable", reason: say("unavailable.notReturned") });
  }
  // Texts come first: there is a limit to what is read one by one.
  for (const [sha, blob] of await readLarge(client, repository, [...retry, ...binaries])) blobs.set(sha, blob);

  const byNumber = numbers.map((number) => found[`p${number}`] as PullRequestAnswer | null | undefined);
  const pulls = [...(found.pullRequests?.nodes ?? []), ...byNumber].filter(
    (pull) => pull !== null && pull !== undefined,
  );
  return {
    nodeId: found.id,
    isArchived: found.isArchived,
    defaultBranch: found.defaultBranchRef?.name,
    defaultHead: found.defaultBranchRef?.target?.oid,
    tree: found.commit?.tree?.oid,
    parent: found.commit?.parents?.nodes[0]?.oid,
    branchHead: found.ref?.target?.oid,
    pullRequests: [...new Map(pulls.map((pull) => [pull.number, toPullRequest(pull)])).values()],
    ...policiesOf(repository, found, answer),
    blobs,
  };
}

/** Reads the comments before the last hundred; `found` may stop it early. */
export async function readOlderComments(
  client: GitHubClient,
  repository: RepositoryName,
  pull: PullRequestFacts,
  found: (comments: readonly PullRequestComment[]) => boolean,
): Promise<PullRequestFacts> {
  let { comments, before } = pull;
  let allComments = pull.allComments;
  for (let page = 0; before !== undefined && !allComments && !found(comments) && page < MAX_COMMENT_PAGES; page++) {
    const answer = await client.query<{ repository: { pullRequest: { comments: CommentsAnswer } | null } | null }>(
      COMMENTS,
      {
        ...repository,
        number: pull.number,
        before,
      },
    );
    const older = answer.data?.repository?.pullRequest?.comments;
    if (older === undefined) throw new NoAnswer(`the comments of #${pull.number} could not be read to their beginning`);
    comments = [...older.nodes, ...comments];
    allComments = !older.pageInfo.hasPreviousPage;
    before = older.pageInfo.startCursor ?? undefined;
  }
  return { ...pull, comments, allComments, before };
}

function toPullRequest(pull: PullRequestAnswer): PullRequestFacts {
  return {
    id: pull.id,
    number: pull.number,
    isOpen: pull.state === "OPEN",
    isDraft: pull.isDraft,
    isByBot: pull.author?.__typename === "Bot",
    head: pull.headRefOid,
    headBranch: headOf(pull),
    base: pull.baseRefOid,
    comments: pull.comments.nodes,
    allComments: !pull.comments.pageInfo.hasPreviousPage,
    before: pull.comments.pageInfo.startCursor ?? undefined,
  };
}

const headOf = ({ headRefName: branch, headRepository }: PullRequestAnswer): HeadName | undefined =>
  headRepository === null ? undefined : { owner: headRepository.owner.login, repo: headRepository.name, branch };

function unreadable({ owner, name }: RepositoryName, { errors }: Answer<ReadAnswer>): Error {
  const error = errors.find(({ path }) => path === undefined || path[0] === "repository");
  const what = `${owner}/${name} could not be read`;
  if (error === undefined || error.type === "NOT_FOUND" || error.type === "FORBIDDEN")
    return new NotReadable(what, 404);
  return new NoAnswer(`${what}: ${error.message.slice(0, 200)}`);
}

function onePerBlob(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [entry.sha, entry])).values()];
}

function batches(entries: readonly Entry[], most: number): Entry[][] {
  const unique = onePerBlob(entries);
  const all: Entry[][] = [];
  let bytes = 0;
  for (const entry of unique) {
    const current = all.at(-1);
    const size = entry.size ?? 0;
    if (current === undefined || current.length >= most || bytes + size > BYTES_PER_REQUEST) {
      all.push([entry]);
      bytes = size;
    } else {
      current.push(entry);
      bytes += size;
    }
  }
  return all;
}
