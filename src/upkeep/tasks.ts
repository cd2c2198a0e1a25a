/** What upkeep consists of, and how often each part of it is due. */
import type { Clients, GitHubClient } from "../github/client.ts";
import type { Queue } from "../queue/queue.ts";
import type { Job } from "../worker/job.ts";
import { type BackfillStep, Backfills } from "./backfill.ts";
import { discoverInstallations } from "./discover.ts";
import type { UpkeepLog, UpkeepStore } from "./ports.ts";
import { RECORD_MILLISECONDS, type RedeliveryLimits, redeliverFailed } from "./redeliver.ts";
import { sweepHeads } from "./sweep.ts";
import type { UpkeepTask } from "./upkeep.ts";

export interface UpkeepMeter {
  /** Deliveries that were asked for again. */
  redelivered(count: number): void;
  /** Heads that were found not to have been audited. */
  swept(count: number): void;
}

export interface UpkeepTaskParts {
  /** The App's own client, for its record of deliveries. */
  readonly app: () => Promise<GitHubClient>;
  readonly clients: Pick<Clients, "for">;
  readonly store: UpkeepStore;
  readonly queue: Pick<Queue<Job>, "add" | "counts" | "known">;
  readonly log: UpkeepLog;
  /** The embedded database was not closed in order: what it lost, the sweep finds. */
  readonly isSweepDue?: boolean;
  readonly onStep?: (step: BackfillStep) => void;
  /** Counts what was found, where somebody counts. */
  readonly meter?: UpkeepMeter | undefined;
  readonly redelivery?: Partial<RedeliveryLimits>;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A delivery may have been under way when the last run looked. */
const OVERLAP = 15 * MINUTE;

/** Names by which a task is woken. */
export const BACKFILL = "back-fill";
export const REDELIVERY = "redelivery";
export const SWEEP = "sweep";
export const DISCOVERY = "discovery";

export function upkeepTasks(parts: UpkeepTaskParts): UpkeepTask[] {
  const { clients, store, queue, log } = parts;
  const backfills = new Backfills({
    clients,
    store,
    queue,
    log,
    ...(parts.onStep === undefined ? {} : { onStep: parts.onStep }),
  });
  return [
    {
      name: REDELIVERY,
      every: HOUR,
      isDueAtStart: true,
      async run({ signal, since }) {
        const from = since === undefined ? Date.now() - RECORD_MILLISECONDS : since.getTime() - OVERLAP;
        const { deferred, askedFor } = await redeliverFailed(
          {
            app: await parts.app(),
            queue,
            log,
            signal,
            ...(parts.redelivery === undefined ? {} : { limits: parts.redelivery }),
          },
          from,
        );
        parts.meter?.redelivered(askedFor);
        // They are found again only if the next run looks as far back.
        return deferred === 0;
      },
    },
    {
      name: SWEEP,
      every: 24 * HOUR,
      isDueAtStart: parts.isSweepDue ?? false,
      async run({ signal, since }) {
        const { unseen, owed } = await sweepHeads(
          { clients, store, queue, log, signal },
          since?.getTime() ?? Date.now(),
        );
        parts.meter?.swept(owed);
        return unseen === 0;
      },
    },
    {
      name: DISCOVERY,
      every: HOUR,
      isDueAtStart: true,
      async run() {
        await discoverInstallations(await parts.app(), store, log);
        return true;
      },
    },
    {
      name: BACKFILL,
      every: MINUTE,
      isDueAtStart: true,
      async run({ signal }) {
        await backfills.run(signal);
        return true;
      },
    },
  ];
}
