/** Installations whose own event was lost, or that are older than the back-fill. */
import type { GitHubClient } from "../github/client.ts";
import { beginBackfill } from "./begin.ts";
import type { UpkeepLog, UpkeepStore } from "./ports.ts";

/** More than this many pages are no list of one App's installations. */
const MAX_PAGES = 1_000;

/**
 * Begins a back-fill for each installation that has none. Source: GitHub REST docs, "List installations for the
 * authenticated app".
 * @param app the App's own client
 * @returns how many were begun
 */
export async function discoverInstallations(
  app: GitHubClient,
  store: Pick<UpkeepStore, "backfill" | "rememberBackfill" | "rememberRepositories">,
  log: UpkeepLog,
): Promise<number> {
  let begun = 0;
  for (let page = 1; page <= MAX_PAGES; page++) {
    const { data, next } = await app.page<readonly { readonly id: number; readonly suspended_at: string | null }[]>(
      "GET /app/installations",
      { per_page: 100, page },
    );
    for (const { id: installation, suspended_at: suspendedAt } of data) {
      if (suspendedAt !== null && suspendedAt !== undefined) continue;
      if ((await store.backfill(installation)) !== undefined) continue;
      await beginBackfill(store, { installation, repositories: [], isAll: true });
      log.info({ installation }, "installation without a first look: back-fill begun");
      begun++;
    }
    if (next === undefined || data.length === 0) break;
  }
  return begun;
}
