/** Blobs, trees and commits as GraphQL shows them. */
import { type GitObject, parseCommit } from "../git.ts";
import { nodeId } from "../node-id.ts";
import type { Repository } from "../world.ts";
import { connection, type PageArguments } from "./connection.ts";
import { need, type Sight } from "./sight.ts";
import type { View } from "./view.ts";

type Fields = Record<string, unknown>;

/** GitHub: "text" of a blob is cut at 512,000 bytes, and `isTruncated` says so. */
const TEXT_CAP = 512_000;
/** Bytes in which a NUL makes a blob binary, as git decides it. */
const BINARY_WINDOW = 8000;

/** A blob, tree, commit or tag of a repository. */
export function gitObject(view: View, sight: Sight, repository: Repository, object: GitObject): Fields {
  const common = {
    oid: object.sha,
    abbreviatedOid: object.sha.slice(0, 7),
    commitUrl: `${sight.shapes.repositoryPage(repository)}/commit/${object.sha}`,
    commitResourcePath: `/${repository.fullName}/commit/${object.sha}`,
    repository: () => view.repository(repository),
  };
  if (object.type === "blob") return { ...common, ...blob(sight, object.sha, object.bytes) };
  if (object.type === "tree") return { ...common, ...tree(view, sight, repository, object) };
  if (object.type === "commit") return { ...common, ...commit(view, sight, repository, object) };
  return { ...common, __typename: "Tag", id: nodeId("TA", object.sha), name: "", message: null };
}

function blob(sight: Sight, sha: string, bytes: Buffer): Fields {
  const isBinary = bytes.subarray(0, BINARY_WINDOW).includes(0);
  const cap = sight.cutBlobs ? Math.floor(bytes.length / 2) : TEXT_CAP;
  const isTruncated = bytes.length > cap;
  return {
    __typename: "Blob",
    id: nodeId("B", sha),
    byteSize: bytes.length,
    isBinary,
    isTruncated,
    // A character that the cut goes through is left out.
    text: () => (isBinary ? null : new TextDecoder().decode(bytes.subarray(0, cap), { stream: isTruncated })),
  };
}

function tree(view: View, sight: Sight, repository: Repository, object: GitObject): Fields {
  return {
    __typename: "Tree",
    id: nodeId("T", object.sha),
    entries: async () => {
      const reader = await sight.world.readerOf(repository, object.sha);
      return (await reader.tree(object.sha, false)).map((row) => ({
        __typename: "TreeEntry",
        name: row.path,
        path: row.path,
        mode: Number.parseInt(row.mode, 8),
        type: row.type,
        oid: row.sha,
        size: row.size ?? 0,
        extension: /\.[^.]+$/.exec(row.path)?.[0] ?? "",
        repository: () => view.repository(repository),
        object: async () => {
          const inner = row.type === "commit" ? undefined : await sight.world.object(repository, row.sha);
          return inner === undefined ? null : view.object(repository, inner);
        },
      }));
    },
  };
}

function commit(view: View, sight: Sight, repository: Repository, object: GitObject): Fields {
  const facts = parseCommit(object);
  const { world } = sight;
  const treeObject = async (): Promise<Fields | null> => {
    const found = await world.object(repository, facts.tree);
    return found === undefined ? null : view.object(repository, found);
  };
  return {
    __typename: "Commit",
    id: nodeId("C", facts.sha),
    url: `${sight.shapes.repositoryPage(repository)}/commit/${facts.sha}`,
    resourcePath: `/${repository.fullName}/commit/${facts.sha}`,
    message: facts.message,
    messageHeadline: facts.message.split("\n")[0] ?? "",
    committedDate: facts.committer.date,
    authoredDate: facts.author.date,
    tree: treeObject,
    parents: (page: PageArguments) =>
      connection(facts.parents, page, async (sha) => {
        const parent = await world.object(repository, sha);
        return parent === undefined ? null : view.object(repository, parent);
      }),
    associatedPullRequests: (page: PageArguments) => {
      need(sight, ["pull_requests"], "read");
      return connection(world.pullRequestsOf(repository, facts.sha), page, (one) => view.pullRequest(one));
    },
    checkSuites: (page: PageArguments & { filterBy?: { appId?: number; checkName?: string } }) => {
      need(sight, ["checks"], "read");
      const { appId, checkName } = page.filterBy ?? {};
      const runs = world
        .checkRunsOf(repository, facts.sha)
        .filter((run) => checkName === undefined || checkName === null || run.name === checkName);
      const suites = (appId ?? sight.shapes.app.id) === sight.shapes.app.id ? runs.slice(0, 1) : [];
      return connection(suites, page, (run) => view.checkSuite(run));
    },
  };
}
