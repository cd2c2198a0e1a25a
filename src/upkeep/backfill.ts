/**
 * The first look at an installation's repositories: lists them, tells those that may hold a model from the others a
 * hundred at a time, and owes an audit for each that may. What was done is kept after every request, so that a process
 * that ends takes nothing with it.
 */
import type { Clients, GitHubClient } from "../github/client.ts";
import { NotReadable, Refused } from "../github/errors.ts";
import { listRepositories, REPOSITORIES_PER_PAGE, type RepositoryState } from "../github/repositories.ts";
import type { Queue } from "../queue/queue.ts";
import type { Backfill, RepositoryWithId } from "../store/store.ts";
import type { Job } from "../worker/job.ts";
import { owedFor } from "../worker/job.ts";
import { type Allowance, allowance, waitFor } from "./allowance.ts";
import { groupsOf } from "./halves.ts";
import { FIRST_LOOK_PRIORITY, firstJob } from "./jobs.ts";
import { LISTED_AT_ONCE, listSome } from "./lists.ts";
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

interface Filling {
  readonly client: GitHubClient;
  readonly within: Allowance;
  /** Repositories of the installation that are known. */
  readonly most: number;
}

interface Perhaps {
  readonly repository: Nameable;
  readonly state: RepositoryState | undefined;
}

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
    // Known to hold a model, perhaps, and not owed an audit yet. A process that ends looks at them again.
    const held: Perhaps[] = [];
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
      const filling = { client, within, most: known.length };
      const isLookedAlready = known.filter(isLookedAt).length;
      progress = { ...unfinished(progress), looked: Math.max(progress.looked, isLookedAlready) };
      for (const some of groupsOf(open, LOOKED_AT_ONCE)) {
        await this.#makeRoom(installation, signal);
        for (const { id } of some) seen.add(id);
        const looked = await this.#lookAtSome(filling, progress, some);
        if (looked === undefined) return;
        held.push(...looked.perhaps);
        // Of many repositories few hold models: those of several looks fill one request for lists.
        const next = await this.#owe(filling, looked.progress, takeFull(held));
        if (next === undefined) return;
        progress = next;
      }
      const next = await this.#owe(filling, progress, held.splice(0));
      if (next === undefined) return;
      progress = next;
    }
    log.info({ installation, looked: progress.looked, queued: progress.queued }, "back-fill finished");
  }

  async #lookAtSome(
    { client, within, most }: Filling,
    progress: Backfill,
    some: readonly Nameable[],
  ): Promise<{ readonly progress: Backfill; readonly perhaps: readonly Perhaps[] } | undefined> {
    const { store, log } = this.#parts;
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
    const next = await this.#advance(progress, { looked: some.length - perhaps.length, models: 0, queued: 0 }, most);
    log.info(
      { installation, listed: next.listed, looked: next.looked, queued: next.queued, requests: { ...client.budget } },
      "back-fill: repositories looked at",
    );
    return { progress: next, perhaps };
  }

  /** Owes each its first audit, with the list of its files where that comes along with others. */
  async #owe(
    { client, within, most }: Filling,
    progress: Backfill,
    perhaps: readonly Perhaps[],
  ): Promise<Backfill | undefined> {
    if (perhaps.length === 0) return progress;
    const { store, queue } = this.#parts;
    const { installation } = client;
    const states = perhaps.flatMap(({ state }) => (state === undefined ? [] : [state]));
    const lists = await listSome(client, states, within);
    if ((await store.backfill(installation)) === undefined) return undefined;
    // Before the audits are owed, which begin at once.
    await store.rememberLists(lists);
    const taken = await Promise.all(
      perhaps.map(async ({ repository, state }) => {
        // One back-fill owes each repository once, however often it is interrupted.
        const delivery = `backfill/${installation}/${progress.startedAt.getTime()}/${repository.id}`;
        const job = firstJob(installation, state ?? repository, state, delivery);
        return (await queue.add(delivery, [owedFor(job, FIRST_LOOK_PRIORITY)])) === "taken";
      }),
    );
    const queued = taken.filter(Boolean).length;
    const models = perhaps.filter(({ state }, index) => taken[index] && state !== undefined).length;
    return await this.#advance(progress, { looked: queued, models, queued }, most);
  }

  async #advance(
    progress: Backfill,
    { looked, models, queued }: Pick<Backfill, "looked" | "models" | "queued">,
    most: number,
  ): Promise<Backfill> {
    // What is empty is looked at again after an interruption, and is no other repository for that.
    const all = Math.min(progress.looked + looked, Math.max(progress.listed, most));
    const next: Backfill = {
      ...progress,
      listed: Math.max(progress.listed, all),
      looked: all,
      models: progress.models + models,
      queued: progress.queued + queued,
    };
    await this.#parts.store.rememberBackfill(next);
    this.#parts.onStep?.({ listed: 0, looked, queued });
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

/** Takes out of the list as many as fill whole requests. */
const takeFull = (held: Perhaps[]): Perhaps[] => held.splice(0, held.length - (held.length % LISTED_AT_ONCE));

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
