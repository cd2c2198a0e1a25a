import { createHash } from "node:crypto";
import { say } from "../src/messages/said.ts";
import { decodeContent } from "../src/snapshot/content.ts";
import type { Content, Entry, Snapshot } from "../src/snapshot/snapshot.ts";

/** A file of a test's tree: its text, or `{ bytes }` for a binary of that size, `{ link }`, or `{ lfs }` for a pointer. */
export type FileOf =
  | string
  | { readonly bytes: number }
  | { readonly link: string }
  | { readonly lfs: number }
  | { readonly unavailable: string };

/** A snapshot of a small tree written in the test itself. */
export function snapshotOf(
  files: Readonly<Record<string, FileOf>>,
  options: { name?: string; owner?: string; complete?: boolean } = {},
): Snapshot {
  const entries: Entry[] = [];
  const contents = new Map<string, Content>();
  for (const [path, file] of Object.entries(files)) {
    const { entry, content } = placed(path, file);
    entries.push(entry);
    contents.set(path, content);
  }
  return {
    source: { kind: "folder", location: "test" },
    repository: { owner: options.owner ?? "acme-ai", name: options.name ?? "lumo" },
    commit: "0123456789abcdef0123456789abcdef01234567",
    tree: "89abcdef0123456789abcdef0123456789abcdef",
    entries,
    complete: options.complete ?? true,
    contents,
  };
}

function placed(path: string, file: FileOf): { entry: Entry; content: Content } {
  const sha = createHash("sha1").update(path).digest("hex");
  if (typeof file === "string") {
    const bytes = Buffer.from(file);
    const entry: Entry = { path, kind: "file", executable: false, size: bytes.length, sha };
    return { entry, content: decodeContent(bytes, entry) };
  }
  if ("link" in file)
    return {
      entry: { path, kind: "symlink", executable: false, size: file.link.length, sha },
      content: { kind: "symlink", target: file.link },
    };
  if ("lfs" in file) {
    const text = `version https://git-lfs.github.com/spec/v1\noid sha256:${"a".repeat(64)}\nsize ${file.lfs}\n`;
    const entry: Entry = { path, kind: "file", executable: false, size: text.length, sha };
    return { entry, content: decodeContent(Buffer.from(text), entry) };
  }
  if ("unavailable" in file)
    return {
      entry: { path, kind: "file", executable: false, size: 100, sha },
      content: { kind: "unavailable", reason: say("unavailable.failed", file.unavailable) },
    };
  return {
    entry: { path, kind: "file", executable: false, size: file.bytes, sha },
    content: { kind: "binary", size: file.bytes },
  };
}
