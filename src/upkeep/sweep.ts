/**
 * Compares where the branches and pull requests of known model repositories point with what was audited, and owes what
 * was missed: events that GitHub never sent, that nobody can have delivered again, or that a power cut took.
 */
import type { Clients, GitHubClient } from "../github/client.ts";
import { NotReadable, Refused } from "../github/errors.ts";
import { type RepositoryHeads, readHeads } from "../github/repositories.ts";
import type { Queue } from "../queue/queue.ts";
import type { RepositoryWithId } from "../store/store.ts";
import type { Job } from "../worker/job.ts";
import { owedFor } from "../worker/job.ts";
import { spokenOf } from "../worker/spoken-of.ts";
import { allowance } from "./allowance.ts";
import { groupsOf, inHalves } from "./halves.ts";
import { pullRequestJob, pushedJob } from "./jobs.ts";
import type { UpkeepLog, UpkeepStore } from "./ports.ts";

export interface SweepParts {
  readonly clients: Pick<Clients, "for">;
  readonly store: Pick<UpkeepStore, "modelRepositories" | "ref">;
  readonly queue: Pick<Queue<Job>, "add">;
  readonly log: UpkeepLog;
  readonly signal: AbortSignal;
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

export interface Swept {
  readonly looked: number;
  readonly owed: number;
  /** Repositories that GitHub failed to show. */
  readonly unseen: number;
}

/** Repositories that one request asks about. */
const REPOSITORIES_AT_ONCE = 50;
/** Open pull requests of each that are compared: those that changed last. */
const PULL_REQUESTS = 20;

/**
 * Sweeps every installation's model repositories.
 * @param since when the last sweep began, in milliseconds since 1970. A pull request that was never heard of counts as
 *   missed only if it was opened after that: those from before the installation are nobody's to comment on.
 */
export async function sweepHeads(parts: SweepParts, since: number): Promise<Swept> {
  const { store, clients, log, signal } = parts;
  const byInstallation = new Map<number, RepositoryWithId[]>();
  for await (const repository of store.modelRepositories()) {
    const { installation, nodeId } = repository;
    if (installation === undefined || nodeId === undefined) continue;
    const list = byInstallation.get(installation);
    if (list === undefined) byInstallation.set(installation, [repository]);
    else list.push(repository);
  }
  const total = { looked: 0, owed: 0, unseen: 0 };
  for (const [installation, repositories] of byInstallation) {
    signal.throwIfAborted();
    try {
      const { owed, unseen } = await sweepInstallation(parts, await clients.for(installation), repositories, since);
      total.looked += repositories.length - unseen;
      total.owed += owed;
      total.unseen += unseen;
    } catch (error) {
      // Gone with the event that said so lost: there is nothing to do for it.
      if (!(error instanceof NotReadable || error instanceof Refused)) throw error;
      // What happens while it is suspended is covered by the first sweep after.
      if (error instanceof Refused && error.because?.kind === "suspended") total.unseen += repositories.length;
      log.info({ installation, reason: error.message.slice(0, 300) }, "sweep: the installation cannot be seen");
    }
  }
  log.info(total, "sweep finished");
  return total;
}

async function sweepInstallation(
  parts: SweepParts,
  client: GitHubClient,
  repositories: readonly RepositoryWithId[],
  since: number,
): Promise<{ owed: number; unseen: number }> {
  const { log, queue, signal, pause } = parts;
  const { installation } = client;
  const within = allowance(log, { installation }, signal, pause);
  let owed = 0;
  let unseen = 0;
  for (const some of groupsOf(repositories, REPOSITORIES_AT_ONCE)) {
    const ids = some.flatMap(({ nodeId }) => nodeId ?? []);
    const read = await inHalves(ids, (part) => within.within(() => readHeads(client, part, PULL_REQUESTS)));
    for (const { about, answer } of read) {
      for (const nodeId of about) {
        const state = answer?.repositories.get(nodeId) ?? "unknown";
        if (state === "unknown") unseen++;
        // Gone or closed: an event says so, or will.
        if (state === "unknown" || state === "gone" || state.isClosed) continue;
        const known = some.find(({ nodeId }) => nodeId === state.nodeId);
        for (const job of await missedJobs(parts.store, installation, state, known, since)) {
          const [delivery = ""] = job.deliveries;
          if ((await queue.add(delivery, [owedFor(job)])) === "taken") owed++;
        }
      }
      await within.spent(answer?.limit);
    }
  }
  return { owed, unseen };
}

/** What of a repository was missed. The delivery names the commit, so that one that is owed or done is not owed again. */
async function missedJobs(
  store: SweepParts["store"],
  installation: number,
  state: RepositoryHeads,
  known: RepositoryWithId | undefined,
  since: number,
): Promise<Job[]> {
  const jobs: Job[] = [];
  const { head } = state;
  if (head !== undefined && head.commit !== known?.auditedHead) {
    const job = pushedJob(installation, state, `sweep/${state.id}/${head.branch}/${head.commit}`);
    if (job !== undefined) jobs.push(job);
  }
  for (const pull of state.pullRequests) {
    const heard = await store.ref(state.id, `#${pull.number}`);
    const spoken = await spokenOf(store, state.id, pull.number);
    const isOther = heard?.head !== pull.head || (spoken !== undefined && spoken !== pull.head);
    const isMissed = heard === undefined ? pull.createdAt >= since : isOther;
    if (isMissed)
      jobs.push(pullRequestJob(installation, state, pull, `sweep/${state.id}/#${pull.number}/${pull.head}`));
  }
  return jobs;
}
