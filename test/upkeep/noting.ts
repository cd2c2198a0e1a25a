/** A queue and a log that only take notes. */
import type { Owed, Queue, QueueCounts } from "../../src/queue/queue.ts";
import type { UpkeepLog } from "../../src/upkeep/ports.ts";
import type { Job } from "../../src/worker/job.ts";

/** Takes each delivery once, and does nothing about it. */
export class NotingQueue implements Pick<Queue<Job>, "add" | "known" | "counts"> {
  readonly owed: Owed<Job>[] = [];
  readonly deliveries = new Set<string>();
  waiting = 0;

  async add(delivery: string, work: readonly Owed<Job>[]): Promise<"taken" | "known"> {
    if (this.deliveries.has(delivery)) return "known";
    this.deliveries.add(delivery);
    this.owed.push(...work);
    return "taken";
  }

  async known(deliveries: readonly string[]): Promise<ReadonlySet<string>> {
    return new Set(deliveries.filter((id) => this.deliveries.has(id)));
  }

  async counts(): Promise<QueueCounts> {
    return { waiting: this.waiting, running: 0, dead: 0, lag: 0 };
  }

  /** Names of the repositories that work is owed for, in their order. */
  get names(): string[] {
    return this.owed.map(({ value }) => value.repository.name).toSorted();
  }
}

export interface Told {
  readonly level: "info" | "warn" | "debug";
  readonly facts: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export function notingLog(): UpkeepLog & { readonly told: Told[] } {
  const told: Told[] = [];
  const note =
    (level: Told["level"]) =>
    (facts: unknown, text?: string): void => {
      told.push(
        typeof facts === "string"
          ? { level, facts: {}, text: facts }
          : { level, facts: facts as Told["facts"], text: text ?? "" },
      );
    };
  return { told, info: note("info"), warn: note("warn"), debug: note("debug") } as unknown as UpkeepLog & {
    told: Told[];
  };
}
