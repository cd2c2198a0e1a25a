/** What is remembered, in a database that several processes share. */
import type { Database } from "../database/database.ts";
import type { RemoteFact } from "../evidence/remote/fact.ts";
import type { Report } from "../report/schema.ts";
import type { GitHubBlob } from "../snapshot/github.ts";
import type { Entry } from "../snapshot/snapshot.ts";
import { Audits } from "./audits.ts";
import { readBackfill, readBackfills, readUnfinishedBackfills, writeBackfill } from "./backfills.ts";
import { Blobs } from "./blobs.ts";
import { readCommands, writeCommand } from "./commands.ts";
import { Commits } from "./commits.ts";
import { type FactsFile, type KeptFacts, openFacts } from "./facts.ts";
import { deleteInstallation, deleteRepository, deleteScope, deleteUnused } from "./forget.ts";
import { deleteList, readList, writeLists } from "./lists.ts";
import { MemoryFacts } from "./memory-facts.ts";
import { hasComments, readComment, readRef, writeComment, writeRef } from "./refs.ts";
import { readRemoteFacts, writeRemoteFacts } from "./remote-facts.ts";
import {
  forgetPoliciesOf,
  readModelRepositories,
  readRepositories,
  readRepository,
  writeRepositories,
} from "./repositories.ts";
import { installationScope } from "./scope.ts";
import type {
  AuditKey,
  Backfill,
  KeptList,
  KnownRepository,
  Published,
  RefState,
  RepositoryWithId,
  Store,
} from "./store.ts";

export interface DatabaseStoreOptions {
  /** Tells the time that something was used; the machine's clock when left out. */
  readonly now?: () => Date;
}

/**
 * Keeps in memory only what can never change under its key: reports, trees, contents, facts. All else is read from the
 * database each time, because another process may have changed it. The tables are those of `STORE_MIGRATIONS`.
 */
export class DatabaseStore implements Store {
  readonly #database: Database;
  readonly #now: () => Date;
  readonly #audits: Audits;
  readonly #commits: Commits;
  readonly #blobs: Blobs;
  readonly #facts = new MemoryFacts();

  constructor(database: Database, { now = () => new Date() }: DatabaseStoreOptions = {}) {
    this.#database = database;
    this.#now = now;
    this.#audits = new Audits(database, now);
    this.#commits = new Commits(database, now);
    this.#blobs = new Blobs(database, now);
  }

  audit(key: AuditKey): Promise<Report | undefined> {
    return this.#audits.get(key);
  }
  rememberAudit(key: AuditKey, report: Report): Promise<void> {
    return this.#audits.remember(key, report);
  }

  published(repository: number, head: string): Promise<Published> {
    return this.#commits.published(repository, head);
  }
  rememberPublished(repository: number, head: string, published: Published): Promise<void> {
    return this.#commits.rememberPublished(repository, head, published);
  }

  tree(repository: number, head: string): Promise<string | undefined> {
    return this.#commits.tree(repository, head);
  }
  rememberTree(repository: number, head: string, tree: string): Promise<void> {
    return this.#commits.rememberTree(repository, head, tree);
  }

  list(repository: number, tree: string): Promise<readonly Entry[] | undefined> {
    return readList(this.#database, repository, tree);
  }
  rememberLists(lists: readonly KeptList[]): Promise<void> {
    return writeLists(this.#database, lists, this.#now());
  }
  forgetList(repository: number): Promise<void> {
    return deleteList(this.#database, repository);
  }

  ref(repository: number, ref: string): Promise<RefState | undefined> {
    return readRef(this.#database, repository, ref);
  }
  rememberRef(repository: number, ref: string, head: string, at: Date): Promise<boolean> {
    return writeRef(this.#database, repository, ref, head, at);
  }

  comment(repository: number, pullRequest: number): Promise<string | undefined> {
    return readComment(this.#database, repository, pullRequest);
  }
  rememberComment(repository: number, pullRequest: number, id: string): Promise<void> {
    return writeComment(this.#database, repository, pullRequest, id);
  }
  hasCommented(repository: number): Promise<boolean> {
    return hasComments(this.#database, repository);
  }

  commands(repository: number, pullRequest: number, except?: string): Promise<Date[]> {
    return readCommands(this.#database, repository, pullRequest, except);
  }
  rememberCommand(repository: number, pullRequest: number, at: Date, command?: string): Promise<void> {
    return writeCommand(this.#database, repository, pullRequest, at, command);
  }

  repository(repository: number): Promise<KnownRepository> {
    return readRepository(this.#database, repository);
  }
  rememberRepository(repository: number, known: Partial<KnownRepository>): Promise<void> {
    return writeRepositories(this.#database, [{ ...known, id: repository }]);
  }
  rememberRepositories(repositories: readonly RepositoryWithId[]): Promise<void> {
    return writeRepositories(this.#database, repositories);
  }
  repositories(installation: number): Promise<RepositoryWithId[]> {
    return readRepositories(this.#database, installation);
  }
  modelRepositories(): AsyncIterable<RepositoryWithId> {
    return readModelRepositories(this.#database);
  }
  forgetPolicies(owner: string): Promise<void> {
    return forgetPoliciesOf(this.#database, owner);
  }

  blobs(scope: string, shas: readonly string[]): Promise<ReadonlyMap<string, GitHubBlob>> {
    return this.#blobs.get(scope, shas);
  }
  rememberBlobs(scope: string, blobs: ReadonlyMap<string, GitHubBlob>): Promise<void> {
    return this.#blobs.remember(scope, blobs);
  }
  facts(scope: string, files: readonly FactsFile[]): Promise<KeptFacts> {
    return openFacts(this.#database, this.#facts, scope, files, this.#now());
  }

  remoteFacts(keys: readonly string[]): Promise<ReadonlyMap<string, RemoteFact>> {
    return readRemoteFacts(this.#database, keys);
  }
  rememberRemoteFacts(facts: ReadonlyMap<string, RemoteFact>): Promise<void> {
    return writeRemoteFacts(this.#database, facts, this.#now());
  }

  backfill(installation: number): Promise<Backfill | undefined> {
    return readBackfill(this.#database, installation);
  }
  rememberBackfill(backfill: Backfill): Promise<void> {
    return writeBackfill(this.#database, backfill);
  }
  unfinishedBackfills(): Promise<Backfill[]> {
    return readUnfinishedBackfills(this.#database);
  }
  backfills(): Promise<Backfill[]> {
    return readBackfills(this.#database);
  }

  async forgetRepository(repository: number): Promise<void> {
    await deleteRepository(this.#database, repository);
    this.#forget(new Set([repository]));
  }
  async forgetScope(scope: string): Promise<void> {
    await this.#database.transaction((sql) => deleteScope(sql, scope));
    this.#forgetScope(scope);
  }
  async forgetInstallation(installation: number): Promise<number> {
    const repositories = await deleteInstallation(this.#database, installation);
    this.#forget(new Set(repositories));
    this.#forgetScope(installationScope(installation));
    return repositories.length;
  }
  prune(now: Date): Promise<number> {
    return deleteUnused(this.#database, now);
  }

  #forget(repositories: ReadonlySet<number>): void {
    this.#audits.forget(repositories);
    this.#commits.forget(repositories);
  }

  #forgetScope(scope: string): void {
    this.#blobs.forgetScope(scope);
    this.#facts.forgetScope(scope);
  }
}
