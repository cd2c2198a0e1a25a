import { existsSync, readdirSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { findGitDirectory } from "../../src/snapshot/git.ts";

/** A git directory or work tree on this machine that holds a repository of the corpus. */
export interface Checkout {
  /** `OWNER+NAME`, as the folder and the corpus's files are called. */
  readonly name: string;
  readonly location: string;
}

const NAME = /^[\w.-]{1,39}\+[\w.-]{1,100}$/;

/** The checkouts that folders are or hold: `OWNER+NAME`, `OWNER+NAME/repo`, or a folder of such folders. */
export async function findCheckouts(folders: readonly string[]): Promise<Checkout[]> {
  const found: Checkout[] = [];
  for (const folder of folders.map((one) => resolve(one))) {
    const own = basename(folder) === "repo" ? basename(dirname(folder)) : basename(folder);
    const named = NAME.test(own)
      ? [{ name: own, folder }]
      : readdirSync(folder)
          .filter((name) => NAME.test(name))
          .sort()
          .map((name) => ({ name, folder: join(folder, name) }));
    for (const { name, folder: place } of named) {
      const location = existsSync(join(place, "repo")) ? join(place, "repo") : place;
      if ((await findGitDirectory(location)) !== undefined) found.push({ name, location });
    }
  }
  return found;
}
