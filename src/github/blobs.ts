/** Blobs as GraphQL gives them, and the few that only REST gives whole. */
import { say } from "../messages/said.ts";
import type { GitHubBlob } from "../snapshot/github.ts";
import { hasWantedHead } from "../snapshot/heads.ts";
import type { Entry } from "../snapshot/snapshot.ts";
import type { GitHubClient } from "./client.ts";
import { NotReadable, Refused } from "./errors.ts";
import type { RepositoryName } from "./tree.ts";

export interface BlobAnswer {
  /** Absent when the object is not a blob. */
  readonly oid?: string;
  readonly byteSize?: number;
  readonly isBinary?: boolean | null;
  readonly isTruncated?: boolean;
  readonly text?: string | null;
}

/** Binary to GitHub, but small enough that it may be text in UTF-16, which Windows tools write. */
const SMALL_BINARY_BYTES = 64 * 1024;
/** Requests for single blobs that one audit may make; what is beyond them counts as unavailable. */
const MAX_RAW_READS = 40;
const RAW_READS_AT_ONCE = 6;
/** Names of files that are text by their purpose. */
const TEXT_NAME = /\.(?:md|markdown|txt|rst|json|jsonl|ya?ml|toml|cff|bib|cfg|ini|csv|tsv|py)$|(?:^|\/)[A-Z_-]+$/i;

/** What GraphQL's answer says of a blob; `read-raw` when the answer is cut or altered. */
export function toBlob(answer: BlobAnswer | null | undefined, entry: Entry): GitHubBlob | "read-raw" {
  if (answer === null || answer === undefined || answer.oid === undefined)
    return { kind: "unavailable", reason: say("unavailable.notReturned") };
  if (answer.isTruncated === true) return "read-raw";
  const { text } = answer;
  const size = answer.byteSize ?? entry.size ?? 0;
  if (text === null || text === undefined) return mayBeText(entry, size) ? "read-raw" : { kind: "binary", size };
  // Replacement characters show that the bytes were not UTF-8: only the bytes themselves tell what they were.
  if (text.includes("\uFFFD")) return "read-raw";
  return { kind: "bytes", bytes: Buffer.from(text) };
}

/**
 * True where "binary" says too little of a blob at this path, because there its very bytes are looked into. What was
 * found out about the same blob at another path may be just that word.
 */
export function areBytesWanted(entry: Entry, size: number): boolean {
  return mayBeText(entry, size) || hasWantedHead(entry);
}

function mayBeText({ path }: Entry, size: number): boolean {
  return size <= SMALL_BINARY_BYTES && TEXT_NAME.test(path);
}

/**
 * Reads blobs one by one, whole.
 * Source: GitHub REST docs, "Get a blob": up to 100 MB, in Base64.
 * @param most how many are read at most; the others count as unavailable
 */
export async function readLarge(
  client: GitHubClient,
  { owner, name }: RepositoryName,
  entries: readonly Entry[],
  most = MAX_RAW_READS,
): Promise<ReadonlyMap<string, GitHubBlob>> {
  const blobs = new Map<string, GitHubBlob>();
  const queue = entries.slice(0, most);
  for (const { sha } of entries.slice(most))
    blobs.set(sha, { kind: "unavailable", reason: say("unavailable.tooMany") });
  const work = async (): Promise<void> => {
    for (let entry = queue.shift(); entry !== undefined; entry = queue.shift()) {
      try {
        const blob = await client.get<{ content: string; encoding: string }>(
          "GET /repos/{owner}/{repo}/git/blobs/{file_sha}",
          { owner, repo: name, file_sha: entry.sha },
        );
        const encoding = blob.encoding === "base64" ? "base64" : "utf8";
        blobs.set(entry.sha, { kind: "bytes", bytes: Buffer.from(blob.content, encoding) });
      } catch (error) {
        if (!(error instanceof NotReadable || error instanceof Refused)) throw error;
        blobs.set(entry.sha, { kind: "unavailable", reason: say("unavailable.notReturned") });
      }
    }
  };
  await Promise.all(Array.from({ length: RAW_READS_AT_ONCE }, work));
  return blobs;
}
