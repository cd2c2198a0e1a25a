/**
 * Runs git's plumbing on a directory that nobody has vouched for: nothing in its configuration may start a program, ask
 * a question or reach the network, and nothing of the caller's own git settings leaks in.
 */
import { spawn } from "node:child_process";

export interface GitResult {
  /** Exit code; undefined when git could not be started. */
  readonly code: number | undefined;
  readonly output: Buffer;
  /** What git wrote on its error stream, shortened to one line. */
  readonly error: string;
}

/** Settings that win over the repository's own, for every command. */
const GUARDS = ["-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.pager=cat", "--no-pager"];

/**
 * Runs one git command and collects what it prints. Never rejects.
 * @param most bytes of output after which the command is ended, as if that were all
 */
export function git(
  directory: string,
  args: readonly string[],
  input = "",
  most = Number.POSITIVE_INFINITY,
): Promise<GitResult> {
  return new Promise((done) => {
    const child = spawn("git", [...GUARDS, ...args], {
      cwd: directory,
      env: environment(directory),
      stdio: ["pipe", "pipe", "pipe"],
    });
    const output: Buffer[] = [];
    let length = 0;
    let error = "";
    child.stdout.on("data", (chunk: Buffer) => {
      if (length >= most) return;
      output.push(chunk);
      length += chunk.length;
      if (length >= most) child.kill("SIGKILL");
    });
    child.stderr.on("data", (chunk: Buffer) => {
      if (error.length < 2_000) error += chunk.toString("utf8");
    });
    child.on("error", (reason) =>
      done({
        code: undefined,
        output: Buffer.alloc(0),
        error: `git could not be started (${reason.message}). Install git.`,
      }),
    );
    child.on("close", (code) =>
      done({
        code: length >= most ? 0 : (code ?? 1),
        output: Buffer.concat(output).subarray(0, most),
        error: oneLine(error),
      }),
    );
    // A git that stops early closes its input: its exit code says so, the broken pipe adds nothing.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

/**
 * Reads objects by id in one process. Ids that this copy does not have are left out of the answer.
 * Source: git-cat-file(1), "BATCH OUTPUT".
 */
export async function catFiles(directory: string, ids: readonly string[]): Promise<ReadonlyMap<string, Buffer>> {
  const { output } = await git(directory, ["cat-file", "--batch"], `${ids.join("\n")}\n`);
  const objects = new Map<string, Buffer>();
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf(10, at);
    if (end < 0) break;
    const [id, type, size] = output.subarray(at, end).toString("utf8").split(" ");
    at = end + 1;
    if (id === undefined || size === undefined || type === "missing") continue;
    const length = Number(size);
    if (!Number.isSafeInteger(length) || at + length > output.length) break;
    objects.set(id, output.subarray(at, at + length));
    at += length + 1;
  }
  return objects;
}

/** Blobs above this are given out as they are unpacked, not after (git-config(1), core.bigFileThreshold). */
const STREAMED = ["-c", "core.bigFileThreshold=1m"];

/** The first bytes of a blob, or all of it where it is shorter; undefined when this copy does not have it. */
export async function blobPrefix(directory: string, id: string, most: number): Promise<Buffer | undefined> {
  const { code, output } = await git(directory, [...STREAMED, "cat-file", "blob", id], "", most);
  return code === 0 ? output : undefined;
}

/** Sizes in bytes of objects, by id; ids that are not here, or not files, are left out. */
export async function objectSizes(directory: string, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { output } = await git(directory, ["cat-file", "--batch-check"], `${ids.join("\n")}\n`);
  const lines = output.toString("utf8").matchAll(/^([0-9a-f]{40,64}) blob (\d{1,15})$/gm);
  return new Map(Array.from(lines, ([, id, size]) => [id!, Number(size)]));
}

/**
 * An explicit GIT_DIR spares git the search for one, and with it the refusal of directories that another user owns
 * (git-config(1), safe.directory). Promised objects of a partial clone are not fetched: no protocol is allowed.
 */
function environment(directory: string): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    SYSTEMROOT: process.env.SYSTEMROOT,
    LC_ALL: "C",
    GIT_DIR: directory,
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_ATTR_NOSYSTEM: "1",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_TERMINAL_PROMPT: "0",
    GIT_NO_LAZY_FETCH: "1",
    GIT_ALLOW_PROTOCOL: "none",
    GIT_NO_REPLACE_OBJECTS: "1",
  };
}

function oneLine(text: string): string {
  return text.trim().split("\n").at(-1)?.slice(0, 300) ?? "";
}
