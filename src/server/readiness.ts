/** Whether the process can do its work, part by part, as `/readyz` tells it. */
import { setTimeout as sleep } from "node:timers/promises";
import { DatabaseError } from "../database/database.ts";
import type { QueueCounts } from "../queue/queue.ts";

/** One part of the process. Only `ok: false` keeps it from being ready. */
export interface Part {
  readonly ok: boolean;
  readonly [detail: string]: string | number | boolean;
}

export interface Readiness {
  readonly ready: boolean;
  readonly parts: Readonly<Record<string, Part>>;
}

export interface ReadinessParts {
  /** By name: each resolves when the part works and throws when it does not. */
  readonly checks: Readonly<Record<string, () => Promise<unknown>>>;
  /** True once the process was asked to stop. */
  readonly isDraining: () => boolean;
  /** How much is owed: reported, since a long queue is nothing that turning webhooks away would shorten. */
  readonly counts?: () => Promise<QueueCounts>;
  /** Parts that are told and keep nobody from being ready. */
  readonly notes?: () => Readonly<Record<string, Omit<Part, "ok">>>;
  /** What went wrong with a part: it goes to the log and is not shown to who asks. */
  readonly onFailure?: (part: string, error: unknown) => void;
  /** Milliseconds that a part may take to answer. */
  readonly timeout?: number;
  /** Milliseconds that an answer is kept for, so that asking often costs nothing. */
  readonly keep?: number;
}

/** Seconds of waiting above which the queue is called late. */
export const LATE_SECONDS = 300;

/** Makes a function that looks at all parts at once. It never throws, and looks once for many who ask at the same time. */
export function createReadiness(options: ReadinessParts): () => Promise<Readiness> {
  const { checks, isDraining, counts, notes, onFailure, timeout = 2_000, keep = 1_000 } = options;
  let kept: { readonly parts: Promise<Readiness["parts"]>; readonly until: number } | undefined;

  const look = async (): Promise<Readiness["parts"]> => {
    const looked = await Promise.all(
      Object.entries(checks).map(async ([name, check]): Promise<[string, Part]> => {
        const started = performance.now();
        try {
          await within(timeout, check);
          return [name, { ok: true, milliseconds: Math.round(performance.now() - started) }];
        } catch (error) {
          onFailure?.(name, error);
          return [name, { ok: false, problem: problemOf(error) }];
        }
      }),
    );
    return Object.fromEntries(counts === undefined ? looked : [...looked, ["queue", await queuePart(counts)]]);
  };
  const queuePart = async (ask: () => Promise<QueueCounts>): Promise<Part> => {
    try {
      const { waiting, running, dead, lag } = await within(timeout, ask);
      return { ok: true, waiting, running, dead, lagSeconds: Math.round(lag), isLate: lag > LATE_SECONDS };
    } catch (error) {
      onFailure?.("queue", error);
      return { ok: true, problem: "could not be counted" };
    }
  };

  return async () => {
    if (kept === undefined || kept.until < performance.now())
      kept = { parts: look(), until: performance.now() + keep + timeout };
    const mine = kept;
    const looked = await mine.parts;
    // From now on it is kept for as long as it is fresh, however long it took.
    if (kept === mine) kept = { parts: mine.parts, until: Math.min(mine.until, performance.now() + keep) };
    const own: Part = isDraining() ? { ok: false, problem: "stopping" } : { ok: true };
    const told = Object.entries(notes?.() ?? {}).map(([name, note]): [string, Part] => [name, { ...note, ok: true }]);
    const parts = { ...looked, ...Object.fromEntries(told), process: own };
    return { ready: Object.values(parts).every(({ ok }) => ok), parts };
  };
}

/** In words that show nothing of the machine. */
function problemOf(error: unknown): string {
  if (error instanceof TimeOut) return "no answer in time";
  return error instanceof DatabaseError && error.isDiskFull ? "its disk is full: free some space" : "failed";
}

class TimeOut extends Error {
  override readonly name = "TimeOut";
}

async function within<T>(milliseconds: number, work: () => Promise<T>): Promise<T> {
  const stop = new AbortController();
  try {
    const late = sleep(milliseconds, undefined, { signal: stop.signal, ref: false }).then(() => {
      throw new TimeOut(`no answer within ${milliseconds} ms`);
    });
    return await Promise.race([work(), late]);
  } finally {
    stop.abort();
  }
}
