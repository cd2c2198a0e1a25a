/** From a commit to its report: what is remembered is not read again. */
import { audit } from "../audit.ts";
import { selectReads } from "../evidence/files/select.ts";
import type { RemoteHosts } from "../evidence/remote/fact.ts";
import type { GitHubClient } from "../github/client.ts";
import { NoAnswer, NotReadable } from "../github/errors.ts";
import { type Facts, readFacts } from "../github/read.ts";
import type { Said } from "../messages/said.ts";
import { comparesWithBase } from "../policy/conclude.ts";
import type { LoadedPolicy } from "../policy/policy.ts";
import { policyEntries } from "../policy/proposed.ts";
import type { Report } from "../report/schema.ts";
import { type Entry, type Listing, type Snapshot, takeSnapshot } from "../snapshot/snapshot.ts";
import type { Published, Store } from "../store/store.ts";
import { type Job, nameOf, rivalsOf } from "./job.ts";
import { type Stages, timed, type WorkMeter } from "./meter.ts";
import { auditKey, comparisonKey, POLICY_SECONDS } from "./policy.ts";
import { resolvePolicy } from "./policy-chain.ts";
import { blobScope, type CommitReader, openCommit, type ReadQuestion } from "./reader.ts";
import { RemoteLook } from "./remote.ts";
import { CUT_BASE, CUT_LIST } from "./undetermined.ts";

/** One audit on its way: what the job asks for and what is known by now. */
export interface Course {
  readonly job: Job;
  readonly client: GitHubClient;
  readonly head: string;
  readonly published: Published;
  facts: Facts | undefined;
  /** Nothing was ever said of the repository. */
  isFirstLook?: boolean;
  /** What other hosts are asked, once for all reports of the audit. */
  remote?: RemoteLook;
  readonly stages: Stages;
}

export interface Audited {
  readonly report: Report;
  readonly policy: LoadedPolicy;
  readonly base: Report | undefined;
  readonly tree: string;
  /** Why nothing may be said, where not enough could be seen. */
  readonly undetermined: Said | undefined;
}

export class Auditor {
  readonly #store: Store;
  readonly #meter: Pick<WorkMeter, "cache"> | undefined;
  readonly #hosts: RemoteHosts | undefined;

  constructor(store: Store, meter?: Pick<WorkMeter, "cache">, hosts?: RemoteHosts) {
    this.#store = store;
    this.#meter = meter;
    this.#hosts = hosts;
  }

