/** Opens `owner/repository` on GitHub for the command line. */
import { Octokit } from "@octokit/rest";
import { clientOf } from "../github/client.ts";
import { commitSnapshot } from "../github/commit.ts";
import { hosts, SettingsError } from "../server/settings.ts";
import { SnapshotError, type SnapshotPort } from "../snapshot/snapshot.ts";
import type { GitHubSource } from "../snapshot/source.ts";

const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/**
 * A repository on GitHub, or on the host that GHE_HOST names. GITHUB_TOKEN makes it one request for all files; without,
 * each costs one, and GitHub allows sixty an hour.
 */
export function openGitHub({ owner, name, ref }: GitHubSource): SnapshotPort {
  const token = process.env.GITHUB_TOKEN || undefined;
  const octokit = new Octokit({
    baseUrl: apiOf(process.env),
    log: SILENT,
    ...(token === undefined ? {} : { auth: token }),
  });
  return commitSnapshot(clientOf(octokit, 0), { owner, name }, { ref, isAuthenticated: token !== undefined });
}

function apiOf(env: NodeJS.ProcessEnv): string {
  try {
    return hosts(env).baseUrl;
  } catch (error) {
    throw error instanceof SettingsError ? new SnapshotError(error.message) : error;
  }
}
