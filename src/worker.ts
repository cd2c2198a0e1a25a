/** Carries out owed audits: what is known is not asked again, what stands is not written again. */
import type { Logger } from "pino";
import type { RemoteHosts } from "./evidence/remote/fact.ts";
import type { Clients, GitHubClient } from "./github/client.ts";
import { NotReadable, Refused } from "./github/errors.ts";
import { type PermissionName, permissionMissing } from "./github/permissions.ts";
import { hasCheckRun } from "./github/publish.ts";
import { type Facts, readFacts } from "./github/read.ts";
import { isEnforced } from "./policy/policy.ts";
import { GiveUp, RetryLater, type Turn } from "./queue/queue.ts";
import type { CheckAttempt, Store } from "./store/store.ts";
import { type Audited, Auditor, type Course, rivalOf } from "./worker/auditor.ts";
import { commandId, countedAt, withPatience } from "./worker/command.ts";
import { decline } from "./worker/decline.ts";
import { tellGivenUp } from "./worker/given-up.ts";
import { InFlight } from "./worker/in-flight.ts";
import { isStillDemanded, type Job, jobKey, nameOf, type PullRequestWish } from "./worker/job.ts";
import { type Stages, timed, type WorkMeter } from "./worker/meter.ts";
import { isSuperseded, onNewest } from "./worker/newest.ts";
import { auditKey, externalId } from "./worker/policy.ts";
import { stillSettled } from "./worker/spoken-of.ts";
import { reasonIn, undeterminedFace } from "./worker/undetermined.ts";
import { type Done, type WriteParts, write } from "./worker/write.ts";
import { planWrites } from "./worker/writes.ts";

export interface WorkerParts {
  readonly clients: Pick<Clients, "for">;
  readonly store: Store;
  readonly log: Logger;
  /** Counts what was done, where somebody counts. */
  readonly meter?: WorkMeter | undefined;
  /** Who is asked about linked artifacts; nobody where left out. */
  readonly hosts?: RemoteHosts | undefined;
  /** Address that links in check runs and comments start with; GitHub's own where left out. */
  readonly serverUrl?: string | undefined;
  /** Milliseconds since 1970; the machine's clock where left out. */
  readonly now?: () => number;
}

export class Worker {
  readonly #parts: WorkerParts;
  readonly #auditor: Auditor;
  /** Installations that lacked a permission the last time: it may be accepted by now. */
  readonly #lacking = new Set<number>();
  readonly #inFlight: InFlight;

  constructor(parts: WorkerParts) {
    this.#parts = parts;
    this.#inFlight = new InFlight(parts.now);
    this.#auditor = new Auditor(parts.store, parts.meter, parts.hosts);
  }

