/** What is remembered between audits, so that nothing is asked, computed or written twice. */
import type { FactsCache } from "../evidence/facts-cache.ts";
import type { LoadedPolicy } from "../policy/policy.ts";
import type { Report } from "../report/schema.ts";
import type { GitHubBlob } from "../snapshot/github.ts";

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

/** What is known about a repository as a whole. */
export interface KnownRepository {
  readonly owner?: string;
  readonly isModelRepository?: boolean;
  readonly policy?: { readonly loaded: LoadedPolicy; readonly readAt: number } | undefined;
  /** GraphQL's own id, which check runs are created under. */
  readonly nodeId?: string;
  readonly defaultBranch?: string | undefined;
}

export interface Store {
  audit(key: AuditKey): Promise<Report | undefined>;
  rememberAudit(key: AuditKey, report: Report): Promise<void>;

  published(repository: number, head: string): Promise<Published>;
  rememberPublished(repository: number, head: string, published: Published): Promise<void>;

  /** Tree of a commit that was seen before. */
  tree(repository: number, head: string): Promise<string | undefined>;
  rememberTree(repository: number, head: string, tree: string): Promise<void>;

  /** The latest commit that webhooks named for a branch (`refs/heads/…`) or a pull request (`#7`). */
  latest(repository: number, ref: string): Promise<string | undefined>;
  rememberLatest(repository: number, ref: string, head: string): Promise<void>;

  /** The id of our comment on a pull request, once written. */
  comment(repository: number, pullRequest: number): Promise<string | undefined>;
  rememberComment(repository: number, pullRequest: number, id: string): Promise<void>;

  repository(repository: number): Promise<KnownRepository>;
  rememberRepository(repository: number, known: Partial<KnownRepository>): Promise<void>;
  /** Forgets the policies of an owner's repositories, because the one they fall back to changed. */
  forgetPolicies(owner: string): Promise<void>;

  /**
   * Blobs by object id. Ids are addresses of content, so they never go stale; `scope` keeps what was read in one
   * installation's private repositories from being found by another.
   */
  blob(scope: string, sha: string): Promise<GitHubBlob | undefined>;
  rememberBlob(scope: string, sha: string, blob: GitHubBlob): Promise<void>;

  /** What blobs were seen to show, under the same scopes as their contents. Kept in the process: facts are quick to make anew. */
  facts(scope: string): FactsCache;

  /** Forgets everything about a repository. */
  forgetRepository(repository: number): Promise<void>;
  /** Forgets every blob of a scope and what it showed. */
  forgetScope(scope: string): Promise<void>;
}
