/** Carries out owed audits: what is known is not asked again, what stands is not written again. */
import type { Logger } from "pino";
import type { Clients, GitHubClient } from "./github/client.ts";
import { NoAnswer, NotReadable, Refused } from "./github/errors.ts";
import { hasCheckRun, isFinal, type Outcome, publish, reactionWrite } from "./github/publish.ts";
import { type Facts, readFacts } from "./github/read.ts";
import { GiveUp, RetryLater } from "./queue/queue.ts";
import { CHECK_NAME, type CheckRunFace } from "./report/checkrun.ts";
import type { CheckAttempt, Published, Store } from "./store/store.ts";
import { type Audited, Auditor, baseOf, type Course } from "./worker/auditor.ts";
import { type Job, jobKey, nameOf } from "./worker/job.ts";
import { auditKey, externalId } from "./worker/policy.ts";
import { undeterminedFace } from "./worker/undetermined.ts";
import { type PlannedWrites, planWrites } from "./worker/writes.ts";

export interface WorkerParts {
  readonly clients: Pick<Clients, "for">;
  readonly store: Store;
  readonly log: Pick<Logger, "info" | "warn" | "error">;
  /** Address that links in check runs and comments start with; GitHub's own where left out. */
  readonly serverUrl?: string | undefined;
}

