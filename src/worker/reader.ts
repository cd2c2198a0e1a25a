/** Reads a commit for an audit: files through the blob cache, and with them in one request all other facts. */
import type { GitHubClient } from "../github/client.ts";
import { type Facts, type Question, readFacts } from "../github/read.ts";
import { readTree } from "../github/tree.ts";
import { type GitHubBlob, type GitHubReader, githubSnapshot } from "../snapshot/github.ts";
import type { Entry, SnapshotPort } from "../snapshot/snapshot.ts";
import type { Store } from "../store/store.ts";
import type { JobRepository } from "./job.ts";

export interface CommitReader {
  readonly port: SnapshotPort;
  /** The facts that were read along with the files; read now if none were. */
  facts(): Promise<Facts>;
}

/**
 * Opens a commit.
 * @param tree id of its tree, where it is known
 * @param question what else is to be read with the files
 */
export function openCommit(
  client: GitHubClient,
  store: Store,
  repository: JobRepository,
  head: string,
  tree: string | undefined,
  question: Omit<Question, "blobs" | "head"> = {},
): CommitReader {
  const name = { owner: repository.owner, name: repository.name };
  const scope = blobScope(repository, client.installation);
  let facts: Facts | undefined;
  const reader: GitHubReader = {
    async tree() {
      const listed = await readTree(client, name, head, tree ?? head);
      await store.rememberTree(repository.id, head, listed.tree);
      return listed;
    },
    async blobs(entries: readonly Entry[]) {
      const blobs = new Map<string, GitHubBlob>();
      const missing: Entry[] = [];
      for (const entry of entries) {
        const known = await store.blob(scope, entry.sha);
        if (known === undefined) missing.push(entry);
        else blobs.set(entry.sha, known);
      }
      facts = await readFacts(client, name, { ...question, head, blobs: missing });
      for (const [sha, blob] of facts.blobs) {
        blobs.set(sha, blob);
        await store.rememberBlob(scope, sha, blob);
      }
      return blobs;
    },
  };
  return {
    port: githubSnapshot(name, reader),
    async facts() {
      facts ??= await readFacts(client, name, { ...question, head });
      return facts;
    },
  };
}

/** Public content may be shared; what is private stays with the installation that may see it. */
export function blobScope(repository: JobRepository, installation: number): string {
  return repository.isPrivate ? `installation ${installation}` : "public";
}
