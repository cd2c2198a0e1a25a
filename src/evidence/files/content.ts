import { type Content, type Entry, MAX_FILE_BYTES } from "../../snapshot/snapshot.ts";

/** Contents by path, as a snapshot holds them. */
export type Contents = ReadonlyMap<string, Content>;

/** The text of an entry where it was read as text. */
export function textOf(contents: Contents, path: string): string | undefined {
  const content = contents.get(path);
  return content?.kind === "text" ? content.text : undefined;
}

/** The first lines of a text, each cut to 2,000 characters, without splitting the whole text. */
export function firstLines(text: string, most: number): string[] {
  const lines: string[] = [];
  let from = 0;
  while (lines.length < most && from <= text.length) {
    const end = text.indexOf("\n", from);
    const stop = end < 0 ? text.length : end;
    lines.push(text.slice(from, Math.min(stop, from + 2_000)).replace(/\r$/, ""));
    if (end < 0) break;
    from = end + 1;
  }
  return lines;
}

/**
 * Bytes of an entry's blob. Where the source does not tell, it is taken for just too large to be read: partial clones
 * leave out the large blobs, and a size that is not known must not make an empty file of it.
 */
export function sizeOf(entry: Entry): number {
  return entry.size ?? MAX_FILE_BYTES;
}

/** What stands behind an entry that is no ordinary file: a pointer to an object kept elsewhere. */
export interface Pointer {
  readonly format: "git-lfs" | "git-annex";
  /** Bytes of the object; undefined when the pointer does not tell. */
  readonly bytes: number | undefined;
}

/**
 * The pointer that an entry is, if it is one: Git LFS (as Xet stores it too; the reader recognises it), the same in
 * text that was not recognised, or git-annex (a symbolic link into `.git/annex/objects`, or an unlocked pointer file).
 */
export function pointerOf(entry: Entry, contents: Contents): Pointer | undefined {
  const content = contents.get(entry.path);
  if (content === undefined) return undefined;
  if (content.kind === "pointer") return { format: "git-lfs", bytes: content.pointer.size };
  if (content.kind === "symlink") return annexPointer(content.target);
  if (content.kind !== "text" || content.text.length > 1_024) return undefined;
  if (/^version https:\/\/(?:git-lfs\.github\.com|hawser\.github\.com)\/spec\/v\d/.test(content.text)) {
    const size = /^size (\d{1,16})\s*$/m.exec(content.text);
    return { format: "git-lfs", bytes: size ? Number(size[1]) : undefined };
  }
  return content.text.startsWith("/annex/objects/") ? annexPointer(content.text) : undefined;
}

/** A git-annex key (`BACKEND-s31390--hash.ext`) names the size in a field before `--`. */
function annexPointer(target: string): Pointer | undefined {
  const at = target.indexOf("annex/objects/");
  if (at < 0) return undefined;
  const key = target.slice(at, at + 1_000).split("\n")[0] ?? "";
  const size = /-s(\d{1,16})(?:-|$)/.exec(key.split("--")[0]?.split("/").pop() ?? "");
  return { format: "git-annex", bytes: size ? Number(size[1]) : undefined };
}
