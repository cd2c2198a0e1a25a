/** Tells what kind of source a person named, and opens it. */
import { stat } from "node:fs/promises";
import { folderSnapshot } from "./folder.ts";
import { findGitDirectory, gitSnapshot } from "./git.ts";
import { SnapshotError, type SnapshotPort } from "./snapshot.ts";

/** `owner/name` with an optional branch, tag or commit. */
export interface GitHubSource {
  readonly owner: string;
  readonly name: string;
  readonly ref: string | undefined;
}

export interface SourceOptions {
  /** Revision to read; only git repositories and GitHub have any. */
  readonly rev?: string | undefined;
  /** Opens a repository on GitHub; left out where GitHub may not be asked. */
  readonly github?: ((source: GitHubSource) => SnapshotPort | Promise<SnapshotPort>) | undefined;
}

export interface OpenedSource {
  readonly kind: "folder" | "git" | "github";
  readonly port: SnapshotPort;
}

/**
 * Opens a folder, a git work tree, a bare git directory, or `owner/name[@ref]` on GitHub. What exists on disk wins.
 * @throws {SnapshotError} when the source is none of these, or `rev` is asked of a plain folder
 */
export async function openSource(source: string, options: SourceOptions = {}): Promise<OpenedSource> {
  const found = await stat(source).catch((error: NodeJS.ErrnoException) => error);
  if (!(found instanceof Error)) {
    if (!found.isDirectory()) throw new SnapshotError(`${source} is a file. Name the folder that holds it instead.`);
    if ((await findGitDirectory(source)) !== undefined)
      return { kind: "git", port: gitSnapshot(source, options.rev ?? "HEAD") };
    if (options.rev !== undefined)
      throw new SnapshotError(`${source} is a plain folder: it has no revisions. Leave the revision out.`);
    return { kind: "folder", port: folderSnapshot(source) };
  }
  if (found.code === "EACCES")
    throw new SnapshotError(`${source} may not be read by this user. Give it read permission.`);
  const github = parseGitHubSource(source);
  if (github === undefined)
    throw new SnapshotError(
      `There is nothing at ${source}. Name a folder, a git repository, or owner/repository on GitHub.`,
    );
  if (options.github === undefined)
    throw new SnapshotError(`There is no folder ${source}, and GitHub may not be asked here (offline).`);
  return { kind: "github", port: await options.github({ ...github, ref: options.rev ?? github.ref }) };
}

/** Reads `owner/name[@ref]`; GitHub's own limits on names apply. */
export function parseGitHubSource(source: string): GitHubSource | undefined {
  const match = /^([A-Za-z0-9][A-Za-z0-9-]{0,38})\/([A-Za-z0-9._-]{1,100})(?:@([^\s@][^\s]{0,254}))?$/.exec(source);
  const [, owner, name, ref] = match ?? [];
  if (owner === undefined || name === undefined || name === "." || name === "..") return undefined;
  return { owner, name, ref };
}
