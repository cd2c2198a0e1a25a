/** From a commit to its report: what is remembered is not read again. */
import { audit } from "../audit.ts";
import { selectReads } from "../evidence/files/select.ts";
import type { GitHubClient } from "../github/client.ts";
import { type Facts, readFacts } from "../github/read.ts";
import type { LoadedPolicy } from "../policy/policy.ts";
import type { Report } from "../report/schema.ts";
import { takeSnapshot } from "../snapshot/snapshot.ts";
import type { Published, Store } from "../store/store.ts";
import { type Job, nameOf } from "./job.ts";
import { auditKey, comparisonKey, POLICY_SECONDS, resolvePolicy } from "./policy.ts";
import { openCommit } from "./reader.ts";

/** One audit on its way: what the job asks for and what is known by now. */
export interface Course {
  readonly job: Job;
  readonly client: GitHubClient;
  readonly head: string;
  readonly published: Published;
  facts: Facts | undefined;
}

export interface Audited {
  readonly report: Report;
  readonly policy: LoadedPolicy;
  readonly base: Report | undefined;
  readonly tree: string;
  /** The list of files was cut, and what was seen of it shows no model: that is not to say that there is none. */
  readonly isUncertain: boolean;
}

export class Auditor {
  readonly #store: Store;

  constructor(store: Store) {
    this.#store = store;
  }

  /** The report for the commit: remembered where the tree and the policy are, else made. */
  async audit(course: Course, needsComments: boolean): Promise<Audited> {
    const store = this.#store;
    const { job, client, head } = course;
    const known = await store.repository(job.repository.id);
    const tree = job.tree ?? (await store.tree(job.repository.id, head));
    if (tree !== undefined) await store.rememberTree(job.repository.id, head, tree);
    const isFresh = known.policy !== undefined && Date.now() - known.policy.readAt < POLICY_SECONDS * 1000;
    const question = {
      branch: job.branch,
      pullRequests: [
        ...new Set([...job.pullRequests, ...job.commands.map((c) => ({ number: c.pullRequest }))].map((p) => p.number)),
      ],
    };
    let policy = isFresh && known.nodeId !== undefined ? known.policy?.loaded : undefined;

    if (policy !== undefined && tree !== undefined && (await this.#remembered(course, tree, policy)) !== undefined) {
      // A branch may be some pull request's that no event has told of; the default branch hardly ever is.
      const mayHavePull =
        job.branch !== undefined && job.branch !== known.defaultBranch && job.pullRequests.length === 0;
      const isUncertain = course.published.attempt !== undefined;
      if (course.facts === undefined && (needsComments || mayHavePull || isUncertain)) {
        course.facts = await readFacts(client, nameOf(job), { ...question, head });
      }
    }
    if (course.facts !== undefined) policy = await this.#learn(course, course.facts);
    if (policy !== undefined && tree !== undefined) {
      const remembered = await this.#remembered(course, tree, policy);
      if (remembered !== undefined) return { ...remembered, policy, tree, isUncertain: false };
    }

    const commit = openCommit(client, store, job.repository, head, tree, question);
    const snapshot = await takeSnapshot(commit.port, selectReads);
    course.facts = await commit.facts();
    policy = await this.#learn(course, course.facts);
    const base = await this.#base(course, policy);
    const report = audit(snapshot, policy, base);
    // A list that was cut may be whole next time.
    if (snapshot.complete) {
      await store.rememberAudit(auditKey(job.repository.id, snapshot.tree, policy, base), report);
      await store.rememberAudit(comparisonKey(job.repository.id, snapshot.tree, policy), report);
    }
    const isUncertain = !snapshot.complete && !report.isModelRepository && policy.policy.model === undefined;
    return { report, policy, base, tree: snapshot.tree, isUncertain };
  }

  async #remembered(
    course: Course,
    tree: string,
    policy: LoadedPolicy,
  ): Promise<{ report: Report; base: Report | undefined } | undefined> {
    const store = this.#store;
    const base = await this.#base(course, policy);
    const report = await store.audit(auditKey(course.job.repository.id, tree, policy, base));
    if (report === undefined) return undefined;
    return { report: { ...report, subject: { ...report.subject, commit: course.head } }, base };
  }

  /** Keeps what the facts say of the repository, and loads its policy. */
  async #learn({ job, client }: Course, facts: Facts): Promise<LoadedPolicy> {
    const store = this.#store;
    const loaded = await resolvePolicy(client, facts.policy);
    await store.rememberRepository(job.repository.id, {
      owner: job.repository.owner,
      nodeId: facts.nodeId,
      defaultBranch: facts.defaultBranch,
      policy: { loaded, readAt: Date.now() },
    });
    return loaded;
  }

  /**
   * The report of what the commit builds on: the base of its pull request, else what the branch held before. It is made
   * only where the policy forbids to drop a class; elsewhere it serves if it happens to be there.
   */
  async #base(course: Course, policy: LoadedPolicy): Promise<Report | undefined> {
    const store = this.#store;
    const { job, client, facts } = course;
    const pull = facts?.pullRequests.find(({ head }) => head === course.head);
    const base = pull?.base ?? job.pullRequests.at(-1)?.base ?? job.before[0];
    if (base === undefined || base === course.head) return undefined;
    const tree = await store.tree(job.repository.id, base);
    const known = tree === undefined ? undefined : await store.audit(comparisonKey(job.repository.id, tree, policy));
    if (known !== undefined || !policy.policy.fail.includes("class-dropped")) return known;
    const snapshot = await takeSnapshot(openCommit(client, store, job.repository, base, tree).port, selectReads);
    const report = audit(snapshot, policy);
    if (snapshot.complete) await store.rememberAudit(comparisonKey(job.repository.id, snapshot.tree, policy), report);
    return report;
  }
}
