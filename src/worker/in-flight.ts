/**
 * Writes that may still be on their way. A process that is killed leaves its request behind, and GitHub may carry it out
 * after the next process has looked for its effect.
 */
import { RetryLater } from "../queue/queue.ts";
import type { CheckAttempt } from "../store/store.ts";

/**
 * Milliseconds after which a request has been carried out or never will be: GitHub ends each one after 10 s (REST API
 * documentation, "Troubleshooting the REST API", timeouts). 2 s more, since an attempt's time is in whole seconds and
 * taken shortly before the request is sent.
 */
export const CARRIED_OUT_WITHIN = 12_000;

/** The attempts of this process, whose requests have ended by the time that anybody looks for their effect. */
export class InFlight {
  readonly #now: () => number;
  readonly #own = new Map<string, number>();

  /** @param now milliseconds since 1970 */
  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  /** Notes that an attempt is this process's own. */
  begin(attempt: CheckAttempt): void {
    const now = this.#now();
    for (const [key, at] of this.#own) if (now - at > 10 * CARRIED_OUT_WITHIN) this.#own.delete(key);
    this.#own.set(keyOf(attempt), now);
  }

  /**
   * To be called before the effect of an attempt is looked for: its check run may be there and its comments still to come.
   * @throws {RetryLater} when another process began it so lately that not all of it need be there; nobody else waits for
   *   that
   */
  assertOver(attempt: CheckAttempt): void {
    if (this.#own.has(keyOf(attempt))) return;
    const age = this.#now() - Date.parse(attempt.startedAt);
    // A time to come is of a clock that was set back, and says nothing.
    if (!(age >= 0 && age < CARRIED_OUT_WITHIN)) return;
    const seconds = (CARRIED_OUT_WITHIN - age) / 1000;
    throw new RetryLater("a write of a process that ended may still be carried out", seconds, {
      isPause: true,
      isAlone: true,
    });
  }
}

const keyOf = ({ externalId, startedAt }: CheckAttempt): string => `${startedAt} ${externalId}`;
