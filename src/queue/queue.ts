/** Owed work: what was promised when a webhook was answered, until it is done. */

/** One piece of work. */
export interface Owed<T> {
  /** Work of the same key that still waits is merged into one. */
  readonly key: string;
  /** Work of the same lane never runs at the same time, whatever process runs it. */
  readonly lane: string;
  /** Groups take turns, so that a busy one cannot starve the others. */
  readonly group: string;
  readonly value: T;
  /** Work of a higher priority is handed out first; 0 where left out. Merged work has the highest of its parts. */
  readonly priority?: number;
}

/** What a handler may ask while it works. */
export interface Turn<T> {
  /** Which attempt this is, from 1. */
  readonly attempt: number;
  /** Work of the same key that was added since this turn began, merged; undefined when there is none. */
  newer(): Promise<T | undefined>;
}

/** Does one piece of work. What it throws decides: {@link RetryLater}, {@link GiveUp}, or another attempt after a while. */
export type Handler<T> = (value: T, turn: Turn<T>) => Promise<void>;

/** How much is owed. */
export interface QueueCounts {
  /** Keys that wait, those that wait for another attempt included. */
  readonly waiting: number;
  /** Keys that are being worked on, in every process. */
  readonly running: number;
  /** Keys that were given up. */
  readonly dead: number;
  /** Seconds since the oldest work that is due was added; 0 when none is. */
  readonly lag: number;
}

/** Work that was given up, until somebody has it done again or throws it away. */
export interface DeadLetter<T> {
  readonly id: number;
  readonly key: string;
  readonly group: string;
  readonly value: T;
  readonly deliveries: readonly string[];
  readonly attempts: number;
  readonly reason: string;
  readonly at: Date;
}

export interface Queue<T> {
  /**
   * Promises to do the work that one delivery asks for. Resolves once the promise is kept safe: with "known" where the
   * delivery was taken before, so that nothing is added. A delivery whose work was given up is owed again.
   * @param delivery id that is the same when the same thing is delivered again
   * @throws {QueueClosed} when the process is shutting down
   */
  add(delivery: string, work: readonly Owed<T>[]): Promise<"taken" | "known">;
  /** Begins to hand work out. */
  start(handler: Handler<T>): void;
  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void>;
  /** Takes nothing more, finishes what runs, hands back the rest, and resolves with how much is left for the next start. */
  drain(milliseconds: number): Promise<number>;
  counts(): Promise<QueueCounts>;
  /** Those of the deliveries that were taken, whether their work is done or still owed; not those that were given up. */
  known(deliveries: readonly string[]): Promise<ReadonlySet<string>>;
  deadLetters(limit?: number): Promise<DeadLetter<T>[]>;
  /** Owes dead letters again, all of them or those named. Resolves with how many there were. */
  revive(ids?: readonly number[]): Promise<number>;
  /** Throws away all that is owed to a group, dead letters too, because it is nobody's to do any more. */
  forget(group: string): Promise<number>;
  /** Throws dead letters away, all of them or those named. */
  discard(ids?: readonly number[]): Promise<number>;
}

/** Thrown by a handler that knows when to try again; where it is a pause, the rest of its group waits too, unless it is alone. */
export class RetryLater extends Error {
  override readonly name = "RetryLater";
  readonly seconds: number;
  /** True where waiting is nobody's fault: the attempt is not counted. */
  readonly isPause: boolean;
  /** True where only this key has a reason to wait: its group goes on. */
  readonly isAlone: boolean;

  constructor(
    message: string,
    seconds: number,
    options: { isPause?: boolean; isAlone?: boolean; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.seconds = seconds;
    this.isPause = options.isPause ?? false;
    this.isAlone = options.isAlone ?? false;
  }
}

/** Thrown by a handler when trying again cannot help. */
export class GiveUp extends Error {
  override readonly name = "GiveUp";
}

/** The process is shutting down: the sender has to try again. */
export class QueueClosed extends Error {
  override readonly name = "QueueClosed";
}
