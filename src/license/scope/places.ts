/** Folder of a path, without a trailing slash; "" at the root. */
export function folderOf(path: string): string {
  return path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
}

/** 1-based line of the first line that a pattern matches, 1 when there is none; long lines are read to a limit. */
export function lineWith(text: string, pattern: RegExp): number {
  const index = text.split("\n", 5000).findIndex((line) => pattern.test(line.slice(0, 400)));
  return Math.max(0, index) + 1;
}
