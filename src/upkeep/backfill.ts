/**
 * The first look at an installation's repositories: lists them, tells those that may hold a model from the others a
 * hundred at a time, and owes an audit for each that may. What was done is kept after every request, so that a process
 * that ends takes nothing with it.
 */
import type { Clients, GitHubClient } from "../github/client.ts";
import { NotReadable, Refused } from "../github/errors.ts";
import { listRepositories, REPOSITORIES_PER_PAGE } from "../github/repositories.ts";
import type { Queue } from "../queue/queue.ts";
import type { Backfill, RepositoryWithId } from "../store/store.ts";
import type { Job } from "../worker/job.ts";
import { owedFor } from "../worker/job.ts";
import { type Allowance, allowance, waitFor } from "./allowance.ts";
import { groupsOf } from "./halves.ts";
import { FIRST_LOOK_PRIORITY, firstJob } from "./jobs.ts";
import { LOOKED_AT_ONCE, type Looked, lookAt } from "./look.ts";
import { LISTED, type UpkeepLog, type UpkeepStore } from "./ports.ts";

/** What happened since the last call. */
export interface BackfillStep {
  readonly listed: number;
  readonly looked: number;
  readonly queued: number;
}

export interface BackfillParts {
  readonly clients: Pick<Clients, "for">;
  readonly store: UpkeepStore;
  readonly queue: Pick<Queue<Job>, "add" | "counts">;
  readonly log: UpkeepLog;
  /** Told after each batch, for counters. */
  readonly onStep?: (step: BackfillStep) => void;
  /** Work that may wait in the queue before a back-fill adds more of it. */
  readonly mostWaiting?: number;
  /** Waits, and throws when the signal says so; for tests. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

const MOST_WAITING = 200;
const LOOK_AT_QUEUE_EVERY = 2_000;
/** An installation that refuses is tried again after this time. */
const PUT_OFF_MILLISECONDS = 3_600_000;

type Nameable = RepositoryWithId & {
  readonly nodeId: string;
  readonly owner: string;
  readonly name: string;
  readonly isPrivate: boolean;
};

/** Carries out the back-fills that are owed. */
export class Backfills {
  readonly #parts: BackfillParts;
  readonly #putOff = new Map<number, number>();

  constructor(parts: BackfillParts) {
    this.#parts = parts;
  }

  /** Goes on with every unfinished back-fill. One that fails is told to the log and left for the next time. */
  async run(signal: AbortSignal): Promise<void> {
    const { store, log } = this.#parts;
    for (const { installation } of await store.unfinishedBackfills()) {
      if ((this.#putOff.get(installation) ?? 0) > Date.now()) continue;
      this.#putOff.delete(installation);
      try {
        await this.#fill(installation, signal);
      } catch (error) {
        if (signal.aborted) throw error;
        await this.#failed(installation, error);
      }
    }
    log.debug("back-fills looked through");
  }

  async #failed(installation: number, error: unknown): Promise<void> {
    const { store, log } = this.#parts;
    const reason = String(error).slice(0, 500);
    const progress = await store.backfill(installation);
    if (error instanceof NotReadable && progress !== undefined) {
      await store.rememberBackfill({ ...progress, finishedAt: new Date() });
      log.info({ installation, reason }, "back-fill ended: the App is not installed there any more");
      return;
    }
    this.#putOff.set(installation, Date.now() + (error instanceof Refused ? PUT_OFF_MILLISECONDS : 0));
    log.warn({ installation, reason }, "back-fill interrupted: it goes on later from where it is");
  }

  async #fill(installation: number, signal: AbortSignal): Promise<void> {
    const { clients, log, pause } = this.#parts;
    const client = await clients.for(installation);
    const within = allowance(log, { installation }, signal, pause);
    const progress = await this.#list(client, within);
    if (progress !== undefined) await this.#lookAtAll(client, within, progress, signal);
  }

  /** Reads the list to its end. @returns undefined when the installation was forgotten meanwhile */
  async #list(client: GitHubClient, within: Allowance): Promise<Backfill | undefined> {
    const { store, log, onStep } = this.#parts;
    const { installation } = client;
    let progress = await store.backfill(installation);
    let steps = 0;
    while (progress !== undefined && progress.cursor !== LISTED) {
      const [page = 1, before] = (progress.cursor ?? "1").split("/").map(Number);
      const { repositories, total, isLast, limit } = await within.within(() => listRepositories(client, page));
      if ((await store.backfill(installation)) === undefined) return undefined;
      await store.rememberRepositories(repositories.map((repository) => ({ ...repository, installation })));
      // What was taken off the list pulled the rest of it forward, over the end of the page that was read last.
      const pulled = Math.ceil(Math.max(0, (before ?? total) - total) / REPOSITORIES_PER_PAGE);
      const isLong = ++steps > 3 * Math.ceil(total / REPOSITORIES_PER_PAGE) + 10;
      const next = pulled > 0 && !isLong ? Math.max(1, page - pulled) : isLast || isLong ? undefined : page + 1;
      progress = {
        ...progress,
        cursor: next === undefined ? LISTED : `${next}/${total}`,
        listed: Math.min(total, progress.listed + repositories.length),
      };
      await store.rememberBackfill(progress);
      onStep?.({ listed: repositories.length, looked: 0, queued: 0 });
      log.info({ installation, page, listed: progress.listed, total }, "back-fill: repositories listed");
      await within.spent(limit);
    }
    return progress;
  }

