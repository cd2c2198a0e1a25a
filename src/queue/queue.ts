/** Owed work: what was promised when a webhook was answered, until it is done. */

/** One piece of work. */
export interface Owed<T> {
  /** Work of the same key that still waits is merged into one. */
  readonly key: string;
  /** Work of the same lane never runs at the same time. */
  readonly lane: string;
  /** Groups take turns, so that a busy one cannot starve the others. */
  readonly group: string;
  readonly value: T;
}

export interface Queue<T> {
  /**
   * Promises to do the work. Resolves once the promise is kept safe.
   * @throws {QueueClosed} when the process is shutting down
   */
  add(work: Owed<T>): Promise<void>;
  /** Begins to hand work out. A handler that throws is called again later. */
  start(handler: (value: T) => Promise<void>): void;
  /** Resolves when nothing runs and nothing waits. */
  idle(): Promise<void>;
  /** Takes nothing more, finishes what is owed, and resolves with how much was left when the time was up. */
  drain(milliseconds: number): Promise<number>;
  /** How much waits and how much runs now. */
  counts(): { waiting: number; running: number };
}

/** Thrown by a handler that knows when to try again; the rest of its group waits too. */
export class RetryLater extends Error {
  override readonly name = "RetryLater";
  readonly seconds: number;
  /** True where waiting is nobody's fault: the attempt is not counted. */
  readonly isPause: boolean;

  constructor(message: string, seconds: number, options: { isPause?: boolean; cause?: unknown } = {}) {
    super(message, { cause: options.cause });
    this.seconds = seconds;
    this.isPause = options.isPause ?? false;
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
