/** What is said on GitHub about an audit that was given up. */
import type { Logger } from "pino";
import type { Clients } from "../github/client.ts";
import { NotReadable } from "../github/errors.ts";
import { publish } from "../github/publish.ts";
import { requestIdOf } from "../github/request-id.ts";
import { GiveUp } from "../queue/queue.ts";
import { CHECK_NAME, type CheckRunFace } from "../report/checkrun.ts";
import type { Store } from "../store/store.ts";
import { reactionWrites } from "./answers.ts";
import { isStillDemanded, type Job } from "./job.ts";
import { reasonOf, undeterminedFace } from "./undetermined.ts";

export interface GivenUpParts {
  readonly clients: Pick<Clients, "for">;
  readonly store: Pick<Store, "repository" | "published">;
  readonly log: Pick<Logger, "error" | "warn">;
}

/** Writes a check run that says why, and reacts to commands, where somebody waits for it or knows it. Never throws. */
export async function tellGivenUp({ clients, store, log }: GivenUpParts, job: Job, error: unknown): Promise<void> {
  const reason = error instanceof Error ? error.message : String(error);
  log.error({ reason: reason.slice(0, 500) }, "audit given up");
  try {
    const cause = error instanceof GiveUp ? error.cause : error;
    // An empty repository has nothing to be audited, and a commit to hang a check run on neither.
    if (cause instanceof NotReadable && cause.status === 409) return;
    const known = await store.repository(job.repository.id);
    const published = await store.published(job.repository.id, job.head ?? "");
    const isDemanded = isStillDemanded(job, published);
    const client = await clients.for(job.installation);
    const isAwaited = isDemanded || known.isModelRepository === true || cause instanceof NotReadable;
    // A check run that stands is not covered up because a comment beside it failed.
    const isMissing = job.wantsCheck && (!published.isCheckDone || isDemanded);
    if (job.head !== undefined && isMissing && isAwaited) {
      await client.post("POST /repos/{owner}/{repo}/check-runs", {
        owner: job.repository.owner,
        repo: job.repository.name,
        ...restCheckRun(job.head, undeterminedFace(reasonOf(cause ?? error), known.policy?.loaded, requestIdOf(error))),
      });
    }
    await publish(
      client,
      reactionWrites(
        job.commands.filter(({ isAllowed }) => isAllowed),
        "CONFUSED",
      ),
    );
  } catch (second) {
    log.warn({ reason: String(second).slice(0, 500) }, "could not be told on GitHub either");
  }
}

/** A check run as REST takes it, which needs no more than the repository's name. */
function restCheckRun(head: string, { title, summary, conclusion, actions }: CheckRunFace) {
  const externalId = `undetermined:${head}`;
  const output = { title, summary };
  return {
    name: CHECK_NAME,
    head_sha: head,
    external_id: externalId,
    status: "completed",
    conclusion,
    actions,
    output,
  };
}
