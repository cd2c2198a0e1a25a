/** The Probot application: which event asks for which audit. Handlers only promise the work, and GitHub is answered at once. */
import type { Probot } from "probot";
import { type Intake, SUBSCRIPTIONS } from "./intake.ts";
import type { Owed } from "./queue/queue.ts";
import type { Store } from "./store/store.ts";
import { type Job, jobKey } from "./worker/job.ts";

export interface AppParts {
  readonly queue: { add(work: Owed<Job>): Promise<void> };
  readonly store: Store;
}

/** Listens to every subscribed event on `app`. */
export function openness(app: Probot, { queue, store }: AppParts): void {
  for (const { event, intake } of SUBSCRIPTIONS) {
    app.on(event, async ({ id, payload }) => {
      const taken = intake(payload as never, id);
      await remember(store, taken);
      for (const job of taken.jobs) {
        await queue.add({
          key: jobKey(job),
          // One repository's audits run one after the other, so that two of them never write one comment twice.
          lane: String(job.repository.id),
          group: String(job.installation),
          value: job,
        });
      }
      if (taken.jobs.length > 0) app.log.info({ event, delivery: id, jobs: taken.jobs.map(jobKey) }, "audit owed");
    });
  }
}

async function remember(store: Store, { moved, policyChanged, ownerPolicyChanged, forget }: Intake): Promise<void> {
  if (moved !== undefined) await store.rememberLatest(moved.repository, moved.ref, moved.head);
  if (policyChanged !== undefined) await store.rememberRepository(policyChanged, { policy: undefined });
  if (ownerPolicyChanged !== undefined) await store.forgetPolicies(ownerPolicyChanged);
  if (forget !== undefined) {
    for (const repository of forget.repositories) await store.forgetRepository(repository);
    if (forget.isAll) await store.forgetScope(`installation ${forget.installation}`);
  }
}
