/** Upkeep as a process runs it: everything that is done from time to time. */
import type { Logger } from "pino";
import type { Probot } from "probot";
import type { Database } from "../database/database.ts";
import { type Clients, clientOf } from "../github/client.ts";
import type { Queue } from "../queue/queue.ts";
import type { Store } from "../store/store.ts";
import { DatabaseClaims } from "../upkeep/claims.ts";
import { type UpkeepMeter, upkeepTasks } from "../upkeep/tasks.ts";
import { startUpkeep, type Upkeep, type UpkeepTask } from "../upkeep/upkeep.ts";
import type { Job } from "../worker/job.ts";

export interface UpkeepSetting {
  readonly probot: Pick<Probot, "auth">;
  readonly clients: Clients;
  readonly store: Store;
  readonly queue: Queue<Job>;
  readonly database: Database;
  readonly log: Logger;
  readonly meter?: UpkeepMeter | undefined;
  /** Milliseconds within which the first runs begin. */
  readonly startWithin?: number;
}

const DAY = 24 * 3_600_000;

/** Starts upkeep. Processes that share a database take turns. */
export function openUpkeep({
  probot,
  clients,
  store,
  queue,
  database,
  log,
  meter,
  startWithin,
}: UpkeepSetting): Upkeep {
  const prune: UpkeepTask = {
    name: "prune",
    every: DAY,
    async run() {
      const rows = await store.prune(new Date());
      if (rows > 0) log.info({ rows }, "forgot what nobody used for ninety days");
      return true;
    },
  };
  const tasks = upkeepTasks({
    app: async () => clientOf(await probot.auth(), 0),
    clients,
    store,
    queue,
    log,
    meter,
    // The embedded database does not survive a power cut whole: what it lost is seen by comparing heads.
    isSweepDue: database.kind === "embedded",
  });
  return startUpkeep({
    tasks: [...tasks, prune],
    claims: new DatabaseClaims(database),
    log,
    ...(startWithin === undefined ? {} : { startWithin }),
  });
}
