/** Writes what was planned, each thing once. */
import type { Logger } from "pino";
import { NoAnswer } from "../github/errors.ts";
import { isNotPermitted, type PermissionName, permissionForWrite } from "../github/permissions.ts";
import { isFinal, type Outcome, publish } from "../github/publish.ts";
import { RetryLater } from "../queue/queue.ts";
import type { CheckAttempt, Published, Store } from "../store/store.ts";
import { baseOf, type Course } from "./auditor.ts";
import type { InFlight } from "./in-flight.ts";
import type { AuditOutcome } from "./meter.ts";
import { rememberSpokenOf } from "./spoken-of.ts";
import type { PlannedWrites } from "./writes.ts";

export interface WriteParts {
  readonly store: Store;
  readonly inFlight: InFlight;
  readonly log: Pick<Logger, "warn">;
  /** Told of each permission that a write was refused for. */
  readonly lacks: (permission: PermissionName) => void;
}

/** How a job ended: the word that is counted, and the words for the log. */
export interface Done {
  readonly outcome: AuditOutcome;
  readonly words: string;
}

export interface Written extends Done {
  /** The check run was refused for want of a permission. */
  readonly isRefused: boolean;
}

/**
 * Sends the writes at once, and remembers what of them was done, before and after.
 * @throws {NoAnswer} when GitHub did not take all of it; the rest may be tried again
 */
export async function write(
  { store, inFlight, log, lacks }: WriteParts,
  course: Course,
  plan: PlannedWrites,
  attempt: CheckAttempt,
): Promise<Written> {
  const { job, client, head } = course;
  let published: Published = {
    ...course.published,
    base: baseOf(course),
    comments: [...course.published.comments, ...plan.settled],
  };
  // Before they are written: where it stays unknown whether they were, they are looked up.
  await rememberSpokenOf(store, job.repository.id, head, [...plan.settled, ...plan.commentsByAlias.values()]);
  if (plan.writes.length === 0) {
    await store.rememberPublished(job.repository.id, head, { ...published, attempt: undefined });
    return { outcome: "unchanged", words: "nothing to write", isRefused: false };
  }
  inFlight.begin(attempt);
  await store.rememberPublished(job.repository.id, head, { ...published, attempt });
  const outcomes = await publish(client, plan.writes).catch(async (error: unknown) => {
    // What a rate limit stopped was not carried out: there is nothing to look up.
    if (error instanceof RetryLater)
      await store.rememberPublished(job.repository.id, head, { ...published, attempt: undefined });
    throw error;
  });
  const failed: Outcome[] = [];
  for (const outcome of outcomes) {
    const number = plan.commentsByAlias.get(outcome.alias);
    if (!outcome.isDone) {
      failed.push(outcome);
      if (!isFinal(outcome.error) || isLacking(outcome)) continue;
    }
    // What GitHub refuses for good counts as settled: asking again would be refused again.
    if (outcome.alias === "check")
      published = { ...published, isCheckDone: true, answered: [...published.answered, ...job.deliveries] };
    if (number !== undefined) published = { ...published, comments: [...published.comments, number] };
    if (number !== undefined && outcome.id !== undefined)
      await store.rememberComment(job.repository.id, number, outcome.id);
  }
  await store.rememberPublished(job.repository.id, head, { ...published, attempt: undefined });
  for (const { alias, error } of failed)
    log.warn({ write: alias, type: error?.type, reason: error?.message.slice(0, 300) }, "write failed");
  const lacking = failed.filter(isLacking);
  for (const permission of new Set(lacking.map(({ field }) => permissionForWrite(field)))) lacks(permission);
  const open = failed.filter(({ error }) => !isFinal(error));
  if (open.length > 0) throw new NoAnswer(`${open.map(({ alias }) => alias).join(", ")} could not be written`);
  const isRefused = lacking.some(({ alias }) => alias === "check");
  return { outcome: "published", words: `wrote ${outcomes.map(({ alias }) => alias).join(", ")}`, isRefused };
}

/** Refused because a permission is not accepted, which may be so tomorrow. */
const isLacking = ({ isDone, error }: Outcome): boolean => !isDone && isNotPermitted(error?.message ?? "");
