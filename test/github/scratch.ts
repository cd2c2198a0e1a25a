/** Git repositories for tests and the demo, in a temporary folder, with real commits. */
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Text, bytes, or a file with another mode: an executable, a symbolic link (its target), a submodule (its commit). */
export type ScratchFile =
  | string
  | Uint8Array
  | { readonly mode: "100755" | "120000" | "160000"; readonly content: string };

export interface CommitOptions {
  /** Default `main`. */
  readonly branch?: string;
  /** Branch or commit that the new commit stands on; default: the branch itself, where it exists. */
  readonly from?: string;
  readonly message?: string;
  /** ISO 8601; commits with the same content, parent and date have the same id. */
  readonly date?: string;
}

export interface ScratchRepository {
  /** A bare repository. */
  readonly directory: string;
  /** Adds or replaces files (null removes) on a branch; answers with the commit's id. */
  commit(files: Readonly<Record<string, ScratchFile | null>>, options?: CommitOptions): Promise<string>;
  /** Points a branch at a commit, and HEAD at the branch. */
  branch(name: string, commit: string): Promise<void>;
  remove(): Promise<void>;
}

/** Makes an empty bare repository; `objects` names an object folder of another one to share, which stays unwritten. */
export async function scratchRepository(
  options: { objects?: string; shallow?: string } = {},
): Promise<ScratchRepository> {
  const directory = await mkdtemp(join(tmpdir(), "openness-git-"));
  const environment = {
    ...process.env,
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_DIR: directory,
    GIT_INDEX_FILE: join(directory, "scratch-index"),
    GIT_AUTHOR_NAME: "Ada Example",
    GIT_AUTHOR_EMAIL: "ada@example.org",
    GIT_COMMITTER_NAME: "Ada Example",
    GIT_COMMITTER_EMAIL: "ada@example.org",
  };
  const git = async (args: readonly string[], input?: string | Uint8Array, extra: object = {}): Promise<string> => {
    const child = run("git", [...args], { env: { ...environment, ...extra }, maxBuffer: 1 << 26 });
    // A command that reads nothing may be gone before its input is closed.
    child.child.stdin?.on("error", () => undefined).end(input ?? "");
    return (await child).stdout.trim();
  };
  await git(["init", "--quiet", "--bare", "--initial-branch=main"]);
  if (options.objects !== undefined)
    await writeFile(join(directory, "objects", "info", "alternates"), `${options.objects}\n`);
  if (options.shallow !== undefined) await writeFile(join(directory, "shallow"), options.shallow);

  /** Stores contents, all of them by one process: to start one for each takes most of the time of a large commit. */
  const blobs = async (contents: readonly (string | Uint8Array)[]): Promise<string[]> => {
    if (contents.length === 0) return [];
    const folder = await mkdtemp(join(tmpdir(), "openness-blobs-"));
    try {
      const paths = contents.map((_, number) => join(folder, String(number)));
      for (const [number, content] of contents.entries()) await writeFile(paths[number]!, content);
      return (await git(["hash-object", "-w", "--no-filters", "--stdin-paths"], `${paths.join("\n")}\n`)).split("\n");
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };

  const commit: ScratchRepository["commit"] = async (
    files,
    { branch = "main", date, from, message = "Change files" } = {},
  ) => {
    const tip = (name: string): Promise<string> => git(["rev-parse", "--verify", "--quiet", `${name}^{commit}`]);
    const parent = from === undefined ? await tip(`refs/heads/${branch}`).catch(() => undefined) : await tip(from);
    await git(parent === undefined ? ["read-tree", "--empty"] : ["read-tree", parent]);
    const entries = Object.entries(files).map(([path, file]) => {
      if (file === null) return { path, mode: "0", content: undefined, id: "0".repeat(40) };
      const isPlain = typeof file === "string" || file instanceof Uint8Array;
      const content = isPlain ? file : file.content;
      const mode = isPlain ? "100644" : file.mode;
      return mode === "160000" ? { path, mode, content: undefined, id: String(content) } : { path, mode, content };
    });
    const ids = await blobs(entries.flatMap(({ content }) => (content === undefined ? [] : [content])));
    const index = entries.map(({ path, mode, content, id }) => {
      const blob = content === undefined ? id : ids.shift();
      return `${mode} ${blob}\t${path}\0`;
    });
    await git(["update-index", "-z", "--index-info"], index.join(""));
    const tree = await git(["write-tree", "--missing-ok"]);
    const when = date === undefined ? {} : { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date };
    const parents = parent === undefined ? [] : ["-p", parent];
    const sha = await git(["commit-tree", tree, ...parents, "-m", message], undefined, when);
    await git(["update-ref", `refs/heads/${branch}`, sha]);
    return sha;
  };
  const branch = async (name: string, sha: string): Promise<void> => {
    await git(["update-ref", `refs/heads/${name}`, sha]);
    await git(["symbolic-ref", "HEAD", `refs/heads/${name}`]);
  };
  return { directory, commit, branch, remove: () => rm(directory, { recursive: true, force: true }) };
}
