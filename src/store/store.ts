/** What is remembered between audits, so that nothing is asked, computed or written twice. */
import type { RemoteFact } from "../evidence/remote/fact.ts";
import type { LoadedPolicy } from "../policy/policy.ts";
import type { Report } from "../report/schema.ts";
import type { GitHubBlob } from "../snapshot/github.ts";
import type { Entry } from "../snapshot/snapshot.ts";
import type { FactsFile, KeptFacts } from "./facts.ts";

/** What decides a report's content: the same key, the same report. */
export interface AuditKey {
  /** `repository.id`, which survives renames and transfers. */
  readonly repository: number;
  readonly tree: string;
  /** Digest of the rules' version and the policy. */
  readonly rules: string;
}

/** What stands on GitHub about one commit of one repository. */
export interface Published {
  readonly isCheckDone: boolean;
  /** Pull requests whose comment is settled: written, or rightly left alone. */
  readonly comments: readonly number[];
  /** Deliveries whose demand for a check run was met. */
  readonly answered: readonly string[];
  /** The commit that it was compared with, so that a re-run compares with the same. */
  readonly base: string | undefined;
  /** A write whose answer has not come yet or never came: what of it exists has to be looked up. */
  readonly attempt: CheckAttempt | undefined;
}

/** A check run that may or may not have been created, with comments that may or may not have been written beside it. */
export interface CheckAttempt {
  readonly externalId: string;
  readonly startedAt: string;
}

/** Where a branch or a pull request points. */
export interface RefState {
  readonly head: string;
  /** When it came to point there, by the clock of GitHub's events. */
  readonly at: Date;
}

/** What is known about a repository as a whole. */
export interface KnownRepository {
  /** The installation that lets the App read it. */
  readonly installation?: number | undefined;
  readonly owner?: string | undefined;
  readonly name?: string | undefined;
  readonly isPrivate?: boolean | undefined;
  readonly isModelRepository?: boolean | undefined;
  readonly policy?: { readonly loaded: LoadedPolicy; readonly readAt: number } | undefined;
  /** GraphQL's own id, which check runs are created under. */
  readonly nodeId?: string | undefined;
  readonly defaultBranch?: string | undefined;
  /** A check run was written there that nobody had to ask for, so that a branch rule may wait for the next. */
  readonly isChecked?: boolean | undefined;
  /** Head of the default branch that was audited last. */
  readonly auditedHead?: string | undefined;
}

export interface RepositoryWithId extends KnownRepository {
  readonly id: number;
}

/** All that is in a tree, as it was read ahead of the audit that needs it. */
export interface KeptList {
  readonly repository: number;
  readonly tree: string;
  readonly entries: readonly Entry[];
}

/** How far the first look at an installation's repositories has come. */
export interface Backfill {
  readonly installation: number;
  /** Where to go on listing; undefined at the beginning, and once all are listed. */
  readonly cursor: string | undefined;
  /** Repositories so far: listed, looked at, found to hold a model, and owed an audit. */
  readonly listed: number;
  readonly looked: number;
  readonly models: number;
  readonly queued: number;
  readonly startedAt: Date;
  readonly finishedAt?: Date | undefined;
}

/** All methods throw `DatabaseUnreachable` when there is nowhere to read from or to write to at the moment. */
export interface Store {
  audit(key: AuditKey): Promise<Report | undefined>;
  rememberAudit(key: AuditKey, report: Report): Promise<void>;

  published(repository: number, head: string): Promise<Published>;
  rememberPublished(repository: number, head: string, published: Published): Promise<void>;

  /** Tree of a commit that was seen before. */
  tree(repository: number, head: string): Promise<string | undefined>;
  rememberTree(repository: number, head: string, tree: string): Promise<void>;

  /** The whole of a repository's tree, where it was read ahead of its audit; one that is not used is gone after a day or two. */
  list(repository: number, tree: string): Promise<readonly Entry[] | undefined>;
  /** One for each repository. */
  rememberLists(lists: readonly KeptList[]): Promise<void>;
  forgetList(repository: number): Promise<void>;

