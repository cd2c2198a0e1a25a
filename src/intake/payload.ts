/** What payloads of several events tell alike. */
import type { JobRepository, PullRequestWish } from "../worker/job.ts";

/** GitHub writes times in seconds since 1970, or as text. @returns milliseconds since 1970; 0 where there is none */
export function timeOf(time: number | string | null | undefined): number {
  const milliseconds = typeof time === "number" ? time * 1000 : Date.parse(time ?? "");
  return Number.isFinite(milliseconds) ? milliseconds : 0;
}

/** Where a pull request's branch is; a fork may be deleted while its pull request is open. */
export function headOf({
  ref: branch,
  repo,
}: {
  readonly ref: string;
  readonly repo: { readonly full_name: string } | null;
}): PullRequestWish["headBranch"] {
  const [owner, name] = repo?.full_name.split("/") ?? [];
  return owner === undefined || name === undefined ? undefined : { owner, repo: name, branch };
}

interface NamedRepository {
  readonly id?: number;
  readonly full_name?: string;
  readonly private?: boolean;
}

/** The owner in `owner/name`. */
export const ownerOf = (fullName: string): string => fullName.split("/")[0] ?? "";

export const ids = (repositories: readonly NamedRepository[]): number[] =>
  repositories.flatMap(({ id }) => (id === undefined ? [] : [id]));

/** A repository as jobs name it. */
export function nameOf({
  id,
  full_name: fullName,
  private: isPrivate,
}: {
  id: number;
  full_name: string;
  private: boolean;
}): JobRepository {
  const [owner = "", name = ""] = fullName.split("/");
  return { id, owner, name, isPrivate };
}

const POLICY_FILES = [".github/openness.yml", "openness.yml"];

/** Whether a push may have changed a policy: it names the file, or it does not list everything that it changed. */
export function touchesPolicy({
  commits,
  forced,
  created,
}: {
  commits: readonly PushCommit[];
  forced: boolean;
  created: boolean;
}): boolean {
  // GitHub lists at most 2,048 commits, and none of those that a forced push took away.
  if (forced || created || commits.length >= 2048) return true;
  return commits.some(({ added, modified, removed }) =>
    [added, modified, removed].some(
      (paths) => paths === undefined || paths.some((path) => POLICY_FILES.includes(path)),
    ),
  );
}

interface PushCommit {
  readonly added?: readonly string[];
  readonly modified?: readonly string[];
  readonly removed?: readonly string[];
}
