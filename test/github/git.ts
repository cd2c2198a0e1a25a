/**
 * Reads a local git repository with git's own plumbing. It never writes: references live in the local GitHub's memory,
 * so that a person's repository stays as it is.
 */
import { type ChildProcessWithoutNullStreams, execFile, spawn } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
/** A repository that belongs to another user of the machine is read all the same: nothing in it is executed. */
const TRUST = ["-c", "safe.directory=*"];

export interface TreeRow {
  readonly mode: string;
  readonly type: "blob" | "tree" | "commit";
  readonly sha: string;
  /** Bytes of a blob; undefined for the other types, and for a blob that a partial clone does not hold. */
  readonly size: number | undefined;
  readonly path: string;
}

export interface GitObject {
  readonly sha: string;
  readonly type: "blob" | "tree" | "commit" | "tag";
  readonly bytes: Buffer;
}

export interface Person {
  readonly name: string;
  readonly email: string;
  /** ISO 8601 in UTC. */
  readonly date: string;
}

export interface Commit {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Person;
  readonly committer: Person;
  readonly message: string;
}

type Waiting = { resolve(object: GitObject | undefined): void; reject(error: Error): void };

/** One repository's objects, through one `git cat-file --batch` that lives until `close`. */
export class GitReader {
  readonly directory: string;
  #batch: ChildProcessWithoutNullStreams | undefined;
  readonly #waiting: Waiting[] = [];
  /** Trees never change, and a thousand repositories may share this reader. */
  readonly #levels = new Map<string, Promise<TreeRow[]>>();
  #chunks: Buffer[] = [];
  #length = 0;
  /** Bytes needed before the answer at the head of the line is whole; undefined while its first line is unread. */
  #needed: { total: number; start: number; sha: string; type: GitObject["type"] } | undefined;

  constructor(directory: string) {
    this.directory = directory;
  }

