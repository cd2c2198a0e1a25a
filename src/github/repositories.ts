/** Many repositories of an installation at once: which there are, what their roots show, where they point. */
import type { Answer, GitHubClient, GraphQLError } from "./client.ts";
import { type LimitAnswer, limitFrom, type RateLimit } from "./limit.ts";
import { frontPagesDocument, HEADS, ROOTS, type WantedPages } from "./repository-documents.ts";

/** Repositories in one page of the list: the most that GitHub gives. */
export const REPOSITORIES_PER_PAGE = 100;
/** Nodes that GraphQL takes at once. Source: GitHub docs, "Rate limits and node limits for the GraphQL API". */
export const MOST_NODES = 100;

export interface RepositoryIdentity {
  readonly id: number;
  readonly nodeId: string;
  readonly owner: string;
  readonly name: string;
  readonly isPrivate: boolean;
}

/** Where a branch points. */
export interface Head {
  readonly branch: string;
  readonly commit: string;
  readonly tree: string | undefined;
}

/** What is known of a repository without reading a file of it. */
export interface RepositoryState extends RepositoryIdentity {
  /** Nothing can be written there: archived, or disabled by GitHub. */
  readonly isClosed: boolean;
  /** When a commit came to any of its branches last, in milliseconds since 1970; 0 where GitHub does not tell. */
  readonly pushedAt: number;
  /** Undefined in an empty repository. */
  readonly head: Head | undefined;
}

export interface RepositoryRoot extends RepositoryState {
  readonly description: string | undefined;
  readonly language: string | undefined;
  readonly topics: readonly string[];
  readonly root: readonly { readonly name: string; readonly type: string; readonly oid: string }[];
}

export interface OpenPullRequest {
  readonly nodeId: string;
  readonly number: number;
  readonly isDraft: boolean;
  readonly isByBot: boolean;
  readonly head: string;
  readonly base: string;
  /** In milliseconds since 1970. */
  readonly createdAt: number;
  readonly updatedAt: number;
}

export interface RepositoryHeads extends RepositoryState {
  /** Those that changed last. */
  readonly pullRequests: readonly OpenPullRequest[];
}

/** Each asked for by its node id: what it is, `gone` for this installation, or `unknown` because GitHub failed. */
export interface Found<T> {
  readonly repositories: ReadonlyMap<string, T | "gone" | "unknown">;
  readonly limit: RateLimit | undefined;
}

interface StateAnswer {
  readonly id: string;
  readonly databaseId: number | null;
  readonly name: string;
  readonly owner: { readonly login: string };
  readonly isPrivate: boolean;
  readonly isArchived: boolean;
  readonly isDisabled: boolean;
  readonly pushedAt: string | null;
  readonly defaultBranchRef: {
    readonly name: string;
    readonly target: { readonly oid?: string; readonly tree?: { readonly oid: string } | null } | null;
  } | null;
}

interface RootAnswer extends StateAnswer {
  readonly description: string | null;
  readonly primaryLanguage: { readonly name: string } | null;
  readonly repositoryTopics: {
    readonly nodes: readonly ({ readonly topic: { readonly name: string } } | null)[] | null;
  };
  readonly defaultBranchRef: {
    readonly name: string;
    readonly target: {
      readonly oid?: string;
      readonly tree?: { readonly oid: string; readonly entries: RepositoryRoot["root"] | null } | null;
    } | null;
  } | null;
}

interface HeadsAnswer extends StateAnswer {
  readonly pullRequests: {
    readonly nodes:
      | readonly ({
          readonly id: string;
          readonly number: number;
          readonly isDraft: boolean;
          readonly headRefOid: string;
          readonly baseRefOid: string;
          readonly createdAt: string;
          readonly updatedAt: string;
          readonly author: { readonly __typename: string } | null;
        } | null)[]
      | null;
  };
}

interface NodesAnswer<T> {
  readonly nodes: readonly (T | Record<string, never> | null)[];
  readonly rateLimit: LimitAnswer | null;
}

/** One page of the repositories that the installation may see. Source: GitHub REST docs, "List repositories accessible to the app installation". */
export async function listRepositories(
  client: GitHubClient,
  page: number,
): Promise<{
  repositories: readonly RepositoryIdentity[];
  total: number;
  isLast: boolean;
  limit: RateLimit | undefined;
}> {
  const { data, next, limit } = await client.page<{
    total_count: number;
    repositories: readonly {
      readonly id: number;
      readonly node_id: string;
      readonly full_name: string;
      readonly private: boolean;
    }[];
  }>("GET /installation/repositories", { per_page: REPOSITORIES_PER_PAGE, page });
  const repositories = data.repositories.map((one): RepositoryIdentity => {
    const [owner = "", name = ""] = one.full_name.split("/");
    return { id: one.id, nodeId: one.node_id, owner, name, isPrivate: one.private };
  });
  return { repositories, total: data.total_count, isLast: next === undefined || repositories.length === 0, limit };
}

