/**
 * The committed content of a git repository: a work tree or a bare directory, at one revision. Only git's plumbing is
 * asked, never the working files, so that what is audited is what was committed.
 */

import { readFile, stat } from "node:fs/promises";
import { isAbsolute, join, resolve } from "node:path";
import { say } from "../messages/said.ts";
import { contentWithoutReading, decodeContent, decodePrefix } from "./content.ts";
import { blobPrefix, catFiles, git, objectSizes } from "./git-command.ts";
import { prefixBytes } from "./heads.ts";
import { type Content, type Entry, type Listing, SnapshotError, type SnapshotPort } from "./snapshot.ts";

/**
 * Reads a git repository at a revision.
 * @param location a work tree's folder or a bare directory
 * @param rev any revision that names a commit; `HEAD` when left out
 */
export function gitSnapshot(location: string, rev = "HEAD"): SnapshotPort {
  let directory: Promise<string> | undefined;
  const gitDirectory = () => {
    directory ??= openGitDirectory(location);
    return directory;
  };
  let missing: ReadonlySet<string> = new Set();
  return {
    async list(): Promise<Listing> {
      const dir = await gitDirectory();
      const commit = await resolveCommit(dir, location, rev);
      const [tree, listed] = await Promise.all([
        git(dir, ["rev-parse", "--verify", "--end-of-options", `${commit}^{tree}`]),
        git(dir, ["ls-tree", "-r", "-l", "-z", "--full-tree", "--end-of-options", commit]),
      ]);
      let entries = parseTree(listed.output);
      if (listed.code !== 0 && tree.code === 0)
        ({ entries, missing } = await listPartial(dir, location, tree.output.toString("utf8").trim()));
      else if (tree.code !== 0) throw unlistable(location, commit, tree.error);
      return {
        source: { kind: "git", location },
        repository: undefined,
        commit,
        tree: tree.output.toString("utf8").trim(),
        entries,
        complete: true,
      };
    },

    async read(entries: readonly Entry[]): Promise<ReadonlyMap<string, Content>> {
      const contents = new Map<string, Content>();
      const wanted: Entry[] = [];
      for (const entry of entries) {
        const prefix = prefixBytes(entry);
        if (prefix !== undefined) {
          const bytes = await blobPrefix(await gitDirectory(), entry.sha, prefix);
          contents.set(entry.path, bytes === undefined ? notHere(entry) : decodePrefix(bytes, entry));
          continue;
        }
        const known = contentWithoutReading(entry);
        if (known === undefined && !missing.has(entry.sha)) wanted.push(entry);
        else if (known === undefined) contents.set(entry.path, notHere(entry));
        else contents.set(entry.path, known);
      }
      if (wanted.length === 0) return contents;
      const blobs = await catFiles(await gitDirectory(), [...new Set(wanted.map((entry) => entry.sha))]);
      for (const entry of wanted) {
        const bytes = blobs.get(entry.sha);
        contents.set(entry.path, bytes === undefined ? notHere(entry) : decodeContent(bytes, entry));
      }
      return contents;
    },
  };
}

const notHere = (entry: Entry): Content => ({
  kind: "unavailable",
  reason: say("unavailable.notCopied", entry.sha),
});

const unlistable = (location: string, commit: string, error: string) =>
  new SnapshotError(
    `The files of ${commit} in ${location} could not be listed: ${error}. ` +
      "The repository may be damaged or cut off: run `git fsck` there.",
  );

/**
 * Lists a tree of which some blobs are missing, as in a partial clone: there, asking for the size of a missing blob makes
 * git want to fetch it and give up. Only `rev-list --missing` looks without fetching.
 */
