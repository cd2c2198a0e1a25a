/** One commit on GitHub as a snapshot, for whoever needs nothing but its files. */
import { type GitHubBlob, githubSnapshot } from "../snapshot/github.ts";
import { SnapshotError, type SnapshotPort } from "../snapshot/snapshot.ts";
import { readLarge } from "./blobs.ts";
import type { GitHubClient } from "./client.ts";
import { NotReadable } from "./errors.ts";
import { readFacts } from "./read.ts";
import { type RepositoryName, readTree } from "./tree.ts";

export interface CommitOptions {
  /** Branch, tag or commit; the default branch's head when left out. */
  readonly ref?: string | undefined;
  /** False without a token, since GraphQL takes none but known callers: then every file costs a request. */
  readonly isAuthenticated: boolean;
}

/** Without a token GitHub answers sixty requests an hour; a few are kept for the lists. */
const ANONYMOUS_READS = 50;

/** Opens a commit of a repository. Listing throws a `SnapshotError` where there is no such repository or commit. */
export function commitSnapshot(client: GitHubClient, repository: RepositoryName, options: CommitOptions): SnapshotPort {
  const { owner, name } = repository;
  return githubSnapshot(repository, {
    async tree() {
      try {
        const { sha, commit } = await client.get<{ sha: string; commit: { tree: { sha: string } } }>(
          "GET /repos/{owner}/{repo}/commits/{ref}",
          { owner, repo: name, ref: options.ref ?? "HEAD" },
        );
        return await readTree(client, repository, sha, commit.tree.sha);
      } catch (error) {
        throw new SnapshotError(
          explain(error, `${owner}/${name}${options.ref === undefined ? "" : `@${options.ref}`}`),
          {
            cause: error,
          },
        );
      }
    },
    async blobs(entries): Promise<ReadonlyMap<string, GitHubBlob>> {
      try {
        if (!options.isAuthenticated) return await readLarge(client, repository, entries, ANONYMOUS_READS);
        return (await readFacts(client, repository, { blobs: entries })).blobs;
      } catch (error) {
        throw new SnapshotError(explain(error, `${owner}/${name}`), { cause: error });
      }
    },
  });
}

function explain(error: unknown, what: string): string {
  if (error instanceof NotReadable)
    return error.status === 409
      ? `${what} has no commits yet: there is nothing to audit.`
      : `There is no ${what} on GitHub, or the token may not see it. Check the name, and set GITHUB_TOKEN for a private repository.`;
  return `${what} could not be read: ${error instanceof Error ? error.message : String(error)}`;
}