  async #lookAtAll(client: GitHubClient, within: Allowance, from: Backfill, signal: AbortSignal): Promise<void> {
    const { store, log } = this.#parts;
    const { installation } = client;
    const seen = new Set<number>();
    let progress = from;
    while (true) {
      const known = await store.repositories(installation);
      const unseen = known.filter(isNameable).filter(({ id }) => !seen.has(id));
      const open = unseen.filter((one) => !isLookedAt(one));
      if (open.length === 0) {
        if (progress.finishedAt !== undefined) break;
        const listed = Math.max(progress.listed, known.length);
        progress = { ...progress, listed, looked: listed, finishedAt: new Date() };
        await store.rememberBackfill(progress);
        // Once more: what was added before this was written down relied on this run.
        continue;
      }
      const isLookedAlready = known.filter(isLookedAt).length;
      progress = { ...unfinished(progress), looked: Math.max(progress.looked, isLookedAlready) };
      for (const some of groupsOf(open, LOOKED_AT_ONCE)) {
        await this.#makeRoom(installation, signal);
        for (const { id } of some) seen.add(id);
        const next = await this.#lookAtSome(client, within, progress, some);
        if (next === undefined) return;
        progress = next;
      }
    }
    log.info({ installation, looked: progress.looked, queued: progress.queued }, "back-fill finished");
  }

  async #lookAtSome(
    client: GitHubClient,
    within: Allowance,
    progress: Backfill,
    some: readonly Nameable[],
  ): Promise<Backfill | undefined> {
    const { store, log, onStep } = this.#parts;
    const { installation } = client;
    const looked = await lookAt(
      client,
      some.map(({ nodeId }) => nodeId),
      within,
    );
    if ((await store.backfill(installation)) === undefined) return undefined;
    const outcomes = some.map((repository) => ({ repository, outcome: looked.get(repository.nodeId) ?? DOUBT }));
    await store.rememberRepositories(
      outcomes.flatMap(({ repository, outcome }) => {
        const learned = learnedFrom(outcome);
        return learned === undefined ? [] : [{ id: repository.id, installation, ...learned }];
      }),
    );
    const perhaps = outcomes.flatMap(({ repository, outcome }) =>
      outcome.kind === "perhaps" ? [{ repository, state: outcome.state }] : [],
    );
    const taken = await Promise.all(
      perhaps.map(async ({ repository, state }) => {
        // One back-fill owes each repository once, however often it is interrupted.
        const delivery = `backfill/${installation}/${progress.startedAt.getTime()}/${repository.id}`;
        const job = firstJob(installation, state ?? repository, state, delivery);
        return (await this.#parts.queue.add(delivery, [owedFor(job, FIRST_LOOK_PRIORITY)])) === "taken";
      }),
    );
    const queued = taken.filter(Boolean).length;
    const fresh = some.length - (taken.length - queued);
    const next: Backfill = {
      ...progress,
      listed: Math.max(progress.listed, progress.looked + fresh),
      looked: progress.looked + fresh,
      models: progress.models + perhaps.filter(({ state }, index) => taken[index] && state !== undefined).length,
      queued: progress.queued + queued,
    };
    await store.rememberBackfill(next);
    onStep?.({ listed: 0, looked: fresh, queued });
    log.info(
      { installation, listed: next.listed, looked: next.looked, queued: next.queued, requests: { ...client.budget } },
      "back-fill: repositories looked at",
    );
    return next;
  }

  /** Waits while much is owed already: a back-fill adds to the queue only as fast as it is worked off. */
  async #makeRoom(installation: number, signal: AbortSignal): Promise<void> {
    const { queue, log, mostWaiting = MOST_WAITING, pause = waitFor } = this.#parts;
    for (let isTold = false; (await queue.counts()).waiting > mostWaiting; isTold = true) {
      if (!isTold) log.info({ installation }, "back-fill waits: much is owed already");
      await pause(LOOK_AT_QUEUE_EVERY, signal);
    }
    signal.throwIfAborted();
  }
}

const DOUBT: Looked = { kind: "perhaps", state: undefined };

function isNameable(repository: RepositoryWithId): repository is Nameable {
  const { nodeId, owner, name, isPrivate } = repository;
  return nodeId !== undefined && owner !== undefined && name !== undefined && isPrivate !== undefined;
}

/** An audit or an earlier look said what it is. */
function isLookedAt({ isModelRepository, auditedHead }: RepositoryWithId): boolean {
  return isModelRepository !== undefined || auditedHead !== undefined;
}

/** What is remembered of a look. What may hold a model is left for its audit to say; so is what nobody could read. */
function learnedFrom(looked: Looked): Partial<RepositoryWithId> | undefined {
  if (looked.kind === "gone" || looked.kind === "empty" || looked.kind === "perhaps") return undefined;
  const { head, owner, name, isPrivate } = looked.state;
  if (head === undefined) return undefined;
  const seen = { owner, name, isPrivate, defaultBranch: head.branch, auditedHead: head.commit };
  return looked.kind === "other" ? { ...seen, isModelRepository: false } : seen;
}

function unfinished({ finishedAt: _, ...progress }: Backfill): Backfill {
  return progress;
}