  /** The object that a revision names (`SHA`, `SHA:path`, `SHA^{tree}`), or undefined when there is none. */
  object(revision: string): Promise<GitObject | undefined> {
    // A line break would end the request to git early.
    if (/[\n\0]/.test(revision) || revision === "") return Promise.resolve(undefined);
    // A path that is relative to a folder of the work tree makes git give up altogether.
    if (/^[^:]*:\.\.?(\/|$)/.test(revision)) return Promise.resolve(undefined);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ resolve, reject });
      this.#process().stdin.write(`${revision}\n`);
    });
  }

  /** Every entry of a tree, trees included, in git's order. */
  tree(sha: string, recursive: boolean): Promise<TreeRow[]> {
    if (recursive) return this.#list(sha, true);
    const level = this.#levels.get(sha) ?? this.#list(sha, false);
    this.#levels.set(sha, level);
    return level;
  }

  async #list(sha: string, recursive: boolean): Promise<TreeRow[]> {
    const { stdout } = await run(
      "git",
      [...TRUST, "-C", this.directory, "ls-tree", "-z", "-l", ...(recursive ? ["-r", "-t"] : []), sha],
      { maxBuffer: 1 << 30 },
    );
    return stdout
      .split("\0")
      .filter((row) => row !== "")
      .map((row) => {
        const tab = row.indexOf("\t");
        const [mode, type, id, size] = row.slice(0, tab).split(/ +/) as [string, TreeRow["type"], string, string];
        return { mode, type, sha: id, size: /^\d+$/.test(size) ? Number(size) : undefined, path: row.slice(tab + 1) };
      });
  }

  /** Branches and tags (with the objects they name), and where HEAD points, if to a branch. */
  async references(): Promise<{ refs: Map<string, string>; head: string | undefined }> {
    const list = await run(
      "git",
      [...TRUST, "-C", this.directory, "for-each-ref", "--format=%(objectname) %(refname)", "refs/heads", "refs/tags"],
      { maxBuffer: 1 << 26 },
    );
    const refs = new Map(
      list.stdout
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => [line.slice(line.indexOf(" ") + 1), line.slice(0, line.indexOf(" "))]),
    );
    const head = await run("git", [...TRUST, "-C", this.directory, "symbolic-ref", "--quiet", "HEAD"]).catch(
      () => undefined,
    );
    return { refs, head: head?.stdout.trim() };
  }

  /** Ends the child process. */
  close(): void {
    this.#batch?.stdin.end();
    this.#batch?.kill();
    this.#batch = undefined;
  }

  #process(): ChildProcessWithoutNullStreams {
    if (this.#batch !== undefined) return this.#batch;
    const batch = spawn("git", [...TRUST, "-C", this.directory, "cat-file", "--batch"], { stdio: "pipe" });
    let complaint = "";
    batch.stderr.on("data", (chunk: Buffer) => {
      complaint = `${complaint}${chunk}`.slice(-500);
    });
    batch.stdout.on("data", (chunk: Buffer) => {
      this.#chunks.push(chunk);
      this.#length += chunk.length;
      this.#answer();
    });
    // A failed write surfaces as the exit below.
    batch.stdin.on("error", () => undefined);
    const fail = (error: Error): void => {
      this.#batch = undefined;
      for (const waiting of this.#waiting.splice(0)) waiting.reject(error);
    };
    batch.on("error", fail);
    batch.on("exit", (code) => fail(new Error(`git cat-file in ${this.directory} ended with ${code}: ${complaint}`)));
    this.#batch = batch;
    return batch;
  }

  #answer(): void {
    for (;;) {
      if (this.#needed === undefined) {
        const buffer = this.#whole();
        const end = buffer.indexOf(10);
        if (end < 0) return;
        const line = buffer.toString("utf8", 0, end);
        const [, sha, type, size] = /^([0-9a-f]{40,64}) (blob|tree|commit|tag) (\d+)$/.exec(line) ?? [];
        if (sha === undefined) {
          this.#keep(buffer.subarray(end + 1));
          this.#waiting.shift()?.resolve(undefined);
          continue;
        }
        this.#needed = { total: end + 1 + Number(size) + 1, start: end + 1, sha, type: type as GitObject["type"] };
      }
      const { total, start, sha, type } = this.#needed;
      if (this.#length < total) return;
      const buffer = this.#whole();
      const bytes = Buffer.from(buffer.subarray(start, total - 1));
      this.#keep(buffer.subarray(total));
      this.#needed = undefined;
      this.#waiting.shift()?.resolve({ sha, type, bytes });
    }
  }

  #whole(): Buffer {
    const whole = this.#chunks.length === 1 ? this.#chunks[0]! : Buffer.concat(this.#chunks);
    this.#chunks = [whole];
    return whole;
  }

  #keep(rest: Buffer): void {
    this.#chunks = rest.length === 0 ? [] : [rest];
    this.#length = rest.length;
  }
}

const PERSON = /^(author|committer) (.*) <([^>]*)> (\d+) [+-]\d{4}$/;

/** Reads the headers and the message of a commit object. */
export function parseCommit(object: GitObject): Commit {
  const text = object.bytes.toString("utf8");
  const split = text.indexOf("\n\n");
  const headers = (split < 0 ? text : text.slice(0, split)).split("\n");
  const nobody: Person = { name: "", email: "", date: new Date(0).toISOString() };
  const people: Record<string, Person> = {};
  let tree = "";
  const parents: string[] = [];
  for (const header of headers) {
    if (header.startsWith("tree ")) tree = header.slice(5);
    else if (header.startsWith("parent ")) parents.push(header.slice(7));
    else {
      const [, role, name, email, seconds] = PERSON.exec(header) ?? [];
      if (role !== undefined) {
        people[role] = { name: name!, email: email!, date: isoDate(seconds!) };
      }
    }
  }
  return {
    sha: object.sha,
    tree,
    parents,
    author: people.author ?? nobody,
    committer: people.committer ?? nobody,
    message: split < 0 ? "" : text.slice(split + 2).replace(/\n$/, ""),
  };
}

const isoDate = (seconds: string): string => `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}Z`;
