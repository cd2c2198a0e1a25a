/**
 * A commit on GitHub as a snapshot. How GitHub is asked is the reader's business; this adapter only turns its answers
 * into a listing and contents, so the core never depends on an API client.
 */
import { type Said, say } from "../messages/said.ts";
import { contentWithoutReading, decodeContent } from "./content.ts";
import type { Content, Entry, Listing, SnapshotPort } from "./snapshot.ts";

export interface GitHubTree {
  readonly commit: string;
  readonly tree: string;
  readonly entries: readonly Entry[];
  /** False when GitHub cut the list and it could not be walked to its end. */
  readonly complete: boolean;
}

/** What reading one blob gave. `bytes` are as stored in git. */
export type GitHubBlob =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "binary"; readonly size: number }
  | { readonly kind: "unavailable"; readonly reason: Said };

/** The few questions that a snapshot asks GitHub. */
export interface GitHubReader {
  tree(): Promise<GitHubTree>;
  /** Reads blobs by object id; an id that is missing from the answer could not be read. */
  blobs(entries: readonly Entry[]): Promise<ReadonlyMap<string, GitHubBlob>>;
}

/** Reads one commit of a GitHub repository through `reader`. */
export function githubSnapshot(repository: { owner: string; name: string }, reader: GitHubReader): SnapshotPort {
  return {
    async list(): Promise<Listing> {
      const tree = await reader.tree();
      return {
        source: { kind: "github", location: `${repository.owner}/${repository.name}` },
        repository: { owner: repository.owner, name: repository.name },
        ...tree,
      };
    },

    async read(entries: readonly Entry[]): Promise<ReadonlyMap<string, Content>> {
      const contents = new Map<string, Content>();
      const wanted: Entry[] = [];
      for (const entry of entries) {
        const known = contentWithoutReading(entry);
        if (known === undefined) wanted.push(entry);
        else contents.set(entry.path, known);
      }
      const blobs = wanted.length === 0 ? new Map<string, GitHubBlob>() : await reader.blobs(wanted);
      for (const entry of wanted) contents.set(entry.path, toContent(blobs.get(entry.sha), entry));
      return contents;
    },
  };
}

function toContent(blob: GitHubBlob | undefined, entry: Entry): Content {
  if (blob === undefined) return { kind: "unavailable", reason: say("unavailable.notReturned") };
  return blob.kind === "bytes" ? decodeContent(blob.bytes, entry) : blob;
}