  /** The report for the commit, and that of what it is compared with. */
  async audit(course: Course, needsComments: boolean): Promise<Audited> {
    const { isModelRepository } = await this.#store.repository(course.job.repository.id);
    course.isFirstLook = isModelRepository === undefined;
    const audited = await this.#auditHead(course, needsComments);
    if (audited.base !== undefined) return audited;
    return { ...audited, base: await this.#baseToShow(course, audited.policy, audited.report) };
  }

  /** The report for the commit: remembered where the tree and the policy are, else made. */
  async #auditHead(course: Course, needsComments: boolean): Promise<Audited> {
    const store = this.#store;
    const { job, client, head } = course;
    const known = await store.repository(job.repository.id);
    const tree = job.tree ?? (await store.tree(job.repository.id, head));
    if (tree !== undefined) await store.rememberTree(job.repository.id, head, tree);
    // A repository that was renamed or transferred may have another owner, and with that owner another policy.
    const isNamed = known.owner === job.repository.owner && known.name === job.repository.name;
    const isFresh = isNamed && known.policy !== undefined && Date.now() - known.policy.readAt < POLICY_SECONDS * 1000;
    const question = {
      branch: job.branch,
      pullRequests: [
        ...new Set([...job.pullRequests, ...job.commands.map((c) => ({ number: c.pullRequest }))].map((p) => p.number)),
      ],
    };
    let policy = isFresh && known.nodeId !== undefined ? today(known.policy?.loaded) : undefined;
    // A branch may be some pull request's that no event has told of; the default branch hardly ever is.
    const mayHavePull = job.branch !== undefined && job.branch !== known.defaultBranch && job.pullRequests.length === 0;
    const isUncertain = course.published.attempt !== undefined;
    const needsBase = policy !== undefined && comparesWithBase(policy.policy) && baseOf(course) === undefined;
    const isRivalled = rivalsOf(job).length > 0;
    const needsFacts = policy === undefined || needsComments || mayHavePull || isUncertain || needsBase || isRivalled;
    this.#meter?.cache("tree", tree !== undefined);
    this.#meter?.cache("policy", policy !== undefined);

    if (policy !== undefined && tree !== undefined && (await this.#remembered(course, tree, policy)) !== undefined) {
      if (course.facts === undefined && needsFacts)
        course.facts = await readFacts(client, nameOf(job), { ...question, head });
    }
    if (course.facts !== undefined) policy = await this.#learn(course, course.facts);
    if (policy !== undefined && tree !== undefined) {
      const remembered = await this.#remembered(course, tree, policy);
      this.#meter?.cache("audit", remembered !== undefined);
      if (remembered !== undefined) return { ...remembered, policy, tree, undetermined: undefined };
    }

    const commit = this.#open(course, head, tree, { ...question, isNeeded: needsFacts && course.facts === undefined });
    const snapshot = await takeSnapshot(commit.port, withPolicy);
    course.facts = (await commit.facts()) ?? course.facts;
    if (course.facts !== undefined) policy = await this.#learn(course, course.facts);
    if (policy === undefined) throw new Error("no policy was read with the files");
    const base = await this.#base(course, policy);
    const report = await this.#report(course, snapshot, policy, base?.report);
    const isWhole = isWholeSnapshot(snapshot) && base?.isWhole !== false;
    // What could not be seen today may be seen next time.
    if (isWhole) {
      await store.rememberAudit(auditKey(job.repository.id, snapshot.tree, policy, base?.report), report);
      await store.rememberAudit(comparisonKey(job.repository.id, snapshot.tree, policy), report);
    }
    const isKindUnknown = !snapshot.complete && !report.isModelRepository && policy.policy.model === undefined;
    const undetermined = isKindUnknown ? CUT_LIST : base?.isWhole === false ? CUT_BASE : undefined;
    return { report, policy, base: base?.report, tree: snapshot.tree, undetermined };
  }

  /** Makes the report, with what is known of the files: shared as far as their contents may be. */
  async #report(course: Course, snapshot: Snapshot, policy: LoadedPolicy, base: Report | undefined): Promise<Report> {
    const { job, client, stages } = course;
    const read = snapshot.entries.filter(({ path }) => snapshot.contents.has(path));
    return timed(stages, "analyse", async () => {
      const facts = await this.#store.facts(blobScope(job.repository, client.installation), read);
      const local = audit(snapshot, policy, base, facts);
      const said = await this.#remote(course).look(policy.policy, local);
      const report = said.all.length === 0 ? local : audit(snapshot, policy, base, facts, said);
      await facts.save();
      return report;
    });
  }

