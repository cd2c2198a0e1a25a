/** A cheap look at many repositories: which of them may hold a model. */
import type { GitHubClient } from "../github/client.ts";
import { MOST_NODES, type PageText, type RepositoryRoot, readFrontPages, readRoots } from "../github/repositories.ts";
import type { Allowance } from "./allowance.ts";
import { groupsOf, inHalves } from "./halves.ts";
import { type RootEntry, screenDocuments, screenRoot } from "./screen.ts";

/** How many repositories one request asks about: as many as GraphQL takes. */
export const LOOKED_AT_ONCE = MOST_NODES;
/** Front pages that one request carries: a few hundred kB, where GitHub gives a query ten seconds. */
const READ_AT_ONCE = 50;

export type Looked =
  /** May hold a model: an audit tells. `state` is missing where GitHub could not even show the root. */
  | { readonly kind: "perhaps"; readonly state: RepositoryRoot | undefined }
  | { readonly kind: "other"; readonly state: RepositoryRoot }
  /** Archived or disabled: nothing can be written there. */
  | { readonly kind: "closed"; readonly state: RepositoryRoot }
  | { readonly kind: "empty"; readonly state: RepositoryRoot }
  | { readonly kind: "gone" };

/**
 * Looks at up to {@link LOOKED_AT_ONCE} repositories, by node id: one request for their roots and one for each fifty of
 * those whose front page has to be read.
 */
export async function lookAt(
  client: GitHubClient,
  nodeIds: readonly string[],
  allowance: Allowance,
): Promise<ReadonlyMap<string, Looked>> {
  const looked = new Map<string, Looked>();
  const unsure: { readonly state: RepositoryRoot; readonly documents: readonly RootEntry[] }[] = [];
  const roots = await inHalves(nodeIds, (some) => allowance.within(() => readRoots(client, some)));
  for (const { about, answer } of roots) {
    for (const nodeId of about) {
      const state = answer?.repositories.get(nodeId) ?? "unknown";
      if (state === "gone") looked.set(nodeId, { kind: "gone" });
      else if (state === "unknown") looked.set(nodeId, { kind: "perhaps", state: undefined });
      else if (state.isClosed) looked.set(nodeId, { kind: "closed", state });
      else if (state.head === undefined) looked.set(nodeId, { kind: "empty", state });
      else {
        const screened = screenRoot(state);
        if (screened.kind === "read") unsure.push({ state, documents: screened.documents });
        else looked.set(nodeId, { kind: screened.kind, state });
      }
    }
    await allowance.spent(answer?.limit);
  }
  for (const some of groupsOf(unsure, READ_AT_ONCE)) await readUnsure(client, some, looked, allowance);
  return looked;
}

async function readUnsure(
  client: GitHubClient,
  unsure: readonly { readonly state: RepositoryRoot; readonly documents: readonly RootEntry[] }[],
  looked: Map<string, Looked>,
  allowance: Allowance,
): Promise<void> {
  const read = await inHalves(unsure, (some) =>
    allowance.within(() =>
      readFrontPages(
        client,
        some.map(({ state, documents }) => ({ nodeId: state.nodeId, oids: documents.map(({ oid }) => oid) })),
      ),
    ),
  );
  for (const { about, answer } of read) {
    about.forEach(({ state, documents }, index) => {
      const none = documents.map((): PageText => ({ text: undefined, isWhole: false }));
      looked.set(state.nodeId, { kind: screenDocuments(state, answer?.pages[index] ?? none), state });
    });
    await allowance.spent(answer?.limit);
  }
}
