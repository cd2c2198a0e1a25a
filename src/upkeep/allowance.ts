/** Keeps upkeep within its share of the rate limit. */
import { setTimeout as sleep } from "node:timers/promises";
import type { RateLimit } from "../github/limit.ts";
import { RetryLater } from "../queue/queue.ts";
import type { UpkeepLog } from "./ports.ts";

/** Of each hour's requests this share is left to events. */
const LEFT_TO_EVENTS = 0.5;
/** GitHub's clock and this one's may differ. */
const CLOCK_MILLISECONDS = 2_000;
const LONGEST_PAUSE = 3_660_000;
/** How often a limit may be hit in a row before the run is given up until the next one. */
const MAX_PAUSES = 5;

export interface Allowance {
  /** Waits until requests may be spent again, where more than half of the limit is gone. */
  spent(limit: RateLimit | undefined): Promise<void>;
  /** Carries out a request, and again after the pause that a limit asks for. */
  within<T>(request: () => Promise<T>): Promise<T>;
}

/**
 * @param signal ends every pause by throwing its reason
 * @param pause how to wait, for tests
 */
export function allowance(
  log: UpkeepLog,
  facts: Readonly<Record<string, unknown>>,
  signal: AbortSignal,
  pause: (milliseconds: number, signal: AbortSignal) => Promise<void> = waitFor,
): Allowance {
  const rest = async (milliseconds: number, because: string): Promise<void> => {
    const bounded = Math.min(Math.max(milliseconds, 1_000), LONGEST_PAUSE);
    log.info({ ...facts, seconds: Math.round(bounded / 1000) }, `pausing: ${because}`);
    await pause(bounded, signal);
  };
  return {
    async spent(limit) {
      signal.throwIfAborted();
      if (limit === undefined || limit.remaining > limit.limit * LEFT_TO_EVENTS) return;
      await rest(limit.resetAt - Date.now() + CLOCK_MILLISECONDS, "the rest of this hour's requests is left to events");
    },
    async within(request) {
      for (let pauses = 1; ; pauses++) {
        signal.throwIfAborted();
        try {
          return await request();
        } catch (error) {
          if (!(error instanceof RetryLater) || pauses > MAX_PAUSES) throw error;
          await rest(error.seconds * 1000, "GitHub's rate limit asks for it");
        }
      }
    },
  };
}

/** Waits. @throws {Error} at once when the signal says so */
export async function waitFor(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal });
}
