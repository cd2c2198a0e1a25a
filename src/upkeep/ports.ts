/** What upkeep needs of the rest of the program. */
import type { Logger } from "pino";

/** A repository as it is remembered; what is left out is not known. */
export interface RememberedRepository {
  readonly id: number;
  readonly installation?: number;
  readonly owner?: string;
  readonly name?: string;
  readonly isPrivate?: boolean;
  readonly isModelRepository?: boolean;
  /** GraphQL's own id. */
  readonly nodeId?: string;
  readonly defaultBranch?: string | undefined;
  /** Head of the default branch that was audited or looked at last. */
  readonly auditedHead?: string;
}

/** How far the first look at an installation's repositories has come. */
export interface BackfillProgress {
  readonly installation: number;
  /** Page of the list that comes next; {@link LISTED} once all of it is known; undefined before the first. */
  readonly cursor: string | undefined;
  /** Repositories that were listed. */
  readonly listed: number;
  /** Those of them that were looked at. */
  readonly looked: number;
  /** Those of them that may hold a model. */
  readonly models: number;
  /** Audits that were owed for them. */
  readonly queued: number;
  readonly startedAt: Date;
  readonly finishedAt?: Date;
}

/** Cursor of a back-fill that has the whole list. */
export const LISTED = "listed";

/** The part of the store that upkeep reads and writes. */
export interface UpkeepStore {
  repositories(installation: number): Promise<readonly RememberedRepository[]>;
  modelRepositories(): AsyncIterable<RememberedRepository>;
  rememberRepositories(repositories: readonly RememberedRepository[]): Promise<void>;
  /** What a branch (`refs/heads/…`) or pull request (`#7`) pointed to when it was heard of last. */
  ref(repository: number, ref: string): Promise<{ readonly head: string } | undefined>;
  backfill(installation: number): Promise<BackfillProgress | undefined>;
  unfinishedBackfills(): Promise<readonly BackfillProgress[]>;
  rememberBackfill(progress: BackfillProgress): Promise<void>;
}

export type UpkeepLog = Pick<Logger, "info" | "warn" | "debug">;
