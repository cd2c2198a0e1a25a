/**
 * A snapshot is what is read: the tree of files of one commit, and the contents that the rules asked for.
 * Adapters for GitHub, git and plain folders stand behind `SnapshotPort`; everything after this point is pure.
 */
import type { Said } from "../messages/said.ts";

export interface Entry {
  /** Path from the repository's root, with `/` separators, as UTF-8 (never quoted). */
  readonly path: string;
  readonly kind: "file" | "symlink" | "submodule";
  readonly executable: boolean;
  /** Size of the blob in bytes; undefined where the source does not tell (submodules). */
  readonly size: number | undefined;
  /** Git object id of the blob (of the commit for a submodule). */
  readonly sha: string;
}

export interface GitLfsPointer {
  readonly format: "git-lfs";
  readonly oid: string;
  /** Size in bytes of the object that the pointer stands for. */
  readonly size: number;
}

/** What reading one entry gave. Each odd kind of file has its own outcome, so that "could not look" is never "no". */
export type Content =
  | { readonly kind: "text"; readonly text: string; readonly encoding: string }
  | { readonly kind: "pointer"; readonly pointer: GitLfsPointer }
  /** `head`: the first bytes, or all of them, of a file that a rule looks into (see `heads.ts`), where they were read. */
  | { readonly kind: "binary"; readonly size: number; readonly head?: Uint8Array }
  | { readonly kind: "symlink"; readonly target: string }
  | { readonly kind: "submodule"; readonly commit: string }
  | { readonly kind: "too-large"; readonly size: number; readonly cap: number }
  | { readonly kind: "unavailable"; readonly reason: Said };

export interface Listing {
  readonly source: { readonly kind: "github" | "git" | "folder"; readonly location: string };
  readonly repository: { readonly owner: string; readonly name: string } | undefined;
  /** Commit id; undefined for a plain folder. */
  readonly commit: string | undefined;
  /** Tree id; for a plain folder, computed as git would. */
  readonly tree: string;
  readonly entries: readonly Entry[];
  /** False when the host cut the list: then "absent" may not be claimed. */
  readonly complete: boolean;
}

/** One model of a repository that holds several. */
export interface ModelPlace {
  readonly name: string;
  /** Its folder, without slashes around it. */
  readonly path: string;
  /** What the repository's other models are called. */
  readonly others: readonly string[];
}

/** One commit's files, with the contents that were asked for. */
export interface Snapshot extends Listing {
  readonly contents: ReadonlyMap<string, Content>;
  /** The model that is meant, where the repository holds several: the entries are its own and those that all share. */
  readonly model?: ModelPlace;
}

/** Where a snapshot comes from. `list` is called once, `read` once with every entry that is wanted. */
export interface SnapshotPort {
  list(): Promise<Listing>;
  read(entries: readonly Entry[]): Promise<ReadonlyMap<string, Content>>;
}

/** A file above this many bytes is never read as text. */
export const MAX_FILE_BYTES = 2 * 1024 * 1024;

/**
 * Lists a commit and reads what `select` picks from the list, in one go.
 * @throws {SnapshotError} when the source cannot be read at all
 */
export async function takeSnapshot(
  port: SnapshotPort,
  select: (listing: Listing) => readonly Entry[],
): Promise<Snapshot> {
  const listing = await port.list();
  return { ...listing, contents: await port.read(select(listing)) };
}

/** The source could not be read: says what happened, where, and what to do. */
export class SnapshotError extends Error {
  override readonly name = "SnapshotError";
}
