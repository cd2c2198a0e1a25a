/**
 * A plain folder, as git would see it if all of it were committed: the same ids, the same tree id, symbolic links as
 * links. Nothing outside the folder is ever read.
 */

import { createHash } from "node:crypto";
import { constants, type Dirent } from "node:fs";
import { type FileHandle, lstat, open, readdir, readlink } from "node:fs/promises";
import { say } from "../messages/said.ts";
import { contentWithoutReading, decodeContent, decodePrefix } from "./content.ts";
import { prefixBytes } from "./heads.ts";
import { type Content, type Entry, type Listing, SnapshotError, type SnapshotPort } from "./snapshot.ts";

/** As many entries as GitHub lists of one tree; a folder with more is listed in part and says so. */
export const MAX_FOLDER_ENTRIES = 100_000;

/** The id of an entry whose bytes could not be read. */
const UNREADABLE = "0".repeat(40);
/** Never follow a link that was put in place of a file, never wait for a pipe's other end. */
const OPEN_FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a folder that is not a git repository.
 * @param path the folder
 * @param cap how many entries are listed at most
 */
export function folderSnapshot(path: string, cap = MAX_FOLDER_ENTRIES): SnapshotPort {
  const root = Buffer.from(path);
  const places = new Map<string, Buffer>();
  return {
    async list(): Promise<Listing> {
      const folder = await lstat(path).catch((error: NodeJS.ErrnoException) => error);
      if (folder instanceof Error)
        throw new SnapshotError(
          folder.code === "EACCES"
            ? `${path} may not be read by this user. Give it read permission.`
            : `There is nothing at ${path}. Check the path.`,
        );
      const walk: Walk = { entries: [], places, left: cap, complete: true };
      const tree = await walkFolder(walk, root, "");
      if (tree === undefined && !walk.complete && walk.entries.length === 0)
        throw new SnapshotError(`${path} could not be listed. Check that it is a folder and may be read.`);
      return {
        source: { kind: "folder", location: path },
        repository: undefined,
        commit: undefined,
        tree: (tree ?? objectId("tree", Buffer.alloc(0))).toString("hex"),
        entries: walk.entries,
        complete: walk.complete,
      };
    },

    async read(entries: readonly Entry[]): Promise<ReadonlyMap<string, Content>> {
      const contents = new Map<string, Content>();
      for (const entry of entries) {
        const place = places.get(entry.path);
        const known = prefixBytes(entry) === undefined ? contentWithoutReading(entry) : undefined;
        contents.set(
          entry.path,
          known ??
            (place === undefined
              ? { kind: "unavailable", reason: say("unavailable.notListed") }
              : await readEntry(place, entry)),
        );
      }
      return contents;
    },
  };
}

interface Walk {
  readonly entries: Entry[];
  readonly places: Map<string, Buffer>;
  left: number;
  complete: boolean;
}

/** Lists one folder and all below it; answers its tree id, or undefined when nothing in it would be committed. */
async function walkFolder(walk: Walk, folder: Buffer, prefix: string): Promise<Buffer | undefined> {
  let names: Dirent<Buffer>[];
  try {
    names = await readdir(folder, { withFileTypes: true, encoding: "buffer" });
  } catch {
    walk.complete = false;
    return undefined;
  }
  // Git sorts a tree by bytes, a folder's name as if it ended with a slash.
  const sortKey = (item: Dirent<Buffer>) =>
    item.isDirectory() ? Buffer.concat([item.name, Buffer.from("/")]) : item.name;
  names.sort((a, b) => Buffer.compare(sortKey(a), sortKey(b)));
  const records: Buffer[] = [];
  for (const item of names) {
    if (item.name.toString("latin1") === ".git") continue;
    const place = Buffer.concat([folder, Buffer.from("/"), item.name]);
    const path = prefix + item.name.toString("utf8");
    if (item.isDirectory()) {
      const tree = await walkFolder(walk, place, `${path}/`);
      if (tree !== undefined) records.push(record("40000", item.name, tree));
    } else if (item.isFile() || item.isSymbolicLink()) {
      if (walk.left === 0) {
        walk.complete = false;
        break;
      }
      walk.left--;
      const entry = item.isFile() ? await fileEntry(place, path) : await linkEntry(place, path);
      walk.entries.push(entry);
      walk.places.set(path, place);
      const mode = entry.kind === "symlink" ? "120000" : entry.executable ? "100755" : "100644";
      records.push(record(mode, item.name, Buffer.from(entry.sha, "hex")));
    }
  }
  return records.length === 0 ? undefined : objectId("tree", Buffer.concat(records));
}

async function fileEntry(place: Buffer, path: string): Promise<Entry> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(place, OPEN_FLAGS);
    const { size, mode } = await handle.stat();
    const hash = createHash("sha1").update(`blob ${size}\0`);
    for await (const chunk of handle.createReadStream({ autoClose: false, highWaterMark: 1 << 20 })) hash.update(chunk);
    return { path, kind: "file", executable: (mode & 0o100) !== 0, size, sha: hash.digest("hex") };
  } catch {
    return { path, kind: "file", executable: false, size: undefined, sha: UNREADABLE };
  } finally {
    await handle?.close();
  }
}

async function linkEntry(place: Buffer, path: string): Promise<Entry> {
  try {
    const target = await readlink(place, { encoding: "buffer" });
    return {
      path,
      kind: "symlink",
      executable: false,
      size: target.length,
      sha: objectId("blob", target).toString("hex"),
    };
  } catch {
    return { path, kind: "symlink", executable: false, size: undefined, sha: UNREADABLE };
  }
}

const CHANGED: Content = { kind: "unavailable", reason: say("unavailable.changed") };

async function readEntry(place: Buffer, entry: Entry): Promise<Content> {
  try {
    const prefix = prefixBytes(entry);
    if (prefix !== undefined) {
      const head = await readPrefix(place, prefix, entry.size);
      return head === undefined ? CHANGED : decodePrefix(head, entry);
    }
    const bytes = entry.kind === "symlink" ? await readlink(place, { encoding: "buffer" }) : await readBytes(place);
    return objectId("blob", bytes).toString("hex") === entry.sha ? decodeContent(bytes, entry) : CHANGED;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown error";
    return {
      kind: "unavailable",
      reason: code === "EACCES" ? say("unavailable.forbidden") : say("unavailable.failed", code),
    };
  }
}

async function readBytes(place: Buffer): Promise<Buffer> {
  const handle = await open(place, OPEN_FLAGS);
  try {
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** The first bytes of a file, or undefined when it has not the size any more that it had when it was listed. */
async function readPrefix(place: Buffer, most: number, size: number | undefined): Promise<Buffer | undefined> {
  const handle = await open(place, OPEN_FLAGS);
  try {
    if ((await handle.stat()).size !== size) return undefined;
    const bytes = Buffer.alloc(most);
    let read = 0;
    while (read < most) {
      const { bytesRead } = await handle.read(bytes, read, most - read, read);
      if (bytesRead === 0) return undefined;
      read += bytesRead;
    }
    return bytes;
  } finally {
    await handle.close();
  }
}

function objectId(type: "blob" | "tree", bytes: Buffer): Buffer {
  return createHash("sha1").update(`${type} ${bytes.length}\0`).update(bytes).digest();
}

function record(mode: string, name: Buffer, id: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${mode} `), name, Buffer.from("\0"), id]);
}