/** What the roots of up to {@link MOST_NODES} repositories show, in one request. */
export async function readRoots(client: GitHubClient, nodeIds: readonly string[]): Promise<Found<RepositoryRoot>> {
  return foundIn<RootAnswer, RepositoryRoot>(nodeIds, await client.query(ROOTS, { ids: nodeIds }), (answer) => ({
    ...stateOf(answer),
    description: answer.description ?? undefined,
    language: answer.primaryLanguage?.name,
    topics: (answer.repositoryTopics.nodes ?? []).flatMap((node) => (node === null ? [] : [node.topic.name])),
    root: answer.defaultBranchRef?.target?.tree?.entries ?? [],
  }));
}

/** Where up to {@link MOST_NODES} repositories and their open pull requests point, in one request. */
export async function readHeads(
  client: GitHubClient,
  nodeIds: readonly string[],
  pullRequests: number,
): Promise<Found<RepositoryHeads>> {
  const answer = await client.query<NodesAnswer<HeadsAnswer>>(HEADS, { ids: nodeIds, pullRequests });
  return foundIn<HeadsAnswer, RepositoryHeads>(nodeIds, answer, (one) => ({
    ...stateOf(one),
    pullRequests: (one.pullRequests.nodes ?? []).flatMap((pull): OpenPullRequest[] =>
      pull === null
        ? []
        : [
            {
              nodeId: pull.id,
              number: pull.number,
              isDraft: pull.isDraft,
              isByBot: pull.author?.__typename === "Bot",
              head: pull.headRefOid,
              base: pull.baseRefOid,
              createdAt: timeOf(pull.createdAt),
              updatedAt: timeOf(pull.updatedAt),
            },
          ],
    ),
  }));
}

/** A document as read: without text where GitHub gave none, not whole where GitHub cut it. */
export interface PageText {
  readonly text: string | undefined;
  readonly isWhole: boolean;
}

/** Reads documents of many repositories in one request; the answers are in the order of the question. */
export async function readFrontPages(
  client: GitHubClient,
  wanted: readonly WantedPages[],
): Promise<{ pages: readonly (readonly PageText[])[]; limit: RateLimit | undefined }> {
  type BlobAnswer = {
    readonly text?: string | null;
    readonly isBinary?: boolean | null;
    readonly isTruncated?: boolean;
  };
  type PagesAnswer = Readonly<Record<string, Readonly<Record<string, BlobAnswer | null>> | null>>;
  const { data } = await client.query<PagesAnswer & { readonly rateLimit: LimitAnswer | null }>(
    frontPagesDocument(wanted),
    {},
  );
  const pages = wanted.map(({ oids }, index) =>
    oids.map((_, place): PageText => {
      const blob = data?.[`r${index}`]?.[`b${place}`];
      // A page that is not text says nothing about a model, which is known then.
      if (blob?.isBinary === true) return { text: "", isWhole: true };
      return { text: blob?.text ?? undefined, isWhole: blob?.isTruncated === false };
    }),
  );
  return { pages, limit: limitFrom(data?.rateLimit) };
}

function foundIn<A extends StateAnswer, T extends RepositoryState>(
  nodeIds: readonly string[],
  { data, errors }: Answer<NodesAnswer<A>>,
  read: (answer: A) => T,
): Found<T> {
  const repositories = new Map<string, T | "gone" | "unknown">();
  nodeIds.forEach((nodeId, index) => {
    const node = data?.nodes?.[index];
    if (node === undefined) repositories.set(nodeId, "unknown");
    else if (node === null) repositories.set(nodeId, isGone(errors, index) ? "gone" : "unknown");
    // Without the fields that every repository has it is something else.
    else repositories.set(nodeId, typeof node.databaseId === "number" ? read(node as A) : "gone");
  });
  return { repositories, limit: limitFrom(data?.rateLimit) };
}

/** An error that is not about being there may be gone the next time. */
function isGone(errors: readonly GraphQLError[], index: number): boolean {
  const about = errors.filter(({ path }) => path === undefined || (path[0] === "nodes" && path[1] === index));
  return about.every(({ type }) => type === "NOT_FOUND" || type === "FORBIDDEN");
}

function stateOf(answer: StateAnswer): RepositoryState {
  const branch = answer.defaultBranchRef;
  const commit = branch?.target?.oid;
  return {
    id: answer.databaseId ?? 0,
    nodeId: answer.id,
    owner: answer.owner.login,
    name: answer.name,
    isPrivate: answer.isPrivate,
    isClosed: answer.isArchived || answer.isDisabled,
    pushedAt: timeOf(answer.pushedAt),
    head:
      branch === null || branch === undefined || commit === undefined
        ? undefined
        : { branch: branch.name, commit, tree: branch.target?.tree?.oid },
  };
}

function timeOf(text: string | null): number {
  const time = Date.parse(text ?? "");
  return Number.isFinite(time) ? time : 0;
}
