/** The repository that the demo works on: the bundled model, or one that the person names. */
import { execFile } from "node:child_process";
import { readdir, readFile, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, join, resolve } from "node:path";
import { promisify } from "node:util";
import { type ScratchFile, type ScratchRepository, scratchRepository } from "../github/scratch.ts";

const run = promisify(execFile);
const FIXTURES = join(import.meta.dirname, "../../fixtures");

export interface Material {
  readonly owner: string;
  readonly name: string;
  readonly branch: string;
  readonly head: string;
  readonly git: ScratchRepository;
  /** The file that the pull request adds. */
  readonly dataCard: { readonly path: string; readonly text: string };
}

/** The person named something that the demo cannot work on. */
export class MaterialError extends Error {
  override readonly name = "MaterialError";
}

/** The model's history, oldest first: what each commit adds, by folder or file. */
const HISTORY: readonly { message: string; date: string; holds: RegExp }[] = [
  {
    message: "Architecture, tokenizer and project files",
    date: "2025-12-18T10:12:00Z",
    holds: /^(model\/|tests\/|tokenizer\/|\.git|LICENSE$|pyproject|requirements|CONTRIBUTING|NOTICE)/,
  },
  {
    message: "Data preparation, training and evaluation",
    date: "2026-01-12T15:40:00Z",
    holds: /^(data\/|configs\/|scripts\/|train\.py|evaluate\.py|generate\.py)/,
  },
  { message: "Release Lumen-125M 1.0.0", date: "2026-02-11T09:05:00Z", holds: /./ },
];

async function bundledFiles(): Promise<Map<string, ScratchFile>> {
  const root = join(FIXTURES, "demo-model");
  const files = new Map<string, ScratchFile>();
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const path = file.slice(root.length + 1).replaceAll("\\", "/");
    // Under their own names these files would govern this project's repository.
    const name = path.replace(/^dot-/, ".");
    const executable = ((await stat(file)).mode & 0o111) !== 0;
    const content = await readFile(file, "utf8");
    files.set(name, executable ? { mode: "100755", content } : content);
  }
  const license = createRequire(import.meta.url)("spdx-license-list/licenses/Apache-2.0.json") as {
    licenseText: string;
  };
  files.set("LICENSE", license.licenseText);
  return files;
}

/** Writes the bundled model into a temporary repository, commit by commit. */
export async function bundledMaterial(): Promise<Material> {
  const left = await bundledFiles();
  const git = await scratchRepository();
  let head = "";
  for (const { date, holds, message } of HISTORY) {
    const part = [...left].filter(([path]) => holds.test(path));
    for (const [path] of part) left.delete(path);
    head = await git.commit(Object.fromEntries(part), { message, date });
  }
  const text = await readFile(join(FIXTURES, "demo-data-card.md"), "utf8");
  return { owner: "aurora-lab", name: "lumen", branch: "main", head, git, dataCard: { path: "DATA_CARD.md", text } };
}

const INVENTED_CARD = `# Data card

This file was written by a demonstration to show what a pull request changes. It describes no real data.

## Composition

| Source | Share of the training data |
|---|---:|
| Web pages in English | 80 % |
| Books in the public domain | 20 % |

## Collection and processing

Pages were collected in 2025, cleaned of markup, and near duplicates were removed before training.

## Limitations

The data is in English only, and personal names were not removed.
`;

/**
 * Opens a git repository on this machine. Its objects are shared, its own files are left as they are.
 * @throws {MaterialError} when there is no repository or no commit
 */
export async function localMaterial(path: string): Promise<Material> {
  const folder = resolve(path);
  const git = async (...args: string[]): Promise<string> =>
    (await run("git", ["-c", "safe.directory=*", "-C", folder, ...args])).stdout.trim();
  const directory = await git("rev-parse", "--absolute-git-dir").catch(() => {
    throw new MaterialError(`${folder} is not a git repository: name a work tree or a bare repository with --repo`);
  });
  const head = await git("rev-parse", "--verify", "--quiet", "HEAD^{commit}").catch(() => {
    throw new MaterialError(`${folder} has no commit yet: commit something first`);
  });
  if (head.length !== 40) throw new MaterialError(`${folder} uses SHA-256 object names, which GitHub does not host`);
  const objects = resolve(folder, await git("rev-parse", "--git-path", "objects"));
  const shallow = await readFile(resolve(folder, await git("rev-parse", "--git-path", "shallow")), "utf8").catch(
    () => undefined,
  );
  const branch = await git("symbolic-ref", "--quiet", "--short", "HEAD").catch(() => "main");
  const scratch = await scratchRepository({ objects, ...(shallow === undefined ? {} : { shallow }) });
  await scratch.branch(branch, head);
  const name = basename(directory.replace(/\/\.git$/, ""))
    .replace(/\.git$/, "")
    .replace(/[^A-Za-z0-9._-]/g, "-");
  return {
    owner: "local",
    name: name === "" ? "repository" : name,
    branch,
    head,
    git: scratch,
    dataCard: { path: "DATA_CARD.md", text: INVENTED_CARD },
  };
}