async function listPartial(
  dir: string,
  location: string,
  tree: string,
): Promise<{ entries: Entry[]; missing: ReadonlySet<string> }> {
  const [listed, walked] = await Promise.all([
    git(dir, ["ls-tree", "-r", "-z", "--full-tree", "--end-of-options", tree]),
    git(dir, ["rev-list", "--objects", "--missing=print", "--end-of-options", tree]),
  ]);
  if (listed.code !== 0 || walked.code !== 0) throw unlistable(location, tree, listed.error || walked.error);
  const missing = new Set(
    Array.from(walked.output.toString("utf8").matchAll(/^\?([0-9a-f]{40,64})$/gm), ([, id]) => id!),
  );
  const entries = parseTree(listed.output);
  const present = [...new Set(entries.map((entry) => entry.sha))].filter((sha) => !missing.has(sha));
  const sizes = await objectSizes(dir, present);
  return { entries: entries.map((entry) => ({ ...entry, size: sizes.get(entry.sha) })), missing };
}

/** The git directory behind a path: the path itself when bare, its `.git`, or where a `.git` file points. */
export async function findGitDirectory(location: string): Promise<string | undefined> {
  const dotGit = join(location, ".git");
  const found = await stat(dotGit).catch(() => undefined);
  if (found?.isDirectory()) return resolve(dotGit);
  if (found?.isFile()) {
    const target = /^gitdir: ([^\r\n]{1,4096})/.exec(await readFile(dotGit, "utf8"))?.[1];
    return target === undefined ? undefined : isAbsolute(target) ? target : resolve(location, target);
  }
  const parts = await Promise.all(
    ["HEAD", "objects", "refs"].map((name) => stat(join(location, name)).catch(() => undefined)),
  );
  return parts[0]?.isFile() && parts[1]?.isDirectory() && parts[2]?.isDirectory() ? resolve(location) : undefined;
}

async function openGitDirectory(location: string): Promise<string> {
  const folder = await stat(location).catch((error: NodeJS.ErrnoException) => error);
  if (folder instanceof Error)
    throw new SnapshotError(
      folder.code === "EACCES"
        ? `${location} may not be read by this user. Give it read permission.`
        : `There is nothing at ${location}. Check the path.`,
    );
  if (!folder.isDirectory())
    throw new SnapshotError(`${location} is a file. Name the folder of a git repository instead.`);
  const directory = await findGitDirectory(location);
  if (directory === undefined)
    throw new SnapshotError(`${location} is not a git repository: it has no .git and is not a bare directory.`);
  return directory;
}

async function resolveCommit(dir: string, location: string, rev: string): Promise<string> {
  if (/[\0\r\n]/.test(rev)) throw new SnapshotError("A revision may not contain line breaks or NUL characters.");
  const found = await git(dir, ["rev-parse", "--verify", "--end-of-options", `${rev}^{commit}`]);
  if (found.code === 0) return found.output.toString("utf8").trim();
  if (found.code === undefined) throw new SnapshotError(found.error);
  const any = await git(dir, ["rev-list", "--all", "--max-count=1"]);
  if (any.code !== 0)
    throw new SnapshotError(`${location} could not be read as a git repository: ${any.error || found.error}`);
  if (any.output.length === 0)
    throw new SnapshotError(`The git repository at ${location} has no commits yet: there is nothing to audit.`);
  throw new SnapshotError(
    `There is no commit called ${JSON.stringify(rev)} in ${location}. Check the name, or fetch it first.`,
  );
}

/** Parses `ls-tree -l -z`: `<mode> <type> <id> <size>\t<path>\0`, with `-` for a submodule's size. */
function parseTree(output: Buffer): Entry[] {
  const entries: Entry[] = [];
  for (const record of output.toString("utf8").split("\0")) {
    const tab = record.indexOf("\t");
    if (tab < 0) continue;
    const [mode, , sha, size] = record.slice(0, tab).split(/ +/);
    if (mode === undefined || sha === undefined) continue;
    entries.push({
      path: record.slice(tab + 1),
      kind: mode === "120000" ? "symlink" : mode === "160000" ? "submodule" : "file",
      executable: mode === "100755",
      // A blob that a partial clone left out has no size here ("BAD").
      size: size !== undefined && /^\d+$/.test(size) ? Number(size) : undefined,
      sha,
    });
  }
  return entries;
}
