/** Reads a commit for an audit: files through the blob cache, and with them in one request all other facts. */
import { areBytesWanted } from "../github/blobs.ts";
import type { GitHubClient } from "../github/client.ts";
import { type Facts, type Question, readFacts } from "../github/read.ts";
import { readTree } from "../github/tree.ts";
import { type GitHubReader, githubSnapshot } from "../snapshot/github.ts";
import type { Entry, SnapshotPort } from "../snapshot/snapshot.ts";
import { installationScope, PUBLIC_SCOPE } from "../store/scope.ts";
import type { Store } from "../store/store.ts";
import type { JobRepository } from "./job.ts";
import type { WorkMeter } from "./meter.ts";

export interface CommitReader {
  readonly port: SnapshotPort;
  /** The facts that were read along with the files; read now if none were, unless nobody needs them. */
  facts(): Promise<Facts | undefined>;
}

export interface ReadQuestion extends Omit<Question, "blobs" | "head"> {
  /** False where the facts serve only if they come along with files that have to be read. */
  readonly isNeeded?: boolean;
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
  { isNeeded = true, ...question }: ReadQuestion = {},
  meter?: Pick<WorkMeter, "cache">,
): CommitReader {
  const name = { owner: repository.owner, name: repository.name };
  const scope = blobScope(repository, client.installation);
  let facts: Facts | undefined;
  let isReadAhead = false;
  const reader: GitHubReader = {
    async tree() {
      const kept = tree === undefined ? undefined : await store.list(repository.id, tree);
      if (kept !== undefined && tree !== undefined) {
        isReadAhead = true;
        return { commit: head, tree, entries: kept, complete: true };
      }
      const listed = await readTree(client, name, head, tree ?? head);
      await store.rememberTree(repository.id, head, listed.tree);
      return listed;
    },
    async blobs(entries: readonly Entry[]) {
      const known = await store.blobs(
        scope,
        entries.map(({ sha }) => sha),
      );
      const missing = entries.filter((entry) => {
        const blob = known.get(entry.sha);
        return blob === undefined || (blob.kind === "binary" && areBytesWanted(entry, blob.size));
      });
      meter?.cache("blob", true, entries.length - missing.length);
      meter?.cache("blob", false, missing.length);
      if (missing.length === 0 && !isNeeded) return known;
      facts = await readFacts(client, name, { ...question, head, blobs: missing });
      await store.rememberBlobs(scope, facts.blobs);
      // Not before: an audit that has to be tried again needs the list again.
      if (isReadAhead) await store.forgetList(repository.id);
      return new Map([...known, ...facts.blobs]);
    },
  };
  return {
    port: githubSnapshot(name, reader),
    async facts() {
      if (isNeeded) facts ??= await readFacts(client, name, { ...question, head });
      return facts;
    },
  };
}

/** Public content may be shared; what is private stays with the installation that may see it. */
export function blobScope(repository: JobRepository, installation: number): string {
  return repository.isPrivate ? installationScope(installation) : PUBLIC_SCOPE;
}
