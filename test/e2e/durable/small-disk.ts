/** A disk of a few hundred megabytes that a test may fill, where this machine lets one be mounted. */
import { execFileSync } from "node:child_process";
import { closeSync, mkdtempSync, openSync, rmdirSync, rmSync, statfsSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const MEGABYTE = 1024 * 1024;
const CHUNK = Buffer.alloc(MEGABYTE / 4);

export interface SmallDisk {
  readonly directory: string;
  /** Fills it with a file until no more than so many megabytes are left. */
  fill(megabytesLeft: number): void;
  /** Takes that file away. */
  empty(): void;
  unmount(): void;
}

/** @returns undefined where nothing may be mounted, which takes a right that few processes have */
export function mountSmallDisk(megabytes: number): SmallDisk | undefined {
  const directory = mkdtempSync(join(tmpdir(), "openness-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "openness-test", directory], { stdio: "ignore" });
  } catch {
    rmdirSync(directory);
    return undefined;
  }
  const filler = join(directory, "filler");
  let isMounted = true;
  const unmount = (): void => {
    if (!isMounted) return;
    isMounted = false;
    // Lazily: a process that was killed a moment ago may have a file open there still.
    execFileSync("umount", ["--lazy", directory], { stdio: "ignore" });
    rmdirSync(directory);
  };
  process.once("exit", unmount);
  return {
    directory,
    fill(megabytesLeft) {
      const file = openSync(filler, "a");
      try {
        while (freeOn(directory) > megabytesLeft * MEGABYTE) writeSync(file, CHUNK);
      } catch (error) {
        if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
      } finally {
        closeSync(file);
      }
    },
    empty: () => rmSync(filler, { force: true }),
    unmount,
  };
}

function freeOn(directory: string): number {
  const { bavail, bsize } = statfsSync(directory);
  return bavail * bsize;
}
