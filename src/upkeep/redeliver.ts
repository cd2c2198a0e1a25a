/**
 * Finds deliveries that this program never took, and has GitHub make them again: GitHub does not do that by itself, and
 * keeps its record for three days. Source: GitHub docs, "Handling failed webhook deliveries".
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { GitHubClient } from "../github/client.ts";
import { NotReadable, Refused } from "../github/errors.ts";
import { type DeliveryAttempt, listDeliveries, redeliver } from "../github/hook-deliveries.ts";
import type { Queue } from "../queue/queue.ts";
import type { UpkeepLog } from "./ports.ts";

export interface RedeliveryParts {
  /** The App's own client: the record is not an installation's. */
  readonly app: GitHubClient;
  readonly queue: { known: Queue<never>["known"] };
  readonly log: UpkeepLog;
  readonly signal?: AbortSignal;
  readonly limits?: Partial<RedeliveryLimits>;
}

export interface RedeliveryLimits {
  /** Deliveries that are asked for in one run. */
  readonly most: number;
  /** Repetitions of one delivery, other people's included, before it is left to the log. */
  readonly attempts: number;
  /** Milliseconds between two questions. */
  readonly interval: number;
  /** Milliseconds that a delivery may take: younger ones may still be under way. */
  readonly youngest: number;
}

/** What one run found. */
export interface Redelivered {
  /** Deliveries without any success that nobody took. */
  readonly missed: number;
  readonly askedFor: number;
  /** Those whose turn comes in a later run: over this one's bound, or asked for not long ago. */
  readonly deferred: number;
  /** Those that failed again and again. */
  readonly leftAlone: number;
}

/** With the waits between them, so many repetitions reach over the three days that GitHub keeps a delivery. */
const DEFAULTS: RedeliveryLimits = { most: 500, attempts: 8, interval: 200, youngest: 60_000 };
const FIRST_WAIT = 30 * 60_000;
const LONGEST_WAIT = 12 * 3_600_000;
/** GitHub keeps its record for three days. */
export const RECORD_MILLISECONDS = 3 * 24 * 3_600_000;

/**
 * Asks for every delivery since a time that failed each time and whose work is not known to the queue.
 * @param since in milliseconds since 1970; what is older than GitHub's record is not there
 * @throws what reading the record throws; what was asked for by then stays asked for
 */
export async function redeliverFailed(parts: RedeliveryParts, since: number, now = Date.now()): Promise<Redelivered> {
  const { app, queue, log, signal } = parts;
  const limits = { ...DEFAULTS, ...parts.limits };
  const attempts = await failedSince(app, Math.max(since, now - RECORD_MILLISECONDS), signal);
  const known = await queue.known([...attempts.keys()]);
  const missed = [...attempts].filter(([guid, [latest]]) => !known.has(guid) && latest.at <= now - limits.youngest);
  const tired = missed.filter(([, list]) => repetitions(list) >= limits.attempts);
  // Whoever takes webhooks may be down for hours: each repetition that failed makes the next one wait longer.
  const due = missed.filter((one) => {
    const [, [latest, ...earlier]] = one;
    const count = repetitions([latest, ...earlier]);
    const wait = count === 0 ? 0 : Math.min(FIRST_WAIT * 2 ** count, LONGEST_WAIT);
    return !tired.includes(one) && latest.at <= now - wait;
  });
  for (const [delivery, [{ event, action, installation }]] of tired)
    log.warn({ delivery, event, action, installation }, "delivery failed each time: it is not asked for again");
  // The oldest first: they are the next to fall out of the record.
  const chosen = due.reverse().slice(0, limits.most);
  let askedFor = 0;
  for (const [delivery, [latest]] of chosen) {
    signal?.throwIfAborted();
    try {
      await redeliver(app, latest);
      askedFor++;
    } catch (error) {
      if (!(error instanceof NotReadable || error instanceof Refused)) throw error;
      log.warn({ delivery, event: latest.event, reason: error.message }, "delivery cannot be asked for");
    }
    await sleep(limits.interval, undefined, signal === undefined ? {} : { signal });
  }
  const deferred = missed.length - tired.length - chosen.length;
  const outcome = { missed: missed.length, askedFor, deferred, leftAlone: tired.length };
  if (outcome.missed > 0) log.info(outcome, "missed deliveries asked for again");
  return outcome;
}

const repetitions = (attempts: readonly DeliveryAttempt[]): number =>
  attempts.filter(({ isRedelivery }) => isRedelivery).length;

type Attempts = [DeliveryAttempt, ...DeliveryAttempt[]];

/** Attempts at each delivery that never succeeded, newest first. */
async function failedSince(
  app: GitHubClient,
  since: number,
  signal: AbortSignal | undefined,
): Promise<Map<string, Attempts>> {
  const failed = new Map<string, Attempts>();
  const succeeded = new Set<string>();
  for await (const page of listDeliveries(app, since)) {
    signal?.throwIfAborted();
    for (const attempt of page) {
      if (attempt.isSuccess) {
        succeeded.add(attempt.guid);
        failed.delete(attempt.guid);
      } else if (!succeeded.has(attempt.guid)) {
        const list = failed.get(attempt.guid);
        if (list === undefined) failed.set(attempt.guid, [attempt]);
        else list.push(attempt);
      }
    }
  }
  return failed;
}