  #open(
    { job, client, stages }: Course,
    head: string,
    tree: string | undefined,
    question?: ReadQuestion,
  ): CommitReader {
    const meter = this.#meter;
    const commit = openCommit(client, this.#store, job.repository, head, tree, question, meter);
    const { port } = commit;
    return {
      facts: () => commit.facts(),
      port: {
        list: () => timed(stages, "list", () => port.list()),
        read: (entries) => timed(stages, "read", () => port.read(entries)),
      },
    };
  }

  async #remembered(
    course: Course,
    tree: string,
    policy: LoadedPolicy,
  ): Promise<{ report: Report; base: Report | undefined } | undefined> {
    const store = this.#store;
    const base = await this.#base(course, policy);
    const report = await store.audit(auditKey(course.job.repository.id, tree, policy, base?.report));
    if (report === undefined || base?.isWhole === false) return undefined;
    // The waivers of a proposed policy run out too, and nobody knows them before the commit was read.
    if (report.policy.proposed !== undefined && report.policy.proposed.day !== policy.today) return undefined;
    if (!(await this.#remote(course).isCurrent(policy.policy, report))) return undefined;
    const sources = policy.sources?.map((source) => ({ ...source }));
    return {
      report: {
        ...report,
        subject: { ...report.subject, commit: course.head },
        policy: { ...report.policy, ...(sources === undefined ? {} : { sources }) },
      },
      base: base?.report,
    };
  }

  /** Keeps what the facts say of the repository, and loads its policy. */
  async #learn({ job, client }: Course, facts: Facts): Promise<LoadedPolicy> {
    const store = this.#store;
    const { policy: before } = await store.repository(job.repository.id);
    const loaded = await resolvePolicy(client, facts, before?.loaded.parent);
    await store.rememberRepository(job.repository.id, {
      owner: job.repository.owner,
      name: job.repository.name,
      isPrivate: job.repository.isPrivate,
      installation: job.installation,
      nodeId: facts.nodeId,
      defaultBranch: facts.defaultBranch,
      policy: { loaded, readAt: Date.now() },
    });
    return today(loaded);
  }

  /** The report of what the commit builds on, if it is known; made now only where the policy depends on it, or a person asks. */
  async #base(course: Course, policy: LoadedPolicy): Promise<Base | undefined> {
    const base = baseOf(course);
    if (base === undefined) return undefined;
    const known = await this.#knownBase(course, base, policy);
    if (known !== undefined) return { report: known, isWhole: true };
    const isAsked = course.job.commands.some(({ name, isAllowed }) => isAllowed && name === "diff");
    return isAsked || comparesWithBase(policy.policy) ? this.#auditBase(course, base, policy) : undefined;
  }

  async #knownBase(course: Course, base: string, policy: LoadedPolicy): Promise<Report | undefined> {
    const { id } = course.job.repository;
    const tree = await this.#store.tree(id, base);
    const report = tree === undefined ? undefined : await this.#store.audit(comparisonKey(id, tree, policy));
    // What a host says today must not look like something that the change did.
    const isCurrent = report !== undefined && (await this.#remote(course).isCurrent(policy.policy, report));
    return isCurrent ? report : undefined;
  }

  #remote(course: Course): RemoteLook {
    course.remote ??= new RemoteLook(this.#hosts, course.job.repository.isPrivate);
    return course.remote;
  }

  async #auditBase(course: Course, base: string, policy: LoadedPolicy): Promise<Base> {
    const { id } = course.job.repository;
    const tree = await this.#store.tree(id, base);
    const snapshot = await takeSnapshot(this.#open(course, base, tree).port, selectReads);
    const report = await this.#report(course, snapshot, policy, undefined);
    const isWhole = isWholeSnapshot(snapshot);
    if (isWhole) await this.#store.rememberAudit(comparisonKey(id, snapshot.tree, policy), report);
    return { report, isWhole };
  }

  /**
   * What a pull request is compared with in its comment, where that was never audited. Nothing depends on it but the
   * comment: the first look at a repository does without, and so does a base that cannot be seen whole.
   */
  async #baseToShow(course: Course, policy: LoadedPolicy, report: Report): Promise<Report | undefined> {
    const base = baseOf(course);
    const isWanted = policy.policy.comment !== "never" && report.isModelRepository && isForPullRequest(course);
    if (base === undefined || !isWanted || course.isFirstLook) return undefined;
    try {
      const audited = await this.#auditBase(course, base, policy);
      return audited.isWhole ? audited.report : undefined;
    } catch (error) {
      if (error instanceof NotReadable || error instanceof NoAnswer) return undefined;
      throw error;
    }
  }
}

/** What the rules want to read, and the policy that the commit holds. */
const withPolicy = (listing: Listing): readonly Entry[] => [
  ...new Set([...selectReads(listing), ...policyEntries(listing)]),
];

/** Whether the commit is the head of a pull request, as far as events and facts tell. */
function isForPullRequest({ job, head, facts }: Course): boolean {
  const isHeadOfOne = facts?.pullRequests.some((pull) => pull.isOpen && pull.head === head) === true;
  return isHeadOfOne || job.pullRequests.length > 0 || job.commands.some(({ isAllowed }) => isAllowed);
}

/** The base of the pull request, else what the branch held before, else what it was compared with last time, else its parent. */
export function baseOf({ job, head, facts, published }: Course): string | undefined {
  const pull = facts?.pullRequests.find((one) => one.head === head);
  const base = pull?.base ?? job.pullRequests.at(-1)?.base ?? job.before[0] ?? published.base ?? facts?.parent;
  return base === head ? undefined : base;
}

/** The commit that GitHub says is meant, where events of one second left that open. */
export function rivalOf({ job, facts }: Course): string | undefined {
  const pulls = facts?.pullRequests.filter((pull) => job.pullRequests.some(({ number }) => number === pull.number));
  const now = job.branch === undefined ? pulls?.find(({ isOpen }) => isOpen)?.head : facts?.branchHead;
  return rivalsOf(job).find((commit) => commit === now);
}

interface Base {
  readonly report: Report;
  /** False where some of the base could not be seen: then its class may be higher than it seems. */
  readonly isWhole: boolean;
}

/** The policy as it holds today: waivers end at the end of a day, UTC. */
function today<L extends LoadedPolicy | undefined>(loaded: L): L {
  return loaded === undefined ? loaded : { ...loaded, today: new Date().toISOString().slice(0, 10) };
}

/** True when the list was not cut and every file that was asked for came. */
function isWholeSnapshot({ complete, contents }: Snapshot): boolean {
  return complete && !contents.values().some(({ kind }) => kind === "unavailable");
}
