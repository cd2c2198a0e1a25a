import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { scratchRepository } from "../github/scratch.ts";
import type { Bench } from "./bench.ts";
import { modelTree } from "./model-tree.ts";
import { median, ms, timesOf } from "./timing.ts";

const FILES = 1300;
const RUNS = 5;
const CLI = join(import.meta.dirname, "../../src/cli.ts");

/** Reading alone: what git needs to list the tree and give all its contents. */
function readAll(directory: string): void {
  const ids = execFileSync("git", ["-C", directory, "ls-tree", "-r", "--object-only", "HEAD"]);
  execFileSync("git", ["-C", directory, "cat-file", "--batch"], {
    input: ids,
    maxBuffer: 1 << 28,
    stdio: ["pipe", "pipe", "ignore"],
  });
}

export const auditBench: Bench = {
  name: "audit",
  what: `a git repository of ${FILES} files from the command line, process start included, beside git's own reading of it`,
  async run() {
    const git = await scratchRepository();
    try {
      await git.commit(modelTree(FILES));
      const audit = await timesOf(RUNS, () =>
        execFileSync(process.execPath, [CLI, "audit", git.directory, "--format", "json", "--offline"], {
          maxBuffer: 1 << 28,
        }),
      );
      const floor = await timesOf(RUNS, () => readAll(git.directory));
      const start = await timesOf(RUNS, () => execFileSync(process.execPath, [CLI, "--version"]));
      return [
        `audit ${ms(median(audit))} · git ls-tree and cat-file ${ms(median(floor))} · start of the program ${ms(median(start))}`,
        `audit without start: ${((median(audit) - median(start)) / median(floor)).toFixed(1)} times the floor`,
      ];
    } finally {
      await git.remove();
    }
  },
};