export class Worker {
  readonly #parts: WorkerParts;
  readonly #auditor: Auditor;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    this.#auditor = new Auditor(parts.store);
  }

  /**
   * Does one job. Throws for the queue to try again: what was written by then is remembered, and the rest follows.
   * @throws {GiveUp} when trying again cannot help
   */
  async carryOut(job: Job): Promise<void> {
    const { clients, log } = this.#parts;
    const started = performance.now();
    let client: GitHubClient | undefined;
    let outcome = "failed";
    try {
      client = await clients.for(job.installation);
      outcome = await this.#carryOut(client, job);
    } catch (error) {
      if (!(error instanceof NotReadable || error instanceof Refused)) throw error;
      outcome = error.message;
      throw new GiveUp(error.message, { cause: error });
    } finally {
      const milliseconds = Math.round(performance.now() - started);
      log.info({ audit: jobKey(job), requests: client?.budget, milliseconds, outcome }, "audit");
    }
  }

  /** Says on GitHub that an audit could not be made, where somebody waits for it or knows it. Never throws. */
  async giveUp(job: Job, error: unknown): Promise<void> {
    const { clients, store, log } = this.#parts;
    const reason = error instanceof Error ? error.message : String(error);
    log.error({ audit: jobKey(job), reason: reason.slice(0, 500) }, "audit given up");
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
          ...restCheckRun(job.head, undeterminedFace(reason, known.policy?.loaded)),
        });
      }
      const commands = job.commands.filter(({ isAllowed }) => isAllowed);
      await publish(
        client,
        commands.map(({ commentId }, index) => reactionWrite(index, commentId, "CONFUSED")),
      );
    } catch (second) {
      log.warn({ audit: jobKey(job), reason: String(second).slice(0, 500) }, "could not be told on GitHub either");
    }
  }

  async #carryOut(client: GitHubClient, job: Job): Promise<string> {
    const declined = job.commands.filter(({ isAllowed }) => !isAllowed);
    const commands = job.commands.filter(({ isAllowed }) => isAllowed);
    if (job.head === undefined && commands.length === 0 && declined.length > 0) {
      await publish(
        client,
        declined.map(({ commentId }, index) => reactionWrite(index, commentId, "THUMBS_DOWN")),
      );
      return "declined";
    }
    const course = await this.#begin(client, job);
    if (course === undefined) return "nothing there";
    const { published } = course;
    const isDemanded = isStillDemanded(job, published);
    const wishes = job.pullRequests.filter(({ number }) => !published.comments.includes(number));
    const wantsCheck = job.wantsCheck && (!published.isCheckDone || isDemanded);
    if (!wantsCheck && wishes.length === 0 && job.commands.length === 0) return "done before";

    const latest = await this.#latest(job);
    const audited = await this.#auditor.audit(course, wishes.some(({ isNew }) => !isNew) || commands.length > 0);
    if (course.facts?.isArchived === true) return "archived";
    const isStale = await this.#isSuperseded(course, latest);
    if (isStale && !isDemanded && commands.length === 0) return "superseded";

    const { store, serverUrl } = this.#parts;
    const known = await store.repository(job.repository.id);
    const isWorthACheck =
      audited.report.isModelRepository ||
      audited.undetermined !== undefined ||
      known.isModelRepository === true ||
      audited.report.policy.conclusion === "failure" ||
      isDemanded;
    const attempt: CheckAttempt = {
      externalId: externalId(auditKey(job.repository.id, audited.tree, audited.policy, audited.base)),
      startedAt: `${new Date().toISOString().slice(0, 19)}Z`,
    };
    const plan = await planWrites({
      client,
      store,
      job,
      head: course.head,
      facts: course.facts,
      wishes,
      settled: published.comments,
      report: audited.report,
      base: audited.base,
      policy: audited.policy.policy,
      undetermined:
        audited.undetermined === undefined ? undefined : undeterminedFace(audited.undetermined, audited.policy),
      check: wantsCheck && isWorthACheck && (!isStale || isDemanded) ? attempt : undefined,
      repositoryNodeId: known.nodeId ?? "",
      serverUrl,
    });
    const outcome = await this.#write(course, plan, attempt);
    await this.#rememberKind(course, audited);
    return outcome;
  }

  /** Whether the repository holds a model is for its default branch to say; a branch counts while nothing else is known. */
  async #rememberKind({ job, head, facts }: Course, { report, undetermined }: Audited): Promise<void> {
    const { store } = this.#parts;
    const known = await store.repository(job.repository.id);
    const isDefault = head === facts?.defaultHead || (job.branch !== undefined && job.branch === known.defaultBranch);
    const { isModelRepository } = report;
    if (undetermined === undefined && (isDefault || (known.isModelRepository === undefined && isModelRepository)))
      await store.rememberRepository(job.repository.id, { isModelRepository });
  }

  /** Finds out which commit is meant and what stands there; undefined when there is no such commit. */
  async #begin(client: GitHubClient, job: Job): Promise<Course | undefined> {
    const { store } = this.#parts;
    let { head } = job;
    let facts: Facts | undefined;
    if (head === undefined) {
      const numbers = job.commands.map(({ pullRequest }) => pullRequest);
      facts = await readFacts(client, nameOf(job), { pullRequests: [...new Set(numbers)] });
      const pull = facts.pullRequests.find(({ number }) => numbers.includes(number));
      head = numbers.length > 0 ? (pull?.isOpen === true ? pull.head : undefined) : facts.defaultHead;
      if (head === undefined) return undefined;
    }
    let published = await store.published(job.repository.id, head);
    if (published.attempt !== undefined && job.wantsCheck) {
      const isWritten = await hasCheckRun(client, nameOf(job), head, published.attempt);
      const answered = isWritten ? [...published.answered, ...job.deliveries] : published.answered;
      published = { ...published, isCheckDone: published.isCheckDone || isWritten, answered };
      await store.rememberPublished(job.repository.id, head, published);
    }
    return { job, client, head, published, facts };
  }

  /** What webhooks said last about the branch and the pull requests of the job. */
  async #latest(job: Job): Promise<readonly (string | undefined)[]> {
    const refs = [
      ...(job.branch === undefined ? [] : [`refs/heads/${job.branch}`]),
      ...job.pullRequests.map(({ number }) => `#${number}`),
    ];
    return Promise.all(refs.map((ref) => this.#parts.store.latest(job.repository.id, ref)));
  }

  /**
   * True when the branch or the pull request points to another commit by now. GitHub's own answer may lag behind the
   * event: a commit that was there before the event says nothing.
   */
  async #isSuperseded({ job, head, facts }: Course, before: readonly (string | undefined)[]): Promise<boolean> {
    const after = await this.#latest(job);
    if (after.some((latest, index) => latest !== before[index] && latest !== head)) return true;
    if (facts === undefined) return false;
    const isOther = (now: string | undefined) => now !== undefined && now !== head && !job.before.includes(now);
    if (job.branch !== undefined) return isOther(facts.branchHead);
    const wished = facts.pullRequests.filter((pull) => job.pullRequests.some(({ number }) => number === pull.number));
    return wished.length > 0 && wished.every((pull) => isOther(pull.head) || !pull.isOpen);
  }

  async #write(course: Course, plan: PlannedWrites, attempt: CheckAttempt): Promise<string> {
    const { store, log } = this.#parts;
    const { job, client, head } = course;
    let published: Published = {
      ...course.published,
      base: baseOf(course),
      comments: [...course.published.comments, ...plan.settled],
    };
    if (plan.writes.length === 0) {
      await store.rememberPublished(job.repository.id, head, { ...published, attempt: undefined });
      return "nothing to write";
    }
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
        if (!isFinal(outcome.error)) continue;
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
      log.warn(
        { audit: jobKey(job), write: alias, type: error?.type, reason: error?.message.slice(0, 300) },
        "write failed",
      );
    const open = failed.filter(({ error }) => !isFinal(error));
    if (open.length > 0) throw new NoAnswer(`${open.map(({ alias }) => alias).join(", ")} could not be written`);
    return `wrote ${outcomes.map(({ alias }) => alias).join(", ")}`;
  }
}

/** A demand is met once per delivery, so that one that is delivered again is not met again. */
function isStillDemanded(job: Job, { answered }: Published): boolean {
  return job.isCheckDemanded && !job.deliveries.every((id) => answered.includes(id));
}

/** A check run as REST takes it, which needs no more than the repository's name. */
function restCheckRun(head: string, { title, summary, conclusion }: CheckRunFace) {
  const externalId = `undetermined:${head}`;
  const output = { title, summary };
  return { name: CHECK_NAME, head_sha: head, external_id: externalId, status: "completed", conclusion, output };
}
