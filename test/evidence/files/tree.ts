import type { Content, Entry } from "../../../src/snapshot/snapshot.ts";

/** A small tree for tests: what stands at each path. A number is the size of a file that was not read. */
export interface Tree {
  readonly entries: readonly Entry[];
  readonly contents: ReadonlyMap<string, Content>;
}

type Leaf = string | number | { readonly lfs: number } | { readonly link: string };

/** Makes entries and contents of `{path: text, size or pointer}`. */
export function tree(files: Readonly<Record<string, Leaf>>): Tree {
  const entries: Entry[] = [];
  const contents = new Map<string, Content>();
  for (const [path, leaf] of Object.entries(files)) {
    const sha = path.length.toString(16).padStart(40, "0");
    if (typeof leaf === "number") {
      entries.push({ path, kind: "file", executable: false, size: leaf, sha });
    } else if (typeof leaf === "string") {
      entries.push({ path, kind: "file", executable: false, size: Buffer.byteLength(leaf), sha });
      contents.set(path, { kind: "text", text: leaf, encoding: "utf-8" });
    } else if ("lfs" in leaf) {
      entries.push({ path, kind: "file", executable: false, size: 132, sha });
      contents.set(path, { kind: "pointer", pointer: { format: "git-lfs", oid: "0".repeat(64), size: leaf.lfs } });
    } else {
      entries.push({ path, kind: "symlink", executable: false, size: leaf.link.length, sha });
      contents.set(path, { kind: "symlink", target: leaf.link });
    }
  }
  return { entries, contents };
}
