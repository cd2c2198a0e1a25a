/** Real git repositories and folders in temporary places, for the tests of this room. */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

export const LFS_POINTER = `version https://git-lfs.github.com/spec/v1
oid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393
size 13476835328
`;

/** One file of each odd kind that a repository can hold. */
export const ODD_FILES: Record<string, string | Buffer> = {
  "README.md": "# Model\n",
  "crlf.txt": "one\r\ntwo\r\n",
  "bom.json": Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from("{}\n")]),
  "requirements.txt": Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from("torch==2.9\r\n", "utf16le")]),
  "big-endian.txt": Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from("weights", "utf16le").swap16()]),
  "no-mark.txt": Buffer.from("plain UTF-16 without a mark\n", "utf16le"),
  "latin.txt": Buffer.from("Modèle entraîné par des chercheurs français, à télécharger librement.\n", "latin1"),
  "model.safetensors": LFS_POINTER,
  "binary.md": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d, 0, 1, 2, 3]),
  "noise.md": Buffer.from(Array.from({ length: 600 }, (_, i) => ((i * 73 + 41) % 255) + 1)),
  "百川 许可协议.md": "许可协议\n",
  'line\nbreak "quoted".txt': "odd name\n",
  "huge.txt": "x".repeat(2 * 1024 * 1024 + 1),
  "data/empty.csv": "",
};

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "openness-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function writeFiles(folder: string, files: Record<string, string | Buffer>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

export function git(folder: string, ...args: string[]): string {
  return execFileSync("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", ...args], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "pipe"],
    env: { PATH: process.env.PATH, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
  }).trim();
}

/** A folder with every odd kind of file, a script, and two symbolic links (one of them to a secret outside). */
export function oddFolder(): string {
  const folder = temporaryFolder();
  writeFiles(folder, { ...ODD_FILES, "run.sh": "#!/bin/sh\n" });
  chmodSync(join(folder, "run.sh"), 0o755);
  symlinkSync("README.md", join(folder, "link.md"));
  symlinkSync("/etc/passwd", join(folder, "outside.md"));
  return folder;
}

/** A repository with one commit of `files`. */
export function repository(files: Record<string, string | Buffer> = { "README.md": "# Model\n" }): string {
  const folder = temporaryFolder();
  git(folder, "init", "-q", "-b", "main");
  writeFiles(folder, files);
  commitAll(folder);
  return folder;
}

export function commitAll(folder: string): string {
  git(folder, "-c", "core.autocrlf=false", "add", "-A");
  git(folder, "commit", "-q", "-m", "Change");
  return git(folder, "rev-parse", "HEAD");
}