  /** The newest commit that events named for a branch (`refs/heads/…`) or a pull request (`#7`). */
  ref(repository: number, ref: string): Promise<RefState | undefined>;
  /**
   * Only moves forward in time: events may come in any order. Of two of the same time the one that comes later counts.
   * Resolves with false when something newer is known.
   */
  rememberRef(repository: number, ref: string, head: string, at: Date): Promise<boolean>;

  /** The id of our comment on a pull request, once written. */
  comment(repository: number, pullRequest: number): Promise<string | undefined>;
  rememberComment(repository: number, pullRequest: number, id: string): Promise<void>;
  /** Whether a comment of ours was ever written in the repository, as far as is remembered. */
  hasCommented(repository: number): Promise<boolean>;

  /**
   * When people had a pull request audited on demand, as far back as it matters: at least an hour.
   * @param except the command that asks: carried out before and tried again, it comes not too soon after itself
   */
  commands(repository: number, pullRequest: number, except?: string): Promise<Date[]>;
  /** The first time counts of a command that is named and carried out twice. */
  rememberCommand(repository: number, pullRequest: number, at: Date, command?: string): Promise<void>;

  /** Empty for one that nothing is known of. */
  repository(repository: number): Promise<KnownRepository>;
  /** Changes the properties that are named (to nothing known where they are undefined) and no others. */
  rememberRepository(repository: number, known: Partial<KnownRepository>): Promise<void>;
  /** The same for many, in a few statements. */
  rememberRepositories(repositories: readonly RepositoryWithId[]): Promise<void>;
  /** All of an installation. */
  repositories(installation: number): Promise<RepositoryWithId[]>;
  /** All that hold a model, in the order of their ids, a few hundred in memory at a time. */
  modelRepositories(): AsyncIterable<RepositoryWithId>;
  /** Forgets the policies of an owner's repositories, because the one they fall back to changed. */
  forgetPolicies(owner: string): Promise<void>;

  /**
   * Blobs by object id, those of them that are known. Ids are addresses of content, so they never go stale; `scope`
   * keeps what was read in one installation's private repositories from being found by another.
   */
  blobs(scope: string, shas: readonly string[]): Promise<ReadonlyMap<string, GitHubBlob>>;
  /** Those that could not be read are left out, because tomorrow they may be. */
  rememberBlobs(scope: string, blobs: ReadonlyMap<string, GitHubBlob>): Promise<void>;

  /** What files were seen to show, under the same scopes as their contents. Loads what is known of `files`. */
  facts(scope: string, files: readonly FactsFile[]): Promise<KeptFacts>;

  /** What other hosts said, by the key of the question: anonymous answers about public pages, shared by all. */
  remoteFacts(keys: readonly string[]): Promise<ReadonlyMap<string, RemoteFact>>;
  rememberRemoteFacts(facts: ReadonlyMap<string, RemoteFact>): Promise<void>;

  backfill(installation: number): Promise<Backfill | undefined>;
  rememberBackfill(backfill: Backfill): Promise<void>;
  /** Those that a process left before their end, the oldest first. */
  unfinishedBackfills(): Promise<Backfill[]>;
  /** All of them, those that ended too, the oldest first. */
  backfills(): Promise<Backfill[]>;

  /** Forgets everything about a repository. */
  forgetRepository(repository: number): Promise<void>;
  /** Forgets every blob of a scope and what it showed. */
  forgetScope(scope: string): Promise<void>;
  /**
   * Forgets an installation: its repositories with all that is known about them, and what was read in private ones.
   * Contents of public repositories are everybody's and stay. Resolves with the number of repositories.
   */
  forgetInstallation(installation: number): Promise<number>;
  /**
   * Forgets what nobody used for ninety days before `now` and may be found again, and what an audit that was under way
   * left of repositories and installations that are forgotten. Resolves with the number of rows.
   */
  prune(now: Date): Promise<number>;
}
