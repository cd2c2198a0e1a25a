/** The file lists of several repositories in one request, for those where nobody has asked yet. */
import type { Entry } from "../snapshot/snapshot.ts";
import type { GitHubClient } from "./client.ts";
import { type LimitAnswer, limitFrom, type RateLimit } from "./limit.ts";
import { type WantedTree, wholeTreesDocument } from "./repository-documents.ts";
import { rootTreeId } from "./tree.ts";

/** What GraphQL says of a folder. A file has no entries, and neither has a folder below the last that was asked for. */
interface FolderAnswer {
  readonly entries?: readonly EntryAnswer[] | null;
}

interface EntryAnswer {
  readonly name: string;
  /** As a number: 33188 is 100644. */
  readonly mode: number;
  readonly oid: string;
  readonly size: number;
  readonly object?: FolderAnswer | null;
}

type TreesAnswer = Readonly<Record<string, { readonly root?: FolderAnswer | null } | null>>;

/** As many as GitHub's list of one tree has at most (REST docs, "Get a tree"): folders that are in each other many times over make more. */
const MOST_ENTRIES = 100_000;
const FOLDER = 0o040000;
const SYMLINK = 0o120000;
const SUBMODULE = 0o160000;
const EXECUTABLE = 0o100755;

/**
 * Lists the trees of a few repositories, all folders of each, in one request: a query without connections counts one
 * point (GitHub docs, "Rate limits and query limits for the GraphQL API"), but has ten seconds, so few are asked for.
 *
 * GraphQL does not say that it left something out. So the id of every folder is computed from what was answered for it,
 * and a list stands only where all of them are those that git has: then it is whole, and as `readTree` gives it.
 * @returns in the order of the question; undefined for a tree that goes deeper than the query, that was cut or not
 *   answered, or that has names which are not UTF-8
 */
export async function readWholeTrees(
  client: GitHubClient,
  wanted: readonly WantedTree[],
): Promise<{ lists: readonly (readonly Entry[] | undefined)[]; limit: RateLimit | undefined }> {
  const { data } = await client.query<TreesAnswer & { readonly rateLimit: LimitAnswer | null }>(
    wholeTreesDocument(wanted),
    {},
  );
  const lists = wanted.map(({ tree }, index) => {
    const entries: Entry[] = [];
    return addFolder(data?.[`r${index}`]?.root, tree, "", entries) ? entries : undefined;
  });
  return { lists, limit: limitFrom(data?.rateLimit) };
}

/** Adds all that is in a folder. @returns false where that is not all that git has in the tree of this id */
function addFolder(folder: FolderAnswer | null | undefined, id: string, prefix: string, entries: Entry[]): boolean {
  const answered = folder?.entries;
  if (answered === undefined || answered === null) return false;
  const items = answered.map(({ name, mode, oid }) => ({
    path: name,
    mode: mode.toString(8),
    type: mode === FOLDER ? "tree" : "blob",
    sha: oid,
  }));
  if (rootTreeId(items) !== id) return false;
  return answered.every(({ name, mode, oid, size, object }) => {
    if (entries.length >= MOST_ENTRIES) return false;
    const path = prefix + name;
    if (mode === FOLDER) return addFolder(object, oid, `${path}/`, entries);
    const isSubmodule = mode === SUBMODULE;
    entries.push({
      path,
      kind: isSubmodule ? "submodule" : mode === SYMLINK ? "symlink" : "file",
      executable: mode === EXECUTABLE,
      size: isSubmodule ? undefined : size,
      sha: oid,
    });
    return true;
  });
}
