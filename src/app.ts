/** The Probot application: which event asks for which audit. Handlers only promise the work, and GitHub is answered at once. */
import type { Probot } from "probot";
import { type Intake, SUBSCRIPTIONS } from "./intake.ts";
import type { Queue } from "./queue/queue.ts";
import type { Metrics } from "./server/metrics.ts";
import type { Store } from "./store/store.ts";
import { beginBackfill } from "./upkeep/begin.ts";
import { FIRST_LOOK_PRIORITY } from "./upkeep/jobs.ts";
import { jobsOnResuming } from "./upkeep/resume.ts";
import { type Job, jobKey, owedFor } from "./worker/job.ts";

export interface AppParts {
  readonly queue: Pick<Queue<Job>, "add" | "forget">;
  readonly store: IntakeStore;
  readonly metrics?: Pick<Metrics, "delivered"> | undefined;
  /** Called when repositories are to be looked at for the first time. */
  readonly onBackfill?: (() => void) | undefined;
  /** Called when an installation takes work that it did not take before. */
  readonly onResumed?: (() => void) | undefined;
}

/** The part of the store that events change at once. */
type IntakeStore = Pick<
  Store,
  | "rememberRepository"
  | "forgetPolicies"
  | "forgetRepository"
  | "forgetInstallation"
  | "backfill"
  | "rememberBackfill"
  | "rememberRepositories"
  | "repositories"
>;

/** Listens to every subscribed event on `app`. */
export function openness(app: Probot, parts: AppParts): void {
  for (const { event, intake } of SUBSCRIPTIONS) {
    app.on(event, async ({ id, name, payload }) => {
      const log = app.log.child({ event, delivery: id });
      const taken = intake(payload as never, id);
      await remember(parts, taken, id, log);
      const { jobs } = taken;
      // What is remembered may be remembered twice; what is owed is told apart by its delivery.
      const result =
        jobs.length === 0
          ? "taken"
          : await parts.queue.add(
              id,
              jobs.map((job) => owedFor(job)),
            );
      const isNothing = jobs.length === 0 && Object.keys(taken).length === 1;
      parts.metrics?.delivered(name, isNothing ? "ignored" : result);
      if (jobs.length > 0)
        log.info({ jobs: jobs.map(jobKey), installation: jobs[0]?.installation, result }, "audit owed");
    });
  }
}

async function remember(
  { store, queue, onBackfill, onResumed }: AppParts,
  { policyChanged, ownerPolicyChanged, backfill, suspended, resumed, forget }: Intake,
  delivery: string,
  log: Probot["log"],
): Promise<void> {
  if (policyChanged !== undefined) await store.rememberRepository(policyChanged, { policy: undefined });
  if (ownerPolicyChanged !== undefined) await store.forgetPolicies(ownerPolicyChanged);
  if (backfill !== undefined) {
    await beginBackfill(store, backfill);
    onBackfill?.();
  }
  if (suspended !== undefined) {
    const owed = await queue.forget(String(suspended));
    log.info({ installation: suspended, owed }, "installation suspended: what was owed to it is let go");
  }
  if (resumed !== undefined) {
    const missed = await jobsOnResuming(store, resumed, delivery);
    for (const job of missed) await queue.add(job.deliveries[0] ?? delivery, [owedFor(job, FIRST_LOOK_PRIORITY)]);
    log.info(
      { installation: resumed, repositories: missed.length },
      "installation takes work again: what it missed is looked for",
    );
    onResumed?.();
  }
  if (forget === undefined) return;
  const { installation, repositories, isAll } = forget;
  for (const repository of repositories) await store.forgetRepository(repository);
  if (isAll) {
    const owed = await queue.forget(String(installation));
    const known = await store.forgetInstallation(installation);
    log.info(
      { installation, repositories: Math.max(known, repositories.length), owed },
      "installation deleted, with all that was kept of it",
    );
  }
}
