/** A clock that can be set forward, for what waits an hour: it goes on as the machine's does. */
const Machine = Date;

export interface Clock {
  /** Sets the clock forward. */
  pass(minutes: number): void;
  /** Gives the machine's clock back. */
  stop(): void;
}

/** Replaces `Date` for the whole process, so that the App and the local GitHub agree on the time. */
export function startClock(): Clock {
  let ahead = 0;
  class Moved extends Machine {
    constructor(...given: [] | [number | string | Date]) {
      if (given.length === 0) super(Moved.now());
      else super(...given);
    }
    static override now(): number {
      return Machine.now() + ahead;
    }
  }
  globalThis.Date = Moved as DateConstructor;
  return {
    pass(minutes) {
      ahead += minutes * 60_000;
    },
    stop() {
      globalThis.Date = Machine;
    },
  };
}
