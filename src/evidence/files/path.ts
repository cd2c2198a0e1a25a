/** The parts of a path that the rules look at, split once, because a tree can have 100,000 of them. */
export interface PathParts {
  /** Folder names, lower case, outermost first. */
  readonly folders: readonly string[];
  /** File name as written. */
  readonly name: string;
  /** File name, lower case. */
  readonly lower: string;
  /** Last extension without its dot, lower case; empty where there is none (`.gitignore` has none). */
  readonly extension: string;
  /** Lower-case name without the last extension. */
  readonly stem: string;
}

/** Splits a path into folders, name, stem and extension. */
export function partsOf(path: string): PathParts {
  const pieces = path.split("/");
  const name = pieces.pop() ?? path;
  const lower = name.toLowerCase();
  const dot = lower.lastIndexOf(".");
  const extension = dot > 0 ? lower.slice(dot + 1) : "";
  return {
    folders: pieces.map((piece) => piece.toLowerCase()),
    name,
    lower,
    extension,
    stem: dot > 0 ? lower.slice(0, dot) : lower,
  };
}

/** The folder of a path, without a trailing slash; empty for the root. */
export function folderOf(path: string): string {
  const slash = path.lastIndexOf("/");
  return slash < 0 ? "" : path.slice(0, slash);
}

/** The words of a name or path: `trainRewardModel-v2.py` gives train, reward, model, v2, py. */
export function wordsOf(text: string): string[] {
  return text
    .slice(0, 400)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

/**
 * A path with each number as `#`, its decimals and unit letter included: files of one series (steps, shards, sizes such
 * as 1.4b and 70m) have the same shape.
 */
export function shapeOf(path: string): string {
  return path.replace(/\d{1,40}(?:\.\d{1,10})?(?:[bmkBMK](?![A-Za-z]))?/g, "#");
}
