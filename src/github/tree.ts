/** The list of a commit's files, in one request where GitHub does not cut it. */
import { createHash } from "node:crypto";
import type { GitHubTree } from "../snapshot/github.ts";
import type { Entry } from "../snapshot/snapshot.ts";
import type { GitHubClient } from "./client.ts";

export interface RepositoryName {
  readonly owner: string;
  readonly name: string;
}

interface TreeAnswer {
  readonly sha: string;
  readonly truncated: boolean;
  readonly tree: readonly TreeItem[];
}

interface TreeItem {
  readonly path?: string;
  readonly mode?: string;
  readonly type?: string;
  readonly sha?: string;
  readonly size?: number;
}

/** How many more requests a cut list may cost before it is left incomplete. */
const MAX_WALK_REQUESTS = 24;

/**
 * Lists a tree recursively. GitHub cuts the list at 100,000 entries or 7 MB (REST docs, "Get a tree"); a cut list is
 * walked folder by folder, and where even that does not end, `complete` is false.
 * @param id tree id where it is known, else the commit
 */
export async function readTree(
  client: GitHubClient,
  repository: RepositoryName,
  commit: string,
  id: string,
): Promise<GitHubTree> {
  const get = (sha: string, recursive: boolean) =>
    client.get<TreeAnswer>("GET /repos/{owner}/{repo}/git/trees/{tree_sha}", {
      owner: repository.owner,
      repo: repository.name,
      tree_sha: sha,
      ...(recursive ? { recursive: "1" } : {}),
    });
  const whole = await get(id, true);
  if (!whole.truncated) {
    const tree = id === commit ? (rootTreeId(whole.tree) ?? whole.sha) : id;
    return { commit, tree, entries: toEntries(whole.tree, ""), complete: true };
  }

  const entries = new Map<string, Entry>();
  for (const entry of toEntries(whole.tree, "")) entries.set(entry.path, entry);
  let left = MAX_WALK_REQUESTS;
  let complete = true;
  let root: readonly TreeItem[] | undefined;
  const walk = async (sha: string, prefix: string): Promise<void> => {
    if (left <= 0) {
      complete = false;
      return;
    }
    left--;
    const level = await get(sha, false);
    if (level.truncated) complete = false;
    else if (prefix === "") root = level.tree;
    for (const entry of toEntries(level.tree, prefix)) entries.set(entry.path, entry);
    for (const item of level.tree) {
      if (item.type !== "tree" || item.sha === undefined || item.path === undefined) continue;
      if (left <= 0) {
        complete = false;
        return;
      }
      left--;
      const below = await get(item.sha, true);
      const folder = `${prefix}${item.path}/`;
      for (const entry of toEntries(below.tree, folder)) entries.set(entry.path, entry);
      if (below.truncated) await walk(item.sha, folder);
    }
  };
  await walk(id, "");
  // Without the whole of the root its id cannot be told; the commit, which is as exact, stands in.
  const tree = id !== commit ? id : ((root === undefined ? undefined : rootTreeId(root)) ?? commit);
  return { commit, tree, entries: [...entries.values()], complete };
}

function toEntries(items: readonly TreeItem[], prefix: string): Entry[] {
  const entries: Entry[] = [];
  for (const { path, mode, type, sha, size } of items) {
    if (path === undefined || sha === undefined || type === "tree") continue;
    entries.push({
      path: prefix + path,
      kind: type === "commit" ? "submodule" : mode === "120000" ? "symlink" : "file",
      executable: mode === "100755",
      size: type === "blob" ? size : undefined,
      sha,
    });
  }
  return entries;
}

/**
 * The id of the root tree, computed from its own entries: asked for by commit, GitHub answers with the commit's id in
 * the tree's place. Undefined for repositories with SHA-256 ids.
 */
export function rootTreeId(items: readonly TreeItem[]): string | undefined {
  const records: { key: Buffer; record: Buffer }[] = [];
  for (const { path, mode, type, sha } of items) {
    if (path === undefined || mode === undefined || sha === undefined || path.includes("/")) continue;
    if (sha.length !== 40) return undefined;
    const name = Buffer.from(path);
    records.push({
      // Git sorts folders as if their names ended with a slash, and writes their mode without the leading zero.
      key: type === "tree" ? Buffer.concat([name, Buffer.from("/")]) : name,
      record: Buffer.concat([
        Buffer.from(`${mode.replace(/^0/, "")} `),
        name,
        Buffer.from("\0"),
        Buffer.from(sha, "hex"),
      ]),
    });
  }
  records.sort((a, b) => Buffer.compare(a.key, b.key));
  const body = Buffer.concat(records.map(({ record }) => record));
  return createHash("sha1").update(`tree ${body.length}\0`).update(body).digest("hex");
}