  /**
   * Does one job. Throws for the queue to try again: what was written by then is remembered, and the rest follows.
   * @throws {GiveUp} when trying again cannot help
   */
  async carryOut(job: Job, turn: Pick<Turn<Job>, "newer">): Promise<void> {
    const { clients, meter } = this.#parts;
    const started = performance.now();
    const stages: Stages = {};
    let client: GitHubClient | undefined;
    let done: Done = { outcome: "retried", words: "failed" };
    try {
      const isFresh = this.#lacking.delete(job.installation);
      client = await clients.for(job.installation, { isFresh });
      done = await this.#carryOut(client, job, turn, stages);
    } catch (error) {
      this.#noteLacking(job, error);
      done = endOf(error);
      // Nobody reads what is told to an installation that is suspended; once it is not, a sweep finds what was missed.
      if (done.outcome === "nothing") return;
      if (done.outcome === "given up") throw new GiveUp(done.words, { cause: error });
      throw error;
    } finally {
      const seconds = (performance.now() - started) / 1000;
      meter?.audited({ outcome: done.outcome, seconds, stageSeconds: stages });
      const { superseded, head } = job;
      this.#log(job).info(
        {
          head,
          requests: client?.budget,
          milliseconds: Math.round(seconds * 1000),
          outcome: done.words,
          ...(superseded.length === 0 ? {} : { skippedHeads: superseded.length }),
        },
        "audit",
      );
    }
  }

  #log({ installation, deliveries, ...job }: Job): Logger {
    return this.#parts.log.child({ audit: jobKey({ installation, deliveries, ...job }), installation, deliveries });
  }

  /** Tells the log and the counters of a permission that was asked for and is not accepted at the installation yet. */
  #noteLacking(job: Job, error: unknown): void {
    const because = error instanceof Refused ? error.because : undefined;
    if (because?.kind === "permission") this.#lacks(job, because.permission);
  }

  #lacks(job: Job, permission: PermissionName): void {
    this.#lacking.add(job.installation);
    this.#parts.meter?.lacking(permission);
    this.#log(job).error({ permission }, permissionMissing(permission));
  }

  /** Says on GitHub that an audit could not be made, where somebody waits for it or knows it. Never throws. */
  async giveUp(job: Job, error: unknown): Promise<void> {
    // Work that cannot be helped was counted when it was carried out; this was a failure too many.
    if (!(error instanceof GiveUp)) this.#parts.meter?.audited({ outcome: "given up", seconds: 0 });
    await tellGivenUp({ ...this.#parts, log: this.#log(job) }, job, error);
  }

  async #carryOut(client: GitHubClient, asked: Job, turn: Pick<Turn<Job>, "newer">, stages: Stages): Promise<Done> {
    const newest = await onNewest(this.#parts.store, asked);
    if (newest === undefined) return SUPERSEDED;
    const job = await withPatience(this.#parts.store, this.#log(newest), newest);
    const declined = job.commands.filter(({ isAllowed }) => !isAllowed);
    const commands = job.commands.filter(({ isAllowed }) => isAllowed);
    if (job.head === undefined && commands.length === 0 && declined.length > 0) {
      await decline(client, this.#parts.store, job, declined);
      return { outcome: "nothing", words: "declined" };
    }
    const course = await this.#begin(client, job, stages);
    if (course === undefined) return { outcome: "nothing", words: "nothing there" };
    const { published } = course;
    const isDemanded = isStillDemanded(job, published);
    const wishes = job.pullRequests.filter(({ number }) => !published.comments.includes(number));
    const wantsCheck = job.wantsCheck && (!published.isCheckDone || isDemanded);
    if (!wantsCheck && wishes.length === 0 && job.commands.length === 0)
      return { outcome: "unchanged", words: "done before" };

    const needsComments = commands.length > 0 || (await this.#mayHaveComments(job, wishes));
    const audited = await this.#auditor.audit(course, needsComments);
    if (course.facts?.isArchived === true) return { outcome: "nothing", words: "archived" };
    const isStale = await isSuperseded(course, turn);
    const rival = isStale ? rivalOf(course) : undefined;
    if (rival !== undefined)
      return await this.#carryOut(client, { ...job, head: rival, tree: undefined, superseded: [] }, turn, stages);
    if (isStale && !isDemanded && commands.length === 0) return SUPERSEDED;

    const { store, serverUrl } = this.#parts;
    const known = await store.repository(job.repository.id);
    const isWorthACheck =
      audited.report.isModelRepository ||
      audited.undetermined !== undefined ||
      known.isModelRepository === true ||
      // Where a check run of ours was seen, or the owner enforces a policy, a branch rule may wait for one for ever.
      known.isChecked === true ||
      isEnforced(audited.policy.policy) ||
      audited.report.policy.conclusion === "failure" ||
      isDemanded;
    const attempt: CheckAttempt = {
      externalId: externalId(
        auditKey(job.repository.id, audited.tree, audited.policy, audited.base, audited.report.remote?.facts),
      ),
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
      unread: audited.undetermined === undefined ? undefined : reasonIn(audited.policy, audited.undetermined),
      check: wantsCheck && isWorthACheck && (!isStale || isDemanded) ? attempt : undefined,
      repositoryNodeId: known.nodeId ?? "",
      serverUrl,
    });
    const parts: WriteParts = {
      store,
      inFlight: this.#inFlight,
      log: this.#log(job),
      lacks: (permission) => this.#lacks(job, permission),
    };
    const { isRefused, ...done } = await timed(stages, "publish", () => write(parts, course, plan, attempt));
    const isChecked = wantsCheck && isWorthACheck && !isDemanded && !isRefused;
    if (isChecked && known.isChecked !== true) await store.rememberRepository(job.repository.id, { isChecked: true });
    await this.#rememberKind(course, audited, isRefused);
    for (const command of commands)
      await store.rememberCommand(
        job.repository.id,
        command.pullRequest,
        countedAt(command, new Date()),
        commandId(command),
      );
    return done;
  }

  /** Whether the repository holds a model is for its default branch to say; a branch counts while nothing else is known. */
  async #rememberKind(
    { job, head, facts }: Course,
    { report, undetermined }: Audited,
    isRefused: boolean,
  ): Promise<void> {
    const { store } = this.#parts;
    const known = await store.repository(job.repository.id);
    const isDefault = head === facts?.defaultHead || (job.branch !== undefined && job.branch === known.defaultBranch);
    const { isModelRepository } = report;
    const isSaid =
      undetermined === undefined && (isDefault || (known.isModelRepository === undefined && isModelRepository));
    if (isSaid || isDefault)
      await store.rememberRepository(job.repository.id, {
        ...(isSaid ? { isModelRepository } : {}),
        // A head whose check run was refused is not done with: a sweep comes back to it.
        ...(isDefault && !isRefused ? { auditedHead: head } : {}),
      });
  }

  /** False where every pull request was opened just now: unless a push that came first has had it commented on already. */
  async #mayHaveComments(job: Job, wishes: readonly PullRequestWish[]): Promise<boolean> {
    if (wishes.some(({ isNew }) => !isNew)) return true;
    const { store } = this.#parts;
    const written = await Promise.all(wishes.map(({ number }) => store.comment(job.repository.id, number)));
    return written.some((id) => id !== undefined);
  }

  /** Finds out which commit is meant and what stands there; undefined when there is no such commit. */
  async #begin(client: GitHubClient, job: Job, stages: Stages): Promise<Course | undefined> {
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
    const comments = await stillSettled(store, job.repository.id, head, published.comments);
    published = { ...published, comments };
    // What the last process sent may still be carried out, or in part: looked for now, it would be written twice.
    if (published.attempt !== undefined) this.#inFlight.assertOver(published.attempt);
    if (published.attempt !== undefined && job.wantsCheck) {
      const isWritten = await hasCheckRun(client, nameOf(job), head, published.attempt);
      const answered = isWritten ? [...published.answered, ...job.deliveries] : published.answered;
      published = { ...published, isCheckDone: published.isCheckDone || isWritten, answered };
      await store.rememberPublished(job.repository.id, head, published);
    }
    return { job, client, head, published, facts, stages };
  }
}

const SUPERSEDED: Done = { outcome: "superseded", words: "superseded" };

function endOf(error: unknown): Done {
  const words = error instanceof Error ? error.message : String(error);
  if (error instanceof Refused && error.because?.kind === "suspended")
    return { outcome: "nothing", words: "suspended" };
  if (error instanceof NotReadable || error instanceof Refused) return { outcome: "given up", words };
  return { outcome: error instanceof RetryLater && error.isPause ? "paused" : "retried", words: words.slice(0, 500) };
}
